//! The engine's reading of a story, by way of the JSON that other programs get.

use dateline_engine::export::Export;
use dateline_engine::{Analysis, Options, analyze};
use serde::Deserialize;
use serde_json::Value;

use super::story::{Date, Entity, Entry, Place, Role, Story};

#[derive(Deserialize)]
struct Json {
    published: Option<String>,
    mentions: Vec<JsonMention>,
    entities: Vec<JsonEntity>,
    dates: Vec<Date>,
    timeline: Vec<JsonEntry>,
}

#[derive(Deserialize)]
struct JsonMention {
    start: usize,
    end: usize,
    entity: Option<usize>,
    inside: Option<usize>,
}

#[derive(Deserialize)]
struct JsonEntity {
    r#type: String,
    name: String,
    aliases: Vec<String>,
    kind: Option<String>,
    parent: Option<Body>,
    acronym: Option<String>,
    roles: Vec<JsonRole>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Body {
    Entity(usize),
    Named(String),
}

#[derive(Deserialize)]
struct JsonRole {
    role: String,
    organization: Option<Body>,
}

#[derive(Deserialize)]
struct JsonEntry {
    dates: Vec<usize>,
    earliest: Option<String>,
}

/// Reads `text` without being told when it was published.
pub fn read(text: &str) -> Story {
    let analysis = analyze(text, &Options::default());
    let export = serde_json::to_value(Export::new(&Value::Null, text, &analysis)).unwrap();
    let json: Json = serde_json::from_value(export).unwrap();
    let timeline = json.timeline.iter().map(|entry| entry.to_entry(&json.dates, &analysis, text)).collect();
    let entities = (0..json.entities.len()).map(|id| json.entity(id)).filter(|entity| !entity.mentions.is_empty()).collect();
    Story { published: json.published, entities, dates: json.dates, timeline }
}

impl Json {
    fn entity(&self, id: usize) -> Entity {
        let entity = &self.entities[id];
        let roles = entity
            .roles
            .iter()
            .map(|role| Role { role: role.role.clone(), organization: role.organization.as_ref().map(|body| self.name_of(body)) });
        Entity {
            r#type: entity.r#type.clone(),
            name: entity.name.clone(),
            aliases: entity.aliases.clone(),
            parent: entity.parent.as_ref().map(|body| self.name_of(body)),
            mentions: self.outermost(id),
            kind: entity.kind.clone(),
            acronym: entity.acronym.clone(),
            roles: roles.collect(),
        }
    }

    /// Where the entity is named, other than inside another name.
    fn outermost(&self, id: usize) -> Vec<Place> {
        let of_entity = self.mentions.iter().filter(|mention| mention.entity == Some(id) && mention.inside.is_none());
        of_entity.map(|mention| (mention.start, mention.end)).collect()
    }

    fn name_of(&self, body: &Body) -> String {
        match body {
            Body::Entity(id) => self.entities[*id].name.clone(),
            Body::Named(name) => name.clone(),
        }
    }
}

impl JsonEntry {
    fn to_entry(&self, dates: &[Date], analysis: &Analysis, text: &str) -> Entry {
        let sentence_of = |date: usize| {
            let span = analysis.times[date].span;
            analysis.sentences.iter().find(|sentence| sentence.contains(span)).map_or("", |sentence| sentence.of(text))
        };
        Entry {
            values: self.dates.iter().map(|&date| dates[date].value.clone()).collect(),
            sentences: self.dates.iter().map(|&date| sentence_of(date).to_string()).collect(),
            earliest: self.earliest.clone(),
        }
    }
}
