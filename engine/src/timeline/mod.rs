//! Time expressions and entities in, [`TimelineEntry`]s out: what happened when, in order of time.

mod clause;

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::dates::{Date, Granularity, Published, TimeExpression, TimexType};
use crate::entities::Entity;
use crate::mentions::{EntityId, Mention};
use crate::text::{BlockKind, Document, Span};

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
    let mut entries: Vec<TimelineEntry> = Vec::new();
    let mut by_time: BTreeMap<Key, usize> = BTreeMap::new();
    let named = outermost(mentions, entities);
    let mut shown: BTreeSet<(usize, EntityId)> = BTreeSet::new();
    for (index, time) in times.iter().enumerate() {
        let Some((edtf, sentence)) = time.edtf.as_deref().filter(|_| is_on_calendar(time)).zip(document.sentence_at(time.span.start))
        else {
            continue;
        };
        let key = (time.earliest, time.latest, edtf.to_string());
        let number = *by_time.entry(key).or_insert_with(|| {
            entries.push(entry(document, time, edtf, sentence, published));
            entries.len() - 1
        });
        let Some(entry) = entries.get_mut(number) else { continue };
        if is_in_dateline(document, entry.sentence) && !is_in_dateline(document, time.span) {
            tell(document, entry, time.span, sentence);
        }
        entry.times.push(index as u32);
        for id in near(&named, document, sentence, time.span) {
            if shown.insert((number, id)) {
                entry.entities.push(id);
            }
        }
    }
    entries.sort_by_key(|entry| (entry.earliest, entry.latest.is_none(), entry.latest, entry.times.first().copied()));
    entries
}

type Key = (Option<Date>, Option<Date>, String);

/// Days and longer stretches with at least one end; no lengths of time and nothing that comes again.
fn is_on_calendar(time: &TimeExpression) -> bool {
    matches!(time.kind, TimexType::Date | TimexType::Time) && (time.earliest.is_some() || time.latest.is_some())
}

fn entry(document: &Document, time: &TimeExpression, edtf: &str, sentence: usize, published: Option<Published>) -> TimelineEntry {
    let sentence = document.sentences.get(sentence);
    TimelineEntry {
        edtf: edtf.to_string(),
        earliest: time.earliest,
        latest: time.latest,
        granularity: if time.granularity == Granularity::Time { Granularity::Day } else { time.granularity },
        status: status(time, published),
        times: Vec::new(),
        clause: sentence.map_or(time.span, |sentence| clause::around(document, sentence, time.span)),
        sentence: sentence.map_or(time.span, |sentence| sentence.span),
        entities: Vec::new(),
    }
}

fn status(time: &TimeExpression, published: Option<Published>) -> Status {
    let Some(Published { date, .. }) = published else { return Status::Unknown };
    if time.latest.is_some_and(|latest| latest < date) || time.latest == Some(date) && time.earliest == Some(date) {
        Status::Past
    } else if time.earliest.is_some_and(|earliest| earliest > date) {
        Status::Planned
    } else {
        Status::Ongoing
    }
}

/// True for what stands in a dateline, which tells nothing that happened.
fn is_in_dateline(document: &Document, span: Span) -> bool {
    let block = document.blocks.partition_point(|block| block.span.end <= span.start);
    document.blocks.get(block).is_some_and(|block| block.kind == BlockKind::Dateline && block.span.overlaps(span))
}

/// Shows the entry by that sentence.
fn tell(document: &Document, entry: &mut TimelineEntry, time: Span, sentence: usize) {
    if let Some(sentence) = document.sentences.get(sentence) {
        entry.sentence = sentence.span;
        entry.clause = clause::around(document, sentence, time);
    }
}

/// What is named where, in order of the text; without names inside of names.
fn outermost(mentions: &[Mention], entities: &[Entity]) -> Vec<(u32, EntityId)> {
    let outer = mentions.iter().filter(|mention| mention.inside.is_none());
    outer.filter_map(|mention| Some((mention.span.start, mention.entity.filter(|id| (id.0 as usize) < entities.len())?))).collect()
}

/// A name this many bytes from a time has nothing to do with it, however long the sentence.
const FAR: u32 = 1_000;

/// What the sentence names near the time.
fn near(named: &[(u32, EntityId)], document: &Document, sentence: usize, time: Span) -> impl Iterator<Item = EntityId> {
    let whole = document.sentences.get(sentence).map_or(time, |sentence| sentence.span);
    let (start, end) = (whole.start.max(time.start.saturating_sub(FAR)), whole.end.min(time.end.saturating_add(FAR)));
    let first = named.partition_point(|(at, _)| *at < start);
    named[first..].iter().take_while(move |(at, _)| *at < end).map(|(_, id)| *id)
}
