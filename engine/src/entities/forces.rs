//! Which force a unit is of: a police station, a brigade, a squadron; and the armed forces of a navy.

use super::Entity;
use super::acronyms::qualifier_len;
use super::lexicon::LEXICON;
use super::names::{Name, join};
use super::organs::only;
use super::parents::Rows;

/// Words of names of police that are parts of a force, or no force.
const OF_POLICE: &[&str] = &[
    "academy",
    "association",
    "board",
    "branch",
    "bureau",
    "club",
    "college",
    "command",
    "commission",
    "council",
    "directorate",
    "district",
    "division",
    "federation",
    "fc",
    "group",
    "headquarters",
    "museum",
    "office",
    "post",
    "precinct",
    "squad",
    "station",
    "training",
    "traffic",
    "union",
    "unit",
    "wing",
];
/// Phrases that police units are called by; word for word.
const UNITS: &[&str] = &[
    "anti narcotics",
    "bomb squad",
    "crime branch",
    "crime squad",
    "crime unit",
    "criminal investigation department",
    "criminal investigations department",
    "criminal investigations directorate",
    "cyber crime",
    "cybercrime unit",
    "dog squad",
    "drug squad",
    "flying squad",
    "homicide unit",
    "mobile squad",
    "narcotics division",
    "police academy",
    "police college",
    "police command",
    "police office",
    "police post",
    "police precinct",
    "police station",
    "robbery squad",
    "special branch",
    "special operations battalion",
    "traffic division",
    "traffic police",
];
/// Units of armies and air forces, and of navies.
const OF_ARMIES: &[&str] = &["battalion", "battalions", "brigade", "flotilla", "infantry", "platoon", "regiment", "squadron"];
/// Words with which a force's name says nothing of where it is.
const PLAIN: &[&str] = &["and", "corps", "force", "national", "of", "police", "republic", "royal", "service", "services", "the"];

/// `Kerala Police`, `National Police Agency`, `Hentzau Constabulary`; no station, no union.
pub(super) fn is_police(name: &Name) -> bool {
    let has = |list: &[&str]| name.words.iter().any(|word| list.contains(&word.plain.as_str()));
    has(&["police", "constabulary", "carabinieri"]) && !has(OF_POLICE)
}

/// `Kenya Army`, `Jordan Armed Forces`, `Royal Navy`; no army that wants to free a country.
pub(super) fn is_army(name: &Name) -> bool {
    let key = name.key();
    let ends =
        ["army", "navy", "air force", "armed forces", "defense force", "defense forces", "self defense forces", "armed forces arab army"];
    ends.iter().any(|end| key == *end || key.ends_with(&format!(" {end}")) || key.starts_with(&format!("{end} of ")))
        && !["command", "general", "joint", "liberation", "lords", "rebel", "resistance", "salvation", "staff"]
            .iter()
            .any(|word| key.contains(word))
}

/// True for the police of a whole country.
fn is_national(name: &Name) -> bool {
    let rest: Vec<_> = name.words.iter().filter(|word| !PLAIN.contains(&word.plain.as_str())).cloned().collect();
    let key = join(&rest);
    let is_called_so = name.words.iter().any(|word| word.plain == "national");
    rest.is_empty() && is_called_so || LEXICON.country(&key).is_some() || LEXICON.people_of(&key).is_some()
}

impl Rows<'_> {
    /// The force that a unit is of.
    pub(super) fn of_force(&self, entity: &Entity, name: &Name) -> Option<u32> {
        let key = name.key();
        let named = |row: &u32| self.entities.get(*row as usize).map(|force| Name::new(&force.name));
        if is_police(name) && !is_national(name) && name.words.last().is_some_and(|last| last.plain == "police") {
            let national: Vec<u32> =
                self.wholes.police.iter().copied().filter(|row| named(row).is_some_and(|name| is_national(&name))).collect();
            return only(&national, entity);
        }
        let padded = format!(" {key} ");
        if UNITS.iter().any(|unit| padded.contains(&format!(" {unit} "))) {
            return only(&self.wholes.police, entity);
        }
        let is_numbered = name.words.first().is_some_and(|word| word.plain.starts_with(|c: char| c.is_ascii_digit()));
        let has = |list: &[&str]| name.words.iter().any(|word| list.contains(&word.plain.as_str()));
        let is_of_army = has(OF_ARMIES) && !has(&["fire", "protection", "rescue", "volunteer"]);
        if is_of_army || is_numbered && has(&["division", "wing", "corps"]) || key.ends_with("naval command") {
            let of = |branch: &str| -> Vec<u32> {
                let is_of = |row: &u32| named(row).is_some_and(|name| name.key().contains(branch));
                self.wholes.armies.iter().copied().filter(is_of).collect()
            };
            let branch = if has(&["naval", "flotilla"]) {
                of("navy")
            } else if has(&["wing", "air", "squadron"]) {
                of("air force")
            } else {
                of("army")
            };
            return only(&branch, entity).or_else(|| only(&self.wholes.armies, entity));
        }
        self.armed_forces(entity, name)
    }

    /// `Kenya Navy` and `Kenya Defence Forces`.
    fn armed_forces(&self, entity: &Entity, name: &Name) -> Option<u32> {
        let plain: Vec<_> = name.words.iter().filter(|word| word.plain != "royal").cloned().collect();
        let len = qualifier_len(&plain);
        let place = join(plain.get(..len)?);
        let country = |key: &str| LEXICON.country(key).or_else(|| LEXICON.people_of(key));
        let home = country(&place);
        let branch = join(plain.get(len..)?);
        if !matches!(branch.as_str(), "army" | "navy" | "air force" | "ground forces" | "air defense forces")
            || home.is_none() && !place.is_empty()
        {
            return None;
        }
        let fits = |row: &u32| {
            let Some(force) = self.entities.get(*row as usize).map(|force| Name::new(&force.name)) else { return false };
            let place = join(force.words.get(..qualifier_len(&force.words)).unwrap_or_default());
            let key = force.key();
            let is_whole = ["armed forces", "defense force", "defense forces"].iter().any(|whole| key.contains(whole));
            let behind = force.words.get(force.head() + 2..).map(join).unwrap_or_default();
            let its = country(&place).or_else(|| country(&behind));
            is_whole && (its.is_none() || its == home || home.is_none())
        };
        let wholes: Vec<u32> = self.wholes.armies.iter().copied().filter(fits).collect();
        only(&wholes, entity)
    }
}

#[cfg(test)]
mod tests {
    use crate::entities::marked::check_parent as check;

    #[test]
    fn police() {
        check("[ORG Makupa Police Station] shut. The [ORG Kenya Police] came.", Some("Kenya Police"));
        check("[ORG Hentzau Police] met the [ORG National Police].", Some("National Police"));
        check("[ORG Hentzau Police] met the [ORG Strelsau Police].", None);
        check("[ORG Police Union] met the [ORG National Police].", None);
        check("[ORG Flying Squad] met the [ORG Kenya Police] and the [ORG Strelsau Police].", None);
    }

    #[test]
    fn units() {
        check(
            "[ORG 22 Squadron] flew. The [ORG South African Air Force] and the [ORG South African Army] said so.",
            Some("South African Air Force"),
        );
        check("[ORG Engineer Brigade] dug. The [ORG Sri Lanka Army] said so.", Some("Sri Lanka Army"));
        check("[ORG Engineer Brigade] dug. The [ORG Karen Liberation Army] said so.", None);
    }

    #[test]
    fn services() {
        check("[ORG Kenya Navy] sailed. The [ORG Kenya Defence Forces] said so.", Some("Kenya Defence Forces"));
        check("[ORG Royal Jordanian Air Force] flew. The [ORG Jordan Armed Forces] said so.", Some("Jordan Armed Forces"));
        check("[ORG Kenya Navy] sailed. The [ORG Peruvian Armed Forces] said so.", None);
        check("[ORG Peruvian Army] marched. The [ORG Ministry of Defence] said so.", None);
    }
}
