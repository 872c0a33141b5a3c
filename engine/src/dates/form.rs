//! What words say about a time before it is known when they were written.

use super::value::{Length, TimeOfDay, Unit, Value};

/// A place in a longer stretch of the calendar; numbers count from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Point {
    MonthDay(i8, i8),
    Month(i8),
    DayOfMonth(i8),
    Weekday(i8),
    /// The nth such weekday of a month, the last if negative: month, weekday, nth.
    NthWeekday(i8, i8, i8),
    /// The nth week of a month.
    WeekOfMonth(i8, i8),
    Weekend,
    Quarter(i8),
    Half(i8),
    Season(i8),
    /// By its index in the table of holidays.
    Holiday(u8),
}

/// Which of the points that come again is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pick {
    /// The words do not say: tense and nearness decide.
    Bare,
    /// `last Friday`.
    Last,
    /// `this Friday`.
    This,
    /// `next Friday`.
    Next,
    /// `the previous Friday`: before the date told about.
    Before,
    /// `the following Friday`: after the date told about.
    After,
    /// `that Friday`.
    Same,
    /// `Friday last week`, `July last year`: in the longer stretch that lies so many further on.
    Shifted(i32),
    /// `March of that year`.
    SameYear,
}

/// From where a shift is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum From {
    /// From the day of publication: `today`, `ago`.
    Publication,
    /// From the date told about: `a year earlier`, `the next day`.
    Context,
}

/// A time, not yet resolved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Form {
    /// The words say it all.
    Value(Value),
    /// A point of the year, month or week.
    Point(Point, Pick),
    /// So many units on, or back if negative.
    Shift(Unit, i32, From),
    /// A time of a day; without one, of the day told about.
    Time(TimeOfDay, Option<Box<Form>>),
    /// Two numbers of which one is the month, and a year.
    Ambiguous {
        /// The number that stands first.
        first: i8,
        /// The number that stands second.
        second: i8,
        /// The year.
        year: i32,
    },
    /// The last two digits of a year.
    ShortYear(i32),
    /// The first digit of a decade: `the '90s`.
    ShortDecade(i32),
    /// The week, or the longer unit, that a day lies in: `the week of March 6`.
    Around(Unit, Box<Form>),
    /// The weekend that a day makes long: `Labor Day weekend`.
    WeekendBy(Box<Form>),
    /// A named day that the moon decides on, of a year.
    HolidayOf(u8, i16),
    /// The date told last: `until then`.
    Then,
    /// The day that the story tells of: `the third day of the talks`.
    ThisDay,
    /// The day that what is told of began: `on the first day`.
    FirstDay,
    /// So many days from that of an event, which the token names.
    DayOf(Option<usize>, i32),
    /// So many days from a day: `the day before Christmas`.
    Beside(i32, Box<Form>),
    /// The quarter told about, or the last one that is over; so many years on.
    ReportedQuarter(i32),
    /// The quarter told about, of that year; the year if none is.
    ReportedOf(i32),
    /// So many units on if the sentence looks ahead (`will be back in two days`), else a length.
    Ahead(Length),
    /// Two expressions.
    Pair(Box<Form>, Box<Form>),
}

impl Form {
    /// True if it means one day.
    pub fn is_day(&self) -> bool {
        match self {
            Self::Value(value) => matches!(value, Value::Day(_)),
            Self::Point(point, _) => {
                matches!(point, Point::MonthDay(..) | Point::DayOfMonth(_) | Point::Weekday(_) | Point::NthWeekday(..) | Point::Holiday(_))
            }
            Self::Shift(unit, ..) => *unit == Unit::Day,
            Self::Ambiguous { .. } | Self::HolidayOf(..) => true,
            _ => false,
        }
    }

    /// The day `day` of `month` in `year`, if there is one.
    pub fn day(year: i32, month: i32, day: i32) -> Option<Self> {
        let date = super::Date::new(i16::try_from(year).ok()?, i8::try_from(month).ok()?, i8::try_from(day).ok()?)?;
        Some(Self::Value(Value::Day(date)))
    }

    /// The day `day` of `month`, of a year that the words do not tell.
    pub fn month_day(month: i32, day: i32) -> Option<Self> {
        super::words::is_day_of_month(month, day).then_some(Self::Point(Point::MonthDay(month as i8, day as i8), Pick::Bare))
    }
}
