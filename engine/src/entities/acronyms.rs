//! Acronyms: what looks like one, and the initials that a longer name may be called by.

use super::lexicon::LEXICON;
use super::names::{Name, PREPOSITIONS, SMALL, Word};

/// The longest acronym, in letters.
const LONGEST: usize = 10;

/// The letters of `UNHCR`, `U.N.`, `TfL`, `PG&E` or `C-MORE` in capitals; `None` for what does not look like an acronym.
pub fn letters(form: &str) -> Option<String> {
    let letters: String = form.chars().filter(char::is_ascii_alphabetic).collect();
    let capitals = letters.chars().filter(char::is_ascii_uppercase).count();
    let odd = form.chars().any(|c| !c.is_ascii_alphabetic() && !matches!(c, '.' | '&' | '-'));
    let fits = (2..=LONGEST).contains(&letters.len()) && capitals >= 2 && capitals * 2 >= letters.len();
    (fits && !odd && form.starts_with(|c: char| c.is_ascii_uppercase())).then(|| letters.to_ascii_uppercase())
}

/// The letters of `Nato` or `Unesco`, which are written like a word.
pub fn word_letters(form: &str) -> Option<String> {
    let fits = (4..=LONGEST).contains(&form.len()) && form.chars().all(|c| c.is_ascii_alphabetic());
    (fits && form.starts_with(|c: char| c.is_ascii_uppercase())).then(|| form.to_ascii_uppercase())
}

/// The initials that a name of several words may be called by, in capitals: with and without small words,
/// the country in front, and the parts behind a hyphen.
pub fn initials(name: &Name) -> Vec<String> {
    if name.words.len() < 2 {
        return Vec::new();
    }
    let mut variants = Vec::new();
    let starts = [0, qualifier_len(&name.words)];
    for start in starts {
        let words = name.words.get(start..).unwrap_or_default();
        push(&mut variants, words, is_small, |word| word.bound);
        push(&mut variants, words, is_small, |_| false);
        push(&mut variants, words, |_| false, |_| false);
        push(&mut variants, words, |word| is_small(word) && !PREPOSITIONS.contains(&word.plain.as_str()), |_| false);
    }
    with_company(name, &mut variants);
    variants.sort();
    variants.dedup();
    variants
}

fn push(variants: &mut Vec<String>, words: &[Word], skip: impl Fn(&Word) -> bool, bound: impl Fn(&Word) -> bool) {
    let kept: String = words.iter().filter(|word| !skip(word) && !bound(word)).filter_map(initial).collect();
    if kept.len() >= 2 {
        variants.push(kept);
    }
}

fn initial(word: &Word) -> Option<char> {
    // `UN` and `US` at the front of a name lend both letters: UNHRC.
    word.plain.chars().next().map(|c| c.to_ascii_uppercase())
}

/// `TEPCO`: the last word lends two letters; `TSMC`: the legal form lends one.
fn with_company(name: &Name, variants: &mut Vec<String>) {
    if name.is_company {
        // The legal form is no word of the name, but may lend a letter: TSMC, FDIC.
        let with_form: Vec<String> =
            variants.iter().flat_map(|variant| ["C", "L", "CL"].map(|letters| format!("{variant}{letters}"))).collect();
        variants.extend(with_form);
    }
    let united = name.words.first().filter(|word| matches!(word.plain.as_str(), "un" | "us" | "eu" | "uk"));
    let plain: Vec<String> = variants.clone();
    for variant in plain {
        if name.words.last().is_some_and(|word| matches!(word.plain.as_str(), "company" | "corporation")) {
            variants.push(format!("{variant}O"));
        }
        if let Some(word) = united
            && variant.starts_with(|c: char| word.plain.starts_with(c.to_ascii_lowercase()))
        {
            let rest: String = variant.chars().skip(1).collect();
            variants.push(format!("{}{rest}", word.plain.to_uppercase()));
        }
    }
}

fn is_small(word: &Word) -> bool {
    !word.capital && SMALL.contains(&word.plain.as_str()) || matches!(word.plain.as_str(), "of" | "the" | "and" | "for")
}

/// How many words at the front only say of which country or place the body is.
pub fn qualifier_len(words: &[Word]) -> usize {
    (1..words.len().min(4))
        .rev()
        .find(|&len| {
            let key = super::names::join(words.get(..len).unwrap_or_default());
            LEXICON.is_place(&key) || LEXICON.people_of(&key).is_some() || key == "un" || key == "eu"
        })
        .unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(acronym: &str, name: &str, expected: bool) {
        let letters = letters(acronym).or_else(|| word_letters(acronym)).unwrap();
        assert_eq!(initials(&Name::new(name)).contains(&letters), expected, "{acronym}, {name}: {:?}", initials(&Name::new(name)));
    }

    #[test]
    fn initials_of_names() {
        check("BLF", "Baltic Lighthouse Federation", true);
        check("B.L.F.", "Baltic Lighthouse Federation", true);
        check("AfW", "Academy for Weaving", true);
        check("MOT", "Ministry of Transport", true);
        check("MoT", "Ministry of Transport", true);
        check("ACC", "Anti-Corruption Commission", true);
        check("AC", "Anti-Corruption Commission", true);
        check("NSO", "Peruvian National Statistics Office", true);
        check("UNBF", "United Nations Bridge Fund", true);
        check("H&M", "Harper & Miles", true);
        check("Lepco", "Lagos Electric Power Company", true);
        check("KSMC", "Kent Shipping Machines Co.", true);
        check("NLCIL", "North Lagoon Coal India Limited", true);
        check("BLF", "Baltic Fishing League", false);
        check("MOT", "Ministry of Tourism and Trade", false);
    }

    #[test]
    fn what_looks_like_an_acronym() {
        assert_eq!(letters("U.N.").as_deref(), Some("UN"));
        assert_eq!(letters("TfL").as_deref(), Some("TFL"));
        assert_eq!(letters("Bank"), None);
        assert_eq!(letters("NATO member"), None);
        assert_eq!(word_letters("Nato").as_deref(), Some("NATO"));
    }
}
