//! What kind of body an organization is: a linear model over the words of its names, what stands around them, and what
//! the lists say.
//!
//! The weights are learned from annotated stories and from the table of well-known organizations by
//! the trainer's `kinds`, which calls the same [`Reader`].

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use super::kind_context::Surroundings;
use super::kind_names::{by_head, by_whole_name};
use super::kind_words::{of_groups, of_heads, of_name, shapes};
use super::lexicon::{KNOWN, LEXICON};
use super::names::{Name, Word};
use super::ties::{Tie, has};
use super::{Body, Entity, OrganizationKind};
use crate::mentions::tagger::lists::{Kind, Lists};
use crate::mentions::tagger::reading::Resources;
use crate::mentions::{Mention, NameType};
use crate::tables::rows;
use crate::text::Document;

/// So many mentions are looked at.
const MENTIONS: usize = 6;

/// Sets [`Entity::organization_kind`] of every organization; parents must be known.
///
/// What the table of well-known organizations says is certain; next come the tagger's lists, then what all evidence says.
pub fn assign(document: &Document, mentions: &[Mention], entities: &mut [Entity], resources: Option<&Resources>) {
    let reader = Reader::new(document, mentions, entities, resources);
    let kind = |index: usize| {
        let evidence = reader.evidence(index);
        certain(&evidence).or_else(|| reader.listed(index)).unwrap_or_else(|| best(&evidence))
    };
    let kinds: Vec<Option<OrganizationKind>> =
        (0..entities.len()).map(|index| (entities[index].kind == NameType::Organization).then(|| kind(index))).collect();
    for (entity, kind) in entities.iter_mut().zip(kinds) {
        entity.organization_kind = kind;
    }
}

/// The bits of the tagger's lists that stand for kinds of bodies.
pub const LISTED: [(Kind, OrganizationKind); 16] = [
    (Kind::Intergovernmental, OrganizationKind::Intergovernmental),
    (Kind::Government, OrganizationKind::GovernmentBody),
    (Kind::Legislature, OrganizationKind::Legislature),
    (Kind::Court, OrganizationKind::Court),
    (Kind::Force, OrganizationKind::MilitaryOrPolice),
    (Kind::Party, OrganizationKind::PoliticalParty),
    (Kind::Company, OrganizationKind::Company),
    (Kind::Bank, OrganizationKind::Bank),
    (Kind::Media, OrganizationKind::Media),
    (Kind::Learning, OrganizationKind::UniversityOrResearch),
    (Kind::Charity, OrganizationKind::NgoOrCharity),
    (Kind::Religious, OrganizationKind::Religious),
    (Kind::Sports, OrganizationKind::Sports),
    (Kind::ArmedGroup, OrganizationKind::ArmedGroup),
    (Kind::Union, OrganizationKind::Union),
    (Kind::OtherBody, OrganizationKind::Other),
];

/// True for a name that is long enough to mean one body only.
fn is_telling(form: &str) -> bool {
    form.contains(' ') || form.len() > 4
}

/// The kind of a body whose name stands in the tagger's lists as one of a single kind.
fn listed(lists: &Lists, entity: &Entity) -> Option<OrganizationKind> {
    forms(entity).filter(|form| is_telling(form)).find_map(|form| {
        // The other lists are rougher: one has the courts among the government's bodies.
        let kinds = Some(lists.kinds_of(form)).filter(|kinds| kinds & Kind::WellKnown.bit() != 0)?;
        let mut found = LISTED.iter().filter(|entry| kinds & entry.0.bit() != 0);
        let kind = found.next()?.1;
        found.next().is_none().then_some(kind)
    })
}

/// Weights of a piece of evidence: the kind's place in [`OrganizationKind::NAMES`], and fifths.
type Weights = Vec<(usize, i32)>;

/// What the weights of the table are counted in.
pub const WEIGHTS_PER_UNIT: f64 = 5.0;

static MODEL: LazyLock<BTreeMap<&'static str, Weights>> =
    LazyLock::new(|| rows(include_str!("../../model/kinds.tsv")).filter_map(|row| Some((*row.first()?, weights(row.get(1)?)))).collect());

/// `c3P12`: 3 for the third kind, 12 against the sixteenth.
fn weights(row: &str) -> Weights {
    let is_letter = |c: char| c.is_ascii_alphabetic();
    let sizes = row.split(is_letter).skip(1);
    let weight = |(letter, size): (&str, &str)| {
        let letter = *letter.as_bytes().first()?;
        let size: i32 = size.parse().ok()?;
        let kind = usize::from(letter.to_ascii_lowercase() - b'a');
        Some((kind, if letter.is_ascii_uppercase() { -size } else { size }))
    };
    row.matches(is_letter).zip(sizes).filter_map(weight).collect()
}

/// The kind that the table, or the name itself, tells beyond doubt.
pub fn certain(evidence: &BTreeSet<String>) -> Option<OrganizationKind> {
    evidence.iter().find_map(|piece| OrganizationKind::from_name(piece.strip_prefix("certain ")?))
}

/// What speaks for most, weighed.
fn best(evidence: &BTreeSet<String>) -> OrganizationKind {
    let mut sums = [0_i32; OrganizationKind::NAMES.len()];
    for weights in evidence.iter().filter_map(|piece| MODEL.get(piece.as_str())) {
        for &(kind, weight) in weights {
            if let Some(sum) = sums.get_mut(kind) {
                *sum += weight;
            }
        }
    }
    let most = sums.iter().max().copied().unwrap_or(0);
    sums.iter().position(|&sum| sum == most).and_then(|at| OrganizationKind::NAMES.get(at)).map_or(OrganizationKind::Other, |entry| entry.0)
}

/// Finds what speaks for the kinds of the bodies of one story.
pub struct Reader<'a> {
    mentions: &'a [Mention],
    entities: &'a [Entity],
    surroundings: Surroundings<'a>,
    resources: Option<&'a Resources>,
    /// Of each entity, as the tagger's lists have it.
    listed: Vec<Option<OrganizationKind>>,
    /// Of each entity, if it is beyond doubt or in the tagger's lists.
    kinds: Vec<Option<OrganizationKind>>,
    /// How many entities are of each such kind.
    counts: BTreeMap<OrganizationKind, usize>,
}

impl<'a> Reader<'a> {
    /// For a story whose parents are known.
    pub fn new(document: &'a Document<'a>, mentions: &'a [Mention], entities: &'a [Entity], resources: Option<&'a Resources>) -> Self {
        let certain: Vec<Option<OrganizationKind>> = entities.iter().map(certain_kind).collect();
        let is_body = |entity: &&Entity| entity.kind == NameType::Organization;
        let in_lists = |entity: &Entity| Some(entity).filter(is_body).and_then(|entity| listed(&resources?.lists, entity));
        let listed: Vec<Option<OrganizationKind>> = entities.iter().map(in_lists).collect();
        let kinds: Vec<Option<OrganizationKind>> = certain.iter().zip(&listed).map(|(certain, listed)| certain.or(*listed)).collect();
        let mut counts = BTreeMap::new();
        for &kind in kinds.iter().flatten() {
            *counts.entry(kind).or_default() += 1;
        }
        let clusters = resources.map(|resources| &resources.clusters);
        Self {
            mentions,
            entities,
            surroundings: Surroundings::new(document, mentions, certain, clusters),
            resources,
            listed,
            kinds,
            counts,
        }
    }

    /// What speaks for a kind of the entity at `index`, as the keys of the model.
    pub fn evidence(&self, index: usize) -> BTreeSet<String> {
        let mut evidence = self.context(index);
        let Some(entity) = self.entities.get(index) else { return evidence };
        of_names(entity, &mut evidence);
        of_lists(entity, &mut evidence);
        if let Some(clusters) = self.resources.map(|resources| &resources.clusters) {
            forms(entity).for_each(|form| of_groups(form, clusters, &mut evidence));
        }
        if let Some(kind) = self.listed(index) {
            evidence.insert(format!("listed {}", name(kind)));
        }
        let own = self.kinds.get(index).copied().flatten();
        let others = self.counts.iter().filter(|(kind, count)| **count > usize::from(own == Some(**kind)));
        evidence.extend(others.map(|(kind, _)| format!("among {}", name(*kind))));
        if let Some(kind) = entity.parent.as_ref().and_then(|parent| parent_kind(parent, self.entities)) {
            evidence.insert(format!("parent {}", name(kind)));
        }
        // `Department of Physics` of a university is no government's.
        if is_school(entity.parent.as_ref(), self.entities) && forms(entity).any(|form| is_faculty(&Name::new(form))) {
            evidence.retain(|piece| !piece.starts_with("certain "));
            evidence.insert(format!("certain {}", name(OrganizationKind::UniversityOrResearch)));
        }
        evidence
    }

    /// The kind that the tagger's lists tell.
    pub fn listed(&self, index: usize) -> Option<OrganizationKind> {
        self.listed.get(index).copied().flatten()
    }

    /// The part of it that does not come from the name.
    pub fn context(&self, index: usize) -> BTreeSet<String> {
        let mut evidence = BTreeSet::new();
        let Some(entity) = self.entities.get(index) else { return evidence };
        let is_outer = |mention: &&u32| self.mentions.get(**mention as usize).is_some_and(|mention| mention.inside.is_none());
        for &mention in entity.mentions.iter().filter(is_outer).take(MENTIONS) {
            self.surroundings.of_mention(mention as usize, &mut evidence);
        }
        self.surroundings.of_story(&mut evidence);
        evidence
    }
}

/// The kind that the table knows.
fn certain_kind(entity: &Entity) -> Option<OrganizationKind> {
    forms(entity).find_map(|form| known_kind(form)).filter(|_| entity.kind == NameType::Organization)
}

fn forms(entity: &Entity) -> impl Iterator<Item = &String> {
    std::iter::once(&entity.name).chain(&entity.aliases)
}

fn of_names(entity: &Entity, evidence: &mut BTreeSet<String>) {
    evidence.insert("always".to_string());
    for form in forms(entity) {
        of_name(form, evidence);
        evidence.extend(shapes(form, &Name::new(form)).into_iter().map(str::to_string));
    }
}

fn of_lists(entity: &Entity, evidence: &mut BTreeSet<String>) {
    if let Some(kind) = forms(entity).find_map(|form| known_kind(form)) {
        evidence.insert(format!("known {}", name(kind)));
    }
    let possible = forms(entity).flat_map(|form| KNOWN.named(form, &Name::new(form).key())).filter_map(|number| KNOWN.get(number));
    evidence.extend(possible.map(|body| format!("maybe {}", name(body.kind))));
    let certain = forms(entity).filter(|form| is_telling(form)).find_map(|form| Some(KNOWN.only(form)?.1));
    if let Some(body) = certain.filter(|body| !body.is_common_word()) {
        evidence.insert(format!("certain {}", name(body.kind)));
    }
    let is_known = forms(entity).any(|form| known_kind(form).is_some());
    if let Some(kind) = forms(entity).find_map(|form| by_whole_name(&Name::new(form))).filter(|_| !is_known) {
        evidence.insert(format!("certain {}", name(kind)));
    }
    if let Some(form) = forms(entity).find(|form| by_head(&Name::new(form)).is_some()) {
        of_heads(form, evidence);
    }
}

fn parent_kind(parent: &Body, entities: &[Entity]) -> Option<OrganizationKind> {
    match parent {
        Body::Entity(id) => {
            let parent = entities.get(id.0 as usize)?;
            forms(parent).find_map(|form| known_kind(form)).or_else(|| forms(parent).find_map(|form| by_head(&Name::new(form))))
        }
        Body::Named(name) => known_kind(name).or_else(|| by_head(&Name::new(name))),
    }
}

/// The kind of the well-known bodies that are called so, if they are all of one kind.
fn known_kind(form: &str) -> Option<OrganizationKind> {
    let mut kinds = KNOWN.named(form, &Name::new(form).key()).into_iter().filter_map(|number| Some(KNOWN.get(number)?.kind));
    let kind = kinds.next()?;
    kinds.all(|other| other == kind).then_some(kind)
}

/// True for a university or school, by its name.
fn is_school(body: Option<&Body>, entities: &[Entity]) -> bool {
    let is_school = |form: &str| {
        let name = Name::new(form);
        let is_head =
            |word: &Word| has(&word.plain, Tie::School) && LEXICON.head_kind(&word.plain) == Some(OrganizationKind::UniversityOrResearch);
        name.words.iter().any(is_head)
    };
    match body {
        Some(Body::Entity(id)) => entities.get(id.0 as usize).is_some_and(|entity| forms(entity).any(|form| is_school(form))),
        Some(Body::Named(name)) => is_school(name),
        None => false,
    }
}

fn is_faculty(form: &Name) -> bool {
    form.words.get(form.head()).is_some_and(|head| has(&head.plain, Tie::Faculty))
}

/// The kind's name, as it stands in the keys of the model.
pub fn name(kind: OrganizationKind) -> &'static str {
    OrganizationKind::NAMES.iter().find(|entry| entry.0 == kind).map_or("", |entry| entry.1)
}

#[cfg(test)]
mod tests {
    use crate::entities::OrganizationKind;
    use crate::entities::marked::read;
    use crate::mentions::tagger::model::{HEADER, checksum};

    #[track_caller]
    fn check(name: &str, expected: &str) {
        let rows = read(&format!("The [ORG {name}] met on Monday."));
        let kind = rows[0].organization_kind.unwrap();
        assert_eq!(OrganizationKind::NAMES.iter().find(|entry| entry.0 == kind).unwrap().1, expected, "{name}");
    }

    #[test]
    fn parts_of_universities() {
        let kind = |text: &str| read(text)[0].organization_kind.unwrap();
        let text = "The [ORG Department of Salt] at the [ORG University of Strelsau] met.";
        assert_eq!(kind(text), OrganizationKind::UniversityOrResearch);
        assert_eq!(kind("The [ORG Department of Salt] met."), OrganizationKind::GovernmentBody);
        let text = "The [ORG Department of Salt] at [ORG Ruritania National University-Strelsau] met.";
        assert_eq!(kind(text), OrganizationKind::UniversityOrResearch);
        let text = "The [ORG Department of Salt] of the [ORG Strelsau Center] met.";
        assert_eq!(kind(text), OrganizationKind::GovernmentBody);
    }

    #[test]
    fn learned_with_the_weights_of_names() {
        let names = include_bytes!("../../model/names.bin");
        let sum = checksum(&names[HEADER..]);
        let table = include_str!("../../model/kinds.tsv");
        assert!(table.contains(&format!("# With names.bin: {sum:08x}\n")), "names.bin is new: run cargo xtask train kinds");
    }

    #[test]
    fn by_words() {
        check("Ministry of Fisheries", "government body");
        check("Ruritanian Parliament", "legislature");
        check("High Court of Ruritania", "court");
        check("Ruritanian National Police", "military or police");
        check("Ruritanian Social Democratic Party", "political party");
        check("Strelsau Shipping Holdings Ltd", "company");
        check("Strelsau Savings Bank", "bank");
        check("Strelsau Morning Herald", "media");
        check("University of Strelsau", "university or research");
        check("Strelsau Children's Charity Foundation", "NGO or charity");
        check("Diocese of Strelsau", "religious");
        check("Strelsau Football Club", "sports");
        check("Ruritanian Liberation Army", "armed group");
        check("Syrian Army", "military or police");
        check("National Police Agency", "military or police");
        check("Strelsau Lamp Ltd", "company");
        check("Strelsau Research Institute Inc", "university or research");
        check("Ministries of Ports and Salt", "government body");
        check("Ruritanian League for the Defence of Human Rights", "NGO or charity");
        check("Ruritanian Human Rights Commission", "government body");
        check("Ruritanian Teachers' Union", "union");
    }

    #[test]
    fn by_the_table() {
        check("OSCE", "intergovernmental");
        check("Boko Haram", "armed group");
        check("Kazinform", "media");
    }

    #[test]
    fn by_what_it_belongs_to() {
        check("UN Fisheries Unit", "intergovernmental");
    }

    #[test]
    fn by_what_stands_beside_it() {
        let kind = |text: &str| read(text)[0].organization_kind;
        assert_eq!(kind("The newspaper [ORG Delavia] reported on Monday"), Some(OrganizationKind::Media));
        assert_eq!(kind("[ORG Delavia], a large retailer, closed its shops"), Some(OrganizationKind::Company));
    }
}
