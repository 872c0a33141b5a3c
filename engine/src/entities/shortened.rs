//! The shorter forms that a story may use for a name it has given in full.

use super::OrganizationKind;
use super::acronyms::qualifier_len;
use super::lexicon::LEXICON;
use super::names::{Name, PREPOSITIONS, SMALL, Word, join};
use super::parent_names::is_part;
use super::shortened_words::{CLUBS, GENERIC, OF_ACRONYMS, STATE_HEADS};

/// How a form was shortened; the surer come first.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Level {
    /// `Supreme Court` of `US Supreme Court`, or of `Supreme Court of Kenya`.
    Country,
    /// `Burisma` of `Burisma Holdings`.
    Generic,
    /// `Port Authority` of `Port Authority of New York`, `Hornets` of `Charlotte Hornets`.
    Place,
    /// `Security Council` of `UN Security Council`, `Judiciary Committee` of `House Judiciary Committee`.
    Owner,
    /// `Analogix` of `Analogix Semiconductor Inc`.
    First,
    /// `Gortune Cattle` of `Gortune Cattle Ranches Ltd`, `Featherstone` of `Featherstone Rovers`.
    Company,
    /// `Gortune` of `Gortune Cattle Ranches`, where the story has used the longer form before.
    Front,
    /// `Rangers` of `Kapiri Rangers`, where the story has used the longer form before.
    Back,
    /// `Macadamia Trust` of `Macadamia Conservation Trust`.
    Inner,
}

impl Level {
    /// True if the short form is the first or last words of the name, whatever they mean.
    pub fn is_part_of_name(self) -> bool {
        matches!(self, Self::Company | Self::Front | Self::Back)
    }
}

/// In the order in which they are tried.
pub const LEVELS: &[Level] =
    &[Level::Country, Level::Generic, Level::Place, Level::Owner, Level::First, Level::Company, Level::Front, Level::Back, Level::Inner];

/// The forms that `name` may be shortened to, as keys.
pub fn variants(name: &Name, level: Level) -> Vec<String> {
    let words = &name.words;
    let mut keys = match level {
        Level::Country => vec![without_qualifier(words, is_country), without_complement(name, is_country)],
        Level::Generic => vec![without_generic(words), society(words), without_foreign_article(words)],
        Level::Place => vec![without_qualifier(words, |key| LEXICON.is_place(key)), place_complement(name), team(words)],
        Level::Owner => without_owner(words),
        Level::First => vec![first_of_company(name)],
        Level::Company => fronts(words).filter(|front| name.is_company || is_trade(words, front.len())).map(join).collect(),
        Level::Front => fronts(words).chain(of_branch(words)).map(join).collect(),
        Level::Back => backs(name).map(join).collect(),
        Level::Inner => without_inner(words),
    };
    keys.retain(|key| !key.is_empty());
    keys
}

/// Korea is two countries in the list.
fn is_country(key: &str) -> bool {
    LEXICON.country(key).is_some() || LEXICON.people_of(key).is_some() || matches!(key, "un" | "eu" | "korea")
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
        return without_qualifier(words.get(1..).unwrap_or_default(), fits);
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
    // `FAO Council` is a part of the FAO, `CIMB Group` is the CIMB.
    let may_be_part =
        is_acronym(rest) && !words.get(rest.len()..).unwrap_or_default().iter().all(|word| OF_ACRONYMS.contains(&word.plain.as_str()));
    let says_little = may_be_part
        || is_country(&key)
        || LEXICON.is_place(&key)
        || rest.last().is_some_and(|word| !word.capital)
        || LEXICON.is_body_head(&key);
    if rest.len() == words.len() || says_little { String::new() } else { key }
}

/// True for a last word that a company's or body's short name leaves out, folded.
pub fn is_generic(word: &str) -> bool {
    GENERIC.contains(&word)
}

/// `Red Cross` of `Nepal Red Cross Society`: without the country and the last word.
fn society(words: &[Word]) -> String {
    let rest = words.get(qualifier_len(words)..).unwrap_or_default();
    let is_society = matches!(rest, [_, _, last] if matches!(last.plain.as_str(), "society" | "federation" | "association"));
    if is_society && rest.len() < words.len() { join(rest.get(..2).unwrap_or_default()) } else { String::new() }
}

/// `Sele` of `La Sele`.
fn without_foreign_article(words: &[Word]) -> String {
    match words {
        [article, name] if matches!(article.plain.as_str(), "la" | "el" | "le" | "los" | "las" | "les") && name.plain.len() > 3 => {
            name.plain.clone()
        }
        _ => String::new(),
    }
}

fn is_acronym(words: &[Word]) -> bool {
    matches!(words, [word] if word.shouted)
}

/// `Port Authority` of `Port Authority of New York`: only where what is left still says what it is.
fn place_complement(name: &Name) -> String {
    let is_body = name.words.get(name.head()).is_some_and(|head| LEXICON.is_body_head(&head.plain));
    if is_body { without_complement(name, |_| true) } else { String::new() }
}

/// Without an acronym or a chamber in front; two words and more must be left, one of them a head.
fn without_owner(words: &[Word]) -> Vec<String> {
    let [owner, rest @ ..] = words else { return Vec::new() };
    let is_owner = owner.shouted || matches!(owner.plain.as_str(), "un" | "eu" | "house" | "senate");
    if !is_owner || rest.len() < 2 || !rest.iter().any(|word| LEXICON.is_head(&word.plain)) {
        return Vec::new();
    }
    std::iter::once(join(rest)).chain(without_inner(rest)).collect()
}

/// A party, an acronym or a charity without the place that its name begins or ends with.
pub fn without_place(name: &Name) -> Vec<String> {
    let words = &name.words;
    let (front, rest) = words.split_at(qualifier_len(words));
    let head = name.head();
    let behind = words.get(head + 2..).unwrap_or_default();
    let has_branches = |part: &[Word]| is_party(part) || is_acronym(part) || matches!(join(part).as_str(), "red cross" | "red crescent");
    let mut keys = Vec::new();
    // `Kamloops RCMP`: the place may be too small for the lists.
    if let [place, last] = words.as_slice()
        && last.shouted
        && !place.shouted
        && front.is_empty()
    {
        keys.push(last.plain.clone());
    }
    if !front.is_empty() && has_branches(rest) {
        keys.push(join(rest));
    }
    let body = words.get(..=head).unwrap_or_default();
    if !behind.is_empty() && has_branches(body) {
        keys.push(join(body));
    }
    keys
}

/// What a name begins with, if it goes on with plain words: none of them a place, which would make it a branch, none a part.
fn fronts(words: &[Word]) -> impl Iterator<Item = &[Word]> {
    let cut = |len: usize| {
        let (front, rest) = words.split_at_checked(len)?;
        let is_plain = |word: &Word| (word.capital || word.plain == "and") && !word.bound;
        let is_state = rest.last().is_some_and(|last| STATE_HEADS.contains(&last.plain.as_str()));
        let goes_on = rest.len() < 6 && rest.iter().all(is_plain) && front.iter().all(is_plain) && !is_state;
        let is_branch = rest.iter().any(|word| LEXICON.is_place(&word.plain) || LEXICON.people_of(&word.plain).is_some());
        (goes_on && !is_branch && !is_part(rest) && is_name_alone(front)).then_some(front)
    };
    (1..words.len()).filter_map(cut)
}

/// True if all that a name goes on with says what a company makes or a club plays.
fn is_trade(words: &[Word], from: usize) -> bool {
    let is_trade = |word: &Word| matches!(LEXICON.head_kind(&word.plain), Some(OrganizationKind::Company | OrganizationKind::Sports));
    words.get(from..).unwrap_or_default().iter().all(|word| is_trade(word) || CLUBS.contains(&word.plain.as_str()))
}

/// `Zenit` of `Zenit Kazan`: the story has told which one it means.
fn of_branch(words: &[Word]) -> impl Iterator<Item = &[Word]> {
    let is_place = |rest: &[Word]| {
        let key = join(rest);
        rest.iter().all(|word| word.capital) && (LEXICON.is_place(&key) || LEXICON.people_of(&key).is_some())
    };
    let cut = (1..words.len()).find_map(|len| words.split_at_checked(len).filter(|(_, rest)| is_place(rest)));
    cut.map(|(front, _)| front).filter(|front| is_name_alone(front)).into_iter()
}

/// What a name ends with, if a name can: `Crokes` of `Kilmacud Crokes`.
fn backs(name: &Name) -> impl Iterator<Item = &[Word]> {
    let words = name.words.as_slice();
    let is_plain = words.len() < 5 && words.iter().all(|word| !PREPOSITIONS.contains(&word.plain.as_str()) && !word.bound);
    (1..words.len()).filter_map(|at| words.get(at..)).filter(move |back| is_plain && is_name_alone(back))
}

/// True for words that say no more than a name: no body, no role, no country.
fn is_name_alone(words: &[Word]) -> bool {
    let (Some(first), Some(last)) = (words.first(), words.last()) else { return false };
    let is_common = |word: &Word| {
        LEXICON.is_body_head(&word.plain)
            || words.len() == 1 && LEXICON.is_role(&word.plain)
            || SMALL.contains(&word.plain.as_str())
            || is_country(&word.plain)
    };
    let is_long = words.len() > 1 || first.plain.chars().count() > 3;
    is_long && first.capital && last.capital && !first.shouted && !is_common(last) && !(words.len() == 1 && is_common(first))
}

/// The first word of a company's name.
fn first_of_company(name: &Name) -> String {
    let (Some(first), Some(last)) = (name.words.first(), name.words.last()) else { return String::new() };
    let is_company = name.is_company || LEXICON.head_kind(&last.plain) == Some(OrganizationKind::Company);
    let says_little = first.plain.len() < 3
        || !first.capital
        || is_country(&first.plain)
        || LEXICON.is_place(&first.plain)
        || LEXICON.is_head(&first.plain)
        || matches!(first.plain.as_str(), "national" | "international" | "general" | "first" | "new" | "global" | "united" | "royal");
    if is_company && name.words.len() > 1 && !says_little { first.plain.clone() } else { String::new() }
}

/// The name with its last word in the singular.
pub fn singular(name: &Name) -> Option<String> {
    let (last, front) = name.words.split_last()?;
    let last = LEXICON.english(&last.plain);
    let stem = last.strip_suffix('s').filter(|stem| LEXICON.is_head(stem)).unwrap_or(last);
    let is_known = LEXICON.is_head(stem);
    is_known.then(|| if front.is_empty() { stem.to_string() } else { format!("{} {stem}", join(front)) })
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
    if name.words.len() < 2 || !STATE_HEADS.contains(&LEXICON.english(&head.plain)) {
        return None;
    }
    let is_small = |word: &Word| SMALL.contains(&word.plain.as_str()) || word.plain == "affairs";
    // `43rd Parliament` and `42nd Parliament` are one body in two terms.
    let is_term =
        |word: &Word| is_ordinal(&word.plain) && matches!(head.plain.as_str(), "parliament" | "congress" | "assembly" | "legislature");
    let mut bag: Vec<String> =
        name.words.iter().filter(|word| !is_small(word) && !is_term(word)).map(|word| country_or_word(&word.plain)).collect();
    bag.sort();
    bag.dedup();
    (bag.len() > 1).then(|| bag.join(" "))
}

fn country_or_word(word: &str) -> String {
    LEXICON
        .country(word)
        .or_else(|| LEXICON.people_of(word))
        .map_or_else(|| LEXICON.english(word).to_string(), |country| format!("#{country}"))
}

/// The bare head words that may stand for `name`: `commission`, `house` for `House of Representatives`.
pub fn references(name: &Name) -> Vec<String> {
    let head = name.head();
    let Some(word) = name.words.get(head).filter(|_| name.words.len() > 1) else { return Vec::new() };
    let mut keys = vec![word.plain.clone()];
    // `the Foundation` of `Fundación Casa Verde`.
    if let Some(first) = name.words.first()
        && LEXICON.english(&first.plain) != first.plain
    {
        keys.extend([first.plain.clone(), LEXICON.english(&first.plain).to_string()]);
    }
    if head > 0
        && let Some(two) = name.words.get(head - 1..=head)
    {
        keys.push(join(two));
    }
    keys
}

/// True for a form that is nothing but a head word or two.
pub fn is_reference(name: &Name) -> bool {
    name.words.len() <= 2 && (LEXICON.is_body_head(LEXICON.english(&name.key())) || name.words.len() == 1 && is_bare_head(&name.key()))
}

fn is_bare_head(word: &str) -> bool {
    matches!(word, "house" | "embassy" | "conference" | "convention" | "chamber" | "consulate" | "coalition" | "initiative")
}
