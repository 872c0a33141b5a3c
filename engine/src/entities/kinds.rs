//! What kind of body an organization is: by the table of well-known ones, by its words, by what it belongs to.

use super::lexicon::{KNOWN, LEXICON};
use super::names::{Name, join};
use super::{Body, Entity, OrganizationKind};

/// Sets [`Entity::organization_kind`] of every organization; parents must be known.
pub fn assign(entities: &mut [Entity]) {
    let own: Vec<Option<OrganizationKind>> = entities.iter().map(own_kind).collect();
    let kinds: Vec<OrganizationKind> = entities
        .iter()
        .enumerate()
        .map(|(index, entity)| own[index].or_else(|| by_parent(entity, &own)).unwrap_or(OrganizationKind::Other))
        .collect();
    for (entity, kind) in entities.iter_mut().zip(kinds) {
        if entity.kind == crate::mentions::NameType::Organization {
            entity.organization_kind = Some(kind);
        }
    }
}

fn own_kind(entity: &Entity) -> Option<OrganizationKind> {
    let names: Vec<Name> = std::iter::once(&entity.name).chain(&entity.aliases).map(|form| Name::new(form)).collect();
    names.iter().find_map(|name| Some(KNOWN.only(&name.key())?.kind)).or_else(|| names.iter().find_map(by_head))
}

fn by_head(name: &Name) -> Option<OrganizationKind> {
    let head = name.head();
    [(head.saturating_sub(2), head), (head.saturating_sub(1), head), (head, head)]
        .into_iter()
        .find_map(|(from, to)| LEXICON.head_kind(&join(name.words.get(from..=to)?)))
}

fn by_parent(entity: &Entity, own: &[Option<OrganizationKind>]) -> Option<OrganizationKind> {
    match entity.parent.as_ref()? {
        Body::Entity(id) => own.get(id.0 as usize).copied().flatten(),
        Body::Named(name) => KNOWN.only(&Name::new(name).key()).map(|body| body.kind),
    }
}
