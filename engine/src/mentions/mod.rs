//! Document in, [`Mention`]s out: the places where a name stands, and what kind of thing it names.

mod companies;
mod consistent;
mod money;
mod neighbors;
pub mod tagger;
mod things;

use std::collections::BTreeSet;

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use tagger::lists::Kind;
pub use tagger::model::{Model, ModelError};

use crate::text::{Document, Span};

/// What a name names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum NameType {
    /// A named body that can act.
    #[serde(rename = "ORG")]
    Organization,
    /// A person.
    #[serde(rename = "PER")]
    Person,
    /// A country, town, region, water or mountain.
    #[serde(rename = "LOC")]
    Place,
    /// A nationality, people, religion or political group.
    #[serde(rename = "NORP")]
    Group,
    /// A building, airport, bridge, street.
    #[serde(rename = "FAC")]
    Facility,
    /// A named product, vehicle, vessel, weapon.
    #[serde(rename = "PRODUCT")]
    Product,
    /// A named event.
    #[serde(rename = "EVENT")]
    Event,
    /// A law, treaty, strategy, report.
    #[serde(rename = "DOC")]
    Document,
    /// A book, film, song, show.
    #[serde(rename = "WORK")]
    Work,
    /// Any other name.
    #[serde(rename = "MISC")]
    Other,
    /// A sum of money.
    #[serde(rename = "MONEY")]
    Money,
}

/// The number of an entity: its index in [`crate::Analysis::entities`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct EntityId(pub u32);

/// A place in the text where a name stands.
///
/// Mentions are ordered by start, the longer first; those that are not `inside` another do not overlap.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mention {
    /// Where it stands: no article, title or possessive.
    pub span: Span,
    /// What it names.
    pub kind: NameType,
    /// How probable it is, in percent.
    pub p: u8,
    /// Why it was taken for a name of this kind, in plain words.
    pub why: Cow<'static, str>,
    /// The index of the mention that this one lies in, if any.
    pub inside: Option<u32>,
    /// Which entity it names; `None` until [`crate::entities::resolve`] has said.
    pub entity: Option<EntityId>,
}

/// An organization less probable than this whose head word is that of a document is taken for one. In percent.
const DOUBTFUL: u8 = 80;

/// An organization less probable than this is left out. In percent: half of the F1 that the tagger reaches, which is where
/// leaving out gains as much precision as it loses recall (Lipton, Elkan and Naryanaswamy 2014).
const LEAST_ORGANIZATION: u8 = 43;

fn is_organization(name: &Mention) -> bool {
    name.kind == NameType::Organization
}

/// Finds the names of a story; linear in its length.
///
/// Without a model only sums of money are found. `watch` is told how much is done, in parts in a thousand.
pub fn find(document: &Document, model: Option<&Model>, watch: &mut dyn FnMut(u16)) -> Vec<Mention> {
    let mut mentions = money::find(document);
    let names = model.map(|model| neighbors::join(document, &tagger::tag_watched(model, document, watch))).unwrap_or_default();
    let mut names = companies::complete(document, names, model.map(|model| &model.resources.lists));
    consistent::settle(document.text, &mut names);
    // What is surely an organization elsewhere is one here, too.
    let sure: BTreeSet<&str> =
        names.iter().filter(|name| is_organization(name) && name.p >= DOUBTFUL).map(|name| name.span.of(document.text)).collect();
    let is_likely = |name: &Mention| !is_organization(name) || name.p >= LEAST_ORGANIZATION || sure.contains(name.span.of(document.text));
    // The `US` of `US$ 5` is no place.
    let taken: Vec<Span> = mentions.iter().map(|sum| sum.span).collect();
    let is_free = |span: Span| {
        let first = taken.partition_point(|sum| sum.end <= span.start);
        taken.get(first).is_none_or(|sum| !sum.overlaps(span))
    };
    mentions.extend(names.iter().filter(|name| is_free(name.span) && is_likely(name)).cloned());
    for name in &mut mentions {
        let listed = model.and_then(|model| listed(model, name.span.of(document.text)));
        let refined = listed.unwrap_or_else(|| things::refine(document, name.span));
        let doubtful_document = name.kind == NameType::Organization && name.p < DOUBTFUL && refined == NameType::Document;
        if name.kind == NameType::Other || doubtful_document {
            name.kind = refined;
        }
    }
    mentions.sort_unstable_by_key(|mention| mention.span);
    mentions
}

/// Whether the lists know a name as that of a document or a work.
fn listed(model: &Model, name: &str) -> Option<NameType> {
    let kinds = model.resources.lists.kinds_of(name);
    let entry =
        [(Kind::Document, NameType::Document), (Kind::Work, NameType::Work)].into_iter().find(|entry| kinds & entry.0.bit() != 0)?;
    Some(entry.1)
}
