//! Short names made of the beginnings of a longer one's words: `Namfrel`, `KAFCO`, `Opascor`.

use std::collections::BTreeMap;

use super::clusters::Clusters;
use super::forms::Form;
use super::lexicon::KNOWN;
use super::merge::only_owner;
use super::names::{Name, SMALL, Word};

/// Letters of such a name.
const LENGTHS: std::ops::RangeInclusive<usize> = 4..=10;
/// So many letters a word lends at most.
const MOST: usize = 4;
/// Longer names that begin with one letter; more than this and nothing is tried.
const CANDIDATES: usize = 24;

/// Merges a one-word name with the one longer name whose words begin with its letters.
pub fn merge(forms: &[Form], bodies: &[usize], clusters: &mut Clusters) {
    let mut by_letter: BTreeMap<char, Vec<usize>> = BTreeMap::new();
    for &form in bodies.iter().filter(|&&form| forms[form].name.words.len() > 1) {
        if let Some(first) = forms[form].key.chars().next() {
            by_letter.entry(first).or_default().push(form);
        }
    }
    for &form in bodies {
        let [word] = forms[form].name.words.as_slice() else { continue };
        let is_fitting =
            LENGTHS.contains(&word.plain.len()) && word.plain.bytes().all(|letter| letter.is_ascii_lowercase()) && word.capital;
        let longer = word.plain.chars().next().and_then(|first| by_letter.get(&first)).filter(|longer| longer.len() <= CANDIDATES);
        let Some(longer) = longer.filter(|_| is_fitting && KNOWN.named(forms[form].text, &forms[form].key).is_empty()) else { continue };
        let fitting: Vec<usize> = longer.iter().copied().filter(|&other| is_made_of(&word.plain, &forms[other].name)).collect();
        if let Some(owner) = only_owner(Some(&fitting), form, clusters) {
            clusters.unite(owner, form, || format!("{} is made of the beginnings of the words of {}", forms[form].text, forms[owner].text));
        }
    }
}

/// True if every word lends one to four of its first letters, in order; small words need not, nor one other of a long name but the first.
fn is_made_of(short: &str, long: &Name) -> bool {
    let words: Vec<&Word> = long.words.iter().collect();
    let n_content = words.iter().filter(|word| !is_small(word)).count();
    // Few letters are as easily another body's.
    let may_skip = n_content > 3 && short.len() > 5;
    (n_content > 2 || short.len() > 5) && fits(short.as_bytes(), &words, usize::from(may_skip), true)
}

fn is_small(word: &Word) -> bool {
    SMALL.contains(&word.plain.as_str())
}

fn fits(letters: &[u8], words: &[&Word], skips: usize, is_first: bool) -> bool {
    let Some((word, rest)) = words.split_first() else { return letters.is_empty() };
    let same = word.plain.bytes().zip(letters).take(MOST).take_while(|(one, other)| one == *other).count();
    let must_lend = !is_small(word);
    let may_pass = !is_first && (!must_lend || skips > 0);
    (1..=same).rev().any(|len| fits(letters.get(len..).unwrap_or_default(), rest, skips, false))
        || may_pass && fits(letters, rest, skips - usize::from(must_lend), false)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entities::marked::check_rows;

    #[test]
    fn beginnings_of_words() {
        let made = |short: &str, long: &str| is_made_of(short, &Name::new(long));
        assert!(made("kafco", "Karst Fertilizer Company Limited"));
        assert!(made("laswa", "Larne State Waterways Authority"));
        assert!(made("foswac", "Federation of Salt Workers and Carters"));
        assert!(made("opascor", "Oriental Port and Allied Services Corporation"));
        assert!(!made("laswa", "Larne Waterways"));
        assert!(!made("solva", "Salt Board"));
        assert!(!made("sapa", "South Anglian Rowing Players' Association"));
        assert!(!made("pssi", "PS Siva"));
        assert!(!made("karst", "Karst Fertilizer Company"));
    }

    #[test]
    fn one_owner() {
        check_rows("[ORG Karst Fertilizer Company] grew. [ORG Kafco] said", "Karst Fertilizer Company = Kafco");
        check_rows(
            "[ORG Karst Fertilizer Company], [ORG Kafka Fruit Corner], [ORG Kafco]",
            "Karst Fertilizer Company; Kafka Fruit Corner; Kafco",
        );
        check_rows("[ORG Karst Fertilizer Company] and [ORG Karst]", "Karst Fertilizer Company = Karst");
    }
}
