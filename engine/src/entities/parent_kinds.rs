//! Parents that follow from what kind of body something is: a diocese is of the story's church, an embassy of its foreign
//! ministry, a regional party of the national one; and parents that no such body can have.

use super::acronyms::qualifier_len;
use super::lexicon::{KNOWN, LEXICON};
use super::names::{Name, SMALL, Word, join};
use super::parents::{Found, Rows, forms};
use super::ties::{Tie, has};
use super::{Entity, OrganizationKind, shortened};
use crate::mentions::NameType;

/// Churches that a body's name may say it is of.
const CHURCHES: &[&str] = &[
    "anglican",
    "apostolic",
    "baptist",
    "catholic",
    "coptic",
    "episcopal",
    "evangelical",
    "lutheran",
    "maronite",
    "methodist",
    "orthodox",
];

/// What offices of a ministry in the provinces are called.
const REGIONAL: &[&str] =
    &["county", "decentralized", "departmental", "district", "divisional", "municipal", "provincial", "regional", "subregional", "zonal"];
/// Heads of their names, besides those of parts.
const OFFICES: &[&str] = &["administration", "delegation", "inspectorate", "office", "offices", "service"];

impl Rows<'_> {
    /// `Diocese of Estelí` and `Catholic Church of Nicaragua`, if that is the one church of the story.
    pub(super) fn church(&self, entity: &Entity) -> Option<Found> {
        let of = |entity: &Entity| forms(entity).flat_map(|form| Name::new(form).words).map(|word| word.plain).collect::<Vec<_>>();
        let words = of(entity);
        let is_part = ["archdiocese", "diocese", "parish", "vicariate", "bishops"].iter().any(|head| words.iter().any(|word| word == head))
            || words.windows(2).any(|pair| matches!(pair, [one, other] if one == "episcopal" && other == "conference"));
        // Only then are all rows looked through, so that the whole stays linear.
        if !is_part {
            return None;
        }
        let is_church = |other: &&Entity| {
            let name = Name::new(&other.name);
            other.kind == NameType::Organization
                && other.id != entity.id
                && name.words.get(name.head()).is_some_and(|head| head.plain == "church")
                && name.words.iter().any(|word| CHURCHES.contains(&word.plain.as_str()))
        };
        let mut churches = self.entities.iter().filter(is_church);
        let church = churches.next()?;
        let theirs = of(church);
        let is_other = words.iter().any(|word| word != "episcopal" && CHURCHES.contains(&word.as_str()) && !theirs.contains(word));
        (churches.next().is_none() && !is_other).then_some(Found::Row(church.id.0))
    }

    /// `US Embassy` and `State Department`, `Peruvian consulate` and `Ministry of Foreign Affairs of Peru`.
    pub(super) fn embassy(&self, entity: &Entity) -> Option<Found> {
        let name = Name::new(&entity.name);
        let is_embassy = name.words.get(name.head()).is_some_and(|head| matches!(head.plain.as_str(), "embassy" | "consulate"));
        let country = country_of(&name).filter(|_| is_embassy)?;
        let is_ministry = |other: &&Entity| {
            let fits = |form: &str| {
                let name = Name::new(form);
                let known = KNOWN.only(form).map(|(_, body)| Name::new(body.name));
                let key = name.key();
                let is_state = known.as_ref().is_some_and(|known| known.key() == "us department of state");
                let is_foreign =
                    (key.contains("foreign") || key.contains("external")) && (key.contains("ministry") || key.contains("office"));
                (is_state || is_foreign) && country_of(known.as_ref().unwrap_or(&name)) == Some(country)
            };
            other.kind == NameType::Organization && forms(other).any(fits)
        };
        self.entities.iter().find(is_ministry).map(|ministry| Found::Row(ministry.id.0))
    }

    /// `Michigan Taxpayers Party` and `U.S. Taxpayers Party`: a party that is the national one but for the place.
    pub(super) fn regional_party(&self, entity: &Entity) -> Option<Found> {
        forms(entity).find_map(|form| {
            let name = Name::new(form);
            let place = join(name.words.get(..qualifier_len(&name.words)).unwrap_or_default());
            let is_party = name.words.last().is_some_and(|last| last.plain == "party");
            let is_regional = !place.is_empty() && LEXICON.country(&place).is_none() && LEXICON.people_of(&place).is_none();
            let rest = name.words.get(qualifier_len(&name.words)..).filter(|rest| is_party && is_regional && rest.len() > 1)?;
            let key = join(rest);
            let is_national = |other: &&Entity| {
                other.kind == NameType::Organization
                    && other.id != entity.id
                    && forms(other).any(|form| shortened::variants(&Name::new(form), shortened::Level::Country).contains(&key))
            };
            self.entities.iter().find(is_national).map(|party| Found::Row(party.id.0))
        })
    }

    /// `Regional Directorate of Culture` and the story's `Ministry of Culture`: an office in the provinces of the one ministry
    /// for the same matter.
    pub(super) fn regional_office(&self, entity: &Entity) -> Option<Found> {
        let is_regional = |word: &Word| REGIONAL.contains(&word.plain.as_str());
        let is_office = |name: &Name| {
            let head = name.words.get(name.head()).or(name.words.last());
            head.is_some_and(|head| OFFICES.contains(&head.plain.as_str()) || has(&head.plain, Tie::Cell))
        };
        let name = forms(entity).map(Name::new).find(|name| name.words.iter().any(is_regional) && is_office(name))?;
        let of_matter = |ministry: &&Entity| {
            ministry.kind == NameType::Organization
                && ministry.id != entity.id
                && forms(ministry).any(|form| {
                    let ministry = Name::new(form);
                    let is_ministry = ministry.words.get(ministry.head()).is_some_and(|head| head.plain == "ministry");
                    let is_matter = |word: &&Word| {
                        let key = word.plain.as_str();
                        let is_place = LEXICON.country(key).is_some() || LEXICON.people_of(key).is_some();
                        !is_place && key != "ministry" && !SMALL.contains(&key)
                    };
                    let mut matter = ministry.words.iter().filter(is_matter).peekable();
                    let has_matter = matter.peek().is_some();
                    is_ministry && has_matter && matter.all(|word| name.words.iter().any(|own| own.plain == word.plain))
                })
        };
        let mut ministries = self.entities.iter().filter(of_matter);
        let ministry = ministries.next()?;
        ministries.next().is_none().then_some(Found::Row(ministry.id.0))
    }

    /// True if a body of a state would belong to a private one: in `the Harbor Party's US Senate candidate` no senate is a party's.
    pub(super) fn is_absurd(&self, part: &Entity, whole: u32) -> bool {
        let Some(whole) = self.entities.get(whole as usize) else { return false };
        let is_state =
            matches!(kind(part), Some(OrganizationKind::Legislature | OrganizationKind::Court | OrganizationKind::MilitaryOrPolice));
        let head = |entity: &Entity| {
            let name = Name::new(&entity.name);
            name.words.get(name.head()).map(|head| head.plain.clone()).unwrap_or_default()
        };
        if matches!(head(part).as_str(), "ministry" | "ministries" | "cabinet" | "government" | "embassy" | "presidency") {
            return kind(whole).is_some_and(|kind| kind != OrganizationKind::GovernmentBody);
        }
        // The divisions and chambers that a company or a federation has are no state's.
        let is_inner = matches!(head(part).as_str(), "chamber" | "committee" | "division" | "squad" | "unit" | "board" | "council");
        let is_chamber =
            is_state && !is_inner || KNOWN.only(&part.name).is_some_and(|(_, body)| body.kind == OrganizationKind::GovernmentBody);
        is_chamber
            && matches!(
                kind(whole),
                Some(
                    OrganizationKind::PoliticalParty
                        | OrganizationKind::Company
                        | OrganizationKind::Bank
                        | OrganizationKind::Media
                        | OrganizationKind::Sports
                        | OrganizationKind::Union
                )
            )
    }
}

/// By the table, else by the head word.
pub(super) fn kind(entity: &Entity) -> Option<OrganizationKind> {
    let known = forms(entity).find_map(|form| KNOWN.only(form)).map(|(_, body)| body.kind);
    let name = Name::new(&entity.name);
    known.or_else(|| LEXICON.head_kind(&name.words.get(name.head())?.plain))
}

/// The country that a name begins or ends with.
fn country_of(name: &Name) -> Option<u16> {
    let is_country = |key: &str| LEXICON.country(key).or_else(|| LEXICON.people_of(key));
    let front = join(name.words.get(..qualifier_len(&name.words)).unwrap_or_default());
    let behind: Vec<_> = name.words.get(name.head() + 2..).unwrap_or_default().iter().filter(|word| word.plain != "the").cloned().collect();
    is_country(&front).or_else(|| is_country(&join(&behind))).or_else(|| is_country(&name.words.last()?.plain))
}

#[cfg(test)]
mod tests {
    use crate::entities::marked::{check_parent as check, name_of, read};

    #[test]
    fn churches() {
        check("[ORG Diocese of Hentzau], the [ORG Catholic Church of Ruritania]", Some("Catholic Church of Ruritania"));
        check("[ORG Episcopal Conference of Ruritania], the [ORG Catholic Church]", Some("Catholic Church"));
        check("[ORG Anglican Diocese of Hentzau], the [ORG Catholic Church]", None);
        check("[ORG Diocese of Hentzau], the [ORG Catholic Church], the [ORG Lutheran Church]", None);
        check("[ORG Hentzau Choir], the [ORG Catholic Church]", None);
    }

    #[test]
    fn embassies() {
        check("[ORG US Embassy] in [LOC Rome], the [ORG State Department]", Some("State Department"));
        check("[ORG Peruvian Embassy], the [ORG Ministry of Foreign Affairs of Peru]", Some("Ministry of Foreign Affairs of Peru"));
        check("[ORG Peruvian Embassy], the [ORG Kenyan Foreign Ministry]", None);
    }

    #[test]
    fn parties_of_regions() {
        check("[ORG Michigan Salt Party], the [ORG U.S. Salt Party]", Some("U.S. Salt Party"));
        check("[ORG Michigan Salt Party], the [ORG U.S. Pepper Party]", None);
    }

    #[test]
    fn offices_in_the_provinces() {
        check("[ORG Decentralized Salt Directorate in Hentzau], the [ORG Ministry of Salt]", Some("Ministry of Salt"));
        check("[ORG Regional Directorate of Salt], the [ORG Kenyan Salt Ministry]", Some("Kenyan Salt Ministry"));
        check("[ORG Regional Directorate of Salt], the [ORG Ministry of Ports]", None);
        check("[ORG Regional Directorate of Salt], the [ORG Peruvian Salt Ministry], the [ORG Kenyan Salt Ministry]", None);
        check("[ORG Salt Directorate], the [ORG Ministry of Salt]", None);
        check("[ORG Regional Salt Bank], the [ORG Ministry of Salt]", None);
    }

    #[test]
    fn parents_that_cannot_be() {
        check("[ORG Rural Cards Division], [ORG Harl Bank]'s [ORG Rural Cards Division]", Some("Harl Bank"));
        check("[ORG Ministry of Salt], the [ORG Salt Party]'s [ORG Ministry of Salt]", None);

        let rows = read("The [ORG Salt Party]'s [ORG Ohio Senate] candidate met the [ORG Salt Party]'s [ORG Youth Wing].");
        let parents: Vec<Option<&str>> = rows.iter().map(|row| row.parent.as_ref().map(|parent| name_of(parent, &rows))).collect();
        assert_eq!(parents, [None, None, Some("Salt Party")]);
    }

    #[test]
    fn parts_joined_by_and() {
        let rows = read("The [ORG FAO Council] and [ORG Conference] met; so did the [ORG Salt Union] and [ORG Pepper Union].");
        let parents: Vec<Option<&str>> = rows.iter().map(|row| row.parent.as_ref().map(|parent| name_of(parent, &rows))).collect();
        assert_eq!(parents, [Some("FAO"), Some("FAO"), None, None]);
    }
}
