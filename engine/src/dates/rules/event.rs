//! Days and stretches of time told by an event: `the day before the vote`, `the weeks after the coup`, `on the day of the attack`.

use super::Rule;
use crate::dates::form::Form;
use crate::dates::numbers::VAGUE;
use crate::dates::pattern::{Match, Scan};
use crate::dates::resolve::noun;
use crate::dates::value::{Length, Unit, Value};
use crate::dates::words::Class;

pub const RULES: &[Rule] = &[
    Rule { name: "the day before an event", pattern: "[the|a] [very|single] day (before|after)", make: beside },
    Rule { name: "the day of an event", pattern: "the day of", make: of_event },
    Rule { name: "the third day of an event", pattern: "(the|a) <ordinal> [straight|consecutive|full] day ; of", make: nth_of_event },
    Rule { name: "the first day", pattern: "the first day", make: first_day },
    Rule {
        name: "the weeks around an event",
        pattern: "the <units> ; (before|after|following|since|preceding|leading up to)",
        make: around,
    },
    Rule { name: "the first days of an event", pattern: "the (first|opening|early|late|closing|final) <units> ; of", make: around },
    Rule { name: "the weeks that followed", pattern: "the <units> ; (that|which) (followed|preceded)", make: units },
    Rule { name: "the weeks ahead", pattern: "the <units> (ahead|afterward|afterwards|thereafter)", make: units },
];

/// Words that begin a clause rather than name an event.
const SUBJECTS: &[&str] = &["he", "she", "it", "they", "we", "i", "you"];

/// `the day before the vote`; `before` and `after` are outside where no event follows them.
fn beside(found: &Match, scan: &Scan) -> Option<Form> {
    let days = if scan.is_word(found.end - 1, "before") { -1 } else { 1 };
    let is_clause = SUBJECTS.iter().any(|word| scan.is_word(found.end, word));
    let event = noun(scan, found.end);
    let article = scan.is(found.start, Class::The);
    (article && (event.is_some() || is_clause)).then_some(Form::DayOf(event, days))
}

/// `on the day of the attack`; not `the day of a lifetime`.
fn of_event(found: &Match, scan: &Scan) -> Option<Form> {
    let on = found.start.checked_sub(1).is_some_and(|before| scan.is_word(before, "on") || scan.is_word(before, "since"));
    let event = noun(scan, found.end).filter(|_| on && scan.is(found.end, Class::The))?;
    Some(Form::DayOf(Some(event), 0))
}

/// `Tuesday was the third day of the talks`; the first day may lie anywhere, and days of a month or week are no event's.
fn nth_of_event(found: &Match, scan: &Scan) -> Option<Form> {
    let event = noun(scan, found.end + 1)?;
    let is_unit = scan.is(event, Class::Unit) || scan.is(event, Class::Units) || scan.is(event, Class::Month);
    (found.get(Class::Ordinal)? > 1 && !is_unit).then_some(Form::ThisDay)
}

/// `on the first day`, of what has been told to begin.
fn first_day(found: &Match, scan: &Scan) -> Option<Form> {
    let on = found.start.checked_sub(1).is_some_and(|before| scan.is_word(before, "on") || scan.is_word(before, "after"));
    (on && scan.phrase_ends(found.end)).then_some(Form::FirstDay)
}

fn around(found: &Match, scan: &Scan) -> Option<Form> {
    let event = found.end + if scan.is_word(found.end, "leading") { 3 } else { 1 };
    let is_dated = scan.is(event, Class::Last) || scan.is(event, Class::This) || scan.is(event, Class::Next);
    let ends = scan.is_word(found.end, "since") && scan.is_word(event, ",");
    let is_clause = SUBJECTS.iter().any(|word| scan.is_word(event, word)) || scan.capital(event) || is_dated || ends;
    (noun(scan, event).is_some() || is_clause).then(|| units(found, scan))?
}

fn units(found: &Match, _: &Scan) -> Option<Form> {
    let (unit, _) = Unit::from_number(found.get(Class::Units)?).filter(|(unit, _)| *unit >= Unit::Hour && *unit != Unit::Quarter)?;
    Some(Form::Value(Value::Length(Length { halves: VAGUE, unit })))
}
