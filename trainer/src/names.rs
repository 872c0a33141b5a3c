//! Trains the tagger: clusters and lists, four cross-fitted first passes, the full one, the second pass, and the packed file.

use std::path::{Path, PathBuf};
use std::time::Instant;

use anyhow::Result;
use dateline_engine::mentions::tagger::decode::{LabelScores, Transitions, UNIT};
use dateline_engine::mentions::tagger::features::{self, Features};
use dateline_engine::mentions::tagger::labels::{self, LABELS, Part, TYPES};
use dateline_engine::mentions::tagger::lists::Lists;
use dateline_engine::mentions::tagger::model::{CALIBRATION, Model};
use dateline_engine::mentions::tagger::reading::{Reading, Resources};
use dateline_engine::mentions::tagger::second::{self, FirstPass};
use dateline_engine::mentions::tagger::{clusters::Clusters, decide, first_scores, raw_probability, second_scores, tag, weights};
use dateline_engine::text::Document;

use crate::corpora::{self, Name};
use crate::crf::{self, Corpus, Recipe, Row, Sequence, Trained};
use crate::evaluate::Scores;
use crate::mix::{self, Example, FOLDS, Source, Weights};
use crate::options::Options;
use crate::pack::{Parts, pack};
use crate::quantize::quantize;
use crate::{calibrate, clusters, lists};

const PLACE: usize = 2;
const FACILITY: usize = 4;

/// The sets that are reported on; never trained or decided on.
const DEV: [&str; 4] = ["stories/dev.jsonl", "stories/world_dev.jsonl", "ner_sentences/dev.jsonl", "ner/dev.jsonl"];

/// Trains, prints scores, writes the weights to `out`.
///
/// # Errors
/// If the data cannot be read or the file not be written.
pub fn train(data: &Path, out: &PathBuf, options: &Options) -> Result<()> {
    let mix =
        Weights { newswire: options.number("newswire", 0.4), extra: options.number("extra", 0.3), recased: options.number("recased", 0.4) };
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
        epochs: options.number("epochs", 12.0) as usize,
        dropout: options.number("drop", 0.5),
        cut: options.number("cut", 0.25),
        cut_from: options.number("cutfrom", 0.3),
        l1: options.number("l1", 0.0),
        rarest: options.number("rarest", 3.0) as u8,
        seed: options.number("seed", 1.0) as u64,
        ..Recipe::default()
    };
    let folds = if options.flag("nofolds") { Vec::new() } else { train_folds(&corpus, &first) };
    if !folds.is_empty() {
        println!("cross-fitted first passes: {:?} weights", folds.iter().map(Trained::n_weights).collect::<Vec<_>>());
        let found = cross_fitted(&corpus, &folds, &examples);
        report_cross_fit("first pass, cross-fitted", &examples, &found);
        list_errors(&examples, &found, options.number("errors", 0.0) as usize);
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
    report_dev(data, &Model::parse(&bytes)?)
}

/// Scores of a packed model on the dev sets.
///
/// # Errors
/// If a set cannot be read.
pub fn report_dev(data: &Path, model: &Model) -> Result<()> {
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
pub fn report_speed(data: &Path, bytes: &[u8]) -> Result<()> {
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
fn cpu_seconds(start: Instant) -> f64 {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let nanoseconds = told.and_then(|line| line.split(' ').next().and_then(|field| field.parse::<f64>().ok()));
    nanoseconds.map_or_else(|| start.elapsed().as_secs_f64(), |nanoseconds| nanoseconds / 1e9)
}

/// Microseconds per token of each step.
fn breakdown(model: &Model, documents: &[Document]) {
    let start = Instant::now();
    let mut seconds = [0.0; 6];
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
        let features = features::extract(&reading);
        lap(1);
        let scores = first_scores(&model.first, &features);
        lap(2);
        let first = decide(&model.first.transitions, document, &scores);
        lap(3);
        let features = second::extract(&reading, &first);
        lap(4);
        std::hint::black_box(decide(&model.second.transitions, document, &second_scores(&model.second, &scores, &features)));
        lap(5);
    }
    let each = seconds.map(|seconds| format!("{:.2}", seconds * 1e6 / tokens as f64));
    println!("microseconds a token for reading, features, scores, decision, second features, second decision: {}", each.join(" "));
}

fn brotli_size(bytes: &[u8]) -> Result<usize> {
    let mut packed = Vec::new();
    let parameters = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 24, size_hint: bytes.len(), ..Default::default() };
    brotli::BrotliCompress(&mut &bytes[..], &mut packed, &parameters)?;
    Ok(packed.len())
}

/// Learned, or read back from the cache that `cache=FILE` names.
fn clusters_of(data: &Path, examples: &[Example], options: &Options) -> Result<clusters::Compiled> {
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

fn first_corpus(examples: &[Example], resources: &Resources) -> Corpus {
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

/// One first pass for each fold, trained on the others; two at a time.
fn train_folds(corpus: &Corpus, recipe: &Recipe) -> Vec<Trained> {
    let mut trained = Vec::new();
    for pair in [[0, 1], [2, 3]] {
        std::thread::scope(|scope| {
            let runs = pair.map(|fold| scope.spawn(move || crf::train(corpus, Some(fold), None, recipe)));
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
fn whole_scores(row: &Row) -> LabelScores {
    std::array::from_fn(|label| (row[label] * UNIT as f32).round() as i32)
}

fn whole_transitions(transitions: &[[f32; LABELS]; LABELS]) -> [[i32; LABELS]; LABELS] {
    transitions.map(|row| row.map(|score| (score * UNIT as f32).round() as i32))
}

fn report_cross_fit(title: &str, examples: &[Example], found: &CrossFitted) {
    println!("{title}: {}", total_line(examples, found));
    for (source, name) in
        [(Source::Stories, "stories"), (Source::World, "world"), (Source::Sentences, "sentences"), (Source::Newswire, "newswire")]
    {
        let (mut scores, mut recased) = (Scores::default(), Scores::default());
        for (example, first) in examples.iter().zip(&found.first).filter(|(example, _)| example.source == source) {
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
fn total_line(examples: &[Example], found: &CrossFitted) -> String {
    let mut scores = Scores::default();
    for (example, first) in examples.iter().zip(&found.first) {
        if matches!(example.source, Source::Stories | Source::World) && example.only.is_none() {
            scores.add(&example.labelled.names, &names_of(&Document::new(&example.labelled.text), first));
        }
    }
    scores.line()
}

/// Organizations missed and wrongly found in whole stories, with their surroundings.
fn list_errors(examples: &[Example], found: &CrossFitted, n: usize) {
    let whole = |example: &Example| matches!(example.source, Source::Stories | Source::World) && example.only.is_none();
    let mut lines = Vec::new();
    for (example, first) in examples.iter().zip(&found.first).filter(|(example, _)| whole(example)) {
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

fn names_of(document: &Document, first: &FirstPass) -> Vec<Name> {
    labels::spans(&first.labels)
        .into_iter()
        .map(|(start, end, kind)| Name {
            start: document.tokens[start].span.start as usize,
            end: document.tokens[end - 1].span.end as usize,
            kind,
        })
        .collect()
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
        let mut runs = Vec::new();
        for pair in [[0, 1], [2, 3]] {
            std::thread::scope(|scope| {
                let started = pair.map(|fold| scope.spawn(move || crf::train(corpus, Some(fold), Some(&folds[fold].transitions), recipe)));
                runs.extend(started.into_iter().flat_map(std::thread::ScopedJoinHandle::join));
            });
        }
        runs
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
    report_cross_fit("both passes, cross-fitted", examples, &both);
    if options.number("only", 0.0) > 1.0 {
        return (Trained { hashes: Vec::new(), rows: Vec::new(), transitions: full.transitions }, calibrate::fit(&[]));
    }
    (crf::train(&corpus, None, Some(&full.transitions), &recipe), calibrate::fit(&outcomes(examples, &both)))
}

/// The names found in whole stories and single sentences of our own annotation, and whether they are right.
fn outcomes(examples: &[Example], found: &CrossFitted) -> Vec<calibrate::Outcome> {
    let mut outcomes = Vec::new();
    for (example, pass) in examples.iter().zip(&found.first) {
        if example.only.is_some() || matches!(example.source, Source::Extra | Source::Newswire) {
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

fn second_corpus(examples: &[Example], resources: &Resources, first: &[FirstPass]) -> Corpus {
    let mut corpus = Corpus::default();
    for (example, first) in examples.iter().zip(first) {
        let document = Document::new(&example.labelled.text);
        let reading = Reading::new(&document, resources);
        add_example(&mut corpus, example, &document, &second::extract(&reading, first));
    }
    corpus
}
