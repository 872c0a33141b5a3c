//! Mentions in, [`Entity`]s out: which names mean the same thing, what kind of body it is, what it belongs to.

use serde::{Deserialize, Serialize};

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

/// Groups the mentions into entities and sets [`Mention::entity`] on every one.
pub fn resolve(document: &Document, mentions: &mut [Mention]) -> Vec<Entity> {
    let _ = (document, mentions);
    Vec::new()
}
