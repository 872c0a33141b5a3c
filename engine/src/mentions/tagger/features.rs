//! What the tagger looks at: for each token a list of hashes, which the weights are found by.
//!
//! The trainer calls the same code, so that training and tagging cannot differ.

use super::case::Mode;
use super::hash::{self, feature, join};
use super::lists::{Kind, Known};
use super::numbers::{fact, flag, near, template};
use super::pairs::pair_features;
use super::reading::Reading;
use super::run_features::run_features;
use super::surroundings::surroundings;
use crate::text::BlockKind;

/// The features of all tokens of a story.
#[derive(Default)]
pub struct Features {
    /// All hashes, token by token.
    hashes: Vec<u32>,
    /// Where each token's hashes end.
    ends: Vec<u32>,
}

impl Features {
    /// The hashes of the token at `index`.
    pub fn of(&self, index: usize) -> &[u32] {
        let start = if index == 0 { 0 } else { self.ends[index - 1] as usize };
        &self.hashes[start..self.ends[index] as usize]
    }

    /// Number of tokens.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// True for a story without tokens.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// Notes a feature of the token that is being read.
    pub(super) fn put(&mut self, template: u32, value: u32) {
        self.hashes.push(feature(template, value));
    }

    /// Ends the list of the token that is being read.
    pub(super) fn end_token(&mut self) {
        self.ends.push(self.hashes.len() as u32);
    }
}

/// Stands for a word beyond the end of the sentence.
pub(super) const PAD: u32 = hash::of("<pad>");
/// Tokens after an opening quotation mark that count as quoted.
const QUOTED: usize = 6;

/// The features of every token; linear in the length of the story.
pub fn extract(reading: &Reading) -> Features {
    let mut features = Features::default();
    features.hashes.reserve(reading.words.all.len() * 64);
    features.ends.reserve(reading.words.all.len());
    let seen = Seen::new(reading);
    visit(
        reading,
        &mut features,
        |_| false,
        |token, offset, features| seen.said(reading, token, offset, |hash| features.hashes.push(hash)),
        |_, _| {},
    );
    features
}

/// Hands the features of each sentence over as soon as they are known, so that those of a long story are never held at once:
/// without what words say to themselves and to their neighbours ([`Seen::said`]).
/// Tokens that no name is near ([`Reading::plain`]) have none.
pub(super) fn by_sentence(reading: &Reading, mut take: impl FnMut(std::ops::Range<usize>, &Features)) {
    visit(
        reading,
        &mut Features::default(),
        |token| reading.plain[token],
        |_, _, _| {},
        |range, features| {
            take(range, features);
            features.hashes.clear();
            features.ends.clear();
        },
    );
}

/// Offsets that a word says something to: from two before to two behind, [`SELF`] being the word itself.
pub(super) const OFFSETS: usize = 5;
/// The offset of the word itself.
pub(super) const SELF: usize = 2;

fn visit(
    reading: &Reading,
    features: &mut Features,
    skip: impl Fn(usize) -> bool,
    said: impl Fn(usize, usize, &mut Features),
    mut sentence_done: impl FnMut(std::ops::Range<usize>, &mut Features),
) {
    let mut blocks = reading.document.blocks.iter().peekable();
    for (index, (sentence, mode)) in reading.sentences().enumerate() {
        let start = reading.document.tokens[sentence.start].span.start;
        while blocks.peek().is_some_and(|block| block.span.end <= start) {
            blocks.next();
        }
        let block = blocks.peek().map_or(BlockKind::Paragraph, |block| block.kind);
        let place = Sentence { range: sentence, mode, block, is_first: index == 0 };
        let mut quoted = 0;
        for token in place.range.clone() {
            if skip(token) {
                features.end_token();
                continue;
            }
            for offset in 0..OFFSETS {
                if let Some(at) = place.at(token, offset as isize - SELF as isize) {
                    said(at, offset, features);
                }
            }
            word_features(reading, &place, token, features);
            neighbour_features(reading, &place, token, features);
            quoted = quote_feature(reading, token, quoted, features);
            run_features(reading, &place, token, features);
            surroundings(reading, &place, token, features);
            features.end_token();
        }
        sentence_done(place.range, features);
    }
}

/// A sentence that is being read.
pub(super) struct Sentence {
    pub(super) range: std::ops::Range<usize>,
    mode: Mode,
    block: BlockKind,
    is_first: bool,
}

impl Sentence {
    /// The token at this distance, if it is in the sentence.
    pub(super) fn at(&self, token: usize, distance: isize) -> Option<usize> {
        token.checked_add_signed(distance).filter(|at| self.range.contains(at))
    }

    /// True if the case of letters tells nothing here.
    fn is_caseless(&self) -> bool {
        matches!(self.mode, Mode::Upper | Mode::Lower)
    }

    /// The shape of a token, or how the sentence is written where shapes tell nothing.
    pub(super) fn shape(&self, reading: &Reading, token: usize) -> u32 {
        let word = reading.word(token);
        if self.is_caseless() && word.is_alphabetic {
            mode_number(self.mode) * 2 + u32::from(reading.writing.capitals[token])
        } else {
            word.shape
        }
    }
}

fn mode_number(mode: Mode) -> u32 {
    match mode {
        Mode::Normal => 0,
        Mode::Titled => 1,
        Mode::Upper => 2,
        Mode::Lower => 3,
    }
}

/// What each word shows to itself and its neighbours, wherever in a sentence it stands.
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
        let word = reading.word(token);
        let mut put = |template: u32, value: u32| take(feature(template, value));
        let offset_number = offset as u32;
        if offset == SELF {
            put(template::LOW, word.low);
            for k in [0, 1, 3] {
                if word.prefixes[k] != 0 {
                    put(template::PREFIX + k as u32, word.prefixes[k]);
                    put(template::SUFFIX + k as u32, word.suffixes[k]);
                }
            }
        } else {
            put(template::NEAR_LOW + offset_number, word.low);
        }
        if offset.abs_diff(SELF) <= 1 {
            self.of(token).iter().for_each(|&value| put(template::NEAR + offset_number, value));
        } else if let Some(entry) = reading.entry(token) {
            put(template::NEAR_GROUP + offset_number, u32::from(entry.groups[0]));
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

pub(super) fn has_head_word(reading: &Reading, mut range: std::ops::Range<usize>) -> bool {
    range.any(|token| reading.word_kinds[token] & Kind::HeadWord.bit() != 0)
}

fn is_year(form: &str) -> bool {
    form.len() == 4 && (form.starts_with("19") || form.starts_with("20"))
}

/// The numbers of the bits that are set.
pub(super) fn bits(mut set: u64) -> impl Iterator<Item = u32> {
    std::iter::from_fn(move || {
        let bit = (set != 0).then(|| set.trailing_zeros());
        set &= set.wrapping_sub(1);
        bit
    })
}

/// How the word stands here, and its place in the sentence.
fn word_features(reading: &Reading, sentence: &Sentence, token: usize, out: &mut Features) {
    let word = reading.word(token);
    let shape = sentence.shape(reading, token);
    out.put(template::EXACT, if sentence.is_caseless() { word.low } else { word.exact });
    out.put(template::SHAPE, shape);
    let place = token - sentence.range.start;
    let flags = [
        (place == 0, flag::FIRST_OF_SENTENCE),
        (place == 1, flag::SECOND_OF_SENTENCE),
        (token + 1 == sentence.range.end, flag::LAST_OF_SENTENCE),
        (sentence.is_first, flag::FIRST_SENTENCE),
        (sentence.mode != Mode::Normal, flag::MODE + mode_number(sentence.mode)),
    ];
    for (_, flag) in flags.into_iter().filter(|&(holds, _)| holds) {
        out.put(template::FLAG, flag);
    }
    if sentence.mode != Mode::Normal {
        out.put(template::MODE_SHAPE, join(mode_number(sentence.mode), shape));
    }
    if sentence.block != BlockKind::Paragraph {
        out.put(template::BLOCK, sentence.block as u32);
        out.put(template::BLOCK, join(sentence.block as u32 + 1, shape));
    }
}

/// How the words around it stand here.
fn neighbour_features(reading: &Reading, sentence: &Sentence, token: usize, out: &mut Features) {
    for (distance, offset) in [(-2_isize, 0), (-1, 1), (1, 3), (2, 4)] {
        match sentence.at(token, distance) {
            Some(at) => out.put(template::NEAR_SHAPE + offset, sentence.shape(reading, at)),
            None => out.put(template::FLAG, flag::NEAR_EDGE + offset),
        }
    }
    pair_features(reading, sentence, token, out);
}

/// Marks the tokens behind an opening quotation mark; returns how many more are to be marked.
fn quote_feature(reading: &Reading, token: usize, quoted: usize, out: &mut Features) -> usize {
    const QUOTE: u32 = hash::of("\"");
    if reading.word(token).low == QUOTE {
        return if quoted > 0 { 0 } else { QUOTED };
    }
    if quoted > 0 {
        out.put(template::FLAG, flag::QUOTED);
    }
    quoted.saturating_sub(1)
}
