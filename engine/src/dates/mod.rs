//! Document in, [`TimeExpression`]s out: the words that say when, and which days they mean.
//!
//! Recognition (`rules`) and resolution (`resolve`) are apart: a rule says what the words are, only
//! `resolve` knows the publication date.

mod anchor;
pub mod calendar;
mod context;
mod digest;
mod direction;
mod explain;
mod form;
mod lunar;
mod modifiers;
mod numbers;
mod order;
mod pattern;
#[cfg(test)]
mod properties;
mod reckon;
mod recognize;
mod resolve;
#[expect(clippy::unnecessary_wraps, reason = "the rules of a table have one type")]
mod rules;
mod value;
mod words;

use serde::{Deserialize, Serialize};

pub use calendar::Date;

use crate::mentions::Mention;
use crate::text::{Document, Span};

/// The types of TIMEX3 (TimeML 1.2.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum TimexType {
    /// A day or a longer stretch of the calendar.
    Date,
    /// A part of a day.
    Time,
    /// A length of time.
    Duration,
    /// A time that comes again.
    Set,
}

/// How exactly the words say when.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "the names say it")]
pub enum Granularity {
    Time,
    Day,
    Weekend,
    Week,
    Month,
    Quarter,
    Season,
    Half,
    Year,
    Decade,
    Century,
    /// From one date to another, or open at one end.
    Range,
    /// A length of time, not a place in it.
    Duration,
    /// Comes again.
    Set,
    /// `now`, `recently`, `soon`.
    Vague,
}

/// TIMEX3 `mod`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
#[expect(missing_docs, reason = "the names are TimeML's")]
pub enum Modifier {
    Before,
    After,
    OnOrBefore,
    OnOrAfter,
    LessThan,
    MoreThan,
    EqualOrLess,
    EqualOrMore,
    Start,
    Mid,
    End,
    Approx,
}

/// What a date was counted from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Anchor {
    /// The words say it all.
    None,
    /// The publication date.
    Publication,
    /// Another time expression, by index.
    Expression(u32),
}

/// Another reading of an ambiguous expression.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Alternative {
    /// TIMEX3 value.
    pub value: String,
    /// When it would be the right one, in plain words.
    pub why: String,
}

/// Words that say when, how long or how often.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TimeExpression {
    /// Where it stands: articles and modifiers inside, prepositions outside.
    pub span: Span,
    /// TIMEX3 type.
    pub kind: TimexType,
    /// TIMEX3 value: `2019-10-30`, `2019-Q3`, `P3M`, `PRESENT_REF`; empty for a relative date that nothing anchors.
    pub value: String,
    /// TIMEX3 `mod`.
    pub modifier: Option<Modifier>,
    /// TIMEX3 `quant` of a set: `EVERY`.
    pub quant: Option<String>,
    /// TIMEX3 `freq` of a set: `2X`.
    pub freq: Option<String>,
    /// EDTF (ISO 8601-2), level 1 and quarters and halves of level 2, where one exists.
    pub edtf: Option<String>,
    /// First civil day it can mean; `None` if open or not on the calendar.
    pub earliest: Option<Date>,
    /// Last civil day it can mean; `None` if open or not on the calendar.
    pub latest: Option<Date>,
    /// How exact it is.
    pub granularity: Granularity,
    /// What it was counted from.
    pub anchor: Anchor,
    /// How it was read, in plain words.
    pub why: String,
    /// How sure the reading is, in percent.
    pub p: u8,
    /// Other readings, likeliest first.
    pub alternatives: Vec<Alternative>,
}

/// How the publication date is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum PublishedHow {
    /// The reader, or the calling program, said so.
    Given,
    /// The story's dateline or a date line at its top.
    Dateline,
    /// Data that came with the story.
    Metadata,
    /// A date in the story's address.
    Url,
}

/// When the story was published.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Published {
    /// The day.
    pub date: Date,
    /// How it is known.
    pub how: PublishedHow,
    /// Where the text says it.
    pub span: Option<Span>,
}

/// What a text says about time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dated {
    /// When the text, or the first of its stories, was published.
    pub published: Option<Published>,
    /// Its time expressions, in order.
    pub times: Vec<TimeExpression>,
    /// Where the stories behind the first one begin, and when each was published.
    later: Vec<(u32, Date)>,
}

impl Dated {
    /// When the story that holds the byte `at` was published.
    pub fn published_at(&self, at: u32) -> Option<Date> {
        let begun = self.later.partition_point(|(start, _)| *start <= at);
        let story = begun.checked_sub(1).and_then(|index| self.later.get(index));
        story.map(|(_, date)| *date).or_else(|| self.published.map(|published| published.date))
    }
}

/// Finds and resolves the time expressions of a story; linear in its length.
///
/// `given` is the publication date as the reader knows it; without one it is looked for in the text. Of several stories in
/// one paste it is that of the first one; each other one is resolved from its own dateline.
pub fn find(document: &Document, mentions: &[Mention], given: Option<Date>) -> Dated {
    let grammar = rules::Grammar::get();
    let scan = pattern::Scan { document, tags: grammar.lexicon.tags(document), lexicon: &grammar.lexicon };
    let mut found = recognize::recognize(&scan, grammar);
    let published = match given {
        Some(date) => Some(Published { date, how: PublishedHow::Given, span: None }),
        None => anchor::find(&scan, &found),
    };
    recognize::outside_names(&scan, mentions, &mut found);
    let mut resolver = resolve::Resolver::new(&scan, published.map(|published| published.date), order::day_first(&scan, &found));
    let sections = published.map(|first| digest::sections(&scan, &found, first)).unwrap_or_default();
    let later: Vec<(u32, Date)> = sections.iter().map(|section| (section.start, section.published.date)).collect();
    let mut ahead = later.iter().peekable();
    for index in 0..found.len() {
        let start = recognize::span(&scan, &found[index]).start;
        while let Some((_, date)) = ahead.next_if(|(begin, _)| *begin <= start) {
            resolver.begin_story(*date);
        }
        resolver.push(&found, index);
    }
    Dated { published, times: resolver.finish(), later }
}

impl TimeExpression {
    /// True for a date that is on the calendar but cannot be placed: `last Friday` without a publication date.
    pub fn is_unresolved(&self) -> bool {
        matches!(self.kind, TimexType::Date | TimexType::Time) && self.value.is_empty()
    }
}
