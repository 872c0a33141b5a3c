//! Times that are on no calendar: `now`, `recently`, `in the coming days`, `the future`.

use super::Rule;
use crate::dates::form::Form;
use crate::dates::pattern::{Match, Scan};
use crate::dates::value::{Reference, Value};
use crate::dates::words::Class;

pub const RULES: &[Rule] = &[
    Rule { name: "now", pattern: "[right] <now>", make: now },
    Rule {
        name: "the present",
        pattern: "(the moment|this moment|at the moment|the present|the present time|this time|these days)",
        make: present,
    },
    Rule { name: "recently", pattern: "[most|more] <recently>", make: recently },
    Rule { name: "the past", pattern: "the (past|recent past|distant past)", make: past },
    Rule { name: "in the past", pattern: "(the other day|long ago|not long ago|some time ago|a long time ago)", make: past_phrase },
    Rule { name: "soon", pattern: "[very|as] <soon>", make: soon },
    Rule { name: "the future", pattern: "(the [near|foreseeable|not too distant|immediate|distant] future)", make: future },
];

fn reference(reference: Reference) -> Option<Form> {
    Some(Form::Value(Value::Reference(reference)))
}

fn before<'a>(found: &Match, scan: &'a Scan) -> &'a str {
    found.start.checked_sub(1).map_or("", |before| scan.document.word(before))
}

fn now(found: &Match, scan: &Scan) -> Option<Form> {
    let word = scan.document.word(found.end - 1);
    let is_noun = word.eq_ignore_ascii_case("current") && matches!(before(found, scan), "electric" | "alternating" | "direct" | "ocean");
    let in_name = scan.capital(found.start) && scan.capital(found.end) && word == "Now";
    if is_noun || in_name { None } else { reference(Reference::Present) }
}

fn present(found: &Match, scan: &Scan) -> Option<Form> {
    let phrase = matches!(scan.document.word(found.end - 1), "moment" | "time" | "present");
    let in_phrase = ["at", "for", "until", "to", "by", "from", "since"].iter().any(|word| word.eq_ignore_ascii_case(before(found, scan)));
    if scan.is_word(found.end, "of") || scan.is_word(found.end, "when") || (phrase && !in_phrase) {
        return None;
    }
    reference(Reference::Present)
}

/// `once` is more often `when` or `one time`.
fn recently(found: &Match, scan: &Scan) -> Option<Form> {
    let word = scan.document.word(found.end - 1);
    if word.eq_ignore_ascii_case("once") || word.eq_ignore_ascii_case("recent") && is_before_noun_phrase(found, scan) {
        return None;
    }
    reference(Reference::Past)
}

/// `recent years` is a length of time.
fn is_before_noun_phrase(found: &Match, scan: &Scan) -> bool {
    scan.is(found.end, Class::Units)
}

fn past(found: &Match, scan: &Scan) -> Option<Form> {
    let ends = scan.phrase_ends(found.end);
    let in_phrase = ["in", "of", "from"].iter().any(|word| word.eq_ignore_ascii_case(before(found, scan)));
    if ends && in_phrase { reference(Reference::Past) } else { None }
}

fn past_phrase(_: &Match, _: &Scan) -> Option<Form> {
    reference(Reference::Past)
}

/// `as soon as` is no time.
fn soon(found: &Match, scan: &Scan) -> Option<Form> {
    let conjunction = scan.is_word(found.start, "as") || before(found, scan).eq_ignore_ascii_case("as");
    let relation = ["after", "before", "as", "thereafter", "afterwards", "afterward"].iter().any(|word| scan.is_word(found.end, word));
    if conjunction || relation { None } else { reference(Reference::Future) }
}

fn future(found: &Match, scan: &Scan) -> Option<Form> {
    let next = scan.document.word(found.end);
    let in_phrase = ["in", "for", "into"].iter().any(|word| word.eq_ignore_ascii_case(before(found, scan)));
    if in_phrase && next != "of" { reference(Reference::Future) } else { None }
}
