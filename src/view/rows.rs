//! The rows of the list of organizations.

use std::collections::BTreeMap;
use std::rc::Rc;

use dateline_engine::entities::{Body, Entity, OrganizationKind, Role};
use dateline_engine::mentions::{EntityId, NameType};
use yew::AttrValue;

use super::fold::Folded;
use crate::state::{Filter, Reading, Sort};

/// A name with the part that the reader looks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// As shown.
    pub text: AttrValue,
    /// The part that matches the filter, in bytes.
    pub hit: Option<(usize, usize)>,
}

/// One organization of the story.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Which entity it is.
    pub id: EntityId,
    /// Its title.
    pub name: Name,
    /// Its other names in this story, and its acronym.
    pub aliases: Vec<Name>,
    /// How often it is named.
    pub count: usize,
    /// What kind of organization it is.
    pub kind: Option<OrganizationKind>,
    /// What a person is, as the story says: `director, OSCE`.
    pub roles: Vec<AttrValue>,
    /// What it belongs to, by name.
    pub parent: Option<AttrValue>,
    /// Where it is named: thousandths of the text.
    pub places: Vec<u16>,
}

/// The list of organizations under a filter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rows {
    /// What the filter lets through, in order.
    pub rows: Vec<Rc<Row>>,
    /// How many there are without it.
    pub total: usize,
    /// How many there are of each kind without it, the most frequent first.
    pub kinds: Vec<(OrganizationKind, usize)>,
}

/// The organizations that the filter lets through.
pub fn rows(reading: &Reading, filter: &Filter) -> Rows {
    let organizations: Vec<&Entity> = reading.analysis.entities.iter().filter(|entity| entity.kind == NameType::Organization).collect();
    let query = Folded::new(&filter.query);
    let mut rows: Vec<Row> = organizations
        .iter()
        .filter(|entity| filter.lets(entity.organization_kind))
        .filter_map(|entity| row(reading, entity, &query))
        .collect();
    match filter.sort {
        Sort::FirstMention => {}
        Sort::Count => rows.sort_by_key(|row| std::cmp::Reverse(row.count)),
        Sort::Name => rows.sort_by_cached_key(|row| Folded::new(&row.name.text).as_str().to_string()),
    }
    Rows { rows: rows.into_iter().map(Rc::new).collect(), total: organizations.len(), kinds: kinds(&organizations) }
}

/// The names of some other kinds, in order of first mention.
pub fn others(reading: &Reading, kinds: &[NameType]) -> Vec<Rc<Row>> {
    let all = Folded::new("");
    let named = reading.analysis.entities.iter().filter(|entity| kinds.contains(&entity.kind));
    named.filter_map(|entity| row(reading, entity, &all).map(Rc::new)).collect()
}

fn kinds(organizations: &[&Entity]) -> Vec<(OrganizationKind, usize)> {
    let mut counts: BTreeMap<OrganizationKind, usize> = BTreeMap::new();
    for kind in organizations.iter().filter_map(|entity| entity.organization_kind) {
        *counts.entry(kind).or_default() += 1;
    }
    let mut kinds: Vec<(OrganizationKind, usize)> = counts.into_iter().collect();
    kinds.sort_by_key(|&(_, count)| std::cmp::Reverse(count));
    kinds
}

fn row(reading: &Reading, entity: &Entity, query: &Folded) -> Option<Row> {
    let name = name(&entity.name, query);
    let acronym = entity.acronym.iter().filter(|acronym| **acronym != entity.name && !entity.aliases.contains(acronym));
    let aliases: Vec<Name> = entity.aliases.iter().chain(acronym).map(|alias| self::name(alias, query)).collect();
    let hit = query.is_blank() || name.hit.is_some() || aliases.iter().any(|alias| alias.hit.is_some());
    hit.then(|| Row {
        id: entity.id,
        name,
        aliases,
        count: entity.mentions.len(),
        kind: entity.organization_kind,
        roles: entity.roles.iter().map(|role| role_words(reading, role)).collect(),
        parent: entity.parent.as_ref().map(|parent| body_name(reading, parent)),
        places: places(reading, entity),
    })
}

fn name(text: &str, query: &Folded) -> Name {
    Name { text: text.to_string().into(), hit: Folded::new(text).find(query) }
}

fn role_words(reading: &Reading, role: &Role) -> AttrValue {
    match &role.organization {
        Some(body) => format!("{}, {}", role.role, body_name(reading, body)).into(),
        None => role.role.clone().into(),
    }
}

/// The name of a body that is a row or only implied.
pub fn body_name(reading: &Reading, body: &Body) -> AttrValue {
    match body {
        Body::Named(name) => name.clone().into(),
        Body::Entity(id) => reading.analysis.entities.get(id.0 as usize).map_or(String::new(), |entity| entity.name.clone()).into(),
    }
}

fn places(reading: &Reading, entity: &Entity) -> Vec<u16> {
    let mentions = entity.mentions.iter().filter_map(|&index| reading.analysis.mentions.get(index as usize));
    let mut places: Vec<u16> = mentions.map(|mention| thousandth(mention.span.start as usize, reading.text.len())).collect();
    places.dedup();
    places
}

fn thousandth(at: usize, of: usize) -> u16 {
    (at * 1000 / of.max(1)) as u16
}
