//! What the words of a name are, as evidence for a kind: each word, the first, the last and the head, their beginnings and
//! endings, the groups of like words that they belong to, and the looks of the name.

use std::collections::BTreeSet;

use super::acronyms;
use super::kind_names::{by_head, by_phrase};
use super::kinds::name;
use super::lexicon::LEXICON;
use super::names::{Name, Word, join};
use crate::mentions::tagger::clusters::{Clusters, Entry};
use crate::mentions::tagger::words::low_of;

/// So many letters of a word are looked at beside all of it, so that `transports` is like `transport`.
const BEGINNING: usize = 5;
/// So many words of a name are looked at.
const WORDS: usize = 12;

/// What a name alone says, without a story around it.
pub fn evidence_of_name(form: &str, clusters: &Clusters) -> BTreeSet<String> {
    let mut evidence = BTreeSet::new();
    of_name(form, &mut evidence);
    of_groups(form, clusters, &mut evidence);
    of_heads(form, &mut evidence);
    evidence
}

/// Its words, and where they stand.
pub fn of_name(form: &str, evidence: &mut BTreeSet<String>) {
    let name = Name::new(form);
    let words = &name.words;
    evidence.extend(words.iter().take(WORDS).map(|word| format!("word {}", word.plain)));
    if let (Some(first), Some(last), Some(head)) = (words.first(), words.last(), words.get(name.head())) {
        evidence.insert(format!("first {}", first.plain));
        evidence.insert(format!("last {}", last.plain));
        evidence.insert(format!("head {}", head.plain));
        evidence.insert(format!("end {}", ending(&last.plain)));
        if acronyms::qualifier_len(words) > 0 {
            evidence.insert(format!("place and {}", head.plain));
        }
    }
    evidence.extend(words.iter().take(WORDS).filter_map(|word| Some(format!("begins {}", word.plain.get(..BEGINNING)?))));
    if let Some(front) = name.head().checked_sub(1) {
        evidence.insert(format!("two {}", join(words.get(front..=name.head()).unwrap_or_default())));
    }
}

/// The groups of like words that the words of a name belong to.
pub fn of_groups(form: &str, clusters: &Clusters, evidence: &mut BTreeSet<String>) {
    let name = Name::new(form);
    let group = |word: &Word| clusters.get(low_of(&word.plain)).map(Entry::finest);
    let places = [("first", name.words.first()), ("head", name.words.get(name.head()))];
    let words = name.words.iter().take(WORDS).map(|word| ("word", Some(word)));
    let groups = words.chain(places).filter_map(|(place, word)| Some((place, group(word?)?)));
    evidence.extend(groups.map(|(place, group)| format!("{place} group {group}")));
}

fn ending(word: &str) -> &str {
    let at = word.char_indices().rev().nth(3).map_or(0, |(at, _)| at);
    word.get(at..).unwrap_or_default()
}

/// What the name looks like.
pub fn shapes(form: &str, name: &Name) -> Vec<&'static str> {
    let place = |words: &[Word]| LEXICON.is_place(&join(words)) || LEXICON.people_of(&join(words)).is_some();
    let tests = [
        (name.words.len() == 1 && acronyms::letters(form).is_some(), "acronym"),
        (name.words.len() == 1 && acronyms::letters(form).is_none(), "one word"),
        (name.words.len() > 4, "long"),
        (name.is_company, "legal form"),
        (form.contains(".com") || form.contains(".org") || form.contains(".net"), "address"),
        (acronyms::qualifier_len(&name.words) > 0, "place in front"),
        (name.words.split_last().is_some_and(|(last, _)| place(std::slice::from_ref(last))), "place behind"),
        (form.contains('&'), "ampersand"),
        (form.chars().any(|c| c.is_ascii_digit()), "digit"),
    ];
    tests.into_iter().filter_map(|(holds, shape)| holds.then_some(shape)).collect()
}

/// What the lists say of its head and of the words around it.
pub fn of_heads(form: &str, evidence: &mut BTreeSet<String>) {
    let form = Name::new(form);
    if let Some(kind) = by_head(&form) {
        evidence.insert(format!("head kind {}", name(kind)));
    }
    if let Some(kind) = by_phrase(&form) {
        evidence.insert(format!("phrase kind {}", name(kind)));
    }
}
