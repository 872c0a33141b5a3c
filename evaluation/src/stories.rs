//! `story_score.py`: what a reader sees of a whole story – rows of organizations, what was merged, titles, kinds, parents.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::gold::{Document, Entity};
use crate::measures::{Count, float};
use crate::names::context;
use crate::normal::{Letters, form, trim};
use crate::system::{self, Answer, scored_type};

/// The types whose spans are scored.
pub const TYPES: [&str; 5] = ["ORG", "PER", "LOC", "NORP", "MISC"];

type Place = (usize, usize);

/// Right answers, of how many.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Share {
    /// Right answers.
    pub right: usize,
    /// All that were asked.
    pub all: usize,
}

/// All stories of a set.
#[derive(Clone, Debug, Default)]
pub struct Score {
    /// How many.
    pub n_stories: usize,
    /// Spans by type.
    pub names: BTreeMap<String, Count>,
    /// Rows that have a gold organization.
    pub rows: Count,
    /// Rows that hold all of one organization and nothing of another.
    pub clean: Count,
    /// Gold organizations in several rows.
    pub splits: usize,
    /// Rows with several gold organizations.
    pub false_merges: usize,
    /// Rows whose name is the gold's.
    pub title: Share,
    /// Rows whose kind is the gold's.
    pub kind: Share,
    /// Rows whose larger body is the gold's.
    pub parent: Share,
    /// Stories whose publication date was found in the text.
    pub published: Share,
    /// What is wrong, with context.
    pub errors: Vec<String>,
    b3_precision: f64,
    b3_recall: f64,
    b3_mentions: usize,
}

/// One organization of either side.
struct Row<'a, E> {
    places: BTreeSet<Place>,
    forms: BTreeSet<String>,
    entity: &'a E,
}

impl Score {
    /// B-cubed F1 of the grouping of mentions that both sides have, from 0 to 100.
    pub fn b3_f1(&self) -> f64 {
        if self.b3_mentions == 0 {
            return 0.0;
        }
        let (p, r) = (self.b3_precision / float(self.b3_mentions), self.b3_recall / float(self.b3_mentions));
        if p + r > 0.0 { 200.0 * p * r / (p + r) } else { 0.0 }
    }

    /// Adds a story, except for its publication date.
    pub fn add(&mut self, document: &Document, answer: &Answer) {
        let text: Vec<char> = document.text.chars().collect();
        self.n_stories += 1;
        self.add_names(document, answer, &text);
        let (gold, said) = (gold_rows(document, &text), system_rows(answer, &text));
        let pairs = pair(&gold, &said);
        self.rows.add(pairs.len(), said.len(), gold.len());
        let owner: BTreeMap<Place, usize> =
            gold.iter().enumerate().flat_map(|(at, row)| row.places.iter().map(move |place| (*place, at))).collect();
        let mut n_clean = 0;
        for (&gold_idx, &said_idx) in &pairs {
            let (gold_row, said_row) = (&gold[gold_idx], &said[said_idx]);
            let is_clean =
                said_row.places.iter().all(|place| owner.get(place) == Some(&gold_idx)) && gold_row.forms.is_subset(&said_row.forms);
            n_clean += usize::from(is_clean);
            if !is_clean {
                self.errors.push(format!("{} unclean row: gold {:?}, said {:?}", document.id, gold_row.forms, said_row.forms));
            }
            self.add_row(document, answer, gold_row.entity, said_row.entity);
        }
        self.clean.add(n_clean, said.len(), gold.len());
        self.tell_unpaired(document, &gold, &said, &pairs);
        self.add_grouping(document, &gold, &said);
    }

    /// Adds the publication date that was found without being told.
    pub fn add_published(&mut self, document: &Document, found: Option<&str>) {
        if document.dateline {
            self.published.all += 1;
            if found == document.published.as_deref() {
                self.published.right += 1;
            } else {
                self.errors.push(format!("{} published {:?}, said {found:?}", document.id, document.published));
            }
        }
    }

    fn add_names(&mut self, document: &Document, answer: &Answer, text: &Letters) {
        let mut gold: BTreeMap<&str, BTreeSet<Place>> = BTreeMap::new();
        let mut said: BTreeMap<&str, BTreeSet<Place>> = BTreeMap::new();
        for entity in &document.entities {
            gold.entry(scored_type(&entity.r#type)).or_default().extend(entity.mentions.iter().map(|&place| trimmed(text, place)));
        }
        for mention in answer.mentions.iter().filter(|mention| mention.inside.is_none()) {
            said.entry(scored_type(&mention.r#type)).or_default().insert(trimmed(text, (mention.start, mention.end)));
        }
        for name in TYPES {
            let (gold, said) = (gold.remove(name).unwrap_or_default(), said.remove(name).unwrap_or_default());
            self.names.entry(name.to_string()).or_default().add(gold.intersection(&said).count(), said.len(), gold.len());
            for &(start, end) in gold.difference(&said) {
                self.errors.push(format!("{} missed {name}: {}", document.id, context(text, start, end)));
            }
            for &(start, end) in said.difference(&gold) {
                self.errors.push(format!("{} wrongly said {name}: {}", document.id, context(text, start, end)));
            }
        }
    }

    fn add_row(&mut self, document: &Document, answer: &Answer, gold: &Entity, said: &system::Entity) {
        self.title.add(form(&said.name) == form(&gold.name));
        if let Some(kind) = gold.kind.as_ref().filter(|kind| !kind.is_empty()) {
            let is_right = said.kind.as_ref() == Some(kind);
            self.kind.add(is_right);
            if !is_right {
                self.errors.push(format!("{} kind of {}: {kind}, said {:?}", document.id, gold.name, said.kind));
            }
        }
        let Some(parent) = gold.parent.as_ref().filter(|parent| !parent.is_empty()) else { return };
        let entity = document.entities.iter().find(|entity| entity.name == *parent);
        let mut right: BTreeSet<String> = entity.iter().flat_map(|entity| &entity.forms).map(|name| form(name)).collect();
        right.insert(form(parent));
        let found = parent_name(answer, &said.parent);
        let is_right = found.as_ref().is_some_and(|found| right.contains(&form(found)));
        self.parent.add(is_right);
        if !is_right {
            self.errors.push(format!("{} parent of {}: {parent}, said {found:?}", document.id, gold.name));
        }
    }

    fn tell_unpaired(&mut self, document: &Document, gold: &[Row<Entity>], said: &[Row<system::Entity>], pairs: &BTreeMap<usize, usize>) {
        for (_, row) in gold.iter().enumerate().filter(|(at, _)| !pairs.contains_key(at)) {
            self.errors.push(format!("{} missing row: {}", document.id, row.entity.name));
        }
        let used: BTreeSet<&usize> = pairs.values().collect();
        for (_, row) in said.iter().enumerate().filter(|(at, _)| !used.contains(at)) {
            self.errors.push(format!("{} extra row: {}", document.id, row.entity.name));
        }
    }

    /// How mentions that are organizations on both sides are grouped.
    fn add_grouping(&mut self, document: &Document, gold: &[Row<Entity>], said: &[Row<system::Entity>]) {
        let (of_gold, of_said) = (owners(gold), owners(said));
        let both: Vec<(usize, usize)> = of_gold.iter().filter_map(|(place, gold)| Some((*gold, *of_said.get(place)?))).collect();
        for &(gold, said) in &both {
            let same = both.iter().filter(|pair| **pair == (gold, said)).count();
            self.b3_precision += float(same) / float(both.iter().filter(|pair| pair.1 == said).count());
            self.b3_recall += float(same) / float(both.iter().filter(|pair| pair.0 == gold).count());
        }
        self.b3_mentions += both.len();
        let distinct: BTreeSet<(usize, usize)> = both.into_iter().collect();
        for (at, row) in gold.iter().enumerate() {
            if distinct.iter().filter(|pair| pair.0 == at).count() > 1 {
                self.splits += 1;
                self.errors.push(format!("{} split: {}", document.id, row.entity.name));
            }
        }
        for (at, row) in said.iter().enumerate() {
            let merged: Vec<&str> = distinct.iter().filter(|pair| pair.1 == at).map(|pair| gold[pair.0].entity.name.as_str()).collect();
            if merged.len() > 1 {
                self.false_merges += 1;
                self.errors.push(format!("{} false merge: {} holds {merged:?}", document.id, row.entity.name));
            }
        }
    }
}

impl Share {
    fn add(&mut self, is_right: bool) {
        self.all += 1;
        self.right += usize::from(is_right);
    }
}

fn trimmed(text: &Letters, (start, end): Place) -> Place {
    trim(text, start..end).map_or((start, end), |span| (span.start, span.end))
}

fn row<'a, E>(text: &Letters, places: impl Iterator<Item = Place>, entity: &'a E, trims_forms: bool) -> Row<'a, E> {
    let (mut trimmed_places, mut forms) = (BTreeSet::new(), BTreeSet::new());
    for place in places {
        let trimmed = trimmed(text, place);
        let (start, end) = if trims_forms { trimmed } else { place };
        forms.insert(form(&text[start..end].iter().collect::<String>()));
        trimmed_places.insert(trimmed);
    }
    Row { places: trimmed_places, forms, entity }
}

fn gold_rows<'a>(document: &'a Document, text: &Letters) -> Vec<Row<'a, Entity>> {
    let organizations = document.entities.iter().filter(|entity| entity.r#type == "ORG");
    organizations.map(|entity| row(text, entity.mentions.iter().copied(), entity, false)).collect()
}

fn system_rows<'a>(answer: &'a Answer, text: &Letters) -> Vec<Row<'a, system::Entity>> {
    let organizations = answer.entities.iter().filter(|entity| entity.r#type == "ORG");
    let rows = organizations.map(|entity| {
        let own = answer
            .mentions
            .iter()
            .filter(|mention| mention.inside.is_none() && mention.r#type == "ORG" && mention.entity == Some(entity.id));
        row(text, own.map(|mention| (mention.start, mention.end)), entity, true)
    });
    rows.filter(|row| !row.places.is_empty()).collect()
}

/// Gold row to system row, one to one: most shared mentions first, then most shared forms, then order.
fn pair(gold: &[Row<Entity>], said: &[Row<system::Entity>]) -> BTreeMap<usize, usize> {
    let mut candidates = Vec::new();
    for (gold_idx, gold) in gold.iter().enumerate() {
        for (said_idx, said) in said.iter().enumerate() {
            let (places, forms) = (gold.places.intersection(&said.places).count(), gold.forms.intersection(&said.forms).count());
            if places > 0 || forms > 0 {
                candidates.push((Reverse(places), Reverse(forms), gold_idx, said_idx));
            }
        }
    }
    candidates.sort_unstable();
    let (mut pairs, mut used) = (BTreeMap::new(), BTreeSet::new());
    for (_, _, gold, said) in candidates {
        if !pairs.contains_key(&gold) && used.insert(said) {
            pairs.insert(gold, said);
        }
    }
    pairs
}

fn owners<E>(rows: &[Row<E>]) -> BTreeMap<Place, usize> {
    rows.iter().enumerate().flat_map(|(at, row)| row.places.iter().map(move |place| (*place, at))).collect()
}

/// The name of the larger body, given as a row's number or as a name.
fn parent_name(answer: &Answer, parent: &Value) -> Option<String> {
    let row = answer.entities.iter().find(|entity| parent.as_u64() == Some(u64::from(entity.id)));
    match (row, parent) {
        (Some(row), _) => Some(row.name.clone()),
        (None, Value::Null) => None,
        (None, Value::String(name)) => Some(name.clone()),
        (None, other) => Some(other.to_string()),
    }
}
