//! How a time was reckoned, in plain words.

use super::Anchor;
use super::calendar::Date;
use super::direction::Direction;
use super::form::{Pick, Point};
use super::value::{Reference, Value};

/// A day as a person says it, and what it is.
pub fn describe(day: Date, anchor: Anchor) -> String {
    const DAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
    const MONTHS: [&str; 12] =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
    let weekday = DAYS[(day.weekday() - 1).rem_euclid(7) as usize];
    let month = MONTHS[(day.month() - 1).rem_euclid(12) as usize];
    let date = format!("{weekday} {} {month} {}", day.day(), day.year());
    match anchor {
        Anchor::Publication => format!("publication, {date}"),
        _ => format!("the date told before, {date}"),
    }
}

/// What words say that need no counting.
pub fn said(value: &Value) -> &'static str {
    match value {
        Value::Day(_) => "a date in full",
        Value::Time(..) => "a date in full, with its hour",
        Value::Days(..) => "days of a festival with its year",
        Value::Week(..) | Value::Weekend(..) => "a week of the calendar",
        Value::Month(..) => "a month with its year",
        Value::Quarter(..) => "a quarter with its year",
        Value::Half(..) => "a half of a year that is told",
        Value::Season(..) => "a season with its year",
        Value::Year(_) => "a year",
        Value::Decade(_) => "the ten years that begin so",
        Value::Century(_) => "the hundred years that are counted so",
        Value::Bc(_) => "a year before Christ",
        Value::AnyDay(_) => "a time of a day that is not told",
        Value::Reference(Reference::Past) => "some time ago; how long is not told",
        Value::Reference(Reference::Present) => "the time of writing, not a certain day",
        Value::Reference(Reference::Future) => "some time to come; when is not told",
        Value::Length(length) if length.halves < 0 => "a length of time; how long is not told",
        Value::Length(_) | Value::Lengths(_) => "a length of time",
        Value::Set(_) => "a time that comes again",
    }
}

/// How the time was chosen: `the last such weekday, counted back from …`; `side` is where it lies, seen from there.
pub fn explain(point: Point, pick: Pick, direction: Direction, side: Option<Direction>, base: &str) -> String {
    let what = match point {
        Point::MonthDay(..) => "day of that name",
        Point::NthWeekday(..) => "weekday of that place in the month",
        Point::WeekOfMonth(..) => "week of that place in the month",
        Point::Month(_) => "month of that name",
        Point::DayOfMonth(_) => "day of that number",
        Point::Weekday(_) => "such weekday",
        Point::Weekend => "weekend",
        Point::Quarter(_) => "quarter of that number",
        Point::Half(_) => "half-year of that number",
        Point::Season(_) => "such season",
        Point::Holiday(index) => super::rules::holiday_name(index).trim_start_matches("the "),
    };
    match (pick, direction) {
        (Pick::Last | Pick::Before, _) => format!("the last {what} before {base}"),
        (Pick::Next | Pick::After, _) => format!("the next {what} after {base}"),
        (Pick::This, _) => format!("the {what} of the time of {base}"),
        (Pick::Shifted(_) | Pick::SameYear | Pick::Same, _) => format!("the {what}, counted from {base}"),
        (Pick::Bare, _) => bare(what, direction, side, base),
    }
}

fn bare(what: &str, direction: Direction, side: Option<Direction>, base: &str) -> String {
    match (direction, side) {
        (Direction::Past, Some(Direction::Past)) => format!("the last {what}, counted back from {base}, since the sentence looks back"),
        (Direction::Future, Some(Direction::Future)) => format!("the next {what}, counted on from {base}, since the sentence looks ahead"),
        (_, Some(Direction::Past)) => format!("the last {what}, counted back from {base}"),
        (_, Some(Direction::Future)) => format!("the next {what}, counted on from {base}"),
        _ => format!("the {what} that falls on or around {base}"),
    }
}
