//! Times that are on no calendar: `now`, `recently`, `in the coming days`, `the future`.

use super::Rule;
use crate::dates::form::Form;
use crate::dates::pattern::{Match, Scan};
use crate::dates::value::{Reference, Value};
use crate::dates::words::{Class, Hint};

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
    Rule { name: "one day", pattern: "one day", make: one_day },
    Rule { name: "the present, behind a year", pattern: "present", make: to_present },
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
    let former = scan.is(found.end, Class::Dash) && !scan.spaced(found.end) && scan.document.word(found.end) == "-";
    if is_discourse(found, scan) {
        return None;
    }
    let is_noun = word.eq_ignore_ascii_case("current") && matches!(before(found, scan), "electric" | "alternating" | "direct" | "ocean");
    let in_name = scan.capital(found.start) && scan.capital(found.end) && word == "Now";
    if is_noun || in_name || former { None } else { reference(Reference::Present) }
}

/// `Now, let us turn to`, `Now for the weather`: a turn of speech at the head of a sentence.
fn is_discourse(found: &Match, scan: &Scan) -> bool {
    const TURNS: &[&str] = &[
        "about", "as", "for", "consider", "imagine", "let", "let's", "let’s", "listen", "look", "remember", "suppose", "wait", "what",
        "why",
    ];
    let word = scan.document.word(found.start);
    let next = found.end + usize::from(scan.is_word(found.end, ","));
    word == "Now" && TURNS.iter().any(|turn| scan.is_word(next, turn))
}

fn present(found: &Match, scan: &Scan) -> Option<Form> {
    let clause = scan.is_word(found.end, "the") || scan.is_word(found.end, "he") || scan.is_word(found.end, "she");
    if clause && before(found, scan).eq_ignore_ascii_case("from") {
        return None;
    }
    let phrase = matches!(scan.document.word(found.end - 1), "moment" | "time" | "present");
    let in_phrase = ["at", "for", "until", "to", "by", "from", "since"].iter().any(|word| word.eq_ignore_ascii_case(before(found, scan)));
    // `for the moment` tells how long, not when.
    let how_long = before(found, scan).eq_ignore_ascii_case("for") && scan.is_word(found.end - 1, "moment");
    if how_long || scan.is_word(found.end, "of") || scan.is_word(found.end, "when") || (phrase && !in_phrase) {
        return None;
    }
    reference(Reference::Present)
}

/// `once` is more often `when` or `one time`; `a recent report` tells of the report.
fn recently(found: &Match, scan: &Scan) -> Option<Form> {
    let word = scan.document.word(found.end - 1);
    let compares = before(found, scan).eq_ignore_ascii_case("as") && scan.is_word(found.end, "as");
    if matches!(word, "once" | "Once") || word.eq_ignore_ascii_case("recent") || compares {
        return None;
    }
    reference(Reference::Past)
}

fn past(found: &Match, scan: &Scan) -> Option<Form> {
    let ends = scan.phrase_ends(found.end);
    let in_phrase = ["in", "of", "from"].iter().any(|word| word.eq_ignore_ascii_case(before(found, scan)));
    if ends && in_phrase { reference(Reference::Past) } else { None }
}

fn past_phrase(_: &Match, _: &Scan) -> Option<Form> {
    reference(Reference::Past)
}

/// A past tense stands there: `it soon became clear`, `she was soon released`.
fn is_told(scan: &Scan, at: usize) -> bool {
    let word = scan.document.word(at);
    scan.hints(at, Hint::Past) && !scan.hints(at, Hint::BaseForm) || word.len() > 4 && word.ends_with("ed") && !word.ends_with("eed")
}

/// `as soon as` is no time, `too soon` is `too early`; nor is what soon happened.
fn soon(found: &Match, scan: &Scan) -> Option<Form> {
    let conjunction = scan.is_word(found.start, "as") || ["as", "too"].iter().any(|word| word.eq_ignore_ascii_case(before(found, scan)));
    let relation = ["after", "before", "as", "thereafter", "afterwards", "afterward"].iter().any(|word| scan.is_word(found.end, word));
    let told = is_told(scan, found.end) || found.start.checked_sub(1).is_some_and(|before| is_told(scan, before));
    if conjunction || relation || told { None } else { reference(Reference::Future) }
}

/// `(2013 – present)`.
fn to_present(found: &Match, scan: &Scan) -> Option<Form> {
    let at = found.start.checked_sub(2)?;
    let behind_year =
        scan.is(at, Class::Year) && scan.is(at + 1, Class::Dash) && !scan.document.word(found.end).starts_with(char::is_alphabetic);
    behind_year.then(|| reference(Reference::Present))?
}

/// `it will one day be`.
fn one_day(found: &Match, scan: &Scan) -> Option<Form> {
    let will = ["will", "would", "may", "might", "could", "'ll", "’ll"].iter().any(|word| scan.is_word(found.start.wrapping_sub(1), word));
    if will { reference(Reference::Future) } else { None }
}

fn future(found: &Match, scan: &Scan) -> Option<Form> {
    let next = scan.document.word(found.end);
    let in_phrase = ["in", "into", "about"].iter().any(|word| word.eq_ignore_ascii_case(before(found, scan)));
    // `three months in the future`.
    let of_length = found.start.checked_sub(2).is_some_and(|at| scan.is(at, Class::Units) || scan.is(at, Class::Unit));
    if in_phrase && !of_length && next != "of" { reference(Reference::Future) } else { None }
}
