//! The second pass on top of both models: whether what they gain together is left when the story has been seen as a whole.

use dateline_engine::mentions::tagger::reading::Resources;
use dateline_engine::mentions::tagger::second::FirstPass;

use super::compare::{Answers, Measured};
use crate::crf::{self, Row};
use crate::evaluate::Scores;
use crate::mix::Example;
use crate::names;

/// How much of the first pass's scores the second one starts from.
const SCALE: f32 = 0.8;

/// Trains and scores second passes, cross-fitted, on the linear model alone, on the rounded net alone and on both.
/// `measured` holds all folds in order.
pub fn second(examples: &[Example], resources: &Resources, measured: &[Measured], share: f32) {
    let of = |pick: &dyn Fn(&[Answers; 3]) -> Answers| measured.iter().map(|(_, answers)| pick(answers)).collect::<Vec<_>>();
    let firsts = [
        ("linear, second pass", of(&|[linear, ..]| linear.clone())),
        ("net, second pass", of(&|[.., net]| net.clone())),
        ("both, second pass", of(&|[linear, _, net]| linear.with(net, share))),
    ];
    for (title, first) in firsts {
        println!("{title:24} {}", cross_fitted(examples, resources, measured, &first).line());
    }
}

fn cross_fitted(examples: &[Example], resources: &Resources, measured: &[Measured], first: &[Answers]) -> Scores {
    let mut found: Vec<_> = measured.iter().zip(first).map(|((texts, _), answers)| texts.decide(answers)).collect();
    let found: Vec<FirstPass> = examples.iter().filter_map(|example| found[example.fold].next()).collect();
    let mut corpus = names::second_corpus(examples, resources, &found);
    corpus.offsets = vec![[0.0; crf::ROW]; corpus.gold.len()];
    for ((texts, _), answers) in measured.iter().zip(first) {
        for (token, row) in texts.tokens().zip(&answers.scores) {
            corpus.offsets[token] = row.map(|score| score * SCALE);
        }
    }
    let recipe = crf::Recipe { epochs: 6, dropout: 0.3, cut: 0.02, rate: 0.03, ..crf::Recipe::default() };
    let mut scores = Scores::default();
    for (fold, (texts, _)) in measured.iter().enumerate() {
        let model = crf::train(&corpus, Some(fold), Some(&first[fold].transitions), &recipe);
        let row_of = model.row_of();
        let sum = |token: usize| -> Row {
            let (mut row, more) = (corpus.offsets[token], model.scores(&row_of, corpus.of(token)));
            row.iter_mut().zip(more).for_each(|(score, more)| *score += more);
            row
        };
        let answers = Answers { scores: texts.tokens().map(sum).collect(), transitions: model.transitions };
        texts.score(&answers, &mut scores);
    }
    scores
}
