//! Time expressions and entities in, [`TimelineEntry`]s out: what happened when, in order of time.

mod clause;

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::dates::{Date, Dated, Granularity, TimeExpression, TimexType};
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
pub fn build(document: &Document, mentions: &[Mention], entities: &[Entity], dated: &Dated) -> Vec<TimelineEntry> {
    let mut entries: Vec<TimelineEntry> = Vec::new();
    // The latest day on which a story tells of each entry: what the first story plans, the next may report.
    let mut told: Vec<Option<Date>> = Vec::new();
    let mut by_time: BTreeMap<Key, usize> = BTreeMap::new();
    let named = outermost(mentions, entities);
    let mut shown: BTreeSet<(usize, EntityId)> = BTreeSet::new();
    for (index, time) in dated.times.iter().enumerate() {
        let Some((edtf, sentence)) = time.edtf.as_deref().filter(|_| is_on_calendar(time)).zip(document.sentence_at(time.span.start))
        else {
            continue;
        };
        let key = (time.earliest, time.latest, edtf.to_string());
        let published = dated.published_at(time.span.start);
        let number = *by_time.entry(key).or_insert_with(|| {
            entries.push(entry(document, time, edtf, sentence));
            told.push(None);
            entries.len() - 1
        });
        let (Some(entry), Some(told)) = (entries.get_mut(number), told.get_mut(number)) else { continue };
        if published > *told {
            *told = published;
            entry.status = status(time, published);
        }
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

fn entry(document: &Document, time: &TimeExpression, edtf: &str, sentence: usize) -> TimelineEntry {
    let sentence = document.sentences.get(sentence);
    TimelineEntry {
        edtf: edtf.to_string(),
        earliest: time.earliest,
        latest: time.latest,
        granularity: if time.granularity == Granularity::Time { Granularity::Day } else { time.granularity },
        status: Status::Unknown,
        times: Vec::new(),
        clause: sentence.map_or(time.span, |sentence| clause::around(document, sentence, time.span)),
        sentence: sentence.map_or(time.span, |sentence| sentence.span),
        entities: Vec::new(),
    }
}

fn status(time: &TimeExpression, published: Option<Date>) -> Status {
    let Some(date) = published else { return Status::Unknown };
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Options, analyze};

    fn status_of(text: &str, edtf: &str) -> Option<Status> {
        let timeline = analyze(text, &Options::default()).timeline;
        timeline.into_iter().find(|entry| entry.edtf == edtf).map(|entry| entry.status)
    }

    /// What is still to come is seen from the day of the story that tells of it.
    #[test]
    fn each_story_of_a_digest_looks_from_its_own_day() {
        let first = "Ministers agree on a truce\n\nGENEVA, Oct. 30, 2019 (Wire) - Ministers met on Tuesday in the old town. They will vote on November 6.\n\n";
        let second = "Storm cuts power on the coast\n\nLISBON, Nov. 4, 2019 (Wire) - A storm cut power to thousands of homes on Sunday. \
            Repairs will begin on November 5.\n\n";
        let third = "Ministers vote on the truce\n\nGENEVA, Nov. 7, 2019 (Wire) - Ministers voted on November 6 in the old town. They meet again on November 12.\n";
        let digest = format!("{first}{second}");
        assert_eq!(status_of(&digest, "2019-11-03"), Some(Status::Past));
        assert_eq!(status_of(&digest, "2019-11-05"), Some(Status::Planned));
        assert_eq!(status_of(&digest, "2019-11-06"), Some(Status::Planned));
        let digest = format!("{first}{second}{third}");
        assert_eq!(status_of(&digest, "2019-11-06"), Some(Status::Past));
        assert_eq!(status_of(&digest, "2019-11-12"), Some(Status::Planned));
    }

    #[test]
    fn without_a_day_of_publication_nothing_is_past() {
        assert_eq!(status_of("They met on 3 May 2019 in the old town.", "2019-05-03"), Some(Status::Unknown));
    }
}
