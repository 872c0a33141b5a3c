//! [`Found`] expressions in, [`TimeExpression`]s out. Only this module, `reckon` and `anchor` know when a story was published.

use super::calendar::Date;
use super::context::{Context, Role, Setting};
use super::direction::{self, Direction};
use super::explain::{self, describe};
use super::form::{Form, From, Pick, Point};
use super::numbers;
use super::pattern::Scan;
use super::reckon;
use super::recognize::{self, Found};
use super::rules::{holiday_value, may_move};
use super::value::{Length, TimeOfDay, Unit, Value};
use super::words::Hint;
use super::{Alternative, Anchor, Granularity, Modifier, TimeExpression, TimexType};
use crate::text::Span;

mod events;
mod joined;
mod nearby;
mod points;
mod reports;
mod speech;

pub use events::noun;
use joined::Before;
use nearby::{beside_other_zone, day_ahead, is_quoted};

/// What an expression means, and how that was found.
#[derive(Clone, Debug)]
pub struct Reading {
    /// Nothing if nothing anchors it.
    pub value: Option<Value>,
    /// What it was counted from.
    pub anchor: Anchor,
    /// In plain words.
    pub why: String,
    /// In percent.
    pub p: u8,
    /// Other readings.
    pub alternatives: Vec<Alternative>,
}

impl Reading {
    /// One that the words alone give.
    fn said(value: Value) -> Self {
        let why = explain::said(&value).to_string();
        Self { value: Some(value), anchor: Anchor::None, why, p: 97, alternatives: Vec::new() }
    }

    /// The same, if there is one.
    fn said_as(value: Option<Value>) -> Self {
        value.map_or_else(Self::unanchored, Self::said)
    }

    /// One that nothing anchors.
    fn unanchored() -> Self {
        let why = "cannot be dated without the day of publication".to_string();
        Self { value: None, anchor: Anchor::None, why, p: 50, alternatives: Vec::new() }
    }
}

/// Resolves the expressions of a story in order.
pub struct Resolver<'a> {
    scan: &'a Scan<'a>,
    published: Option<Date>,
    day_first: Option<bool>,
    context: Context,
    /// True if the expression being read stands in a quotation.
    quoted: bool,
    /// The expression before, if it is a date.
    before: Option<Before>,
    times: Vec<TimeExpression>,
}

impl<'a> Resolver<'a> {
    /// For a story published on that day; `day_first` is the order of dates in figures, if the story shows it.
    pub fn new(scan: &'a Scan<'a>, published: Option<Date>, day_first: Option<bool>) -> Self {
        Self { scan, published, day_first, context: Context::default(), quoted: false, before: None, times: Vec::new() }
    }

    /// Another story begins, published on that day.
    pub fn begin_story(&mut self, published: Date) {
        self.published = Some(published);
        self.context = Context::default();
        self.before = None;
    }

    /// Resolves the next expression.
    pub fn push(&mut self, all: &[Found], index: usize) {
        let Some(found) = all.get(index) else { return };
        let span = recognize::span(self.scan, found);
        let sentence = self.scan.document.sentence_at(span.start).unwrap_or(0);
        self.context.enter(self.scan.document, sentence, span.start);
        self.quoted = is_quoted(self.scan, found.first);
        let mut reading = match (&found.form, day_ahead(self.scan, all, index)) {
            (Form::Time(time, None), Some(day)) => on_day(self.read(day, &day.form, sentence), *time),
            _ => self.read(found, &found.form, sentence),
        };
        if let Some(told) = self.told_in_bracket(all, index, sentence) {
            reading = told;
        }
        self.count_from_event(found, &mut reading);
        self.told_behind(all, index, &mut reading);
        beside_other_zone(self.scan, all, index, &mut reading);
        if let Some(value) = &reading.value {
            let in_phrase = found.first.checked_sub(1).is_some_and(|before| self.scan.hints(before, Hint::Yearly));
            let is_report = self.is_report(found, value, sentence);
            let setting = Setting { in_phrase, is_report, role: self.role(all, index, reading.anchor) };
            self.context.tell(value, self.times.len() as u32, &found.form, setting, self.published);
        }
        self.before = Before::of(self.scan, found, &reading);
        let open = preposition(self.scan, found.first);
        self.times.push(expression(span, &words(span.of(self.scan.document.text)), found, reading, open));
    }

    /// All of them.
    pub fn finish(self) -> Vec<TimeExpression> {
        self.times
    }

    fn read(&self, found: &Found, form: &Form, sentence: usize) -> Reading {
        match form {
            Form::Value(value) => Reading::said(value.clone()),
            Form::Pair(one, _) => self.read(found, one, sentence),
            Form::Shift(Unit::Week, 0, From::Publication) => self.this_week(found, sentence),
            Form::Shift(unit @ (Unit::Day | Unit::Week), count, From::Context) => self.shift_from_told(found, *unit, *count, sentence),
            Form::Shift(unit, count, from) => self.shift(*unit, *count, *from),
            Form::Then => self.then(),
            Form::ThisDay => self.day_under_discussion(),
            Form::FirstDay => self.first_day(),
            Form::Time(time, None) => self.time_of_context(found, *time, sentence),
            Form::Time(time, Some(day)) => on_day(self.read(found, day, sentence), *time),
            Form::ShortYear(digits) => {
                let near = self.published.map_or(2000, |day| i32::from(day.year()));
                self.counted(Value::Year(numbers::year(*digits, near)), "the last year with these digits, or one of the next few", 85)
            }
            Form::ShortDecade(digit) => {
                let near = self.published.map_or(2010, |day| i32::from(day.year())) / 10;
                let decade = near - (near - digit).rem_euclid(10);
                self.counted(Value::Decade(decade), "the last such decade", 85)
            }
            Form::Ambiguous { first, second, year } => self.ambiguous(*first, *second, *year),
            Form::Point(point @ Point::Holiday(index), pick) => or_beside(self.point(found, *point, *pick, sentence), *index),
            Form::Point(point, pick) => self.point(found, *point, *pick, sentence),
            Form::HolidayOf(index, year) => or_beside(Reading::said_as(holiday_value(*index, *year)), *index),
            Form::DayOf(event, days) => self.day_of_event(*event, *days),
            Form::Beside(days, day) => beside(self.read(found, day, sentence), *days),
            Form::WeekendBy(day) => weekend_by(self.read(found, day, sentence)),
            Form::Around(unit, day) => around(self.read(found, day, sentence), *unit),
            Form::ReportedQuarter(years) => self.reported_quarter(*years),
            Form::ReportedOf(year) => self.reported_of(*year),
            Form::Ahead(length) => self.ahead(found, *length, sentence),
        }
    }

    fn counted(&self, value: Value, why: &str, p: u8) -> Reading {
        let anchor = if self.published.is_some() { Anchor::Publication } else { Anchor::None };
        Reading { value: Some(value), anchor, why: why.to_string(), p, alternatives: Vec::new() }
    }

    fn shift(&self, unit: Unit, count: i32, from: From) -> Reading {
        if unit.is_of_clock() {
            return self.shift_clock(unit, count);
        }
        let told = match from {
            From::Context => self.context.base(unit),
            From::Publication if unit == Unit::Day && self.quoted => self.day_of_speech(),
            From::Publication => None,
        };
        let Some(base) = told.or_else(|| Some((self.published?, Anchor::Publication))) else { return Reading::unanchored() };
        Self::shift_from(base, unit, count, from)
    }

    fn shift_from((base, anchor): (Date, Anchor), unit: Unit, count: i32, from: From) -> Reading {
        let value = reckon::shift(base, unit, count);
        let day = describe(base, anchor);
        let why = match count {
            0 => explain::stretch_of(unit, base, anchor),
            1 | -1 => format!("one {} {} {day}", unit.name(), if count < 0 { "before" } else { "after" }),
            _ => format!("{} {}s {} {day}", count.unsigned_abs(), unit.name(), if count < 0 { "before" } else { "after" }),
        };
        Reading { value, anchor, why, p: if from == From::Publication { 95 } else { 80 }, alternatives: Vec::new() }
    }

    /// `an hour later`: from the last clock time told.
    fn shift_clock(&self, unit: Unit, count: i32) -> Reading {
        let Some((date, clock, anchor)) = self.context.clock() else {
            return Reading::said(Value::Length(Length { halves: count.saturating_abs().saturating_mul(2), unit }));
        };
        let minutes = (clock / 100) * 60 + clock % 100 + if unit == Unit::Hour { count.saturating_mul(60) } else { count };
        let day = date.add_days(minutes.div_euclid(1440));
        let minutes = minutes.rem_euclid(1440);
        let value = day.map(|day| Value::Time(day, TimeOfDay::Clock(minutes / 60 * 100 + minutes % 60)));
        Reading { value, anchor, why: "counted from the hour last mentioned".to_string(), p: 75, alternatives: Vec::new() }
    }

    fn ahead(&self, found: &Found, length: Length, sentence: usize) -> Reading {
        let looks_ahead = self.direction(found, sentence) == Direction::Future
            && !self.is_habit(found, sentence)
            && length.halves > 0
            && length.halves % 2 == 0;
        if looks_ahead && self.published.is_some() {
            return self.shift(length.unit, length.halves / 2, From::Publication);
        }
        Reading::said(Value::Length(length))
    }

    fn direction(&self, found: &Found, sentence: usize) -> Direction {
        let range = self.scan.document.sentences.get(sentence).map_or(0..0, crate::text::Sentence::range);
        direction::of(self.scan, found.first, found.end, range)
    }

    fn time_of_context(&self, found: &Found, time: TimeOfDay, sentence: usize) -> Reading {
        let is_of_any_day = self.context.is_of_old() || self.is_daily(found, sentence);
        let told = if is_of_any_day { None } else { self.context.day_of_clock().or_else(|| Some((self.published?, Anchor::Publication))) };
        let Some((day, anchor)) = told else {
            let why = "a time of day; the story does not say which day".to_string();
            return Reading { value: Some(Value::AnyDay(time)), anchor: Anchor::None, why, p: 60, alternatives: Vec::new() };
        };
        let why = format!("on {}", describe(day, anchor));
        Reading { value: Some(Value::Time(day, time)), anchor, why, p: 75, alternatives: Vec::new() }
    }

    fn ambiguous(&self, first: i8, second: i8, year: i32) -> Reading {
        let day_first = Date::clamped(year, second, first).map(Value::Day);
        let month_first = Date::clamped(year, first, second).map(Value::Day);
        let near = |value: &Option<Value>| {
            let day = value.as_ref().and_then(Value::days).map(|days| days.0);
            day.zip(self.published).map_or(i32::MAX, |(day, published)| day.days_to(published).abs())
        };
        let is_published = |value: &Option<Value>| near(value) == 0;
        let is_day_first = self
            .day_first
            .unwrap_or_else(|| is_published(&day_first) || near(&day_first) < near(&month_first) && !is_published(&month_first));
        let (value, other) = if is_day_first { (day_first, month_first) } else { (month_first, day_first) };
        let told = self.day_first.is_some() || is_published(&value);
        let order = |day_first: bool| if day_first { "if the day stands first" } else { "if the month stands first" };
        let alternative = other.map(|value| Alternative { value: value.timex(), why: order(!is_day_first).to_string() });
        let why = match (told, is_day_first) {
            _ if self.day_first.is_none() && is_published(&value) => "the day of publication",
            (true, true) => "the day stands first, as the story shows elsewhere",
            (true, false) => "the month stands first, as the story shows elsewhere",
            (false, true) => "read with the day first; the story does not show the order",
            (false, false) => "read with the month first; the story does not show the order",
        };
        Reading {
            value,
            anchor: Anchor::None,
            why: why.to_string(),
            p: if told { 90 } else { 55 },
            alternatives: alternative.into_iter().collect(),
        }
    }
}

/// The days beside a named day that may move, as other readings.
fn or_beside(mut reading: Reading, index: u8) -> Reading {
    let Some((why, shifts)) = may_move(index) else { return reading };
    let moved = |days: i32| match reading.value {
        Some(Value::Day(day)) => day.add_days(days).map(Value::Day),
        Some(Value::Days(first, last)) => Some(Value::Days(first.add_days(days)?, last.add_days(days)?)),
        _ => None,
    };
    let others = shifts.iter().filter_map(|days| moved(*days));
    reading.alternatives = others.map(|value| Alternative { value: value.timex(), why: why.to_string() }).collect();
    reading.why.push_str("; reckoned, by a day it may be another");
    reading.p = 65;
    reading
}

/// The weekend that a day makes long: `Labor Day weekend`, `Thanksgiving weekend`.
fn weekend_by(mut reading: Reading) -> Reading {
    let day = speech::days(&reading).map(|days| days.0);
    reading.value = day.and_then(|day| reckon::weekend(if day.weekday() <= 2 { day.add_days(-2)? } else { day }));
    reading
}

/// Widens a day to the unit that it lies in.
fn around(mut reading: Reading, unit: Unit) -> Reading {
    let day = reading.value.as_ref().and_then(Value::days).map(|days| days.0);
    reading.value = day.and_then(|day| reckon::shift(day, unit, 0));
    reading
}

/// The day so many days on from the one read.
fn beside(mut reading: Reading, days: i32) -> Reading {
    let day = speech::days(&reading).map(|(first, last)| if days < 0 { first } else { last });
    reading.value = day.and_then(|day| day.add_days(days)).map(Value::Day);
    let side = if days < 0 { "before" } else { "after" };
    reading.why = match days.abs() {
        1 => format!("the day {side} {}", reading.why),
        many => format!("{many} days {side} {}", reading.why),
    };
    reading
}

fn on_day(mut reading: Reading, time: TimeOfDay) -> Reading {
    reading.value = match reading.value {
        Some(Value::Day(day) | Value::Time(day, _)) => Some(Value::Time(day, time)),
        _ => None,
    };
    reading
}

/// `since` and `until` before a time, which leave one end open.
fn preposition(scan: &Scan, first: usize) -> Option<Open> {
    let at = first.checked_sub(1)?;
    if scan.is_word(at, "since") {
        Some(Open::End)
    } else if scan.is_word(at, "until") || scan.is_word(at, "till") {
        Some(Open::Beginning)
    } else {
        None
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Open {
    Beginning,
    End,
}

/// The words of an expression in one line, cut where they are many.
fn words(text: &str) -> String {
    const LONGEST: usize = 60;
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= LONGEST { line } else { line.chars().take(LONGEST).chain(['…']).collect() }
}

/// The expression as the story's reader gets it.
fn expression(span: Span, words: &str, found: &Found, reading: Reading, open: Option<Open>) -> TimeExpression {
    let Reading { value, anchor, why, p, alternatives } = reading;
    let kind = kind(&found.form, value.as_ref());
    let days = value.as_ref().and_then(Value::days);
    let granularity = value.as_ref().map_or(Granularity::Vague, Value::granularity);
    let mut edtf = value.as_ref().and_then(Value::edtf);
    if found.modifier == Some(Modifier::Approx) {
        edtf = edtf.filter(|edtf| !edtf.contains('/')).map(|edtf| format!("{edtf}~"));
    }
    let (mut earliest, mut latest) = (days.map(|days| days.0), days.map(|days| days.1));
    let mut range = false;
    if let (Some(open), Some((first, last))) = (open, days) {
        range = true;
        (earliest, latest) = if open == Open::End { (Some(first), None) } else { (None, Some(last)) };
        edtf = edtf.map(|edtf| opened(&edtf, open));
    }
    let set = match &value {
        Some(Value::Set(set)) => Some((set.quant.map(str::to_string), set.freq.clone())),
        _ => None,
    };
    let (quant, freq) = set.unwrap_or_default();
    TimeExpression {
        span,
        kind,
        value: value.map(|value| value.timex()).unwrap_or_default(),
        modifier: found.modifier,
        quant,
        freq,
        edtf,
        earliest,
        latest,
        granularity: if range { Granularity::Range } else { granularity },
        anchor,
        why: format!("“{words}”: {why}"),
        p,
        alternatives,
    }
}

/// An interval with one open end; of an interval, the end that is told.
fn opened(edtf: &str, open: Open) -> String {
    match (open, edtf.split_once('/')) {
        (Open::End, Some((first, _))) => format!("{first}/.."),
        (Open::End, None) => format!("{edtf}/.."),
        (Open::Beginning, Some((_, last))) => format!("../{last}"),
        (Open::Beginning, None) => format!("../{edtf}"),
    }
}

fn kind(form: &Form, value: Option<&Value>) -> TimexType {
    match value {
        Some(Value::Length(_) | Value::Lengths(_)) => TimexType::Duration,
        Some(Value::Set(_)) => TimexType::Set,
        Some(Value::Time(..) | Value::AnyDay(_)) => TimexType::Time,
        None if matches!(form, Form::Time(..)) => TimexType::Time,
        _ => TimexType::Date,
    }
}
