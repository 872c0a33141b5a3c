//! What the sentence says about two bodies it names one after the other: `the Audit Bureau of the Ministry of Ports`,
//! `Acme, a unit of Zed`, `Zed's rocket arm, Acme`, `the House's committees on Fisheries, Ports and Roads`.

use std::collections::BTreeMap;

use super::names::Name;
use super::relations::{Relation, is_listed, relation, words};
use super::ties::{Tie, has};
use crate::mentions::{Mention, NameType};
use crate::text::{Document, Span};

/// How plainly a story ties one body to another; the plainer is the larger.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Strength {
    /// `at the`, which may mean a place: counts less than what the name looks like.
    Perhaps,
    /// `of the`, `'s`: counts more than that.
    Sure,
    /// `is part of`, `a unit of`: counts more than what the table knows.
    Said,
}

/// That one body belongs to another.
#[derive(Clone, Copy)]
pub struct Claim {
    /// The larger body's entity.
    pub parent: u32,
    /// How plain the words are.
    pub strength: Strength,
}

/// For each entity the first claim that the story makes about it.
pub fn parents(document: &Document, mentions: &[Mention]) -> BTreeMap<u32, Claim> {
    let mut told = BTreeMap::new();
    // A people's name is no more than an adjective here: `acquired the Swiss maker`.
    let bodies: Vec<&Mention> = mentions.iter().filter(|mention| mention.inside.is_none() && mention.kind != NameType::Group).collect();
    // The owner of all names in the list that is being read.
    let mut owner = None;
    for (at, pair) in bodies.windows(2).enumerate() {
        let [first, second] = pair else { continue };
        let both = first.kind == NameType::Organization && second.kind == NameType::Organization;
        let (Some(one), Some(other)) = (first.entity.filter(|_| both), second.entity) else {
            owner = None;
            continue;
        };
        let between = document.text.get(first.span.end as usize..second.span.start as usize).unwrap_or_default();
        let words = words(between);
        if let Some(parent) = owner.filter(|_| is_listed(&words)) {
            claim(&mut told, other.0, Claim { parent, strength: Strength::Sure });
            continue;
        }
        owner = None;
        match relation(&words) {
            Some(Relation::SaidPartOf) => claim(&mut told, one.0, Claim { parent: other.0, strength: Strength::Said }),
            Some(Relation::PartOf) => {
                let whole = bodies.get(at + 2).and_then(|third| owned(document, second, third)).unwrap_or(other.0);
                claim(&mut told, one.0, Claim { parent: whole, strength: Strength::Sure });
            }
            Some(Relation::PerhapsPartOf) if may_be_at(first.span.of(document.text)) => {
                claim(&mut told, one.0, Claim { parent: other.0, strength: Strength::Perhaps });
            }
            None if is_address(document, first.span, second.span) => {
                claim(&mut told, one.0, Claim { parent: other.0, strength: Strength::Perhaps });
            }
            Some(Relation::OwnerOf) => claim(&mut told, other.0, Claim { parent: one.0, strength: Strength::Sure }),
            Some(Relation::BuyerOf | Relation::PerhapsOwnerOf) if !is_possessive(document, second.span) => {
                claim(&mut told, other.0, Claim { parent: one.0, strength: Strength::Perhaps });
            }
            Some(Relation::HeadOf) if has_last(second.span.of(document.text), Tie::Cell) => {
                claim(&mut told, other.0, Claim { parent: one.0, strength: Strength::Sure });
            }
            None if matches!(between, " " | ") ") && has_last(second.span.of(document.text), Tie::Cell) => {
                claim(&mut told, other.0, Claim { parent: one.0, strength: Strength::Sure });
            }
            Some(Relation::LeaderOf) if has_last(second.span.of(document.text), Tie::Alliance) => {
                claim(&mut told, one.0, Claim { parent: other.0, strength: Strength::Sure });
            }
            Some(Relation::LedBy) if has_last(first.span.of(document.text), Tie::Alliance) => {
                claim(&mut told, other.0, Claim { parent: one.0, strength: Strength::Sure });
            }
            Some(Relation::OwnerOfAll) => {
                claim(&mut told, other.0, Claim { parent: one.0, strength: Strength::Sure });
                owner = Some(one.0);
            }
            _ => {}
        }
    }
    told
}

/// In `the Pier Station of the City Police's Third Precinct` the station is the precinct's.
fn owned(document: &Document, owner: &Mention, part: &Mention) -> Option<u32> {
    let between = document.text.get(owner.span.end as usize..part.span.start as usize)?;
    let is_body = part.kind == NameType::Organization;
    matches!(between.trim(), "'s" | "’s" | "'" | "’").then_some(part.entity.filter(|_| is_body)?.0)
}

/// True if the word that says what the body is has this sense: `Directorate of Skills`, `Skills Directorate`.
fn has_last(name: &str, tie: Tie) -> bool {
    let name = Name::new(name);
    name.words.get(name.head()).is_some_and(|head| head.capital && has(&head.plain, tie))
}

fn is_possessive(document: &Document, name: Span) -> bool {
    document.text.get(name.end as usize..).is_some_and(|behind| behind.starts_with(['\'', '’']))
}

/// `Department of Physics, University of Lund`, `Press Cell (Harbor Party)`: as in an address, the smaller before the larger.
fn is_address(document: &Document, part: Span, whole: Span) -> bool {
    let between = document.text.get(part.end as usize..whole.start as usize).unwrap_or_default();
    let behind = document.text.get(whole.end as usize..).unwrap_or_default();
    let (part, whole) = (part.of(document.text), whole.of(document.text));
    let has_head =
        |name: &str, tie: Tie| name.split(' ').any(|word| word.starts_with(char::is_uppercase) && has(&word.to_lowercase(), tie));
    match between {
        ", " => {
            has_head(part, Tie::Faculty) && has_head(whole, Tie::School) && !has_head(part, Tie::School) && !behind.starts_with(" and ")
        }
        " (" => has_head(part.rsplit(' ').next().unwrap_or(part), Tie::Cell) && behind.starts_with(')'),
        _ => false,
    }
}

fn claim(told: &mut BTreeMap<u32, Claim>, part: u32, claim: Claim) {
    if claim.parent != part {
        told.entry(part).or_insert(claim);
    }
}

/// Pairs of bodies that a bare `and` joins: `FAO Council and Conference`, the second as it stands.
pub fn joined(document: &Document, mentions: &[Mention]) -> Vec<(u32, u32)> {
    let bodies: Vec<&Mention> = mentions.iter().filter(|mention| mention.inside.is_none()).collect();
    let pair = |pair: &[&Mention]| {
        let [first, second] = pair else { return None };
        let between = document.text.get(first.span.end as usize..second.span.start as usize)?;
        let both = first.kind == NameType::Organization && second.kind == NameType::Organization && between == " and ";
        let behind = document.text.get(second.span.end as usize..)?.trim_start();
        let is_part = is_one_part(second.span.of(document.text)) || COMMITTEES.iter().any(|word| behind.starts_with(word));
        (both && is_part).then_some((first.entity?.0, second.entity?.0))
    };
    bodies.windows(2).filter_map(pair).collect()
}

/// Behind two names these say that both are parts of one body: `House Budget and Ethics committees`.
const COMMITTEES: &[&str] = &["committees", "Committees", "subcommittees", "departments", "ministries", "boards", "councils"];

/// True for a single word that names a part.
fn is_one_part(name: &str) -> bool {
    let word = name.to_lowercase();
    has(&word, Tie::Cell)
        || matches!(word.as_str(), "assembly" | "board" | "conference" | "council" | "court" | "parliament" | "presidency")
}

/// `the Centre for Cattle Research at the University of Lund`, but not the union of a university's teachers.
fn may_be_at(part: &str) -> bool {
    part.split(' ').any(|word| has(&word.to_lowercase(), Tie::At))
}
