//! Whether the dates in figures of a story put the day or the month first.

use super::form::Form;
use super::pattern::Scan;
use super::recognize::Found;
use super::value::Value;
use super::words::Class;

/// True if the day stands first, as unambiguous figures show, or else the order of dates in words; nothing if the story does not show it.
pub fn day_first(scan: &Scan, found: &[Found]) -> Option<bool> {
    let in_figures = found.iter().filter(|found| found.rule.starts_with("figures and") && matches!(found.form, Form::Value(Value::Day(_))));
    let shown = in_figures.map(|found| scan.value(found.first, Class::Number).is_some_and(|first| first > 12));
    let in_words = found.iter().filter_map(|found| match found.rule {
        "day, month, year" | "day and month" => Some(true),
        "month, day, year" | "month and day" => Some(false),
        _ => None,
    });
    majority(shown).or_else(|| majority(in_words))
}

fn majority(votes: impl Iterator<Item = bool>) -> Option<bool> {
    let sum: i64 = votes.map(|vote| if vote { 1 } else { -1 }).sum();
    (sum != 0).then_some(sum > 0)
}
