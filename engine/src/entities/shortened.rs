//! The shorter forms that a story may use for a name it has given in full.

use super::acronyms::qualifier_len;
use super::lexicon::LEXICON;
use super::names::{Name, SMALL, Word, join};

/// How a form was shortened; the surer come first.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Level {
    /// `Supreme Court` of `US Supreme Court`, or of `Supreme Court of Kenya`.
    Country,
    /// `Burisma` of `Burisma Holdings`.
    Generic,
    /// `Port Authority` of `Port Authority of New York`, `Hornets` of `Charlotte Hornets`.
    Place,
    /// `Macadamia Trust` of `Macadamia Conservation Trust`.
    Inner,
}

/// In the order in which they are tried.
pub const LEVELS: &[Level] = &[Level::Country, Level::Generic, Level::Place, Level::Inner];

/// Last words that a body's short name leaves out.
const GENERIC: &[&str] = &[
    "agency",
    "airlines",
    "airways",
    "association",
    "bank",
    "broadcasting",
    "capital",
    "club",
    "college",
    "company",
    "corporation",
    "council",
    "energy",
    "enterprises",
    "entertainment",
    "financial",
    "foundation",
    "fund",
    "global",
    "group",
    "holding",
    "holdings",
    "industries",
    "international",
    "investments",
    "labs",
    "media",
    "motor",
    "motors",
    "movement",
    "newspaper",
    "organization",
    "partners",
    "party",
    "petroleum",
    "pharmaceuticals",
    "properties",
    "resources",
    "school",
    "securities",
    "services",
    "solutions",
    "systems",
    "technologies",
    "technology",
    "therapeutics",
    "trust",
    "union",
    "university",
    "ventures",
    "worldwide",
    "network",
    "project",
    "army",
    "coalition",
    "alliance",
    "front",
    "initiative",
    "magazine",
];

/// Heads of bodies that a state or town has; their names may be turned round: `Parliament of Iraq`, `Iraqi Parliament`.
const STATE_HEADS: &[&str] = &[
    "academy",
    "agency",
    "army",
    "assembly",
    "authority",
    "board",
    "bureau",
    "cabinet",
    "commission",
    "committee",
    "congress",
    "council",
    "court",
    "department",
    "directorate",
    "embassy",
    "federation",
    "forces",
    "government",
    "guard",
    "institute",
    "mission",
    "ministry",
    "navy",
    "office",
    "parliament",
    "police",
    "presidency",
    "secretariat",
    "senate",
    "service",
    "treasury",
    "tribunal",
    "association",
    "organization",
    "center",
    "consulate",
    "administration",
];

/// The forms that `name` may be shortened to, as keys.
pub fn variants(name: &Name, level: Level) -> Vec<String> {
    let words = &name.words;
    let mut keys = match level {
        Level::Country => vec![without_qualifier(words, is_country), without_complement(name, is_country)],
        Level::Generic => vec![without_generic(words)],
        Level::Place => vec![without_qualifier(words, |key| LEXICON.is_place(key)), without_complement(name, |_| true), team(words)],
        Level::Inner => without_inner(words),
    };
    keys.retain(|key| !key.is_empty());
    keys
}

fn is_country(key: &str) -> bool {
    LEXICON.country(key).is_some() || LEXICON.people_of(key).is_some() || matches!(key, "un" | "eu")
}

fn is_party(words: &[Word]) -> bool {
    words.iter().any(|word| matches!(word.plain.as_str(), "party" | "democrats" | "republicans"))
}

fn without_qualifier(words: &[Word], fits: impl Fn(&str) -> bool) -> String {
    let len = qualifier_len(words);
    let (front, rest) = words.split_at(len);
    let skipped = usize::from(rest.first().is_some_and(|word| is_ordinal(&word.plain)) && rest.len() > 1);
    let key = join(front);
    let local_party = is_party(words) && !is_country(&key);
    if len > 0 && fits(&key) && !local_party && rest.iter().any(|word| word.capital) {
        return join(rest.get(skipped..).unwrap_or_default());
    }
    if words.first().is_some_and(|word| is_ordinal(&word.plain)) && words.len() > 2 {
        let rest = Name { words: words.get(1..).unwrap_or_default().to_vec() };
        return without_qualifier(&rest.words, fits);
    }
    String::new()
}

fn is_ordinal(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit()) && ["st", "nd", "rd", "th"].iter().any(|end| word.ends_with(end))
}

/// What stands before `of` or `for`.
fn without_complement(name: &Name, fits: impl Fn(&str) -> bool) -> String {
    let head = name.head();
    let behind: Vec<Word> = name.words.get(head + 2..).unwrap_or_default().iter().skip_while(|word| word.plain == "the").cloned().collect();
    let front = name.words.get(..=head).unwrap_or_default();
    let key = join(&behind);
    let local_party = is_party(&name.words) && !is_country(&key);
    if behind.is_empty() || front.len() < 2 || local_party || !fits(&key) || LEXICON.is_place(&join(front)) {
        return String::new();
    }
    join(front)
}

fn without_generic(words: &[Word]) -> String {
    let mut rest = words;
    while let [front @ .., last] = rest
        && !front.is_empty()
        && GENERIC.contains(&last.plain.as_str())
    {
        rest = front;
    }
    let key = join(rest);
    let says_little =
        is_country(&key) || LEXICON.is_place(&key) || rest.last().is_some_and(|word| !word.capital) || LEXICON.head_kind(&key).is_some();
    if rest.len() == words.len() || says_little { String::new() } else { key }
}

/// `Hornets` of `Charlotte Hornets`: the plural behind a place.
fn team(words: &[Word]) -> String {
    match words {
        [place @ .., last] if !place.is_empty() && last.plain.ends_with('s') && LEXICON.is_place(&join(place)) => last.plain.clone(),
        _ => String::new(),
    }
}

/// The name without one word in its middle, or without one `and` and what follows it.
fn without_inner(words: &[Word]) -> Vec<String> {
    if words.len() < 3 || words.len() > 12 || is_party(words) {
        return Vec::new();
    }
    let without = |from: usize, to: usize| {
        let kept: Vec<Word> = words.iter().enumerate().filter(|(at, _)| !(from..to).contains(at)).map(|(_, word)| word.clone()).collect();
        join(&kept)
    };
    (1..words.len() - 1)
        .filter_map(|at| match words.get(at..at + 2) {
            Some([word, next]) if word.plain == "and" && at + 2 < words.len() && next.capital => Some(without(at, at + 2)),
            Some([word, next]) if is_plain_inner(word) && next.capital && words[at - 1].capital => Some(without(at, at + 1)),
            _ => None,
        })
        .collect()
}

fn is_plain_inner(word: &Word) -> bool {
    word.capital
        && !SMALL.contains(&word.plain.as_str())
        && !matches!(word.plain.as_str(), "north" | "south" | "east" | "west" | "new" | "northern" | "southern" | "eastern" | "western")
        && LEXICON.people_of(&word.plain).is_none()
        && LEXICON.country(&word.plain).is_none()
}

/// The content words in alphabetical order, a country's adjective as its number; only for bodies of a state.
pub fn word_bag(name: &Name) -> Option<String> {
    let head = name.words.get(name.head())?;
    if name.words.len() < 2 || !STATE_HEADS.contains(&head.plain.as_str()) {
        return None;
    }
    let is_small = |word: &Word| SMALL.contains(&word.plain.as_str()) || word.plain == "affairs";
    let mut bag: Vec<String> = name.words.iter().filter(|word| !is_small(word)).map(|word| country_or_word(&word.plain)).collect();
    bag.sort();
    bag.dedup();
    (bag.len() > 1).then(|| bag.join(" "))
}

fn country_or_word(word: &str) -> String {
    LEXICON.country(word).or_else(|| LEXICON.people_of(word)).map_or_else(|| word.to_string(), |country| format!("#{country}"))
}

/// The bare head words that may stand for `name`: `commission`, `house` for `House of Representatives`.
pub fn references(name: &Name) -> Vec<String> {
    let head = name.head();
    let Some(word) = name.words.get(head).filter(|_| name.words.len() > 1) else { return Vec::new() };
    let mut keys = vec![word.plain.clone()];
    if head > 0
        && let Some(two) = name.words.get(head - 1..=head)
    {
        keys.push(join(two));
    }
    keys
}

/// True for a form that is nothing but a head word or two.
pub fn is_reference(name: &Name) -> bool {
    name.words.len() <= 2 && (LEXICON.head_kind(&name.key()).is_some() || name.words.len() == 1 && is_bare_head(&name.key()))
}

fn is_bare_head(word: &str) -> bool {
    matches!(word, "house" | "embassy" | "conference" | "convention" | "chamber" | "consulate" | "coalition" | "initiative")
}
