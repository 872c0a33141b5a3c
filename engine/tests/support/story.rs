//! What is in a story, as a gold file or the engine says it. Offsets are Unicode code points, end exclusive.

use serde::Deserialize;

/// `(start, end)` in code points.
pub type Place = (usize, usize);

#[derive(Deserialize)]
pub struct Story {
    pub published: Option<String>,
    pub entities: Vec<Entity>,
    pub dates: Vec<Date>,
    pub timeline: Vec<Entry>,
}

/// A name's bearer with its outermost mentions.
#[derive(Deserialize)]
pub struct Entity {
    pub r#type: String,
    pub name: String,
    pub aliases: Vec<String>,
    pub parent: Option<String>,
    pub mentions: Vec<Place>,
    pub kind: Option<String>,
    pub acronym: Option<String>,
    #[serde(default)]
    pub roles: Vec<Role>,
}

#[derive(Deserialize)]
pub struct Role {
    pub role: String,
    pub organization: Option<String>,
}

#[derive(Deserialize)]
pub struct Date {
    pub start: usize,
    pub end: usize,
    #[serde(default)]
    pub r#type: String,
    #[serde(default)]
    pub value: String,
    /// Other right values; only in gold.
    #[serde(default)]
    pub alt: Vec<String>,
    /// Neither asked for nor counted as extra; only in gold.
    #[serde(default)]
    pub ignore: bool,
}

/// One time of the timeline: in gold a value and a part of its sentence, from the engine all values of the entry and their sentences.
#[derive(Deserialize)]
#[serde(from = "GoldEntry")]
pub struct Entry {
    pub values: Vec<String>,
    pub sentences: Vec<String>,
    pub earliest: Option<String>,
}

#[derive(Deserialize)]
struct GoldEntry {
    value: String,
    sentence_contains: String,
}

impl From<GoldEntry> for Entry {
    fn from(gold: GoldEntry) -> Self {
        Self { values: vec![gold.value], sentences: vec![gold.sentence_contains], earliest: None }
    }
}

impl Story {
    /// The gold in `json`, a `*.gold.json` file.
    pub fn gold(json: &str) -> Self {
        serde_json::from_str(json).unwrap()
    }

    pub fn of_type<'a>(&'a self, kind: &'a str) -> impl Iterator<Item = &'a Entity> {
        self.entities.iter().filter(move |entity| entity.r#type == kind)
    }
}

impl Date {
    pub fn place(&self) -> Place {
        (self.start, self.end)
    }
}

/// The words at `place`.
pub fn words(text: &str, place: Place) -> String {
    text.chars().skip(place.0).take(place.1 - place.0).collect()
}
