//! Writes the packed bytes that the engine unpacks: the same models, the other direction.

use dateline_engine::mentions::tagger::clusters::LEVELS as GROUP_LEVELS;
use dateline_engine::mentions::tagger::labels::{LABELS, may_follow};
use dateline_engine::mentions::tagger::lists::KINDS;
use dateline_engine::mentions::tagger::model::{
    BEFORE_FIRST, CALIBRATION, FEATURES, GROUP_BITS, LEVELS, MAGIC, RowModels, SHAPE, VERSION, checksum,
};
use dateline_engine::mentions::tagger::packed::{Bit, Gap, LOWEST_RANGE, Tree};

use crate::clusters::Compiled;
use crate::quantize::Quantized;

/// All parts of a model.
pub struct Parts<'a> {
    /// Phrases as (hash, kinds), by hash.
    pub lists: &'a [(u32, u32)],
    /// Clusters.
    pub clusters: &'a Compiled,
    /// Both passes.
    pub passes: [&'a Quantized; 2],
    /// Percent for each twentieth.
    pub calibration: [u8; CALIBRATION],
}

/// The bytes of the weights file, and the packed size of each part.
pub fn pack(parts: &Parts) -> (Vec<u8>, [usize; 4]) {
    let mut packer = Packer::default();
    let mut sizes = [0; 4];
    write_lists(&mut packer, parts.lists);
    sizes[0] = packer.bytes.len();
    write_clusters(&mut packer, parts.clusters);
    sizes[1] = packer.bytes.len();
    for (pass, size) in parts.passes.iter().zip(&mut sizes[2..]) {
        write_pass(&mut packer, pass);
        *size = packer.bytes.len();
    }
    for percent in parts.calibration {
        packer.even(u32::from(percent), 8);
    }
    for at in (1..4).rev() {
        sizes[at] -= sizes[at - 1];
    }
    let body = packer.finish();
    let header = [MAGIC, VERSION, FEATURES, SHAPE, checksum(&body)].map(u32::to_le_bytes).concat();
    ([header, body].concat(), sizes)
}

fn write_lists(packer: &mut Packer, lists: &[(u32, u32)]) {
    let mut sets: Vec<u32> = lists.iter().map(|phrase| phrase.1).collect();
    sets.sort_unstable();
    sets.dedup();
    assert!(sets.len() < 1 << 10, "{} different sets of kinds are too many for the format", sets.len());
    packer.even(sets.len() as u32, 10);
    for &set in &sets {
        packer.even(set, KINDS as u32);
    }
    packer.even(lists.len() as u32, 24);
    let (mut gap, mut tree) = (Gap::default(), Tree::new(10));
    let mut last = BEFORE_FIRST;
    for &(hash, set) in lists {
        packer.gap(&mut gap, hash.wrapping_sub(last));
        packer.number(&mut tree, sets.binary_search(&set).unwrap_or(0) as u32);
        last = hash;
    }
}

fn write_clusters(packer: &mut Packer, clusters: &Compiled) {
    packer.even(clusters.parents.len() as u32, GROUP_BITS + 1);
    for parents in &clusters.parents {
        debug_assert_eq!(parents.len(), GROUP_LEVELS - 1);
        for &parent in parents {
            packer.even(u32::from(parent), GROUP_BITS);
        }
    }
    packer.even(clusters.words.len() as u32, 24);
    let (mut gap, mut group, mut case) = (Gap::default(), Tree::new(GROUP_BITS), Tree::new(2));
    let mut last = BEFORE_FIRST;
    for &(hash, finest, usual) in &clusters.words {
        packer.gap(&mut gap, hash.wrapping_sub(last));
        packer.number(&mut group, u32::from(finest));
        packer.number(&mut case, u32::from(usual));
        last = hash;
    }
}

fn write_pass(packer: &mut Packer, pass: &Quantized) {
    for label in 0..LABELS {
        for next in (0..LABELS).filter(|&next| may_follow(label, next)) {
            packer.even(u32::from(pass.transitions[label][next].cast_unsigned()), 16);
        }
    }
    debug_assert_eq!(pass.levels.len(), LEVELS);
    pass.levels.iter().for_each(|&level| packer.even(u32::from(level.cast_unsigned()), 16));
    packer.even(pass.rows.len() as u32, 24);
    packer.even(pass.rows.iter().map(|row| row.1.len()).sum::<usize>() as u32, 24);
    let mut models = RowModels::default();
    let mut last = BEFORE_FIRST;
    for (hash, row) in &pass.rows {
        packer.gap(&mut models.gap, hash.wrapping_sub(last));
        packer.number(&mut models.count, row.len() as u32 - 1);
        let mut before = LABELS;
        for &(label, code) in row {
            packer.number(&mut models.label[before], u32::from(label));
            packer.number(&mut models.level[label as usize], u32::from(code));
            before = label as usize;
        }
        last = *hash;
    }
}

/// A range coder (after LZMA's).
pub struct Packer {
    bytes: Vec<u8>,
    low: u64,
    range: u32,
    held: u8,
    pending: usize,
}

impl Default for Packer {
    fn default() -> Self {
        Self { bytes: Vec::new(), low: 0, range: u32::MAX, held: 0, pending: 1 }
    }
}

impl Packer {
    /// One bit under a model.
    pub fn bit(&mut self, model: &mut Bit, bit: bool) {
        let bound = model.bound(self.range);
        if bit {
            self.low += u64::from(bound);
            self.range -= bound;
        } else {
            self.range = bound;
        }
        model.learn(bit);
        self.refill();
    }

    /// The lowest `bits` of `value`, each as likely 0 as 1.
    pub fn even(&mut self, value: u32, bits: u32) {
        for at in (0..bits).rev() {
            self.range >>= 1;
            if value >> at & 1 == 1 {
                self.low += u64::from(self.range);
            }
            self.refill();
        }
    }

    /// A number under a tree.
    pub fn number(&mut self, tree: &mut Tree, value: u32) {
        tree.walk(|model, depth| {
            let bit = value >> depth & 1 == 1;
            self.bit(model, bit);
            bit
        });
    }

    /// A number from 1 on, small ones being likelier.
    pub fn gap(&mut self, gap: &mut Gap, value: u32) {
        let length = value.ilog2();
        self.number(&mut gap.length, length);
        if length == 0 {
            return;
        }
        let second = value >> (length - 1) & 1;
        self.bit(&mut gap.second[length as usize], second == 1);
        if length == 1 {
            return;
        }
        let context = ((length * 2) | second) as usize % gap.third.len();
        self.bit(&mut gap.third[context], value >> (length - 2) & 1 == 1);
        self.even(value, length - 2);
    }

    /// The bytes.
    pub fn finish(mut self) -> Vec<u8> {
        for _ in 0..5 {
            self.shift();
        }
        self.bytes
    }

    fn refill(&mut self) {
        if self.range < LOWEST_RANGE {
            self.range <<= 8;
            self.shift();
        }
    }

    fn shift(&mut self) {
        if self.low < 0xFF00_0000 || self.low > u64::from(u32::MAX) {
            let carry = (self.low >> 32) as u8;
            let mut byte = self.held;
            while self.pending > 0 {
                self.bytes.push(byte.wrapping_add(carry));
                byte = 0xFF;
                self.pending -= 1;
            }
            self.held = (self.low >> 24) as u8;
        }
        self.pending += 1;
        self.low = (self.low & 0x00FF_FFFF) << 8;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rng::Rng;
    use dateline_engine::mentions::tagger::packed::Unpacker;

    #[test]
    fn what_is_packed_comes_out() {
        let mut rng = Rng::new(5);
        let gaps: Vec<u32> = (0..3_000).map(|_| 1 + (rng.bits() >> rng.below(32))).map(|gap| gap.max(1) & 0x7FFF_FFFF | 1).collect();
        let mut packer = Packer::default();
        let (mut gap, mut tree) = (Gap::default(), Tree::new(5));
        for &value in &gaps {
            packer.gap(&mut gap, value);
            packer.number(&mut tree, value % 7);
            packer.even(value & 0xFFFF, 16);
        }
        let bytes = packer.finish();
        let mut unpacker = Unpacker::new(&bytes);
        let (mut gap, mut tree) = (Gap::default(), Tree::new(5));
        for &value in &gaps {
            assert_eq!(unpacker.gap(&mut gap), value);
            assert_eq!(unpacker.number(&mut tree), value % 7);
            assert_eq!(unpacker.even(16), value & 0xFFFF);
        }
    }
}
