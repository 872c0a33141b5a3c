//! Dates in figures: `2019-10-30`, `30/10/2019`, `30.10.2019`.

use super::Rule;
use crate::dates::form::Form;
use crate::dates::numbers;
use crate::dates::pattern::{Match, Scan};
use crate::dates::words::Class;

pub const RULES: &[Rule] = &[
    Rule { name: "year-month-day", pattern: "<year> ~ <dash> ~ <mm> ~ <dash> ~ <dd>", make: iso },
    Rule { name: "year/month/day", pattern: "<year> ~ / ~ <mm> ~ / ~ <dd>", make: iso },
    Rule { name: "figures and year", pattern: "<dd> ~ (/|<dash>) ~ <dd> ~ (/|<dash>) ~ <year>", make: figures },
    Rule { name: "figures and two digits", pattern: "<dd> ~ / ~ <dd> ~ / ~ <yy>", make: figures },
    Rule { name: "figures with dots", pattern: "<dotted>", make: dotted },
    Rule { name: "September 11", pattern: "<mm> ~ / ~ <dd>", make: september_11 },
];

fn iso(found: &Match, scan: &Scan) -> Option<Form> {
    if is_glued_to_more(found, scan) {
        return None;
    }
    let month = found.get(Class::MonthNumber)?;
    Form::day(found.get(Class::Year)?, month, found.nth(Class::DayNumber, 0)?)
}

fn figures(found: &Match, scan: &Scan) -> Option<Form> {
    if is_glued_to_more(found, scan) {
        return None;
    }
    let year = found.get(Class::Year).or_else(|| Some(numbers::year(found.get(Class::TwoDigits)?, 2000)))?;
    ambiguous(found.nth(Class::DayNumber, 0)?, found.nth(Class::DayNumber, 1)?, year)
}

/// The form of two numbers and a year; no form if neither order is a day.
fn ambiguous(first: i32, second: i32, year: i32) -> Option<Form> {
    let (day_first, month_first) = (Form::day(year, second, first), Form::day(year, first, second));
    match (day_first, month_first) {
        (Some(_), Some(_)) if first != second => Some(Form::Ambiguous { first: first as i8, second: second as i8, year }),
        (day_first, month_first) => day_first.or(month_first),
    }
}

/// Part of a telephone number, a version, an address.
fn is_glued_to_more(found: &Match, scan: &Scan) -> bool {
    let before = found.start.checked_sub(1).map_or("", |before| scan.document.word(before));
    let glued_before = !scan.spaced(found.start) && matches!(before, "-" | "/" | "." | "+" | "$" | "#" | "_" | "–");
    let glued_after =
        !scan.spaced(found.end) && matches!(scan.document.word(found.end), "-" | "/" | "–" | "_") && !scan.spaced(found.end + 1);
    glued_before || glued_after
}

/// `30.10.2019`, `30.10.19`: the day stands first wherever dots are written.
fn dotted(found: &Match, scan: &Scan) -> Option<Form> {
    let word = scan.document.word(found.start);
    let parts: Vec<&str> = word.split('.').collect();
    let [first, second, last] = parts[..] else { return None };
    if is_glued_to_more(found, scan) {
        return None;
    }
    let number = |text: &str| text.parse::<i32>().ok();
    match (first.len(), second.len(), last.len()) {
        (1..=2, 1..=2, 4) => {
            let year = number(last).filter(|year| (1000..2200).contains(year))?;
            Form::day(year, number(second)?, number(first)?)
                .or_else(|| Form::day(year, number(first).unwrap_or(0), number(second).unwrap_or(0)))
        }
        (4, 1..=2, 1..=2) => Form::day(number(first).filter(|year| (1000..2200).contains(year))?, number(second)?, number(last)?),
        (2, 2, 2) => Form::day(numbers::year(number(last)?, 2000), number(second)?, number(first)?),
        _ => None,
    }
}

fn september_11(found: &Match, scan: &Scan) -> Option<Form> {
    let is_9_11 = found.get(Class::MonthNumber) == Some(9) && found.get(Class::DayNumber) == Some(11);
    let fraction = !is_9_11
        || scan.is_word(found.end, "of")
        || (matches!(scan.document.word(found.end), "/" | "-")
            && !scan.spaced(found.end)
            && !scan.document.word(found.end + 1).starts_with(char::is_alphabetic));
    if fraction { None } else { Form::day(2001, 9, 11) }
}
