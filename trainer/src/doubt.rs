//! The unlabelled sentences that the tagger doubts most, for a reader to annotate (active learning, Lewis & Gale 1994).

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use anyhow::Result;
use dateline_engine::mentions::tagger::labels::{LABELS, kind};
use dateline_engine::mentions::tagger::model::Model;
use dateline_engine::mentions::tagger::reading::Reading;
use dateline_engine::mentions::tagger::{decide, features, scoring, second, second_scores};
use dateline_engine::text::Document;

use crate::annotations;
use crate::corpora;
use crate::mix::TYPE_NAMES;
use crate::report::names_of;

/// The texts to choose from, and how many sentences of each.
const SOURCES: [(&str, usize); 7] = [
    ("gmb_voa_news", 9_600),
    ("wikisplit_wikipedia_sentences", 4_800),
    ("un_general_debate_2015-2024", 2_400),
    ("un_general_debate_2005-2014", 1_600),
    ("un_general_debate_1998-2004", 1_200),
    ("cia_factbook", 2_400),
    ("us_presidential_addresses", 400),
];
/// Annotated already, as are the sentences in `annotations/`.
const KNOWN: [&str; 2] = ["ner_sentences/train.jsonl", "ner_sentences/dev.jsonl"];
/// Tokens of a sentence that is worth reading.
const TOKENS: std::ops::RangeInclusive<usize> = 8..=55;
/// So many sentences at most are chosen for the doubt about one word.
const A_WORD: usize = 5;
/// A doubt about an organization counts so much more.
const ORGANIZATION: f32 = 2.0;

/// Prints `text:line<TAB>names<TAB>sentence`, the most doubtful of each text first.
///
/// # Errors
/// If the texts cannot be read.
pub fn run(data: &Path, model: &Model) -> Result<()> {
    let mut known = BTreeSet::new();
    for path in KNOWN {
        known.extend(corpora::read(&data.join(path))?.into_iter().map(|labelled| labelled.text.trim().to_string()));
    }
    known.extend(annotations::sentences(data)?.into_iter().map(|labelled| labelled.text.trim().to_string()));
    for (name, wanted) in SOURCES {
        let mut doubts = Vec::new();
        for (at, line) in corpora::lines(&data.join(format!("text/{name}.txt.gz")))?.into_iter().enumerate() {
            if known.insert(line.trim().to_string()) {
                doubts.extend(doubt(model, &line).map(|(doubt, word)| (doubt, word, at, line)));
            }
        }
        doubts.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.2.cmp(&b.2)));
        let mut words: BTreeMap<String, usize> = BTreeMap::new();
        doubts.retain(|(_, word, ..)| {
            let seen = words.entry(word.clone()).or_default();
            *seen += 1;
            *seen <= A_WORD
        });
        for (_, _, at, line) in doubts.into_iter().take(wanted) {
            println!("{name}:{}\t{}\t{line}", at + 1, found(model, &line));
        }
    }
    Ok(())
}

/// How many labels are likely wrong, and the most doubtful word; `None` if it is not worth reading.
fn doubt(model: &Model, line: &str) -> Option<(f32, String)> {
    let document = Document::new(line);
    if document.sentences.len() > 2 || !TOKENS.contains(&document.tokens.len()) {
        return None;
    }
    let pass = both(model, &document);
    let doubts: Vec<f32> = pass
        .probabilities
        .iter()
        .zip(&pass.labels)
        .map(|(probabilities, &label)| {
            let organization: f32 = (1..LABELS).filter(|&label| kind(label) == 0).map(|label| probabilities[label]).sum();
            1.0 - probabilities[label as usize] + ORGANIZATION * organization * (1.0 - organization)
        })
        .collect();
    let most = (0..doubts.len()).max_by(|&a, &b| doubts[a].total_cmp(&doubts[b]))?;
    Some((doubts.iter().sum(), document.word(most).to_lowercase()))
}

fn both(model: &Model, document: &Document) -> second::FirstPass {
    let reading = Reading::new(document, &model.resources);
    let scores = scoring::of_all(&model.first.weights, &features::extract(&reading));
    let first = decide(&model.first.transitions, document, &scores);
    let scores = second_scores(&model.second, &scores, &second::extract(&reading, &first, |_| false));
    decide(&model.second.transitions, document, &scores)
}

fn found(model: &Model, line: &str) -> String {
    let document = Document::new(line);
    let names = names_of(&document, &both(model, &document));
    let names: Vec<String> = names.iter().map(|name| format!("{}:{}", TYPE_NAMES[name.kind], &line[name.start..name.end])).collect();
    names.join(" | ")
}
