//! The entries of the timeline and what stands on the shelf below it.

use dateline_engine::dates::{TimeExpression, TimexType};
use dateline_engine::mentions::{EntityId, NameType};
use dateline_engine::text::Span;
use dateline_engine::timeline::{Status, TimelineEntry};
use yew::AttrValue;

use super::when;
use crate::state::Reading;
use crate::words::{self, DateWords};

/// One entry of the timeline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// The time in words.
    pub when: AttrValue,
    /// For an HTML `time`.
    pub datetime: Option<AttrValue>,
    /// EDTF.
    pub edtf: AttrValue,
    /// How exact it is, for its sign.
    pub precision: Precision,
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
    /// Its index in the analysis.
    pub entry: usize,
}

/// How exact an entry is; each has a sign of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Precision {
    /// One day.
    Day,
    /// Several days with both ends.
    Stretch,
    /// A beginning, but no end.
    OpenEnd,
    /// An end, but no beginning.
    OpenStart,
}

impl Precision {
    fn of(entry: &TimelineEntry) -> Self {
        match (entry.earliest, entry.latest) {
            (Some(from), Some(to)) if from == to => Self::Day,
            (Some(_), None) => Self::OpenEnd,
            (None, Some(_)) => Self::OpenStart,
            _ => Self::Stretch,
        }
    }

    /// As the style sheet knows it.
    pub fn code(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Stretch => "stretch",
            Self::OpenEnd => "open-end",
            Self::OpenStart => "open-start",
        }
    }
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
pub fn items(reading: &Reading, dates: &DateWords) -> Vec<Item> {
    reading.analysis.timeline.iter().enumerate().filter_map(|(index, entry)| item(reading, index, entry, dates)).collect()
}

fn item(reading: &Reading, index: usize, entry: &TimelineEntry, dates: &DateWords) -> Option<Item> {
    let time = reading.analysis.times.get(*entry.times.first()? as usize)?;
    let organizations = entry.entities.iter().filter_map(|&id| {
        let entity = reading.entity(id)?;
        (entity.kind == NameType::Organization).then(|| (id, entity.name.clone().into()))
    });
    Some(Item {
        when: when::words(dates, &entry.edtf, entry.granularity, entry.earliest, entry.latest).into(),
        datetime: when::datetime(&entry.edtf, entry.earliest, entry.latest).map(Into::into),
        edtf: entry.edtf.clone().into(),
        precision: Precision::of(entry),
        status: entry.status,
        times: entry.times.clone(),
        quote: quote(reading, time),
        sentence: around(&reading.text, entry.sentence, time.span),
        why: time.why.clone().into(),
        organizations: organizations.collect(),
        entry: index,
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

/// The overview in one sentence: `4 dates, 2015 to 30 October 2019`.
pub fn range_words(reading: &Reading, dates: &DateWords) -> String {
    let entries = &reading.analysis.timeline;
    let words_of = |entry: &TimelineEntry| when::words(dates, &entry.edtf, entry.granularity, entry.earliest, entry.latest);
    let last = entries.iter().max_by_key(|entry| entry.latest.or(entry.earliest));
    match (entries.first(), last) {
        (Some(first), Some(last)) if entries.len() > 1 => words::overview(entries.len(), &words_of(first), Some(&words_of(last))),
        (Some(first), _) => words::overview(entries.len(), &words_of(first), None),
        _ => words::count(0, words::DATE),
    }
}
