//! What the words between two names say of what the first one has: bought, held for the most part, listed as its own.

use super::relations::{Relation, is_plain};
use super::ties::{Tie, has};

/// `acquired the Swiss rival`, `holds a majority stake in`, `owns`.
pub fn buyer_of(plain: &[&str]) -> Option<Relation> {
    let plain = match plain {
        [
            "has" | "had" | "also" | "recently" | "later" | "and" | "now" | "then" | "which" | "already" | "currently" | "still"
            | "reportedly",
            rest @ ..,
        ] => rest,
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
        [verb, rest @ .., "of" | "in"] if has(verb, Tie::Has) && rest.len() < 6 && is_majority(rest) => Some(Relation::BuyerOf),
        _ => None,
    }
}

/// `has two units,`, `runs brands such as`, `and its German subsidiary`: what a body has, told in a list or one by one.
pub fn holder_of(plain: &[&str]) -> Option<Relation> {
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
    let is_of_owner = |word: &&str| has(word, Tie::Has) || has(word, Tie::Parts);
    let is_list = named.len() < plain.len() && has(last, Tie::Parts) && front.iter().any(is_of_owner);
    is_list.then_some(Relation::OwnerOfAll)
}

/// `and its`, `endorsed the report of its`: what the body before has; but `the laboratory at its` is inside the other.
pub fn referring_back(plain: &[&str]) -> Option<Relation> {
    match plain {
        ["and", "its"] => Some(Relation::OwnerOf),
        [_, .., "its"] if plain.len() > 2 => Some(Relation::PerhapsOwnerOf),
        _ => None,
    }
}

/// `66%`, `60 per cent`, `a 51-percent stake`: the first number is a share of more than half.
pub fn is_majority(words: &[&str]) -> bool {
    let is_share = |word: &str, next: &str| word.contains('%') || word.contains("-per") || matches!(next, "percent" | "per" | "pc" | "%");
    let number = |word: &str| word.split(|c: char| !c.is_ascii_digit()).next().and_then(|digits| digits.parse::<u32>().ok());
    let share = words.iter().enumerate().find_map(|(at, word)| {
        let next = words.get(at + 1).copied().unwrap_or_default();
        number(word).filter(|_| is_share(word, next))
    });
    share.is_some_and(|share| share > 50 && share <= 100)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares() {
        let is = |words: &str| is_majority(&words.split(' ').collect::<Vec<_>>());
        assert!(is("66%") && is("a 51 per cent stake") && is("60 percent"));
        assert!(!is("40%") && !is("a stake") && !is("1,200 workers") && !is("2019 of"));
    }
}
