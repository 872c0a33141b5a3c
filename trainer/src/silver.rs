//! Self-training: unlabelled news, labelled by a first pass, joins the corpus that the next first pass learns from.
//!
//! Each cross-fitted pass is taught by one that has seen the same folds only, so that no label crosses over.

use std::path::Path;

use anyhow::Result;
use dateline_engine::mentions::tagger::decode::{LabelScores, Transitions};
use dateline_engine::mentions::tagger::reading::{Reading, Resources};
use dateline_engine::mentions::tagger::{decide, features, weights};
use dateline_engine::text::Document;

use crate::annotations;
use crate::corpora;
use crate::crf::{self, Corpus, Recipe, Sequence, Trained};
use crate::names::{whole_scores, whole_transitions};

/// The unlabelled news, one sentence a line.
const NEWS: &str = "text/gmb_voa_news.txt.gz";
/// No text of this set is taken in, nor one that is marked for the tagger.
const KEPT_OUT: &str = "ner_sentences/dev.jsonl";
/// A sentence is learned from only if each of its labels is at least so probable.
const SURE: f32 = 0.5;

/// The labelled corpus with unlabelled sentences behind it.
pub struct Silver {
    corpus: Corpus,
    lines: Vec<String>,
    /// How many tokens are labelled.
    labelled: usize,
    weight: f32,
}

impl Silver {
    /// Reads the unlabelled news; each of its sentences will count `weight`.
    ///
    /// # Errors
    /// If a file cannot be read.
    pub fn new(corpus: &Corpus, data: &Path, resources: &Resources, weight: f32) -> Result<Self> {
        let mut kept_out = annotations::texts(data)?;
        kept_out.extend(corpora::read(&data.join(KEPT_OUT))?.into_iter().map(|labelled| labelled.text.trim().to_string()));
        let mut lines = corpora::lines(&data.join(NEWS))?;
        lines.retain(|line| !kept_out.contains(line.trim()));
        let mut corpus = corpus.clone();
        let labelled = corpus.gold.len();
        for line in &lines {
            let document = Document::new(line);
            let features = features::extract(&Reading::new(&document, resources));
            for token in 0..features.len() {
                corpus.features.extend(features.of(token).iter().map(|&feature| weights::cut(feature)));
                corpus.ends.push(corpus.features.len());
                corpus.gold.push(1);
            }
        }
        println!("unlabelled: {} sentences, {} tokens", lines.len(), corpus.gold.len() - labelled);
        Ok(Self { corpus, lines, labelled, weight })
    }

    /// A pass that learns from the labels and from what `teacher` says of the unlabelled sentences.
    pub fn learn(&self, teacher: &Trained, held: Option<usize>, recipe: &Recipe) -> Trained {
        let mut corpus = self.corpus.clone();
        let (row_of, transitions) = (teacher.row_of(), Transitions::new(whole_transitions(&teacher.transitions)));
        let mut start = self.labelled;
        for line in &self.lines {
            let document = Document::new(line);
            let scores: Vec<LabelScores> =
                (start..start + document.tokens.len()).map(|token| whole_scores(&teacher.scores(&row_of, self.corpus.of(token)))).collect();
            let found = decide(&transitions, &document, &scores);
            for sentence in &document.sentences {
                let range = sentence.range();
                let least = range.clone().map(|at| found.probabilities[at][found.labels[at] as usize]).fold(1.0, f32::min);
                let has_names = range.clone().any(|at| found.labels[at] > 0);
                for at in range.clone() {
                    corpus.gold[start + at] = 1 << found.labels[at];
                }
                let weight = if least >= SURE && has_names { self.weight } else { 0.0 };
                corpus.sequences.push(Sequence { start: start + range.start, end: start + range.end, fold: usize::MAX, weight });
            }
            start += document.tokens.len();
        }
        crf::train(&corpus, held, None, recipe)
    }
}
