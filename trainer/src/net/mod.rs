//! A small neural tagger, to be measured against the linear-chain model and together with it. It is not part of the page.
//!
//! `trainer net [DATA] folds=0123 cache=FILE keep=FOLDER` trains both on three quarters of the texts for each fold that is
//! named, and scores them on whole stories of the fourth quarter: each alone, the net rounded, and both together.
//! `cache` keeps the clusters, `keep` what was trained; both belong to the data, word lists and options that they were made
//! with, so other ones ask for another folder, or other names in it (`name=`, `linear=`). `docs/names.md` holds what it gave.

mod adam;
mod compare;
mod inputs;
mod layer;
mod learn;
mod network;
mod passes;
mod round;
mod store;

use std::path::{Path, PathBuf};

use anyhow::{Result, ensure};
use dateline_engine::mentions::tagger::clusters::Clusters;
use dateline_engine::mentions::tagger::lists::Lists;
use dateline_engine::mentions::tagger::reading::{Reading, Resources};
use dateline_engine::text::Document;

use compare::{Answers, Texts};
use inputs::Inputs;
use network::{Dropout, Network, Pass};

use crate::crf::{self, Corpus, Row};
use crate::mix::{self, Example, Weights};
use crate::options::Options;
use crate::{lists, names, report};

/// The net's share where one had to be chosen: the middle of those that do alike.
const SHARE: f32 = 0.75;

/// Trains and measures.
///
/// # Errors
/// If the data cannot be read or a file not be written.
pub fn run(data: &Path, options: &Options) -> Result<()> {
    let examples = mix::read(
        data,
        Weights {
            newswire: options.number("newswire", 0.4),
            anew: 0.0,
            doubted: 0.0,
            written: 0.0,
            extra: options.number("extra", 0.0),
            recased: options.number("recased", 0.0),
        },
    )?;
    let phrases = lists::compile(&data.join("gazetteers"))?;
    let compiled = names::clusters_of(data, &examples, options)?;
    let resources = Resources { lists: Lists::new(&phrases), clusters: Clusters::new(&compiled.words, &compiled.parents) };
    let corpus = names::first_corpus(&examples, &resources);
    let recipe = recipe(options);
    let linear = linear_recipe(options);
    let bench = Bench {
        linear,
        linear_name: options.text("linear").cloned().unwrap_or_else(|| "linear".into()),
        inputs: inputs_of(&examples, &resources, recipe.buckets as u32),
        keep: options.text("keep").map(PathBuf::from),
        name: options.text("name").cloned().unwrap_or_else(|| "net".into()),
        bits: options.number("bits", 8.0) as u32,
        corpus,
        recipe,
    };
    println!("{} tokens; {recipe:?}; {linear:?}", bench.inputs.len());
    let folds = options.text("folds").map_or("0", String::as_str).bytes().map(|digit| usize::from(digit.wrapping_sub(b'0')));
    let mut measured = Vec::new();
    for fold in folds.filter(|&fold| fold < mix::FOLDS) {
        let texts = Texts::held(&examples, fold);
        let answers = bench.fold(fold, &texts)?;
        measured.push((texts, answers));
        compare::alone(&measured[measured.len() - 1..]);
    }
    compare::together(&measured);
    compare::in_doubt(&measured, options.number("share", SHARE));
    if measured.len() == mix::FOLDS && options.flag("passes") {
        passes::second(&examples, &resources, &measured, options.number("share", SHARE));
    }
    Ok(())
}

fn recipe(options: &Options) -> learn::Recipe {
    learn::Recipe {
        epochs: options.number("epochs", 10.0) as usize,
        rate: options.number("rate", 2e-3),
        dropout: Dropout { inputs: options.number("drop", 0.3), hidden: options.number("drop2", 0.3) },
        batch: options.number("batch", 8.0) as usize,
        buckets: options.number("buckets", 16_384.0) as usize,
        seed: options.number("seed", 1.0) as u64,
    }
}

/// The linear model's recipe; unpruned unless `cut` says otherwise.
fn linear_recipe(options: &Options) -> crf::Recipe {
    crf::Recipe {
        epochs: options.number("linearepochs", 12.0) as usize,
        cut: options.number("cut", 0.0),
        cut_from: options.number("cutfrom", 0.3),
        rarest: options.number("rarest", 2.0) as u8,
        ..crf::Recipe::default()
    }
}

fn inputs_of(examples: &[Example], resources: &Resources, buckets: u32) -> Inputs {
    let mut inputs = Inputs::default();
    for example in examples {
        let document = Document::new(&example.labelled.text);
        inputs.add(&Reading::new(&document, resources), buckets);
    }
    inputs
}

/// All that training needs.
struct Bench {
    corpus: Corpus,
    inputs: Inputs,
    recipe: learn::Recipe,
    linear: crf::Recipe,
    linear_name: String,
    bits: u32,
    keep: Option<PathBuf>,
    name: String,
}

impl Bench {
    /// What models say of the texts of a fold that have not seen it.
    fn fold(&self, fold: usize, texts: &Texts) -> Result<[Answers; 3]> {
        let linear = self.linear(fold, texts)?;
        let network = self.network(fold)?;
        let (rounded, bytes) = round::round(&network, self.bits)?;
        println!("fold {fold}: {} parameters, {bytes} bytes at {} bits", network.n_parameters(), self.bits);
        let exact = self.answers(&network, texts);
        Ok([linear, exact, self.answers(&rounded, texts)])
    }

    /// The linear-chain model's answers.
    fn linear(&self, fold: usize, texts: &Texts) -> Result<Answers> {
        let path = self.keep.as_ref().map(|folder| folder.join(format!("{}{fold}.bin", self.linear_name)));
        if let Some(answers) = path.as_ref().and_then(|path| store::read(path)).and_then(|numbers| Answers::unpack(&numbers)) {
            ensure!(answers.scores.len() == texts.tokens().count(), "answers for other texts are kept; keep=FOLDER names another place");
            return Ok(answers);
        }
        let model = crf::train(&self.corpus, Some(fold), None, &self.linear);
        println!("fold {fold}: the linear model has {} weights", model.n_weights());
        let row_of = model.row_of();
        let scores = texts.tokens().map(|token| model.scores(&row_of, self.corpus.of(token))).collect();
        let answers = Answers { scores, transitions: model.transitions };
        if let Some(path) = path {
            store::write(&path, answers.pack())?;
        }
        Ok(answers)
    }

    fn network(&self, fold: usize) -> Result<Network> {
        let path = self.keep.as_ref().map(|folder| folder.join(format!("{}{fold}.bin", self.name)));
        if let Some(path) = &path
            && let Some(network) = store::read_network(path, self.recipe.buckets)?
        {
            return Ok(network);
        }
        let network = learn::train(&self.corpus, &self.inputs, Some(fold), &self.recipe);
        if let Some(path) = path {
            store::write_network(&path, &network)?;
        }
        Ok(network)
    }

    fn answers(&self, network: &Network, texts: &Texts) -> Answers {
        let (start, mut pass, mut scores) = (std::time::Instant::now(), Pass::default(), Vec::<Row>::new());
        let before = report::cpu_seconds(start);
        for range in texts.sentences() {
            network.forward(&self.inputs, range, None, &mut pass);
            scores.extend_from_slice(&pass.scores);
        }
        let seconds = report::cpu_seconds(start) - before;
        println!("  net: {:.0} tokens a second, without reading the text", scores.len() as f64 / seconds);
        Answers { scores, transitions: network.transitions }
    }
}
