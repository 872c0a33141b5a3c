//! Forward-backward over one sentence of a linear-chain model.

use dateline_engine::mentions::tagger::labels::{LABELS, goes_on, is_open, may_follow};

use crate::crf::{ROW, Row};

/// Exponentials of the transitions, in both directions.
pub struct Factors {
    by_label: [Row; LABELS],
    by_next: [Row; LABELS],
}

impl Factors {
    pub fn new(transitions: &[[f32; LABELS]; LABELS]) -> Self {
        let (mut by_label, mut by_next) = ([[0.0; ROW]; LABELS], [[0.0; ROW]; LABELS]);
        for label in 0..LABELS {
            for next in (0..LABELS).filter(|&next| may_follow(label, next)) {
                by_label[label][next] = transitions[label][next].exp();
                by_next[next][label] = by_label[label][next];
            }
        }
        Self { by_label, by_next }
    }
}

/// Forward-backward over one sentence: the expected labels and pairs of labels.
pub struct Chain {
    weights: Vec<Row>,
    forward: Vec<Row>,
    pub marginals: Vec<Row>,
    pub pairs: [Row; LABELS],
}

impl Default for Chain {
    fn default() -> Self {
        Self { weights: Vec::new(), forward: Vec::new(), marginals: Vec::new(), pairs: [[0.0; ROW]; LABELS] }
    }
}

impl Chain {
    /// `allowed` holds for each token the labels it may have; empty for any.
    pub fn run(&mut self, scores: &[Row], factors: &Factors, allowed: &[u32]) {
        self.pairs = [[0.0; ROW]; LABELS];
        self.marginals.clear();
        if !allowed.is_empty() && allowed.iter().all(|labels| labels.is_power_of_two()) {
            return self.follow_gold(allowed);
        }
        self.weigh(scores, allowed);
        self.run_forward(factors);
        self.run_backward(factors);
    }

    /// There is but one sequence.
    fn follow_gold(&mut self, gold: &[u32]) {
        for labels in gold {
            let mut row = [0.0; ROW];
            row[labels.trailing_zeros() as usize] = 1.0;
            self.marginals.push(row);
        }
        for pair in gold.windows(2) {
            self.pairs[pair[0].trailing_zeros() as usize][pair[1].trailing_zeros() as usize] += 1.0;
        }
    }

    fn weigh(&mut self, scores: &[Row], allowed: &[u32]) {
        self.weights.clear();
        for (at, scores) in scores.iter().enumerate() {
            let labels = allowed.get(at).copied().unwrap_or(u32::MAX);
            let may = |label: usize| labels >> label & 1 == 1 && !(at == 0 && goes_on(label));
            let highest = (0..LABELS).filter(|&label| labels >> label & 1 == 1).map(|label| scores[label]).fold(f32::MIN, f32::max);
            let mut row = [0.0; ROW];
            for label in (0..LABELS).filter(|&label| may(label)) {
                row[label] = (scores[label] - highest).exp().max(1e-30);
            }
            self.weights.push(row);
        }
        if let Some(last) = self.weights.last_mut() {
            (0..LABELS).filter(|&label| is_open(label)).for_each(|label| last[label] = 0.0);
        }
    }

    fn run_forward(&mut self, factors: &Factors) {
        self.forward.clear();
        for weight in &self.weights {
            let mut sums = match self.forward.last() {
                None => *weight,
                Some(before) => {
                    let mut sums = [0.0; ROW];
                    for label in (0..LABELS).filter(|&label| before[label] > 1e-12) {
                        for next in 0..ROW {
                            sums[next] += before[label] * factors.by_label[label][next];
                        }
                    }
                    for (sum, weight) in sums.iter_mut().zip(weight) {
                        *sum *= weight;
                    }
                    sums
                }
            };
            normalize(&mut sums);
            self.forward.push(sums);
        }
    }

    fn run_backward(&mut self, factors: &Factors) {
        let n = self.forward.len();
        self.marginals.resize(n, [0.0; ROW]);
        let mut backward = [1.0; ROW];
        for at in (0..n).rev() {
            for label in 0..ROW {
                self.marginals[at][label] = self.forward[at][label] * backward[label];
            }
            normalize(&mut self.marginals[at]);
            if at == 0 {
                break;
            }
            let product: Row = std::array::from_fn(|label| self.weights[at][label] * backward[label]);
            self.expect_pairs(at, &product, factors);
            let mut sums = [0.0; ROW];
            for next in (0..LABELS).filter(|&next| product[next] > 1e-12) {
                for label in 0..ROW {
                    sums[label] += product[next] * factors.by_next[next][label];
                }
            }
            normalize(&mut sums);
            backward = sums;
        }
    }

    fn expect_pairs(&mut self, at: usize, product: &Row, factors: &Factors) {
        let before = &self.forward[at - 1];
        let likely = || (0..LABELS).filter(|&label| before[label] > 1e-7);
        let mut sum = 0.0;
        let mut pairs = [[0.0; ROW]; LABELS];
        for label in likely() {
            for next in 0..ROW {
                pairs[label][next] = before[label] * factors.by_label[label][next] * product[next];
            }
            sum += pairs[label].iter().sum::<f32>();
        }
        let factor = 1.0 / sum.max(1e-30);
        for label in likely() {
            for next in 0..ROW {
                self.pairs[label][next] += pairs[label][next] * factor;
            }
        }
    }
}

fn normalize(values: &mut Row) {
    let factor = 1.0 / values.iter().sum::<f32>().max(1e-30);
    for value in values.iter_mut() {
        *value *= factor;
    }
}
