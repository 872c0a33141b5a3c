//! Times of day: `5 p.m. EST Monday`, `Saturday night`, `noon`, `this morning`.

use super::Rule;
use crate::dates::form::{Form, From, Point};
use crate::dates::pattern::{Match, Scan};
use crate::dates::value::{TimeOfDay, Unit};
use crate::dates::words::Class;

pub const RULES: &[Rule] = &[
    Rule {
        name: "hour, month, day, year",
        pattern: "(<hour>|<noon>) [local time|local] [(] [<zone>] [)] [,] [on] [the] [<weekday> [,]] (<month> <dom>|<dom> [of] <month>) [[,] <year>]",
        make: hour_of_date,
    },
    Rule {
        name: "hour of a weekday",
        pattern: "(<hour>|<noon>) [local time|local] [(] [<zone>] [)] [,] [on] [<last>|<next>|<this>] <weekday> [<part>] [, <zone>]",
        make: hour_of_weekday,
    },
    Rule {
        name: "hour of today",
        pattern: "(<hour>|<noon>) [local time|local] [(] [<zone>] [)] [,] (<deictic> [<part>] [[,] [<weekday> [,]] (<month> <dom>|[the] <dom> [of] <month>) [[,] <year>]]|<tonight>|<this> <part>|in the <part>|at <part>) [, <zone>]",
        make: hour_of_today,
    },
    Rule {
        name: "weekday and hour",
        pattern: "<weekday> [<part>] [,] [at] [about|around] (<hour>|<noon>) [local time|<zone>]",
        make: hour_of_weekday,
    },
    Rule { name: "today and hour", pattern: "<deictic> [<part>] at (<hour>|<noon>) [local time|<zone>]", make: hour_of_today },
    Rule { name: "hour", pattern: "<hour> [local time|central european time|eastern time|pacific time|eastern|<zone>]", make: hour },
    Rule { name: "half past an hour", pattern: "half past (<num>|<card>) [[on] <weekday>]", make: past_hour },
    Rule { name: "quarter past an hour", pattern: "[a] quarter (past|to) (<num>|<card>) [[on] <weekday>]", make: past_hour },
    Rule { name: "noon or midnight", pattern: "<noon> [local time|<zone>]", make: hour },
    Rule { name: "part of a weekday", pattern: "[<last>|<next>|<this>|<early>] <weekday> [<early>] <part>", make: part_of_weekday },
    Rule { name: "dawn of a weekday", pattern: "(dawn|dusk|sunrise|sunset) [on] <weekday>", make: dawn_of_weekday },
    Rule { name: "part of today", pattern: "(<deictic>|<this>) [<early>] <part>", make: part_of_today },
    Rule { name: "part of a day and today", pattern: "[<early> [<dash> ~]] <part> <deictic>", make: part_of_today },
    Rule { name: "middle of the afternoon", pattern: "<early> [<dash> ~] <part>", make: middle_of_part },
    Rule { name: "last night", pattern: "<last> (<part>)", make: last_night },
    Rule { name: "tonight", pattern: "<tonight>", make: tonight },
    Rule { name: "overnight", pattern: "<overnight>", make: overnight },
    Rule { name: "the next morning", pattern: "[the] (<next>|<following>) <part>", make: next_part },
    Rule { name: "the previous night", pattern: "the (<prev>) <part>", make: previous_part },
    Rule { name: "that evening", pattern: "[the] <that> <part>", make: that_part },
    Rule { name: "in the morning", pattern: "the <part> [hours]", make: the_part },
    Rule {
        name: "part of a day by name",
        pattern: "the <part> [hours] of ([<weekday> [,]] <month> <dom> [[,] <year>]|[<weekday> [,]] [the] <dom> [of] <month> [[,] <year>]|<weekday> [to <weekday>])",
        make: part_of_date,
    },
    Rule {
        name: "the early hours",
        pattern: "the [very] (early|small|wee) hours of ([<weekday> [,]] <month> <dom> [[,] <year>]|[<weekday> [,]] [the] <dom> [of] <month> [[,] <year>]|<weekday> [<part>]|<deictic> [<part>]|<this> <part>)",
        make: early_hours,
    },
    Rule { name: "hour in the morning", pattern: "(<num>|<card>) (in the|at) <part>", make: hour_of_part },
    Rule { name: "hour of a weekday, by its zone", pattern: "<num> [on] <weekday> [<part>] [,] <zone>", make: hour_of_zone },
    Rule { name: "part of a date", pattern: "[<weekday> [,]] <month> <dom> [[,] <year>] [,] <part>", make: part_of_date },
    Rule { name: "an hour from the hour told about", pattern: "(an|one|1) hour (later|earlier)", make: hour_later },
];

fn time(found: &Match) -> Option<TimeOfDay> {
    let clock = found.get(Class::Hour).or_else(|| Some(100 * found.get(Class::Noon)?))?;
    let twelve_hours = match found.get(Class::Part) {
        Some(2..=3) if (100..1200).contains(&clock) => 1200,
        Some(4) if (600..1200).contains(&clock) => 1200,
        _ => 0,
    };
    Some(TimeOfDay::Clock(clock + twelve_hours))
}

fn named(form: Form, time: TimeOfDay) -> Form {
    Form::Time(time, Some(Box::new(form)))
}

fn date(found: &Match) -> Option<Form> {
    let (month, day) = (found.get(Class::Month)?, found.get(Class::DayOfMonth)?);
    match found.get(Class::Year) {
        Some(year) => Form::day(year, month, day),
        None => Form::month_day(month, day),
    }
}

fn hour_of_date(found: &Match, _: &Scan) -> Option<Form> {
    Some(named(date(found)?, time(found)?))
}

fn weekday(found: &Match) -> Option<Form> {
    let pick = super::absolute::pick(found);
    Some(Form::Point(Point::Weekday(found.get(Class::Weekday)? as i8), pick))
}

fn hour_of_weekday(found: &Match, _: &Scan) -> Option<Form> {
    Some(named(weekday(found)?, time(found)?))
}

fn today(found: &Match) -> Form {
    match found.get(Class::Deictic) {
        Some(days) => Form::Shift(Unit::Day, days, From::Publication),
        None if found.has(Class::Tonight) || found.has(Class::This) => Form::Shift(Unit::Day, 0, From::Publication),
        None => Form::Shift(Unit::Day, 0, From::Context),
    }
}

fn hour_of_today(found: &Match, _: &Scan) -> Option<Form> {
    Some(named(date(found).unwrap_or_else(|| today(found)), time(found)?))
}

fn hour(found: &Match, scan: &Scan) -> Option<Form> {
    let before = found.start.checked_sub(1).map_or("", |before| scan.document.word(before));
    let is_ratio = matches!(before, "$" | "€" | "£" | "-" | "/" | "–") && !scan.spaced(found.start);
    let next = scan.document.word(found.end);
    let is_score = matches!(next, "-" | "/" | "%" | "–")
        && !scan.spaced(found.end)
        && !scan.is(found.end - 1, Class::Zone)
        && !scan.is(found.end + 1, Class::Clock);
    let is_figure = matches!(before, "high") && scan.is(found.start, Class::Noon);
    let is_record =
        scan.is(found.end - 1, Class::Clock) && matches!(before, "of" | "in" | "time" | "Psalm" | "John" | "Matthew" | "Luke" | "Mark");
    if is_ratio || is_score || is_record || is_figure { None } else { Some(Form::Time(time(found)?, None)) }
}

/// `half past nine`, `a quarter to five`.
fn past_hour(found: &Match, scan: &Scan) -> Option<Form> {
    let hour = found.get(Class::Number).or_else(|| found.get(Class::Cardinal)).filter(|hour| (1..=12).contains(hour))?;
    let has = |word: &str| (found.start..found.end).any(|at| scan.is_word(at, word));
    let time = TimeOfDay::Clock(match (has("half"), has("to")) {
        (true, _) => 100 * hour + 30,
        (_, true) => 100 * if hour == 1 { 12 } else { hour - 1 } + 45,
        _ => 100 * hour + 15,
    });
    let is_hour = scan.phrase_ends(found.end) || found.has(Class::Weekday);
    is_hour.then(|| weekday(found).map_or(Form::Time(time, None), |day| named(day, time)))
}

fn part(found: &Match) -> Option<TimeOfDay> {
    found.get(Class::Part).map(TimeOfDay::part)
}

fn part_of_weekday(found: &Match, _: &Scan) -> Option<Form> {
    Some(named(weekday(found)?, part(found)?))
}

/// `before dawn Tuesday`.
fn dawn_of_weekday(found: &Match, scan: &Scan) -> Option<Form> {
    let is_morning = scan.is_word(found.start, "dawn") || scan.is_word(found.start, "sunrise");
    Some(named(weekday(found)?, TimeOfDay::part(if is_morning { 1 } else { 3 })))
}

fn part_of_today(found: &Match, _: &Scan) -> Option<Form> {
    Some(named(today(found), part(found)?))
}

fn last_night(found: &Match, _: &Scan) -> Option<Form> {
    Some(named(Form::Shift(Unit::Day, -1, From::Publication), part(found)?))
}

fn tonight(_: &Match, _: &Scan) -> Option<Form> {
    Some(named(Form::Shift(Unit::Day, 0, From::Publication), TimeOfDay::Part("NI")))
}

fn overnight(found: &Match, scan: &Scan) -> Option<Form> {
    scan.phrase_ends(found.end).then(|| named(Form::Shift(Unit::Day, 0, From::Publication), TimeOfDay::Part("NI")))
}

fn next_part(found: &Match, _: &Scan) -> Option<Form> {
    Some(named(Form::Shift(Unit::Day, 1, From::Context), part(found)?))
}

fn previous_part(found: &Match, _: &Scan) -> Option<Form> {
    Some(named(Form::Shift(Unit::Day, -1, From::Context), part(found)?))
}

fn that_part(found: &Match, _: &Scan) -> Option<Form> {
    Some(named(Form::Shift(Unit::Day, 0, From::Context), part(found)?))
}

fn the_part(found: &Match, scan: &Scan) -> Option<Form> {
    let preposition = found.start.checked_sub(1).map_or("", |before| scan.document.word(before));
    let in_phrase = ["in", "during", "by", "through", "throughout"].iter().any(|word| word.eq_ignore_ascii_case(preposition));
    if in_phrase && scan.phrase_ends(found.end) { that_part(found, scan) } else { None }
}

fn part_of_date(found: &Match, _: &Scan) -> Option<Form> {
    Some(named(date(found).or_else(|| weekday(found))?, part(found)?))
}

/// `in the early hours of Tuesday`.
fn early_hours(found: &Match, _: &Scan) -> Option<Form> {
    let day = date(found).or_else(|| weekday(found)).unwrap_or_else(|| today(found));
    Some(named(day, TimeOfDay::part(1)))
}

/// `at 4 in the morning`; not `12 in the afternoon session`.
fn hour_of_part(found: &Match, scan: &Scan) -> Option<Form> {
    const BEFORE: &[&str] = &["about", "after", "around", "at", "before", "by", "from", "past", "since", "till", "to", "until"];
    let hour = found.get(Class::Number).or_else(|| found.get(Class::Cardinal)).filter(|hour| (1..=12).contains(hour))?;
    let before = scan.document.word(found.start.checked_sub(1)?);
    let is_time = BEFORE.iter().any(|word| word.eq_ignore_ascii_case(before)) && scan.phrase_ends(found.end);
    let part = found.get(Class::Part).filter(|part| (*part == 4) == scan.is_word(found.end - 2, "at"))?;
    let noon = match (part, hour) {
        (1 | 4, 12) => -1200,
        (2 | 3, 1..=11) | (4, 6..=11) => 1200,
        _ => 0,
    };
    is_time.then_some(Form::Time(TimeOfDay::Clock(100 * hour + noon), None))
}

/// `2053 Wednesday, UTC`.
fn hour_of_zone(found: &Match, scan: &Scan) -> Option<Form> {
    let clock = found.get(Class::Number).filter(|clock| scan.document.word(found.start).len() == 4 && *clock < 2400 && clock % 100 < 60)?;
    Some(named(weekday(found)?, TimeOfDay::Clock(clock)))
}

/// `by mid-afternoon`, `in the early evening`; not `late night talks`.
fn middle_of_part(found: &Match, scan: &Scan) -> Option<Form> {
    let before = found.start.checked_sub(1).map_or("", |before| scan.document.word(before));
    let in_phrase = ["by", "until", "in", "at", "since", "around", "from", "the"].iter().any(|word| word.eq_ignore_ascii_case(before));
    if in_phrase && scan.phrase_ends(found.end) { that_part(found, scan) } else { None }
}

fn hour_later(found: &Match, scan: &Scan) -> Option<Form> {
    let hours = if scan.is_word(found.end - 1, "later") { 1 } else { -1 };
    Some(Form::Shift(Unit::Hour, hours, From::Context))
}
