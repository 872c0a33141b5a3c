//! Which forms name the same person: `V. Semerikov` and `Valeriy Semerikov`, `Vassilenko` and `Stanislav Vassilenko`.

use std::collections::BTreeMap;

use super::clusters::Clusters;
use super::forms::Form;
use super::lexicon::LEXICON;
use super::names::fold;
use super::spelling::are_word_spellings;
use crate::mentions::NameType;

/// The parts of a person's name, folded.
struct Parts {
    words: Vec<String>,
}

/// Words at the end of a name that are no surname.
const GENERATIONS: &[&str] = &["jr", "sr", "ii", "iii", "iv"];
/// Words at the front of a surname that belong to it: `van Biljon`, `al-Assad`.
const PARTICLES: &[&str] = &[
    "al", "ap", "bin", "da", "de", "del", "della", "den", "der", "di", "dos", "du", "el", "ibn", "la", "le", "mac", "ter", "van", "von",
    "zu",
];

/// Merges the forms of persons.
pub fn merge(forms: &[Form], clusters: &mut Clusters) {
    let persons: Vec<(usize, Parts)> = forms
        .iter()
        .enumerate()
        .filter(|(_, form)| form.kind == NameType::Person)
        .map(|(index, form)| (index, Parts::new(form.text)))
        .filter(|(_, parts)| !parts.words.is_empty())
        .collect();
    full_names(forms, &persons, clusters);
    parts_of_names(forms, &persons, clusters, Share::Surname);
    parts_of_names(forms, &persons, clusters, Share::FirstName);
    misspelt(forms, &persons, clusters);
}

impl Parts {
    fn new(form: &str) -> Self {
        let mut words: Vec<String> = form.split([' ', '.', '-', '\u{2010}', '\u{2011}', '\n', ',', '(', ')']).map(fold).collect();
        words.retain(|word| !word.is_empty());
        while words.len() > 1 && words.last().is_some_and(|word| GENERATIONS.contains(&word.as_str())) {
            words.pop();
        }
        Self { words }
    }

    fn first(&self) -> &str {
        self.words.first().map_or("", String::as_str)
    }

    fn last(&self) -> &str {
        self.words.last().map_or("", String::as_str)
    }

    fn is_full(&self) -> bool {
        self.words.len() > 1 && !PARTICLES.contains(&self.first())
    }

    /// True if each word of `self` stands for one of `longer`, in the same order.
    fn fits_into(&self, longer: &Self) -> bool {
        let mut rest = longer.words.iter();
        self.words.iter().all(|word| rest.any(|other| is_same_word(word, other)))
    }
}

/// Equal, an initial of the other, or its nickname.
fn is_same_word(short: &str, long: &str) -> bool {
    short == long
        || short.chars().count() == 1 && long.starts_with(short)
        || LEXICON.full_first_names(short).any(|name| name == long)
        || LEXICON.full_first_names(long).any(|name| name == short)
}

/// Full names with one surname whose first names fit: `John Conyers` and `John James Conyers Jr.`
fn full_names(forms: &[Form], persons: &[(usize, Parts)], clusters: &mut Clusters) {
    let mut by_surname: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (at, (_, parts)) in persons.iter().enumerate().filter(|(_, (_, parts))| parts.is_full()) {
        by_surname.entry(parts.last()).or_default().push(at);
        // Spanish names: the first of two surnames is the one that is used alone.
        for word in parts.words.iter().skip(1).take(parts.words.len().saturating_sub(2)).filter(|word| word.chars().count() > 1) {
            by_surname.entry(word).or_default().push(at);
        }
    }
    for same in by_surname.values() {
        for (at, &person) in same.iter().enumerate() {
            let (form, parts) = &persons[person];
            let fits = |other: &&usize| {
                let longer = &persons[**other].1;
                longer.words.len() >= parts.words.len()
                    && **other != person
                    && parts.fits_into(longer)
                    && is_same_word(parts.first(), longer.first())
            };
            let mut candidates = same.iter().take(at + 64).filter(fits).map(|&other| persons[other].0);
            if let Some(owner) = only(&mut candidates, clusters) {
                clusters.unite(owner, *form, || format!("{} is a shorter form of {}", forms[*form].text, forms[owner].text));
            }
        }
    }
}

/// What a name shares with the full one.
#[derive(Clone, Copy)]
enum Share {
    Surname,
    FirstName,
}

/// `Vassilenko`, `al-Assad`, `Ruiz Urquiola`, and where no surname is like it a first name: `Prawit` Wongsuwan.
fn parts_of_names(forms: &[Form], persons: &[(usize, Parts)], clusters: &mut Clusters, share: Share) {
    let mut owners: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (form, parts) in persons.iter().filter(|(_, parts)| parts.is_full()) {
        for key in shares(parts, share) {
            owners.entry(key).or_default().push(*form);
        }
    }
    for (form, parts) in persons.iter().filter(|(_, parts)| parts.words.len() < 4) {
        let key = parts.words.join(" ");
        let Some(candidates) = owners.get(&key) else { continue };
        if candidates.iter().any(|&candidate| clusters.root(candidate) == clusters.root(*form)) {
            continue;
        }
        if let Some(owner) = only(&mut candidates.iter().copied(), clusters) {
            clusters.unite(owner, *form, || format!("{} is the only person called {} here", forms[owner].text, forms[*form].text));
        }
    }
}

fn shares(parts: &Parts, share: Share) -> Vec<String> {
    let words = &parts.words;
    match share {
        Share::FirstName => (1..words.len().min(3)).map(|len| words.get(..len).unwrap_or_default().join(" ")).collect(),
        Share::Surname => {
            let mut shares: Vec<String> = (1..words.len()).map(|at| words.get(at..).unwrap_or_default().join(" ")).collect();
            // `Rosselló` of `Ricardo Rosselló Nevares`.
            shares.extend(words.iter().skip(1).take(words.len().saturating_sub(2)).filter(|word| word.len() > 2).cloned());
            shares
        }
    }
}

/// The one cluster that all candidates belong to.
fn only(candidates: &mut impl Iterator<Item = usize>, clusters: &Clusters) -> Option<usize> {
    let owner = candidates.next()?;
    candidates.all(|other| clusters.root(other) == clusters.root(owner)).then_some(owner)
}

/// `Soleimani` and `Soleymani`: a surname one letter off that of one other person, under the same first names or alone.
fn misspelt(forms: &[Form], persons: &[(usize, Parts)], clusters: &mut Clusters) {
    let mut by_start: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, (_, parts)) in persons.iter().enumerate() {
        by_start.entry(parts.last().chars().take(3).collect()).or_default().push(at);
    }
    for same in by_start.values() {
        for &person in same.iter().take(64) {
            let (form, parts) = &persons[person];
            let is_variant = |other: &&usize| are_spellings(parts, &persons[**other].1);
            let mut candidates = same.iter().take(64).filter(is_variant).map(|&other| persons[other].0);
            if let Some(owner) = only(&mut candidates, clusters) {
                clusters.unite(owner, *form, || format!("{} is another spelling of {}", forms[*form].text, forms[owner].text));
            }
        }
    }
}

/// True if the surnames are two spellings of one, and `one` has the same first names or none.
fn are_spellings(one: &Parts, other: &Parts) -> bool {
    let fronts = |parts: &Parts| parts.words.len() - 1;
    let fits = one.words.iter().take(fronts(one)).zip(other.words.iter().take(fronts(other))).all(|(one, other)| is_same_word(one, other));
    one.last() != other.last() && are_word_spellings(one.last(), other.last()) && (fronts(one) == fronts(other) || fronts(one) == 0) && fits
}

#[cfg(test)]
mod tests {
    use crate::entities::marked::check_rows;

    #[test]
    fn surnames_and_initials() {
        check_rows("[PER Tomas Berglund] spoke; [PER Berglund] left, [PER T. Berglund] wrote", "Tomas Berglund = Berglund = T. Berglund");
        check_rows("[PER Anna Berglund] met [PER Tomas Berglund]; [PER Berglund] left", "Anna Berglund; Tomas Berglund; Berglund");
        check_rows("[PER Jan van Dorp], [PER van Dorp]", "Jan van Dorp = van Dorp");
        check_rows("[PER Salim al-Haddad], [PER Haddad], [PER al-Haddad]", "Salim al-Haddad = Haddad = al-Haddad");
    }

    #[test]
    fn longer_and_shorter_names() {
        check_rows("[PER John Percy Oakes Jr.], [PER John Oakes]", "John Percy Oakes Jr. = John Oakes");
        check_rows("[PER James Oakes], [PER Jim Oakes]", "James Oakes = Jim Oakes");
        check_rows("[PER Rosa Maldini Vega], [PER Rosa Maldini], [PER Maldini]", "Rosa Maldini Vega = Rosa Maldini = Maldini");
        check_rows("[PER Peter Oakes], [PER Jim Oakes]", "Peter Oakes; Jim Oakes");
    }

    #[test]
    fn family_name_first() {
        check_rows("[PER Pak Yong-ho], [PER Pak]", "Pak Yong-ho = Pak");
        check_rows("[PER Somchai Rattana], [PER Somchai]", "Somchai Rattana = Somchai");
    }

    #[test]
    fn spellings() {
        check_rows("[PER Kenan Özdoğan], [PER Ozdogan]", "Kenan Özdoğan = Ozdogan");
        check_rows("[PER Hamid Suleymani], [PER Suleimani]", "Hamid Suleymani = Suleimani");
        check_rows("[PER Suleimani], [PER Hamid Suleymani]", "Hamid Suleymani = Suleimani");
        check_rows("[PER Hamid Suleymani], [PER Karim Suleymani], [PER Suleimani]", "Hamid Suleymani; Karim Suleymani; Suleimani");
    }

    #[test]
    fn relatives_stay_apart() {
        check_rows(
            "[PER Ines Salazar], [PER Salazar], [PER Ines], [PER Juan Miguel Salazar]",
            "Ines Salazar = Ines; Salazar; Juan Miguel Salazar",
        );
        check_rows(
            "[PER Lara Brandt] and [PER Salazar]; [PER Pedro Salazar], [PER Luis Salazar]",
            "Lara Brandt; Salazar; Pedro Salazar; Luis Salazar",
        );
    }
}
