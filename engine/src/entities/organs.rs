//! Parts whose names tell what sort of body they are of, if the story names just one: a faculty is of the university, a police
//! station of the force, a brigade of the army, a parliament's committee of the parliament, a central committee of the party.

use super::acronyms::qualifier_len;
use super::forces;
use super::lexicon::{KNOWN, LEXICON};
use super::names::{Name, join};
use super::parent_kinds::kind;
use super::parents::{Found, Rows, forms};
use super::{Entity, OrganizationKind};
use crate::mentions::NameType;

/// What committees of parliaments are for, word by word.
const MATTERS: &[&str] = &[
    "accounts",
    "affairs",
    "agriculture",
    "and",
    "appropriations",
    "armed",
    "audit",
    "budget",
    "climate",
    "commerce",
    "constitution",
    "constitutional",
    "culture",
    "defense",
    "economic",
    "economy",
    "education",
    "energy",
    "environment",
    "estimates",
    "ethics",
    "external",
    "finance",
    "fisheries",
    "foreign",
    "government",
    "health",
    "home",
    "housing",
    "human",
    "industry",
    "infrastructure",
    "intelligence",
    "judiciary",
    "justice",
    "labor",
    "law",
    "legal",
    "legislation",
    "local",
    "oversight",
    "petitions",
    "privileges",
    "public",
    "rights",
    "science",
    "security",
    "services",
    "social",
    "technology",
    "tourism",
    "trade",
    "transport",
    "transportation",
    "treasury",
    "works",
];
/// What such committees are called in front.
const STANDING: &[&str] =
    &["congressional", "departmental", "house", "joint", "parliamentary", "portfolio", "select", "senate", "special", "standing"];
/// Organs that parties have, without their names.
const OF_PARTIES: &[&str] = &[
    "central committee",
    "central executive committee",
    "cec",
    "national executive committee",
    "nec",
    "politburo",
    "political bureau",
    "women's league",
    "women's wing",
    "womens league",
    "womens wing",
    "youth league",
    "youth wing",
];
/// Whose colleges are no university's.
const PROFESSIONS: &[&str] = &[
    "accountants",
    "architects",
    "dentists",
    "engineers",
    "journalists",
    "lawyers",
    "midwives",
    "nurses",
    "pharmacists",
    "physicians",
    "psychologists",
    "surgeons",
    "teachers",
    "veterinarians",
];
/// Organs that courts have.
const OF_COURTS: &[&str] =
    &["appeals chamber", "appellate division", "constitutional chamber", "full bench", "full court", "grand chamber"];

/// The rows of a story that such parts may be of.
#[derive(Default)]
pub(super) struct Wholes {
    universities: Vec<u32>,
    pub(super) police: Vec<u32>,
    pub(super) armies: Vec<u32>,
    legislatures: Vec<u32>,
    parties: Vec<u32>,
    courts: Vec<u32>,
    central_banks: Vec<u32>,
}

impl Wholes {
    pub(super) fn new(entities: &[Entity]) -> Self {
        let mut wholes = Self::default();
        for entity in entities.iter().filter(|entity| entity.kind == NameType::Organization) {
            let name = Name::new(&entity.name);
            let kind = kind(entity);
            let of_kind = |wanted: OrganizationKind| kind == Some(wanted);
            let places = [
                (is_university(&name), &mut wholes.universities),
                (forces::is_police(&name), &mut wholes.police),
                (forces::is_army(&name) && !of_kind(OrganizationKind::ArmedGroup), &mut wholes.armies),
                (of_kind(OrganizationKind::Legislature) && is_legislature(&name), &mut wholes.legislatures),
                (of_kind(OrganizationKind::PoliticalParty), &mut wholes.parties),
                (of_kind(OrganizationKind::Court) && name.words.len() > 1, &mut wholes.courts),
                (of_kind(OrganizationKind::Bank) && is_central_bank(&name), &mut wholes.central_banks),
            ];
            for (_, rows) in places.into_iter().filter(|(fits, _)| *fits) {
                rows.push(entity.id.0);
            }
        }
        wholes
    }
}

impl Rows<'_> {
    /// The one body of the story that a part with such a name can be of.
    pub(super) fn organ(&self, entity: &Entity) -> Option<Found> {
        // Only those that the table knows nothing of.
        if forms(entity).any(|form| KNOWN.only(form).is_some()) {
            return None;
        }
        let name = Name::new(&entity.name);
        let key = name.key();
        let wholes = &self.wholes;
        let found = if is_faculty(&key) {
            only(&wholes.universities, entity)
        } else if is_committee(&name) {
            self.nearest(&wholes.legislatures, entity)
        } else if OF_PARTIES.contains(&key.as_str()) {
            self.nearest(&wholes.parties, entity)
        } else if OF_COURTS.contains(&key.as_str()) {
            self.nearest(&wholes.courts, entity)
        } else if matches!(key.as_str(), "monetary policy committee" | "monetary policy board" | "monetary policy council") {
            only(&wholes.central_banks, entity)
        } else {
            self.of_force(entity, &name)
        };
        found.map(Found::Row)
    }

    /// The body of these that was named last before the part is, or the only one.
    fn nearest(&self, rows: &[u32], part: &Entity) -> Option<u32> {
        let first = *part.mentions.first()?;
        let last_before = |row: &u32| {
            let mentions = &self.entities.get(*row as usize)?.mentions;
            let before = mentions.partition_point(|&mention| mention < first);
            mentions.get(before.checked_sub(1)?).copied()
        };
        let others = || rows.iter().copied().filter(|row| *row != part.id.0);
        others().filter_map(|row| Some((last_before(&row)?, row))).max().map(|(_, row)| row).or_else(|| only(rows, part))
    }
}

/// The only one of these that is not the part itself.
pub(super) fn only(rows: &[u32], part: &Entity) -> Option<u32> {
    let mut others = rows.iter().copied().filter(|row| *row != part.id.0);
    others.next().filter(|_| others.next().is_none())
}

/// Not the trade unions' congress, nor a committee.
fn is_legislature(name: &Name) -> bool {
    !is_committee(name) && !name.words.iter().any(|word| matches!(word.plain.as_str(), "commerce" | "labor" | "trade" | "trades" | "union"))
}

fn is_university(name: &Name) -> bool {
    let words = ["polytechnic", "universidad", "universidade", "universitat", "universite", "university"];
    let parts = ["press", "hospital", "union", "council", "association", "school", "faculty", "library", "institute"];
    let has = |list: &[&str]| name.words.iter().any(|word| list.contains(&word.plain.as_str()));
    has(&words) && !has(&parts)
}

/// `Faculty of Law`, `School of Government`, `College of Forestry`; but the `College of Physicians` is a profession's.
fn is_faculty(key: &str) -> bool {
    let is_profession = PROFESSIONS.iter().any(|profession| key.contains(profession));
    key.starts_with("faculty of ") || (key.starts_with("school of ") || key.starts_with("college of ")) && !is_profession
}

/// `Standing Committee on Transport`, `Committee on Ways and Means`, `Finance Committee`: of a parliament, as likely as not.
fn is_committee(name: &Name) -> bool {
    let head = name.head();
    let is_head = name.words.get(head).is_some_and(|word| matches!(word.plain.as_str(), "committee" | "subcommittee"));
    let front = name.words.get(..head).unwrap_or_default();
    let is_on = name.words.get(head + 1).is_some_and(|word| word.plain == "on");
    let all = |list: &[&str]| front.iter().all(|word| list.contains(&word.plain.as_str()));
    let is_standing = front.iter().any(|word| STANDING.contains(&word.plain.as_str()));
    is_head
        && (is_on && front.is_empty() || is_standing && (is_on || all(&[STANDING, MATTERS].concat())) || !front.is_empty() && all(MATTERS))
}

/// `Central Bank of Egypt`, `Reserve Bank`, `Bank of Latvia`.
fn is_central_bank(name: &Name) -> bool {
    let words = ["central", "federal", "national", "reserve"];
    let behind = name.words.get(name.head() + 2..).unwrap_or_default();
    let place = join(name.words.get(..qualifier_len(&name.words)).unwrap_or_default());
    name.words.iter().any(|word| words.contains(&word.plain.as_str()))
        || place.is_empty() && name.words.first().is_some_and(|word| word.plain == "bank") && LEXICON.country(&join(behind)).is_some()
}

#[cfg(test)]
mod tests {
    use crate::entities::marked::check_parent as check;

    #[test]
    fn faculties() {
        check("[ORG Faculty of Law] rose. [ORG Strelsau University] met.", Some("Strelsau University"));
        check("[ORG School of Government] rose. [ORG Universidad de Hentzau]", Some("Universidad de Hentzau"));
        check("[ORG Faculty of Law] rose. [ORG Strelsau University] and [ORG Hentzau University] met.", None);
        check("[ORG College of Physicians] met. [ORG Strelsau University] rose.", None);
    }

    #[test]
    fn committees() {
        check("[ORG Committee on Salt] met in the [ORG Parliament of Ruritania].", Some("Parliament of Ruritania"));
        check("[ORG Finance Committee] met. The [ORG National Assembly] rose.", Some("National Assembly"));
        check("[ORG Departmental Committee on Energy] met. The [ORG National Assembly] rose.", Some("National Assembly"));
        check("[ORG Organizing Committee] met. The [ORG National Assembly] rose.", None);
        check("[ORG Finance Committee] met. The [ORG Salt Union] rose.", None);
    }

    #[test]
    fn organs_of_parties_courts_and_banks() {
        check("[ORG Central Committee] met. The [ORG Salt Party] rose.", Some("Salt Party"));
        check("[ORG Grand Chamber] met. The [ORG Court of Ports] rose.", Some("Court of Ports"));
        check("[ORG Monetary Policy Committee] met. The [ORG Bank of Latvia] rose.", Some("Bank of Latvia"));
        check("[ORG Monetary Policy Committee] met. The [ORG Harl Bank] rose.", None);
        check("[ORG Central Committee] met. The [ORG Salt Union] rose.", None);
    }
}
