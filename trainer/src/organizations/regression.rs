//! A multinomial logistic regression over pieces of evidence: `AdaGrad`, L1, one fixed order.

use std::collections::{BTreeMap, BTreeSet};

use dateline_engine::entities::OrganizationKind;

use super::examples::Example;

/// So many kinds there are.
pub const KINDS: usize = OrganizationKind::NAMES.len();

/// Weights of the kinds for each piece of evidence.
pub type Model = BTreeMap<String, [f64; KINDS]>;

/// How it is learned.
#[derive(Clone, Copy)]
pub struct Recipe {
    /// So often all examples are seen.
    pub epochs: usize,
    /// First step.
    pub rate: f64,
    /// Draws all weights to zero.
    pub l1: f64,
    /// Weight of what the word lists say, before learning.
    pub prior: f64,
    /// Evidence seen less often is not learned.
    pub rarest: usize,
}

impl Recipe {
    /// Learns from the examples.
    pub fn train<'a>(&self, examples: impl Iterator<Item = &'a Example>) -> Model {
        let examples: Vec<&Example> = examples.collect();
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for piece in examples.iter().flat_map(|example| &example.evidence) {
            *counts.entry(piece).or_default() += 1;
        }
        let is_kept = |piece: &str| counts.get(piece).is_some_and(|&count| count >= self.rarest);
        let mut model = self.before_learning();
        let mut squares: BTreeMap<&str, [f64; KINDS]> = BTreeMap::new();
        for epoch in 0..self.epochs {
            // Each epoch goes through the examples in another fixed order; steps that share no divisor with their number pass none over, and primes seldom do.
            let step = [1, 10_007, 20_011, 30_011, 40_009, 50_021, 60_013, 70_001][epoch % 8];
            for turn in 0..examples.len() {
                let example = examples[(turn * step + epoch) % examples.len()];
                self.learn(&mut model, &mut squares, example, &is_kept);
            }
        }
        model
    }

    /// What is believed before any example: a head word means what the lists say, and so does a noun beside the name.
    fn before_learning(&self) -> Model {
        let shares = [
            ("known", 1.0),
            ("head kind", 1.0),
            ("phrase kind", 1.0),
            ("parent", 0.5),
            ("is kind", 1.0),
            ("before kind", 0.5),
            ("called kind", 0.5),
            ("next", 0.125),
            ("around", 0.125),
            ("beside", 0.25),
        ];
        let mut model = Model::new();
        for (kind, (_, name)) in OrganizationKind::NAMES.iter().enumerate() {
            for (piece, share) in shares {
                model.entry(format!("{piece} {name}")).or_insert([0.0; KINDS])[kind] = self.prior * share;
            }
        }
        model
    }

    fn learn<'a>(
        &self,
        model: &mut Model,
        squares: &mut BTreeMap<&'a str, [f64; KINDS]>,
        example: &'a Example,
        is_kept: &impl Fn(&str) -> bool,
    ) {
        let scores = scores(model, &example.evidence);
        let most = scores.iter().copied().fold(f64::MIN, f64::max);
        let total: f64 = scores.iter().map(|score| (score - most).exp()).sum();
        let gradient: Vec<f64> = (0..KINDS)
            .map(|kind| example.weight * ((scores[kind] - most).exp() / total - f64::from(u8::from(kind == example.kind))))
            .collect();
        for piece in example.evidence.iter().filter(|piece| is_kept(piece)) {
            let weights = model.entry(piece.clone()).or_insert([0.0; KINDS]);
            let squares = squares.entry(piece).or_insert([1e-2; KINDS]);
            for kind in 0..KINDS {
                squares[kind] += gradient[kind] * gradient[kind];
                let rate = self.rate / squares[kind].sqrt();
                let moved = weights[kind] - rate * gradient[kind];
                weights[kind] = moved.signum() * (moved.abs() - rate * self.l1).max(0.0);
            }
        }
    }
}

/// The sums for each kind.
fn scores(model: &Model, evidence: &BTreeSet<String>) -> [f64; KINDS] {
    let mut scores = [0.0; KINDS];
    for weights in evidence.iter().filter_map(|piece| model.get(piece)) {
        for (score, weight) in scores.iter_mut().zip(weights) {
            *score += weight;
        }
    }
    scores
}

/// The place of the kind that most speaks for.
pub fn best(model: &Model, evidence: &BTreeSet<String>) -> usize {
    let scores = scores(model, evidence);
    (0..KINDS).max_by(|&one, &other| scores[one].total_cmp(&scores[other])).unwrap_or(KINDS - 1)
}
