//! Measures how the engine makes organizations of names, the names being given: merging, kinds and parents.
//!
//! `cargo xtask train rows` prints a line for each source; with `errors=1` what is amiss, too.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use anyhow::Result;
use dateline_engine::entities::{Body, Entity, OrganizationKind, resolve};
use dateline_engine::mentions::tagger::model::Model;
use dateline_engine::mentions::{Mention, NameType};
use dateline_engine::text::{Document, Span};

use super::texts::{self, Organization, Parent, Source, Text};
use crate::options::Options;

#[derive(Default)]
struct Counts {
    organizations: usize,
    /// Found with all its names, and none of another.
    clean: usize,
    split: usize,
    false_merges: usize,
    kinds: usize,
    kinds_right: usize,
    parents: usize,
    parents_right: usize,
    parents_said: usize,
}

/// Prints the measures.
///
/// # Errors
/// If the data cannot be read.
pub fn measure(data: &Path, model: &Model, options: &Options) -> Result<()> {
    let mut sources: BTreeMap<Source, Counts> = BTreeMap::new();
    for text in &texts::read(data)? {
        let counts = sources.entry(text.source).or_default();
        Found::new(text, model).measure(counts, options.flag("errors"));
    }
    for (source, counts) in &sources {
        let name = source.name();
        let share = |part: usize, all: usize| 100.0 * part as f64 / all.max(1) as f64;
        println!(
            "{name}: {} organizations, {:.1} % clean, {} split, {} false merges; kinds {:.1} %; parents found {:.1} % of {}, said {}",
            counts.organizations,
            share(counts.clean, counts.organizations),
            counts.split,
            counts.false_merges,
            share(counts.kinds_right, counts.kinds),
            share(counts.parents_right, counts.parents),
            counts.parents,
            counts.parents_said
        );
    }
    Ok(())
}

/// What the engine makes of a text's names.
struct Found<'a> {
    text: &'a Text,
    entities: Vec<Entity>,
    /// The entity of each name.
    at: BTreeMap<Span, usize>,
}

impl<'a> Found<'a> {
    fn new(text: &'a Text, model: &Model) -> Self {
        let mut mentions: Vec<Mention> = text.mentions();
        let document = Document::new(&text.words);
        let entities = resolve(&document, &mut mentions, Some(&model.resources));
        let outer = mentions.iter().filter(|mention| mention.inside.is_none() && mention.kind == NameType::Organization);
        let at = outer.filter_map(|mention| Some((mention.span, mention.entity?.0 as usize))).collect();
        Self { text, entities, at }
    }

    fn measure(&self, counts: &mut Counts, shows_errors: bool) {
        let mut owners: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
        let rows: Vec<Vec<usize>> = self.text.organizations.iter().map(|body| self.rows(body)).collect();
        for (number, rows) in rows.iter().enumerate() {
            for &row in rows {
                owners.entry(row).or_default().insert(number);
            }
        }
        let say = |what: &str, words: String| {
            if shows_errors {
                println!("{} {what} {words}", self.text.id);
            }
        };
        for &row in owners.iter().filter(|(_, owners)| owners.len() > 1).map(|(row, _)| row) {
            counts.false_merges += 1;
            say("MERGED", self.forms(row));
        }
        for (body, rows) in self.text.organizations.iter().zip(&rows) {
            let Some(&first) = rows.first() else { continue };
            let entity = &self.entities[first];
            counts.organizations += 1;
            let is_whole = rows.len() == 1;
            counts.split += usize::from(!is_whole);
            counts.clean += usize::from(is_whole && owners[&first].len() == 1);
            if !is_whole {
                say("SPLIT", rows.iter().map(|&row| self.forms(row)).collect::<Vec<_>>().join(" + "));
            }
            if let Some(kind) = body.kind {
                counts.kinds += 1;
                counts.kinds_right += usize::from(entity.organization_kind == Some(kind));
                if entity.organization_kind != Some(kind) {
                    let name =
                        |kind: OrganizationKind| OrganizationKind::NAMES.iter().find(|entry| entry.0 == kind).map_or("", |entry| entry.1);
                    say("KIND", format!("{}: {}, not {}", entity.name, name(kind), entity.organization_kind.map_or("", name)));
                }
            }
            self.measure_parent(body, entity, counts, &say);
        }
    }

    fn measure_parent(&self, body: &Organization, entity: &Entity, counts: &mut Counts, say: &impl Fn(&str, String)) {
        let said = entity.parent.as_ref().map(|parent| match parent {
            Body::Entity(id) => self.forms(id.0 as usize),
            Body::Named(name) => name.clone(),
        });
        let expected = body.parent.as_ref().map(|parent| match parent {
            Parent::At(span) => self.at.get(span).map_or_else(String::new, |&row| self.forms(row)),
            Parent::Named(name) => name.clone(),
        });
        counts.parents_said += usize::from(said.is_some());
        counts.parents += usize::from(expected.is_some());
        let is_same = |one: &str, other: &str| {
            let forms = |all: &str| all.split("; ").map(str::to_lowercase).collect::<BTreeSet<_>>();
            !forms(one).is_disjoint(&forms(other))
        };
        match (&expected, &said) {
            (Some(expected), Some(said)) if is_same(expected, said) => counts.parents_right += 1,
            (None, None) => {}
            _ => say("PARENT", format!("{}: {:?}, not {:?}", entity.name, expected.unwrap_or_default(), said.unwrap_or_default())),
        }
    }

    /// The rows that hold an organization's names.
    fn rows(&self, body: &Organization) -> Vec<usize> {
        let mut rows = Vec::new();
        for row in body.names.iter().filter_map(|span| self.at.get(span).copied()) {
            if !rows.contains(&row) {
                rows.push(row);
            }
        }
        rows
    }

    fn forms(&self, row: usize) -> String {
        let entity = &self.entities[row];
        std::iter::once(&entity.name).chain(&entity.aliases).cloned().collect::<Vec<_>>().join("; ")
    }
}
