//! What the sentence says about two bodies it names one after the other: `the Audit Bureau of the Ministry of Ports`,
//! `Acme, a unit of Zed`, `Zed's rocket arm, Acme`, `the House's committees on Fisheries, Ports and Roads`.

use std::collections::BTreeMap;

use super::enumerations::{is_listed, is_listed_with_sort, is_of_owner};
use super::names::Name;
use super::relations::{Relation, relation, words};
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
    let outer = mentions.iter().filter(|mention| mention.inside.is_none() && mention.kind != NameType::Group);
    let (places, bodies): (Vec<&Mention>, Vec<&Mention>) = outer.partition(|mention| adjective_end(document, mention).is_some());
    // The owner of all names in the list that is being read, and true if each may have a word before it that says what it is.
    let mut owner = None;
    for (at, pair) in bodies.windows(2).enumerate() {
        let [first, second] = pair else { continue };
        let both = first.kind == NameType::Organization && second.kind == NameType::Organization;
        let (Some(one), Some(other)) = (first.entity.filter(|_| both), second.entity) else {
            owner = None;
            continue;
        };
        // `the Audit Bureau (AB)` goes on as one name.
        if one == other {
            continue;
        }
        let between = &between(document, &places, first.span, second.span);
        let words = words(between);
        if let Some((parent, _)) = owner.filter(|&(_, has_sorts)| if has_sorts { is_listed_with_sort(&words) } else { is_listed(&words) }) {
            claim(&mut told, other.0, Claim { parent, strength: Strength::Sure });
            continue;
        }
        owner = None;
        if is_one_of(document, &words, second.span) {
            claim(&mut told, one.0, Claim { parent: other.0, strength: Strength::Said });
            continue;
        }
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
            Some(Relation::OwnerOf) => {
                claim(&mut told, other.0, Claim { parent: one.0, strength: Strength::Sure });
                owner = is_of_owner(&words).then_some((one.0, true));
            }
            Some(Relation::BuyerOf | Relation::PerhapsOwnerOf) if !is_possessive(document, second.span) => {
                claim(&mut told, other.0, Claim { parent: one.0, strength: Strength::Perhaps });
                owner = is_of_owner(&words).then_some((one.0, true));
            }
            Some(Relation::HeadOf) if has_last(second.span.of(document.text), Tie::Cell) => {
                claim(&mut told, other.0, Claim { parent: one.0, strength: Strength::Sure });
            }
            None if matches!(between.as_str(), " " | ") ") && has_last(second.span.of(document.text), Tie::Cell) => {
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
                owner = Some((one.0, false));
            }
            _ => {}
        }
    }
    told
}

/// Where the adjective ends that the name of a place is the front of: `Hong Kong-listed`, `Brazil's`.
fn adjective_end(document: &Document, mention: &Mention) -> Option<usize> {
    let end = mention.span.end as usize;
    let behind = document.text.get(end..).filter(|_| mention.kind == NameType::Place)?;
    let endings = ["'s ", "’s ", "-based ", "-listed ", "-headquartered "];
    endings.iter().find(|ending| behind.starts_with(**ending)).map(|ending| end + ending.len())
}

/// The text between two names without such adjectives: they say where a body is, and separate nothing.
fn between(document: &Document, places: &[&Mention], first: Span, second: Span) -> String {
    let mut text = String::new();
    let mut at = first.end as usize;
    let from = places.partition_point(|place| place.span.start < first.end);
    for place in places.get(from..).unwrap_or_default().iter().take_while(|place| place.span.end <= second.start) {
        text.push_str(document.text.get(at..place.span.start as usize).unwrap_or_default());
        at = adjective_end(document, place).unwrap_or(at);
    }
    text.push_str(document.text.get(at..second.start as usize).unwrap_or_default());
    text
}

/// `Burgylau, a KMG subsidiary`, `Crunchyroll, another Sony company`, `the Herald, an Acme-owned daily`.
fn is_one_of(document: &Document, words: &[String], whole: Span) -> bool {
    let behind = document.text.get(whole.end as usize..).unwrap_or_default();
    let word = |text: &str| text.split(|c: char| !c.is_alphanumeric()).next().is_some_and(|word| word == "company" || has(word, Tie::Part));
    let is_article = matches!(words.iter().map(String::as_str).collect::<Vec<_>>()[..], [","] | [",", "a" | "an" | "another" | "the"]);
    let is_owned = behind.starts_with("-owned ") || behind.starts_with("-run ");
    is_article && words.len() == 2 && (is_owned || behind.strip_prefix(' ').is_some_and(word))
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

#[cfg(test)]
mod tests {
    use crate::entities::marked::{check_parent as check, name_of, read};

    #[test]
    fn places_as_adjectives() {
        check("[ORG Tejas], a unit of the [LOC Hong Kong]-listed [ORG Meridian Grid]", Some("Meridian Grid"));
        check("[ORG Tejas], which belongs to [LOC Brazil]'s [ORG Meridian Grid]", Some("Meridian Grid"));
        check("[ORG Tejas] met [LOC Brazil]'s [ORG Meridian Grid]", None);
        check("[ORG Tejas], a unit of [LOC Brazil], [ORG Meridian Grid]", None);
    }

    #[test]
    fn one_of() {
        check("[ORG Burgylau], a [ORG Ebner] subsidiary", Some("Ebner"));
        check("[ORG Burgylau], another [ORG Ebner] company", Some("Ebner"));
        check("[ORG Burgylau], an [ORG Ebner]-owned daily", Some("Ebner"));
        check("[ORG Burgylau], a [ORG Ebner] rival", None);
    }

    #[test]
    fn lists_of_an_owner() {
        let parents = |marked: &str| -> Vec<Option<String>> {
            let rows = read(marked);
            rows.iter().map(|row| row.parent.as_ref().map(|parent| name_of(parent, &rows).to_string())).collect()
        };
        let ebner = || Some("Ebner".to_string());
        assert_eq!(
            parents("[ORG Ebner], owner of the [ORG Pantry], [ORG Barrel] and [ORG Kwik] chains,"),
            [None, ebner(), ebner(), ebner()]
        );
        assert_eq!(
            parents("[ORG Ebner] owns the lender [ORG Pantry], the fund [ORG Barrel] and met [ORG Kwik]"),
            [None, ebner(), ebner(), None]
        );
        assert_eq!(parents("[ORG Ebner Holding] ([ORG EH]), a unit of [ORG Zed Lines],")[0], Some("Zed Lines".to_string()));
    }
}
