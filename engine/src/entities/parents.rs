//! What a body belongs to: another row of the story, or a body that only its name implies.

use std::collections::BTreeMap;

use super::acronyms;
use super::anaphors;
use super::lexicon::{KNOWN, Known, LEXICON};
use super::names::{Name, join};
use super::organs::Wholes;
use super::told::{self, Claim, Strength};
use super::{Body, Entity, OrganizationKind, shortened};
use crate::mentions::{EntityId, Mention, NameType};
use crate::text::Document;

/// What the rules look bodies up in.
pub(super) struct Rows<'a> {
    pub(super) entities: &'a [Entity],
    /// By the key of each form.
    by_key: BTreeMap<String, u32>,
    /// By the initials of each longer form; `None` where two bodies share them.
    pub(super) by_initials: BTreeMap<String, Option<u32>>,
    /// By number in the table of well-known bodies.
    pub(super) by_known: BTreeMap<u16, u32>,
    /// The fullest form in which names of this story hold a well-known body that is no row.
    pub(super) implied: BTreeMap<u16, String>,
    /// Those that bare names of parts may be of.
    pub(super) wholes: Wholes,
}

/// A parent as the rules find it.
#[derive(Clone)]
pub(super) enum Found {
    Row(u32),
    Known(u16),
    Named(String),
}

/// Sets [`Entity::parent`] of every organization, and the acronym by which a part's name calls its parent.
pub fn assign(document: &Document, mentions: &[Mention], entities: &mut [Entity]) {
    let rows = Rows::new(entities);
    let mut told = told::parents(document, mentions);
    for (part, claim) in anaphors::claims(document, mentions, entities) {
        told.entry(part).or_insert(claim);
    }
    let mut acronyms = Vec::new();
    let parent = |entity: &Entity| rows.parent_of(entity, told.get(&entity.id.0).copied(), &mut acronyms);
    let mut parents: Vec<Option<Body>> = entities.iter().map(parent).collect();
    for (first, second) in told::joined(document, mentions) {
        let parent = parents.get(first as usize).cloned().flatten().filter(|parent| *parent != Body::Entity(EntityId(second)));
        if let Some(own) = parents.get_mut(second as usize).filter(|own| own.is_none()) {
            *own = parent;
        }
    }
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
    /// The parent, by the first rule that finds one: rows before bodies that a name only implies.
    fn parent_of(&self, entity: &Entity, claim: Option<Claim>, acronyms: &mut Vec<(u32, String)>) -> Option<Body> {
        if entity.kind != NameType::Organization {
            return None;
        }
        // What the table knows without a parent has none: the Red Cross is no parent of the ICRC. But ABC News may be of either ABC.
        let is_known = KNOWN.only(&entity.name).is_some_and(|(_, body)| body.name.contains(' ') && body.kind != OrganizationKind::Media);
        let by_name = self.by_name(entity, acronyms).filter(|_| !is_known);
        // `Acme's YouTube` is a channel, no claim on the company.
        let is_company = forms(entity).any(|form| KNOWN.only(form).is_some_and(|(_, body)| body.kind == OrganizationKind::Company));
        let claim = claim.filter(|claim| !is_company || claim.strength == Strength::Said);
        let claim = claim.filter(|claim| !self.is_absurd(entity, claim.parent));
        let told = claim.map(|claim| Found::Row(claim.parent));
        // What a state's body belongs to does not change with who speaks of it: `Congress' own Rajya Sabha MP`.
        let table = self.by_table(entity);
        let is_settled = forms(entity).any(|form| KNOWN.only(form).is_some_and(|(_, body)| body.kind == OrganizationKind::Legislature));
        let rules = [
            by_name.clone().filter(|found| matches!(found, Found::Row(_))),
            table.clone().filter(|_| is_settled),
            told.clone().filter(|_| claim.is_some_and(|claim| claim.strength > Strength::Perhaps)),
            by_name,
            told,
            table,
            self.by_family(entity),
            self.branch(entity),
            self.regional_party(entity),
            self.chamber(entity),
            self.church(entity),
            self.embassy(entity),
            self.regional_office(entity),
            self.organ(entity),
        ];
        rules.into_iter().flatten().find_map(|found| self.body(found).filter(|body| *body != Body::Entity(entity.id)))
    }

    fn new(entities: &'a [Entity]) -> Self {
        let mut rows = Self {
            entities,
            by_key: BTreeMap::new(),
            by_initials: BTreeMap::new(),
            by_known: BTreeMap::new(),
            implied: BTreeMap::new(),
            wholes: Wholes::new(entities),
        };
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

    pub(super) fn row(&self, key: &str, id: u32) -> Option<u32> {
        self.by_key.get(key).copied().filter(|&row| row != id)
    }

    /// As the table says; of several bodies called so, the one whose parent the story names.
    ///
    /// Companies and media change hands, so that an owner counts only if the story or the name has it; and so do a country's
    /// departments and parliament and a league, which a story that speaks of an agency, a chamber or a club need not mean.
    fn by_table(&self, entity: &Entity) -> Option<Found> {
        if let Some((body, parent)) = forms(entity).find_map(|form| KNOWN.only(form).and_then(|(_, body)| Some((body, body.parent?)))) {
            let changes_hands = matches!(body.kind, OrganizationKind::Company | OrganizationKind::Media | OrganizationKind::Bank);
            let whole = KNOWN.only(parent);
            let is_unsaid = whole.is_some_and(|(_, whole)| {
                matches!(whole.kind, OrganizationKind::GovernmentBody | OrganizationKind::Legislature | OrganizationKind::Sports)
            });
            let is_row = |number: u16| self.by_known.contains_key(&number) || self.short_row(number).is_some();
            let is_named = || whole.is_some_and(|(number, _)| is_row(number)) || body.name.starts_with(parent);
            if (changes_hands || is_unsaid) && !is_named() {
                return None;
            }
            return Some(KNOWN.only(parent).map_or_else(|| Found::Named(parent.to_string()), |(number, _)| Found::Known(number)));
        }
        let possible = forms(entity).flat_map(|form| KNOWN.named(form, &Name::new(form).key()));
        let mut rows: Vec<u32> =
            possible.filter_map(|number| self.by_known.get(&KNOWN.only(KNOWN.get(number)?.parent?)?.0).copied()).collect();
        rows.sort_unstable();
        rows.dedup();
        rows.first().filter(|_| rows.len() == 1).map(|&row| Found::Row(row))
    }

    /// `Iowa Democratic Party`, `Kamloops RCMP`: the branch of a body in one place.
    fn branch(&self, entity: &Entity) -> Option<Found> {
        forms(entity).find_map(|form| {
            shortened::without_place(&Name::new(form)).into_iter().find_map(|key| {
                let known = || KNOWN.only(&key.to_uppercase()).filter(|(_, body)| has_branches(form, &key, body));
                self.row(&key, entity.id.0).map(Found::Row).or_else(|| known().map(|(number, _)| Found::Known(number)))
            })
        })
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

pub(super) fn forms(entity: &Entity) -> impl Iterator<Item = &str> {
    std::iter::once(entity.name.as_str()).chain(entity.aliases.iter().map(String::as_str))
}

/// True if a branch of this body may be known by its name alone. `National Party` is the name of many.
fn has_branches(form: &str, key: &str, body: &Known) -> bool {
    let words = Name::new(form).words;
    let place = join(words.get(..acronyms::qualifier_len(&words)).unwrap_or_default());
    let is_national = LEXICON.country(&place).is_some() || LEXICON.people_of(&place).is_some();
    let is_everywhere =
        matches!(body.kind, OrganizationKind::Intergovernmental | OrganizationKind::NgoOrCharity | OrganizationKind::Company);
    if is_national && !is_everywhere {
        return false;
    }
    let is_acronym = !key.contains(' ') && Name::new(body.name).key() != key && !body.is_common_word();
    is_acronym || matches!(key, "republican party" | "democratic party" | "libertarian party" | "red cross" | "red crescent")
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
    use crate::entities::Body;
    use crate::entities::marked::{check_parent as check, read};

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
        check("[ORG Instagram] grew", None);
        check("[ORG Instagram], [ORG Meta]", Some("Meta"));
        check("[ORG Amazon Web Services] grew", Some("Amazon"));
        check("[ORG American Broadcasting Company] ([ORG ABC]), [ORG Walt Disney Company]", Some("Walt Disney Company"));
        check("[ORG ABC News], [ORG ABC Australia]", Some("ABC Australia"));
        check("[ORG International Committee of the Red Cross]", None);
        check("[ORG Internal Revenue Service] paid", None);
        check("[ORG Internal Revenue Service] paid the [ORG US Treasury]", Some("US Treasury"));
        check("[ORG Boston Celtics] won", None);
        check("[ORG International Monetary Fund], [ORG United Nations]", None);
    }

    #[test]
    fn in_the_sentence() {
        check(
            "[ORG Rajya Sabha] and [ORG Salt Party]'s own [ORG Rajya Sabha] member; the [ORG Indian Parliament]",
            Some("Indian Parliament"),
        );
        check("[ORG Control Yard], [ORG Toll House] heard a report of its [ORG Control Yard]", Some("Toll House"));
        check("[ORG Genome Laboratory] at its [ORG Disease Centre]", None);
        check("[ORG Directorate of Salt], the [ORG Weir Office] director for the [ORG Directorate of Salt]", Some("Weir Office"));
        check("[ORG Salt Party], a [ORG Salt Party]-led [ORG Harbor Alliance] government", Some("Harbor Alliance"));
        check("[ORG Salt Party], a [ORG Salt Party]-led [ORG Harbor Council] meeting", None);
        check("[ORG Audit Bureau] of the [ORG Ministry of Ports]", Some("Ministry of Ports"));
        check("[ORG Harl Motors], a subsidiary of [ORG Ebner Holding],", Some("Ebner Holding"));
        check("[ORG Harl Motors] and [ORG Ebner Holding]", None);
        check("[ORG Harl Motors] ([ORG HM]) is part of the large [ORG Ebner Holding]", Some("Ebner Holding"));
        check("[ORG Toll Committee], like the [ORG House]'s committees on [ORG Ports], [ORG Fish] and [ORG Salt]", None);
        let rows = read("the [ORG House]'s committees on [ORG Ports], [ORG Fish] and [ORG Salt] and [ORG Bread]");
        assert!(rows[1..].iter().all(|row| row.parent == Some(Body::Entity(rows[0].id))));
        check("[ORG WeChat], [ORG Acme]'s [ORG WeChat] account", None);
        check("[ORG Ohio Greens] member of [ORG Parliament]", None);
        let rows = read("[ORG Ebner Holding] acquired the [NORP Swiss] maker [ORG Harl Motors]; [ORG Brill] bought [ORG Zed]'s shares");
        assert_eq!(rows[2].parent, Some(Body::Entity(rows[0].id)));
        assert_eq!(rows[4].parent, None);
        check("[ORG Brill]s and [ORG Ebner]'s, [ORG Brill]'s", None);
        check("[ORG Pier Station] of the [ORG City Police]'s [ORG Third Precinct]", Some("Third Precinct"));
        check("[ORG Fish Institute], [ORG Strelsau University]", Some("Strelsau University"));
        check("[ORG Fish Institute], [ORG Strelsau University] and [ORG Hentzau College]", None);
        check("[ORG Press Cell] ([ORG Harbor Party]) said", Some("Harbor Party"));
        check("[ORG Press Works] ([ORG Harbor Party]) said", None);
        check("[ORG Staff Union] at the [ORG Strelsau University]", None);
        check("[ORG Fish Institute] at the [ORG Strelsau University]", Some("Strelsau University"));
    }

    #[test]
    fn branches() {
        check("[ORG Texas Republican Party]", Some("Republican Party"));
    }

    #[test]
    fn no_circles() {
        let rows = read("[ORG Alder Bureau] of the [ORG Birch Office]; [ORG Birch Office] of the [ORG Alder Bureau]");
        assert!(rows.iter().any(|row| row.parent.is_none()));
    }
}
