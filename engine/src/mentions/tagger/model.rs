//! The weights file: lists, clusters and the weights of both passes, packed by the trainer.
//!
//! Layout: `DLNT`, version, feature version, [`SHAPE`], checksum (all 32 bits, little endian), then one packed stream
//! ([`super::packed`]) with the sections in the order of [`Model::parse`].

use std::fmt;

use super::clusters::{self, Clusters};
use super::decode::Transitions;
use super::labels::{LABELS, may_follow};
use super::lists::{KINDS, Lists};
use super::packed::{Gap, Tree, Unpacker};
use super::reading::Resources;
use super::weights::{CODES, Weights};

/// First bytes of the file.
pub const MAGIC: u32 = u32::from_le_bytes(*b"DLNT");
/// Of the layout.
pub const VERSION: u32 = 2;
/// Of what the features mean; raised whenever one of them changes, so that old weights are refused.
pub const FEATURES: u32 = 3;
/// Bytes before the packed stream.
pub const HEADER: usize = 20;
/// Numbers that the packed stream is read by; other ones would make nonsense of it without a word.
pub const SHAPE: u32 = (LEVELS as u32) << 16 | (KINDS as u32) << 8 | LABELS as u32;
/// Sizes of weights that a pass tells apart, for each sign. A code is twice the size's number, and one more for below zero.
pub const LEVELS: usize = 16;
/// Distances between hashes are counted from here: one below 0, since no distance is 0.
pub const BEFORE_FIRST: u32 = u32::MAX;
/// Bits of a cluster number.
pub const GROUP_BITS: u32 = 10;
/// Steps of the calibration table: raw probability in twentieths to percent.
pub const CALIBRATION: usize = 21;

/// One pass of the tagger.
pub struct Pass {
    /// What the features say.
    pub weights: Weights,
    /// What follows what.
    pub transitions: Transitions,
}

/// A trained tagger.
pub struct Model {
    /// Lists and clusters.
    pub resources: Resources,
    /// The pass over the words of a story.
    pub first: Pass,
    /// The pass that knows what the first one found elsewhere.
    pub second: Pass,
    /// What a raw probability of 0, 5, … 100 percent means, in percent.
    pub calibration: [u8; CALIBRATION],
}

/// Why a weights file was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ModelError {
    /// It does not begin as one.
    NotAModel,
    /// It was made for another version of this code.
    OtherVersion,
    /// Its checksum is wrong.
    Damaged,
}

impl fmt::Display for ModelError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NotAModel => "the file holds no weights",
            Self::OtherVersion => "the weights are of another version",
            Self::Damaged => "the weights are damaged",
        })
    }
}

impl std::error::Error for ModelError {}

impl Model {
    /// Reads a weights file.
    ///
    /// # Errors
    /// If it is none, of another version, or damaged.
    pub fn parse(bytes: &[u8]) -> Result<Self, ModelError> {
        let field = |at: usize| bytes.get(at * 4..at * 4 + 4).and_then(|field| field.try_into().ok()).map(u32::from_le_bytes);
        let (Some(magic), Some(version), Some(features), Some(shape), Some(sum)) = (field(0), field(1), field(2), field(3), field(4))
        else {
            return Err(ModelError::NotAModel);
        };
        let body = bytes.get(HEADER..).unwrap_or_default();
        if magic != MAGIC {
            return Err(ModelError::NotAModel);
        }
        if (version, features, shape) != (VERSION, FEATURES, SHAPE) {
            return Err(ModelError::OtherVersion);
        }
        if checksum(body) != sum {
            return Err(ModelError::Damaged);
        }
        let mut packed = Unpacker::new(body);
        let lists = read_lists(&mut packed);
        let clusters = read_clusters(&mut packed);
        let first = read_pass(&mut packed);
        let second = read_pass(&mut packed);
        let calibration = std::array::from_fn(|_| packed.even(8) as u8);
        Ok(Self { resources: Resources { lists, clusters }, first, second, calibration })
    }
}

/// FNV-1a over bytes.
pub fn checksum(bytes: &[u8]) -> u32 {
    bytes.iter().fold(super::hash::START, |hash, &byte| super::hash::add(hash, char::from(byte)))
}

fn read_lists(packed: &mut Unpacker) -> Lists {
    let n_sets = packed.even(10);
    let sets: Vec<u32> = (0..n_sets).map(|_| packed.even(KINDS as u32)).collect();
    let n = packed.even(24);
    let (mut gap, mut set) = (Gap::default(), Tree::new(10));
    let mut phrase = BEFORE_FIRST;
    let phrases: Vec<(u32, u32)> = (0..n)
        .map(|_| {
            phrase = phrase.wrapping_add(packed.gap(&mut gap));
            (phrase, sets.get(packed.number(&mut set) as usize).copied().unwrap_or(0))
        })
        .collect();
    Lists::new(&phrases)
}

fn read_clusters(packed: &mut Unpacker) -> Clusters {
    let n_groups = packed.even(GROUP_BITS + 1);
    let parents: Vec<[u16; clusters::LEVELS - 1]> =
        (0..n_groups).map(|_| std::array::from_fn(|_| packed.even(GROUP_BITS) as u16)).collect();
    let n = packed.even(24);
    let (mut gap, mut group, mut case) = (Gap::default(), Tree::new(GROUP_BITS), Tree::new(2));
    let mut hash = BEFORE_FIRST;
    let words: Vec<(u32, u16, u8)> = (0..n)
        .map(|_| {
            hash = hash.wrapping_add(packed.gap(&mut gap));
            (hash, packed.number(&mut group) as u16, packed.number(&mut case) as u8)
        })
        .collect();
    Clusters::new(&words, &parents)
}

fn read_pass(packed: &mut Unpacker) -> Pass {
    let mut scores = [[0; LABELS]; LABELS];
    for (label, row) in scores.iter_mut().enumerate() {
        for (next, score) in row.iter_mut().enumerate() {
            if may_follow(label, next) {
                *score = signed(packed.even(16));
            }
        }
    }
    Pass { weights: read_weights(packed), transitions: Transitions::new(scores) }
}

/// The models of a row of weights; the trainer packs with the same.
pub struct RowModels {
    /// Distance to the row's hash from the one before; then one more.
    pub gap: Gap,
    /// Number of weights less one.
    pub count: Tree,
    /// A label, by the label before it in the row.
    pub label: Vec<Tree>,
    /// Sign and level of a weight, by its label.
    pub level: Vec<Tree>,
}

impl Default for RowModels {
    fn default() -> Self {
        Self { gap: Gap::default(), count: Tree::new(5), label: vec![Tree::new(5); LABELS + 1], level: vec![Tree::new(5); LABELS] }
    }
}

fn read_weights(packed: &mut Unpacker) -> Weights {
    let levels: [i16; LEVELS] = std::array::from_fn(|_| (packed.even(16) as u16).cast_signed());
    let mut values = [0; CODES];
    for (pair, level) in values.chunks_exact_mut(2).zip(levels) {
        pair.copy_from_slice(&[level, -level]);
    }
    let (n_rows, n_weights) = (packed.even(24), packed.even(24));
    let mut models = RowModels::default();
    let mut hash = BEFORE_FIRST;
    let rows = (0..n_rows).map(|_| {
        hash = hash.wrapping_add(packed.gap(&mut models.gap));
        (hash, read_row(packed, &mut models))
    });
    Weights::new(values, (n_rows + n_weights) as usize, rows)
}

/// Labels and codes of one row.
fn read_row(packed: &mut Unpacker, models: &mut RowModels) -> Vec<(u8, u8)> {
    let mut before = LABELS;
    (0..=packed.number(&mut models.count))
        .map(|_| {
            let label = (packed.number(&mut models.label[before]) as usize).min(LABELS - 1);
            before = label;
            (label as u8, packed.number(&mut models.level[label]) as u8)
        })
        .collect()
}

fn signed(bits: u32) -> i32 {
    i32::from((bits as u16).cast_signed())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_weights_are_read_and_small() {
        let bytes = include_bytes!("../../../model/names.bin");
        // With the lists that are compiled in, 102 kB packed one by one, all must stay under a million.
        assert!(bytes.len() <= 890_000, "{} bytes", bytes.len());
        let model = Model::parse(bytes).unwrap();
        let (features, weights) = model.first.weights.size();
        assert!(features > 100_000 && weights > features);
    }

    #[test]
    fn refuses_what_it_cannot_read() {
        assert_eq!(Model::parse(b"").err(), Some(ModelError::NotAModel));
        assert_eq!(Model::parse(&[0; 40]).err(), Some(ModelError::NotAModel));
        let header = |version: u32, shape: u32, sum: u32| [MAGIC, version, FEATURES, shape, sum].map(u32::to_le_bytes).concat();
        assert_eq!(Model::parse(&header(VERSION + 1, SHAPE, 0)).err(), Some(ModelError::OtherVersion));
        assert_eq!(Model::parse(&header(VERSION, SHAPE + 1, 0)).err(), Some(ModelError::OtherVersion));
        assert_eq!(Model::parse(&header(VERSION, SHAPE, 1)).err(), Some(ModelError::Damaged));
    }
}
