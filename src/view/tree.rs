//! Parts below what they belong to: rows in order become a tree, written as a list with depths.

use std::collections::{BTreeMap, BTreeSet};

use dateline_engine::entities::{Body, Entity};
use dateline_engine::mentions::EntityId;

use super::rows::Row;
use crate::state::Reading;

/// A body that belongs to itself by a longer way than this is not looked for.
const DEEPEST: usize = 12;

/// Puts the rows below their parents, brothers in the order given; the parts of what is folded are left out.
pub fn grow(reading: &Reading, rows: Vec<Row>, folded: &BTreeSet<EntityId>) -> Vec<Row> {
    let listed: BTreeSet<EntityId> = rows.iter().map(|row| row.id).collect();
    let mut parts: BTreeMap<Option<EntityId>, Vec<Row>> = BTreeMap::new();
    for row in rows {
        parts.entry(parent(reading, row.id, &listed)).or_default().push(row);
    }
    let mut tree = Vec::with_capacity(listed.len());
    let roots = parts.remove(&None).unwrap_or_default();
    for row in roots {
        push(row, 0, &mut parts, folded, &mut tree);
    }
    tree
}

fn push(mut row: Row, depth: u8, parts: &mut BTreeMap<Option<EntityId>, Vec<Row>>, folded: &BTreeSet<EntityId>, tree: &mut Vec<Row>) {
    let below = parts.remove(&Some(row.id)).unwrap_or_default();
    (row.depth, row.parts, row.folded) = (depth, below.len(), folded.contains(&row.id));
    if depth > 0 {
        // It stands below its parent; no need to name that once more.
        row.parent = None;
    }
    let is_open = !row.folded;
    tree.push(row);
    if is_open {
        for part in below {
            push(part, depth + 1, parts, folded, tree);
        }
    }
}

/// True if one of these belongs to another one of them.
pub fn has_parts(reading: &Reading, entities: &[&Entity]) -> bool {
    let listed: BTreeSet<EntityId> = entities.iter().map(|entity| entity.id).collect();
    listed.iter().any(|&id| parent(reading, id, &listed).is_some())
}

/// What a row stands below: its parent, if that is listed and does not in turn belong to the row.
fn parent(reading: &Reading, id: EntityId, listed: &BTreeSet<EntityId>) -> Option<EntityId> {
    let above = |id: EntityId| match reading.entity(id)?.parent {
        Some(Body::Entity(parent)) if listed.contains(&parent) => Some(parent),
        _ => None,
    };
    let line: Vec<EntityId> = std::iter::successors(above(id), |&id| above(id)).take(DEEPEST).collect();
    (line.len() < DEEPEST && !line.contains(&id)).then_some(line.first().copied()).flatten()
}
