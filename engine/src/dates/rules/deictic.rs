//! Words that point from the day of writing: `today`, `the day before yesterday`.

use super::Rule;
use crate::dates::form::{Form, From};
use crate::dates::pattern::{Match, Scan};
use crate::dates::value::{Reference, Unit, Value};
use crate::dates::words::Class;

pub const RULES: &[Rule] = &[
    Rule { name: "today, yesterday, tomorrow", pattern: "<deictic>", make: deictic },
    Rule { name: "the day before yesterday", pattern: "[the] day (before|after) <deictic>", make: beyond },
    Rule { name: "a week from today", pattern: "<count> (<unit>|<units>) from (<deictic>|now)", make: from_today },
    Rule { name: "this day", pattern: "this day", make: this_day },
];

fn deictic(found: &Match, scan: &Scan) -> Option<Form> {
    let before = scan.document.word(found.start.wrapping_sub(1));
    let is_name = scan.document.word(found.start) == "Today"
        && (matches!(before, "Russia" | "India") || before.len() > 1 && before.chars().all(char::is_uppercase));
    let days = found.get(Class::Deictic)?;
    let is_generic = days == 1 && before == "of" && scan.phrase_ends(found.end) || days == 0 && is_of_our_days(found, scan, before);
    if is_name || days == 0 && is_of_modern_times(scan, found.end) || is_generic && days != 0 {
        return None;
    }
    Some(if is_generic { Form::Value(Value::Reference(Reference::Present)) } else { Form::Shift(Unit::Day, days, From::Publication) })
}

/// `today's world`, `today's young people`: the ones of our times.
fn is_of_modern_times(scan: &Scan, at: usize) -> bool {
    const OURS: &[&str] = &[
        "children",
        "climate",
        "consumers",
        "culture",
        "economy",
        "environment",
        "families",
        "generation",
        "generations",
        "kids",
        "parents",
        "personal",
        "politics",
        "society",
        "standards",
        "students",
        "technologies",
        "technology",
        "teenagers",
        "teens",
        "terms",
        "women",
        "men",
        "world",
        "young",
        "youth",
        "youths",
    ];
    matches!(scan.document.word(at), "'s" | "’s") && OURS.contains(&scan.document.word(at + 1))
}

/// `is known today as`, `still in use today`, `what is today Germany`: these days, not the day of writing.
fn is_of_our_days(found: &Match, scan: &Scan, before: &str) -> bool {
    let next = scan.document.word(found.end);
    let known = matches!(before, "known" | "called" | "remembered" | "regarded" | "recognized") && next == "as";
    let still = (found.start.saturating_sub(5)..found.start).any(|at| scan.is_word(at, "still") || scan.is_word(at, "nowadays"));
    let is_today = matches!(before, "is" | "are") && matches!(scan.document.word(found.start.wrapping_sub(2)), "what" | "which" | "that");
    known || still || is_today || next == "than"
}

fn beyond(found: &Match, _: &Scan) -> Option<Form> {
    let days = found.get(Class::Deictic).filter(|days| *days != 0)?;
    Some(Form::Shift(Unit::Day, 2 * days, From::Publication))
}

fn from_today(found: &Match, _: &Scan) -> Option<Form> {
    let (unit, many) = Unit::from_number(found.get(Class::Unit).or_else(|| found.get(Class::Units))?)?;
    let count = found.get(Class::Count).filter(|count| *count > 0 && count % 2 == 0)?;
    if unit.is_of_clock() {
        return None;
    }
    match found.get(Class::Deictic) {
        None | Some(0) => Some(Form::Shift(unit, many * count / 2, From::Publication)),
        Some(days) if unit == Unit::Week => Some(Form::Shift(Unit::Day, 7 * many * count / 2 + days, From::Publication)),
        Some(_) => None,
    }
}

fn this_day(found: &Match, scan: &Scan) -> Option<Form> {
    let ends = !scan.document.word(found.end).starts_with(char::is_alphabetic);
    ends.then_some(Form::Shift(Unit::Day, 0, From::Publication))
}
