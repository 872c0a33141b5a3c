//! Seasons: `this fall`, `last summer`, `the spring of 2019`, `summer 2020`.

use super::Rule;
use super::absolute::pick;
use crate::dates::form::{Form, Pick, Point};
use crate::dates::pattern::{Match, Scan};
use crate::dates::value::Value;
use crate::dates::words::Class;

pub const RULES: &[Rule] = &[
    Rule { name: "season of a year", pattern: "[the] <season> [of|,|in] (<year>|<spoken>)", make: of_year },
    Rule { name: "season of last year", pattern: "[the] <season> of (<last>|<this>|<next>|<that>) year", make: of_shifted },
    Rule {
        name: "season",
        pattern: "(<last>|<next>|<this>|this <last>|<that>|the <that>|the <following>|the <prev>|<following>|the <next>|the <last>) <season>",
        make: picked,
    },
    Rule { name: "bare season", pattern: "[the] <season>", make: bare },
];

fn of_year(found: &Match, _: &Scan) -> Option<Form> {
    Some(Form::Value(Value::Season(super::absolute::year(found)?, found.get(Class::Season)? as i8)))
}

fn of_shifted(found: &Match, _: &Scan) -> Option<Form> {
    let shift = [Class::Last, Class::This, Class::Next].into_iter().find_map(|class| found.get(class));
    Some(Form::Point(Point::Season(found.get(Class::Season)? as i8), shift.map_or(Pick::SameYear, Pick::Shifted)))
}

fn picked(found: &Match, _: &Scan) -> Option<Form> {
    Some(Form::Point(Point::Season(found.get(Class::Season)? as i8), pick(found)))
}

/// `in the spring`, `by autumn`; `fall` is more often a verb, `spring` a well.
fn bare(found: &Match, scan: &Scan) -> Option<Form> {
    let before = scan.document.word(found.start.checked_sub(1)?);
    let with_article = scan.is_word(found.start, "the");
    let ends = scan.phrase_ends(found.end);
    let drop = scan.is_word(found.end - 1, "fall") && (scan.is_word(found.end, "in") || scan.is_word(found.end, "of"));
    if drop {
        return None;
    }
    let is_verb = found.get(Class::Season) == Some(3) && scan.is_word(found.end - 1, "fall") && !with_article;
    let in_phrase = ["in", "by", "since", "until", "during", "early", "late", "before", "this", "through"]
        .iter()
        .any(|word| word.eq_ignore_ascii_case(before));
    let over_it = with_article && ["over", "into", "throughout", "for", "all"].iter().any(|word| word.eq_ignore_ascii_case(before));
    ((in_phrase || over_it) && ends && !is_verb).then_some(Form::Point(Point::Season(found.get(Class::Season)? as i8), Pick::Bare))
}
