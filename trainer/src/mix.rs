//! The training mix: which corpora, how much each counts, and copies in other cases.

use std::collections::BTreeSet;
use std::path::Path;

use anyhow::Result;

use crate::annotations;
use crate::corpora::{self, Labelled};
use crate::recase;
use crate::rng::Rng;

/// Parts that cross-fitting splits the training texts into.
pub const FOLDS: usize = 4;

/// The tagger's types as the corpora write them.
pub const TYPE_NAMES: [&str; 7] = ["ORG", "PER", "LOC", "NORP", "FAC", "PRODUCT", "MISC"];

/// Where a text comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Source {
    /// `ner/train`.
    Newswire,
    /// `articles/`: the same, marked anew.
    Anew,
    /// `stories/train`.
    Stories,
    /// `stories/world_train`.
    World,
    /// `ner_sentences/train`.
    Sentences,
    /// `annotations/`: sentences that the tagger doubted.
    Doubted,
    /// `stories/` here: written for training.
    Written,
    /// `ner_extra`.
    Extra,
}

/// A text to train on.
pub struct Example {
    /// The text and its names.
    pub labelled: Labelled,
    /// Where it comes from.
    pub source: Source,
    /// Which part of the cross-fitting it is in.
    pub fold: usize,
    /// How much it counts.
    pub weight: f32,
    /// The byte places that are trained on; all if `None`.
    pub only: Option<Vec<(usize, usize)>>,
}

/// How much each source counts.
#[derive(Clone, Copy, Debug)]
pub struct Weights {
    /// `ner/train` as it is.
    pub newswire: f32,
    /// The same, marked anew; 0 leaves it out.
    pub anew: f32,
    /// Sentences that the tagger doubted; 0 leaves them out.
    pub doubted: f32,
    /// Stories written for training; 0 leaves them out.
    pub written: f32,
    /// `ner_extra`; 0 leaves it out.
    pub extra: f32,
    /// Copies in other cases; 0 makes none.
    pub recased: f32,
}

/// Labelled corpora of others that are used, and the types that they do not mark, as bits of the tagger's types.
const EXTRA: &[(&str, u32)] =
    &[("crossner_politics", 0b111_1000), ("wikigold", 0b111_1000), ("gum_named", 0b111_1000), ("uner_ewt_dev", 0b111_1000)];

/// All texts to train on.
///
/// # Errors
/// If a corpus cannot be read.
pub fn read(data: &Path, weights: Weights) -> Result<Vec<Example>> {
    let world = corpora::read(&data.join("stories/world_train.jsonl"))?;
    let in_world: BTreeSet<&str> = world.iter().map(|labelled| labelled.text.as_str()).collect();
    let newswire = corpora::read(&data.join("ner/train.jsonl"))?;
    let mut articles = annotations::articles(&newswire)?;
    let mut examples = Vec::new();
    let newswire = newswire.into_iter().enumerate().filter(|(_, labelled)| !in_world.contains(labelled.text.as_str()));
    for (at, (line, labelled)) in newswire.enumerate() {
        let fold = at % FOLDS;
        examples.push(Example { labelled, source: Source::Newswire, fold, weight: weights.newswire, only: None });
        if let Some(article) = articles.remove(&line).filter(|_| weights.anew > 0.0) {
            let only = article.kept();
            examples.push(Example { labelled: article.labelled, source: Source::Anew, fold, weight: weights.anew, only });
        }
    }
    let mut add = |texts: Vec<Labelled>, source, weight| {
        examples.extend(texts.into_iter().enumerate().map(|(at, labelled)| Example {
            labelled,
            source,
            fold: at % FOLDS,
            weight,
            only: None,
        }));
    };
    add(corpora::read(&data.join("stories/train.jsonl"))?, Source::Stories, 1.0);
    add(world, Source::World, 1.0);
    add(corpora::read(&data.join("ner_sentences/train.jsonl"))?, Source::Sentences, 1.0);
    if weights.doubted > 0.0 {
        add(annotations::sentences(data)?, Source::Doubted, weights.doubted);
    }
    if weights.written > 0.0 {
        add(annotations::stories()?, Source::Written, weights.written);
    }
    if weights.extra > 0.0 {
        for &(name, unmarked) in EXTRA {
            let mut texts = corpora::read(&data.join(format!("ner_extra/{name}.jsonl.gz")))?;
            for labelled in &mut texts {
                labelled.unmarked = unmarked;
                labelled.names.retain(|name| unmarked >> name.kind & 1 == 0 && name.kind < 3);
            }
            add(texts, Source::Extra, weights.extra);
        }
    }
    if weights.recased > 0.0 {
        let copies = recased(&examples, weights.recased);
        examples.extend(copies);
    }
    Ok(examples)
}

/// Copies with some sentences in other cases, of which only those are trained on; and some copies wholly without capitals or in them.
fn recased(examples: &[Example], weight: f32) -> Vec<Example> {
    let mut rng = Rng::new(77);
    let mut copies = Vec::new();
    for example in examples.iter().filter(|example| example.source != Source::Extra && example.weight > 0.0) {
        let is_sentence = matches!(example.source, Source::Sentences | Source::Doubted);
        let whole = !is_sentence && rng.unit() < 0.1;
        let writing = if rng.unit() < 0.5 { recase::Writing::Lower } else { recase::Writing::Upper };
        let share = if is_sentence { 0.15 } else { 0.12 };
        let (labelled, changed) = recase::recase(&example.labelled, |index| match () {
            () if whole => writing,
            // Headlines are what is really written so.
            () if index == 0 && !is_sentence => recase::at_random(&mut rng, 0.8),
            () => recase::at_random(&mut rng, share),
        });
        if !changed.is_empty() {
            copies.push(Example {
                labelled,
                source: example.source,
                fold: example.fold,
                weight: example.weight * weight,
                only: Some(changed),
            });
        }
    }
    copies
}
