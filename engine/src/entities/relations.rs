//! What the words between two names say of their bodies: `, a unit of`, `'s rocket arm,`, `acquired the Swiss rival`.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::lexicon::LEXICON;
use crate::tables::{rows, values};

/// Which of two bodies is the larger one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relation {
    /// The first is a part of the second.
    PartOf,
    /// The same, said in as many words.
    SaidPartOf,
    /// The same, in words that may mean something else.
    PerhapsPartOf,
    /// The first owns the second.
    OwnerOf,
    /// The first owns the second and those that follow.
    OwnerOfAll,
    /// The first has bought the second, or the most of it.
    BuyerOf,
}

/// Ties that only a body directly under another has, before `of` or `with`.
const MEMBERS: &[&str] = &["member"];
/// More words than this between two names tie them to nothing.
const FARTHEST: usize = 14;
/// Words that may stand between `of` or `by` and the larger body: `a unit of the German carmaker`.
const TAIL: usize = 4;

/// What a word does between two names.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Tie {
    Part,
    Parts,
    DoneBy,
    Quiet,
    At,
    Faculty,
    School,
    Cell,
    Buys,
    Has,
}

/// True if the list gives the word this sense.
pub fn has(word: &str, tie: Tie) -> bool {
    static TIES: LazyLock<BTreeMap<&str, Vec<Tie>>> = LazyLock::new(|| {
        let mut ties: BTreeMap<&str, Vec<Tie>> = BTreeMap::new();
        for row in rows(include_str!("../../lexicon/ties.tsv")) {
            if let Some(&word) = row.first() {
                ties.insert(word, values(&row, 1).filter_map(class_of).collect());
            }
        }
        ties
    });
    TIES.get(word).is_some_and(|ties| ties.contains(&tie))
}

fn class_of(class: &str) -> Option<Tie> {
    Some(match class {
        "part" => Tie::Part,
        "parts" => Tie::Parts,
        "done by" => Tie::DoneBy,
        "quiet" => Tie::Quiet,
        "at" => Tie::At,
        "faculty" => Tie::Faculty,
        "school" => Tie::School,
        "cell" => Tie::Cell,
        "buys" => Tie::Buys,
        "has" => Tie::Has,
        _ => return None,
    })
}

/// The words between two names in lower case, punctuation apart; none if a sentence ends there or they are too many.
pub fn words(between: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for piece in between.split_whitespace() {
        let low = piece.to_lowercase().replace('’', "'");
        let core = low.trim_matches(['"', '“', '”', '‘']);
        let (front, rest) = match core.find(|c: char| c.is_alphanumeric()) {
            Some(at) if core.starts_with([',', '(', ')', '–', '—']) => core.split_at(at),
            _ => ("", core),
        };
        let stem = rest.trim_end_matches([',', '.', ';', ':', ')', '?', '!']);
        for part in [front, stem, rest.get(stem.len()..).unwrap_or_default()] {
            words.extend((!part.is_empty()).then(|| part.to_string()));
        }
    }
    let ends = words.iter().any(|word| word.contains(['.', ';', ':', '?', '!']));
    if ends || between.contains("\n\n") || words.len() > FARTHEST { Vec::new() } else { words }
}

/// `, `, `and`, `, and the`: nothing but the joints of a list.
pub fn is_listed(words: &[String]) -> bool {
    !words.is_empty() && words.iter().all(|word| matches!(word.as_str(), "," | "and" | "&" | "the" | "or"))
}

/// What these words between two names, in lower case, say of their bodies.
pub fn relation(words: &[String]) -> Option<Relation> {
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let words = match words.as_slice() {
        // Behind a bracket: `the Audit Bureau (AB) of the Ministry`.
        [")", rest @ ..] => rest,
        // `Acme (a bank) is part of Zed`.
        ["(", inner @ ..] => match inner.iter().position(|word| *word == ")") {
            Some(end) if end < 6 && end + 1 < inner.len() => inner.get(end + 1..).unwrap_or_default(),
            _ => words.as_slice(),
        },
        words => words,
    };
    // `Acme's, Zed's and Ebner's` is a list.
    if matches!(words, ["'s" | "'", ","]) {
        return None;
    }
    let plain: Vec<&str> = words.iter().copied().filter(|word| !matches!(*word, "the" | ",")).collect();
    let follows_comma = words.first() == Some(&",");
    let is_part = match plain.as_slice() {
        ["of"] | ["whose", "parent", "is"] | ["whose", "parent", "company" | "group" | "firm" | "body", "is"] => true,
        ["within" | "under"] => !follows_comma,
        ["whose" | "and", "its", .., "parent"] | ["whose" | "and", "its", .., "parent", "company" | "group" | "firm" | "body"] => {
            plain.len() < 6
        }
        _ => false,
    };
    if is_part {
        return Some(Relation::PartOf);
    }
    if matches!(plain.as_slice(), ["at" | "in"]) && !follows_comma {
        return Some(Relation::PerhapsPartOf);
    }
    owner_of(&plain).or_else(|| part_of(words)).or_else(|| buyer_of(&plain)).or_else(|| holder_of(&plain))
}

/// `acquired the Swiss rival`, `holds a majority stake in`, `owns`.
fn buyer_of(plain: &[&str]) -> Option<Relation> {
    let plain = match plain {
        ["has" | "had" | "also" | "recently" | "later" | "and" | "now" | "then" | "which" | "already", rest @ ..] => rest,
        plain => plain,
    };
    let is_descriptor =
        |word: &&str| is_plain(word) && !matches!(*word, "stake" | "stakes" | "part" | "shares" | "assets" | "not" | "land");
    let is_bought = |rest: &[&str]| rest.len() < 7 && rest.iter().all(|word| is_descriptor(word) || matches!(*word, "and" | "a" | "an"));
    match plain {
        ["took" | "takes" | "taken", "over", rest @ ..] if is_bought(rest) => Some(Relation::BuyerOf),
        [verb, rest @ ..] if has(verb, Tie::Buys) && is_bought(rest) => Some(Relation::BuyerOf),
        [.., "majority" | "controlling", "stake" | "share" | "interest" | "shareholding", "in"]
        | [.., "majority" | "controlling", "shareholder" | "owner", "of"]
            if plain.len() < 9 && plain.iter().any(|word| has(word, Tie::Has)) =>
        {
            Some(Relation::BuyerOf)
        }
        _ => None,
    }
}

/// `has two units,`, `runs brands such as`, `and its German subsidiary`: what a body has, told in a list or one by one.
fn holder_of(plain: &[&str]) -> Option<Relation> {
    let named = match plain {
        [front @ .., "such", "as"] | [front @ .., "like" | "including" | "namely" | "called" | "–" | "—" | "-"] => front,
        plain => plain,
    };
    let (&last, front) = named.split_last()?;
    if let Some(its) = front.iter().rposition(|word| *word == "its") {
        let is_short = front.len() - its <= 3 && front.get(its + 1..)?.iter().all(|word| is_plain(word));
        return match (has(last, Tie::Part), has(last, Tie::Parts)) {
            (true, _) if is_short => Some(Relation::OwnerOf),
            (_, true) if is_short => Some(Relation::OwnerOfAll),
            _ => None,
        };
    }
    let is_list = named.len() < plain.len() && has(last, Tie::Parts) && front.iter().any(|word| has(word, Tie::Has));
    is_list.then_some(Relation::OwnerOfAll)
}

/// `'s`, `'s food agency`, `subsidiary`, `-owned channel`, `, the parent company of`.
fn owner_of(plain: &[&str]) -> Option<Relation> {
    let (&first, rest) = plain.split_first()?;
    let possessive = matches!(first, "'s" | "'" | ")'s");
    let last = rest.last().copied().unwrap_or(first);
    let called = |words: &[&str], tie: Tie| words.len() <= 4 && words.last().is_some_and(|last| has(last, tie));
    if first.ends_with("-owned") || first.ends_with("-run") {
        return (rest.len() <= 3).then_some(Relation::OwnerOf);
    }
    let is_above = |words: &[&str]| matches!(words, [.., "parent" | "owner"] | [.., "parent", "company" | "firm" | "group" | "body"]);
    if let [front @ .., "of"] = rest
        && is_above(front)
        && rest.len() <= 6
    {
        return matches!(first, "is" | "was" | "a" | "an" | "which" | "and").then_some(Relation::OwnerOf);
    }
    if matches!(plain, ["parent" | "owner", "of"] | ["parent", "company", "of"] | ["which", "owns" | "operates" | "runs"]) {
        return Some(Relation::OwnerOf);
    }
    if possessive && is_above(rest) && rest.len() <= 3 || !possessive && is_above(plain) && plain.len() <= 2 {
        return Some(Relation::PartOf);
    }
    match rest {
        [] if possessive => Some(Relation::OwnerOf),
        _ if possessive && called(rest, Tie::Part) => Some(Relation::OwnerOf),
        _ if !possessive && called(plain, Tie::Part) && plain.len() <= 3 && plain.iter().all(|word| is_plain(word)) => {
            Some(Relation::OwnerOf)
        }
        [front @ .., "on" | "for" | "including"] | front if possessive && called(front, Tie::Parts) => Some(Relation::OwnerOfAll),
        _ if !possessive && plain.len() <= 3 && has(last, Tie::Parts) && plain.iter().all(|word| is_plain(word)) => {
            Some(Relation::OwnerOfAll)
        }
        _ => None,
    }
}

/// True for a word that can stand before a noun between two names: no verb, no preposition.
fn is_plain(word: &str) -> bool {
    word.chars().all(|c| c.is_alphanumeric() || c == '-')
        && !matches!(
            word,
            "and" | "or" | "of" | "to" | "with" | "by" | "in" | "on" | "for" | "a" | "an" | "is" | "was" | "from" | "as" | "at"
        )
}

/// `, a unit of the`, `is part of the ruling`, `, which is owned by`.
fn part_of(words: &[&str]) -> Option<Relation> {
    let at = words.iter().rposition(|word| matches!(*word, "of" | "by" | "to"))?;
    let (front, tail) = (words.get(..at)?, words.get(at + 1..)?);
    if tail.len() > TAIL || tail.iter().any(|word| matches!(*word, "," | "and" | "'s" | "that" | "which")) {
        return None;
    }
    let opens =
        front.first().is_some_and(|first| matches!(*first, "," | "(" | "is" | "was" | "are" | "–" | "—" | "-" | "which" | "remains"))
            || front == ["part"]
            || front.len() == 1 && words.get(at) == Some(&"by");
    let (&last, before) = front.split_last()?;
    let was = before.iter().any(|word| matches!(*word, "formerly" | "previously" | "once" | "not" | "no" | "longer" | "never" | "former"));
    let quiet = before.iter().all(|word| is_quiet(word));
    let is_part = *words.get(at)? == "of" && (has(last, Tie::Part) || MEMBERS.contains(&last) && tail.len() <= 1);
    let is_owned = *words.get(at)? == "by" && has(last.rsplit('-').next().unwrap_or(last), Tie::DoneBy);
    let belongs = *words.get(at)? == "to" && matches!(last, "belongs" | "belonging" | "subordinate");
    (opens && quiet && !was && (is_part || is_owned || belongs)).then_some(Relation::SaidPartOf)
}

/// True for a word that may stand before `unit` or `owned`: none that says what somebody does to something else.
fn is_quiet(word: &str) -> bool {
    matches!(word, "," | "(" | "–" | "—" | "-")
        || word.ends_with("ly")
        || word.ends_with("-based")
        || has(word, Tie::Quiet)
        || LEXICON.head_kind(word).is_some()
        || LEXICON.people_of(word).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(between: &str, expected: Option<Relation>) {
        assert_eq!(relation(&words(between)), expected, "{between}");
    }

    #[test]
    fn parts() {
        for between in [" of the ", ") of the ", "'s parent, ", " parent company "] {
            check(between, Some(Relation::PartOf));
        }
        for between in [" at the ", " in the "] {
            check(between, Some(Relation::PerhapsPartOf));
        }
        for between in [" and its parent company, ", ", whose parent company is ", " and its Swiss parent "] {
            check(between, Some(Relation::PartOf));
        }
        for between in [
            ", a unit of ",
            ", a wholly owned subsidiary of ",
            " is part of the ruling ",
            ", which is owned by ",
            ", the research arm of the ",
            " is a division of German carmaker ",
            " is in turn wholly-owned by ",
            ", part of the ",
            " is owned by the ",
            ", a daily owned by ",
            " (a Catholic channel) is owned by the ",
            ", which was acquired by ",
            ", a journal published by the ",
        ] {
            check(between, Some(Relation::SaidPartOf));
        }
    }

    #[test]
    fn owners() {
        for between in [
            "'s ",
            "’s ",
            "'s food agency, the ",
            " subsidiary ",
            " station ",
            "-owned channel ",
            " is the parent company of ",
            ", owner of ",
            "'s research arm ",
            " rocket unit ",
            ", which owns ",
        ] {
            check(between, Some(Relation::OwnerOf));
        }
        for between in [" and its German subsidiary ", " said its unit ", " through its research arm, the "] {
            check(between, Some(Relation::OwnerOf));
        }
        for between in [" and its subsidiaries ", " has more than ten companies, including brands such as ", " runs three units – "] {
            check(between, Some(Relation::OwnerOfAll));
        }
        for between in [
            " acquired the Swiss mortar and shell maker ",
            " holds a majority stake in ",
            ", which owns a controlling interest in ",
            " owns ",
            " has taken over ",
        ] {
            check(between, Some(Relation::BuyerOf));
        }
        check("'s committees on ", Some(Relation::OwnerOfAll));
        check(" subsidiaries ", Some(Relation::OwnerOfAll));
    }

    #[test]
    fn no_ties() {
        for between in [
            " and ",
            ", ",
            " left part of the ",
            " sold a unit of ",
            ". A unit of ",
            " was formerly owned by ",
            " took over a company owned by ",
            " met members of ",
            "'s rival ",
            " is no longer part of ",
            " visited the unit of ",
            " told ",
            " said a member of the ruling coalition, the ",
            " member of ",
            "'s, ",
            " acquired a stake in ",
            " bought land from ",
            " holds a minority stake in ",
            " plans to acquire ",
            " and its rival ",
            " (a bank) and ",
            " has ten members, including ",
        ] {
            check(between, None);
        }
    }
}
