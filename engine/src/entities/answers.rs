//! Whether a common noun may mean a body named before: `the bank`, `the force`, `the ministry`.

use super::lexicon::LEXICON;
use super::names::Name;
use super::parent_kinds::kind;
use super::parents::forms;
use super::{Entity, OrganizationKind};

/// Nouns that stand for all bodies of a kind, whatever they are called.
const SORTS: &[(OrganizationKind, &[&str])] = &[
    (OrganizationKind::PoliticalParty, &["party"]),
    (OrganizationKind::Bank, &["bank", "lender"]),
    (OrganizationKind::Company, &["company", "corporation", "firm", "group"]),
    (OrganizationKind::MilitaryOrPolice, &["force"]),
    (OrganizationKind::UniversityOrResearch, &["institute", "university"]),
    (OrganizationKind::GovernmentBody, &["agency", "regulator"]),
    (OrganizationKind::Court, &["court", "tribunal"]),
    (OrganizationKind::Legislature, &["assembly", "house", "parliament"]),
    (OrganizationKind::Religious, &["church"]),
    (OrganizationKind::Media, &["broadcaster", "newspaper", "paper"]),
    (OrganizationKind::Union, &["union"]),
    (OrganizationKind::Sports, &["club", "team"]),
    (OrganizationKind::NgoOrCharity, &["charity"]),
    (OrganizationKind::ArmedGroup, &["group", "movement"]),
    (OrganizationKind::Intergovernmental, &["bloc"]),
];

/// Nouns that stand for a body whose name need not tell what it is.
const OTHERS: &[&str] = &[
    "airline",
    "association",
    "brewer",
    "brewery",
    "broadcaster",
    "carmaker",
    "chain",
    "federation",
    "hospital",
    "label",
    "manufacturer",
    "operator",
    "organisation",
    "organization",
    "publisher",
    "railway",
    "retailer",
    "school",
    "station",
    "supplier",
];

/// Heads of names that nobody calls by another noun.
const PLAIN: &[&str] =
    &["academy", "center", "college", "commission", "council", "department", "hospital", "institute", "ministry", "office", "school"];

/// True for a noun that may stand for a body of which this is all that is known.
pub(super) fn may_answer(entity: &Entity, noun: &str) -> bool {
    match kind(entity) {
        None => is_sort(noun),
        Some(kind) => kind == OrganizationKind::Company && OTHERS.contains(&noun),
    }
}

/// True for a noun that stands for bodies of some kind.
fn is_sort(noun: &str) -> bool {
    SORTS.iter().any(|(_, nouns)| nouns.contains(&noun)) || OTHERS.contains(&noun)
}

/// True if the noun, in lower case, may mean the body: it is the head of its name, or a word for its kind.
pub(super) fn answers(entity: &Entity, noun: &str) -> bool {
    let is_head = |form: &str| {
        let name = Name::new(form);
        let noun = LEXICON.american(noun);
        let last = name.words.last().map_or("", |word| word.plain.as_str());
        let head = name.words.get(name.head()).filter(|_| !LEXICON.is_body_head(last)).map_or(last, |head| head.plain.as_str());
        // `the army` is no liberation army's.
        (last == noun || head == noun) && !(noun == "army" && name.key().contains("liberation"))
    };
    if noun.len() < 4 || forms(entity).any(is_head) {
        return noun.len() >= 4;
    }
    // An institute is no university, a ministry no agency.
    let name = Name::new(&entity.name);
    if [name.head(), name.words.len().saturating_sub(1)]
        .iter()
        .any(|&at| name.words.get(at).is_some_and(|word| PLAIN.contains(&word.plain.as_str())))
    {
        return false;
    }
    let own = kind(entity).or_else(|| Name::new(&entity.name).is_company.then_some(OrganizationKind::Company));
    SORTS.iter().any(|(kind, nouns)| Some(*kind) == own && nouns.contains(&noun))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entities::marked::read;

    #[test]
    fn nouns() {
        let is = |name: &str, noun: &str| answers(&read(&format!("[ORG {name}]"))[0], noun);
        assert!(is("Ministry of Salt", "ministry") && is("Bank of Ruritania", "bank") && is("Harl Motors Ltd", "company"));
        assert!(is("Hentzau Police", "force") && is("Salt Party", "party"));
        assert!(!is("Salt Party", "bank") && !is("Ministry of Salt", "company") && !is("Harl Motors Ltd", "it"));
    }
}
