//! Prints how good and how fast a model is.

use std::path::Path;
use std::time::Instant;

use anyhow::Result;
use dateline_engine::mentions::tagger::labels::{self, TYPES};
use dateline_engine::mentions::tagger::model::Model;
use dateline_engine::mentions::tagger::reading::Reading;
use dateline_engine::mentions::tagger::second::{self, FirstPass};
use dateline_engine::mentions::tagger::{decide, scoring, second_scores, tag};
use dateline_engine::text::Document;

use crate::calibrate;
use crate::corpora::{self, Name};
use crate::evaluate::Scores;
use crate::mix::{self, Example, Source};

/// The sets that are reported on; never trained or decided on.
const DEV: [&str; 4] = ["stories/dev.jsonl", "stories/world_dev.jsonl", "ner_sentences/dev.jsonl", "ner/dev.jsonl"];

/// Scores of a packed model on the dev sets.
///
/// # Errors
/// If a set cannot be read.
pub fn dev(data: &Path, model: &Model) -> Result<()> {
    for set in DEV {
        let (mut scores, mut outcomes) = (Scores::default(), Vec::new());
        for labelled in corpora::read(&data.join(set))? {
            let document = Document::new(&labelled.text);
            let mut found = Vec::new();
            for mention in tag(model, &document) {
                let Some(kind) = TYPES.iter().position(|&kind| kind == mention.kind) else { continue };
                let name = Name { start: mention.span.start as usize, end: mention.span.end as usize, kind };
                outcomes.push((mention.p, labelled.names.contains(&name)));
                found.push(name);
            }
            scores.add(&labelled.names, &found);
        }
        println!("{set:24} {}  calibration error {:.1}", scores.line(), calibrate::error(&outcomes));
    }
    Ok(())
}

/// How long reading a model takes, and tagging with it, on one core.
///
/// # Errors
/// If a set cannot be read or the bytes are no model.
pub fn speed(data: &Path, bytes: &[u8]) -> Result<()> {
    let clock = Instant::now();
    let before = cpu_seconds(clock);
    let model = Model::parse(bytes)?;
    println!("{} bytes, {} with brotli; read in {:.2} s", bytes.len(), brotli_size(bytes)?, cpu_seconds(clock) - before);
    let texts = corpora::read(&data.join("ner/dev.jsonl"))?;
    let documents: Vec<Document> = texts.iter().map(|labelled| Document::new(&labelled.text)).collect();
    let tokens: usize = documents.iter().map(|document| document.tokens.len()).sum();
    let mut fastest = f64::INFINITY;
    for _ in 0..5 {
        let before = cpu_seconds(clock);
        for document in &documents {
            std::hint::black_box(tag(&model, document));
        }
        fastest = f64::min(fastest, cpu_seconds(clock) - before);
    }
    breakdown(&model, &documents);
    println!("{tokens} tokens in {fastest:.3} s: {:.0} tokens a second", tokens as f64 / fastest);
    Ok(())
}

/// Seconds that this thread has run, not counting what others ran meanwhile; time that has passed where the system does not tell.
pub fn cpu_seconds(start: Instant) -> f64 {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let nanoseconds = told.and_then(|line| line.split(' ').next().and_then(|field| field.parse::<f64>().ok()));
    nanoseconds.map_or_else(|| start.elapsed().as_secs_f64(), |nanoseconds| nanoseconds / 1e9)
}

/// Microseconds per token of each step.
fn breakdown(model: &Model, documents: &[Document]) {
    let start = Instant::now();
    let mut seconds = [0.0; 5];
    let mut tokens = 0;
    for document in documents {
        tokens += document.tokens.len();
        let mut before = cpu_seconds(start);
        let mut lap = |at: usize| {
            let now = cpu_seconds(start);
            seconds[at] += now - before;
            before = now;
        };
        let reading = Reading::new(document, &model.resources);
        lap(0);
        let mut scores = Vec::with_capacity(document.tokens.len());
        scoring::by_sentence(&model.first.weights, &reading, |sentence| scores.extend_from_slice(sentence));
        lap(1);
        let first = decide(&model.first.transitions, document, &scores);
        lap(2);
        let features = second::extract(&reading, &first, |_| false);
        lap(3);
        std::hint::black_box(decide(&model.second.transitions, document, &second_scores(&model.second, &scores, &features)));
        lap(4);
    }
    let each = seconds.map(|seconds| format!("{:.2}", seconds * 1e6 / tokens as f64));
    println!("microseconds a token for reading, scores, decision, second features, second decision: {}", each.join(" "));
}

/// Size when packed with brotli.
///
/// # Errors
/// If packing fails.
pub fn brotli_size(bytes: &[u8]) -> Result<usize> {
    let mut packed = Vec::new();
    let parameters = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 24, size_hint: bytes.len(), ..Default::default() };
    brotli::BrotliCompress(&mut &bytes[..], &mut packed, &parameters)?;
    Ok(packed.len())
}

/// Scores of what passes said that have not seen the texts, by source.
pub fn cross_fit(title: &str, examples: &[Example], found: &[FirstPass]) {
    println!("{title}: {}", total_line(examples, found));
    for (source, name) in [
        (Source::Stories, "stories"),
        (Source::World, "world"),
        (Source::Sentences, "sentences"),
        (Source::Newswire, "newswire"),
        (Source::Anew, "anew"),
        (Source::Doubted, "doubted"),
        (Source::Written, "written"),
    ] {
        let (mut scores, mut recased) = (Scores::default(), Scores::default());
        for (example, first) in examples.iter().zip(found).filter(|(example, _)| example.source == source) {
            let document = Document::new(&example.labelled.text);
            let names = names_of(&document, first);
            match &example.only {
                None => scores.add(&example.labelled.names, &names),
                Some(places) => {
                    let inside = |name: &&Name| places.iter().any(|&(start, end)| name.start >= start && name.end <= end);
                    let pick = |names: &[Name]| names.iter().filter(inside).copied().collect::<Vec<_>>();
                    recased.add(&pick(&example.labelled.names), &pick(&names));
                }
            }
        }
        println!("  {name:10} {}", scores.line());
        if recased.any() {
            println!("     recased {}", recased.line());
        }
    }
}

/// Stories and newspapers of the world together, which decisions between variants are made by.
fn total_line(examples: &[Example], found: &[FirstPass]) -> String {
    let mut scores = Scores::default();
    for (example, first) in examples.iter().zip(found) {
        if matches!(example.source, Source::Stories | Source::World) && example.only.is_none() {
            scores.add(&example.labelled.names, &names_of(&Document::new(&example.labelled.text), first));
        }
    }
    scores.line()
}

/// Organizations missed and wrongly found in whole stories, with their surroundings.
pub fn errors(examples: &[Example], found: &[FirstPass], n: usize) {
    let whole = |example: &Example| matches!(example.source, Source::Stories | Source::World) && example.only.is_none();
    let mut lines = Vec::new();
    for (example, first) in examples.iter().zip(found).filter(|(example, _)| whole(example)) {
        let document = Document::new(&example.labelled.text);
        let names = names_of(&document, first);
        let gold = &example.labelled.names;
        let other = |list: &[Name], name: &Name| {
            list.iter()
                .filter(|other| other.start < name.end && name.start < other.end)
                .map(|other| format!("{} {}", mix::TYPE_NAMES[other.kind], &document.text[other.start..other.end]))
                .collect::<Vec<_>>()
                .join(" + ")
        };
        let mut note = |title: &str, list: &[Name], others: &[Name]| {
            for name in list.iter().filter(|name| name.kind == 0 && !others.contains(name)) {
                let around = |at: usize, by: isize| {
                    let mut at = at.saturating_add_signed(by).min(document.text.len());
                    while !document.text.is_char_boundary(at) {
                        at -= 1;
                    }
                    at
                };
                lines.push(format!(
                    "{title} {} | {} | …{}…",
                    &document.text[name.start..name.end],
                    other(others, name),
                    document.text[around(name.start, -40)..around(name.end, 30)].replace('\n', " ⏎ ")
                ));
            }
        };
        note("missed", gold, &names);
        note("wrong ", &names, gold);
    }
    let step = (lines.len() / n.max(1)).max(1);
    lines.iter().step_by(step).take(n).for_each(|line| println!("{line}"));
}

/// The names that a pass found.
pub fn names_of(document: &Document, first: &FirstPass) -> Vec<Name> {
    labels::spans(&first.labels)
        .into_iter()
        .map(|(start, end, kind)| Name {
            start: document.tokens[start].span.start as usize,
            end: document.tokens[end - 1].span.end as usize,
            kind,
        })
        .collect()
}
