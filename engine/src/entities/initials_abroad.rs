//! Initials of a body's name in its own language: `INEC` of the `National Institute of Statistics and Censuses`, which is the
//! *Instituto Nacional de Estadística y Censos*. The words stand in another order there, and some begin with another letter.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use super::acronyms;
use super::brackets::is_of_whole;
use super::clusters::Clusters;
use super::forms::Form;
use super::lexicon::{KNOWN, LEXICON};
use super::merge::only_owner;
use super::names::{Name, SMALL, Word};
use crate::tables::rows;

/// Letters of such initials.
const LENGTHS: std::ops::RangeInclusive<usize> = 3..=7;
/// Names that may lend a first letter; more than this and nothing is tried.
const CANDIDATES: usize = 24;
/// Words of such a name.
const WORDS: usize = 10;

/// The letters that a word begins with in other languages.
static ABROAD: LazyLock<BTreeMap<&'static str, &'static str>> = LazyLock::new(|| {
    let entry = |row: Vec<&'static str>| Some((*row.first()?, *row.get(1)?));
    rows(include_str!("../../lexicon/initials_abroad.tsv")).filter_map(entry).collect()
});

/// Merges an acronym that fits no name of the story as it stands with the one that it fits in another language.
pub fn merge(forms: &[Form], bodies: &[usize], clusters: &mut Clusters) {
    let mut by_letter: BTreeMap<char, Vec<usize>> = BTreeMap::new();
    for &form in bodies {
        let name = &forms[form].name;
        if (2..=WORDS).contains(&name.words.len()) && !name.words.iter().any(|word| word.shouted) {
            let letters: Vec<char> = content(name).into_iter().flatten().collect();
            for letter in distinct(letters) {
                by_letter.entry(letter).or_default().push(form);
            }
        }
    }
    for &form in bodies {
        let Some(letters) = acronyms::letters(forms[form].text).filter(|letters| LENGTHS.contains(&letters.len())) else { continue };
        if !clusters.is_alone(form) || !KNOWN.named(forms[form].text, &forms[form].key).is_empty() {
            continue;
        }
        let letters: Vec<char> = letters.to_lowercase().chars().collect();
        let Some(longer) = letters.first().and_then(|first| by_letter.get(first)).filter(|longer| longer.len() <= CANDIDATES) else {
            continue;
        };
        let fits = |other: &usize| may_stand_for(&letters, &forms[*other].name) && !is_of_whole(&forms[*other].name, forms[form].text);
        let fitting: Vec<usize> = longer.iter().copied().filter(fits).collect();
        if let Some(owner) = only_owner(Some(&fitting), form, clusters) {
            clusters
                .unite(owner, form, || format!("{} may be the initials of {} in another language", forms[form].text, forms[owner].text));
        }
    }
}

fn distinct(mut letters: Vec<char>) -> Vec<char> {
    letters.sort_unstable();
    letters.dedup();
    letters
}

fn of_meaning(name: &Name) -> impl Iterator<Item = &Word> {
    name.words.iter().filter(|word| !SMALL.contains(&word.plain.as_str()))
}

/// For each word of meaning the letters that it may lend.
fn content(name: &Name) -> Vec<Vec<char>> {
    let words = of_meaning(name);
    words.map(|word| word.plain.chars().take(1).chain(ABROAD.get(word.plain.as_str()).unwrap_or(&"").chars()).collect()).collect()
}

/// True if each letter is one word's and all words lend one; of five and more words one need not that does not say what the body is.
fn may_stand_for(letters: &[char], name: &Name) -> bool {
    let words = content(name);
    if words.len().checked_sub(letters.len()).is_none_or(|spare| spare > usize::from(words.len() > 4)) {
        return false;
    }
    // The sets of words that the letters so far may be of, as bits.
    let mut taken = BTreeSet::from([0_u32]);
    for letter in letters {
        let lends = |set: u32, at: usize| set & (1 << at) == 0 && words.get(at).is_some_and(|word| word.contains(letter));
        taken = taken.iter().flat_map(|&set| (0..words.len()).filter(move |&at| lends(set, at)).map(move |at| set | (1 << at))).collect();
    }
    let is_head = |word: &Word| LEXICON.is_body_head(&word.plain);
    let heads = of_meaning(name).enumerate().filter(|(_, word)| is_head(word)).fold(0, |set, (at, _)| set | (1 << at));
    taken.iter().any(|set| set & heads == heads)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entities::marked::check_rows;

    #[test]
    fn letters_of_words() {
        let may = |letters: &str, name: &str| may_stand_for(&letters.chars().collect::<Vec<_>>(), &Name::new(name));
        assert!(may("inec", "National Institute of Statistics and Censuses"));
        assert!(may("fis", "Islamic Salvation Front"));
        assert!(may("ana", "National Water Authority"));
        assert!(may("boad", "West African Development Bank"));
        assert!(may("cilss", "Permanent Interstate Committee for Drought Control in the Sahel"));
        assert!(!may("hsci", "Hentzau Salt Chamber Committee for Fish Inspections"));
        assert!(!may("ana", "National Port Authority"));
        assert!(!may("ine", "National Institute of Statistics and Censuses"));
    }

    #[test]
    fn only_where_nothing_else_fits() {
        check_rows("The [ORG Ruritanian Salt Institute] met. The [ORG IRS] rose.", "Ruritanian Salt Institute; IRS");
        check_rows("The [ORG Hentzau Salt Institute] met. The [ORG IHS] rose.", "Hentzau Salt Institute = IHS");
        check_rows(
            "[ORG Hentzau Salt Institute], [ORG Salt House Inspectorate], [ORG IHS]",
            "Hentzau Salt Institute; Salt House Inspectorate; IHS",
        );
        check_rows(
            "[ORG Hentzau Salt Institute], [ORG Inland House of Salt], [ORG IHS]",
            "Hentzau Salt Institute; Inland House of Salt = IHS",
        );
    }
}
