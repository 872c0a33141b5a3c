//! Organizations with what speaks for their kinds, and the kinds they have: from texts, from the table of well-known ones, and from those of the tagger's lists.

use std::collections::BTreeSet;
use std::path::Path;

use anyhow::Result;
use dateline_engine::entities::{Entity, OrganizationKind, kind_words, kinds, lexicon, resolve};
use dateline_engine::mentions::Mention;
use dateline_engine::mentions::tagger::clusters::Clusters;
use dateline_engine::mentions::tagger::reading::Resources;
use dateline_engine::text::{Document, Span};

use crate::corpora;

use super::regression::{KINDS, Pieces};
use super::texts::{self, Source, Text};

/// An organization with its evidence and its kind.
pub struct Example {
    /// Its name.
    pub name: String,
    /// What speaks for a kind.
    pub evidence: Vec<u32>,
    /// The kind's place.
    pub kind: usize,
    /// The text it is in, for cross-fitting, and where that comes from.
    pub text: Option<(usize, Source)>,
    /// Counts so much.
    pub weight: f64,
    /// What the table or the name tells beyond doubt.
    pub sure: Option<usize>,
    /// What the tagger's lists say of it, which comes before what is learned.
    pub listed: Option<usize>,
}

/// Bodies with their kinds that the tagger's lists are made from, seen from the workspace.
const TABLES: [&str; 3] = ["engine/lexicon/names/companies.tsv", "engine/lexicon/names/culture.tsv", "engine/lexicon/names/public.tsv"];

/// How much examples count, beside 1 for an organization of an annotated story.
#[derive(Clone, Copy)]
pub struct Weights {
    /// A name of the table.
    pub table: f64,
    /// A name of the tables of the tagger's lists.
    pub names: f64,
    /// An organization of an article that was given its kind.
    pub article: f64,
    /// One of a story that was written for training.
    pub written: f64,
}

/// All examples, in one order.
///
/// # Errors
/// If a file cannot be read.
pub fn read(data: &Path, resources: &Resources, weights: Weights, pieces: &mut Pieces) -> Result<Vec<Example>> {
    let mut examples = Vec::new();
    for (number, text) in texts::read(data)?.iter().enumerate() {
        let weight = match text.source {
            Source::Story => 1.0,
            Source::Article => weights.article,
            Source::Written => weights.written,
        };
        examples.extend(of_text(text, resources, number, weight, pieces));
    }
    examples.extend(of_table(&resources.clusters, weights.table, pieces));
    for table in TABLES {
        examples.extend(of_names(&corpora::lines(Path::new(table))?, &resources.clusters, weights.names, pieces));
    }
    Ok(examples)
}

/// Each organization of a text: resolved from the marked names, with the kind of the first of its mentions that has one.
fn of_text(text: &Text, resources: &Resources, number: usize, weight: f64, pieces: &mut Pieces) -> Vec<Example> {
    let mut mentions: Vec<Mention> = text.mentions();
    let document = Document::new(&text.words);
    let entities: Vec<Entity> = resolve(&document, &mut mentions, None);
    let given = |span: Span| text.organizations.iter().find(|body| body.names.contains(&span)).and_then(|body| body.kind);
    let kind = |entity: &Entity| entity.mentions.iter().find_map(|&mention| given(mentions.get(mention as usize)?.span));
    let reader = kinds::Reader::new(&document, &mentions, &entities, Some(resources));
    let examples = entities.iter().enumerate().filter_map(|(index, entity)| {
        let listed = reader.listed(index).map(place);
        let evidence = reader.evidence(index);
        Some(Example {
            name: entity.name.clone(),
            sure: kinds::certain(&evidence).map(place),
            evidence: numbered(&evidence, pieces),
            kind: place(kind(entity)?),
            text: Some((number, text.source)),
            weight,
            listed,
        })
    });
    examples.collect()
}

fn numbered(evidence: &BTreeSet<String>, pieces: &mut Pieces) -> Vec<u32> {
    let first = |piece: &str| piece.split(' ').next().unwrap_or_default().to_string();
    let looked_at: Vec<&String> = evidence.iter().filter(|piece| !pieces.without.contains(&first(piece))).collect();
    looked_at.into_iter().map(|piece| pieces.number(piece)).collect()
}

fn of_name(name: &str, kind: OrganizationKind, clusters: &Clusters, weight: f64, pieces: &mut Pieces) -> Example {
    let evidence = numbered(&kind_words::evidence_of_name(name, clusters), pieces);
    Example { name: name.to_string(), evidence, kind: place(kind), text: None, weight, sure: None, listed: None }
}

fn of_table(clusters: &Clusters, weight: f64, pieces: &mut Pieces) -> Vec<Example> {
    let names = |body: &'static lexicon::Known| std::iter::once(body.name).chain(body.names.iter().copied());
    let bodies = (0..).map_while(|number| lexicon::KNOWN.get(number));
    bodies.flat_map(|body| names(body).map(|name| of_name(name, body.kind, clusters, weight, pieces)).collect::<Vec<_>>()).collect()
}

fn of_names(lines: &[String], clusters: &Clusters, weight: f64, pieces: &mut Pieces) -> Vec<Example> {
    let bodies = lines.iter().filter(|line| !line.starts_with('#')).filter_map(|line| {
        let mut columns = line.split('\t');
        Some((columns.next()?, OrganizationKind::from_name(columns.next()?)?))
    });
    bodies.filter(|_| weight > 0.0).map(|(name, kind)| of_name(name, kind, clusters, weight, pieces)).collect()
}

/// A kind's place among all.
pub fn place(kind: OrganizationKind) -> usize {
    OrganizationKind::NAMES.iter().position(|entry| entry.0 == kind).unwrap_or(KINDS - 1)
}
