//! Labelled stories into the weights of the engine's tagger.
//!
//! `names` trains and writes the weights file, `dev` scores one, `speed` times it, `doubt` prints the unlabelled sentences that it
//! is least sure of; `kinds` learns what kinds of bodies organizations are, `rows` measures
//! how names become organizations; `net` measures a neural tagger against the shipped one. Data and weights are looked for in
//! `../shared/data` and `engine/model/names.bin`, seen from the workspace, unless two paths say otherwise;
//! `key=value` changes the recipe ([`names`]).

#![allow(
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    clippy::needless_range_loop,
    reason = "counts and shares become floats throughout, and loops run over the labels of several rows at once"
)]

mod annotations;
mod calibrate;
mod chain;
mod clusters;
mod corpora;
mod crf;
mod doubt;
mod embed;
mod evaluate;
mod kmeans;
mod lists;
mod mix;
mod names;
mod net;
mod options;
mod organizations;
mod pack;
mod quantize;
mod recase;
mod report;
mod rng;

use std::path::PathBuf;

use anyhow::{Result, bail};
use dateline_engine::mentions::tagger::model::Model;

const USAGE: &str = "usage: names|kinds|rows|net|dev|speed|doubt [DATA [MODEL]] [key=value …]";

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let options = options::Options::new(&arguments);
    let places: Vec<&String> = arguments.iter().filter(|argument| !argument.contains('=')).collect();
    let Some(command) = places.first() else { bail!(USAGE) };
    let place = |at: usize, default: &str| PathBuf::from(places.get(at).map_or(default, |place| place.as_str()));
    let (data, model) = (place(1, "../shared/data"), place(2, "engine/model/names.bin"));
    match command.as_str() {
        "names" => names::train(&data, &model, &options),
        "kinds" => organizations::kinds::train(&data, &model, &options),
        "rows" => organizations::rows::measure(&data, &Model::parse(&std::fs::read(&model)?)?, &options),
        "doubt" => doubt::run(&data, &Model::parse(&std::fs::read(&model)?)?),
        "net" => net::run(&data, &options),
        "dev" => report::dev(&data, &Model::parse(&std::fs::read(&model)?)?),
        "speed" => report::speed(&data, &std::fs::read(&model)?),
        other => bail!("unknown command {other}; {USAGE}"),
    }
}
