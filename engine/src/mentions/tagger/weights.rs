//! The weights of features: for each known feature hash, what it says for or against some labels.
//!
//! Made for the processor's caches: most features are unknown, which a small sieve tells;
//! the rows of those that are known lie side by side, so that one look finds the row and its weights.

use super::decode::LabelScores;

/// Feature hashes are cut to so many bits.
pub const BITS: u32 = 24;
/// So many of them choose a bit that tells whether the feature may be known.
const SIEVE_BITS: u32 = 21;
/// So many of them choose the bucket; the others are compared.
const BUCKET_BITS: u32 = 17;
const LOW_BITS: u32 = BITS - BUCKET_BITS;
/// So many of those choose the bucket in its group.
const GROUP_BITS: u32 = 6;
/// So many features are looked up at the same time.
const AT_ONCE: usize = 32;
/// The numbers that a weight may have.
pub const CODES: usize = 64;

/// All weights of one pass, by feature.
pub struct Weights {
    /// One bit for each beginning of a hash.
    sieve: Vec<u64>,
    /// Where the rows of each group of buckets begin.
    groups: Vec<u32>,
    /// Where the rows of each bucket begin, from its group on, and one more for the end.
    buckets: Vec<u16>,
    /// Rows, one after the other: the low bits of the hash and the number of weights; then the weights, as label and code.
    rows: Vec<u16>,
    /// What each code stands for, in [`super::decode::UNIT`]s.
    values: [i16; CODES],
    n_rows: usize,
}

impl Weights {
    /// From rows in the order of their hashes: the cut hash, and its weights as labels and codes.
    /// `size` is how many rows and weights to make room for.
    pub fn new(values: [i16; CODES], size: usize, rows: impl Iterator<Item = (u32, Vec<(u8, u8)>)>) -> Self {
        let mut weights = Self {
            sieve: vec![0; 1 << (SIEVE_BITS - 6)],
            groups: Vec::with_capacity(1 << (BUCKET_BITS - GROUP_BITS)),
            buckets: Vec::with_capacity((1 << BUCKET_BITS) + 1),
            rows: Vec::with_capacity(size),
            values,
            n_rows: 0,
        };
        for (hash, row) in rows {
            weights.push(hash & ((1 << BITS) - 1), &row);
        }
        weights.begin_buckets_to(1 << BUCKET_BITS);
        weights
    }

    fn push(&mut self, hash: u32, row: &[(u8, u8)]) {
        let (at, bit) = sieve_place(hash);
        self.sieve[at] |= bit;
        self.begin_buckets_to((hash >> LOW_BITS) as usize);
        self.rows.push(((hash & ((1 << LOW_BITS) - 1)) << 8) as u16 | row.len() as u16);
        self.rows.extend(row.iter().map(|&(label, code)| u16::from(label) << 8 | u16::from(code)));
        self.n_rows += 1;
    }

    /// Notes that this bucket, and those before it that were not noted yet, begin (and end) here.
    fn begin_buckets_to(&mut self, bucket: usize) {
        while self.buckets.len() <= bucket {
            if self.buckets.len().is_multiple_of(1 << GROUP_BITS) {
                self.groups.push(self.rows.len() as u32);
            }
            let group = self.groups[self.groups.len() - 1];
            let offset = self.rows.len() as u32 - group;
            debug_assert!(u16::try_from(offset).is_ok());
            self.buckets.push(offset as u16);
        }
    }

    /// Where the rows of a bucket begin, and those of the one before end.
    fn start(&self, bucket: usize) -> u32 {
        self.groups[bucket >> GROUP_BITS] + u32::from(self.buckets[bucket])
    }

    /// Adds what the features of a token say.
    ///
    /// All are sieved first and their buckets found, so that the processor fetches many rows at the same time.
    pub fn add_to(&self, scores: &mut LabelScores, features: &[u32]) {
        for features in features.chunks(AT_ONCE) {
            let mut hashes = [0; AT_ONCE];
            let mut n = 0;
            for hash in features.iter().map(|&feature| cut(feature)) {
                let (at, bit) = sieve_place(hash);
                hashes[n] = hash;
                n += usize::from(self.sieve[at] & bit != 0);
            }
            let mut found = [(0_u32, 0_u32, 0_u16, 0_u16); AT_ONCE];
            for (found, hash) in found.iter_mut().zip(&hashes[..n]) {
                let bucket = (hash >> LOW_BITS) as usize;
                let start = self.start(bucket);
                let head = self.rows.get(start as usize).copied().unwrap_or_default();
                *found = (start, self.start(bucket + 1), (hash & ((1 << LOW_BITS) - 1)) as u16, head);
            }
            for &(start, end, low, head) in &found[..n] {
                self.add_row(scores, (start as usize, end as usize), low, head);
            }
        }
    }

    /// Adds the row with these low bits, if the bucket from `at` to `end` has one; `head` is that of its first row.
    fn add_row(&self, scores: &mut LabelScores, (mut at, end): (usize, usize), low: u16, mut head: u16) {
        while at < end {
            let weights = at + 1..at + 1 + (head & 0xFF) as usize;
            if head >> 8 == low {
                for weight in &self.rows[weights] {
                    scores[(weight >> 8) as usize] += i32::from(self.values[(weight & 0xFF) as usize]);
                }
                return;
            }
            at = weights.end;
            head = self.rows.get(at).copied().unwrap_or_default();
        }
    }

    /// Number of features with weights, and of weights.
    pub fn size(&self) -> (usize, usize) {
        (self.n_rows, self.rows.len() - self.n_rows)
    }
}

/// The word of the sieve and the bit in it.
fn sieve_place(hash: u32) -> (usize, u64) {
    let place = hash >> (BITS - SIEVE_BITS);
    ((place >> 6) as usize, 1 << (place & 63))
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
        let mut values = [0; CODES];
        values[..4].copy_from_slice(&[7, -2, 4, 9]);
        let rows = [(5, vec![(1, 0)]), (6, vec![(1, 1), (3, 2)]), ((1 << BITS) - 1, vec![(2, 3)])];
        let weights = Weights::new(values, 7, rows.into_iter());
        let mut scores = [0; LABELS];
        weights.add_to(&mut scores, &[5, 6, 7, 300, (1 << BITS) - 1].map(|hash| hash << (32 - BITS)));
        assert_eq!(scores[..4], [0, 5, 9, 4]);
        assert_eq!(weights.size(), (3, 4));
    }
}
