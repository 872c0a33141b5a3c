//! Names and words that are known, as hashes: a hint for the tagger, never a verdict.

use super::hash;
use super::table::Table;
use super::words::{Word, key_of};
use crate::text::tokens::tokenize;

/// Phrases are at most so many tokens long.
pub const LONGEST: usize = 6;
/// Phrase hashes are cut to so many bits: one in a thousand unknown phrases is mistaken for a known one.
pub const BITS: u32 = 26;

/// What a phrase is known as; the number of its bit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Kind {
    Country,
    City,
    BigCity,
    /// States, provinces, districts, mountains, islands.
    Region,
    Water,
    /// Nationalities, peoples, adherents.
    Demonym,
    FirstName,
    Surname,
    /// A title before a person's name: `Mr`, `President`.
    Title,
    /// A word that organizations are called by: `Ministry`, `Bank`.
    HeadWord,
    /// A body of the tables of well-known organizations, whatever its kind.
    WellKnown,
    Intergovernmental,
    Government,
    Legislature,
    Court,
    Force,
    Party,
    Company,
    Bank,
    Media,
    Learning,
    Charity,
    Religious,
    Sports,
    ArmedGroup,
    Union,
    OtherBody,
    Facility,
    Product,
    /// Events, awards, diseases.
    Event,
    Document,
    Work,
}

/// Number of kinds.
pub const KINDS: usize = 32;

impl Kind {
    /// The bit of this kind in a set.
    pub const fn bit(self) -> u32 {
        1 << self as u32
    }
}

/// Kinds of single words that count in any case, unlike names.
const WORDS: u32 = Kind::Title.bit() | Kind::HeadWord.bit();

/// A set of kinds for each place of a token in a known phrase.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Known {
    /// As a phrase of its own.
    pub alone: u32,
    /// As the first token of a longer phrase, one between, and the last.
    pub begin: u32,
    /// See [`Known::begin`].
    pub inside: u32,
    /// See [`Known::begin`].
    pub end: u32,
}

impl Known {
    /// Kinds in any place.
    pub fn any(self) -> u32 {
        self.alone | self.begin | self.inside | self.end
    }
}

/// All known phrases.
pub struct Lists {
    kinds: Table<u32>,
}

impl Lists {
    /// From pairs of phrase hash and set of kinds.
    pub fn new(phrases: &[(u32, u32)]) -> Self {
        let mut kinds = Table::with_capacity(phrases.len());
        for &(phrase, set) in phrases {
            *kinds.entry(phrase, 0) |= set;
        }
        Self { kinds }
    }

    /// What a whole name is known as.
    pub fn kinds_of(&self, name: &str) -> u32 {
        let hash = tokenize(name).iter().fold(0, |hash, token| step(hash, key_of(token.of(name))));
        self.kinds.get(cut(hash)).unwrap_or(0)
    }

    /// What one token is known as, whatever its case.
    pub fn word(&self, word: &Word) -> u32 {
        self.kinds.get(phrase_hash(0, word.key)).unwrap_or(0)
    }

    /// What the tokens of a sentence are known as. `is_capital` tells of each whether a name may begin or end there.
    pub fn find(&self, words: &[Word], is_capital: &[bool]) -> Vec<Known> {
        let mut known = vec![Known::default(); words.len()];
        for start in 0..words.len() {
            if !is_capital[start] {
                known[start].alone |= self.word(&words[start]) & WORDS;
                continue;
            }
            let mut hashes = [0; LONGEST];
            let longest = LONGEST.min(words.len() - start);
            let mut hash = 0;
            for (len, slot) in hashes.iter_mut().enumerate().take(longest) {
                hash = step(hash, words[start + len].key);
                *slot = cut(hash);
            }
            for len in (1..=longest).rev().filter(|len| is_capital[start + len - 1]) {
                if let Some(kinds) = self.kinds.get(hashes[len - 1]) {
                    mark(&mut known[start..start + len], kinds);
                    if len > 1 {
                        break;
                    }
                }
            }
        }
        known
    }
}

fn mark(known: &mut [Known], kinds: u32) {
    if let [alone] = known {
        alone.alone |= kinds;
    } else if let [begin, inside @ .., end] = known {
        begin.begin |= kinds;
        end.end |= kinds;
        for token in inside {
            token.inside |= kinds;
        }
    }
}

/// The hash of the phrase that goes on with `key` after the phrase with the hash `before` (0 for none).
pub fn phrase_hash(before: u32, key: u32) -> u32 {
    cut(step(before, key))
}

/// The uncut hash of a phrase, for going on.
pub fn step(before: u32, key: u32) -> u32 {
    hash::join(before, key)
}

/// Cuts a phrase hash to [`BITS`].
pub fn cut(hash: u32) -> u32 {
    hash >> (32 - BITS)
}

#[cfg(test)]
mod tests {
    use super::super::words::Words;
    use super::*;
    use crate::text::Document;

    fn phrase(words: &[&str]) -> u32 {
        cut(words.iter().fold(0, |hash, word| step(hash, key_of(word))))
    }

    #[test]
    fn the_longest_phrase_wins() {
        let lists = Lists::new(&[
            (phrase(&["new", "york"]), Kind::City.bit()),
            (phrase(&["york"]), Kind::BigCity.bit()),
            (phrase(&["new", "york", "times"]), Kind::Media.bit()),
            (phrase(&["minister"]), Kind::Title.bit()),
        ]);
        let words = Words::new(&Document::new("minister in New York"));
        let capital: Vec<bool> = words.all.iter().map(|word| word.is_capital).collect();
        let found = lists.find(&words.all, &capital);
        assert_eq!(found[0].alone, Kind::Title.bit());
        assert_eq!((found[2].begin, found[3].end), (Kind::City.bit(), Kind::City.bit()));
        assert_eq!(found[3].alone, Kind::BigCity.bit());
        assert_eq!(lists.kinds_of("New York Times"), Kind::Media.bit());
        assert_eq!(lists.kinds_of("New York Post"), 0);
    }
}
