//! How a time was reckoned, in plain words.

use super::Anchor;
use super::calendar::Date;
use super::direction::Direction;
use super::form::{Pick, Point};

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

/// How the time was chosen: `the last such weekday, counted back from …`.
pub fn explain(point: Point, pick: Pick, direction: Direction, base: &str) -> String {
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
        Point::Holiday(index) => super::rules::holiday_name(index),
    };
    match (pick, direction) {
        (Pick::Last | Pick::Before, _) => format!("the last {what} before {base}"),
        (Pick::Next | Pick::After, _) => format!("the next {what} after {base}"),
        (Pick::This, _) => format!("the {what} of the time of {base}"),
        (Pick::Shifted(_) | Pick::SameYear | Pick::Same, _) => format!("the {what}, counted from {base}"),
        (Pick::Bare, Direction::Past) => format!("the last {what}, counted back from {base}, since the sentence looks back"),
        (Pick::Bare, Direction::Future) => format!("the next {what}, counted on from {base}, since the sentence looks ahead"),
        (Pick::Bare, Direction::Unknown) => format!("the {what} nearest to {base}"),
    }
}
