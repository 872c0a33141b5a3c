//! Days of the week: `Friday`, `last Friday`, `Monday week`, `Friday of last week`, `the weekend`.

use super::Rule;
use super::absolute::pick;
use crate::dates::calendar::{self, Date};
use crate::dates::form::{Form, Pick, Point};
use crate::dates::pattern::{Match, Scan};
use crate::dates::value::{Unit, Value};
use crate::dates::words::Class;

pub const RULES: &[Rule] = &[
    Rule {
        name: "weekday",
        pattern: "[<last>|<next>|<this>|this <last>|this <next>|<prev>|<that>|the <prev>|the <following>] <weekday>",
        make: weekday,
    },
    Rule {
        name: "weekday by its place in a month",
        pattern: "[the] (<ordinal>|<last>|final) <weekday> (of|in) <month> [[,] <year>]",
        make: nth,
    },
    Rule {
        name: "week by its place in a month",
        pattern: "[the] (<ordinal>|<last>|final) week (of|in) <month> [[,] <year>]",
        make: nth_week,
    },
    Rule {
        name: "weekend by its place in a month",
        pattern: "[the] (<ordinal>|<last>|final) <weekend> (of|in) <month>",
        make: nth_weekend,
    },
    Rule { name: "the week of a day", pattern: "the (week|weekend) of (<month> <dom>|<dom> <month>|<weekday>)", make: week_of },
    Rule { name: "weekday, short", pattern: "<wday> .", make: short },
    Rule { name: "weekday of a week", pattern: "<weekday> [of] (<last>|<this>|<next>) week", make: of_week },
    Rule {
        name: "weekday of the week told about",
        pattern: "<weekday> of (<that>|the <that>|the <prev>|the <following>) week",
        make: of_told_week,
    },
    Rule { name: "weekday last", pattern: "<weekday> last", make: behind_last },
    Rule { name: "weekday before last", pattern: "[the] <weekday> before <last>", make: before_last },
    Rule { name: "a week last weekday", pattern: "<count> (<unit>|<units>) <last> <weekday>", make: weeks_before },
    Rule { name: "a week ago on a weekday", pattern: "<count> (<unit>|<units>) <ago> [on] <weekday>", make: weeks_before },
    Rule { name: "weekday a week ago", pattern: "<weekday> <count> (<unit>|<units>) <ago>", make: weeks_before },
    Rule { name: "so many weekdays ago", pattern: "<count> <weekdays> <ago>", make: weekdays_ago },
    Rule { name: "weeks from a weekday", pattern: "<count> (<unit>|<units>) from <weekday>", make: weeks_from },
    Rule { name: "last weekday week", pattern: "<last> <weekday> week", make: before_last },
    Rule { name: "weekday week", pattern: "<weekday> week", make: weekday_week },
    Rule { name: "a week on a weekday", pattern: "a week (from|on) <weekday>", make: weekday_week },
    Rule {
        name: "the weekend",
        pattern: "[the|<last>|<next>|<this>|this <last>|this <next>|<that>|the <prev>|the <following>|the <last>] <weekend>",
        make: weekend,
    },
];

fn weekday(found: &Match, scan: &Scan) -> Option<Form> {
    let at = found.at(Class::Weekday)?;
    let day = found.get(Class::Weekday)?;
    let shop = scan.is_word(found.end, "'s") && (day == 5 && found.start == at && scan.document.word(found.end + 1).starts_with(','));
    let named_day = day == 5 && matches!(scan.document.word(at.wrapping_sub(1)), "Good" | "Black")
        || matches!(scan.document.word(at.wrapping_sub(1)), "Super" | "Cyber" | "Fat" | "Bloody" | "Sheffield" | "Palm" | "Ash");
    (!shop && !named_day).then_some(Form::Point(Point::Weekday(day as i8), pick(found)))
}

/// 1 to 5 from the beginning, -1 for the last.
fn place(found: &Match) -> Option<i8> {
    match found.get(Class::Ordinal) {
        Some(nth) => (1..=5).contains(&nth).then_some(nth as i8),
        None => Some(-1),
    }
}

fn nth(found: &Match, _: &Scan) -> Option<Form> {
    let (month, weekday, nth) = (found.get(Class::Month)? as i8, found.get(Class::Weekday)? as i8, place(found)?);
    Some(match found.get(Class::Year) {
        Some(year) => Form::Value(Value::Day(calendar::nth_weekday(i16::try_from(year).ok()?, month, weekday, nth)?)),
        None => Form::Point(Point::NthWeekday(month, weekday, nth), Pick::Bare),
    })
}

fn nth_week(found: &Match, _: &Scan) -> Option<Form> {
    let (month, nth) = (found.get(Class::Month)? as i8, place(found)?);
    let Some(year) = found.get(Class::Year) else { return Some(Form::Point(Point::WeekOfMonth(month, nth), Pick::Bare)) };
    let first = Date::new(i16::try_from(year).ok()?, month, 1)?;
    let day = if nth < 0 { first.last_of_month() } else { first.add_days(WEEK * (i32::from(nth) - 1))? };
    Some(Form::Around(Unit::Week, Box::new(Form::Value(Value::Day(day)))))
}

/// The weekend is counted by its Saturday.
fn nth_weekend(found: &Match, _: &Scan) -> Option<Form> {
    const SATURDAY: i8 = 6;
    let point = Point::NthWeekday(found.get(Class::Month)? as i8, SATURDAY, place(found)?);
    Some(Form::WeekendBy(Box::new(Form::Point(point, Pick::Bare))))
}

fn week_of(found: &Match, scan: &Scan) -> Option<Form> {
    let day = match found.get(Class::Weekday) {
        Some(day) => Form::Point(Point::Weekday(day as i8), Pick::Bare),
        None => Form::month_day(found.get(Class::Month)?, found.get(Class::DayOfMonth)?)?,
    };
    let day = Box::new(day);
    Some(if scan.is_word(found.start + 1, "week") { Form::Around(Unit::Week, day) } else { Form::WeekendBy(day) })
}

fn short(found: &Match, scan: &Scan) -> Option<Form> {
    let word = scan.document.word(found.start);
    let glued = !scan.spaced(found.start + 1) && !matches!(word, "Sun" | "Sat" | "Mon" | "Wed");
    glued.then_some(Form::Point(Point::Weekday(found.get(Class::ShortWeekday)? as i8), Pick::Bare))
}

const WEEK: i32 = 7;

fn week_shift(found: &Match) -> Option<i32> {
    [Class::Last, Class::This, Class::Next].into_iter().find_map(|class| found.get(class))
}

fn of_week(found: &Match, _: &Scan) -> Option<Form> {
    Some(Form::Point(Point::Weekday(found.get(Class::Weekday)? as i8), Pick::Shifted(week_shift(found)?)))
}

fn weekday_at(found: &Match, pick: Pick) -> Option<Box<Form>> {
    Some(Box::new(Form::Point(Point::Weekday(found.get(Class::Weekday)? as i8), pick)))
}

/// `Tuesday of that week`, `Friday of the following week`.
fn of_told_week(found: &Match, _: &Scan) -> Option<Form> {
    let day = weekday_at(found, Pick::Same)?;
    Some(match found.get(Class::Previous).map(|_| -WEEK).or_else(|| found.get(Class::Following).map(|_| WEEK)) {
        Some(days) => Form::Beside(days, day),
        None => *day,
    })
}

/// `on Tuesday last`.
fn behind_last(found: &Match, scan: &Scan) -> Option<Form> {
    scan.phrase_ends(found.end).then(|| weekday_at(found, Pick::Last).map(|day| *day))?
}

/// `the Friday before last`, and the British `last Monday week`.
fn before_last(found: &Match, scan: &Scan) -> Option<Form> {
    let is_last = (found.start..found.end).any(|at| scan.is_word(at, "last"));
    (is_last && scan.phrase_ends(found.end)).then(|| Some(Form::Beside(-WEEK, weekday_at(found, Pick::Last)?)))?
}

/// The days of the weeks that are counted.
fn counted_days(found: &Match) -> Option<i32> {
    let (unit, many) = Unit::from_number(found.get(Class::Unit).or_else(|| found.get(Class::Units))?)?;
    let count = found.get(Class::Count).filter(|count| unit == Unit::Week && (2..200).contains(count) && count % 2 == 0)?;
    Some(WEEK * many * count / 2)
}

/// `a week last Tuesday`, `two weeks ago Saturday`.
fn weeks_before(found: &Match, _: &Scan) -> Option<Form> {
    let pick = if found.has(Class::Last) { Pick::Last } else { Pick::Bare };
    Some(Form::Beside(-counted_days(found)?, weekday_at(found, pick)?))
}

/// `two Sundays ago`.
fn weekdays_ago(found: &Match, _: &Scan) -> Option<Form> {
    let count = found.get(Class::Count).filter(|count| (4..200).contains(count) && count % 2 == 0)? / 2;
    let day = Form::Point(Point::Weekday(found.get(Class::Weekdays)? as i8), Pick::Last);
    Some(Form::Beside(-WEEK * (count - 1), Box::new(day)))
}

/// `two weeks from Monday`.
fn weeks_from(found: &Match, _: &Scan) -> Option<Form> {
    Some(Form::Beside(counted_days(found)?, weekday_at(found, Pick::This)?))
}

fn weekday_week(found: &Match, scan: &Scan) -> Option<Form> {
    let ends = scan.phrase_ends(found.end);
    ends.then_some(Form::Point(Point::Weekday(found.get(Class::Weekday)? as i8), Pick::Shifted(2)))
}

fn weekend(found: &Match, scan: &Scan) -> Option<Form> {
    let bare = pick(found) == Pick::Bare;
    let next = scan.document.word(found.end);
    let adjective = bare && !scan.phrase_ends(found.end) && !next.starts_with(['\'', '’']);
    (!adjective && (!bare || scan.is_word(found.start, "the"))).then_some(Form::Point(Point::Weekend, pick(found)))
}
