//! What the tagger looks at in pairs and triples of neighbouring words.

use super::features::{Features, PAD, Sentence};
use super::hash::join;
use super::numbers::template;
use super::reading::Reading;

/// The word with its neighbours: forms, shapes and groups.
pub(super) fn pair_features(reading: &Reading, sentence: &Sentence, token: usize, out: &mut Features) {
    let low = reading.word(token).low;
    let shape = sentence.shape(reading, token);
    let before = sentence.at(token, -1).map(|at| (reading.word(at).low, sentence.shape(reading, at)));
    let after = sentence.at(token, 1).map(|at| (reading.word(at).low, sentence.shape(reading, at)));
    if let Some((before, before_shape)) = before {
        out.put(template::PAIR_BEFORE, join(before, low));
        out.put(template::SHAPES_BEFORE, join(before_shape, shape));
    }
    if let Some((after, after_shape)) = after {
        out.put(template::PAIR_AFTER, join(low, after));
        out.put(template::SHAPES_AFTER, join(shape, after_shape));
    }
    if let (Some((before, before_shape)), Some((after, after_shape))) = (before, after) {
        out.put(template::PAIR_AROUND, join(before, after));
        out.put(template::SHAPES_AROUND, join(join(before_shape, shape), after_shape));
    }
    let (group, before, after) = (group_at(reading, sentence, token), left(token), token + 1);
    let (before, after) = (group_at(reading, sentence, before), group_at(reading, sentence, after));
    out.put(template::GROUPS_BEFORE, join(before, group));
    out.put(template::GROUPS_AFTER, join(group, after));
    out.put(template::GROUPS_AROUND, join(before, after));
}

/// The token to the left; beyond all sentences if there is none.
pub(super) fn left(token: usize) -> usize {
    token.wrapping_sub(1)
}

/// The group of a word, finely; for words without one, what they begin with; [`PAD`] beyond the sentence.
pub(super) fn group_at(reading: &Reading, sentence: &Sentence, token: usize) -> u32 {
    if !sentence.range.contains(&token) {
        return PAD;
    }
    let word = reading.word(token);
    match reading.entry(token) {
        Some(entry) => u32::from(entry.groups[2]),
        None if word.is_alphabetic => 10_000 + u32::from(reading.writing.capitals[token]),
        None => 10_002 + u32::from(word.is_number),
    }
}
