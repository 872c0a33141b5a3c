//! Trains a linear-chain model: `AdaGrad` on one sentence after the other, whole features dropped at random,
//! weights that do little put to zero for good from the middle on (gradual pruning).

use dateline_engine::mentions::tagger::labels::{LABELS, may_follow};
use dateline_engine::mentions::tagger::weights;

use crate::chain::{Chain, Factors};
use crate::rng::Rng;

/// Labels, rounded up to what the processor adds at once.
pub const ROW: usize = 32;
/// Something for each label.
pub type Row = [f32; ROW];

/// Sentences with features and labels.
#[derive(Clone, Default)]
pub struct Corpus {
    /// The sentences.
    pub sequences: Vec<Sequence>,
    /// Where each token's features end in `features`.
    pub ends: Vec<usize>,
    /// Feature hashes, cut.
    pub features: Vec<u32>,
    /// The labels that each token may have, as bits: one if it is known.
    pub gold: Vec<u32>,
    /// What is known of each token before any weight; empty for nothing.
    pub offsets: Vec<Row>,
}

/// One sentence: its tokens, the fold that it belongs to, and how much it counts.
#[derive(Clone, Copy)]
pub struct Sequence {
    /// First token.
    pub start: usize,
    /// The token behind the last.
    pub end: usize,
    /// Number of its fold.
    pub fold: usize,
    /// Its share in training; 0 leaves it out.
    pub weight: f32,
}

impl Corpus {
    /// The features of a token.
    pub fn of(&self, token: usize) -> &[u32] {
        let start = if token == 0 { 0 } else { self.ends[token - 1] };
        &self.features[start..self.ends[token]]
    }
}

/// How to train.
#[derive(Clone, Copy, Debug)]
pub struct Recipe {
    /// Times through the corpus.
    pub epochs: usize,
    /// Share of the features that are dropped.
    pub dropout: f32,
    /// First learning rate; it falls to nearly nothing.
    pub rate: f32,
    /// Pull towards zero.
    pub l2: f32,
    /// Constant pull towards zero, relative to the rate.
    pub l1: f32,
    /// Weights that do less than this are put to zero by the end ([`Learner::cut`]); 0 for none.
    pub cut: f32,
    /// The epoch from which on weights are cut, as a share of all.
    pub cut_from: f32,
    /// Features seen more rarely are left out.
    pub rarest: u8,
    /// Seed of all random choices.
    pub seed: u64,
}

impl Default for Recipe {
    fn default() -> Self {
        Self { epochs: 12, dropout: 0.5, rate: 0.1, l2: 1e-5, l1: 0.0, cut: 0.0, cut_from: 0.5, rarest: 2, seed: 1 }
    }
}

/// A trained pass.
pub struct Trained {
    /// Cut feature hashes, in order.
    pub hashes: Vec<u32>,
    /// Their weights.
    pub rows: Vec<Row>,
    /// What follows what.
    pub transitions: [[f32; LABELS]; LABELS],
}

const BUCKETS: usize = 1 << weights::BITS;
const NO_ROW: u32 = u32::MAX;

/// Trains on all sequences but those of the fold `held`.
pub fn train(corpus: &Corpus, held: Option<usize>, transitions: Option<&[[f32; LABELS]; LABELS]>, recipe: &Recipe) -> Trained {
    let mut order: Vec<Sequence> =
        corpus.sequences.iter().copied().filter(|sequence| Some(sequence.fold) != held && sequence.weight > 0.0).collect();
    let (hashes, row_of) = rows(corpus, &order, recipe.rarest);
    let mut learner = Learner {
        rows: vec![[0.0; ROW]; hashes.len()],
        squares: vec![[1e-4; ROW]; hashes.len()],
        transitions: transitions.copied().unwrap_or([[0.0; LABELS]; LABELS]),
        transition_squares: [[1.0; LABELS]; LABELS],
        work: Work::default(),
    };
    let features: Vec<u32> = corpus.features.iter().map(|&feature| row_of[feature as usize]).collect();
    let mut rng = Rng::new(recipe.seed);
    for epoch in 0..recipe.epochs {
        rng.shuffle(&mut order);
        for (step, sequence) in order.iter().enumerate() {
            let done = (epoch as f32 + step as f32 / order.len() as f32) / recipe.epochs as f32;
            learner.learn(corpus, &features, *sequence, recipe, recipe.rate * (1.0 - done).max(0.02), &mut rng);
        }
        let share = (epoch + 1) as f32 / recipe.epochs as f32;
        if recipe.cut > 0.0 && epoch + 1 < recipe.epochs && share >= recipe.cut_from {
            learner.cut(recipe.cut * ((share - recipe.cut_from) / (1.0 - recipe.cut_from) * 1.2 + 0.1).min(1.0));
        }
    }
    for row in &mut learner.rows {
        for weight in row {
            *weight *= 1.0 - recipe.dropout;
        }
    }
    Trained { hashes, rows: learner.rows, transitions: learner.transitions }
}

/// The hashes that get a row, and the row of each hash.
fn rows(corpus: &Corpus, order: &[Sequence], rarest: u8) -> (Vec<u32>, Vec<u32>) {
    let mut seen = vec![0_u8; BUCKETS];
    for sequence in order {
        for token in sequence.start..sequence.end {
            for &feature in corpus.of(token) {
                seen[feature as usize] = seen[feature as usize].saturating_add(1);
            }
        }
    }
    let (mut hashes, mut row_of) = (Vec::new(), vec![NO_ROW; BUCKETS]);
    for (hash, &count) in seen.iter().enumerate() {
        if count >= rarest {
            row_of[hash] = hashes.len() as u32;
            hashes.push(hash as u32);
        }
    }
    (hashes, row_of)
}

struct Learner {
    rows: Vec<Row>,
    squares: Vec<Row>,
    transitions: [[f32; LABELS]; LABELS],
    transition_squares: [[f32; LABELS]; LABELS],
    work: Work,
}

/// Buffers that are used again and again.
#[derive(Default)]
struct Work {
    scores: Vec<Row>,
    kept: Vec<u32>,
    starts: Vec<usize>,
    all: Chain,
    gold: Chain,
}

impl Learner {
    fn learn(&mut self, corpus: &Corpus, features: &[u32], sequence: Sequence, recipe: &Recipe, rate: f32, rng: &mut Rng) {
        self.score(corpus, features, sequence, recipe.dropout, rng);
        let factors = Factors::new(&self.transitions);
        self.work.all.run(&self.work.scores, &factors, &[]);
        let gold = &corpus.gold[sequence.start..sequence.end];
        self.work.gold.run(&self.work.scores, &factors, gold);
        for at in 0..gold.len() {
            self.update_token(at, sequence.weight, recipe, rate);
        }
        self.update_transitions(sequence.weight, rate);
    }

    fn score(&mut self, corpus: &Corpus, features: &[u32], sequence: Sequence, dropout: f32, rng: &mut Rng) {
        let work = &mut self.work;
        work.scores.clear();
        work.kept.clear();
        work.starts.clear();
        work.starts.push(0);
        let limit = (f64::from(dropout) * f64::from(u32::MAX)) as u32;
        for token in sequence.start..sequence.end {
            let mut scores = corpus.offsets.get(token).copied().unwrap_or([0.0; ROW]);
            let start = if token == 0 { 0 } else { corpus.ends[token - 1] };
            for &row in &features[start..corpus.ends[token]] {
                if row != NO_ROW && rng.bits() >= limit {
                    work.kept.push(row);
                    for (score, weight) in scores.iter_mut().zip(&self.rows[row as usize]) {
                        *score += weight;
                    }
                }
            }
            work.starts.push(work.kept.len());
            work.scores.push(scores);
        }
    }

    fn update_token(&mut self, at: usize, weight: f32, recipe: &Recipe, rate: f32) {
        let (all, gold) = (&self.work.all.marginals[at], &self.work.gold.marginals[at]);
        let mut gradient: Row = std::array::from_fn(|label| all[label] - gold[label]);
        if gradient.iter().all(|change| change.abs() < 2e-3) {
            return;
        }
        for change in &mut gradient {
            *change *= weight;
        }
        for &row in &self.work.kept[self.work.starts[at]..self.work.starts[at + 1]] {
            let (weights, squares) = (&mut self.rows[row as usize], &mut self.squares[row as usize]);
            for label in 0..ROW {
                let change = gradient[label] + recipe.l2 * weights[label];
                squares[label] += change * change;
                weights[label] -= rate * change / squares[label].sqrt();
            }
            if recipe.l1 > 0.0 {
                for label in 0..ROW {
                    let pull = rate * recipe.l1 / squares[label].sqrt();
                    weights[label] = weights[label].signum() * (weights[label].abs() - pull).max(0.0);
                }
            }
        }
    }

    fn update_transitions(&mut self, weight: f32, rate: f32) {
        for label in 0..LABELS {
            for next in (0..LABELS).filter(|&next| may_follow(label, next)) {
                let change = (self.work.all.pairs[label][next] - self.work.gold.pairs[label][next]) * weight;
                if change.abs() >= 1e-5 {
                    self.transition_squares[label][next] += change * change;
                    self.transitions[label][next] -= rate * change / self.transition_squares[label][next].sqrt();
                }
            }
        }
    }

    /// Puts weights that do little to zero; an infinite sum of squares keeps them there.
    ///
    /// What a weight does is its size times the root of the sum of its squared gradients, which is what the likelihood would
    /// lose without it (Optimal Brain Damage, `LeCun` et al. 1990, with the diagonal of the Fisher information).
    fn cut(&mut self, limit: f32) {
        for (weight, square) in self.rows.iter_mut().flatten().zip(self.squares.iter_mut().flatten()) {
            if *weight == 0.0 || weight.abs() * square.sqrt() < limit {
                *weight = 0.0;
                *square = f32::INFINITY;
            }
        }
    }
}

impl Trained {
    /// The scores of a token with these cut features.
    pub fn scores(&self, row_of: &[u32], features: &[u32]) -> Row {
        let mut scores = [0.0; ROW];
        for &feature in features {
            let row = row_of[feature as usize];
            if row != NO_ROW {
                for (score, weight) in scores.iter_mut().zip(&self.rows[row as usize]) {
                    *score += weight;
                }
            }
        }
        scores
    }

    /// The row of each cut hash, for [`Trained::scores`].
    pub fn row_of(&self) -> Vec<u32> {
        let mut row_of = vec![NO_ROW; BUCKETS];
        for (row, &hash) in self.hashes.iter().enumerate() {
            row_of[hash as usize] = row as u32;
        }
        row_of
    }

    /// Number of weights that are not zero.
    pub fn n_weights(&self) -> usize {
        self.rows.iter().flatten().filter(|&&weight| weight != 0.0).count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use dateline_engine::mentions::tagger::labels::{Part, label};

    /// Feature 1 stands on persons, feature 2 on nothing.
    fn corpus(gold: &[u32]) -> Corpus {
        let mut corpus = Corpus { gold: gold.to_vec(), ..Corpus::default() };
        for (token, feature) in [1, 2, 1, 2].into_iter().enumerate() {
            corpus.features.push(feature);
            corpus.ends.push(token + 1);
        }
        corpus.sequences = vec![Sequence { start: 0, end: 2, fold: 0, weight: 1.0 }, Sequence { start: 2, end: 4, fold: 1, weight: 1.0 }];
        corpus
    }

    #[test]
    fn learns_what_the_labels_say() {
        let person = 1 << label(Part::Single, 1);
        let corpus = corpus(&[person, 1, person, 1]);
        let trained = train(&corpus, None, None, &Recipe { epochs: 20, dropout: 0.0, ..Recipe::default() });
        let row_of = trained.row_of();
        let scores = trained.scores(&row_of, &[1]);
        assert!(scores[label(Part::Single, 1) as usize] > scores[0] + 1.0);
        assert!(trained.scores(&row_of, &[2])[0] > 0.5);
    }

    #[test]
    fn unknown_labels_teach_nothing_between_them() {
        let person = 1_u32 << label(Part::Single, 1);
        let either = person | 1;
        let corpus = corpus(&[either, 1, either, 1]);
        let trained = train(&corpus, None, None, &Recipe { epochs: 20, dropout: 0.0, ..Recipe::default() });
        let scores = trained.scores(&trained.row_of(), &[1]);
        let (person, place) = (scores[label(Part::Single, 1) as usize], scores[label(Part::Single, 2) as usize]);
        assert!(scores[0] > place + 1.0 && person > place + 1.0);
    }
}
