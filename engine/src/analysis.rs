//! The result of reading a story.

use serde::{Deserialize, Serialize};

use crate::dates::{Date, Published, TimeExpression};
use crate::entities::Entity;
use crate::mentions::Mention;
use crate::text::{Block, Span};
use crate::timeline::TimelineEntry;

/// What the caller knows beside the text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Options {
    /// The publication date; without one it is looked for in the text.
    pub published: Option<Date>,
}

/// Something about the text that the reader should know.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Problem {
    /// There is nothing to read.
    Empty,
    /// No publication date was given or found, and the text has relative dates.
    NoPublicationDate,
    /// It does not look like English.
    NotEnglish,
    /// Only the beginning was read: [`crate::MAX_TEXT_BYTES`].
    TooLong,
}

/// All that was found in a story. Spans are UTF-8 bytes of its text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Analysis {
    /// Of this data model.
    pub version: u16,
    /// When the story was published, and how that is known.
    pub published: Option<Published>,
    /// Headline, dateline, paragraphs, in order.
    pub layout: Vec<Block>,
    /// Sentences, in order.
    pub sentences: Vec<Span>,
    /// Names, by start.
    pub mentions: Vec<Mention>,
    /// What they name, by first mention.
    pub entities: Vec<Entity>,
    /// Words that say when, by start.
    pub times: Vec<TimeExpression>,
    /// What happened when, by time.
    pub timeline: Vec<TimelineEntry>,
    /// The likely language of the text as a BCP 47 tag; `und` if it cannot be told.
    pub language: String,
    /// What the reader should know.
    pub problems: Vec<Problem>,
}
