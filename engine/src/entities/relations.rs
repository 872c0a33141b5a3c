//! What the words between two names say of their bodies: `, a unit of`, `'s rocket arm,`, `acquired the Swiss rival`.

use super::holdings::{buyer_of, holder_of, is_majority, referring_back};
use super::lexicon::LEXICON;
use super::part_words::{is_above, is_apposed, is_own_body};
use super::ties::{Tie, has};

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
    /// The first owns the second, if `its` means the first.
    PerhapsOwnerOf,
    /// The second is a part of the first, if it is called a department or the like: somebody heads it there.
    HeadOf,
    /// The first leads the second: it is a part of it, if that is an alliance.
    LeaderOf,
    /// The second leads the first.
    LedBy,
}

/// Ties that only a body directly under another has, before `of` or `with`.
const MEMBERS: &[&str] = &["member"];
/// More words than this between two names tie them to nothing.
const FARTHEST: usize = 24;
/// Of more words than this only the last ones count.
const NEAR: usize = 14;
/// Words that may stand between `of` or `by` and the larger body: `a unit of the German carmaker`.
const TAIL: usize = 4;

/// The words between two names in lower case, punctuation apart; none if a sentence ends there or they are too many.
pub fn words(between: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for piece in between.split_whitespace() {
        let low = piece.to_lowercase().replace('’', "'");
        let core = low.trim_matches(['"', '“', '”', '‘']);
        // `(AB)'s` and `(AB),` behind the name in the bracket.
        let core = match core.strip_prefix(')') {
            Some(rest) if !rest.is_empty() => {
                words.push(")".to_string());
                rest
            }
            _ => core,
        };
        let (front, rest) = match core.find(|c: char| c.is_alphanumeric()) {
            Some(at) if core.starts_with([',', '(', ')', '–', '—']) => core.split_at(at),
            _ => ("", core),
        };
        let stem = rest.trim_end_matches([',', '.', ';', ':', ')', '?', '!']);
        for part in [front, stem] {
            words.extend((!part.is_empty()).then(|| part.to_string()));
        }
        words.extend(rest.get(stem.len()..).unwrap_or_default().chars().map(String::from));
    }
    let ends = words.iter().any(|word| word.contains(['.', ';', ':', '?', '!']));
    if ends || between.contains("\n\n") || words.len() > FARTHEST { Vec::new() } else { words }
}

/// What these words between two names, in lower case, say of their bodies.
pub fn relation(words: &[String]) -> Option<Relation> {
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let words = match words.as_slice() {
        // The end of a quoted name: `“Canal Azul” (a channel) is owned by`.
        ["'", rest @ ..] if rest.first() == Some(&"(") => rest,
        words => words,
    };
    let words = match words {
        // Behind a bracket: `the Audit Bureau (AB) of the Ministry`.
        [")", rest @ ..] => rest,
        ["(", rest @ ..] if rest.first() == Some(&"one") => rest,
        // `Acme (a bank) is part of Zed`.
        ["(", inner @ ..] => match inner.iter().position(|word| *word == ")") {
            Some(end) if end < 6 && end + 1 < inner.len() => inner.get(end + 1..).unwrap_or_default(),
            _ => words,
        },
        words => words,
    };
    // `Acme's, Zed's and Ebner's` is a list, and so is `the Acme newspaper, Zed and Ebner`.
    if matches!(words, ["'s" | "'" | "newspaper", ","]) {
        return None;
    }
    let plain: Vec<&str> = words.iter().copied().filter(|word| !matches!(*word, "the" | ",")).collect();
    let follows_comma = words.first() == Some(&",");
    if words.len() > NEAR {
        return referring_back(&plain);
    }
    let is_part = match plain.as_slice() {
        ["which", "falls" | "comes" | "operates" | "works" | "is" | "functions", "under"]
        | ["of"]
        | ["whose", "parent", "is"]
        | ["whose", "parent", "company" | "group" | "firm" | "body", "is"] => true,
        ["within" | "under"] => !follows_comma || matches!(words, [",", "under", "the"]),
        ["whose" | "and", "its", .., "parent"] | ["whose" | "and", "its", .., "parent", "company" | "group" | "firm" | "body"] => {
            plain.len() < 6
        }
        _ => false,
    };
    // `of the Greek` ministry.
    if is_part || matches!(plain.as_slice(), ["of", people] if LEXICON.people_of(people).is_some()) {
        return Some(Relation::PartOf);
    }
    if matches!(plain.as_slice(), ["at" | "in"]) && !follows_comma {
        return Some(Relation::PerhapsPartOf);
    }
    let has_article = words.contains(&"the");
    owner_of(&plain, has_article)
        .or_else(|| part_of(words))
        .or_else(|| buyer_of(&plain))
        .or_else(|| holder_of(&plain))
        .or_else(|| referring_back(&plain))
        .or_else(|| head_of(&plain))
        .or_else(|| led_by(words))
}

/// `director for the`, `Director of Partnerships of the`, `deputy head of the`.
fn head_of(plain: &[&str]) -> Option<Relation> {
    let [front @ .., "of" | "for"] = plain else { return None };
    let role = front.iter().take(3).position(|word| LEXICON.is_role(word))?;
    let is_short = front.len() < 6 && front.iter().all(|word| is_plain(word) || matches!(*word, "of" | "for" | "and"));
    (is_short && front.get(..role)?.iter().all(|word| is_plain(word))).then_some(Relation::HeadOf)
}

/// `-led`, `, led by`.
fn led_by(words: &[&str]) -> Option<Relation> {
    match words {
        ["-led", rest @ ..] if rest.len() < 3 && rest.iter().all(|word| is_plain(word)) => Some(Relation::LeaderOf),
        [",", "led" | "headed", "by"] | [",", "led" | "headed", "by", "the"] => Some(Relation::LedBy),
        _ => None,
    }
}

/// `'s`, `'s food agency`, `subsidiary`, `-owned channel`, `, the parent company of`.
fn owner_of(plain: &[&str], has_article: bool) -> Option<Relation> {
    let (&first, rest) = plain.split_first()?;
    let possessive = matches!(first, "'s" | "'" | ")'s");
    let last = rest.last().copied().unwrap_or(first);
    let called = |words: &[&str], tie: Tie| words.len() <= 4 && words.last().is_some_and(|last| has(last, tie));
    if matches!(first, "-owned" | "-run") {
        return (rest.len() <= 3).then_some(Relation::OwnerOf);
    }
    if let [front @ .., "of"] = rest
        && is_above(front)
        && rest.len() <= 6
    {
        return matches!(first, "is" | "was" | "a" | "an" | "which" | "and" | "one").then_some(Relation::OwnerOf);
    }
    if matches!(plain, ["parent" | "owner", "of"] | ["parent", "company", "of"]) {
        return Some(Relation::OwnerOf);
    }
    if is_standing_above(plain) {
        return Some(Relation::OwnerOf);
    }
    if possessive && is_above(rest) && rest.len() <= 3 || !possessive && is_above(plain) && plain.len() <= 2 {
        return Some(Relation::PartOf);
    }
    match rest {
        [] if possessive || first == "whose" => Some(Relation::OwnerOf),
        _ if possessive && rest.len() < 4 && rest.iter().all(|word| is_describing(word)) => Some(Relation::OwnerOf),
        _ if (possessive || first == "whose") && (called(rest, Tie::Part) || is_own_body(rest)) => Some(Relation::OwnerOf),
        // `Acme told the newspaper` Zed.
        _ if !possessive && !has_article && called(plain, Tie::Part) && plain.len() <= 3 && plain.iter().all(|word| is_plain(word)) => {
            Some(Relation::OwnerOf)
        }
        [front @ .., "on" | "for" | "including"] | front if possessive && called(front, Tie::Parts) => Some(Relation::OwnerOfAll),
        _ if !possessive && plain.len() <= 3 && has(last, Tie::Parts) && plain.iter().all(|word| is_plain(word)) => {
            Some(Relation::OwnerOfAll)
        }
        _ => None,
    }
}

/// `which oversees the spy agency`, `a private equity firm that owns`.
fn is_standing_above(plain: &[&str]) -> bool {
    let Some(at) = plain.iter().position(|word| matches!(*word, "which" | "that")) else { return false };
    let (front, rest) = (plain.get(..at).unwrap_or_default(), plain.get(at + 1..).unwrap_or_default());
    let is_noun = |words: &[&str]| words.iter().all(|word| is_plain(word) || matches!(*word, "a" | "an"));
    let is_named = front.is_empty() || matches!(front.first(), Some(&"a" | &"an" | &"one")) && front.len() < 6 && is_noun(front);
    let says_so = matches!(rest, [verb, what @ ..] if has(verb, Tie::Above) && what.len() < 5 && is_noun(what));
    is_named && says_so && (!front.is_empty() || plain.first() == Some(&"which"))
}

/// True for a word that says no more than what sort of part it is: `'s elite`, `'s 15-member`, `'s own`.
fn is_describing(word: &str) -> bool {
    has(word, Tie::Sort) || word.ends_with("-member") || word.ends_with("-based") || word.ends_with("ly")
}

/// True for a word that can stand before a noun between two names: no verb, no preposition.
pub fn is_plain(word: &str) -> bool {
    word.chars().all(|c| c.is_alphanumeric() || c == '-')
        && !matches!(
            word,
            "and" | "or" | "of" | "to" | "with" | "by" | "in" | "on" | "for" | "a" | "an" | "is" | "was" | "from" | "as" | "at"
        )
}

/// `, a unit of the`, `is part of the ruling`, `, which is owned by`, `, a magazine under the`, `affiliated with the`.
fn part_of(words: &[&str]) -> Option<Relation> {
    let at = words.iter().rposition(|word| matches!(*word, "of" | "by" | "to" | "under" | "with" | "at"))?;
    let (&joint, front, tail) = (words.get(at)?, words.get(..at)?, words.get(at + 1..)?);
    if tail.len() > TAIL || tail.iter().any(|word| matches!(*word, "," | "and" | "'s" | "that" | "which")) {
        return None;
    }
    let (&last, before) = front.split_last()?;
    let belongs = joint == "to" && matches!(last, "belongs" | "belonging" | "subordinate" | "attached" | "affiliated")
        || joint == "with" && last == "affiliated";
    let opens = front
        .first()
        .is_some_and(|first| matches!(*first, "," | "(" | "is" | "was" | "are" | "–" | "—" | "-" | "which" | "remains" | "being"))
        || front == ["part"]
        || front.len() == 1 && (joint == "by" || belongs)
        || front.len() < 4
            && joint == "of"
            && !MEMBERS.contains(&last)
            && !front.iter().any(|word| matches!(*word, "a" | "an" | "the" | "one" | "part" | "parts"));
    let was = before.iter().any(|word| matches!(*word, "formerly" | "previously" | "once" | "not" | "no" | "longer" | "never" | "former"));
    let is_share = is_majority(before);
    let quiet =
        before.iter().all(|word| is_quiet(word) || is_share && (word.starts_with(|c: char| c.is_ascii_digit()) || is_percent(word)));
    let is_part = joint == "of" && (has(last, Tie::Part) || MEMBERS.contains(&last) && tail.len() <= 1);
    let is_owned = joint == "by" && !last.starts_with("part") && has(last.rsplit('-').next().unwrap_or(last), Tie::DoneBy);
    let is_under = joint == "under"
        && before.iter().any(|word| matches!(*word, "a" | "an" | "the" | "one"))
        && (has(last, Tie::Part) || LEXICON.head_kind(last).is_some());
    if opens && quiet && !was && (is_part || is_owned || belongs || is_under) || !was && is_apposed(front, joint) {
        return Some(Relation::SaidPartOf);
    }
    None
}

fn is_percent(word: &str) -> bool {
    matches!(word, "percent" | "per" | "cent" | "pc" | "%")
}

/// True for a word that may stand before `unit` or `owned`: none that says what somebody does to something else.
fn is_quiet(word: &str) -> bool {
    matches!(word, "," | "(" | "–" | "—" | "-" | "being")
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
        for between in [" of the ", " of the Greek ", ") of the ", "'s parent, ", " parent company "] {
            check(between, Some(Relation::PartOf));
        }
        for between in [" at the ", " in the "] {
            check(between, Some(Relation::PerhapsPartOf));
        }
        for between in [
            ", under the ",
            ", which falls under the ",
            " and its parent company, ",
            ", whose parent company is ",
            " and its Swiss parent ",
        ] {
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
            ", a magazine under the official state-owned ",
            " is 66% owned by ",
            ", a hospital affiliated with the ",
            " affiliated to ",
            " being part of the ",
            " militant faction of the ruling ",
            " armed wing of ",
            " was a leading unit of oil giant ",
            "’ (Catholic channel) is owned by the ",
            "), a subsidiary of ",
            ", the travel platform of ",
            ", a research centre at ",
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
            ", which oversees the foreign intelligence agency ",
            " (one of the parent companies of ",
            ", a private equity firm that owns ",
            " newspaper ",
            "'s elite ",
            "'s 15-member ",
            " and its ",
            ", whose ",
            "'s humanitarian office, ",
            ")'s ",
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
            ", which owned 66% of ",
            " holds a 51 per cent stake in ",
        ] {
            check(between, Some(Relation::BuyerOf));
        }
        check(" grew to more than a hundred companies, including brand names such as ", Some(Relation::OwnerOfAll));
        check("'s committees on ", Some(Relation::OwnerOfAll));
        check(" subsidiaries ", Some(Relation::OwnerOfAll));
    }

    #[test]
    fn leaders_and_heads() {
        check(" endorsed the report after a meeting of its ", Some(Relation::PerhapsOwnerOf));
        check(" director for the ", Some(Relation::HeadOf));
        check(" Deputy Director of Partnerships of the ", Some(Relation::HeadOf));
        check("-led ", Some(Relation::LeaderOf));
        check("-led opposition ", Some(Relation::LeaderOf));
        check(", led by the ", Some(Relation::LedBy));
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
            " is 40-per cent owned by ",
            " owns 20% of ",
            ", a company under investigation by the ",
            "'s former ",
            "'s (",
            " at its ",
            "'s partner ",
            ", which met ",
            " director told the ",
            ", a firm that met ",
            " said that owns ",
            " splinter faction of ",
            " newspaper, ",
            " led by a man who hates ",
            " told the newspaper ",
            ", the news agency ",
            ", part-owned by ",
            ", a spin-off of the ",
            ", under ",
            " signed a pact affiliated groups oppose with ",
        ] {
            check(between, None);
        }
    }
}
