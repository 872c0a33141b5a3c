//! What each word shows to itself and its neighbours, wherever in a sentence it stands.

use super::features::{bits, has_head_word};
use super::hash::feature;
use super::lists::{Kind, Known};
use super::numbers::{fact, flag, near, template};
use super::reading::Reading;

/// Offsets that a word says something to: from two before to two behind, [`SELF`] being the word itself.
pub(super) const OFFSETS: usize = 5;
/// The offset of the word itself.
pub(super) const SELF: usize = 2;

/// For each token a list of hashes that are seen at it, without the offset that they are seen from.
pub(super) struct Seen {
    hashes: Vec<u32>,
    ends: Vec<u32>,
    /// A number for each token, the same for those that say the same.
    pub(super) keys: Vec<u64>,
}

impl Seen {
    pub(super) fn new(reading: &Reading) -> Self {
        let n = reading.words.all.len();
        let mut seen = Self { hashes: Vec::with_capacity(n * 10), ends: Vec::with_capacity(n), keys: Vec::with_capacity(n) };
        for token in 0..n {
            seen.word(reading, token);
            seen.known(reading.known[token]);
            seen.facts(reading, token);
            seen.groups(reading, token);
            seen.ends.push(seen.hashes.len() as u32);
            let mix = |key: u64, value: u32| (key.rotate_left(5) ^ u64::from(value)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
            seen.keys.push(seen.of(token).iter().fold(mix(0, reading.word(token).low), |key, &value| mix(key, value)));
        }
        seen
    }

    fn of(&self, token: usize) -> &[u32] {
        let start = if token == 0 { 0 } else { self.ends[token - 1] as usize };
        &self.hashes[start..self.ends[token] as usize]
    }

    /// The features that the token gives to the one from which it is seen at this offset.
    pub(super) fn said(&self, reading: &Reading, token: usize, offset: usize, mut take: impl FnMut(u32)) {
        let (word, number) = (reading.word(token), offset as u32);
        let mut put = |template: u32, value: u32| take(feature(template, value));
        if offset == SELF {
            put(template::LOW, word.low);
            for k in [0, 1, 3] {
                if word.prefixes[k] != 0 {
                    put(template::PREFIX + k as u32, word.prefixes[k]);
                    put(template::SUFFIX + k as u32, word.suffixes[k]);
                }
            }
        } else {
            put(template::NEAR_LOW + number, word.low);
        }
        if offset.abs_diff(SELF) <= 1 {
            self.of(token).iter().for_each(|&value| put(template::NEAR + number, value));
        } else if let Some(entry) = reading.entry(token) {
            put(template::NEAR_GROUP + number, u32::from(entry.groups[0]));
        }
    }

    fn put(&mut self, template: u32, value: u32) {
        self.hashes.push(feature(template, value));
    }

    fn word(&mut self, reading: &Reading, token: usize) {
        let word = reading.word(token);
        self.put(near::SUFFIX, if word.suffixes[2] == 0 { word.low } else { word.suffixes[2] });
        self.put(near::PREFIX, if word.prefixes[2] == 0 { word.low } else { word.prefixes[2] });
        let kinds = reading.word_kinds[token];
        let form = reading.document.word(token);
        let flags = [
            (kinds & Kind::Title.bit() != 0, flag::TITLE),
            (kinds & Kind::HeadWord.bit() != 0, flag::HEAD_WORD),
            (word.is_capital && crate::text::dateline::is_month(form), flag::MONTH),
            (word.is_capital && crate::text::dateline::is_weekday(form), flag::DAY),
            (word.is_number && is_year(form), flag::YEAR),
            (word.is_number && !is_year(form), flag::NUMBER),
        ];
        for (_, flag) in flags.into_iter().filter(|&(holds, _)| holds) {
            self.put(near::FLAG, flag);
        }
    }

    fn known(&mut self, known: Known) {
        let sets = [
            (near::KNOWN, known.alone & !(Kind::Title.bit() | Kind::HeadWord.bit())),
            (near::KNOWN_BEGIN, known.begin),
            (near::KNOWN_INSIDE, known.inside),
            (near::KNOWN_END, known.end),
        ];
        for (template, set) in sets {
            for bit in bits(u64::from(set)) {
                self.put(template, bit);
            }
        }
    }

    fn facts(&mut self, reading: &Reading, token: usize) {
        let word = reading.word(token);
        if !word.is_alphabetic {
            return;
        }
        let fact = reading.facts.of(word);
        let capital = reading.writing.capitals[token];
        if capital && fact.small > 0 {
            self.put(near::FACT, if fact.small <= fact.capital + fact.upper { fact::SMALL } else { fact::MOSTLY_SMALL });
        }
        if fact.capital > u32::from(word.is_capital && !word.is_upper) {
            self.put(near::FACT, fact::CAPITAL);
        }
        if !capital {
            if fact.capital + fact.upper > 0 {
                self.put(near::FACT, fact::SMALL_HERE);
            }
            return;
        }
        if fact.titled > 0 {
            self.put(near::FACT, fact::TITLED);
        }
        if fact.capitals() >= 3 {
            self.put(near::FACT, fact::FREQUENT);
        }
        self.longer_name(reading, token);
        if word.is_upper {
            let spelled = [
                (reading.facts.spelled_out(word), fact::SPELLED, fact::SPELLED_HEAD_WORD, near::SPELLED_LAST),
                (reading.facts.defined(word), fact::DEFINED, fact::DEFINED_HEAD_WORD, near::DEFINED_LAST),
            ];
            for (run, fact, head_word, last) in spelled {
                let Some(run) = run else { continue };
                self.put(near::FACT, fact);
                self.put(last, reading.word(run.range().end - 1).low);
                if has_head_word(reading, run.range()) {
                    self.put(near::FACT, head_word);
                }
            }
        }
    }

    /// The longer name that holds the word somewhere in the story.
    fn longer_name(&mut self, reading: &Reading, token: usize) {
        let word = reading.word(token);
        let Some(run) = reading.facts.of(word).longest else { return };
        let Some(place) = run.range().find(|&at| reading.word(at).id == word.id) else { return };
        let last = run.range().end - 1;
        self.put(near::FACT, fact::LONGER);
        self.put(near::FACT, fact::LONGER_PLACE + run.place(place) as u32);
        self.put(near::LONGER_LAST, reading.word(last).low);
        let facts = [
            (has_head_word(reading, run.range()), fact::LONGER_HEAD_WORD),
            (reading.word_kinds[last] & Kind::HeadWord.bit() != 0, fact::LONGER_HEAD_WORD_LAST),
            (reading.word_kinds[run.range().start] & Kind::FirstName.bit() != 0, fact::LONGER_FIRST_NAME),
        ];
        for (_, fact) in facts.into_iter().filter(|&(holds, _)| holds) {
            self.put(near::FACT, fact);
        }
    }

    fn groups(&mut self, reading: &Reading, token: usize) {
        if !reading.word(token).is_alphabetic {
            return;
        }
        let Some(entry) = reading.entry(token) else {
            self.put(near::CASE, 9);
            return;
        };
        self.put(near::CASE, entry.case as u32);
        for (level, &group) in entry.groups.iter().enumerate() {
            self.put(near::GROUP + level as u32, u32::from(group));
        }
    }
}

fn is_year(form: &str) -> bool {
    form.len() == 4 && (form.starts_with("19") || form.starts_with("20"))
}
