//! Which parliament a chamber belongs to: `Senate` and `Congress`, `Ohio Senate` and `Ohio Legislature`.

use super::acronyms;
use super::lexicon::{KNOWN, LEXICON};
use super::names::{Name, join};
use super::parents::{Found, Rows, forms};
use super::{Entity, OrganizationKind};
use crate::mentions::NameType;

impl Rows<'_> {
    /// A chamber belongs to the one parliament of the story.
    pub(super) fn chamber(&self, entity: &Entity) -> Option<Found> {
        let name = forms(entity).map(Name::new).find(is_chamber)?;
        if is_local(&name) {
            return self.legislature(entity, &name);
        }
        let is_parliament = |other: &&Entity| {
            let name = Name::new(&other.name);
            let head = name.words.get(name.head()).map(|word| word.plain.as_str());
            other.kind == NameType::Organization
                && matches!(head, Some("congress" | "parliament" | "assembly" | "legislature" | "diet"))
                && other.id != entity.id
                && !is_local(&name)
                && KNOWN.only(&other.name).is_none_or(|(_, body)| body.kind == OrganizationKind::Legislature)
        };
        // India's Congress is a party.
        let india = LEXICON.country("india");
        let is_indian = |other: &&Entity| {
            let key = Name::new(&other.name).key();
            india == LEXICON.country(&key).or_else(|| LEXICON.people_of(&key))
        };
        let has_party = self.entities.iter().any(|other| is_indian(&other));
        let is_party = |other: &&Entity| has_party && Name::new(&other.name).key().ends_with("congress");
        let is_parliament = |other: &&Entity| is_parliament(other) && !is_party(other);
        let parliaments: Vec<&Entity> = self.entities.iter().filter(is_parliament).collect();
        // Of several, a senate or house is one of a congress, the Commons and Lords are of a parliament.
        let head = if entity.name.contains("Commons") || entity.name.contains("Lords") { "parliament" } else { "congress" };
        let mut fitting = parliaments.iter().filter(|other| parliaments.len() == 1 || Name::new(&other.name).key().contains(head));
        let Some(parliament) = fitting.next() else { return self.westminster(&name) };
        fitting.next().is_none().then_some(Found::Row(parliament.id.0))
    }

    /// The Commons and Lords of a story that speaks of Britain, and of no other country that has Commons.
    fn westminster(&self, chamber: &Name) -> Option<Found> {
        if !matches!(chamber.key().as_str(), "house of commons" | "commons" | "house of lords" | "lords") {
            return None;
        }
        let speaks_of = |country: &str| {
            let country = LEXICON.country(country);
            let is_of = |form: &str| {
                let key = Name::new(form).key();
                LEXICON.country(&key).or_else(|| LEXICON.people_of(&key)) == country
            };
            let mut others = self.entities.iter().filter(|other| matches!(other.kind, NameType::Place | NameType::Group));
            others.any(|other| forms(other).any(is_of))
        };
        let (number, _) = KNOWN.only("Parliament of the United Kingdom")?;
        (speaks_of("uk") && !speaks_of("canada")).then_some(Found::Known(number))
    }

    /// `Ohio Senate` and the `Ohio Legislature`, or the one `Legislative Assembly` of the story.
    fn legislature(&self, chamber: &Entity, name: &Name) -> Option<Found> {
        let place = |name: &Name| join(name.words.get(..acronyms::qualifier_len(&name.words)).unwrap_or_default());
        let home = place(name);
        let fits = |other: &&Entity| {
            let name = Name::new(&other.name);
            let is_body = matches!(name.words.last().map(|word| word.plain.as_str()), Some("legislature" | "assembly"));
            let its = place(&name);
            let is_bare = its.is_empty() && matches!(name.key().as_str(), "legislature" | "state legislature" | "legislative assembly");
            other.kind == NameType::Organization && other.id != chamber.id && is_body && (its == home || is_bare)
        };
        let mut found = self.entities.iter().filter(fits);
        let legislature = found.next()?;
        found.next().is_none().then_some(Found::Row(legislature.id.0))
    }
}

/// True for `North Carolina Senate`: a place in front that is no country.
fn is_local(name: &Name) -> bool {
    let place = join(name.words.get(..acronyms::qualifier_len(&name.words)).unwrap_or_default());
    !place.is_empty() && LEXICON.country(&place).is_none() && LEXICON.people_of(&place).is_none() && !matches!(place.as_str(), "un" | "eu")
}

/// `Senate`, `US House`, `House of Commons`, `Lower House`, `Chamber of Deputies`; not `Gateway House`.
fn is_chamber(name: &Name) -> bool {
    let rest = name.words.get(acronyms::qualifier_len(&name.words)..).unwrap_or_default();
    let key = join(rest);
    let houses = ["house", "upper house", "lower house", "upper chamber", "lower chamber"];
    let is_house = ["house of ", "chamber of deputies", "chamber of representatives"].iter().any(|start| key.starts_with(start));
    rest.last().is_some_and(|last| last.plain == "senate") || houses.contains(&key.as_str()) || is_house
}

#[cfg(test)]
mod tests {
    use crate::entities::marked::check_parent as check;

    #[test]
    fn chambers_of_the_story() {
        check("The [ORG Senate] and the [ORG Congress]", Some("Congress"));
        check("The [ORG Gateway House] and the [ORG Congress]", None);
        check("The [ORG Chamber of Commerce] and the [ORG Assembly]", None);
        check("The [ORG Lower House] of [LOC India] and the [ORG Congress]", None);
        check("The [ORG Ohio Senate] and the [ORG Congress]", None);
        check("The [ORG Ohio Senate], the [ORG Congress] and the [ORG Ohio Legislature]", Some("Ohio Legislature"));
        check("The [ORG Ohio Senate], the [ORG Congress] and the [ORG Legislative Assembly]", Some("Legislative Assembly"));
        check("The [ORG Ohio Senate] and the [ORG Iowa Legislature]", None);
        check("The [ORG House], the [ORG Congress] and the [ORG Knesset], the [ORG Danish Parliament]", Some("Congress"));
        check("The [ORG House of Commons], the [ORG Congress] and the [ORG British Parliament]", Some("British Parliament"));
        check("[ORG Senate Fisheries Committee], [ORG Senate]", Some("Senate"));
    }

    #[test]
    fn of_britain() {
        check("The [ORG House of Commons] in the [LOC UK]", Some("Parliament of the United Kingdom"));
        check("The [ORG House of Commons] of [LOC Canada] and the [LOC UK]", None);
        check("The [ORG House of Commons] rose", None);
    }
}
