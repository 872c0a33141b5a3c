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
    if matches!(word(1), "until" | "till") {
        return until(scan, first, sentence.start);
    }
    let sets_end =
        matches!((word(2), word(1)), ("ahead", "of")) || matches!((word(3), word(2), word(1)), ("as", "early" | "soon" | "late", "as"));
    let is_owner = matches!(scan.document.word(end), "'s" | "’s");
    // `The primary is Tuesday`, but not `Roe is Tuesday's winner` or `today is Tuesday`.
    let is_then = matches!(word(1), "is" | "are") && !is_owner && !matches!(word(2), "" | "today" | "Today" | "it" | "It");
    if sets_end || is_then || word(1) == "effective" {
        return Direction::Future;
    }
    if word(2).eq_ignore_ascii_case("as") && word(1) == "of" || matches!(word(1), "ended" | "since") {
        return Direction::Past;
    }
    if is_called_off(scan, first, end) {
        return Direction::Past;
    }
    let before = (sentence.start.max(first.saturating_sub(REACH))..first).rev();
    let left = before.filter(|&at| !(is_owner && scan.is_word(at, "would"))).find_map(|at| signal(scan, at));
    left.or_else(|| (end..sentence.end.min(end + REACH_AHEAD)).find_map(|at| signal(scan, at))).unwrap_or(Direction::Unknown)
}

/// Past tenses of what goes on up to a time.
const LASTED: &[&str] = &[
    "continued",
    "kept",
    "lasted",
    "lived",
    "persisted",
    "ran",
    "remained",
    "reigned",
    "ruled",
    "served",
    "stayed",
    "stood",
    "waited",
    "worked",
];

/// So many tokens before `until`, the verb that it goes with may stand.
const UNTIL_REACH: usize = 20;

/// What is set to end is to come, but for what lasted, what had been set, and what did not happen until then.
fn until(scan: &Scan, first: usize, start: usize) -> Direction {
    let before = (start.max(first.saturating_sub(UNTIL_REACH))..first.saturating_sub(1)).rev();
    for at in before {
        let word = scan.document.word(at);
        let next = scan.document.word(at + 1);
        let is_denied = next == "not";
        let had = word == "had" && is_participle(scan, at + 1);
        let did = matches!(word, "did" | "was" | "were" | "had") && is_denied
            || ["did", "was", "were", "had"].iter().any(|verb| matches!(word.strip_prefix(verb), Some("n't" | "n’t")));
        if had || did || LASTED.contains(&word) {
            return Direction::Past;
        }
        if matches!(word, "will" | "would" | "is" | "are" | "has" | "have" | "can" | "may" | "must") {
            return Direction::Future;
        }
    }
    Direction::Future
}

fn is_participle(scan: &Scan, at: usize) -> bool {
    let word = scan.document.word(at);
    word.len() > 4 && (word.ends_with("ed") || word.ends_with("en")) || scan.hints(at, Hint::Past) || word == "been"
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

/// True if `would` or `was expected to` governs the time: what is told to come, seen from a day in the past.
pub fn is_to_come_then(scan: &Scan, first: usize, sentence: std::ops::Range<usize>) -> bool {
    let mut before = (sentence.start.max(first.saturating_sub(REACH))..first).rev();
    let governs = before.find(|&at| signal(scan, at).is_some());
    governs.is_some_and(|at| scan.is_word(at, "would") || is_arranged_then(scan, at))
}

/// `was expected to`, `were to`; not `had been due to`, nor `was originally due to`, which did not come to pass.
fn is_arranged_then(scan: &Scan, at: usize) -> bool {
    let was = |at: Option<usize>| at.is_some_and(|at| matches!(scan.document.word(at), "was" | "were"));
    let was_to = was(Some(at)) && scan.is_word(at + 1, "to");
    let arranged = scan.hints(at, Hint::Arranged) && scan.is_word(at + 1, "to");
    let before = at.checked_sub(1).map_or("", |before| scan.document.word(before));
    let arranged = arranged && !(scan.is_word(at, "due") && is_cause(scan, at + 2, before));
    let is_old = matches!(before, "first" | "initially" | "originally" | "previously" | "been");
    was_to || arranged && (was(at.checked_sub(1)) || !is_old && was(at.checked_sub(2)))
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
    if is_under_way(scan, at) {
        return Some(Direction::Future);
    }
    let announced = scan.hints(at, Hint::Announce) && !(noun && matches!(word, "plan" | "plans"));
    let calendar = scan.hints(at, Hint::Calendar) && plain && !noun;
    let to_be =
        matches!(word, "is" | "are") && next("to") || word == "set" && (next("to") || next("for")) || word == "listed" && next("for");
    if announced || calendar || to_be {
        return Some(Direction::Future);
    }
    if word == "to" && at.checked_sub(1).is_some_and(|before| COMMITMENTS.contains(&scan.document.word(before))) {
        return Some(Direction::Future);
    }
    if matches!(word, "couldn't" | "couldn’t") {
        return Some(Direction::Past);
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

/// `is meeting on Friday`, `I'm leaving Monday`: what is planned, told as if under way.
fn is_under_way(scan: &Scan, at: usize) -> bool {
    const PLANS: &[&str] = &[
        "arriving",
        "attending",
        "beginning",
        "closing",
        "coming",
        "flying",
        "going",
        "holding",
        "hosting",
        "launching",
        "leaving",
        "meeting",
        "moving",
        "opening",
        "playing",
        "releasing",
        "resuming",
        "returning",
        "speaking",
        "starting",
        "travelling",
        "traveling",
        "visiting",
        "voting",
    ];
    const BE: &[&str] = &["am", "are", "aren't", "aren’t", "is", "isn't", "isn’t"];
    let Some(before) = at.checked_sub(1).map(|before| scan.document.word(before)) else { return false };
    let of_pronoun =
        || matches!(at.checked_sub(2).map_or("", |at| scan.document.word(at)), "he" | "He" | "she" | "She" | "it" | "It" | "who");
    let is_short = ["'re", "’re", "'m", "’m"].iter().any(|be| before.ends_with(be)) || matches!(before, "'s" | "’s") && of_pronoun();
    PLANS.contains(&scan.document.word(at)) && (is_short || BE.contains(&before))
}

/// So many tokens before `could`, its subject may begin: `neither he nor his sister could be found`.
const NONE_REACH: usize = 8;

/// `may open`, `would leave` look ahead; `could not be reached`, `may have left` look back.
fn modal(scan: &Scan, at: usize) -> Option<Direction> {
    let next = scan.document.word(at + 1);
    let none = (at.saturating_sub(NONE_REACH)..at).any(|at| ["neither", "nobody", "none", "nor"].iter().any(|word| scan.is_word(at, word)));
    let denied = (next == "not" || none) && scan.is_word(at, "could");
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
    let is_denied = before.ends_with("n't") || before.ends_with("n’t");
    let is_behind_modal =
        matches!(before, "to" | "will" | "would" | "can" | "could" | "may" | "might" | "shall" | "should" | "must" | "not");
    is_both && (is_behind_modal || is_denied)
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
    let cause = word == "due" && scan.is_word(at + 1, "to") && is_cause(scan, at + 2, before(1));
    (!cause).then_some(Direction::Future)
}

/// `closed due to a strike`, `due to flooding`; not `due to arrive`.
fn is_cause(scan: &Scan, at: usize, before: &str) -> bool {
    const CAUSES: &[&str] = &[
        "a",
        "an",
        "bad",
        "concerns",
        "fears",
        "fog",
        "health",
        "heavy",
        "her",
        "high",
        "his",
        "illness",
        "injuries",
        "injury",
        "its",
        "lack",
        "low",
        "many",
        "poor",
        "rain",
        "safety",
        "security",
        "severe",
        "snow",
        "some",
        "strong",
        "technical",
        "that",
        "the",
        "their",
        "these",
        "this",
        "those",
        "weather",
    ];
    let noun = CAUSES.iter().any(|word| scan.is_word(at, word)) || scan.capital(at) || scan.document.word(at).ends_with("ing");
    noun || before.len() > 4 && before.ends_with("ed") || matches!(before, "largely" | "mainly" | "mostly" | "partly")
}

/// `a meet`, `its opens`, `the runs`.
fn is_noun(scan: &Scan, at: usize) -> bool {
    let before = at.checked_sub(1).map_or("", |before| scan.document.word(before));
    matches!(
        before,
        "the" | "a" | "an" | "its" | "at" | "by" | "in" | "their" | "his" | "her" | "this" | "that" | "no" | "to" | "still" | "newly"
    )
}
