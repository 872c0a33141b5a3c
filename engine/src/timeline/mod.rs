//! Time expressions and entities in, [`TimelineEntry`]s out: what happened when, in order of time.

use serde::{Deserialize, Serialize};

use crate::dates::{Date, Granularity, Published, TimeExpression};
use crate::entities::Entity;
use crate::mentions::{EntityId, Mention};
use crate::text::{Document, Span};

/// Whether an entry lies before or after the publication of the story.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// Over when the story was published.
    Past,
    /// Not begun when the story was published.
    Planned,
    /// The publication date lies in it.
    Ongoing,
    /// The publication date is not known.
    Unknown,
}

/// One time on the timeline, with all the places that name it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TimelineEntry {
    /// EDTF.
    pub edtf: String,
    /// First civil day; `None` if it has no beginning.
    pub earliest: Option<Date>,
    /// Last civil day; `None` if it has no end.
    pub latest: Option<Date>,
    /// How exact it is.
    pub granularity: Granularity,
    /// Before or after publication.
    pub status: Status,
    /// Indices of the time expressions that say so, in order of the text.
    pub times: Vec<u32>,
    /// What the first of them dates: a part of its sentence.
    pub clause: Span,
    /// The sentence of the first of them.
    pub sentence: Span,
    /// What the sentences name, in order of mention.
    pub entities: Vec<EntityId>,
}

/// Orders the times that stand on the calendar; durations, sets and unresolved times are left out.
pub fn build(
    document: &Document,
    mentions: &[Mention],
    entities: &[Entity],
    times: &[TimeExpression],
    published: Option<Published>,
) -> Vec<TimelineEntry> {
    let _ = (document, mentions, entities, times, published);
    Vec::new()
}
