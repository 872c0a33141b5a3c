//! Whether the words around a time look back or ahead: tense and aspect of the verb that governs it.

use super::pattern::Scan;
use super::words::Hint;

/// Which way a sentence looks from a time in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// What is told has happened.
    Past,
    /// What is told will happen.
    Future,
    /// The words do not say.
    Unknown,
}

/// So many tokens are looked at before a time.
const REACH: usize = 24;
/// So many tokens are looked at behind a time.
const REACH_AHEAD: usize = 14;

/// The direction of the words around the tokens `first..end`, which stand in the sentence `sentence`.
pub fn of(scan: &Scan, first: usize, end: usize, sentence: std::ops::Range<usize>) -> Direction {
    let word = |back: usize| first.checked_sub(back).map_or("", |at| scan.document.word(at));
    let sets_end = matches!(word(1), "until" | "till")
        || matches!((word(2), word(1)), ("ahead", "of"))
        || matches!((word(3), word(2), word(1)), ("as", "early" | "soon" | "late", "as"));
    if sets_end {
        return Direction::Future;
    }
    if word(2).eq_ignore_ascii_case("as") && word(1) == "of" || matches!(word(1), "ended" | "since") {
        return Direction::Past;
    }
    if is_called_off(scan, first, end) {
        return Direction::Past;
    }
    let is_owner = matches!(scan.document.word(end), "'s" | "’s");
    let before = (sentence.start.max(first.saturating_sub(REACH))..first).rev();
    let left = before.filter(|&at| !(is_owner && scan.is_word(at, "would"))).find_map(|at| signal(scan, at));
    left.or_else(|| (end..sentence.end.min(end + REACH_AHEAD)).find_map(|at| signal(scan, at))).unwrap_or(Direction::Unknown)
}

/// What is said to be done, behind one of these and `to`, is still to come: `agreed to meet on Friday`.
const COMMITMENTS: &[&str] = &[
    "agree",
    "agreed",
    "agrees",
    "aim",
    "aimed",
    "aims",
    "asked",
    "committed",
    "decided",
    "hope",
    "hoped",
    "hopes",
    "hoping",
    "invited",
    "offered",
    "ordered",
    "pledged",
    "prepare",
    "prepared",
    "prepares",
    "preparing",
    "promised",
    "promises",
    "threatened",
    "urged",
    "voted",
    "vowed",
    "vows",
    "want",
    "wanted",
    "wants",
];

/// True if `would` governs the time: what is told to come, seen from a day in the past.
pub fn is_to_come_then(scan: &Scan, first: usize, sentence: std::ops::Range<usize>) -> bool {
    let mut before = (sentence.start.max(first.saturating_sub(REACH))..first).rev();
    before.find(|&at| signal(scan, at).is_some()).is_some_and(|at| scan.is_word(at, "would"))
}

/// `the rally planned for Saturday was canceled`.
fn is_called_off(scan: &Scan, first: usize, end: usize) -> bool {
    const PLANNED: &[&str] = &["planned", "scheduled", "set", "slated", "due"];
    let planned = (1..=3).any(|back| first.checked_sub(back).is_some_and(|at| PLANNED.iter().any(|word| scan.is_word(at, word))));
    planned && matches!(scan.document.word(end), "was" | "were" | "had") && scan.document.word(end + 1).ends_with("ed")
}

fn signal(scan: &Scan, at: usize) -> Option<Direction> {
    let word = scan.document.word(at);
    if scan.hints(at, Hint::Arranged) {
        return arranged(scan, at, word);
    }
    let plain = word.starts_with(|c: char| !c.is_uppercase());
    let next = |word: &str| scan.is_word(at + 1, word);
    let noun = is_noun(scan, at);
    let announced = scan.hints(at, Hint::Announce) && !(noun && matches!(word, "plan" | "plans"));
    let calendar = scan.hints(at, Hint::Calendar) && plain && !noun;
    let to_be = matches!(word, "is" | "are") && next("to") || word == "set" && (next("to") || next("for"));
    if announced || calendar || to_be {
        return Some(Direction::Future);
    }
    if word == "to" && at.checked_sub(1).is_some_and(|before| COMMITMENTS.contains(&scan.document.word(before))) {
        return Some(Direction::Future);
    }
    if matches!(word, "could" | "may" | "might" | "would") {
        return modal(scan, at);
    }
    if matches!(word, "was" | "were") && next("to") {
        return Some(Direction::Unknown);
    }
    let past_form = !noun && word.len() > 4 && word.ends_with("ed") && !word.ends_with("eed") && word != "hundred";
    (plain && (scan.hints(at, Hint::Past) || past_form) && !is_bare_infinitive(scan, at)).then_some(Direction::Past)
}

/// `may open`, `would leave` look ahead; `could not be reached`, `may have left` look back.
fn modal(scan: &Scan, at: usize) -> Option<Direction> {
    let next = scan.document.word(at + 1);
    let denied = matches!(next, "not" | "n't" | "n’t") && scan.is_word(at, "could");
    if denied {
        return Some(Direction::Past);
    }
    (next != "have").then_some(Direction::Future)
}

/// `be paid`, `is heard`, `to cut`, `will hit`: the form is no past tense.
fn is_bare_infinitive(scan: &Scan, at: usize) -> bool {
    let before = at.checked_sub(1).map_or("", |before| scan.document.word(before));
    if matches!(before, "be" | "is" | "are") {
        return true;
    }
    let is_both = scan.hints(at, Hint::BaseForm);
    is_both && matches!(before, "to" | "will" | "would" | "can" | "could" | "may" | "might" | "shall" | "should" | "must" | "not" | "n't")
}

/// `is scheduled for` looks ahead, `was scheduled for` does not tell, `the planned launch` is no verb.
fn arranged(scan: &Scan, at: usize, word: &str) -> Option<Direction> {
    let before = |back: usize| at.checked_sub(back).map_or("", |at| scan.document.word(at));
    let past = |word: &str| matches!(word, "was" | "were" | "had" | "been");
    let attribute = matches!(before(1), "the" | "a" | "an" | "originally" | "previously" | "its" | "their");
    if word == "planning" && scan.is_word(at + 1, "to") {
        return Some(Direction::Future);
    }
    if past(before(1)) || past(before(2)) || attribute {
        return Some(Direction::Unknown);
    }
    let cause = word == "due" && scan.is_word(at + 1, "to") && scan.is_word(at + 2, "the");
    (!cause).then_some(Direction::Future)
}

/// `a meet`, `its opens`, `the runs`.
fn is_noun(scan: &Scan, at: usize) -> bool {
    let before = at.checked_sub(1).map_or("", |before| scan.document.word(before));
    matches!(
        before,
        "the" | "a" | "an" | "its" | "at" | "by" | "in" | "their" | "his" | "her" | "this" | "that" | "no" | "to" | "still" | "newly"
    )
}
