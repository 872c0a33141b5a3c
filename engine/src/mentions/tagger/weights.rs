//! The weights of features: for each known feature hash, what it says for or against some labels.
//!
//! Made for the processor's caches: the rows lie side by side, so that one look finds a row and its weights.

use super::decode::LabelScores;
use super::labels::LABELS;

/// Feature hashes are cut to so many bits.
pub const BITS: u32 = 24;
/// So many of them choose the bucket; the others are compared.
const BUCKET_BITS: u32 = 17;
const LOW_BITS: u32 = BITS - BUCKET_BITS;
/// So many of those choose the bucket in its group.
const GROUP_BITS: u32 = 6;
/// So many features are looked up at the same time.
const AT_ONCE: usize = 32;
/// Rows with so many weights are kept as a weight for each label, which are added without looking at each.
const WHOLE_FROM: usize = 8;
/// Stands for the number of weights of a row that is kept whole.
const WHOLE: u16 = 0xFF;
/// The numbers that a weight may have.
pub const CODES: usize = 64;

/// All weights of one pass, by feature.
pub struct Weights {
    /// Where the rows of each group of buckets begin.
    groups: Vec<u32>,
    /// Where the rows of each bucket begin, from its group on, and one more for the end.
    buckets: Vec<u16>,
    /// Rows, one after the other: the low bits of the hash and the number of weights; then the weights, as label and code,
    /// or, behind [`WHOLE`], a place in `whole`.
    rows: Vec<u16>,
    /// Rows with a weight for each label.
    whole: Vec<[i16; LABELS]>,
    /// What each code stands for, in [`super::decode::UNIT`]s.
    values: [i16; CODES],
    /// Number of rows, and of weights.
    size: (usize, usize),
}

impl Weights {
    /// From rows in the order of their hashes: the cut hash, and its weights as labels and codes.
    /// `room` is how many rows and weights to make room for.
    pub fn new(values: [i16; CODES], room: usize, rows: impl Iterator<Item = (u32, Vec<(u8, u8)>)>) -> Self {
        let mut weights = Self {
            groups: Vec::with_capacity(1 << (BUCKET_BITS - GROUP_BITS)),
            buckets: Vec::with_capacity((1 << BUCKET_BITS) + 1),
            rows: Vec::with_capacity(room),
            whole: Vec::new(),
            values,
            size: (0, 0),
        };
        for (hash, row) in rows {
            weights.push(hash & ((1 << BITS) - 1), &row);
        }
        weights.begin_buckets_to(1 << BUCKET_BITS);
        weights
    }

    fn push(&mut self, hash: u32, row: &[(u8, u8)]) {
        self.begin_buckets_to((hash >> LOW_BITS) as usize);
        let low = ((hash & ((1 << LOW_BITS) - 1)) << 8) as u16;
        let place = u16::try_from(self.whole.len()).ok().filter(|_| row.len() >= WHOLE_FROM);
        if let Some(place) = place {
            let mut whole = [0; LABELS];
            for &(label, code) in row {
                whole[usize::from(label)] += self.values[usize::from(code)];
            }
            self.whole.push(whole);
            self.rows.extend([low | WHOLE, place]);
        } else {
            self.rows.push(low | row.len() as u16);
            self.rows.extend(row.iter().map(|&(label, code)| u16::from(label) << 8 | u16::from(code)));
        }
        self.size = (self.size.0 + 1, self.size.1 + row.len());
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
    /// All buckets are found first, so that the processor fetches many rows at the same time.
    pub fn add_to(&self, scores: &mut LabelScores, features: &[u32]) {
        for features in features.chunks(AT_ONCE) {
            let mut found = [(0_u32, 0_u32, 0_u16, 0_u16); AT_ONCE];
            for (found, &feature) in found.iter_mut().zip(features) {
                let hash = cut(feature);
                let bucket = (hash >> LOW_BITS) as usize;
                let start = self.start(bucket);
                let head = self.rows.get(start as usize).copied().unwrap_or_default();
                *found = (start, self.start(bucket + 1), (hash & ((1 << LOW_BITS) - 1)) as u16, head);
            }
            for &(start, end, low, head) in &found[..features.len()] {
                self.add_row(scores, (start as usize, end as usize), low, head);
            }
        }
    }

    /// Adds the row with these low bits, if the bucket from `at` to `end` has one; `head` is that of its first row.
    fn add_row(&self, scores: &mut LabelScores, (mut at, end): (usize, usize), low: u16, mut head: u16) {
        while at < end {
            let count = head & 0xFF;
            let weights = at + 1..at + 1 + if count == WHOLE { 1 } else { usize::from(count) };
            if head >> 8 == low {
                if count == WHOLE {
                    let whole = &self.whole[usize::from(self.rows[at + 1])];
                    scores.iter_mut().zip(whole).for_each(|(score, weight)| *score += i32::from(*weight));
                } else {
                    for weight in &self.rows[weights] {
                        scores[(weight >> 8) as usize] += i32::from(self.values[(weight & 0xFF) as usize]);
                    }
                }
                return;
            }
            at = weights.end;
            head = self.rows.get(at).copied().unwrap_or_default();
        }
    }

    /// Number of features with weights, and of weights.
    pub fn size(&self) -> (usize, usize) {
        self.size
    }
}

/// Cuts a feature hash to [`BITS`].
pub fn cut(feature: u32) -> u32 {
    feature >> (32 - BITS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_its_rows() {
        let mut values = [0; CODES];
        values[..4].copy_from_slice(&[7, -2, 4, 9]);
        let whole: Vec<(u8, u8)> = (0..LABELS as u8).step_by(2).map(|label| (label, 2)).collect();
        assert!(whole.len() >= WHOLE_FROM);
        let rows = [(5, vec![(1, 0)]), (6, vec![(1, 1), (3, 2)]), (7, whole), ((1 << BITS) - 1, vec![(2, 3)])];
        let weights = Weights::new(values, 7, rows.into_iter());
        let of = |features: &[u32]| {
            let mut scores = [0; LABELS];
            let features: Vec<u32> = features.iter().map(|hash| hash << (32 - BITS)).collect();
            weights.add_to(&mut scores, &features);
            scores
        };
        assert_eq!(of(&[5, 6, 8, 300, (1 << BITS) - 1])[..4], [0, 5, 9, 4]);
        assert_eq!(of(&[7, 5])[..4], [4, 7, 4, 0]);
        assert_eq!(of(&[8, 9]), [0; LABELS]);
        assert_eq!(weights.size(), (4, 19));
    }
}
