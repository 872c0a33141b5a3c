//! The annotated corpora: JSON lines, offsets in code points, end exclusive.

use std::path::Path;

use anyhow::{Context, Result};
use serde::Deserialize;

/// One annotated document of any of the corpora; what a corpus lacks is empty.
#[derive(Clone, Debug, Deserialize)]
pub struct Document {
    /// Unique within its file.
    pub id: String,
    /// As published.
    pub text: String,
    /// `YYYY-MM-DD`, where it is known.
    pub published: Option<String>,
    /// True if the text itself says when it was published.
    #[serde(default)]
    pub dateline: bool,
    /// Names.
    #[serde(default)]
    pub entities: Vec<Entity>,
    /// Time expressions; `None` if the corpus marks none.
    pub timex: Option<Vec<Timex>>,
    /// The types that its annotators used, if not all.
    pub types: Option<Vec<String>>,
    /// Places whose gold is undecided.
    #[serde(default)]
    pub ignore: Vec<Place>,
}

/// A name: one place (`ner`), or one thing with all its places (`stories`).
#[derive(Clone, Debug, Deserialize)]
pub struct Entity {
    /// ORG PER LOC …
    pub r#type: String,
    /// First code point, if it is one place.
    pub start: Option<usize>,
    /// The one after the last.
    pub end: Option<usize>,
    /// A name inside of another name, which is not scored.
    #[serde(default)]
    pub inner: bool,
    /// The fullest name.
    #[serde(default)]
    pub name: String,
    /// All forms in the story.
    #[serde(default)]
    pub forms: Vec<String>,
    /// What kind of organization.
    pub kind: Option<String>,
    /// The name of the larger body.
    pub parent: Option<String>,
    /// All places, if it is one thing.
    #[serde(default)]
    pub mentions: Vec<(usize, usize)>,
}

/// A place.
#[derive(Clone, Copy, Debug, Deserialize)]
pub struct Place {
    /// First code point.
    pub start: usize,
    /// The one after the last.
    pub end: usize,
}

/// A time expression.
#[derive(Clone, Debug, Deserialize)]
pub struct Timex {
    /// First code point.
    pub start: usize,
    /// The one after the last.
    pub end: usize,
    /// DATE TIME DURATION SET.
    pub r#type: Option<String>,
    /// TIMEX3 value.
    pub value: Option<String>,
    /// Values that are right, too.
    #[serde(default)]
    pub alt: Vec<String>,
    /// Neither asked for nor counted against a system.
    #[serde(default)]
    pub ignore: bool,
}

impl Document {
    /// True for a document whose names are things with all their places.
    pub fn is_story(&self) -> bool {
        self.entities.iter().any(|entity| !entity.mentions.is_empty())
    }
}

/// All documents of a file.
///
/// # Errors
/// If the file cannot be read, or a line is no document.
pub fn read(path: &Path) -> Result<Vec<Document>> {
    let text = std::fs::read_to_string(path).with_context(|| format!("{} cannot be read", path.display()))?;
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    lines.map(|(at, line)| serde_json::from_str(line).with_context(|| format!("{}:{}: no document", path.display(), at + 1))).collect()
}
