//! The word lists of `engine/lexicon`, read once: what a phrase is known to name.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use super::NameType;

/// The word lists of this first way of finding names.
pub struct Lexicon {
    phrases: BTreeMap<String, NameType>,
    /// The same in capitals, for datelines and headlines; only words long enough to be no acronym.
    capitals: BTreeMap<String, NameType>,
    heads: BTreeMap<&'static str, NameType>,
    titles: BTreeSet<&'static str>,
    first_names: BTreeSet<&'static str>,
}

/// The lists compiled into the engine.
pub static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::read);

/// Words shorter than this are not looked for in capitals.
const SHORTEST_IN_CAPITALS: usize = 4;

/// The lines of a list, cut at tabs; without its comments.
pub fn rows(tsv: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    tsv.lines().filter(|line| !line.starts_with('#') && !line.is_empty()).map(|line| line.split('\t').collect())
}

/// The values of a field that holds several.
pub fn values<'a>(row: &[&'a str], column: usize) -> impl Iterator<Item = &'a str> + use<'a> {
    row.get(column).copied().unwrap_or_default().split('|').filter(|value| !value.is_empty())
}

impl Lexicon {
    fn read() -> Self {
        let mut phrases = BTreeMap::new();
        for row in rows(include_str!("../../lexicon/cities.tsv")).chain(rows(include_str!("../../lexicon/regions.tsv"))) {
            phrases.extend(values(&row, 0).map(|name| (name.to_string(), NameType::Place)));
        }
        for row in rows(include_str!("../../lexicon/organizations.tsv")) {
            let names = [0, 2, 3].into_iter().flat_map(|column| values(&row, column));
            phrases.extend(names.map(|name| (name.trim_start_matches("The ").to_string(), NameType::Organization)));
        }
        for row in rows(include_str!("../../lexicon/countries.tsv")) {
            phrases.extend([0, 1, 3].into_iter().flat_map(|column| values(&row, column)).map(|name| (name.to_string(), NameType::Place)));
            phrases.extend(values(&row, 2).flat_map(with_plural));
        }
        for row in rows(include_str!("../../lexicon/peoples.tsv")) {
            phrases.extend(values(&row, 0).flat_map(with_plural));
        }
        let capitals = phrases
            .iter()
            .filter(|(phrase, _)| phrase.len() >= SHORTEST_IN_CAPITALS)
            .map(|(phrase, kind)| (phrase.to_uppercase(), *kind))
            .collect();
        let words = |tsv| rows(tsv).filter_map(|row| row.first().copied()).collect();
        Self {
            phrases,
            capitals,
            heads: rows(include_str!("../../lexicon/heads.tsv")).filter_map(|row| Some((*row.first()?, head_type(row.get(1)?)))).collect(),
            titles: words(include_str!("../../lexicon/titles.tsv")),
            first_names: words(include_str!("../../lexicon/first_names.tsv")),
        }
    }

    /// What `phrase` is known to name, as it is written or in capitals.
    pub fn phrase(&self, phrase: &str) -> Option<NameType> {
        self.phrases.get(phrase).or_else(|| self.capitals.get(phrase)).copied()
    }

    /// What a name with this head word names.
    pub fn head(&self, word: &str) -> Option<NameType> {
        self.heads.get(word.to_lowercase().as_str()).copied()
    }

    /// True for `Mr.`, `President` and other words before a person's name.
    pub fn is_title(&self, word: &str) -> bool {
        self.titles.contains(word)
    }

    /// True for a first name.
    pub fn is_first_name(&self, word: &str) -> bool {
        self.first_names.contains(word)
    }
}

fn with_plural(people: &str) -> [(String, NameType); 2] {
    [(people.to_string(), NameType::Group), (format!("{people}s"), NameType::Group)]
}

fn head_type(code: &str) -> NameType {
    match code {
        "DOC" => NameType::Document,
        "EVENT" => NameType::Event,
        "FAC" => NameType::Facility,
        "LOC" => NameType::Place,
        _ => NameType::Organization,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_list(tsv: &'static str, columns: usize) {
        let names: Vec<&str> = rows(tsv).map(|row| row[0]).collect();
        assert!(rows(tsv).all(|row| row.len() <= columns), "a line has too many fields");
        assert_eq!(names.windows(2).find(|pair| pair[0] >= pair[1]), None, "not sorted, or twice");
        assert!(tsv.starts_with("# ") && tsv.contains("Source: ") && names.len() > 50);
    }

    #[test]
    fn lists_are_sorted_and_have_no_duplicates() {
        check_list(include_str!("../../lexicon/cities.tsv"), 1);
        check_list(include_str!("../../lexicon/countries.tsv"), 4);
        check_list(include_str!("../../lexicon/first_names.tsv"), 1);
        check_list(include_str!("../../lexicon/heads.tsv"), 2);
        check_list(include_str!("../../lexicon/kind_words.tsv"), 2);
        check_list(include_str!("../../lexicon/nicknames.tsv"), 2);
        check_list(include_str!("../../lexicon/roles.tsv"), 1);
        check_list(include_str!("../../lexicon/spellings.tsv"), 2);
        check_list(include_str!("../../lexicon/organizations.tsv"), 5);
        check_list(include_str!("../../lexicon/peoples.tsv"), 1);
        check_list(include_str!("../../lexicon/regions.tsv"), 1);
        check_list(include_str!("../../lexicon/titles.tsv"), 1);
    }

    #[test]
    fn phrases() {
        assert_eq!(LEXICON.phrase("Geneva"), Some(NameType::Place));
        assert_eq!(LEXICON.phrase("GENEVA"), Some(NameType::Place));
        assert_eq!(LEXICON.phrase("Kenyans"), Some(NameType::Group));
        assert_eq!(LEXICON.phrase("Guardian"), Some(NameType::Organization));
        assert_eq!(LEXICON.phrase("geneva"), None);
    }
}
