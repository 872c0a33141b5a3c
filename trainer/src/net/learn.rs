//! Trains the net on sentences, a few at a time.

use super::adam::Adam;
use super::inputs::Inputs;
use super::network::{Dropout, Gradient, Network, Pass};
use crate::chain::{Chain, Factors};
use crate::crf::{Corpus, Row, Sequence};
use crate::rng::Rng;

/// How to train.
#[derive(Clone, Copy, Debug)]
pub struct Recipe {
    /// Times through the corpus.
    pub epochs: usize,
    /// First learning rate; it falls to nearly nothing.
    pub rate: f32,
    /// What is dropped.
    pub dropout: Dropout,
    /// Sentences in a step.
    pub batch: usize,
    /// Buckets of the embeddings.
    pub buckets: usize,
    /// Seed of all random choices.
    pub seed: u64,
}

/// Trains on all sentences but those of the fold `held`. `corpus` needs no features, only labels and sentences.
pub fn train(corpus: &Corpus, inputs: &Inputs, held: Option<usize>, recipe: &Recipe) -> Network {
    let mut order: Vec<Sequence> =
        corpus.sequences.iter().copied().filter(|sequence| Some(sequence.fold) != held && sequence.weight > 0.0).collect();
    let mut rng = Rng::new(recipe.seed);
    let mut network = Network::random(recipe.buckets, &mut rng);
    let (mut adam, mut learner) = (Adam::new(recipe.buckets), Learner::new(recipe.buckets));
    let steps = (recipe.epochs * order.len().div_ceil(recipe.batch)).max(1) as f32;
    let mut step = 0.0;
    for epoch in 0..recipe.epochs {
        rng.shuffle(&mut order);
        let mut doubt = 0.0;
        for batch in order.chunks(recipe.batch) {
            let factors = Factors::new(&network.transitions);
            for &sequence in batch {
                doubt += learner.learn(&network, corpus, inputs, sequence, &factors, recipe.dropout, &mut rng);
            }
            adam.step(&mut network, &mut learner.gradient, recipe.rate * f32::max(1.0 - step / steps, 0.02));
            step += 1.0;
        }
        println!("  epoch {}: mean doubt of a token {:.4}", epoch + 1, doubt / corpus.gold.len() as f32);
    }
    network
}

struct Learner {
    gradient: Gradient,
    pass: Pass,
    all: Chain,
    gold: Chain,
    changes: Vec<Row>,
}

impl Learner {
    fn new(buckets: usize) -> Self {
        Self {
            gradient: Gradient::zero(buckets),
            pass: Pass::default(),
            all: Chain::default(),
            gold: Chain::default(),
            changes: Vec::new(),
        }
    }

    /// Adds the gradient of one sentence; returns how much of the labels' probability is in the wrong place.
    #[expect(clippy::too_many_arguments, reason = "one step of the training loop, split off")]
    fn learn(
        &mut self,
        network: &Network,
        corpus: &Corpus,
        inputs: &Inputs,
        sequence: Sequence,
        factors: &Factors,
        dropout: Dropout,
        rng: &mut Rng,
    ) -> f32 {
        let range = sequence.start..sequence.end;
        network.forward(inputs, range.clone(), Some((dropout, rng)), &mut self.pass);
        self.all.run(&self.pass.scores, factors, &[]);
        self.gold.run(&self.pass.scores, factors, &corpus.gold[range.clone()]);
        self.changes.clear();
        let mut doubt = 0.0;
        for (all, gold) in self.all.marginals.iter().zip(&self.gold.marginals) {
            let change: Row = std::array::from_fn(|label| (all[label] - gold[label]) * sequence.weight);
            doubt += change.iter().map(|change| change.max(0.0)).sum::<f32>();
            self.changes.push(change);
        }
        network.backward(inputs, &range, dropout, &self.changes, &mut self.pass, &mut self.gradient);
        for (to, (all, gold)) in self.gradient.of.transitions.iter_mut().zip(self.all.pairs.iter().zip(&self.gold.pairs)) {
            for (to, (all, gold)) in to.iter_mut().zip(all.iter().zip(gold)) {
                *to += (all - gold) * sequence.weight;
            }
        }
        doubt
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use dateline_engine::mentions::tagger::clusters::Clusters;
    use dateline_engine::mentions::tagger::labels::{Part, label};
    use dateline_engine::mentions::tagger::lists::Lists;
    use dateline_engine::mentions::tagger::reading::{Reading, Resources};
    use dateline_engine::text::Document;

    #[test]
    fn learns_what_the_labels_say() {
        let texts = ["He saw Mill today.", "He met Rose today."];
        let golds = [label(Part::Single, 0), label(Part::Single, 1)];
        let (mut inputs, mut corpus) = (Inputs::default(), Corpus::default());
        let resources = Resources { lists: Lists::new(&[]), clusters: Clusters::new(&[], &[]) };
        for (text, gold) in texts.iter().zip(golds) {
            let start = corpus.gold.len();
            inputs.add(&Reading::new(&Document::new(text), &resources), 4_096);
            corpus.gold.extend([1, 1, 1 << gold, 1, 1]);
            corpus.sequences.push(Sequence { start, end: start + 5, fold: 0, weight: 1.0 });
        }
        let dropout = Dropout { inputs: 0.1, hidden: 0.1 };
        let recipe = Recipe { epochs: 60, rate: 5e-3, dropout, batch: 2, buckets: 4_096, seed: 1 };
        let network = train(&corpus, &inputs, None, &recipe);
        let mut pass = Pass::default();
        for (start, gold) in [0, 5].into_iter().zip(golds) {
            network.forward(&inputs, start..start + 5, None, &mut pass);
            let best = |at: usize| (0..29).fold(0, |best, label| if pass.scores[at][label] > pass.scores[at][best] { label } else { best });
            assert_eq!([0, 1, 2, 3, 4].map(best), [0, 0, gold as usize, 0, 0]);
        }
    }
}
