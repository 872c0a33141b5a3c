//! Quarters, halves and fiscal years: `the third quarter`, `Q3 2019`, `the first half of 1990`, `FY2019`.

use super::Rule;
use super::absolute::pick;
use crate::dates::form::{Form, From, Pick, Point};
use crate::dates::numbers;
use crate::dates::pattern::{Match, Scan};
use crate::dates::value::{Unit, Value};
use crate::dates::words::Class;

pub const RULES: &[Rule] = &[
    Rule { name: "quarter behind its year", pattern: "[the] [fiscal] <year> [fiscal] <ordinal> [-] quarter", make: quarter_of_year },
    Rule {
        name: "quarter behind its shifted year",
        pattern: "(<last>|<this>|<next>) year ('s|’s) <ordinal> [-] quarter",
        make: quarter_of_shifted,
    },
    Rule {
        name: "quarter of a year",
        pattern: "[the|<this>|<last>|<next>] [fiscal] <ordinal> [-] [fiscal] quarter [,] [of|in] [the] [fiscal] [year] <year>",
        make: quarter_of_year,
    },
    Rule { name: "quarter by letter", pattern: "(q1|q2|q3|q4|1q|2q|3q|4q) [,] [of] [fiscal] (<year>|('|’) ~ <yy>)", make: q_of_year },
    Rule { name: "quarter by its months", pattern: "[the] <month> (<dash>|to) <month> quarter", make: quarter_of_months },
    Rule { name: "quarter by letter, bare", pattern: "(q1|q2|q3|q4)", make: q },
    Rule { name: "figure and quarter", pattern: "(q) ~ <num> [[,] [of] <year>]", make: q_number },
    Rule {
        name: "quarter of last year",
        pattern: "[the] <ordinal> [-] quarter (of|in) (<last>|<this>|<next>|the <prev>|the <following>|<that>|the <that>|the) year",
        make: quarter_of_shifted,
    },
    Rule { name: "quarter", pattern: "[the|<this>|<last>|the <last>] [fiscal] <ordinal> [-] [fiscal] quarter", make: quarter },
    Rule { name: "half of a year", pattern: "[the] (<ordinal>|<last>) [-] half [of|in] [the] [fiscal] [year] <year>", make: half_of_year },
    Rule {
        name: "half of this year",
        pattern: "[the] (<ordinal>|the <last>) [-] half of (<last>|<this>|<next>|the <prev>|the <following>|<that>|the <that>|the) year",
        make: half_of_shifted,
    },
    Rule { name: "half", pattern: "the <ordinal> [-] half", make: half },
    Rule { name: "fiscal year", pattern: "[the] fiscal [year] (<year>|('|’) ~ <yy>)", make: fiscal },
    Rule { name: "fiscal year of two years", pattern: "[the] (fiscal|financial) [year] <year> (<dash>|/) <yy>", make: fiscal },
    Rule { name: "two years that are a fiscal year", pattern: "[the] <year> (<dash>|/) <yy> (fiscal|financial) year", make: fiscal },
    Rule { name: "fiscal year of two years, short", pattern: "fy <year> (<dash>|/) <yy>", make: fiscal },
    Rule { name: "fiscal year, short", pattern: "(fy) (<year>|<yy>)", make: fiscal },
    Rule {
        name: "this fiscal year",
        pattern: "[the] (<last>|<this>|<next>|<current>|<prev>|<following>|this <last>) (fiscal|financial) year",
        make: fiscal_relative,
    },
];

/// `the October-December quarter`.
fn quarter_of_months(found: &Match, scan: &Scan) -> Option<Form> {
    let first = found.get(Class::Month).filter(|month| month % 3 == 1)?;
    let last = scan.value(found.end.checked_sub(2)?, Class::Month)?;
    if last != first + 2 {
        return None;
    }
    Some(Form::Point(Point::Quarter((first / 3 + 1) as i8), Pick::Bare))
}

fn is_quarter(found: &Match) -> Option<i8> {
    found.get(Class::Ordinal).filter(|quarter| (1..=4).contains(quarter)).map(|quarter| quarter as i8)
}

fn quarter_of_year(found: &Match, _: &Scan) -> Option<Form> {
    Some(Form::Value(Value::Quarter(found.get(Class::Year)?, is_quarter(found)?)))
}

/// A year of two figures is near this one.
const NEAR: i32 = 2020;

fn year(found: &Match) -> Option<i32> {
    found.get(Class::Year).or_else(|| Some(numbers::year(found.get(Class::TwoDigits)?, NEAR)))
}

/// The figure of `Q3` or `3Q`.
fn letter(found: &Match, scan: &Scan) -> Option<i8> {
    let figure = scan.document.word(found.start).chars().find(char::is_ascii_digit)?;
    figure.to_digit(10).map(|quarter| quarter as i8).filter(|quarter| (1..=4).contains(quarter))
}

fn q_of_year(found: &Match, scan: &Scan) -> Option<Form> {
    Some(Form::Value(Value::Quarter(year(found)?, letter(found, scan)?)))
}

fn q(found: &Match, scan: &Scan) -> Option<Form> {
    Some(Form::Point(Point::Quarter(letter(found, scan)?), Pick::Bare))
}

fn q_number(found: &Match, scan: &Scan) -> Option<Form> {
    let quarter = found.get(Class::Number).filter(|quarter| (1..=4).contains(quarter) && scan.capital(found.start))? as i8;
    Some(match found.get(Class::Year) {
        Some(year) => Form::Value(Value::Quarter(year, quarter)),
        None => Form::Point(Point::Quarter(quarter), Pick::Bare),
    })
}

/// The pick of the year behind `of`.
fn of_year(found: &Match) -> Pick {
    match [Class::Last, Class::This, Class::Next].into_iter().find_map(|class| found.get(class)) {
        Some(shift) => Pick::Shifted(shift),
        None if found.has(Class::Previous) => Pick::Before,
        None if found.has(Class::Following) => Pick::After,
        None => Pick::SameYear,
    }
}

fn quarter_of_shifted(found: &Match, _: &Scan) -> Option<Form> {
    Some(Form::Point(Point::Quarter(is_quarter(found)?), of_year(found)))
}

fn quarter(found: &Match, scan: &Scan) -> Option<Form> {
    let hyphen = usize::from(scan.is(found.end, Class::Dash) && !scan.spaced(found.end));
    let next = scan.document.word(found.end + hyphen);
    let game = matches!(next, "final" | "finals" | "back" | "touchdown")
        || scan.is_word(found.end, "century")
        || scan.is_word(found.end + 1, "century");
    if game {
        return None;
    }
    Some(Form::Point(Point::Quarter(is_quarter(found)?), pick(found)))
}

fn which_half(found: &Match) -> Option<i8> {
    if found.has(Class::Last) && !found.has(Class::Ordinal) {
        return Some(2);
    }
    found.get(Class::Ordinal).filter(|half| (1..=2).contains(half)).map(|half| half as i8)
}

fn half_of_year(found: &Match, _: &Scan) -> Option<Form> {
    Some(Form::Value(Value::Half(found.get(Class::Year)?, which_half(found)?)))
}

fn half_of_shifted(found: &Match, _: &Scan) -> Option<Form> {
    Some(Form::Point(Point::Half(which_half(found)?), of_year(found)))
}

/// Of a year, if the words behind it are those of business.
fn half(found: &Match, scan: &Scan) -> Option<Form> {
    let next = scan.document.word(found.end);
    let business = matches!(next, "profit" | "profits" | "results" | "earnings" | "revenue" | "sales" | "loss" | "net");
    business.then_some(Form::Point(Point::Half(which_half(found)?), Pick::Bare))
}

fn fiscal(found: &Match, _: &Scan) -> Option<Form> {
    Some(Form::Value(Value::Year(year(found)?)))
}

fn fiscal_relative(found: &Match, _: &Scan) -> Option<Form> {
    let shift = match pick(found) {
        Pick::Last | Pick::Before => -1,
        Pick::Next | Pick::After => 1,
        _ => 0,
    };
    Some(Form::Shift(Unit::Year, shift, From::Publication))
}
