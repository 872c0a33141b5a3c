//! The entries of the timeline and what stands on the shelf below it.

use dateline_engine::dates::{TimeExpression, TimexType};
use dateline_engine::mentions::{EntityId, NameType};
use dateline_engine::text::Span;
use dateline_engine::timeline::{Status, TimelineEntry};
use yew::AttrValue;

use super::when;
use crate::state::Reading;

/// One entry of the timeline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// The time in words.
    pub when: AttrValue,
    /// For an HTML `time`.
    pub datetime: Option<AttrValue>,
    /// EDTF.
    pub edtf: AttrValue,
    /// True if it is one exact day.
    pub is_day: bool,
    /// Past, planned or going on.
    pub status: Status,
    /// The time expressions that name it, by index.
    pub times: Vec<u32>,
    /// The words of the first of them.
    pub quote: AttrValue,
    /// The sentence of the first, cut around those words.
    pub sentence: [AttrValue; 3],
    /// How the first was read.
    pub why: AttrValue,
    /// The organizations in its sentences.
    pub organizations: Vec<(EntityId, AttrValue)>,
}

/// A time expression that has no place on the timeline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shelved {
    /// Its index.
    pub time: u32,
    /// Its words.
    pub quote: AttrValue,
    /// How it was read.
    pub why: AttrValue,
}

/// What has no place on the timeline, by reason.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shelf {
    /// Relative dates that nothing anchors.
    pub unresolved: Vec<Shelved>,
    /// Lengths of time.
    pub durations: Vec<Shelved>,
    /// Times that come again.
    pub sets: Vec<Shelved>,
}

/// The entries, in order of time.
pub fn items(reading: &Reading) -> Vec<Item> {
    reading.analysis.timeline.iter().filter_map(|entry| item(reading, entry)).collect()
}

fn item(reading: &Reading, entry: &TimelineEntry) -> Option<Item> {
    let time = reading.analysis.times.get(*entry.times.first()? as usize)?;
    let organizations = entry.entities.iter().filter_map(|&id| {
        let entity = reading.analysis.entities.get(id.0 as usize)?;
        (entity.kind == NameType::Organization).then(|| (id, entity.name.clone().into()))
    });
    Some(Item {
        when: when::words(&entry.edtf, entry.granularity, entry.earliest, entry.latest).into(),
        datetime: when::datetime(&entry.edtf, entry.earliest, entry.latest).map(Into::into),
        edtf: entry.edtf.clone().into(),
        is_day: entry.earliest.is_some() && entry.earliest == entry.latest,
        status: entry.status,
        times: entry.times.clone(),
        quote: quote(reading, time),
        sentence: around(&reading.text, entry.sentence, time.span),
        why: time.why.clone().into(),
        organizations: organizations.collect(),
    })
}

/// The sentence before, in and after the words.
fn around(text: &str, sentence: Span, words: Span) -> [AttrValue; 3] {
    let (before, after) =
        (Span { end: words.start.max(sentence.start), ..sentence }, Span { start: words.end.min(sentence.end), ..sentence });
    [before, words, after].map(|span| AttrValue::from(span.of(text).to_string()))
}

/// What is not on the timeline. Vague words (`recently`) are only marked in the text.
pub fn shelf(reading: &Reading) -> Shelf {
    let mut shelf = Shelf::default();
    for (index, time) in (0..).zip(&reading.analysis.times) {
        let shelved = || Shelved { time: index, quote: quote(reading, time), why: time.why.clone().into() };
        match time.kind {
            _ if time.is_unresolved() => shelf.unresolved.push(shelved()),
            TimexType::Duration => shelf.durations.push(shelved()),
            TimexType::Set => shelf.sets.push(shelved()),
            TimexType::Date | TimexType::Time => {}
        }
    }
    shelf
}

fn quote(reading: &Reading, time: &TimeExpression) -> AttrValue {
    time.span.of(&reading.text).to_string().into()
}
