//! Learns what kind of body an organization is, over `entities::kinds::evidence`, and writes the engine's table of weights.
//!
//! The evidence holds the groups of like words of the tagger's weights, so that the table is to be learned anew after them; a
//! test of the engine sees to it. `cargo xtask train kinds` prints the accuracy by 4-fold cross-fitting over all texts, with
//! `errors=1` each error as a line; `without=near,begins` leaves the evidence out that begins with these words.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::Result;
use dateline_engine::entities::{OrganizationKind, kinds};
use dateline_engine::mentions::tagger::model::{HEADER, Model, checksum};

use super::examples::{self, Example, Weights};
use super::regression::{self, Pieces, Recipe, best};
use super::texts::Source;
use crate::options::Options;

const FOLDS: usize = 4;
/// Where the table is, seen from the workspace.
const TABLE: &str = "engine/model/kinds.tsv";

/// Prints scores, writes the table.
///
/// # Errors
/// If the data cannot be read or the file not be written.
pub fn train(data: &Path, names: &Path, options: &Options) -> Result<()> {
    let names = std::fs::read(names)?;
    let resources = &Model::parse(&names)?.resources;
    let number = |key: &str, default: f32| f64::from(options.number(key, default));
    let weights = Weights {
        table: number("table", 0.4),
        names: number("names", 0.15),
        article: number("article", 1.0),
        written: number("written", 1.0),
    };
    let recipe = Recipe {
        epochs: options.number("epochs", 16.0) as usize,
        rate: number("rate", 0.08),
        l1: number("l1", 0.005),
        prior: number("prior", 4.0),
        kept: options.number("kept", 18_000.0) as usize,
        hidden: number("hidden", 0.3),
        rarest: options.number("rarest", 3.0) as usize,
    };
    let without = options.text("without").map_or_else(Vec::new, |words| words.split(',').map(str::to_string).collect());
    let mut pieces = Pieces::default();
    pieces.without = without;
    let examples = examples::read(data, resources, weights, &mut pieces)?;
    cross_fit(&mut pieces, &examples, recipe, options.flag("errors"));
    if !options.flag("only") {
        let table = as_table(&recipe.train(&mut pieces, examples.iter()), &pieces, checksum(&names[HEADER..]));
        std::fs::write(options.text("out").map_or(TABLE, String::as_str), table)?;
    }
    Ok(())
}

fn cross_fit(pieces: &mut Pieces, examples: &[Example], recipe: Recipe, shows_errors: bool) {
    // For each source: all, right, right without the tagger's lists.
    let mut counts: BTreeMap<Source, [usize; 3]> = BTreeMap::new();
    for fold in 0..FOLDS {
        let is_held_out = |example: &&Example| example.text.is_some_and(|(text, _)| text % FOLDS == fold);
        let mut model = recipe.train(pieces, examples.iter().filter(|example| !is_held_out(example)));
        for weight in model.iter_mut().flatten() {
            *weight = f64::from(rounded(*weight));
        }
        for example in examples.iter().filter(is_held_out) {
            let Some((text, source)) = example.text else { continue };
            let learned = best(&model, &example.evidence);
            let said = example.sure.or(example.listed).unwrap_or(learned);
            let counts = counts.entry(source).or_default();
            counts[0] += 1;
            counts[1] += usize::from(said == example.kind);
            counts[2] += usize::from(example.sure.unwrap_or(learned) == example.kind);
            if shows_errors && said != example.kind {
                let kind = |at: usize| OrganizationKind::NAMES[at].1;
                println!("{}: {}, not {} ({} {text})", example.name, kind(example.kind), kind(said), source.name());
            }
        }
    }
    println!("{} examples; kinds by {FOLDS}-fold cross-fitting:", examples.len());
    for (source, [all, right, learned]) in &counts {
        let share = |right: usize| 100.0 * right as f64 / (*all).max(1) as f64;
        println!("{} ({all}): {:.1} % right, {:.1} % without the tagger's lists", source.name(), share(*right), share(*learned));
    }
}

/// In fifths: finer ones make the table larger and no better.
fn rounded(weight: f64) -> i32 {
    (weight * kinds::WEIGHTS_PER_UNIT).round() as i32
}

/// A weight for a kind as the table has it: a letter for the kind's place, a capital if it speaks against it, and the size.
fn written(kind: usize, weight: i32) -> String {
    let first = if weight < 0 { b'A' } else { b'a' };
    format!("{}{}", char::from(first + kind as u8), weight.abs())
}

fn as_table(model: &regression::Model, pieces: &Pieces, names: u32) -> String {
    let mut table = format!(
        "# What speaks for which kind of organization: for each kind a letter (a the first of the 16, a capital if it speaks against it) and a weight in fifths.\n\
         # Source: learned by cargo xtask train kinds from annotated texts (CC0), organizations.tsv and names/. Licence: CC0.\n\
         # With names.bin: {names:08x}\n",
    );
    for (piece, number) in pieces.iter() {
        let weights = model[number].iter().map(|&weight| rounded(weight)).enumerate();
        let kept: Vec<String> = weights.filter(|entry| entry.1 != 0).map(|(kind, weight)| written(kind, weight)).collect();
        if !kept.is_empty() && !piece.contains('\t') {
            table.extend([piece, "\t", &kept.concat(), "\n"]);
        }
    }
    table
}
