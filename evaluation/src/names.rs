//! `ner_score.py`: names by exact span, with edges evened out, by overlap, and as the list a reader sees.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::gold::Document;
use crate::measures::{Count, share};
use crate::normal::{Letters, key, trim};
use crate::system::{Answer, scored_type};

/// Start, end and type.
pub type Span = (usize, usize, String);

/// What is counted of one type.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Same start, end and type.
    pub exact: Count,
    /// The same with both edges trimmed.
    pub norm: Count,
    /// At least one character shared, one to one.
    pub overlap: Count,
    /// The set of distinct names of a document.
    pub list: Count,
}

/// All documents of a set.
#[derive(Clone, Debug, Default)]
pub struct Score {
    /// By type, and `ALL`.
    pub by_type: BTreeMap<String, Counts>,
    /// F1 of the list of each document that has a name on either side, by type.
    pub lists: BTreeMap<String, Vec<f64>>,
    /// Gold type and said type of equal spans; `-` where one side has none. The edges are trimmed.
    pub confusion: BTreeMap<(String, String), usize>,
    /// What was missed and what was wrongly said, with context.
    pub errors: Vec<String>,
}

impl Score {
    /// Mean F1 of the lists of one type, from 0 to 1.
    pub fn list_macro(&self, name: &str) -> f64 {
        let all = self.lists.get(name).map_or(&[][..], Vec::as_slice);
        if all.is_empty() { 0.0 } else { all.iter().sum::<f64>() / crate::measures::float(all.len()) }
    }

    /// Adds one document, scored on `types`.
    pub fn add(&mut self, document: &Document, answer: &Answer, types: &[&str]) {
        let text: Vec<char> = document.text.chars().collect();
        let is_scored = |name: &str| types.contains(&name) && document.types.as_ref().is_none_or(|own| own.iter().any(|own| own == name));
        let gold = of_gold(document, is_scored);
        let said = without_undecided(&text, document, &gold, of_answer(answer, is_scored));
        let labels: BTreeSet<&String> = gold.iter().chain(&said).map(|(_, _, label)| label).collect();
        for label in labels {
            self.add_type(&text, label, &of_label(&gold, label), &of_label(&said, label));
        }
        self.add_confusion(&text, document, &gold, &said);
    }

    fn add_type(&mut self, text: &Letters, label: &str, gold: &BTreeSet<(usize, usize)>, said: &BTreeSet<(usize, usize)>) {
        let trimmed = |spans: &BTreeSet<(usize, usize)>| -> BTreeSet<(usize, usize)> {
            spans.iter().filter_map(|&(start, end)| trim(text, start..end)).map(|Range { start, end }| (start, end)).collect()
        };
        let keys = |spans: &BTreeSet<(usize, usize)>| -> BTreeSet<String> {
            let keys = spans.iter().map(|&(start, end)| key(&text[start..end].iter().collect::<String>()));
            keys.filter(|key| !key.is_empty()).collect()
        };
        let (norm_gold, norm_said, list_gold, list_said) = (trimmed(gold), trimmed(said), keys(gold), keys(said));
        let n_listed = list_gold.intersection(&list_said).count();
        for name in [label, "ALL"] {
            let counts = self.by_type.entry(name.to_string()).or_default();
            counts.exact.add(gold.intersection(said).count(), said.len(), gold.len());
            counts.norm.add(norm_gold.intersection(&norm_said).count(), norm_said.len(), norm_gold.len());
            counts.overlap.add(n_overlapping(gold, said), said.len(), gold.len());
            counts.list.add(n_listed, list_said.len(), list_gold.len());
        }
        let n_names = list_gold.len() + list_said.len();
        if n_names > 0 {
            self.lists.entry(label.to_string()).or_default().push(share(2 * n_listed, n_names));
        }
    }

    fn add_confusion(&mut self, text: &Letters, document: &Document, gold: &[Span], said: &[Span]) {
        let by_place = |spans: &[Span]| -> BTreeMap<(usize, usize), String> {
            let trimmed = |(start, end, label): &Span| Some((trim(text, *start..*end)?, label.clone()));
            spans.iter().filter_map(trimmed).map(|(span, label)| ((span.start, span.end), label)).collect()
        };
        let (gold, said) = (by_place(gold), by_place(said));
        let places: BTreeSet<&(usize, usize)> = gold.keys().chain(said.keys()).collect();
        for place in places {
            let label = |side: &BTreeMap<(usize, usize), String>| side.get(place).cloned().unwrap_or_else(|| "-".into());
            let pair = (label(&gold), label(&said));
            if pair.0 != pair.1 {
                self.errors.push(format!("{} is {}, said {}: {}", document.id, pair.0, pair.1, context(text, place.0, place.1)));
            }
            *self.confusion.entry(pair).or_default() += 1;
        }
    }
}

/// A place in brackets with what stands around it, on one line.
pub fn context(text: &Letters, start: usize, end: usize) -> String {
    let part = |from: usize, to: usize| text.get(from.min(to)..to.min(text.len())).unwrap_or_default().iter().collect::<String>();
    let around = format!("{}[{}]{}", part(start.saturating_sub(45), start), part(start, end), part(end, end + 45));
    around.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn of_gold(document: &Document, is_scored: impl Fn(&str) -> bool) -> Vec<Span> {
    let entities = document.entities.iter().filter(|entity| !entity.inner);
    let spans = entities.filter_map(|entity| {
        Some((entity.start?, entity.end?, if entity.r#type == "PERSON" { "PER".into() } else { entity.r#type.clone() }))
    });
    sorted(spans.filter(|(_, _, label)| is_scored(label)).collect())
}

fn of_answer(answer: &Answer, is_scored: impl Fn(&str) -> bool) -> Vec<Span> {
    let mentions = answer.mentions.iter().filter(|mention| mention.inside.is_none());
    let spans = mentions.map(|mention| (mention.start, mention.end, scored_type(&mention.r#type).to_string()));
    sorted(spans.filter(|(_, _, label)| is_scored(label)).collect())
}

fn sorted(mut spans: Vec<Span>) -> Vec<Span> {
    spans.sort();
    spans.dedup();
    spans
}

fn of_label(spans: &[Span], label: &str) -> BTreeSet<(usize, usize)> {
    spans.iter().filter(|span| span.2 == label).map(|&(start, end, _)| (start, end)).collect()
}

/// What was said, less what overlaps an undecided place and is no gold span.
fn without_undecided(text: &Letters, document: &Document, gold: &[Span], said: Vec<Span>) -> Vec<Span> {
    let kept: BTreeSet<_> = gold.iter().filter_map(|&(start, end, _)| trim(text, start..end)).map(|span| (span.start, span.end)).collect();
    let is_undecided = |start: usize, end: usize| document.ignore.iter().any(|place| start < place.end && place.start < end);
    let is_kept = |start, end| trim(text, start..end).is_some_and(|span| kept.contains(&(span.start, span.end)));
    said.into_iter().filter(|&(start, end, _)| !is_undecided(start, end) || is_kept(start, end)).collect()
}

/// One-to-one pairs that share a character, larger shares first.
fn n_overlapping(gold: &BTreeSet<(usize, usize)>, said: &BTreeSet<(usize, usize)>) -> usize {
    let mut pairs = Vec::new();
    for (gold_idx, gold) in gold.iter().enumerate() {
        for (said_idx, said) in said.iter().enumerate().take_while(|(_, said)| said.0 < gold.1) {
            let shared = gold.1.min(said.1).saturating_sub(gold.0.max(said.0));
            if shared > 0 {
                pairs.push((std::cmp::Reverse(shared), gold_idx, said_idx));
            }
        }
    }
    pairs.sort_unstable();
    let (mut used_gold, mut used_said) = (BTreeSet::new(), BTreeSet::new());
    let is_free = |&(_, gold, said): &(_, usize, usize)| {
        let is_free = !used_gold.contains(&gold) && !used_said.contains(&said);
        if is_free {
            used_gold.insert(gold);
            used_said.insert(said);
        }
        is_free
    };
    pairs.into_iter().filter(is_free).count()
}
