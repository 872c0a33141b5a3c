//! Texts whose organizations are known: annotated stories, and articles and stories that were read for it (`trainer/organizations/`).

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result};
use dateline_engine::entities::OrganizationKind;
use dateline_engine::mentions::{Mention, NameType};
use dateline_engine::text::Span;
use serde::Deserialize;

use crate::annotations::{self, Given, Owner};
use crate::corpora::{self, Labelled};
use crate::mix::TYPE_NAMES;

/// Where a text comes from.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Source {
    /// `stories/train` and `stories/world_train`.
    Story,
    /// `ner/train`.
    Article,
    /// Written for training.
    Written,
}

impl Source {
    /// What it is called in reports.
    pub fn name(self) -> &'static str {
        match self {
            Self::Story => "stories",
            Self::Article => "articles",
            Self::Written => "written",
        }
    }
}

/// An organization as someone who read the text found it.
pub struct Organization {
    /// Its names, in order; of an article or a written story each form once.
    pub names: Vec<Span>,
    /// Its kind.
    pub kind: Option<OrganizationKind>,
    /// What it belongs to.
    pub parent: Option<Parent>,
}

/// What an organization belongs to.
pub enum Parent {
    /// The one with a name there.
    At(Span),
    /// One that is only implied, or an annotated story's own word for it.
    Named(String),
}

/// A text, its names in order, and its organizations.
pub struct Text {
    /// What to call it.
    pub id: String,
    /// Where it comes from.
    pub source: Source,
    /// What it says.
    pub words: String,
    /// All names.
    pub names: Vec<(Span, NameType)>,
    /// In order of their first names.
    pub organizations: Vec<Organization>,
}

impl Text {
    /// The names as if the tagger had found them.
    pub fn mentions(&self) -> Vec<Mention> {
        let mention = |&(span, kind): &_| Mention { span, kind, p: 100, why: Cow::Borrowed("annotated"), inside: None, entity: None };
        self.names.iter().map(mention).collect()
    }
}

/// All of them, in one order.
///
/// # Errors
/// If a file cannot be read, or a place does not fit its text.
pub fn read(data: &Path) -> Result<Vec<Text>> {
    let mut texts = Vec::new();
    for name in ["train", "world_train"] {
        for line in corpora::lines(&data.join(format!("stories/{name}.jsonl")))? {
            texts.push(serde_json::from_str::<Story>(&line)?.text());
        }
    }
    let given = annotations::organizations("ner_train")?;
    for (at, article) in annotations::articles(&corpora::read(&data.join("ner/train.jsonl"))?)? {
        if let Some(given) = given.get(&at) {
            let of_article = || format!("organizations of article {}", at + 1);
            texts.push(text(format!("article {}", at + 1), Source::Article, &article.labelled, given).with_context(of_article)?);
        }
    }
    let given = annotations::organizations("stories")?;
    for (at, story) in annotations::stories()?.iter().enumerate() {
        if let Some(given) = given.get(&at) {
            let of_story = || format!("organizations of story {}", at + 1);
            texts.push(text(format!("written {}", at + 1), Source::Written, story, given).with_context(of_story)?);
        }
    }
    Ok(texts)
}

#[derive(Deserialize)]
struct Story {
    id: String,
    text: String,
    entities: Vec<Annotated>,
}

#[derive(Deserialize)]
struct Annotated {
    r#type: NameType,
    kind: Option<OrganizationKind>,
    parent: Option<String>,
    mentions: Vec<[usize; 2]>,
}

/// Byte places of the code points of a text, with its end.
fn bytes(text: &str) -> Vec<usize> {
    text.char_indices().map(|(at, _)| at).chain([text.len()]).collect()
}

impl Story {
    fn text(self) -> Text {
        let bytes = bytes(&self.text);
        let byte = |point: usize| bytes.get(point).copied().unwrap_or(self.text.len());
        let spans =
            |entity: &Annotated| -> Vec<Span> { entity.mentions.iter().map(|&[start, end]| Span::new(byte(start), byte(end))).collect() };
        let mut names: Vec<_> =
            self.entities.iter().flat_map(|entity| spans(entity).into_iter().map(|span| (span, entity.r#type))).collect();
        names.sort_unstable();
        let bodies = self.entities.iter().filter(|entity| entity.r#type == NameType::Organization);
        let organization =
            |entity: &Annotated| Organization { names: spans(entity), kind: entity.kind, parent: entity.parent.clone().map(Parent::Named) };
        let organizations = bodies.map(organization).collect();
        Text { id: self.id, source: Source::Story, names, organizations, words: self.text }
    }
}

fn text(id: String, source: Source, labelled: &Labelled, given: &[Given]) -> Result<Text> {
    let bytes = bytes(&labelled.text);
    let marked: BTreeMap<usize, usize> = labelled.names.iter().map(|name| (name.start, name.end)).collect();
    let span = |&(start, end): &(usize, usize)| {
        let place = bytes.get(start).copied().zip(bytes.get(end).copied());
        let (start, end) =
            place.filter(|(start, end)| marked.get(start) == Some(end)).with_context(|| format!("no name at {start}-{end}"))?;
        Ok(Span::new(start, end))
    };
    let organization = |given: &Given| {
        let parent = match &given.parent {
            None => None,
            Some(Owner::At(place)) => Some(Parent::At(span(place)?)),
            Some(Owner::Named(name)) => Some(Parent::Named(name.clone())),
        };
        Ok(Organization { names: given.places.iter().map(span).collect::<Result<_>>()?, kind: Some(given.kind), parent })
    };
    let organizations = given.iter().map(organization).collect::<Result<_>>()?;
    let name = |name: &corpora::Name| {
        let kind = serde_json::from_value(serde_json::Value::from(TYPE_NAMES[name.kind]))?;
        Ok((Span::new(name.start, name.end), kind))
    };
    let names = labelled.names.iter().map(name).collect::<Result<_>>()?;
    Ok(Text { id, source, words: labelled.text.clone(), names, organizations })
}
