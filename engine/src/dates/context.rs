//! The dates that a story has told so far: from where `the next day` and `a year earlier` count.

use super::Anchor;
use super::calendar::Date;
use super::form::{Form, Pick, Point};
use super::value::{TimeOfDay, Unit, Value};
use crate::text::{BlockKind, Document, Span};

/// So many sentences a date stays under discussion.
const LIFE: usize = 8;

/// A story that tells a time so many years back goes on telling of it.
const AGO: i32 = 3;

/// A story is about what happened at most so many days before.
const LEAD_DAYS: i32 = 14;

/// So many sentences a heading stands over.
const CHAPTER: usize = 40;

/// A heading has at most so many bytes.
const HEADING_BYTES: usize = 60;

/// What lies so many days back is another time than that of the event a story is about.
const OLD: i32 = 200;

/// So many sentences before a quotation, its day may have been told.
const SPEECH: usize = 3;

/// A date told.
#[derive(Clone, Debug)]
struct Told {
    value: Value,
    first: Date,
    index: u32,
    sentence: usize,
    block: usize,
}

/// How a date stands in its sentence.
#[derive(Clone, Copy, Debug)]
pub struct Setting {
    /// A word like `in` or `since` stands before it.
    pub in_phrase: bool,
    /// A quarter is reported on, not looked ahead to.
    pub is_report: bool,
    /// What it does there.
    pub role: Role,
}

/// What a date does in its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// It says when.
    Plain,
    /// It tells which thing is meant, not when something happened: `the 1988 bombing`.
    Attribute,
    /// It does not move the story on: `yesterday` in a quotation, an hour told again for another zone.
    Aside,
    /// What is told of is compared with that time: `higher than a year ago`.
    Compared,
}

/// The dates under discussion.
#[derive(Debug, Default)]
pub struct Context {
    sentence: usize,
    block: usize,
    /// True in a dateline.
    in_head: bool,
    /// The day of the event that the story is about: the first one told in its running text, shortly before publication.
    lead: Option<Told>,
    /// True if a date within a year of publication has been told.
    recent: bool,
    /// The last day, with or without a time.
    day: Option<Told>,
    /// The last day that was not to come when the story was published.
    past_day: Option<Told>,
    /// The last date of any length.
    date: Option<Told>,
    /// The last day or month.
    month: Option<Told>,
    /// The last date of any length up to a year.
    year: Option<Told>,
    /// The last quarter that a report is about.
    quarter: Option<Told>,
    /// The sentence of the last length of several months, if no quarter has been told since: `for the nine months`.
    months: Option<usize>,
    /// The last date that named its year.
    explicit: Option<Told>,
    /// True in a short line of its own, such as a heading.
    in_heading: bool,
    /// The year that heads this part of the text.
    chapter: Option<Told>,
}

/// True if the year at the byte `at` is all that the block says, or stands in brackets at the end of its short line.
fn heads(document: &Document, block: Span, at: u32) -> bool {
    let text = block.of(document.text);
    let line = text.trim();
    let is_alone = line.len() == 4;
    let in_brackets = line.ends_with(')') && text.get((at - block.start) as usize..).is_some_and(|rest| rest.trim().len() == 5);
    line.len() <= HEADING_BYTES && (is_alone || in_brackets)
}

impl Context {
    /// The next expression stands in that sentence, at that byte.
    pub fn enter(&mut self, document: &Document, sentence: usize, at: u32) {
        self.sentence = sentence;
        self.block = document.blocks.partition_point(|block| block.span.end <= at);
        self.in_heading = self.block > 0 && document.blocks.get(self.block).is_some_and(|block| heads(document, block.span, at));
        self.in_head = document.blocks.get(self.block).is_some_and(|block| matches!(block.kind, BlockKind::Dateline | BlockKind::Byline));
    }

    /// A date is told.
    pub fn tell(
        &mut self,
        value: &Value,
        index: u32,
        form: &Form,
        Setting { in_phrase, is_report, role }: Setting,
        published: Option<Date>,
    ) {
        if matches!(value, Value::Length(length) if length.unit == Unit::Month && (12..24).contains(&length.halves)) {
            self.months = Some(self.sentence);
        }
        let Some((first, _)) = value.days() else { return };
        self.recent |= published.is_some_and(|day| first.days_to(day).abs() <= 366);
        let is_day = matches!(value, Value::Day(_) | Value::Time(..));
        let told = Told { value: value.clone(), first, index, sentence: self.sentence, block: self.block };
        let is_lead = published.is_some_and(|day| (0..=LEAD_DAYS).contains(&first.days_to(day))) && !self.in_head;
        if role == Role::Aside {
            return;
        }
        self.date = Some(told.clone());
        if is_day && is_lead && self.lead.is_none() {
            self.lead = Some(told.clone());
        }
        // `at 7:37 p.m. on Wednesday`: the day adds nothing to its hour.
        let of_hour = |before: &Told| before.sentence == self.sentence && before.first == first && matches!(before.value, Value::Time(..));
        let is_known = matches!(value, Value::Day(_)) && self.day.as_ref().is_some_and(of_hour);
        if is_day && !is_known {
            if published.is_some_and(|day| first <= day) {
                self.past_day = Some(told.clone());
            }
            self.day = Some(told.clone());
        }
        if matches!(value, Value::Year(_)) && self.in_heading && matches!(form, Form::Value(_)) {
            self.chapter = Some(told.clone());
        }
        if matches!(value, Value::Day(_) | Value::Time(..) | Value::Month(..)) {
            self.month = Some(told.clone());
        }
        let is_compared = role == Role::Compared || matches!(form, Form::ReportedQuarter(-1) | Form::ReportedOf(_));
        if matches!(value, Value::Quarter(..)) && !is_compared {
            self.months = None;
            if is_report {
                self.quarter = Some(told.clone());
            }
        }
        let is_dated = matches!(form, Form::Value(Value::Day(_) | Value::Month(..) | Value::Season(..)));
        if role != Role::Attribute && (is_dated || matches!(value, Value::Year(_)) && matches!(form, Form::Value(_)) && in_phrase) {
            self.explicit = Some(told.clone());
        }
        if !matches!(value, Value::Decade(_) | Value::Century(_)) && !is_compared {
            self.year = Some(told);
        }
    }

    fn living(&self, told: Option<&Told>) -> Option<(Date, Anchor)> {
        told.filter(|told| told.sentence + LIFE >= self.sentence).map(|told| (told.first, Anchor::Expression(told.index)))
    }

    /// The date that so many units are counted from.
    pub fn base(&self, unit: Unit) -> Option<(Date, Anchor)> {
        match unit {
            Unit::Day | Unit::Week => self.living(self.day.as_ref()),
            Unit::Month => self.living(self.month.as_ref()),
            _ => self.living(self.year.as_ref()),
        }
    }

    /// The last day told that was over, or had come, when the story was published.
    pub fn past_base(&self) -> Option<(Date, Anchor)> {
        self.living(self.past_day.as_ref())
    }

    /// The date told last, whatever its length: what `then` stands for.
    pub fn last(&self) -> Option<(&Value, Anchor)> {
        let told = self.date.as_ref().filter(|told| told.sentence + LIFE >= self.sentence)?;
        Some((&told.value, Anchor::Expression(told.index)))
    }

    /// The last quarter told: a day of it.
    pub fn quarter(&self) -> Option<(Date, Anchor)> {
        let told = self.quarter.as_ref()?;
        Some((told.first, Anchor::Expression(told.index)))
    }

    /// True if the story has told of something shortly before or after its publication.
    pub fn is_recent(&self) -> bool {
        self.recent
    }

    /// True if the report tells of several months here, not of a quarter.
    pub fn is_of_months(&self) -> bool {
        self.months.is_some_and(|sentence| sentence + 1 >= self.sentence)
    }

    /// The last day told within the last sentences, for quotations.
    pub fn quoted_day(&self) -> Option<(Date, Anchor)> {
        let told = self.day.as_ref().filter(|told| told.sentence + SPEECH >= self.sentence)?;
        Some((told.first, Anchor::Expression(told.index)))
    }

    /// The day of the event that the story is about.
    pub fn lead_day(&self) -> Option<(Date, Anchor)> {
        self.lead.as_ref().map(|told| (told.first, Anchor::Expression(told.index)))
    }

    /// The day that a clock time without one belongs to: that of its sentence, else of the event the story is about.
    pub fn day_of_clock(&self) -> Option<(Date, Anchor)> {
        let here = self.day.as_ref().filter(|told| told.sentence == self.sentence);
        here.or(self.lead.as_ref()).or(self.day.as_ref()).map(|told| (told.first, Anchor::Expression(told.index)))
    }

    /// True if the text has gone over to a month or a year long before the event that the story is about.
    pub fn is_of_old(&self) -> bool {
        let Some((date, lead)) = self.date.as_ref().zip(self.lead.as_ref()) else { return false };
        let is_long = matches!(date.value, Value::Month(..) | Value::Year(_) | Value::Season(..));
        is_long && date.block == self.block && date.sentence + 1 >= self.sentence && date.first.days_to(lead.first) > OLD
    }

    /// The last clock time told, as 100 h + m, and its day.
    pub fn clock(&self) -> Option<(Date, i32, Anchor)> {
        match self.day.as_ref()? {
            Told { value: Value::Time(day, TimeOfDay::Clock(clock)), index, .. } => Some((*day, *clock, Anchor::Expression(*index))),
            _ => None,
        }
    }

    /// The date told that a point is counted from, where it is not the day of publication.
    pub fn for_point(&self, point: Point, pick: Pick, published: Option<Date>) -> Option<(Date, Anchor)> {
        match (pick, point) {
            (Pick::Before | Pick::After | Pick::Same | Pick::SameYear, Point::Weekday(_) | Point::Weekend) => self.base(Unit::Day),
            (Pick::Before | Pick::After | Pick::Same | Pick::SameYear, _) => self.base(Unit::Year),
            (Pick::Bare, Point::DayOfMonth(_)) => self.base(Unit::Month),
            (Pick::Bare, Point::Month(_) | Point::MonthDay(..) | Point::Season(_)) => self.explicit_year(published),
            // An old decree, told in full: `the 12th of October last`.
            (Pick::Last | Pick::Next, Point::MonthDay(..)) if !self.recent => self.year_told(published),
            _ => None,
        }
    }

    /// The year that the story tells of.
    fn explicit_year(&self, published: Option<Date>) -> Option<(Date, Anchor)> {
        self.year_told(published).or_else(|| {
            let chapter = self.chapter.as_ref().filter(|told| told.sentence + CHAPTER >= self.sentence)?;
            Some((chapter.first, Anchor::Expression(chapter.index)))
        })
    }

    fn year_told(&self, published: Option<Date>) -> Option<(Date, Anchor)> {
        let told = self.explicit.as_ref()?;
        let years = published.map_or(0, |day| i32::from(day.year()) - i32::from(told.first.year()));
        let same_sentence = told.sentence == self.sentence;
        let same_part = told.block == self.block && told.sentence + LIFE >= self.sentence;
        let goes_on = !self.recent && told.sentence + 4 * LIFE >= self.sentence;
        let next_part = told.block + 1 >= self.block && told.sentence + LIFE >= self.sentence || goes_on;
        let is_year = matches!(told.value, Value::Year(_));
        let holds =
            if is_year { same_sentence || same_part && years >= AGO && !self.recent } else { same_sentence || next_part && years >= AGO };
        if !holds {
            return None;
        }
        Some((told.first, Anchor::Expression(told.index)))
    }
}
