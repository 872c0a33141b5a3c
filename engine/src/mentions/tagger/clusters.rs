//! Words that stand in like contexts, grouped at training; and how a word is usually written.

use super::table::Table;

/// Word hashes are cut to so many bits.
pub const BITS: u32 = 24;

/// How a word is mostly written inside of sentences.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Case {
    /// With a small first letter.
    Small,
    /// Sometimes so, sometimes with a capital.
    Mixed,
    /// With a capital.
    Capital,
    /// In capitals throughout.
    Upper,
}

impl Case {
    /// The case with this number.
    pub const fn from_number(number: u32) -> Self {
        match number & 3 {
            0 => Self::Small,
            1 => Self::Mixed,
            2 => Self::Capital,
            _ => Self::Upper,
        }
    }
}

/// What is known of a word.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    /// Its groups, from the coarsest to the finest; each lies within the one before.
    pub groups: [u16; LEVELS],
    /// How it is mostly written.
    pub case: Case,
}

impl Entry {
    /// The smallest group it is in.
    pub const fn finest(self) -> u16 {
        self.groups[LEVELS - 1]
    }
}

/// Levels of groups.
pub const LEVELS: usize = 4;

/// The words that are known.
pub struct Clusters {
    entries: Table<Entry>,
}

impl Clusters {
    /// From words as (hash, finest group, case), and for each finest group its coarser ones.
    pub fn new(words: &[(u32, u16, u8)], parents: &[[u16; LEVELS - 1]]) -> Self {
        let mut entries = Table::with_capacity(words.len());
        for &(hash, group, case) in words {
            let mut groups = [group; LEVELS];
            if let Some(coarser) = parents.get(group as usize) {
                groups[..LEVELS - 1].copy_from_slice(coarser);
            }
            entries.entry(hash, Entry { groups, case: Case::from_number(u32::from(case)) });
        }
        Self { entries }
    }

    /// What is known of the word with this lower-case hash.
    pub fn get(&self, low: u32) -> Option<Entry> {
        self.entries.get(cut(low))
    }
}

/// Cuts a word hash to [`BITS`].
pub fn cut(low: u32) -> u32 {
    low >> (32 - BITS)
}
