//! The rows of the list of organizations.

use std::collections::BTreeMap;
use std::rc::Rc;

use dateline_engine::entities::{Body, Entity, OrganizationKind, Role};
use dateline_engine::mentions::{EntityId, NameType};
use yew::AttrValue;

use super::fold::Folded;
use super::tree;
use crate::state::{Filter, Reading, Sort};
use crate::words;

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
    /// How deep it stands below what it belongs to.
    pub depth: u8,
    /// How many of its parts are listed.
    pub parts: usize,
    /// True if its parts are not shown.
    pub folded: bool,
}

/// The list of organizations under a filter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rows {
    /// What is shown, in order.
    pub rows: Vec<Rc<Row>>,
    /// How many the filter lets through; some may be folded away.
    pub found: usize,
    /// How many there are without it.
    pub total: usize,
    /// True if one of them belongs to another.
    pub has_parts: bool,
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
    let found = rows.len();
    if !filter.flat {
        rows = tree::grow(reading, rows, &filter.folded);
    }
    let has_parts = tree::has_parts(reading, &organizations);
    Rows { rows: rows.into_iter().map(Rc::new).collect(), found, total: organizations.len(), has_parts, kinds: kinds(&organizations) }
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
        depth: 0,
        parts: 0,
        folded: false,
    })
}

fn name(text: &str, query: &Folded) -> Name {
    Name { text: text.to_string().into(), hit: Folded::new(text).find(query) }
}

/// A role in words: `director, OSCE`.
pub fn role_words(reading: &Reading, role: &Role) -> AttrValue {
    match &role.organization {
        Some(body) => words::role(&role.role, &body_name(reading, body)).into(),
        None => role.role.clone().into(),
    }
}

/// The name of a body that is a row or only implied.
pub fn body_name(reading: &Reading, body: &Body) -> AttrValue {
    match body {
        Body::Named(name) => name.clone().into(),
        Body::Entity(id) => reading.entity(*id).map_or(String::new(), |entity| entity.name.clone()).into(),
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

#[cfg(test)]
mod tests {
    use dateline_engine::{Options, analyze};

    use super::*;
    use crate::protocol::RequestId;

    /// Four bodies, the second and the fourth parts of the first, the third on its own.
    fn reading() -> Reading {
        let text = "The World Bank met the African Union. The United Nations met the World Bank. Interpol left.";
        let mut analysis = analyze(text, &Options::default());
        let organizations: Vec<EntityId> = analysis.entities.iter().map(|entity| entity.id).collect();
        assert_eq!(organizations.len(), 4, "{:?}", analysis.entities);
        for part in [1, 3] {
            analysis.entities[part].parent = Some(Body::Entity(organizations[0]));
        }
        Reading::new(RequestId::default(), text.into(), analysis)
    }

    #[track_caller]
    fn check(reading: &Reading, filter: &Filter, expected: &[(&str, u8)]) {
        let rows = rows(reading, filter);
        let shown: Vec<(&str, u8)> = rows.rows.iter().map(|row| (row.name.text.as_str(), row.depth)).collect();
        assert_eq!(shown, expected);
    }

    #[test]
    fn parts_stand_below_what_they_belong_to() {
        let reading = reading();
        check(&reading, &Filter::default(), &[("World Bank", 0), ("African Union", 1), ("Interpol", 1), ("United Nations", 0)]);
        let by_name = Filter { sort: Sort::Name, ..Filter::default() };
        check(&reading, &by_name, &[("United Nations", 0), ("World Bank", 0), ("African Union", 1), ("Interpol", 1)]);
        let flat = Filter { flat: true, ..Filter::default() };
        check(&reading, &flat, &[("World Bank", 0), ("African Union", 0), ("United Nations", 0), ("Interpol", 0)]);
    }

    #[test]
    fn folded_parts_are_counted_but_not_shown() {
        let reading = reading();
        let mut filter = Filter::default();
        filter.fold(EntityId(0));
        check(&reading, &filter, &[("World Bank", 0), ("United Nations", 0)]);
        let rows = rows(&reading, &filter);
        assert_eq!((rows.found, rows.total, rows.rows[0].parts), (4, 4, 2));
    }

    #[test]
    fn a_part_whose_parent_is_filtered_out_stands_alone() {
        let filter = Filter { query: "interpol".into(), ..Filter::default() };
        let reading = reading();
        check(&reading, &filter, &[("Interpol", 0)]);
        assert_eq!(rows(&reading, &filter).rows[0].parent.as_deref(), Some("World Bank"));
    }

    #[test]
    fn nothing_is_lost_when_two_belong_to_each_other() {
        let mut reading = reading();
        reading.analysis.entities[0].parent = Some(Body::Entity(EntityId(1)));
        let rows = rows(&reading, &Filter::default());
        assert_eq!(rows.rows.len(), 4);
    }
}
