//! The net: a bag of embeddings for each token, a window over the bags of its neighbours and of its run's borders,
//! a window over that, and a score for each label.

use std::ops::Range;

use dateline_engine::mentions::tagger::labels::LABELS;

use super::inputs::{BORDERS, Inputs, NOWHERE};
use super::layer::{add_product, add_scaled, push_back};
use crate::crf::{ROW, Row};
use crate::rng::Rng;

/// Numbers in an embedding.
pub const DIM: usize = 32;
/// Numbers in a hidden layer; a multiple of eight.
pub const WIDTH: usize = 64;
/// Neighbours on each side in the first window and in the second.
const REACH: [usize; 2] = [2, 1];
const NEAR: usize = (2 * REACH[0] + 1 + BORDERS) * DIM;
const WIDE: usize = (2 * REACH[1] + 1) * WIDTH;
/// Gradients of a token that are smaller teach nothing.
const NEGLIGIBLE: f32 = 2e-3;

type Vector = [f32; DIM];
type Hidden = [f32; WIDTH];

/// All that is learned, or the gradient of it. The last row of each layer is what it adds whatever the input.
#[derive(Clone)]
pub struct Network {
    /// By bucket.
    pub embeddings: Vec<Vector>,
    /// First window.
    pub near: Vec<Hidden>,
    /// Second window.
    pub wide: Vec<Hidden>,
    /// Scores of the labels.
    pub out: Vec<Row>,
    /// What follows what.
    pub transitions: [[f32; LABELS]; LABELS],
}

/// What training adds up over some sentences.
pub struct Gradient {
    /// The gradient of each number.
    pub of: Network,
    /// The buckets that it is not zero for, some of them several times.
    pub touched: Vec<u32>,
}

/// Which inputs and hidden numbers are dropped in training, as shares.
#[derive(Clone, Copy, Debug)]
pub struct Dropout {
    /// Of the buckets.
    pub inputs: f32,
    /// Of the hidden numbers.
    pub hidden: f32,
}

/// What the net computed for one sentence.
#[derive(Default)]
pub struct Pass {
    kept: Vec<u32>,
    kept_ends: Vec<usize>,
    bags: Vec<Vector>,
    near: Vec<Hidden>,
    wide: Vec<Hidden>,
    /// What the last layer sees: both hidden layers added up.
    both: Vec<Hidden>,
    /// Scores by token.
    pub scores: Vec<Row>,
    to_bags: Vec<Vector>,
    to_near: Vec<Hidden>,
    to_both: Vec<Hidden>,
}

impl Network {
    /// All zero, with so many buckets.
    pub fn zero(buckets: usize) -> Self {
        Self {
            embeddings: vec![[0.0; DIM]; buckets],
            near: vec![[0.0; WIDTH]; NEAR + 1],
            wide: vec![[0.0; WIDTH]; WIDE + 1],
            out: vec![[0.0; ROW]; WIDTH + 1],
            transitions: [[0.0; LABELS]; LABELS],
        }
    }

    /// At random, as training starts.
    pub fn random(buckets: usize, rng: &mut Rng) -> Self {
        let mut network = Self::zero(buckets);
        fill(network.embeddings.as_flattened_mut(), 0.1, rng);
        fill(network.near[..NEAR].as_flattened_mut(), (3.0 / NEAR as f32).sqrt(), rng);
        fill(network.wide[..WIDE].as_flattened_mut(), (3.0 / WIDE as f32).sqrt(), rng);
        fill(network.out[..WIDTH].as_flattened_mut(), (3.0 / WIDTH as f32).sqrt(), rng);
        network
    }

    /// The layers besides the embeddings, each as one list of numbers.
    pub fn layers(&mut self) -> [&mut [f32]; 4] {
        [self.near.as_flattened_mut(), self.wide.as_flattened_mut(), self.out.as_flattened_mut(), self.transitions.as_flattened_mut()]
    }

    /// Numbers that are learned, those of the labels that there are not left out.
    pub fn n_parameters(&self) -> usize {
        self.embeddings.len() * DIM + (self.near.len() + self.wide.len()) * WIDTH + self.out.len() * LABELS + LABELS * LABELS
    }

    /// Computes the scores of a sentence; with `dropout` as in training.
    pub fn forward(&self, inputs: &Inputs, range: Range<usize>, dropout: Option<(Dropout, &mut Rng)>, pass: &mut Pass) {
        let mut none = Rng::new(0);
        let (dropout, rng) = dropout.unwrap_or((Dropout { inputs: 0.0, hidden: 0.0 }, &mut none));
        pass.clear();
        for token in range.clone() {
            self.embed(inputs.of(token), dropout.inputs, rng, pass);
        }
        for at in 0..range.len() {
            let mut sums = self.near[NEAR];
            for (tap, seen) in near_taps(inputs, &range, at) {
                add_product(&mut sums, &pass.bags[seen], &self.near[tap * DIM..][..DIM]);
            }
            pass.near.push(rectify(sums, dropout.hidden, rng));
        }
        for at in 0..range.len() {
            let mut sums = self.wide[WIDE];
            for (tap, seen) in wide_taps(range.len(), at) {
                add_product(&mut sums, &pass.near[seen], &self.wide[tap * WIDTH..][..WIDTH]);
            }
            let wide = rectify(sums, dropout.hidden, rng);
            let mut both = wide;
            add_scaled(&mut both, 1.0, &pass.near[at]);
            let mut scores = self.out[WIDTH];
            add_product(&mut scores, &both, &self.out[..WIDTH]);
            pass.wide.push(wide);
            pass.both.push(both);
            pass.scores.push(scores);
        }
    }

    fn embed(&self, buckets: &[u32], dropout: f32, rng: &mut Rng, pass: &mut Pass) {
        let mut bag = [0.0; DIM];
        for &bucket in buckets {
            if dropout == 0.0 || rng.unit() >= dropout {
                pass.kept.push(bucket);
                add_scaled(&mut bag, 1.0 / (1.0 - dropout), &self.embeddings[bucket as usize]);
            }
        }
        pass.kept_ends.push(pass.kept.len());
        pass.bags.push(bag);
    }

    /// Adds the gradient of a sentence that was just computed, from that of its scores.
    pub fn backward(
        &self,
        inputs: &Inputs,
        range: &Range<usize>,
        dropout: Dropout,
        changes: &[Row],
        pass: &mut Pass,
        gradient: &mut Gradient,
    ) {
        let Gradient { of: gradient, touched } = gradient;
        let n = range.len();
        pass.to_both.resize(n, [0.0; WIDTH]);
        pass.to_near.resize(n, [0.0; WIDTH]);
        pass.to_bags.resize(n, [0.0; DIM]);
        let scale = 1.0 / (1.0 - dropout.hidden);
        for at in (0..n).filter(|&at| changes[at].iter().any(|change| change.abs() >= NEGLIGIBLE)) {
            push_back(&changes[at], &pass.both[at], &self.out[..WIDTH], &mut pass.to_both[at], &mut gradient.out[..WIDTH]);
            add_scaled(&mut gradient.out[WIDTH], 1.0, &changes[at]);
            let change = through(&pass.to_both[at], &pass.wide[at], scale);
            add_scaled(&mut pass.to_near[at], 1.0, &pass.to_both[at]);
            for (tap, seen) in wide_taps(n, at) {
                let rows = tap * WIDTH..(tap + 1) * WIDTH;
                let to_rows = &mut gradient.wide[rows.clone()];
                push_back(&change, &pass.near[seen], &self.wide[rows], &mut pass.to_near[seen], to_rows);
            }
            add_scaled(&mut gradient.wide[WIDE], 1.0, &change);
        }
        for at in 0..n {
            let change = through(&pass.to_near[at], &pass.near[at], scale);
            if is_zero(&change) {
                continue;
            }
            for (tap, seen) in near_taps(inputs, range, at) {
                let rows = tap * DIM..(tap + 1) * DIM;
                let to_rows = &mut gradient.near[rows.clone()];
                push_back(&change, &pass.bags[seen], &self.near[rows], &mut pass.to_bags[seen], to_rows);
            }
            add_scaled(&mut gradient.near[NEAR], 1.0, &change);
        }
        for at in (0..n).filter(|&at| !is_zero(&pass.to_bags[at])) {
            let start = if at == 0 { 0 } else { pass.kept_ends[at - 1] };
            for &bucket in &pass.kept[start..pass.kept_ends[at]] {
                add_scaled(&mut gradient.embeddings[bucket as usize], 1.0 / (1.0 - dropout.inputs), &pass.to_bags[at]);
                touched.push(bucket);
            }
        }
    }
}

impl Gradient {
    /// For a net with so many buckets.
    pub fn zero(buckets: usize) -> Self {
        Self { of: Network::zero(buckets), touched: Vec::new() }
    }
}

impl Pass {
    fn clear(&mut self) {
        self.kept.clear();
        self.kept_ends.clear();
        self.bags.clear();
        self.scores.clear();
        self.to_bags.clear();
        for hidden in [&mut self.near, &mut self.wide, &mut self.both, &mut self.to_near, &mut self.to_both] {
            hidden.clear();
        }
    }
}

fn fill(values: &mut [f32], size: f32, rng: &mut Rng) {
    for value in values {
        *value = (rng.unit() * 2.0 - 1.0) * size;
    }
}

fn is_zero(values: &[f32]) -> bool {
    values.iter().all(|&value| value == 0.0)
}

/// Negative sums become nothing; some others are dropped and the rest made up for that.
fn rectify(mut sums: Hidden, dropout: f32, rng: &mut Rng) -> Hidden {
    let scale = 1.0 / (1.0 - dropout);
    for sum in &mut sums {
        let keep = *sum > 0.0 && (dropout == 0.0 || rng.unit() >= dropout);
        *sum = if keep { *sum * scale } else { 0.0 };
    }
    sums
}

/// The way back of [`rectify`].
fn through(change: &Hidden, after: &Hidden, scale: f32) -> Hidden {
    std::array::from_fn(|at| if after[at] > 0.0 { change[at] * scale } else { 0.0 })
}

/// The places that a token sees in the first window, each with its number; places count from the sentence's start.
fn near_taps<'a>(inputs: &'a Inputs, range: &'a Range<usize>, at: usize) -> impl Iterator<Item = (usize, usize)> + 'a {
    let borders = inputs.borders(range.start + at);
    let others = borders.into_iter().enumerate().filter(|&(_, place)| place != NOWHERE);
    window(range.len(), at, REACH[0]).chain(others.map(|(tap, place)| (2 * REACH[0] + 1 + tap, place as usize - range.start)))
}

fn wide_taps(n: usize, at: usize) -> impl Iterator<Item = (usize, usize)> {
    window(n, at, REACH[1])
}

/// The neighbours of a place among `n`, each with its number.
fn window(n: usize, at: usize, reach: usize) -> impl Iterator<Item = (usize, usize)> {
    (0..=2 * reach).map(move |tap| (tap, (at + tap).wrapping_sub(reach))).filter(move |&(_, seen)| seen < n)
}

#[cfg(test)]
mod tests {
    use super::*;
    use dateline_engine::mentions::tagger::clusters::Clusters;
    use dateline_engine::mentions::tagger::lists::Lists;
    use dateline_engine::mentions::tagger::reading::{Reading, Resources};
    use dateline_engine::text::Document;

    const BUCKETS: usize = 2_304;
    const NONE: Dropout = Dropout { inputs: 0.0, hidden: 0.0 };

    fn inputs() -> Inputs {
        let document = Document::new("He met Old Bank in Kabul.");
        let resources = Resources { lists: Lists::new(&[]), clusters: Clusters::new(&[], &[]) };
        let mut inputs = Inputs::default();
        inputs.add(&Reading::new(&document, &resources), BUCKETS as u32);
        inputs
    }

    /// The scores of a sentence times fixed numbers, added up: something whose gradient is known to be these numbers.
    fn measure(network: &Network, inputs: &Inputs, factors: &[Row]) -> f32 {
        let mut pass = Pass::default();
        network.forward(inputs, 0..inputs.len(), None, &mut pass);
        pass.scores.as_flattened().iter().zip(factors.as_flattened()).map(|(score, factor)| score * factor).sum()
    }

    #[test]
    fn the_gradient_says_what_a_small_step_changes() {
        let (inputs, mut rng) = (inputs(), Rng::new(3));
        let network = Network::random(BUCKETS, &mut rng);
        let mut factors = vec![[0.0; ROW]; inputs.len()];
        fill(factors.as_flattened_mut(), 1.0, &mut rng);
        let (mut pass, mut gradient) = (Pass::default(), Gradient::zero(BUCKETS));
        network.forward(&inputs, 0..inputs.len(), None, &mut pass);
        network.backward(&inputs, &(0..inputs.len()), NONE, &factors, &mut pass, &mut gradient);
        let Gradient { of: gradient, touched } = gradient;
        let expect = |change: &dyn Fn(&mut Network, f32), told: f32| {
            let at = |step: f32| {
                let mut other = network.clone();
                change(&mut other, step);
                measure(&other, &inputs, &factors)
            };
            let found = (at(1e-3) - at(-1e-3)) / 2e-3;
            assert!((found - told).abs() < 0.02 * told.abs() + 0.005, "{found} is not {told}");
        };
        for at in [0, 40, 77, 130, NEAR] {
            expect(&|other, step| other.near[at][5] += step, gradient.near[at][5]);
        }
        for at in [0, 63, 100, 191, WIDE] {
            expect(&|other, step| other.wide[at][9] += step, gradient.wide[at][9]);
        }
        for at in [3, 40, WIDTH] {
            expect(&|other, step| other.out[at][2] += step, gradient.out[at][2]);
        }
        let bucket = inputs.of(3)[0] as usize;
        assert!(touched.contains(&(bucket as u32)));
        for at in [0, 7, 31] {
            expect(&|other, step| other.embeddings[bucket][at] += step, gradient.embeddings[bucket][at]);
        }
    }

    #[test]
    fn a_word_sees_the_end_of_its_run() {
        let network = Network::random(BUCKETS, &mut Rng::new(4));
        let scores = |text: &str| {
            let document = Document::new(text);
            let resources = Resources { lists: Lists::new(&[]), clusters: Clusters::new(&[], &[]) };
            let (mut inputs, mut pass) = (Inputs::default(), Pass::default());
            inputs.add(&Reading::new(&document, &resources), BUCKETS as u32);
            network.forward(&inputs, 0..inputs.len(), None, &mut pass);
            pass.scores[3].map(f32::to_bits)
        };
        let with = |name: &str| scores(&format!("He saw that {name} sold it to them."));
        assert_ne!(with("Old Red Blue Green Gray Bank"), with("Old Red Blue Green Gray Team"));
        assert_eq!(with("old red blue green gray bank"), with("old red blue green gray team"));
    }
}
