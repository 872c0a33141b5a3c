//! How a time was reckoned, in plain words.

use super::Anchor;
use super::calendar::Date;
use super::direction::Direction;
use super::form::{Pick, Point};
use super::value::{Reference, Unit, Value};

const DAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const MONTHS: [&str; 12] =
    ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
const SEASONS: [&str; 4] = ["spring", "summer", "autumn", "winter"];

const fn weekday_name(weekday: i8) -> &'static str {
    DAYS[(weekday - 1).rem_euclid(7) as usize]
}

const fn month_name(month: i8) -> &'static str {
    MONTHS[(month - 1).rem_euclid(12) as usize]
}

/// A day as a person says it, and what it is.
pub fn describe(day: Date, anchor: Anchor) -> String {
    match anchor {
        Anchor::Publication => format!("publication, {}", full(day)),
        _ => format!("the day under discussion, {}", full(day)),
    }
}

/// The stretch of the calendar that a day lies in.
pub fn stretch_of(unit: Unit, day: Date, anchor: Anchor) -> String {
    match (unit, anchor) {
        (Unit::Day, Anchor::Publication) => format!("the day of publication, {}", full(day)),
        (Unit::Day, _) => describe(day, anchor),
        _ => format!("the {} of {}", unit.name(), describe(day, anchor)),
    }
}

/// A day as a person says it.
pub fn full(day: Date) -> String {
    format!("{} {} {} {}", weekday_name(day.weekday()), day.day(), month_name(day.month()), day.year())
}

/// What words say that need no counting.
pub fn said(value: &Value) -> &'static str {
    match value {
        Value::Day(_) => "a date in full",
        Value::Time(..) => "a date in full, with its time",
        Value::Days(..) => "a festival with its year",
        Value::Week(..) | Value::Weekend(..) => "a certain week",
        Value::Month(..) => "a month with its year",
        Value::Quarter(..) => "a quarter with its year",
        Value::Half(..) => "half of a year, with its year",
        Value::Season(..) => "a season with its year",
        Value::Year(_) => "a year",
        Value::Decade(_) => "a decade",
        Value::Century(_) => "a century",
        Value::Bc(_) => "a year before Christ",
        Value::AnyDay(_) => "a time of day; the story does not say which day",
        Value::Reference(Reference::Past) => "some time ago; the story does not say how long",
        Value::Reference(Reference::Present) => "the time of writing, no particular day",
        Value::Reference(Reference::Future) => "some time to come; the story does not say when",
        Value::Length(length) if length.halves < 0 => "a length of time; the story does not say how long",
        Value::Length(_) | Value::Lengths(_) => "a length of time",
        Value::Set(_) => "a time that repeats",
    }
}

/// How the time was chosen: `the last Friday before …`; `side` is where it lies, seen from there.
pub fn explain(point: Point, pick: Pick, direction: Direction, side: Option<Direction>, (day, anchor): (Date, Anchor)) -> String {
    let what = name(point);
    let base = describe(day, anchor);
    let stretch = match point {
        Point::Weekday(_) | Point::Weekend => "week",
        Point::DayOfMonth(_) => "month",
        _ => "year",
    };
    let counted = |count: i32, side: &str| match count {
        1 => format!("the {what} of the {stretch} {side} that of {base}"),
        _ => format!("the {what} of the {stretch} {count} {stretch}s {side} that of {base}"),
    };
    match pick {
        Pick::Last | Pick::Before => format!("the last {what} before {base}"),
        Pick::Next | Pick::After => format!("the next {what} after {base}"),
        Pick::Same | Pick::SameYear | Pick::Shifted(0) => format!("the {what} of the {stretch} of {base}"),
        Pick::Shifted(count) if count < 0 => counted(-count, "before"),
        Pick::Shifted(count) => counted(count, "after"),
        Pick::This | Pick::Bare => match (direction, side) {
            (Direction::Past, Some(Direction::Past)) => format!("the last {what} before {base}, as the sentence looks back"),
            (Direction::Future, Some(Direction::Future)) => format!("the next {what} after {base}, as the sentence looks ahead"),
            (_, Some(Direction::Past)) => format!("the last {what} before {base}"),
            (_, Some(Direction::Future)) => format!("the next {what} after {base}"),
            _ if is_day(point) => stretch_of(Unit::Day, day, anchor),
            _ => format!("the {what} of {base}"),
        },
    }
}

const fn is_day(point: Point) -> bool {
    matches!(point, Point::MonthDay(..) | Point::DayOfMonth(_) | Point::Weekday(_) | Point::NthWeekday(..) | Point::Holiday(_))
}

/// What comes again, as a person calls it: `Friday`, `12 March`, `second Sunday in May`.
fn name(point: Point) -> String {
    match point {
        Point::MonthDay(month, day) => format!("{day} {}", month_name(month)),
        Point::NthWeekday(month, day, nth) => format!("{} {} in {}", ordinal(nth), weekday_name(day), month_name(month)),
        Point::WeekOfMonth(month, nth) => format!("{} week of {}", ordinal(nth), month_name(month)),
        Point::Month(month) => month_name(month).to_string(),
        Point::DayOfMonth(day) => format!("day {day}"),
        Point::Weekday(day) => weekday_name(day).to_string(),
        Point::Weekend => "weekend".to_string(),
        Point::Quarter(quarter) => format!("{}–{} quarter", month_name(3 * quarter - 2), month_name(3 * quarter)),
        Point::Half(half) => format!("{}–{} half-year", month_name(6 * half - 5), month_name(6 * half)),
        Point::Season(season) => SEASONS[(season - 1).rem_euclid(4) as usize].to_string(),
        Point::Holiday(index) => super::rules::holiday_name(index).trim_start_matches("the ").to_string(),
    }
}

const fn ordinal(nth: i8) -> &'static str {
    match nth {
        1 => "first",
        2 => "second",
        3 => "third",
        4 => "fourth",
        5 => "fifth",
        _ => "last",
    }
}
