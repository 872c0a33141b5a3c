//! The trained tagger: a linear-chain model over hashed features, in two passes.
//!
//! [`reading`] prepares a story; [`features`] says what is looked at for each token; [`weights`] what that means for
//! each label; [`decode`] finds the best sequence. The second pass ([`second`]) sees what the first one found elsewhere in the story.

pub mod case;
pub mod clusters;
pub mod decode;
pub mod facts;
pub mod features;
pub mod hash;
pub mod labels;
pub mod lists;
pub mod model;
mod numbers;
pub mod packed;
mod pairs;
pub mod reading;
mod run_features;
mod runs;
pub mod scoring;
pub mod second;
mod seen;
mod surroundings;
pub mod table;
pub mod weights;
pub mod words;

use std::borrow::Cow;
use std::sync::OnceLock;

use decode::{LabelScores, Probabilities, Transitions};
use features::Features;
use labels::TYPES;
use model::{Model, Pass};
use reading::Reading;
use second::FirstPass;

use super::Mention;
use crate::text::{Document, Span};

/// The compiled-in model, unpacked at first use. A program that never calls this does not carry it.
pub fn compiled_in() -> Option<&'static Model> {
    static MODEL: OnceLock<Option<Model>> = OnceLock::new();
    MODEL.get_or_init(|| Model::parse(include_bytes!("../../../model/names.bin")).ok()).as_ref()
}

/// Finds the names of a story, outermost ones only, in order; linear in its length.
pub fn tag(model: &Model, document: &Document) -> Vec<Mention> {
    tag_watched(model, document, &mut |_| {})
}

/// Parts in a thousand of the whole time that have passed when a step is done, measured on long stories.
const PREPARED: u16 = 75;
const FIRST_SCORED: u16 = 660;
const FIRST_DECIDED: u16 = 780;
const SECOND_SCORED: u16 = 865;

/// As [`tag`], and tells `watch` how much is done, in parts in a thousand.
pub fn tag_watched(model: &Model, document: &Document, watch: &mut dyn FnMut(u16)) -> Vec<Mention> {
    let all = document.tokens.len().max(1);
    let reading = Reading::new(document, &model.resources);
    watch(PREPARED);
    let mut scores = Vec::with_capacity(document.tokens.len());
    scoring::by_sentence(&model.first.weights, &reading, |sentence| {
        scores.extend_from_slice(sentence);
        watch(PREPARED + (usize::from(FIRST_SCORED - PREPARED) * scores.len() / all) as u16);
    });
    let first = decide(&model.first.transitions, document, &scores);
    watch(FIRST_DECIDED);
    let scores = second_scores(&model.second, &scores, &second::extract(&reading, &first, |token| reading.plain[token]));
    watch(SECOND_SCORED);
    let second = decide(&model.second.transitions, document, &scores);
    mentions(model, document, &second)
}

/// What the second pass says, on top of what the first one said.
pub fn second_scores(pass: &Pass, first: &[LabelScores], features: &Features) -> Vec<LabelScores> {
    first
        .iter()
        .enumerate()
        .map(|(token, &scores)| {
            let mut scores = scores;
            pass.weights.add_to(&mut scores, features.of(token));
            scores
        })
        .collect()
}

/// Labels and probabilities of all sentences.
pub fn decide(transitions: &Transitions, document: &Document, scores: &[LabelScores]) -> FirstPass {
    let mut result = FirstPass { labels: Vec::with_capacity(scores.len()), probabilities: Vec::with_capacity(scores.len()) };
    for sentence in &document.sentences {
        let scores = &scores[sentence.range()];
        result.labels.extend(decode::best(scores, transitions));
        result.probabilities.extend(decode::marginals(scores, transitions));
    }
    result
}

fn mentions(model: &Model, document: &Document, found: &FirstPass) -> Vec<Mention> {
    labels::spans(&found.labels)
        .into_iter()
        .map(|(start, end, kind)| Mention {
            span: Span { start: document.tokens[start].span.start, end: document.tokens[end - 1].span.end },
            kind: TYPES[kind],
            p: calibrated(model, raw_probability(&found.labels[start..end], &found.probabilities[start..end])),
            why: Cow::Borrowed(why(kind)),
            inside: None,
            entity: None,
        })
        .collect()
}

/// The probability of the least certain token of a name.
pub fn raw_probability(labels: &[u8], probabilities: &[Probabilities]) -> f32 {
    labels.iter().zip(probabilities).map(|(&label, probabilities)| probabilities[label as usize]).fold(1.0, f32::min)
}

/// In percent, between the steps of the calibration table.
#[expect(clippy::cast_sign_loss, reason = "clamped to 0 and above")]
fn calibrated(model: &Model, raw: f32) -> u8 {
    const STEPS: u32 = model::CALIBRATION as u32 - 1;
    // In thousandths, so that no more floats are needed.
    let raw = (raw.clamp(0.0, 1.0) * 1_000.0) as u32;
    let (below, part) = ((raw * STEPS / 1_000).min(STEPS - 1), raw * STEPS % 1_000);
    let part = if raw == 1_000 { 1_000 } else { part };
    let (low, high) = (u32::from(model.calibration[below as usize]), u32::from(model.calibration[below as usize + 1]));
    ((low * (1_000 - part) + high * part + 500) / 1_000) as u8
}

/// Why it was taken for a name of this type.
fn why(kind: usize) -> &'static str {
    match kind {
        0 => "its words and their surroundings are those of an organization",
        1 => "its words and their surroundings are those of a person",
        2 => "its words and their surroundings are those of a place",
        3 => "its words and their surroundings are those of a people or group",
        4 => "its words and their surroundings are those of a building or site",
        5 => "its words and their surroundings are those of a product",
        _ => "its words and their surroundings are those of a name",
    }
}
