//! What is known about words and bodies in general, from the lists of `engine/lexicon`.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use super::OrganizationKind;
use super::names::{Name, fold};
use crate::tables::{rows, values};

/// A well-known organization.
pub struct Known {
    /// The name a reader expects.
    pub name: &'static str,
    /// What kind of body it is.
    pub kind: OrganizationKind,
    /// The larger body it belongs to.
    pub parent: Option<&'static str>,
    /// Its other names that are no acronyms.
    pub names: Vec<&'static str>,
}

impl Known {
    /// True for `The Times` and its like, whose name without the article is a word that other bodies use, too.
    pub fn is_common_word(&self) -> bool {
        self.name.strip_prefix("The ").is_some_and(|rest| !rest.contains(' '))
    }
}

/// The lists, made ready for looking things up.
pub struct Lexicon {
    spellings: BTreeMap<&'static str, &'static str>,
    nicknames: BTreeMap<&'static str, &'static str>,
    /// Keys of a country's names and of its adjectives, and the country's number.
    countries: BTreeMap<String, u16>,
    demonyms: BTreeMap<String, u16>,
    places: BTreeSet<String>,
    /// Head words of names, and whether they make an organization.
    heads: BTreeMap<&'static str, bool>,
    kind_words: BTreeMap<&'static str, OrganizationKind>,
    roles: BTreeSet<&'static str>,
    heads_abroad: BTreeMap<&'static str, &'static str>,
}

/// The words and their properties.
pub static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::read);

/// The well-known organizations; apart from [`LEXICON`], since reading them needs it.
pub static KNOWN: LazyLock<KnownOrganizations> = LazyLock::new(KnownOrganizations::read);

impl Lexicon {
    fn read() -> Self {
        let pairs = |tsv| rows(tsv).filter_map(|row| Some((*row.first()?, *row.get(1)?))).collect();
        Self {
            spellings: pairs(include_str!("../../lexicon/spellings.tsv")),
            nicknames: pairs(include_str!("../../lexicon/nicknames.tsv")),
            countries: country_words(&[0, 1]),
            demonyms: country_words(&[2]),
            places: rows(include_str!("../../lexicon/cities.tsv"))
                .chain(rows(include_str!("../../lexicon/regions.tsv")))
                .filter_map(|row| Some(folded_words(row.first()?)))
                .collect(),
            heads: rows(include_str!("../../lexicon/heads.tsv")).filter_map(|row| Some((*row.first()?, *row.get(1)? == "ORG"))).collect(),
            kind_words: rows(include_str!("../../lexicon/kind_words.tsv"))
                .filter_map(|row| Some((*row.first()?, OrganizationKind::from_name(row.get(1)?)?)))
                .collect(),
            heads_abroad: pairs(include_str!("../../lexicon/heads_abroad.tsv")),
            roles: rows(include_str!("../../lexicon/roles.tsv")).filter_map(|row| row.first().copied()).collect(),
        }
    }

    /// The American spelling of a folded word.
    pub fn american(&self, word: &str) -> String {
        if let Some(american) = self.spellings.get(word) {
            return (*american).to_string();
        }
        for (british, american) in [("isation", "ization"), ("isations", "izations")] {
            if let Some(stem) = word.strip_suffix(british).filter(|stem| stem.len() > 3) {
                return format!("{stem}{american}");
            }
        }
        word.to_string()
    }

    /// What a first name is short for, folded.
    pub fn full_first_names(&self, nickname: &str) -> impl Iterator<Item = &'static str> {
        self.nicknames.get(nickname).copied().unwrap_or_default().split('|').filter(|name| !name.is_empty())
    }

    /// The country with this name, folded.
    pub fn country(&self, key: &str) -> Option<u16> {
        self.countries.get(key).copied()
    }

    /// The country whose people or things are called so, folded; a plural counts.
    pub fn people_of(&self, key: &str) -> Option<u16> {
        self.demonyms.get(key).or_else(|| self.demonyms.get(key.strip_suffix('s')?)).copied()
    }

    /// True for a country, city or region, folded.
    pub fn is_place(&self, key: &str) -> bool {
        self.places.contains(key) || self.countries.contains_key(key)
    }

    /// The English for a head word of another language, folded; else the word itself.
    pub fn english<'w>(&self, word: &'w str) -> &'w str {
        self.heads_abroad.get(word).copied().unwrap_or(word)
    }

    /// True for a noun that says what a person does, in lower case.
    pub fn is_role(&self, word: &str) -> bool {
        self.roles.contains(word)
    }

    /// True for a word that names end with or begin with: `bank`, `treaty`, folded.
    pub fn is_head(&self, word: &str) -> bool {
        self.heads.contains_key(word)
    }

    /// True for a phrase that names of organizations end with or begin with, folded.
    pub fn is_body_head(&self, phrase: &str) -> bool {
        self.heads.get(phrase).copied().unwrap_or(false)
    }

    /// The kind of body that a folded phrase at the head of a name speaks for.
    pub fn head_kind(&self, phrase: &str) -> Option<OrganizationKind> {
        self.kind_words.get(phrase).copied()
    }
}

/// `United Arab Emirates` and `united arab emirates`: the words of a phrase, folded.
fn folded_words(phrase: &str) -> String {
    phrase.split([' ', '-']).map(fold).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

fn country_words(columns: &[usize]) -> BTreeMap<String, u16> {
    let mut words = BTreeMap::new();
    for (number, row) in rows(include_str!("../../lexicon/countries.tsv")).enumerate() {
        for name in columns.iter().flat_map(|&column| values(&row, column)) {
            words.entry(folded_words(name)).or_insert(number as u16);
        }
    }
    words
}

/// The table of well-known organizations, found by the key of any of their names.
pub struct KnownOrganizations {
    entries: Vec<Known>,
    by_key: BTreeMap<String, Vec<Named>>,
}

/// That a key names a body.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Named {
    number: u16,
    /// True if it does so only as an acronym.
    acronym: bool,
}

/// Acronyms of fewer letters must stand in capitals: `WHO`, but `Unesco`.
const SHORTEST_SMALL: usize = 4;

impl KnownOrganizations {
    fn read() -> Self {
        let mut known = Self { entries: Vec::new(), by_key: BTreeMap::new() };
        for row in rows(include_str!("../../lexicon/organizations.tsv")) {
            let (Some(&name), Some(kind)) = (row.first(), row.get(1).and_then(|kind| OrganizationKind::from_name(kind))) else {
                continue;
            };
            let number = known.entries.len() as u16;
            let parent = row.get(4).copied().filter(|parent| !parent.is_empty());
            known.entries.push(Known { name, kind, parent, names: values(&row, 3).collect() });
            for (column, acronym) in [(0, false), (3, false), (2, true)] {
                for form in values(&row, column) {
                    known.add(Name::new(form).key(), Named { number, acronym });
                }
            }
        }
        known
    }

    fn add(&mut self, key: String, named: Named) {
        let bodies = self.by_key.entry(key).or_default();
        if !bodies.iter().any(|known| known.number == named.number) {
            bodies.push(named);
        }
    }

    /// The organizations that a form with this key names; several when the name is ambiguous.
    pub fn named(&self, form: &str, key: &str) -> Vec<u16> {
        let is_word = form.chars().any(char::is_lowercase) && key.len() < SHORTEST_SMALL;
        let bodies = self.by_key.get(key).map_or(&[][..], Vec::as_slice);
        bodies.iter().filter(|named| !(named.acronym && is_word)).map(|named| named.number).collect()
    }

    /// The organization with this number.
    pub fn get(&self, number: u16) -> Option<&Known> {
        self.entries.get(usize::from(number))
    }

    /// The one organization that a form names.
    pub fn only(&self, form: &str) -> Option<(u16, &Known)> {
        let [number] = self.named(form, &Name::new(form).key())[..] else { return None };
        Some((number, self.get(number)?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn countries_and_their_people() {
        assert_eq!(LEXICON.country("uk"), LEXICON.country("united kingdom"));
        assert_eq!(LEXICON.people_of("peruvian"), LEXICON.country("peru"));
        assert_eq!(LEXICON.people_of("peruvians"), LEXICON.country("peru"));
        assert_ne!(LEXICON.country("niger"), LEXICON.country("nigeria"));
        assert!(LEXICON.is_place("tel aviv"));
    }

    #[test]
    fn known_organizations() {
        let unicef = KNOWN.only("UNCTAD").unwrap().1;
        assert_eq!((unicef.kind, unicef.parent), (OrganizationKind::Intergovernmental, Some("United Nations")));
        assert!(KNOWN.only("Who").is_none() && KNOWN.only("Unctad").is_some());
        assert!(KNOWN.only("ICC").is_none(), "several bodies are called ICC");
    }

    #[test]
    fn every_row_of_the_table_has_a_kind() {
        let table = include_str!("../../lexicon/organizations.tsv");
        let bad = rows(table).find(|row| row.get(1).and_then(|kind| OrganizationKind::from_name(kind)).is_none());
        assert_eq!(bad, None);
        let names: std::collections::BTreeSet<&str> = rows(table).filter_map(|row| row.first().copied()).collect();
        let lost = rows(table).find(|row| row.get(4).is_some_and(|parent| !names.contains(parent)));
        assert_eq!(lost, None, "its parent has no row");
    }
}
