//! What the first pass says of each token.
//!
//! Half of a token's features depend on one word alone, its own or a neighbour's; what they say together is summed once for
//! each word and offset and kept, since words come again.

use super::decode::{LabelScores, UNIT};
use super::features::{self, Features};
use super::labels::LABELS;
use super::reading::Reading;
use super::seen::{OFFSETS, SELF, Seen};
use super::weights::Weights;

/// So much speaks for no name where no feature is looked at.
const SURELY_OUTSIDE: i32 = 32 * UNIT;
/// Words that are kept at the same time; a power of two.
const KEPT: usize = 1 << 11;

/// Hands over the scores of each sentence's tokens, in order. Tokens that no name is near ([`Reading::plain`]) are surely outside.
pub fn by_sentence(weights: &Weights, reading: &Reading, mut take: impl FnMut(&[LabelScores])) {
    let seen = Seen::new(reading);
    let mut kept = Kept::new(weights);
    let mut scores = Vec::new();
    features::by_sentence(reading, |range, features| {
        scores.clear();
        for (at, token) in range.clone().enumerate() {
            scores.push(if features.of(at).is_empty() {
                surely_outside()
            } else {
                let mut scores = [0; LABELS];
                weights.add_to(&mut scores, features.of(at));
                for offset in 0..OFFSETS {
                    let neighbour = (token + offset).checked_sub(SELF).filter(|neighbour| range.contains(neighbour));
                    if let Some(neighbour) = neighbour {
                        kept.add_to(&mut scores, &seen, reading, neighbour, offset);
                    }
                }
                scores
            });
        }
        take(&scores);
    });
}

fn surely_outside() -> LabelScores {
    let mut scores = [0; LABELS];
    scores[0] = SURELY_OUTSIDE;
    scores
}

/// The same for features that were all written out ([`features::extract`]).
pub fn of_all(weights: &Weights, features: &Features) -> Vec<LabelScores> {
    (0..features.len())
        .map(|token| {
            let mut scores = [0; LABELS];
            weights.add_to(&mut scores, features.of(token));
            scores
        })
        .collect()
}

/// What words say at each offset, for the words seen last.
struct Kept<'a> {
    weights: &'a Weights,
    /// Where in `words` the word with this key may be; [`NOWHERE`] if none was.
    places: Vec<u16>,
    words: Vec<Said>,
    hashes: Vec<u32>,
}

/// Stands for no place.
const NOWHERE: u16 = u16::MAX;

/// What one word says at each offset, as far as it was asked.
struct Said {
    key: u64,
    known: [bool; OFFSETS],
    scores: [LabelScores; OFFSETS],
}

impl<'a> Kept<'a> {
    fn new(weights: &'a Weights) -> Self {
        Self { weights, places: vec![NOWHERE; KEPT], words: Vec::new(), hashes: Vec::with_capacity(32) }
    }

    fn add_to(&mut self, scores: &mut LabelScores, seen: &Seen, reading: &Reading, token: usize, offset: usize) {
        let key = seen.keys[token];
        let place = &mut self.places[(key >> 32) as usize & (KEPT - 1)];
        if *place == NOWHERE {
            *place = self.words.len() as u16;
            self.words.push(Said { key, known: [false; OFFSETS], scores: [[0; LABELS]; OFFSETS] });
        }
        let word = &mut self.words[usize::from(*place)];
        if word.key != key {
            word.key = key;
            word.known = [false; OFFSETS];
        }
        if !word.known[offset] {
            word.known[offset] = true;
            word.scores[offset] = [0; LABELS];
            self.hashes.clear();
            seen.said(reading, token, offset, |hash| self.hashes.push(hash));
            self.weights.add_to(&mut word.scores[offset], &self.hashes);
        }
        scores.iter_mut().zip(&word.scores[offset]).for_each(|(score, more)| *score += more);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mentions::tagger::compiled_in;
    use crate::text::Document;

    #[test]
    fn kept_sums_are_those_of_all_features() {
        let model = compiled_in().unwrap();
        // More different words than are kept, and each of them again in another place.
        let stories = [
            include_str!("../../../../samples/business.txt"),
            include_str!("../../../../samples/flood.txt"),
            include_str!("../../../../samples/court.txt"),
        ];
        let text = format!("{}\n\n{}", stories.join("\n\n"), stories.concat().to_uppercase());
        let document = Document::new(&text);
        let reading = Reading::new(&document, &model.resources);
        let mut kept = Vec::new();
        by_sentence(&model.first.weights, &reading, |scores| kept.extend_from_slice(scores));
        let all = of_all(&model.first.weights, &features::extract(&reading));
        assert_eq!(kept.len(), all.len());
        for token in (0..all.len()).filter(|&token| !reading.plain[token]) {
            assert_eq!(kept[token], all[token], "{}", document.word(token));
        }
        assert!(reading.plain.iter().filter(|&&plain| !plain).count() > 1_000);
    }
}
