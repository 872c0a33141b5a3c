//! Days and months by their names: `30 October 2019`, `Oct. 30`, `May 10-12, 2019`, `in March`.

use super::Rule;
use crate::dates::form::{Form, Pick, Point};
use crate::dates::numbers;
use crate::dates::pattern::{Match, Scan};
use crate::dates::value::Value;
use crate::dates::words::{Class, Hint};
use crate::text::TokenKind;

pub const RULES: &[Rule] = &[
    Rule { name: "month, day, year", pattern: "[(<weekday>|<wday>) [,]] <month> [the] <dom> [,] [of] (<year>|<spoken>)", make: day },
    Rule { name: "day, month, year", pattern: "[(<weekday>|<wday>) [,] [the]] [the] <dom> [day] [of] <month> [,] [of] <year>", make: day },
    Rule { name: "year, month, day", pattern: "<year> [,] <month> <dom>", make: day },
    Rule { name: "day, month and two digits", pattern: "<dd> ~ <dash> ~ <month> ~ <dash> ~ (<year>|<yy>)", make: day },
    Rule { name: "month and year", pattern: "<month> [of|,] [the] [year] (<year>|<spoken>)", make: month_year },
    Rule { name: "year and month", pattern: "<year> <month>", make: month_year },
    Rule { name: "month and two digits", pattern: "<month> ('|’|‘) ~ <yy>", make: month_year },
    Rule {
        name: "month and day",
        pattern: "[[this [<next>]|<last>|<next>|the <prev>|the <following>] (<weekday>|<wday>) [,]|<last>|this <last>|<deictic> [,]] <month> [the] <dom>",
        make: month_day,
    },
    Rule {
        name: "day and month",
        pattern: "[(<weekday>|<wday>|<deictic>|the <prev> <weekday>|the <following> <weekday>) [,] [the]] [the] <dom> [of] <month>",
        make: month_day,
    },
    Rule { name: "day of the last or next month of that name", pattern: "[the] <dom> [day] [of] <month> (<last>|<next>)", make: day_last },
    Rule {
        name: "day of a list before its month",
        pattern: "<dom> ; (,|and|or|<dash>|to) [the] <dom> [(,|and|, and) <dom>] [(,|and|, and) <dom>] [of] <month> [[,] <year>|[of] (<last>|<this>|<next>) year]",
        make: listed_day,
    },
    Rule {
        name: "two days of a month",
        pattern: "[<weekday> [,]] <month> <dom> ; (<dash>|and|or|to|through|until|&) ; [the] <dom> [[,] <year>]",
        make: two_days,
    },
    Rule {
        name: "two days of a month of another year",
        pattern: "<month> <dom> ; (<dash>|and|or|to|through|until|&) ; [the] <dom> [of|,] (<last>|<next>|<this>|the <prev>|the <following>|<that>) year",
        make: two_shifted_days,
    },
    Rule {
        name: "from a day of one month to another",
        pattern: "<month> <dom> ; (<dash>|and|or|to|through|until) ; <month> <dom> [,] <year>",
        make: two_dates,
    },
    Rule {
        name: "from a day to one of another month",
        pattern: "<dom> <month> ; (<dash>|and|or|to|through|until) ; <dom> <month> [,] <year>",
        make: two_dates,
    },
    Rule { name: "two months of a year", pattern: "<month> ; (<dash>|and|or|to|through|until) ; <month> [of|,] <year>", make: two_months },
    Rule {
        name: "month of another year",
        pattern: "<month> [of|,] (<last>|<next>|<this>|<prev>|<following>|<that>|the <prev>|the <following>|the <that>) year",
        make: shifted_month,
    },
    Rule {
        name: "day and month of another year",
        pattern: "(<month> <dom>|[the] <dom> [of] <month>) [of|,] (<last>|<next>|<this>|<prev>|<following>|<that>|the <prev>|the <following>|the <that>) year",
        make: shifted_day,
    },
    Rule {
        name: "last or next month by name",
        pattern: "(<last>|<next>|<this>|this <last>|<prev>|<that>|the <prev>|the <following>|the <that>) <month>",
        make: picked_month,
    },
    Rule { name: "month", pattern: "[the month of] <month>", make: month },
    Rule {
        name: "first or last day of a month",
        pattern: "the [very] (<ordinal>|<last>|final) day of <month> [[,|of] <year>]",
        make: numbered_day,
    },
    Rule { name: "day of this month", pattern: "[the] <ordinal> of (<this>|<last>|<next>|<that>|the) month", make: day_of_month },
    Rule { name: "day of the month", pattern: "the <ordinal>", make: bare_day },
];

fn day(found: &Match, _: &Scan) -> Option<Form> {
    let year = year(found)?;
    let day = found.get(Class::DayOfMonth).or_else(|| found.get(Class::DayNumber))?;
    Form::day(year, found.get(Class::Month)?, day)
}

fn month_year(found: &Match, scan: &Scan) -> Option<Form> {
    if is_measure(scan, found.end) {
        return None;
    }
    let year = year(found)?;
    Some(Form::Value(Value::Month(year, found.get(Class::Month)? as i8)))
}

/// In digits, in words, or by its last two digits.
pub fn year(found: &Match) -> Option<i32> {
    let said = found.get(Class::Year).or_else(|| found.get(Class::SpokenYear));
    said.or_else(|| Some(numbers::year(found.get(Class::TwoDigits)?, 2000)))
}

/// A percentage, a share, a sum or a clock follows the number, so that it is no day.
fn is_measure(scan: &Scan, at: usize) -> bool {
    let word = scan.document.word(at);
    let glued = !scan.spaced(at);
    matches!(word, "%" | "percent" | "per" | "million" | "billion" | "points" | "people")
        || scan.is(at, Class::Meridiem)
        || (glued && scan.document.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Number))
        || (matches!(word, "-" | "‑") && glued && (scan.is(at + 1, Class::Unit) || scan.is(at + 1, Class::Units)))
        || scan.is(at, Class::Units)
}

fn month_day(found: &Match, scan: &Scan) -> Option<Form> {
    if is_measure(scan, found.end) {
        return None;
    }
    let (month, day) = (found.get(Class::Month)?, found.get(Class::DayOfMonth)?);
    if (month, day) == (9, 11) && is_of_2001(scan, found.end) {
        return Form::day(2001, month, day);
    }
    match Form::month_day(month, day)? {
        Form::Point(point, _) if !found.has(Class::Weekday) && found.has(Class::Last) => Some(Form::Point(point, Pick::Last)),
        form => Some(form),
    }
}

/// `the September 11 attacks` are those of 2001.
fn is_of_2001(scan: &Scan, at: usize) -> bool {
    matches!(scan.document.word(at), "attack" | "attacks" | "terror" | "terrorist" | "terrorism" | "hijackers" | "hijackings")
}

fn listed_day(found: &Match, _: &Scan) -> Option<Form> {
    if found.has(Class::Last) || found.has(Class::This) || found.has(Class::Next) {
        let day = Form::month_day(found.get(Class::Month)?, found.get(Class::DayOfMonth)?)?;
        return in_year_of(&day, year_pick(found));
    }
    dated(found.get(Class::Month)?, found.get(Class::DayOfMonth)?, found.get(Class::Year))
}

fn dated(month: i32, day: i32, year: Option<i32>) -> Option<Form> {
    match year {
        Some(year) => Form::day(year, month, day),
        None => Form::month_day(month, day),
    }
}

fn two_days(found: &Match, scan: &Scan) -> Option<Form> {
    if is_measure(scan, found.end) || scan.is(found.end, Class::Month) {
        return None;
    }
    let (month, year) = (found.get(Class::Month)?, found.get(Class::Year));
    let (first, last) = (found.nth(Class::DayOfMonth, 0)?, found.nth(Class::DayOfMonth, 1)?);
    (first < last).then_some(())?;
    Some(Form::Pair(Box::new(dated(month, first, year)?), Box::new(dated(month, last, year)?)))
}

fn two_dates(found: &Match, _: &Scan) -> Option<Form> {
    let year = found.get(Class::Year)?;
    let (first, last) = (found.nth(Class::Month, 0)?, found.nth(Class::Month, 1)?);
    let first_year = if first > last { year - 1 } else { year };
    let one = Form::day(first_year, first, found.nth(Class::DayOfMonth, 0)?)?;
    Some(Form::Pair(Box::new(one), Box::new(Form::day(year, last, found.nth(Class::DayOfMonth, 1)?)?)))
}

fn two_months(found: &Match, _: &Scan) -> Option<Form> {
    let year = found.get(Class::Year)?;
    let (first, last) = (found.nth(Class::Month, 0)?, found.nth(Class::Month, 1)?);
    let first_year = if first > last { year - 1 } else { year };
    let month = |year: i32, month: i32| Box::new(Form::Value(Value::Month(year, month as i8)));
    Some(Form::Pair(month(first_year, first), month(year, last)))
}

/// `last year` and the like, as the year that the month lies in.
fn year_pick(found: &Match) -> Pick {
    let shift = [Class::Last, Class::This, Class::Next].into_iter().find_map(|class| found.get(class));
    match shift {
        Some(shift) => Pick::Shifted(shift),
        None if found.has(Class::Previous) => Pick::Before,
        None if found.has(Class::Following) => Pick::After,
        None => Pick::SameYear,
    }
}

fn shifted_month(found: &Match, _: &Scan) -> Option<Form> {
    Some(Form::Point(Point::Month(found.get(Class::Month)? as i8), year_pick(found)))
}

fn shifted_day(found: &Match, _: &Scan) -> Option<Form> {
    in_year_of(&Form::month_day(found.get(Class::Month)?, found.get(Class::DayOfMonth)?)?, year_pick(found))
}

fn in_year_of(day: &Form, pick: Pick) -> Option<Form> {
    match day {
        Form::Point(point, _) => Some(Form::Point(*point, pick)),
        _ => None,
    }
}

/// `July 13 to 17 of last year`.
fn two_shifted_days(found: &Match, _: &Scan) -> Option<Form> {
    let (first, last) = (found.nth(Class::DayOfMonth, 0)?, found.nth(Class::DayOfMonth, 1)?);
    let day = |day: i32| Some(Box::new(in_year_of(&Form::month_day(found.get(Class::Month)?, day)?, year_pick(found))?));
    (first < last).then_some(())?;
    Some(Form::Pair(day(first)?, day(last)?))
}

/// `the 12th of October last`; not `12 October last year`, nor a verb.
fn day_last(found: &Match, scan: &Scan) -> Option<Form> {
    let is_plain = scan.is_word(found.end - 1, "last") || scan.is_word(found.end - 1, "next");
    let pick = if found.has(Class::Last) { Pick::Last } else { Pick::Next };
    let day = Form::month_day(found.get(Class::Month)?, found.get(Class::DayOfMonth)?)?;
    (is_plain && scan.phrase_ends(found.end)).then(|| in_year_of(&day, pick))?
}

/// `last`, `next` and their kin before a name.
pub fn pick(found: &Match) -> Pick {
    if found.has(Class::Last) {
        Pick::Last
    } else if found.has(Class::This) {
        Pick::This
    } else if found.has(Class::Next) {
        Pick::Next
    } else if found.has(Class::Previous) {
        Pick::Before
    } else if found.has(Class::Following) {
        Pick::After
    } else if found.has(Class::That) {
        Pick::Same
    } else {
        Pick::Bare
    }
}

fn picked_month(found: &Match, _: &Scan) -> Option<Form> {
    Some(Form::Point(Point::Month(found.get(Class::Month)? as i8), pick(found)))
}

fn month(found: &Match, scan: &Scan) -> Option<Form> {
    let at = found.at(Class::Month)?;
    let word = scan.document.word(at);
    let named_after = matches!(scan.document.word(found.end), "Street" | "Road" | "Avenue" | "Square" | "Revolution" | "War" | "Uprising");
    if named_after {
        return None;
    }
    let is_short = word.len() <= 4 && !matches!(word, "May" | "June" | "July" | "MAY" | "JUNE" | "JULY");
    if (is_short && !word.ends_with('.')) || (is_name_or_verb(word) && !is_in_time_phrase(scan, found.start, found.end)) {
        return None;
    }
    Some(Form::Point(Point::Month(found.get(Class::Month)? as i8), Pick::Bare))
}

/// Months that are also something else.
fn is_name_or_verb(word: &str) -> bool {
    ["may", "march", "april", "june", "august", "mar.", "jan."].iter().any(|month| month.eq_ignore_ascii_case(word))
}

/// A word that months stand behind, or another month beside it.
fn is_in_time_phrase(scan: &Scan, start: usize, end: usize) -> bool {
    let Some(before) = start.checked_sub(1) else { return false };
    let glued = matches!(scan.document.word(before), "-" | "‑") && !scan.spaced(start) && start >= 2;
    if glued && scan.is(start - 2, Class::Early) {
        return true;
    }
    if scan.hints(before, Hint::Month) || scan.is(before, Class::Last) || scan.is(before, Class::Next) || scan.is(before, Class::This) {
        return true;
    }
    let beside_month = before > 0 && scan.is(before - 1, Class::Month) || scan.is(end + 1, Class::Month);
    let joined = matches!(scan.document.word(before), "and" | "or" | "-" | "–" | "," | "to");
    let article = matches!(scan.document.word(before), "a" | "an" | "the" | "The" | "A" | "An");
    if article && !scan.is_word(start, "may") && scan.document.word(end).starts_with(char::is_lowercase) && scan.capital(start) {
        return true;
    }
    let of_end = matches!(scan.document.word(before), "of" | "for" | "to" | "than") && scan.phrase_ends(end);
    joined && beside_month || of_end
}

/// `the last day of March`.
fn numbered_day(found: &Match, _: &Scan) -> Option<Form> {
    let month = found.get(Class::Month)?;
    let year = found.get(Class::Year);
    let last = || crate::dates::calendar::days_in_month(year.unwrap_or(2001) as i16, month as i8).map(i32::from);
    let day = found.get(Class::Ordinal).or_else(last)?;
    dated(month, day, year)
}

fn day_of_month(found: &Match, _: &Scan) -> Option<Form> {
    let day = found.get(Class::Ordinal).filter(|day| (1..=31).contains(day))?;
    let pick = match pick(found) {
        Pick::Last => Pick::Shifted(-1),
        Pick::Next => Pick::Shifted(1),
        Pick::This => Pick::Shifted(0),
        _ => Pick::Same,
    };
    Some(Form::Point(Point::DayOfMonth(day as i8), pick))
}

/// `on the 12th`, at the end of its phrase.
fn bare_day(found: &Match, scan: &Scan) -> Option<Form> {
    const BEFORE: &[&str] = &["on", "by", "until", "till", "since", "before", "after", "from", "for"];
    let day = found.get(Class::Ordinal).filter(|day| (1..=31).contains(day))?;
    let in_digits = scan.is(found.at(Class::Ordinal)?, Class::Number);
    let before = scan.document.word(found.start.checked_sub(1)?);
    let is_date = in_digits && scan.phrase_ends(found.end) && BEFORE.iter().any(|word| word.eq_ignore_ascii_case(before));
    is_date.then_some(Form::Point(Point::DayOfMonth(day as i8), Pick::Bare))
}
