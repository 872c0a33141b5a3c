//! Names inside names: `UN` in `UN Security Council`, `Kenya` in `Bank of Kenya`.
//!
//! Only what the story also names on its own is marked there, so that each such mention has its row; a body or place that
//! nothing but a longer name implies makes no row.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::Entity;
use super::names::Name;
use crate::mentions::{EntityId, Mention, NameType};
use crate::text::{Document, Span};

/// A name inside another has at most so many tokens.
const LONGEST: usize = 8;
/// So many tokens of a long name are looked at.
const DEEPEST: usize = 40;

/// What a key names on its own.
type Owners = BTreeMap<String, (NameType, EntityId)>;

/// Adds the mentions that stand inside another one, behind it in the order of mentions.
pub fn add(document: &Document, mentions: &mut Vec<Mention>, entities: &mut [Entity]) {
    let owners = owners(entities);
    let mut all: Vec<Mention> = Vec::with_capacity(mentions.len());
    let mut places = Vec::with_capacity(mentions.len());
    for mention in mentions.drain(..) {
        let outer = all.len() as u32;
        places.push(outer);
        let within = if may_hold(mention.kind) { within(document, &mention, &owners) } else { Vec::new() };
        let (p, name) = (mention.p, mention.span.of(document.text));
        let why: Cow<'static, str> = Cow::Owned(format!("it stands inside {name}, and the story names it on its own, too"));
        all.push(mention);
        all.extend(within.into_iter().map(|(span, (kind, entity))| Mention {
            span,
            kind,
            p,
            why: why.clone(),
            inside: Some(outer),
            entity: Some(entity),
        }));
    }
    *mentions = all;
    list_anew(mentions, &places, entities);
}

/// Mentions have moved: each entity gets their new places, and those of its new ones.
fn list_anew(mentions: &[Mention], places: &[u32], entities: &mut [Entity]) {
    for entity in entities.iter_mut() {
        for mention in &mut entity.mentions {
            *mention = places.get(*mention as usize).copied().unwrap_or(*mention);
        }
    }
    for (index, mention) in mentions.iter().enumerate().filter(|(_, mention)| mention.inside.is_some()) {
        if let Some(entity) = mention.entity.and_then(|id| entities.get_mut(id.0 as usize)) {
            entity.mentions.push(index as u32);
        }
    }
    for entity in entities {
        entity.mentions.sort_unstable();
    }
}

fn may_hold(kind: NameType) -> bool {
    !matches!(kind, NameType::Person | NameType::Money | NameType::Group)
}

/// The keys of the bodies, places and peoples of the story; none for a key that several have.
fn owners(entities: &[Entity]) -> Owners {
    let mut owners: BTreeMap<String, Option<(NameType, EntityId)>> = BTreeMap::new();
    for entity in entities {
        if !matches!(entity.kind, NameType::Organization | NameType::Place | NameType::Group) {
            continue;
        }
        let owner = (entity.kind, entity.id);
        for form in std::iter::once(&entity.name).chain(&entity.aliases) {
            let known = owners.entry(Name::new(form).key()).or_insert(Some(owner));
            if known.is_some_and(|known| known != owner) {
                *known = None;
            }
        }
    }
    owners.into_iter().filter_map(|(key, owner)| Some((key, owner?))).filter(|(key, _)| key.len() > 1).collect()
}

/// The names inside of one, from left to right, the longest first.
fn within(document: &Document, outer: &Mention, owners: &Owners) -> Vec<(Span, (NameType, EntityId))> {
    let first = document.tokens.partition_point(|token| token.span.start < outer.span.start);
    let last = document.tokens.partition_point(|token| token.span.end <= outer.span.end).min(first + DEEPEST);
    let mut found = Vec::new();
    let mut at = first;
    while at < last {
        let mut ends = (at + 1..=last.min(at + LONGEST)).rev();
        let name = ends.find_map(|end| Some((end, inner(document, (at, end), outer, owners)?)));
        if let Some((end, name)) = name {
            found.push(name);
            at = end;
        } else {
            at += 1;
        }
    }
    found
}

/// What the tokens from `at` to `end` name, if they are a name by themselves and not the whole of `outer`.
fn inner(document: &Document, (at, end): (usize, usize), outer: &Mention, owners: &Owners) -> Option<(Span, (NameType, EntityId))> {
    let span = document.tokens.get(at)?.span.to(document.tokens.get(end.checked_sub(1)?)?.span);
    let text = span.of(document.text);
    let begins = document.word(at).starts_with(char::is_uppercase);
    let ends = document.word(end - 1).chars().next_back().is_some_and(char::is_alphanumeric);
    if !begins || !ends || matches!(document.word(at), "The" | "A" | "An") || span == outer.span {
        return None;
    }
    let &owner = owners.get(&Name::new(text).key())?;
    // South Sudan is not in Sudan, nor West Virginia in Virginia.
    let is_other_place = owner.0 == NameType::Place && outer.kind == NameType::Place;
    (Some(owner.1) != outer.entity && !is_other_place).then_some((span, owner))
}

#[cfg(test)]
mod tests {
    use crate::entities::marked::unmark;
    use crate::entities::resolve;
    use crate::text::Document;

    /// Checks the names inside names: `inner < outer`.
    #[track_caller]
    fn check(marked: &str, expected: &[&str]) {
        let (text, mut mentions) = unmark(marked);
        let entities = resolve(&Document::new(&text), &mut mentions, None);
        let inner = mentions.iter().filter_map(|mention| {
            let outer = mentions[mention.inside? as usize].span.of(&text);
            Some(format!("{} < {outer}", mention.span.of(&text)))
        });
        assert_eq!(inner.collect::<Vec<_>>(), expected, "{marked}");
        for (index, mention) in mentions.iter().enumerate() {
            assert!(entities[mention.entity.unwrap().0 as usize].mentions.contains(&(index as u32)), "{marked}");
        }
    }

    #[test]
    fn named_elsewhere() {
        check("The [ORG UN] met. The [ORG UN Security Council] voted.", &["UN < UN Security Council"]);
        check("[LOC Kenya] borrows from the [ORG Central Bank of Kenya]", &["Kenya < Central Bank of Kenya"]);
        check(
            "The [ORG Peruvian Senate of Lima] met [NORP Peruvian] guests in [LOC Lima]",
            &["Peruvian < Peruvian Senate of Lima", "Lima < Peruvian Senate of Lima"],
        );
        check("[ORG Weir League Youth Office], the [ORG Weir League]", &["Weir League < Weir League Youth Office"]);
    }

    #[test]
    fn not_named_elsewhere() {
        check("The [ORG UN Security Council] voted.", &[]);
        check("[ORG Harl Motors Ltd] and [ORG Harl Motors]", &[]);
        check("[PER Paris Hill] was in [LOC Paris]", &[]);
        check("[LOC Sudan] and [LOC South Sudan] talk", &[]);
    }
}
