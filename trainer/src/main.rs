//! Labelled stories into the weights of the engine's tagger.
//!
//! `dateline-trainer names DATA OUT [key=value …]` trains; `dateline-trainer dev DATA MODEL` scores a weights file.

#![allow(
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    clippy::needless_range_loop,
    reason = "counts and shares become floats throughout, and loops run over the labels of several rows at once"
)]

mod calibrate;
mod clusters;
mod corpora;
mod crf;
mod embed;
mod evaluate;
mod kmeans;
mod lists;
mod mix;
mod names;
mod options;
mod pack;
mod quantize;
mod recase;
mod rng;

use std::path::PathBuf;

use anyhow::{Result, bail};
use dateline_engine::mentions::tagger::model::Model;

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [command, data, file, rest @ ..] = arguments.as_slice() else { bail!("usage: names DATA OUT [key=value …] | dev DATA MODEL") };
    let (data, file) = (PathBuf::from(data), PathBuf::from(file));
    match command.as_str() {
        "names" => names::train(&data, &file, &options::Options::new(rest)),
        "dev" => names::report_dev(&data, &Model::parse(&std::fs::read(&file)?)?),
        other => bail!("unknown command {other}"),
    }
}
