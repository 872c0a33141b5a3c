//! What a body belongs to: another row of the story, or a body that only its name implies.

use std::collections::BTreeMap;

use super::acronyms;
use super::lexicon::{KNOWN, LEXICON};
use super::names::{Name, Word, join};
use super::{Body, Entity, OrganizationKind, shortened};
use crate::mentions::{EntityId, Mention, NameType};
use crate::text::Document;

/// What the rules look bodies up in.
struct Rows<'a> {
    entities: &'a [Entity],
    /// By the key of each form.
    by_key: BTreeMap<String, u32>,
    /// By the initials of each longer form; `None` where two bodies share them.
    by_initials: BTreeMap<String, Option<u32>>,
    /// By number in the table of well-known bodies.
    by_known: BTreeMap<u16, u32>,
    /// The fullest form in which names of this story hold a well-known body that is no row.
    implied: BTreeMap<u16, String>,
}

/// A parent as the rules find it.
enum Found {
    Row(u32),
    Known(u16),
    Named(String),
}

/// Sets [`Entity::parent`] of every organization, and the acronym by which a part's name calls its parent.
pub fn assign(document: &Document, mentions: &[Mention], entities: &mut [Entity]) {
    let rows = Rows::new(entities);
    let told = told(document, mentions);
    let mut acronyms = Vec::new();
    let mut parents: Vec<Option<Body>> = entities
        .iter()
        .map(|entity| {
            let id = entity.id.0;
            if entity.kind != NameType::Organization {
                return None;
            }
            // What the table knows without a parent has none: the Red Cross is no parent of the ICRC.
            let is_known = KNOWN.only(&entity.name).is_some_and(|(_, body)| body.name.contains(' '));
            let told = || told.get(&id).filter(|_| !is_known).map(|&parent| Found::Row(parent));
            let rules: [&mut dyn FnMut() -> Option<Found>; 5] = [
                &mut || rows.by_name(entity, &mut acronyms).filter(|_| !is_known),
                &mut || told(),
                &mut || Rows::by_table(entity),
                &mut || rows.branch(entity),
                &mut || rows.chamber(entity),
            ];
            rules.into_iter().find_map(|rule| rows.body(rule()?).filter(|body| *body != Body::Entity(entity.id)))
        })
        .collect();
    break_circles(&mut parents);
    for (entity, parent) in entities.iter_mut().zip(parents) {
        entity.parent = parent;
    }
    for (row, acronym) in acronyms {
        if let Some(entity) = entities.get_mut(row as usize).filter(|entity| entity.acronym.is_none() && entity.name != acronym) {
            entity.acronym = Some(acronym);
        }
    }
}

impl<'a> Rows<'a> {
    fn new(entities: &'a [Entity]) -> Self {
        let mut rows =
            Self { entities, by_key: BTreeMap::new(), by_initials: BTreeMap::new(), by_known: BTreeMap::new(), implied: BTreeMap::new() };
        for entity in entities.iter().filter(|entity| entity.kind == NameType::Organization) {
            for form in forms(entity) {
                let name = Name::new(form);
                for initials in acronyms::initials(&name) {
                    let owner = rows.by_initials.entry(initials).or_insert(Some(entity.id.0));
                    if *owner != Some(entity.id.0) {
                        *owner = None;
                    }
                }
                if let Some((number, _)) = KNOWN.only(form) {
                    rows.by_known.entry(number).or_insert(entity.id.0);
                }
                rows.by_key.entry(name.key()).or_insert(entity.id.0);
            }
        }
        for form in entities.iter().filter(|entity| entity.kind == NameType::Organization).flat_map(forms) {
            rows.remember_implied(form);
        }
        rows
    }

    fn remember_implied(&mut self, form: &str) {
        let name = Name::new(form);
        let head = name.head();
        let parts = (1..name.words.len()).map(|len| (0, len)).chain((head + 2 < name.words.len()).then(|| (head + 2, name.words.len())));
        for (from, to) in parts {
            let words = without_the(name.words.get(from..to).unwrap_or_default());
            if let Some(text) = as_written(form, words, from == 0)
                && let Some((number, body)) = KNOWN.only(text)
                && self.implied.get(&number).is_none_or(|known| known.len() < text.len())
                && (acronyms::letters(text).is_some() || body.name == text || !body.name.starts_with(text))
            {
                self.implied.insert(number, text.to_string());
            }
        }
    }

    /// From the name: `CSTO Secretariat`, `Regional Structure of the SCO`.
    fn by_name(&self, entity: &Entity, acronyms: &mut Vec<(u32, String)>) -> Option<Found> {
        forms(entity).find_map(|form| {
            let name = Name::new(form);
            self.in_front(form, &name, entity.id.0, acronyms).or_else(|| self.behind(&name, entity.id.0))
        })
    }

    /// A body's name at the front of a longer one.
    fn in_front(&self, form: &str, name: &Name, id: u32, acronyms: &mut Vec<(u32, String)>) -> Option<Found> {
        let words = &name.words;
        (1..words.len()).rev().find_map(|len| {
            let front = words.get(..len)?;
            let rest = words.get(len..)?;
            if rest.first().is_some_and(|word| !word.capital) && !rest.iter().any(|word| LEXICON.is_head(&word.plain)) {
                return None;
            }
            let key = join(front);
            let text = as_written(form, front, true)?;
            let row = ["", " university", " of representatives"].iter().find_map(|rest| self.row(&format!("{key}{rest}"), id));
            let letters = acronyms::letters(text);
            let initials = letters.as_ref().and_then(|letters| *self.by_initials.get(letters)?).filter(|&row| row != id);
            if let Some(row) = row.or(initials) {
                if letters.is_some() {
                    acronyms.push((row, text.to_string()));
                }
                return Some(Found::Row(row));
            }
            let is_school = front.last().is_some_and(|word| matches!(word.plain.as_str(), "university" | "college")) && front.len() > 1;
            if is_school && rest.iter().any(|word| LEXICON.is_head(&word.plain)) {
                return Some(Found::Named(text.to_string()));
            }
            self.known_in_front(&key, text, rest).inspect(|found| {
                if let (Found::Known(number), Some(_)) = (found, letters)
                    && let Some(&row) = self.by_known.get(number)
                {
                    acronyms.push((row, text.to_string()));
                }
            })
        })
    }

    fn known_in_front(&self, key: &str, text: &str, rest: &[Word]) -> Option<Found> {
        let named = KNOWN.named(text, key);
        let number = match named[..] {
            [number] => number,
            _ => named.into_iter().find(|number| self.by_known.contains_key(number))?,
        };
        let body = KNOWN.get(number)?;
        let is_clear = text.contains(' ')
            || acronyms::letters(text).is_some()
            || LEXICON.is_place(&join(rest))
            || matches!(
                body.kind,
                OrganizationKind::Company | OrganizationKind::UniversityOrResearch | OrganizationKind::Intergovernmental
            );
        (is_clear && !LEXICON.is_place(key) && !body.is_common_word()).then_some(Found::Known(number))
    }

    /// A body's name behind `of`.
    fn behind(&self, name: &Name, id: u32) -> Option<Found> {
        (1..name.words.len().saturating_sub(1)).find_map(|at| {
            let preposition = name.words.get(at)?;
            if !matches!(preposition.plain.as_str(), "of" | "at" | "in" | "for" | "to") {
                return None;
            }
            let words = without_the(name.words.get(at + 1..)?);
            let key = join(words);
            if let Some(row) = self.row(&key, id) {
                return Some(Found::Row(row));
            }
            let first = words.first()?;
            let text = if first.shouted || first.plain == "un" { key.to_uppercase() } else { key.clone() };
            let is_clear = !LEXICON.is_place(&key) && (words.len() > 1 || first.shouted || first.plain == "un");
            if let Some((number, _)) = KNOWN.only(&text).filter(|_| is_clear) {
                return Some(Found::Known(number));
            }
            let is_united = matches!(first.plain.as_str(), "un" | "eu");
            KNOWN.only(&first.plain.to_uppercase()).filter(|_| is_united).map(|(number, _)| Found::Known(number))
        })
    }

    fn row(&self, key: &str, id: u32) -> Option<u32> {
        self.by_key.get(key).copied().filter(|&row| row != id)
    }

    fn by_table(entity: &Entity) -> Option<Found> {
        let parent = forms(entity).find_map(|form| KNOWN.only(form)?.1.parent)?;
        Some(KNOWN.only(parent).map_or_else(|| Found::Named(parent.to_string()), |(number, _)| Found::Known(number)))
    }

    /// `Iowa Democratic Party`, `Kamloops RCMP`: the branch of a body in one place.
    fn branch(&self, entity: &Entity) -> Option<Found> {
        forms(entity).find_map(|form| {
            shortened::without_place(&Name::new(form)).into_iter().find_map(|key| {
                let row = self.row(&key, entity.id.0).map(Found::Row);
                row.or_else(|| KNOWN.only(&key.to_uppercase()).map(|(number, _)| Found::Known(number)))
            })
        })
    }

    /// A chamber belongs to the one parliament of the story.
    fn chamber(&self, entity: &Entity) -> Option<Found> {
        if !is_chamber(&entity.name) || is_local(&Name::new(&entity.name)) {
            return None;
        }
        let is_parliament = |other: &&Entity| {
            let name = Name::new(&other.name);
            let head = name.words.get(name.head()).map(|word| word.plain.as_str());
            other.kind == NameType::Organization
                && matches!(head, Some("congress" | "parliament" | "assembly" | "legislature" | "diet"))
                && other.id != entity.id
                && !is_local(&name)
                && KNOWN.only(&other.name).is_none_or(|(_, body)| body.kind == OrganizationKind::Legislature)
        };
        let mut parliaments = self.entities.iter().filter(is_parliament);
        let parliament = parliaments.next()?;
        parliaments.next().is_none().then_some(Found::Row(parliament.id.0))
    }

    /// The row that is a well-known body's name without its country: `Congress`.
    fn short_row(&self, number: u16) -> Option<u32> {
        let body = KNOWN.get(number)?;
        let names = body.names.iter().chain([&body.name]);
        let mut keys = names.flat_map(|name| shortened::variants(&Name::new(name), shortened::Level::Country));
        keys.find_map(|key| self.by_key.get(&key).copied())
    }

    fn body(&self, found: Found) -> Option<Body> {
        Some(match found {
            Found::Row(row) => Body::Entity(EntityId(row)),
            Found::Named(name) => Body::Named(name),
            Found::Known(number) => match self.by_known.get(&number).copied().or_else(|| self.short_row(number)) {
                Some(row) => Body::Entity(EntityId(row)),
                None => Body::Named(self.implied.get(&number).cloned().or_else(|| Some(KNOWN.get(number)?.name.to_string()))?),
            },
        })
    }
}

fn forms(entity: &Entity) -> impl Iterator<Item = &str> {
    std::iter::once(entity.name.as_str()).chain(entity.aliases.iter().map(String::as_str))
}

fn without_the(words: &[Word]) -> &[Word] {
    match words {
        [the, rest @ ..] if the.plain == "the" => rest,
        _ => words,
    }
}

/// The part of `form` that the words at its front (or its end) were made of.
fn as_written<'f>(form: &'f str, words: &[Word], front: bool) -> Option<&'f str> {
    let key = join(words);
    let is_border = |&(at, c): &(usize, char)| c == ' ' || c == '-' || at == 0;
    if front {
        let ends = form.char_indices().filter(is_border).map(|(at, _)| at).chain([form.len()]);
        ends.filter_map(|end| form.get(..end)).find(|text| Name::new(text).key() == key && !text.is_empty())
    } else {
        let starts = form.char_indices().filter(is_border).map(|(at, c)| if at == 0 { 0 } else { at + c.len_utf8() });
        starts.filter_map(|start| form.get(start..)).find(|text| Name::new(text).key() == key && !text.starts_with("the "))
    }
}

/// True for `North Carolina Senate`: a place in front that is no country.
fn is_local(name: &Name) -> bool {
    let place = join(name.words.get(..acronyms::qualifier_len(&name.words)).unwrap_or_default());
    !place.is_empty() && LEXICON.country(&place).is_none() && LEXICON.people_of(&place).is_none() && !matches!(place.as_str(), "un" | "eu")
}

fn is_chamber(name: &str) -> bool {
    let name = Name::new(name);
    let key = name.key();
    let head = name.words.get(name.head()).map_or("", |word| word.plain.as_str());
    matches!(head, "senate" | "house" | "chamber") || ["house of", "upper house", "lower house"].iter().any(|start| key.contains(start))
}

/// What the sentence says: `the Investigation Bureau of the Ministry of Justice`, `Acme's Rocket Division`.
fn told(document: &Document, mentions: &[Mention]) -> BTreeMap<u32, u32> {
    let mut told = BTreeMap::new();
    let bodies: Vec<&Mention> = mentions.iter().filter(|mention| mention.inside.is_none()).collect();
    for pair in bodies.windows(2) {
        let [first, second] = pair else { continue };
        if first.kind != NameType::Organization || second.kind != NameType::Organization {
            continue;
        }
        let (Some(one), Some(other)) = (first.entity, second.entity) else { continue };
        let between = document.text.get(first.span.end as usize..second.span.start as usize).unwrap_or_default();
        if is_part_of(between) {
            told.entry(one.0).or_insert(other.0);
        } else if is_owner_of(between) {
            told.entry(other.0).or_insert(one.0);
        }
    }
    told
}

fn is_part_of(between: &str) -> bool {
    let words = between.trim().trim_end_matches(" the").trim_start_matches([',', ' ']).to_lowercase();
    let kinds = ["unit", "subsidiary", "part", "arm", "branch", "division", "wing", "department", "affiliate", "agency", "member", "body"];
    let of_kind = words.strip_suffix(" of").is_some_and(|front| kinds.iter().any(|kind| front.ends_with(kind)) && front.len() < 40);
    matches!(words.as_str(), "of" | "at" | "within" | "under" | "owned by" | "which is part of" | "which is owned by" | "part of")
        || of_kind
}

fn is_owner_of(between: &str) -> bool {
    let words = between.trim().to_lowercase();
    matches!(words.as_str(), "'s" | "’s" | "'" | "’" | "-owned" | "'s subsidiary" | "’s subsidiary" | ")'s" | ")’s" | "subsidiary")
}

/// A body is no part of its own part: the later of two such claims falls.
fn break_circles(parents: &mut [Option<Body>]) {
    for start in 0..parents.len() {
        let mut at = start;
        for _ in 0..parents.len().min(16) {
            let Some(Some(Body::Entity(parent))) = parents.get(at) else { break };
            at = parent.0 as usize;
            if at == start {
                parents[start] = None;
                break;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::entities::marked::{name_of, read};

    /// Checks the parent of the first organization.
    #[track_caller]
    fn check(text: &str, expected: Option<&str>) {
        let rows = read(text);
        assert_eq!(rows[0].parent.as_ref().map(|parent| name_of(parent, &rows)), expected, "{text}");
    }

    #[test]
    fn in_the_name() {
        check(
            "[ORG CSTO Secretariat] of the [ORG Collective Security Treaty Organization]",
            Some("Collective Security Treaty Organization"),
        );
        check("[ORG BLF Youth Council], the [ORG Baltic Lighthouse Federation]", Some("Baltic Lighthouse Federation"));
        check("[ORG UN Security Council]", Some("UN"));
        check("[ORG United Nations General Assembly]", Some("United Nations"));
        check("[ORG Training Centre of the SCO]", Some("SCO"));
        check(
            "[ORG CIS Training Centre], [ORG Commonwealth of Independent States Sports Council]",
            Some("Commonwealth of Independent States"),
        );
        check("[ORG Lakeside University Choral Society]", Some("Lakeside University"));
        check("[ORG Who Dares Ltd]", None);
    }

    #[test]
    fn in_the_table() {
        check("[ORG UNICEF], [ORG UN]", Some("UN"));
        check("[ORG Frontex]", Some("European Union"));
        check("[ORG Gazprom]", None);
        check("[ORG International Committee of the Red Cross]", None);
    }

    #[test]
    fn in_the_sentence() {
        check("[ORG Audit Bureau] of the [ORG Ministry of Ports]", Some("Ministry of Ports"));
        check("[ORG Harl Motors], a subsidiary of [ORG Ebner Holding],", Some("Ebner Holding"));
        check("[ORG Harl Motors] and [ORG Ebner Holding]", None);
    }

    #[test]
    fn chambers_and_branches() {
        check("The [ORG Senate] and the [ORG Congress]", Some("Congress"));
        check("The [ORG Ohio Senate] and the [ORG Congress]", None);
        check("[ORG Senate Fisheries Committee], [ORG Senate]", Some("Senate"));
        check("[ORG Texas Republican Party]", Some("Republican Party"));
    }

    #[test]
    fn no_circles() {
        let rows = read("[ORG Alder Bureau] of the [ORG Birch Office]; [ORG Birch Office] of the [ORG Alder Bureau]");
        assert!(rows.iter().any(|row| row.parent.is_none()));
    }
}
