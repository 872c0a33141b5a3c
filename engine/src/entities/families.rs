//! What well-known bodies belong to where the story names it: `Border Security Force` and `Home Ministry`.
//!
//! Ministries are called alike in many countries, so `engine/lexicon/belongs.tsv` has for each body the names that the larger
//! one may go by, and the country that a name with a country in it must have.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::lexicon::{KNOWN, LEXICON};
use super::names::{Name, Word};
use super::parents::{Found, Rows, forms};
use super::{Entity, shortened};
use crate::mentions::NameType;
use crate::tables::{rows, values};

/// What a body belongs to.
struct Family {
    country: Option<u16>,
    /// Keys and bags of words that the larger body is named by.
    wholes: Vec<(String, Option<String>)>,
}

static FAMILIES: LazyLock<BTreeMap<u16, Family>> = LazyLock::new(|| {
    let family = |row: Vec<&'static str>| {
        let (number, _) = KNOWN.only(row.first()?)?;
        let wholes = values(&row, 2).map(|whole| (Name::new(whole).key(), bag(&Name::new(whole)))).collect();
        Some((number, Family { country: LEXICON.country(&Name::new(row.get(1)?).key()), wholes }))
    };
    rows(include_str!("../../lexicon/belongs.tsv")).filter_map(family).collect()
});

/// The words of a state's body without its country, in any order.
fn bag(name: &Name) -> Option<String> {
    let bag = shortened::word_bag(name)?;
    let words: Vec<&str> = bag.split(' ').filter(|word| !word.starts_with('#')).collect();
    (words.len() > 1).then(|| words.join(" "))
}

impl Rows<'_> {
    /// The row that is a well-known body's larger one.
    pub(super) fn by_family(&self, entity: &Entity) -> Option<Found> {
        let family = forms(entity).find_map(|form| FAMILIES.get(&KNOWN.only(form)?.0))?;
        let is_whole = |form: &str| {
            let name = Name::new(form);
            let country = |word: &Word| LEXICON.country(&word.plain).or_else(|| LEXICON.people_of(&word.plain));
            let is_other = name.words.iter().filter_map(country).any(|country| Some(country) != family.country);
            let (key, bag) = (name.key(), bag(&name));
            !is_other && family.wholes.iter().any(|(whole, words)| *whole == key || bag.is_some() && *words == bag)
        };
        let mut wholes = self
            .entities
            .iter()
            .filter(|other| other.kind == NameType::Organization && other.id != entity.id && forms(other).any(is_whole));
        wholes.next().map(|whole| Found::Row(whole.id.0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entities::marked::check_parent as check;

    #[test]
    fn named_in_the_story() {
        check("[ORG Border Security Force], the [ORG Ministry of Home Affairs]", Some("Ministry of Home Affairs"));
        check("[ORG Bundespolizei], the [ORG German Interior Ministry]", Some("German Interior Ministry"));
        check("[ORG Bundespolizei], the [ORG Federal Ministry of the Interior]", Some("Federal Ministry of the Interior"));
        check("[ORG Bundespolizei], the [ORG Turkish Interior Ministry]", None);
        check("[ORG Bundespolizei], the [ORG Foreign Ministry]", None);
        check("[ORG Bundespolizei]", None);
    }

    #[test]
    fn every_body_is_in_the_table() {
        let table = include_str!("../../lexicon/belongs.tsv");
        let lost = rows(table).find(|row| row.first().is_none_or(|name| KNOWN.only(name).is_none_or(|(_, body)| body.name != *name)));
        assert_eq!(lost, None);
        let bad = rows(table)
            .find(|row| values(row, 2).count() == 0 || row.get(1).is_none_or(|name| LEXICON.country(&Name::new(name).key()).is_none()));
        assert_eq!(bad, None);
    }
}
