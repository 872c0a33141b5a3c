//! The engine's answer in the terms of the scorers: code points, types as in the corpora.

use anyhow::Result;
use dateline_engine::export::Export;
use dateline_engine::{Options, analyze};
use serde::Deserialize;
use serde_json::Value;

use crate::gold::Document;

/// What the batch interface says of one story.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Answer {
    /// Publication date.
    pub published: Option<String>,
    /// Names.
    #[serde(default)]
    pub mentions: Vec<Mention>,
    /// What they name.
    #[serde(default)]
    pub entities: Vec<Entity>,
    /// Time expressions.
    #[serde(default)]
    pub dates: Vec<Date>,
}

/// A place of a name.
#[derive(Clone, Debug, Deserialize)]
pub struct Mention {
    /// First code point.
    pub start: usize,
    /// The one after the last.
    pub end: usize,
    /// ORG PER LOC …
    pub r#type: String,
    /// The number of what it names.
    pub entity: Option<u32>,
    /// The mention that it lies in.
    pub inside: Option<u32>,
}

/// What names name.
#[derive(Clone, Debug, Deserialize)]
pub struct Entity {
    /// Its number.
    pub id: u32,
    /// ORG PER LOC …
    pub r#type: String,
    /// The fullest name.
    pub name: String,
    /// What kind of organization.
    pub kind: Option<String>,
    /// A number, a name or null.
    #[serde(default)]
    pub parent: Value,
}

/// A time expression.
#[derive(Clone, Debug, Deserialize)]
pub struct Date {
    /// First code point.
    pub start: usize,
    /// The one after the last.
    pub end: usize,
    /// DATE TIME DURATION SET.
    pub r#type: String,
    /// TIMEX3 value.
    pub value: String,
}

/// The engine's answer, with or without being told the publication date.
///
/// # Errors
/// If the engine's JSON is not what the batch interface promises.
pub fn answer(document: &Document, tell_published: bool) -> Result<Answer> {
    let published = document.published.as_deref().filter(|_| tell_published).map(str::parse).transpose().map_err(anyhow::Error::msg)?;
    let analysis = analyze(&document.text, &Options { published });
    let id = Value::String(document.id.clone());
    Ok(serde_json::from_value(serde_json::to_value(Export::new(&id, &document.text, &analysis))?)?)
}

/// The type under which the scorers count a type: the corpora know MISC for named things of other kinds.
pub fn scored_type(name: &str) -> &str {
    match name {
        "EVENT" | "DOC" | "WORK" => "MISC",
        "PERSON" => "PER",
        other => other,
    }
}
