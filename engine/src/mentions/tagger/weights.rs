//! The weights of features: for each known feature hash, what it says for or against some labels.

use super::decode::LabelScores;

/// Feature hashes are cut to so many bits.
pub const BITS: u32 = 24;
/// So many of them choose the bucket; the others are compared.
const BUCKET_BITS: u32 = 17;
const LOW_BITS: u32 = BITS - BUCKET_BITS;

/// What a feature says of one label.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Weight {
    /// The label.
    pub label: u8,
    /// In [`super::decode::UNIT`]s.
    pub value: i16,
}

/// All weights of one pass, by feature.
#[derive(Default)]
pub struct Weights {
    /// Index of the first row of each bucket, and one more for the end.
    buckets: Vec<u32>,
    /// The low bits of each row's hash.
    lows: Vec<u8>,
    /// Where each row ends in `all`.
    ends: Vec<u32>,
    all: Vec<Weight>,
}

impl Weights {
    /// Starts with no rows; they must come in order of their hashes.
    pub fn with_capacity(rows: usize, weights: usize) -> Self {
        Self {
            buckets: vec![0; (1 << BUCKET_BITS) + 1],
            lows: Vec::with_capacity(rows),
            ends: Vec::with_capacity(rows),
            all: Vec::with_capacity(weights),
        }
    }

    /// Adds a weight to the last row.
    pub fn push_weight(&mut self, weight: Weight) {
        self.all.push(weight);
    }

    /// Ends the row of the feature with this cut hash.
    pub fn end_row(&mut self, hash: u32) {
        self.lows.push((hash & ((1 << LOW_BITS) - 1)) as u8);
        self.ends.push(self.all.len() as u32);
        if let Some(count) = self.buckets.get_mut((hash >> LOW_BITS) as usize + 1) {
            *count += 1;
        }
    }

    /// Call once when all rows are there.
    pub fn finish(&mut self) {
        let mut sum = 0;
        for bucket in &mut self.buckets {
            sum += *bucket;
            *bucket = sum;
        }
    }

    /// Adds what a feature says.
    pub fn add_to(&self, scores: &mut LabelScores, feature: u32) {
        let hash = cut(feature);
        let (bucket, low) = ((hash >> LOW_BITS) as usize, (hash & ((1 << LOW_BITS) - 1)) as u8);
        let rows = self.buckets[bucket] as usize..self.buckets[bucket + 1] as usize;
        let first = rows.start;
        let Some(row) = self.lows[rows].iter().position(|&this| this == low).map(|at| first + at) else { return };
        let start = if row == 0 { 0 } else { self.ends[row - 1] as usize };
        for weight in &self.all[start..self.ends[row] as usize] {
            scores[weight.label as usize] += i32::from(weight.value);
        }
    }

    /// Number of features with weights, and of weights.
    pub fn size(&self) -> (usize, usize) {
        (self.ends.len(), self.all.len())
    }
}

/// Cuts a feature hash to [`BITS`].
pub fn cut(feature: u32) -> u32 {
    feature >> (32 - BITS)
}

#[cfg(test)]
mod tests {
    use super::super::labels::LABELS;
    use super::*;

    #[test]
    fn finds_its_rows() {
        let mut weights = Weights::with_capacity(3, 4);
        for (hash, row) in [(5, vec![(1, 7)]), (6, vec![(1, -2), (3, 4)]), ((1 << BITS) - 1, vec![(2, 9)])] {
            for (label, value) in row {
                weights.push_weight(Weight { label, value });
            }
            weights.end_row(hash);
        }
        weights.finish();
        let mut scores = [0; LABELS];
        for hash in [5, 6, 7, (1 << BITS) - 1] {
            weights.add_to(&mut scores, hash << (32 - BITS));
        }
        assert_eq!(scores[..4], [0, 5, 9, 4]);
        assert_eq!(weights.size(), (3, 4));
    }
}
