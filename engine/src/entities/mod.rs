//! Mentions in, [`Entity`]s out: which names mean the same thing, what kind of body it is, what it belongs to.

mod abbreviated;
mod acronyms;
mod anaphors;
mod answers;
mod brackets;
mod chambers;
mod clusters;
mod enumerations;
mod families;
mod forces;
mod forms;
mod holdings;
mod initials_abroad;
mod inside;
mod kind_context;
mod kind_names;
pub mod kind_words;
pub mod kinds;
pub mod lexicon;
#[cfg(test)]
mod marked;
mod merge;
mod names;
mod organs;
mod parent_kinds;
mod parent_names;
mod parents;
mod part_words;
mod persons;
mod places;
mod relations;
mod roles;
mod roles_apposition;
mod roles_words;
mod shortened;
mod shortened_words;
mod spelling;
mod syllables;
mod ties;
mod titles;
mod told;

use serde::{Deserialize, Serialize};

use clusters::Clusters;
use forms::Form;

use crate::mentions::tagger::reading::Resources;
use crate::mentions::{EntityId, Mention, NameType};
use crate::text::Document;

/// What kind of organization a body is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum OrganizationKind {
    /// Made by states: the UN, the OSCE.
    #[serde(rename = "intergovernmental")]
    Intergovernmental,
    /// Ministries, agencies, regulators, municipal bodies.
    #[serde(rename = "government body")]
    GovernmentBody,
    /// Parliaments and their chambers.
    #[serde(rename = "legislature")]
    Legislature,
    /// Courts and tribunals.
    #[serde(rename = "court")]
    Court,
    /// Armies, police forces and their units.
    #[serde(rename = "military or police")]
    MilitaryOrPolice,
    /// Political parties.
    #[serde(rename = "political party")]
    PoliticalParty,
    /// Companies.
    #[serde(rename = "company")]
    Company,
    /// Banks, central ones too.
    #[serde(rename = "bank")]
    Bank,
    /// News agencies, newspapers, broadcasters.
    #[serde(rename = "media")]
    Media,
    /// Universities, schools, institutes.
    #[serde(rename = "university or research")]
    UniversityOrResearch,
    /// Charities and other non-governmental bodies.
    #[serde(rename = "NGO or charity")]
    NgoOrCharity,
    /// Churches and other religious bodies.
    #[serde(rename = "religious")]
    Religious,
    /// Clubs, teams, leagues, federations.
    #[serde(rename = "sports")]
    Sports,
    /// Armed groups that are no state's army.
    #[serde(rename = "armed group")]
    ArmedGroup,
    /// Trade unions and professional associations.
    #[serde(rename = "union")]
    Union,
    /// Any other body.
    #[serde(rename = "other")]
    Other,
}

/// Another body, in this story or only implied by it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Body {
    /// A row of this story.
    Entity(EntityId),
    /// A body that the story does not name on its own: `UN` in `UN Security Council`.
    Named(String),
}

/// What a person is or does, as the story says it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Role {
    /// `acting Secretary General`.
    pub role: String,
    /// Of which body, if it says so.
    pub organization: Option<Body>,
}

/// Why a form was taken for a name of this entity.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Merge {
    /// The form as it stands in the text.
    pub form: String,
    /// The reason in plain words: `CSTO are the initials of …`.
    pub why: String,
}

/// One thing that the story names, under one name or several.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entity {
    /// Its index among the story's entities, which are ordered by first mention.
    pub id: EntityId,
    /// What it is; of all its mentions.
    pub kind: NameType,
    /// The name a reader expects: the fullest form in the story, in normal capitals.
    pub name: String,
    /// The other forms in the story, in order of first mention.
    pub aliases: Vec<String>,
    /// Its initials, if the story uses or implies them.
    pub acronym: Option<String>,
    /// What kind of organization; only for organizations.
    pub organization_kind: Option<OrganizationKind>,
    /// The larger body it belongs to.
    pub parent: Option<Body>,
    /// Only for persons.
    pub roles: Vec<Role>,
    /// Indices of its mentions, in order.
    pub mentions: Vec<u32>,
    /// One for each alias that was merged.
    pub merges: Vec<Merge>,
}

impl OrganizationKind {
    /// All of them, each with its name in files and on the page.
    pub const NAMES: [(Self, &'static str); 16] = [
        (Self::Intergovernmental, "intergovernmental"),
        (Self::GovernmentBody, "government body"),
        (Self::Legislature, "legislature"),
        (Self::Court, "court"),
        (Self::MilitaryOrPolice, "military or police"),
        (Self::PoliticalParty, "political party"),
        (Self::Company, "company"),
        (Self::Bank, "bank"),
        (Self::Media, "media"),
        (Self::UniversityOrResearch, "university or research"),
        (Self::NgoOrCharity, "NGO or charity"),
        (Self::Religious, "religious"),
        (Self::Sports, "sports"),
        (Self::ArmedGroup, "armed group"),
        (Self::Union, "union"),
        (Self::Other, "other"),
    ];

    /// The kind with this name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::NAMES.iter().find(|entry| entry.1 == name).map(|entry| entry.0)
    }
}

/// Groups the mentions into entities, sets [`Mention::entity`] on every one, and adds those that stand inside another;
/// linear in their number. `resources` are the tagger's: they know the kinds of more bodies than the table of well-known ones, and words of like meaning.
pub fn resolve(document: &Document, mentions: &mut Vec<Mention>, resources: Option<&Resources>) -> Vec<Entity> {
    let forms = forms::collect(document, mentions);
    let mut clusters = Clusters::new(&forms);
    merge::same_names(&forms, &mut clusters);
    merge::organizations(document, mentions, &forms, &mut clusters);
    persons::merge(&forms, &mut clusters);
    places::merge(&forms, &mut clusters);
    let mut entities = build(&forms, &clusters);
    for entity in &entities {
        for &mention in &entity.mentions {
            mentions[mention as usize].entity = Some(entity.id);
        }
    }
    parents::assign(document, mentions, &mut entities);
    kinds::assign(document, mentions, &mut entities, resources);
    assign_roles(document, mentions, &mut entities);
    inside::add(document, mentions, &mut entities);
    entities
}

/// One entity for each cluster, by first mention.
fn build(forms: &[Form], clusters: &Clusters) -> Vec<Entity> {
    let mut members: Vec<Vec<usize>> = vec![Vec::new(); forms.len()];
    for form in 0..forms.len() {
        members[clusters.root(form)].push(form);
    }
    let links = clusters.links_by_form(forms.len());
    let groups = members.iter().filter(|members| !members.is_empty());
    groups.enumerate().map(|(id, members)| entity(id as u32, forms, members, clusters, &links)).collect()
}

fn entity(id: u32, forms: &[Form], members: &[usize], clusters: &Clusters, links: &[Vec<usize>]) -> Entity {
    let (best, name) = titles::choose(forms, members, clusters.known(members[0]));
    let title = members[best];
    let mut mentions: Vec<u32> = members.iter().flat_map(|&form| forms[form].mentions.iter().copied()).collect();
    mentions.sort_unstable();
    let aliases: Vec<usize> = members.iter().copied().filter(|&form| forms[form].text != name).collect();
    let why = |form: usize| {
        let reason = clusters.reason(form, title, links);
        reason.map_or_else(|| format!("{} is {name} in capitals", forms[form].text), str::to_string)
    };
    Entity {
        id: EntityId(id),
        kind: forms[title].kind,
        acronym: titles::acronym(forms, members, &name).filter(|_| forms[title].kind == NameType::Organization),
        merges: aliases.iter().map(|&form| Merge { form: forms[form].text.to_string(), why: why(form) }).collect(),
        aliases: aliases.iter().map(|&form| forms[form].text.to_string()).collect(),
        name,
        organization_kind: None,
        parent: None,
        roles: Vec::new(),
        mentions,
    }
}

fn assign_roles(document: &Document, mentions: &[Mention], entities: &mut [Entity]) {
    for entity in entities.iter_mut().filter(|entity| entity.kind == NameType::Person) {
        for &mention in &entity.mentions {
            for role in roles::beside(document, mentions, mention as usize) {
                if !entity.roles.iter().any(|known| known.role.eq_ignore_ascii_case(&role.role)) {
                    entity.roles.push(role);
                }
            }
        }
    }
}
