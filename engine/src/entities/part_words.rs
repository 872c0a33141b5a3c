//! What a noun between two names, or behind `its`, makes of a body: `humanitarian office`, `a research centre at`, `parent company`.

use super::lexicon::LEXICON;
use super::relations::is_plain;
use super::ties::{Tie, has};

/// `'s humanitarian office`, `'s film festival committee`: a body that is called its owner's; but a bank or firm may serve it only.
pub fn is_own_body(words: &[&str]) -> bool {
    let serves =
        |word: &&str| matches!(*word, "bank" | "company" | "firm" | "union" | "party" | "government" | "rival" | "main" | "former");
    words.len() < 5
        && words.last().is_some_and(|last| LEXICON.is_body_head(last) && !last.ends_with('s'))
        && words.iter().all(|word| is_plain(word))
        && !words.iter().any(serves)
}

/// `parent company`, `Swiss owner`.
pub fn is_above(words: &[&str]) -> bool {
    matches!(words, [.., "parent" | "owner"] | [.., "parent", "company" | "companies" | "firm" | "group" | "body"])
}

/// Behind `its` or `the bank's`: `research arm`, `humanitarian office`.
pub fn calls_part(words: &[&str]) -> bool {
    let is_part = |word: &&str| [Tie::Part, Tie::Parts, Tie::Cell].iter().any(|&tie| has(word, tie));
    words.len() < 5 && words.iter().all(|word| is_plain(word)) && words.last().is_some_and(is_part) || is_own_body(words)
}

/// `, the teaching hospital of`, `, a research centre at`, `, the student front of`: what the body before is, and whose.
pub fn is_apposed(front: &[&str], joint: &str) -> bool {
    let [",", article, sort @ .., noun] = front else { return false };
    // An alliance is made of its members, and `the press service of` somebody only speaks.
    let is_body =
        (has(noun, Tie::Part) || LEXICON.is_body_head(noun) && !noun.ends_with('s')) && (!has(noun, Tie::Alliance) || *noun == "front");
    let is_made_of = matches!(*noun, "association" | "confederation" | "consortium" | "federation" | "union");
    matches!(*article, "a" | "an" | "the" | "one")
        && !is_made_of
        && sort.len() < 4
        && sort.iter().all(|word| is_plain(word) && !matches!(*word, "the" | "that" | "which" | "who" | "whose" | "its" | "press"))
        && (joint == "of" && is_body || joint == "at" && has(noun, Tie::At))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(words: &str) -> Vec<&str> {
        words.split(' ').filter(|word| !word.is_empty()).collect()
    }

    #[test]
    fn own() {
        assert!(calls_part(&split("humanitarian office")) && calls_part(&split("research arm")) && calls_part(&split("subsidiary")));
        assert!(!calls_part(&split("partners")) && !calls_part(&split("rival bank")) && !calls_part(&split("trade union")));
        assert!(!calls_part(&split("")) && !calls_part(&split("minister")));
        assert!(is_above(&split("parent company")) && !is_above(&split("company")));
    }

    #[test]
    fn apposed() {
        for (front, joint) in
            [(", the teaching hospital", "of"), (", a research centre", "at"), (", a committee", "of"), (", the student front", "of")]
        {
            assert!(is_apposed(&split(front), joint), "{front} {joint}");
        }
        for (front, joint) in [
            (", a rival", "of"),
            (", an alliance", "of"),
            (", the press service", "of"),
            (", the laboratories", "of"),
            (", a bank", "at"),
            (" a committee", "of"),
            (", the firm that sued the arm", "of"),
        ] {
            assert!(!is_apposed(&split(front), joint), "{front} {joint}");
        }
    }
}
