//! A multinomial logistic regression over pieces of evidence: `AdaGrad`, L1, some evidence hidden, one fixed order; only the weights that matter most are kept.

use std::collections::BTreeMap;

use dateline_engine::entities::OrganizationKind;
use dateline_engine::mentions::tagger::hash;

use super::examples::Example;

/// So many kinds there are.
pub const KINDS: usize = OrganizationKind::NAMES.len();

/// Every piece of evidence that occurs, with its number.
#[derive(Default)]
pub struct Pieces {
    numbers: BTreeMap<String, u32>,
    /// First words of pieces that are not looked at, to see what they are worth.
    pub without: Vec<String>,
}

impl Pieces {
    /// The number of a piece, given when it is first seen.
    pub fn number(&mut self, piece: &str) -> u32 {
        if let Some(&number) = self.numbers.get(piece) {
            return number;
        }
        let number = self.numbers.len() as u32;
        self.numbers.insert(piece.to_string(), number);
        number
    }

    /// The pieces in the order of the alphabet.
    pub fn iter(&self) -> impl Iterator<Item = (&str, usize)> {
        self.numbers.iter().map(|(piece, &number)| (piece.as_str(), number as usize))
    }

    fn len(&self) -> usize {
        self.numbers.len()
    }
}

/// The bits of all kinds.
const ALL: u32 = (1 << KINDS) - 1;

/// Weights of the kinds for each piece of evidence, by its number.
pub type Model = Vec<[f64; KINDS]>;

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
    /// So many weights are kept; all if 0.
    pub kept: usize,
    /// Such a share of an example's evidence is hidden each time it is seen, so that no piece relies on others.
    pub hidden: f64,
}

impl Recipe {
    /// Learns from the examples: first all weights, then once more those that matter most.
    pub fn train<'a>(&self, pieces: &mut Pieces, examples: impl Iterator<Item = &'a Example>) -> Model {
        let examples: Vec<&Example> = examples.collect();
        let prior = self.before_learning(pieces);
        let mut counts = vec![0; pieces.len()];
        for &piece in examples.iter().flat_map(|example| &example.evidence) {
            counts[piece as usize] += 1;
        }
        let all: Vec<u32> = counts.iter().map(|&count| if count >= self.rarest { ALL } else { 0 }).collect();
        let (model, squares) = self.learn_some(&prior, &examples, &all);
        if self.kept == 0 {
            return model;
        }
        // What is lost with a weight, nearly: its square, by how much is known of it (LeCun, Denker and Solla 1990).
        let loss = |piece: usize, kind: usize| model[piece][kind] * model[piece][kind] * squares[piece][kind];
        let mut losses: Vec<f64> = (0..model.len()).flat_map(|piece| (0..KINDS).map(move |kind| loss(piece, kind))).collect();
        losses.sort_unstable_by(|one, other| other.total_cmp(one));
        let least = losses.get(self.kept).copied().unwrap_or(0.0);
        let is_kept = |piece: usize, kind: usize| loss(piece, kind) > least;
        let kept: Vec<u32> =
            (0..model.len()).map(|piece| (0..KINDS).filter(|&kind| is_kept(piece, kind)).map(|kind| 1 << kind).sum()).collect();
        self.learn_some(&prior, &examples, &kept).0
    }

    /// Learns the weights whose bits are set, by piece; also gives the sums of their squared gradients.
    fn learn_some(&self, prior: &Model, examples: &[&Example], learned: &[u32]) -> (Model, Model) {
        let mut model = prior.clone();
        for (weights, kinds) in model.iter_mut().zip(learned) {
            (0..KINDS).filter(|kind| kinds >> kind & 1 == 0).for_each(|kind| weights[kind] = 0.0);
        }
        let mut squares: Model = vec![[1e-2; KINDS]; model.len()];
        let mut seen = Vec::new();
        for epoch in 0..self.epochs {
            // Each epoch goes through the examples in another fixed order; steps that share no divisor with their number pass none over, and primes seldom do.
            let step = [1, 10_007, 20_011, 30_011, 40_009, 50_021, 60_013, 70_001][epoch % 8];
            for turn in 0..examples.len() {
                let example = examples[(turn * step + epoch) % examples.len()];
                seen.clear();
                let is_seen =
                    |piece: &u32| f64::from(hash::join(hash::join(*piece, turn as u32), epoch as u32)) >= self.hidden * f64::from(u32::MAX);
                seen.extend(example.evidence.iter().copied().filter(|&piece| learned[piece as usize] != 0).filter(is_seen));
                self.learn(&mut model, &mut squares, example, &seen, learned);
            }
        }
        (model, squares)
    }

    /// What is believed before any example: a head word means what the lists say, and so does a noun beside the name.
    fn before_learning(&self, pieces: &mut Pieces) -> Model {
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
        let mut believed = Vec::new();
        for (kind, (_, name)) in OrganizationKind::NAMES.iter().enumerate() {
            believed.extend(shares.map(|(piece, share)| (pieces.number(&format!("{piece} {name}")) as usize, kind, self.prior * share)));
        }
        let mut model = vec![[0.0; KINDS]; pieces.len()];
        for (piece, kind, weight) in believed {
            model[piece][kind] = weight;
        }
        model
    }

    fn learn(&self, model: &mut Model, squares: &mut Model, example: &Example, seen: &[u32], learned: &[u32]) {
        let scores = scores(model, seen);
        let most = scores.iter().copied().fold(f64::MIN, f64::max);
        let chances = scores.map(|score| (score - most).exp());
        let total: f64 = chances.iter().sum();
        let mut gradient = chances.map(|chance| example.weight * chance / total);
        gradient[example.kind] -= example.weight;
        for &piece in seen {
            let piece = piece as usize;
            let (weights, squares) = (&mut model[piece], &mut squares[piece]);
            for kind in (0..KINDS).filter(|kind| learned[piece] >> kind & 1 == 1) {
                squares[kind] += gradient[kind] * gradient[kind];
                let rate = self.rate / squares[kind].sqrt();
                let moved = weights[kind] - rate * gradient[kind];
                weights[kind] = moved.signum() * (moved.abs() - rate * self.l1).max(0.0);
            }
        }
    }
}

/// The sums for each kind.
fn scores(model: &Model, evidence: &[u32]) -> [f64; KINDS] {
    let mut scores = [0.0; KINDS];
    for weights in evidence.iter().filter_map(|&piece| model.get(piece as usize)) {
        for (score, weight) in scores.iter_mut().zip(weights) {
            *score += weight;
        }
    }
    scores
}

/// The place of the kind that most speaks for.
pub fn best(model: &Model, evidence: &[u32]) -> usize {
    let scores = scores(model, evidence);
    (0..KINDS).max_by(|&one, &other| scores[one].total_cmp(&scores[other])).unwrap_or(KINDS - 1)
}
