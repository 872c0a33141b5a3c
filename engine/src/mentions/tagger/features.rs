//! What the tagger looks at: for each token a list of hashes, which the weights are found by.
//!
//! The trainer calls the same code, so that training and tagging cannot differ.

use super::case::Mode;
use super::hash::{self, feature, join};
use super::lists::Kind;
use super::numbers::{flag, template};
use super::pairs::pair_features;
use super::reading::Reading;
use super::run_features::run_features;
use super::seen::{OFFSETS, SELF, Seen};
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
/// A quotation mark, as a word.
const QUOTE: u32 = hash::of("\"");
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
            let is_quoted = quoted > 0 && reading.word(token).low != QUOTE;
            quoted = still_quoted(reading, token, quoted);
            if skip(token) {
                features.end_token();
                continue;
            }
            for offset in 0..OFFSETS {
                if let Some(at) = place.at(token, offset.cast_signed() - SELF.cast_signed()) {
                    said(at, offset, features);
                }
            }
            word_features(reading, &place, token, features);
            neighbour_features(reading, &place, token, features);
            if is_quoted {
                features.put(template::FLAG, flag::QUOTED);
            }
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

pub(super) fn has_head_word(reading: &Reading, mut range: std::ops::Range<usize>) -> bool {
    range.any(|token| reading.word_kinds[token] & Kind::HeadWord.bit() != 0)
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

/// How many of the tokens behind this one are quoted, with `quoted` left before it.
fn still_quoted(reading: &Reading, token: usize, quoted: usize) -> usize {
    match reading.word(token).low == QUOTE {
        true if quoted > 0 => 0,
        true => QUOTED,
        false => quoted.saturating_sub(1),
    }
}
