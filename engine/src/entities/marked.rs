//! For tests: stories in which the names are marked, `[ORG Acme Corp] said`.

use std::borrow::Cow;

use super::{Body, Entity, resolve};
use crate::mentions::{Mention, NameType};
use crate::text::{Document, Span};

/// The entities of a marked story.
pub fn read(marked: &str) -> Vec<Entity> {
    let (text, mut mentions) = unmark(marked);
    resolve(&Document::new(&text), &mut mentions, None)
}

/// The text without its marks, and the mentions they stood for.
pub fn unmark(marked: &str) -> (String, Vec<Mention>) {
    let mut text = String::new();
    let mut mentions = Vec::new();
    for piece in marked.split_inclusive(']') {
        let (before, mark) = piece.split_once('[').unwrap_or((piece, ""));
        text.push_str(before);
        let Some((kind, name)) = mark.strip_suffix(']').and_then(|mark| mark.split_once(' ')) else { continue };
        let start = text.len();
        text.push_str(name);
        let span = Span::new(start, text.len());
        mentions.push(Mention { span, kind: name_type(kind), p: 100, why: Cow::Borrowed("marked"), inside: None, entity: None });
    }
    (text, mentions)
}

fn name_type(code: &str) -> NameType {
    match code {
        "ORG" => NameType::Organization,
        "PER" => NameType::Person,
        "LOC" => NameType::Place,
        "NORP" => NameType::Group,
        _ => panic!("{code} is no type used in these tests"),
    }
}

/// The forms of each entity, the title first: `Acme Corp = Acme; Zed`.
pub fn rows(entities: &[Entity]) -> String {
    let row = |entity: &Entity| std::iter::once(&entity.name).chain(&entity.aliases).cloned().collect::<Vec<_>>().join(" = ");
    entities.iter().map(row).collect::<Vec<_>>().join("; ")
}

/// The name of a parent or of a role's body.
pub fn name_of<'a>(body: &'a Body, entities: &'a [Entity]) -> &'a str {
    match body {
        Body::Entity(id) => &entities[id.0 as usize].name,
        Body::Named(name) => name,
    }
}

/// Asserts which forms are put together.
#[track_caller]
pub fn check_rows(marked: &str, expected: &str) {
    assert_eq!(rows(&read(marked)), expected, "{marked}");
}

/// Asserts the parent of the first organization.
#[track_caller]
pub fn check_parent(marked: &str, expected: Option<&str>) {
    let entities = read(marked);
    assert_eq!(entities[0].parent.as_ref().map(|parent| name_of(parent, &entities)), expected, "{marked}");
}
