//! The JSON that other programs read: offsets in Unicode code points, end exclusive.

use serde::Serialize;

use crate::analysis::Analysis;
use crate::dates::{Date, Modifier, TimexType};
use crate::entities::{Body, Entity, OrganizationKind, Role};
use crate::mentions::NameType;
use crate::text::Span;
use crate::text::code_points::CodePoints;

/// An analysis as one JSON object; borrowed, to be serialized at once.
#[derive(Serialize)]
pub struct Export<'a> {
    /// The story's id, as the caller gave it.
    id: &'a serde_json::Value,
    published: Option<Date>,
    mentions: Vec<MentionJson>,
    entities: Vec<EntityJson<'a>>,
    dates: Vec<DateJson<'a>>,
    timeline: Vec<EntryJson<'a>>,
}

#[derive(Serialize)]
struct MentionJson {
    start: u32,
    end: u32,
    r#type: NameType,
    entity: Option<u32>,
    p: u8,
    #[serde(skip_serializing_if = "Option::is_none")]
    inside: Option<u32>,
}

#[derive(Serialize)]
struct EntityJson<'a> {
    id: u32,
    r#type: NameType,
    name: &'a str,
    aliases: &'a [String],
    kind: Option<OrganizationKind>,
    parent: Option<BodyJson<'a>>,
    acronym: Option<&'a str>,
    roles: Vec<RoleJson<'a>>,
}

/// A row's number, or the name of a body that is no row.
#[derive(Serialize)]
#[serde(untagged)]
enum BodyJson<'a> {
    Entity(u32),
    Named(&'a str),
}

#[derive(Serialize)]
struct RoleJson<'a> {
    role: &'a str,
    organization: Option<BodyJson<'a>>,
}

#[derive(Serialize)]
struct DateJson<'a> {
    start: u32,
    end: u32,
    r#type: TimexType,
    value: &'a str,
    r#mod: Option<Modifier>,
    edtf: Option<&'a str>,
    earliest: Option<Date>,
    latest: Option<Date>,
    why: &'a str,
}

#[derive(Serialize)]
struct EntryJson<'a> {
    edtf: &'a str,
    earliest: Option<Date>,
    latest: Option<Date>,
    sentence: [u32; 2],
    clause: [u32; 2],
    dates: &'a [u32],
    entities: Vec<u32>,
}

impl<'a> Export<'a> {
    /// Of the analysis of `text`.
    pub fn new(id: &'a serde_json::Value, text: &str, analysis: &'a Analysis) -> Self {
        let points = CodePoints::new(text);
        let place = |span: Span| [points.at(span.start), points.at(span.end)];
        Self {
            id,
            published: analysis.published.map(|published| published.date),
            mentions: analysis
                .mentions
                .iter()
                .map(|mention| {
                    let [start, end] = place(mention.span);
                    MentionJson {
                        start,
                        end,
                        r#type: mention.kind,
                        entity: mention.entity.map(|id| id.0),
                        p: mention.p,
                        inside: mention.inside,
                    }
                })
                .collect(),
            entities: analysis.entities.iter().map(EntityJson::new).collect(),
            dates: analysis
                .times
                .iter()
                .map(|time| {
                    let [start, end] = place(time.span);
                    DateJson {
                        start,
                        end,
                        r#type: time.kind,
                        value: &time.value,
                        r#mod: time.modifier,
                        edtf: time.edtf.as_deref(),
                        earliest: time.earliest,
                        latest: time.latest,
                        why: &time.why,
                    }
                })
                .collect(),
            timeline: analysis
                .timeline
                .iter()
                .map(|entry| EntryJson {
                    edtf: &entry.edtf,
                    earliest: entry.earliest,
                    latest: entry.latest,
                    sentence: place(entry.sentence),
                    clause: place(entry.clause),
                    dates: &entry.times,
                    entities: entry.entities.iter().map(|id| id.0).collect(),
                })
                .collect(),
        }
    }
}

impl<'a> EntityJson<'a> {
    fn new(entity: &'a Entity) -> Self {
        Self {
            id: entity.id.0,
            r#type: entity.kind,
            name: &entity.name,
            aliases: &entity.aliases,
            kind: entity.organization_kind,
            parent: entity.parent.as_ref().map(BodyJson::new),
            acronym: entity.acronym.as_deref(),
            roles: entity.roles.iter().map(RoleJson::new).collect(),
        }
    }
}

impl<'a> BodyJson<'a> {
    fn new(body: &'a Body) -> Self {
        match body {
            Body::Entity(id) => Self::Entity(id.0),
            Body::Named(name) => Self::Named(name),
        }
    }
}

impl<'a> RoleJson<'a> {
    fn new(role: &'a Role) -> Self {
        Self { role: &role.role, organization: role.organization.as_ref().map(BodyJson::new) }
    }
}
