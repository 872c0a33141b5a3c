//! Calendar arithmetic on unresolved forms: a base day in, a [`Value`] out.

use super::calendar::{self, Date};
use super::direction::Direction;
use super::form::{Pick, Point};
use super::rules;
use super::value::{Reference, Unit, Value};

/// The unit that lies so many on from that of `base`.
pub fn shift(base: Date, unit: Unit, count: i32) -> Option<Value> {
    let year = i32::from(base.year());
    let in_range = |year: i32| (1..=9999).contains(&year);
    match unit {
        Unit::Second | Unit::Minute | Unit::Hour => None,
        Unit::Day => base.add_days(count).map(Value::Day),
        Unit::Week => week(base.add_days(count.checked_mul(7)?)?),
        Unit::Month => base.first_of_month().add_months(count).map(|day| Value::Month(i32::from(day.year()), day.month())),
        Unit::Quarter => {
            let day = base.first_of_month().add_months(count.checked_mul(3)?)?;
            Some(Value::Quarter(i32::from(day.year()), day.quarter()))
        }
        Unit::Year | Unit::Decade | Unit::Century | Unit::Millennium
            if count < 0 && year <= years(unit).checked_mul(count.checked_neg()?)? =>
        {
            Some(before_christ(1 - year - years(unit) * count))
        }
        Unit::Year => year.checked_add(count).filter(|year| in_range(*year)).map(Value::Year),
        Unit::Decade => year.checked_add(count.checked_mul(10)?).filter(|year| in_range(*year)).map(|year| Value::Decade(year / 10)),
        Unit::Century => year.checked_add(count.checked_mul(100)?).filter(|year| in_range(*year)).map(|year| Value::Century(year / 100)),
        Unit::Millennium => year.checked_add(count.checked_mul(1000)?).filter(|year| in_range(*year)).map(Value::Year),
    }
}

fn years(unit: Unit) -> i32 {
    match unit {
        Unit::Decade => 10,
        Unit::Century => 100,
        Unit::Millennium => 1000,
        _ => 1,
    }
}

/// TIMEX3 writes years before Christ with four figures.
fn before_christ(year: i32) -> Value {
    if year < 10_000 { Value::Bc(year) } else { Value::Reference(Reference::Past) }
}

fn week(day: Date) -> Option<Value> {
    let (year, week) = day.iso_week();
    (year >= 1).then_some(Value::Week(i32::from(year), week))
}

/// The weekend of the ISO week of a day.
pub fn weekend(day: Date) -> Option<Value> {
    match week(day)? {
        Value::Week(year, week) => Some(Value::Weekend(year, week)),
        _ => None,
    }
}

/// The point of that kind that is meant, seen from `base`; `told` if the base is a date told in the story.
pub fn point(base: Date, point: Point, pick: Pick, direction: Direction, told: bool) -> Option<Value> {
    match point {
        Point::Weekday(weekday) => self::weekday(base, i32::from(weekday), pick, direction).map(Value::Day),
        Point::Weekend => picked_weekend(base, pick, direction),
        Point::DayOfMonth(day) => day_of_month(base, day, pick),
        _ => yearly(base, point, pick, direction, told),
    }
}

/// The last point of that kind that had begun by `base`: `since January`.
pub fn latest(base: Date, point: Point) -> Option<Value> {
    let year = i32::from(base.year());
    let candidates = (0..=9).filter_map(|back| in_year(point, year - back));
    candidates.into_iter().find(|value| value.days().is_some_and(|(first, _)| first <= base))
}

/// The nearest such day of the year that is that weekday.
pub fn on_weekday(base: Date, point: Point, weekday: i8) -> Option<Value> {
    let year = i32::from(base.year());
    let days = (-YEARS..=YEARS).filter_map(|shift| match in_year(point, year + shift)? {
        Value::Day(day) if day.weekday() == weekday => Some(day),
        _ => None,
    });
    days.min_by_key(|day| base.days_to(*day).abs()).map(Value::Day)
}

/// A weekday tells the year of a day if one of so many years fits.
const YEARS: i32 = 3;

fn weekday(base: Date, weekday: i32, pick: Pick, direction: Direction) -> Option<Date> {
    let back = (i32::from(base.weekday()) - weekday).rem_euclid(7);
    let ahead = (weekday - i32::from(base.weekday())).rem_euclid(7);
    let days = match pick {
        Pick::Last | Pick::Before => {
            if back == 0 {
                -7
            } else {
                -back
            }
        }
        Pick::Next | Pick::After => {
            if ahead == 0 {
                7
            } else {
                ahead
            }
        }
        Pick::Shifted(2) => ahead + 7,
        Pick::Shifted(weeks) => weekday - i32::from(base.weekday()) + 7 * weeks,
        Pick::Same => weekday - i32::from(base.weekday()),
        Pick::This if direction == Direction::Past => -back,
        Pick::This => ahead,
        _ if direction == Direction::Future => ahead,
        _ => -back,
    };
    base.add_days(days)
}

fn picked_weekend(base: Date, pick: Pick, direction: Direction) -> Option<Value> {
    let in_weekend = base.weekday() >= 6;
    let weeks = match pick {
        Pick::Last | Pick::Before => -1,
        Pick::Next | Pick::After => 1,
        Pick::Shifted(weeks) => weeks,
        Pick::Bare if !in_weekend && direction != Direction::Future => -1,
        Pick::This if base.weekday() <= 3 && direction == Direction::Past => -1,
        _ => 0,
    };
    weekend(base.add_days(7 * weeks)?)
}

fn day_of_month(base: Date, day: i8, pick: Pick) -> Option<Value> {
    let months = match pick {
        Pick::Shifted(months) => months,
        _ => 0,
    };
    let month = base.first_of_month().add_months(months)?;
    Date::new(month.year(), month.month(), day).map(Value::Day)
}

/// The point in that year.
fn in_year(point: Point, year: i32) -> Option<Value> {
    let short = i16::try_from(year).ok().filter(|year| (1..=9999).contains(year))?;
    Some(match point {
        Point::MonthDay(month, day) => Value::Day(Date::new(short, month, day)?),
        Point::Month(month) => Value::Month(year, month),
        Point::Quarter(quarter) => Value::Quarter(year, quarter),
        Point::Half(half) => Value::Half(year, half),
        Point::Season(season) => Value::Season(year, season),
        Point::Holiday(index) => rules::holiday_value(index, short)?,
        Point::NthWeekday(month, weekday, nth) => Value::Day(calendar::nth_weekday(short, month, weekday, nth)?),
        Point::WeekOfMonth(month, nth) => {
            let first = Date::new(short, month, 1)?;
            let day = if nth < 0 { first.last_of_month() } else { first.add_days(7 * (i32::from(nth) - 1))? };
            week(day)?
        }
        Point::DayOfMonth(_) | Point::Weekday(_) | Point::Weekend => return None,
    })
}

fn yearly(base: Date, point: Point, pick: Pick, direction: Direction, told: bool) -> Option<Value> {
    let year = i32::from(base.year());
    let candidates: Vec<Value> = (-9..=9).filter_map(|shift| in_year(point, year + shift)).collect();
    let first = |value: &Value| value.days().map(|days| days.0);
    let last = |value: &Value| value.days().map(|days| days.1);
    match pick {
        Pick::Shifted(years) => in_year(point, year + years),
        Pick::SameYear | Pick::Same | Pick::This => in_year(point, year),
        Pick::Last | Pick::Before => {
            let over = if matches!(point, Point::Month(_)) { base.add_days(-JUST_OVER)? } else { base };
            candidates.into_iter().rfind(|value| last(value).is_some_and(|last| last < over))
        }
        Pick::Next | Pick::After => candidates.into_iter().find(|value| first(value).is_some_and(|first| first > base)),
        Pick::Bare if told => in_year(point, year),
        Pick::Bare => bare(base, point, direction, candidates),
    }
}

/// A month that ended so many days ago is `last month`; `last February` is the one before.
const JUST_OVER: i32 = 7;

/// The nearest one; where the sentence looks one way, the nearest on that side unless it is much farther.
fn bare(base: Date, point: Point, direction: Direction, candidates: Vec<Value>) -> Option<Value> {
    let distance = |value: &Value| {
        let (first, last) = value.days().unwrap_or((base, base));
        if first > base {
            base.days_to(first)
        } else if last < base {
            last.days_to(base)
        } else {
            0
        }
    };
    let is_ahead = |value: &Value| value.days().is_some_and(|days| days.0 > base);
    let is_behind = |value: &Value| value.days().is_some_and(|days| days.1 < base);
    let penalty = |value: &Value| {
        let is_quarter = matches!(point, Point::Quarter(_) | Point::Half(_));
        match direction {
            Direction::Past if is_ahead(value) && matches!(point, Point::MonthDay(..)) => 150,
            Direction::Past if is_ahead(value) && matches!(point, Point::Month(_)) => 250,
            Direction::Past if is_ahead(value) => 200,
            Direction::Future if is_behind(value) && is_quarter => 150,
            Direction::Future if is_behind(value) => 300,
            Direction::Unknown if is_quarter && is_ahead(value) => 150,
            _ => 0,
        }
    };
    candidates.into_iter().min_by_key(|value| distance(value) + penalty(value))
}
