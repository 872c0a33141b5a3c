//! The kind that a name tells by itself: by all of it (`Kenya Air Force`), by its head (`Savings Bank`), by two or three words
//! that end with it (`chamber of commerce`).

use super::OrganizationKind;
use super::acronyms;
use super::lexicon::LEXICON;
use super::names::{Name, join};

/// What is left of a name without its country or town is all of `army`: no more than that can be meant.
/// A legal form makes a company of what no head word calls something else.
pub fn by_whole_name(form: &Name) -> Option<OrganizationKind> {
    let rest = form.words.get(acronyms::qualifier_len(&form.words)..).unwrap_or_default();
    let is_of_company = || form.is_company && form.words.len() > 1 && by_head(form).is_none_or(|kind| kind == OrganizationKind::Company);
    if is_for_rights(form) {
        return Some(OrganizationKind::NgoOrCharity);
    }
    FORCES
        .contains(&join(rest).as_str())
        .then_some(OrganizationKind::MilitaryOrPolice)
        .or_else(|| is_of_company().then_some(OrganizationKind::Company))
}

/// `League for the Defence of Human Rights`, but not a state's or states' own `Human Rights Commission`.
fn is_for_rights(form: &Name) -> bool {
    let key = form.key();
    let heads = ["action", "alliance", "association", "campaign", "center", "coalition", "federation", "foundation", "front"]
        .iter()
        .chain(&["group", "initiative", "institute", "league", "movement", "network", "observatory", "society", "watch"]);
    key.contains("human rights") && form.words.get(form.head()).is_some_and(|head| heads.clone().any(|word| head.plain == *word))
}

/// Forces of a state or town, as they are called everywhere.
const FORCES: &[&str] = &[
    "air force",
    "armed forces",
    "army",
    "army reserve",
    "air force reserve",
    "border guard",
    "coast guard",
    "defense force",
    "defense forces",
    "federal police",
    "gendarmerie",
    "ground forces",
    "highway patrol",
    "marine corps",
    "military",
    "military police",
    "national guard",
    "national police",
    "national police agency",
    "navy",
    "police",
    "police department",
    "police force",
    "police service",
    "riot police",
    "royal navy",
    "security forces",
    "special forces",
    "state police",
];

/// By the head word or the two or three words that end with it.
pub fn by_head(name: &Name) -> Option<OrganizationKind> {
    by_phrase(name).or_else(|| LEXICON.head_kind(&name.words.get(name.head())?.plain))
}

/// By the two or three words that end with the head: `teachers union`, `chamber of commerce`.
pub fn by_phrase(name: &Name) -> Option<OrganizationKind> {
    let head = name.head();
    let ending = |end: usize| [2, 1].into_iter().filter_map(move |more| Some(end.checked_sub(more)?..=end));
    let opening = [head..=head + 2, head..=head + 1];
    let mut phrases = ending(head).chain(opening);
    phrases.find_map(|phrase| LEXICON.head_kind(&join(name.words.get(phrase)?)))
}
