//! Scores of models on whole stories that they have not seen, each alone and two together.

use std::ops::Range;

use dateline_engine::mentions::tagger::decide;
use dateline_engine::mentions::tagger::decode::{LabelScores, Probabilities, Transitions};
use dateline_engine::mentions::tagger::labels::LABELS;
use dateline_engine::mentions::tagger::second::FirstPass;
use dateline_engine::text::Document;

use crate::corpora::Name;
use crate::crf::{ROW, Row};
use crate::evaluate::Scores;
use crate::mix::{Example, Source};
use crate::names::{whole_scores, whole_transitions};
use crate::report::names_of;

/// Shares of the net that are tried; the linear model's is one.
const SHARES: [f32; 6] = [0.25, 0.5, 0.75, 1.0, 1.5, 2.0];
/// Likelihoods of "no name" by the linear model from which on the net need not be asked.
const SURE: [f32; 3] = [0.99, 0.999, 0.9999];
/// Likelihoods below this count as this in sums of logarithms.
const LEAST: f32 = 1e-6;

/// The texts of a fold; scores are for its whole stories.
pub struct Texts<'a> {
    texts: Vec<Text<'a>>,
}

struct Text<'a> {
    document: Document<'a>,
    gold: &'a [Name],
    /// Number of its first token in the corpus.
    start: usize,
    is_whole_story: bool,
}

/// What a model says of the tokens of some texts.
#[derive(Clone)]
pub struct Answers {
    /// By token.
    pub scores: Vec<Row>,
    /// What follows what.
    pub transitions: [[f32; LABELS]; LABELS],
}

/// A fold's texts, and what the linear model, the net and the rounded net say of them.
pub type Measured<'a> = (Texts<'a>, [Answers; 3]);

impl<'a> Texts<'a> {
    /// Those of the fold among all examples.
    pub fn held(examples: &'a [Example], fold: usize) -> Self {
        let (mut texts, mut start) = (Vec::new(), 0);
        for example in examples {
            let document = Document::new(&example.labelled.text);
            let n = document.tokens.len();
            let is_whole_story = matches!(example.source, Source::Stories | Source::World) && example.only.is_none();
            if example.fold == fold {
                texts.push(Text { document, gold: &example.labelled.names, start, is_whole_story });
            }
            start += n;
        }
        Self { texts }
    }

    /// Their tokens' numbers in the corpus.
    pub fn tokens(&self) -> impl Iterator<Item = usize> {
        self.texts.iter().flat_map(|text| text.start..text.start + text.document.tokens.len())
    }

    /// Their sentences, as numbers of tokens in the corpus.
    pub fn sentences(&self) -> impl Iterator<Item = Range<usize>> {
        self.texts.iter().flat_map(|text| {
            text.document.sentences.iter().map(|sentence| {
                let range = sentence.range();
                text.start + range.start..text.start + range.end
            })
        })
    }

    /// What the answers mean for each text.
    pub fn decide(&self, answers: &Answers) -> impl Iterator<Item = FirstPass> {
        let transitions = Transitions::new(whole_transitions(&answers.transitions));
        let mut rest = answers.scores.as_slice();
        self.texts.iter().map(move |text| {
            let (here, after) = rest.split_at(text.document.tokens.len());
            rest = after;
            decide(&transitions, &text.document, &here.iter().map(whole_scores).collect::<Vec<LabelScores>>())
        })
    }

    /// Scores the whole stories.
    pub fn score(&self, answers: &Answers, scores: &mut Scores) {
        for (text, found) in self.texts.iter().zip(self.decide(answers)).filter(|(text, _)| text.is_whole_story) {
            scores.add(text.gold, &names_of(&text.document, &found));
        }
    }

    /// The same answers as logarithms of each token's likelihoods, in which the neighbours are taken account of.
    fn logarithms(&self, answers: &Answers) -> Answers {
        let row = |likelihoods: Probabilities| {
            let mut row = [0.0; ROW];
            row.iter_mut().zip(likelihoods).for_each(|(to, likelihood)| *to = likelihood.max(LEAST).ln());
            row
        };
        let scores = self.decide(answers).flat_map(|found| found.probabilities).map(row).collect();
        Answers { scores, transitions: [[0.0; LABELS]; LABELS] }
    }
}

impl Answers {
    /// One list of numbers.
    pub fn pack(&self) -> impl Iterator<Item = f32> {
        self.transitions.as_flattened().iter().chain(self.scores.as_flattened()).copied()
    }

    /// The way back of [`Answers::pack`]; `None` for a list that is too short.
    pub fn unpack(numbers: &[f32]) -> Option<Self> {
        let (first, rest) = numbers.split_at_checked(LABELS * LABELS)?;
        let mut transitions = [[0.0; LABELS]; LABELS];
        transitions.as_flattened_mut().copy_from_slice(first);
        Some(Self { scores: rest.as_chunks::<ROW>().0.to_vec(), transitions })
    }

    /// The mean of these and of a share of the others.
    pub fn with(&self, other: &Self, share: f32) -> Self {
        let mut sum = self.clone();
        let pairs = sum.scores.as_flattened_mut().iter_mut().zip(other.scores.as_flattened());
        pairs.chain(sum.transitions.as_flattened_mut().iter_mut().zip(other.transitions.as_flattened())).for_each(|(to, from)| {
            *to = (*to + share * from) / (1.0 + share);
        });
        sum
    }
}

/// Two models together: whose mean is taken.
#[derive(Clone, Copy, Debug)]
enum Sum {
    Scores,
    Logarithms,
}

/// Prints what each gives alone on these folds.
pub fn alone(measured: &[Measured]) {
    for (at, title) in ["linear", "net", "net, rounded"].into_iter().enumerate() {
        let mut scores = Scores::default();
        for (texts, answers) in measured {
            texts.score(&answers[at], &mut scores);
        }
        println!("{title:24} {}", scores.line());
    }
}

/// Prints what the linear model and the rounded net give together, for each share of the net, and with the share chosen on other folds.
pub fn together(measured: &[Measured]) {
    alone(measured);
    for sum in [Sum::Scores, Sum::Logarithms] {
        let by_fold: Vec<Vec<Scores>> = measured.iter().map(|measured| by_share(measured, sum)).collect();
        for (at, share) in SHARES.iter().enumerate() {
            println!("{:24} {}", format!("{sum:?}, net × {share}"), total(by_fold.iter().map(|scores| scores[at])).line());
        }
        if by_fold.len() > 1 {
            println!("{:24} {}", format!("{sum:?}, by other folds"), chosen_elsewhere(&by_fold).line());
        }
    }
}

/// Prints what is left when the net is asked only where the linear model is in doubt, and how many tokens that are.
pub fn in_doubt(measured: &[Measured], share: f32) {
    for sure in SURE {
        let (mut scores, mut asked, mut all) = (Scores::default(), 0, 0);
        for (texts, [linear, _, net]) in measured {
            let mut net = net.clone();
            let likelihoods = texts.decide(linear).flat_map(|found| found.probabilities);
            for ((row, other), likelihoods) in net.scores.iter_mut().zip(&linear.scores).zip(likelihoods) {
                all += 1;
                if likelihoods[0] < sure {
                    asked += 1;
                } else {
                    *row = *other;
                }
            }
            texts.score(&linear.with(&net, share), &mut scores);
        }
        let asked = 100.0 * f64::from(asked) / f64::from(all);
        println!("{:24} {}", format!("{asked:.0} % under {sure}"), scores.line());
    }
}

fn by_share((texts, [linear, _, net]): &Measured, sum: Sum) -> Vec<Scores> {
    let (linear, net) = match sum {
        Sum::Scores => (linear.clone(), net.clone()),
        Sum::Logarithms => (texts.logarithms(linear), texts.logarithms(net)),
    };
    SHARES
        .iter()
        .map(|&share| {
            let mut scores = Scores::default();
            texts.score(&linear.with(&net, share), &mut scores);
            scores
        })
        .collect()
}

/// For each fold the share that is best on the others: by the mean of organizations, persons and places.
fn chosen_elsewhere(by_fold: &[Vec<Scores>]) -> Scores {
    total((0..by_fold.len()).map(|fold| {
        let others = |at: usize| {
            let scores = total((0..by_fold.len()).filter(|&other| other != fold).map(|other| by_fold[other][at]));
            scores.f1(0) + scores.f1(1) + scores.f1(2)
        };
        let best = (0..SHARES.len()).fold(0, |best, at| if others(at) > others(best) { at } else { best });
        by_fold[fold][best]
    }))
}

fn total(scores: impl Iterator<Item = Scores>) -> Scores {
    scores.fold(Scores::default(), Scores::plus)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_come_back_and_add_up() {
        let mut answers = Answers { scores: vec![[0.0; ROW]; 3], transitions: [[0.0; LABELS]; LABELS] };
        (answers.scores[2][4], answers.transitions[1][2]) = (3.0, -1.0);
        let packed: Vec<f32> = answers.pack().collect();
        let back = Answers::unpack(&packed).expect("long enough");
        let mean = answers.with(&back, 0.5);
        let less = answers.with(&Answers { scores: vec![[0.0; ROW]; 3], transitions: answers.transitions }, 0.5);
        assert_eq!((less.scores[2][4], less.transitions[1][2]), (2.0, -1.0));
        assert_eq!((mean.scores.len(), mean.scores[2][4], mean.transitions[1][2]), (3, 3.0, -1.0));
        assert!(Answers::unpack(&packed[..LABELS]).is_none());
    }

    #[test]
    fn the_share_comes_from_the_other_folds() {
        let name = Name { start: 0, end: 3, kind: 0 };
        let scores = |right: bool| {
            let mut scores = Scores::default();
            scores.add(&[name], if right { std::slice::from_ref(&name) } else { &[] });
            scores
        };
        // What is best on one fold is worst on the other, so each is given the other's best, its own worst.
        let by_fold = [0, 1].map(|best| (0..SHARES.len()).map(|at| scores(at == best)).collect());
        assert!(chosen_elsewhere(&by_fold).f1(0) < 0.1);
    }
}
