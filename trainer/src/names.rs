//! Trains the tagger: clusters and lists, four cross-fitted first passes, the full one, the second pass, and the packed file.

use std::path::{Path, PathBuf};

use anyhow::Result;
use dateline_engine::mentions::tagger::decode::{LabelScores, Transitions, UNIT};
use dateline_engine::mentions::tagger::features::{self, Features};
use dateline_engine::mentions::tagger::labels::{self, LABELS, Part};
use dateline_engine::mentions::tagger::lists::Lists;
use dateline_engine::mentions::tagger::model::{CALIBRATION, Model};
use dateline_engine::mentions::tagger::reading::{Reading, Resources};
use dateline_engine::mentions::tagger::second::{self, FirstPass};
use dateline_engine::mentions::tagger::{clusters::Clusters, decide, raw_probability, weights};
use dateline_engine::text::Document;

use crate::crf::{self, Corpus, Recipe, Row, Sequence, Trained};
use crate::mix::{self, Example, FOLDS, Source, Weights};
use crate::options::Options;
use crate::pack::{Parts, pack};
use crate::quantize::quantize;
use crate::report::{self, names_of};
use crate::{calibrate, clusters, lists};

const PLACE: usize = 2;
const FACILITY: usize = 4;

/// Trains, prints scores, writes the weights to `out`.
///
/// # Errors
/// If the data cannot be read or the file not be written.
pub fn train(data: &Path, out: &PathBuf, options: &Options) -> Result<()> {
    let mix = Weights {
        newswire: options.number("newswire", 0.2),
        anew: options.number("anew", 1.0),
        doubted: options.number("doubted", 1.0),
        written: options.number("written", 0.5),
        extra: options.number("extra", 0.3),
        recased: options.number("recased", 0.4),
    };
    let examples = mix::read(data, mix)?;
    let phrases = lists::compile(&data.join("gazetteers"))?;
    let compiled = clusters_of(data, &examples, options)?;
    println!("lists: {} phrases; clusters: {} words", phrases.len(), compiled.words.len());
    let resources = Resources { lists: Lists::new(&phrases), clusters: Clusters::new(&compiled.words, &compiled.parents) };

    let corpus = first_corpus(&examples, &resources);
    println!(
        "{} texts, {} sentences, {} tokens, {} features",
        examples.len(),
        corpus.sequences.len(),
        corpus.gold.len(),
        corpus.features.len()
    );
    let first = Recipe {
        epochs: options.number("epochs", 16.0) as usize,
        dropout: options.number("drop", 0.5),
        cut: options.number("cut", 0.42),
        cut_from: options.number("cutfrom", 0.3),
        l1: options.number("l1", 0.0),
        rarest: options.number("rarest", 3.0) as u8,
        seed: options.number("seed", 1.0) as u64,
        ..Recipe::default()
    };
    let folds = if options.flag("nofolds") { Vec::new() } else { for_folds(|fold| crf::train(&corpus, Some(fold), None, &first)) };
    if !folds.is_empty() {
        println!("cross-fitted first passes: {:?} weights", folds.iter().map(Trained::n_weights).collect::<Vec<_>>());
        let found = cross_fitted(&corpus, &folds, &examples);
        report::cross_fit("first pass, cross-fitted", &examples, &found.first);
        report::errors(&examples, &found.first, options.number("errors", 0.0) as usize);
    }
    if options.flag("only") {
        return Ok(());
    }
    if options.number("only", 0.0) > 1.0 {
        let full = Trained { hashes: Vec::new(), rows: Vec::new(), transitions: folds[0].transitions };
        second_pass(&corpus, &folds, &full, &examples, &resources, options);
        return Ok(());
    }
    let full = crf::train(&corpus, None, None, &first);
    println!("first pass: {} features, {} weights", full.hashes.len(), full.n_weights());
    let quantized = quantize(&full, options.number("least", 0.02));

    let (second, calibration) = if folds.is_empty() {
        (Trained { hashes: Vec::new(), rows: Vec::new(), transitions: full.transitions }, calibrate::fit(&[]))
    } else {
        second_pass(&corpus, &folds, &full, &examples, &resources, options)
    };
    println!("second pass: {} features, {} weights", second.hashes.len(), second.n_weights());
    let second = quantize(&second, options.number("least2", 0.02));
    let (bytes, sizes) = pack(&Parts { lists: &phrases, clusters: &compiled, passes: [&quantized, &second], calibration });
    println!("packed: {} bytes; lists, clusters, first and second pass: {sizes:?}", bytes.len());
    std::fs::write(out, &bytes)?;
    report::dev(data, &Model::parse(&bytes)?)
}

/// Learned, or read back from the cache that `cache=FILE` names.
pub fn clusters_of(data: &Path, examples: &[Example], options: &Options) -> Result<clusters::Compiled> {
    let cache = options.text("cache");
    if let Some(bytes) = cache.as_ref().and_then(|path| std::fs::read(path).ok()) {
        return Ok(serde_json::from_slice(&bytes)?);
    }
    let news: Vec<_> = examples
        .iter()
        .filter(|example| example.only.is_none() && matches!(example.source, Source::Newswire | Source::World | Source::Stories))
        .map(|example| example.labelled.clone())
        .collect();
    let compiled = clusters::learn(data, &news)?;
    if let Some(path) = cache {
        std::fs::write(path, serde_json::to_vec(&compiled)?)?;
    }
    Ok(compiled)
}

pub fn first_corpus(examples: &[Example], resources: &Resources) -> Corpus {
    let mut corpus = Corpus::default();
    for example in examples {
        let document = Document::new(&example.labelled.text);
        let reading = Reading::new(&document, resources);
        add_example(&mut corpus, example, &document, &features::extract(&reading));
    }
    corpus
}

fn add_example(corpus: &mut Corpus, example: &Example, document: &Document, features: &Features) {
    let start = corpus.gold.len();
    let gold = gold_labels(document, example);
    for (token, labels) in gold.into_iter().enumerate() {
        corpus.features.extend(features.of(token).iter().map(|&feature| weights::cut(feature)));
        corpus.ends.push(corpus.features.len());
        corpus.gold.push(labels);
    }
    for sentence in &document.sentences {
        let range = sentence.range();
        let trained = example
            .only
            .as_ref()
            .is_none_or(|only| only.iter().any(|&(first, end)| (sentence.span.start as usize) < end && first < sentence.span.end as usize));
        let weight = if trained { example.weight } else { 0.0 };
        corpus.sequences.push(Sequence { start: start + range.start, end: start + range.end, fold: example.fold, weight });
    }
}

/// The labels each token may have. A name that cuts a token in two takes the whole token.
fn gold_labels(document: &Document, example: &Example) -> Vec<u32> {
    let unmarked =
        (1..LABELS).filter(|&label| example.labelled.unmarked >> labels::kind(label) & 1 == 1).fold(1, |set, label| set | 1 << label);
    let mut gold = vec![unmarked; document.tokens.len()];
    for sentence in &document.sentences {
        let names = &example.labelled.names;
        let first = names.partition_point(|name| name.end <= sentence.span.start as usize);
        for name in names[first..].iter().take_while(|name| name.start < sentence.span.end as usize) {
            let tokens: Vec<usize> = sentence
                .range()
                .filter(|&token| {
                    let span = document.tokens[token].span;
                    (span.start as usize) < name.end && name.start < span.end as usize
                })
                .collect();
            for (at, &token) in tokens.iter().enumerate() {
                let part = match (at == 0, at + 1 == tokens.len()) {
                    (true, true) => Part::Single,
                    (true, false) => Part::Begin,
                    (false, false) => Part::Inside,
                    (false, true) => Part::End,
                };
                gold[token] = 1 << labels::label(part, name.kind);
                // Corpora that know no facilities call some of them places.
                if name.kind == PLACE && example.labelled.unmarked >> FACILITY & 1 == 1 {
                    gold[token] |= 1 << labels::label(part, FACILITY);
                }
            }
        }
    }
    gold
}

/// Calls this for each fold, two at a time.
fn for_folds(run: impl Fn(usize) -> Trained + Sync) -> Vec<Trained> {
    let (run, mut trained) = (&run, Vec::new());
    for pair in [[0, 1], [2, 3]] {
        std::thread::scope(|scope| {
            let runs = pair.map(|fold| scope.spawn(move || run(fold)));
            trained.extend(runs.into_iter().flat_map(std::thread::ScopedJoinHandle::join));
        });
    }
    assert_eq!(trained.len(), FOLDS, "a training run failed");
    trained
}

/// What the passes that have not seen each text say of its tokens.
struct CrossFitted {
    scores: Vec<Row>,
    first: Vec<FirstPass>,
}

fn cross_fitted(corpus: &Corpus, folds: &[Trained], examples: &[Example]) -> CrossFitted {
    let rows: Vec<Vec<u32>> = folds.iter().map(Trained::row_of).collect();
    let transitions: Vec<Transitions> = folds.iter().map(|fold| Transitions::new(whole_transitions(&fold.transitions))).collect();
    let (mut scores, mut first) = (Vec::with_capacity(corpus.gold.len()), Vec::new());
    let mut start = 0;
    for example in examples {
        let document = Document::new(&example.labelled.text);
        let fold = example.fold;
        let here: Vec<Row> =
            (start..start + document.tokens.len()).map(|token| folds[fold].scores(&rows[fold], corpus.of(token))).collect();
        start += here.len();
        first.push(decide(&transitions[fold], &document, &here.iter().map(whole_scores).collect::<Vec<_>>()));
        scores.extend(here);
    }
    CrossFitted { scores, first }
}

/// In the engine's units.
pub fn whole_scores(row: &Row) -> LabelScores {
    std::array::from_fn(|label| (row[label] * UNIT as f32).round() as i32)
}

pub fn whole_transitions(transitions: &[[f32; LABELS]; LABELS]) -> [[i32; LABELS]; LABELS] {
    transitions.map(|row| row.map(|score| (score * UNIT as f32).round() as i32))
}

/// Trains the second pass on what the cross-fitted first passes said, and reports it cross-fitted likewise.
fn second_pass(
    corpus: &Corpus,
    folds: &[Trained],
    full: &Trained,
    examples: &[Example],
    resources: &Resources,
    options: &Options,
) -> (Trained, [u8; CALIBRATION]) {
    let found = cross_fitted(corpus, folds, examples);
    let mut corpus = second_corpus(examples, resources, &found.first);
    let scale = options.number("scale", 0.8);
    corpus.offsets = found.scores.iter().map(|row| row.map(|score| score * scale)).collect();
    let recipe = Recipe {
        epochs: options.number("epochs2", 6.0) as usize,
        dropout: options.number("drop2", 0.3),
        cut: options.number("cut2", 0.02),
        rate: options.number("rate2", 0.03),
        l2: options.number("l22", 1e-5),
        ..Recipe::default()
    };
    let runs: Vec<Trained> = {
        let (corpus, recipe) = (&corpus, &recipe);
        for_folds(|fold| crf::train(corpus, Some(fold), Some(&folds[fold].transitions), recipe))
    };
    let rows: Vec<Vec<u32>> = runs.iter().map(Trained::row_of).collect();
    let mut start = 0;
    let mut both = CrossFitted { scores: Vec::new(), first: Vec::new() };
    for example in examples {
        let document = Document::new(&example.labelled.text);
        let (run, row_of) = (&runs[example.fold], &rows[example.fold]);
        let scores: Vec<LabelScores> = (start..start + document.tokens.len())
            .map(|token| {
                let (mut row, more) = (corpus.offsets[token], run.scores(row_of, corpus.of(token)));
                row.iter_mut().zip(more).for_each(|(score, more)| *score += more);
                whole_scores(&row)
            })
            .collect();
        start += scores.len();
        both.first.push(decide(&Transitions::new(whole_transitions(&run.transitions)), &document, &scores));
    }
    report::cross_fit("both passes, cross-fitted", examples, &both.first);
    if options.number("only", 0.0) > 1.0 {
        return (Trained { hashes: Vec::new(), rows: Vec::new(), transitions: full.transitions }, calibrate::fit(&[]));
    }
    (crf::train(&corpus, None, Some(&full.transitions), &recipe), calibrate::fit(&outcomes(examples, &both)))
}

/// The names found in whole stories and single sentences of our own annotation, and whether they are right.
fn outcomes(examples: &[Example], found: &CrossFitted) -> Vec<calibrate::Outcome> {
    let mut outcomes = Vec::new();
    for (example, pass) in examples.iter().zip(&found.first) {
        if example.only.is_some() || !matches!(example.source, Source::Stories | Source::World | Source::Sentences) {
            continue;
        }
        let document = Document::new(&example.labelled.text);
        for ((start, end, _), name) in labels::spans(&pass.labels).into_iter().zip(names_of(&document, pass)) {
            let raw = raw_probability(&pass.labels[start..end], &pass.probabilities[start..end]);
            outcomes.push((raw, example.labelled.names.contains(&name)));
        }
    }
    outcomes
}

pub fn second_corpus(examples: &[Example], resources: &Resources, first: &[FirstPass]) -> Corpus {
    let mut corpus = Corpus::default();
    for (example, first) in examples.iter().zip(first) {
        let document = Document::new(&example.labelled.text);
        let reading = Reading::new(&document, resources);
        add_example(&mut corpus, example, &document, &second::extract(&reading, first, |_| false));
    }
    corpus
}
