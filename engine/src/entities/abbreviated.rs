//! Names that another form abbreviates in part, or writes as a web address: `SP Group`, `First MSMU`, `quirkyvans.com`.

use std::collections::BTreeMap;

use super::clusters::Clusters;
use super::forms::Form;
use super::lexicon::LEXICON;
use super::merge::only_owner;
use super::names::{Name, SMALL, Word};

/// Longer names that share a word with a form; more than this and nothing is tried.
const MOST: usize = 24;
/// Endings of web addresses.
const DOMAINS: &[&str] = &[".com", ".org", ".net", ".info", ".co.uk", ".co", ".ie", ".in", ".io", ".news", ".tv", ".eu", ".gov"];

/// Merges partly abbreviated names and addresses with the full ones.
pub fn merge(forms: &[Form], bodies: &[usize], clusters: &mut Clusters) {
    addresses(forms, bodies, clusters);
    partly(forms, bodies, clusters);
}

/// `quirkyvans.com` and `Quirky Vans`; `@CityPolice` and `City Police`.
fn addresses(forms: &[Form], bodies: &[usize], clusters: &mut Clusters) {
    let mut index: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for &form in bodies {
        index.entry(forms[form].key.replace(' ', "")).or_default().push(form);
    }
    for &form in bodies {
        let Some(letters) = address(forms[form].text) else { continue };
        if let Some(owner) = only_owner(index.get(&letters), form, clusters) {
            clusters.unite(owner, form, || format!("{} is the address of {}", forms[form].text, forms[owner].text));
        }
    }
}

/// The letters of a web address or handle, without what addresses end with; too short ones say little.
fn address(form: &str) -> Option<String> {
    let low = form.to_lowercase();
    let bare = low.trim_start_matches("www.");
    let stem = DOMAINS.iter().find_map(|domain| bare.strip_suffix(domain)).or_else(|| bare.strip_prefix('@'))?;
    let letters: String = stem.chars().filter(|c| c.is_alphanumeric()).collect();
    (letters.len() > 4 && !stem.contains(' ')).then_some(letters)
}

fn partly(forms: &[Form], bodies: &[usize], clusters: &mut Clusters) {
    let mut index: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for &form in bodies.iter().filter(|&&form| forms[form].name.words.len() > 2) {
        for word in forms[form].name.words.iter().filter(|word| !SMALL.contains(&word.plain.as_str())) {
            let same = index.entry(&word.plain).or_default();
            if same.len() <= MOST {
                same.push(form);
            }
        }
    }
    for &form in bodies {
        let Some(shared) = plain_word(&forms[form].name) else { continue };
        let Some(longer) = index.get(shared).filter(|longer| longer.len() <= MOST) else { continue };
        let fits = |other: &usize| abbreviates(&forms[form].name, &forms[*other].name);
        let candidates: Vec<usize> = longer.iter().copied().filter(fits).collect();
        if let Some(owner) = only_owner(Some(&candidates), form, clusters) {
            clusters.unite(owner, form, || format!("{} abbreviates {}", forms[form].text, forms[owner].text));
        }
    }
}

/// The word that stands in full in a name that is initials for the rest; a place's initials are its own.
fn plain_word(name: &Name) -> Option<&str> {
    let is_initials = |word: &&Word| word.shouted && (2..=6).contains(&word.plain.len()) && word.plain.chars().all(char::is_alphabetic);
    let mut initials = name.words.iter().filter(is_initials);
    let short = initials.next()?;
    let is_own = LEXICON.country(&short.plain).is_some() || LEXICON.is_place(&short.plain);
    let plain = name.words.iter().find(|word| !word.shouted && !SMALL.contains(&word.plain.as_str()))?;
    (initials.next().is_none() && !is_own && name.words.len() < 5).then_some(&plain.plain)
}

/// True if each word of `short` is the next of `long`, or the initials of the next ones, and all are used up.
fn abbreviates(short: &Name, long: &Name) -> bool {
    let content = |name: &Name| name.words.iter().filter(|word| !SMALL.contains(&word.plain.as_str())).cloned().collect::<Vec<_>>();
    let (short, long) = (content(short), content(long));
    let mut rest = long.as_slice();
    for word in &short {
        let letters = word.plain.chars().count();
        if rest.first().is_some_and(|next| next.plain == word.plain) {
            rest = rest.get(1..).unwrap_or_default();
        } else if word.shouted && rest.len() >= letters && word.plain.chars().zip(rest).all(|(c, next)| next.plain.starts_with(c)) {
            rest = rest.get(letters..).unwrap_or_default();
        } else {
            return false;
        }
    }
    rest.is_empty() && short.len() < long.len()
}

#[cfg(test)]
mod tests {
    use crate::entities::marked::check_rows;

    #[test]
    fn in_part() {
        check_rows("[ORG Shah Patil Group] and [ORG SP Group]", "Shah Patil Group = SP Group");
        check_rows(
            "[ORG First Strelsau State Medical University], [ORG First SSMU]",
            "First Strelsau State Medical University = First SSMU",
        );
        check_rows("[ORG University of Ruritania at Hentzau], [ORG UR Hentzau]", "University of Ruritania at Hentzau = UR Hentzau");
        check_rows("[ORG Shah Patil Group] and [ORG SQ Group]", "Shah Patil Group; SQ Group");
        check_rows("[ORG United Nations Security Council] and [ORG FAO Council]", "United Nations Security Council; FAO Council");
    }

    #[test]
    fn as_addresses() {
        check_rows("[ORG Quirky Vans] at [ORG quirkyvans.com]", "Quirky Vans = quirkyvans.com");
        check_rows("[ORG City Police], [ORG @citypolice]", "City Police = @citypolice");
        check_rows("[ORG Quirky Vans] at [ORG quirkycars.com]", "Quirky Vans; quirkycars.com");
    }
}
