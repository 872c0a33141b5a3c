//! What is lit in the article: an entity and one of its mentions, or a time.

use dateline_engine::mentions::EntityId;

use super::{Action, Reading};

/// Forward or back among the mentions of an entity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// To the next; from the last to the first.
    Next,
    /// To the one before; from the first to the last.
    Previous,
}

/// What is lit in the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Selection {
    /// All mentions of an entity; the reader stands at one of them.
    Entity {
        /// Which entity.
        id: EntityId,
        /// Which of its mentions, from 0.
        step: usize,
    },
    /// A time expression, by index.
    Time(u32),
}

impl Selection {
    /// The entity that is lit, if one is.
    pub fn entity(self) -> Option<EntityId> {
        match self {
            Self::Entity { id, .. } => Some(id),
            Self::Time(_) => None,
        }
    }

    /// The time expression that is lit, if one is.
    pub fn time(self) -> Option<u32> {
        match self {
            Self::Time(index) => Some(index),
            Self::Entity { .. } => None,
        }
    }
}

impl Selection {
    /// As the page's address carries it: `e12.3` for the fourth mention of entity 12, `t5` for time 5.
    pub fn fragment(self) -> String {
        match self {
            Self::Entity { id, step } => format!("e{}.{step}", id.0),
            Self::Time(index) => format!("t{index}"),
        }
    }

    /// Reads what [`Self::fragment`] wrote; `None` for any other text.
    pub fn parse(fragment: &str) -> Option<Self> {
        if let Some(index) = fragment.strip_prefix('t') {
            return index.parse().ok().map(Self::Time);
        }
        let (id, step) = fragment.strip_prefix('e')?.split_once('.')?;
        Some(Self::Entity { id: EntityId(id.parse().ok()?), step: step.parse().ok()? })
    }
}

/// The selection after `action`; actions about other things leave it as it is.
pub(super) fn after(selection: Option<Selection>, action: &Action, reading: Option<&Reading>) -> Option<Selection> {
    match *action {
        Action::EntityPicked(id) if selection.and_then(Selection::entity) == Some(id) => None,
        Action::EntityPicked(id) => Some(Selection::Entity { id, step: 0 }),
        Action::MentionPicked(id, step) => Some(Selection::Entity { id, step }),
        Action::TimePicked(index) if selection == Some(Selection::Time(index)) => None,
        Action::TimePicked(index) => Some(Selection::Time(index)),
        Action::Stepped(direction) => selection.map(|selection| step(selection, direction, reading)),
        Action::Deselected => None,
        _ => selection,
    }
}

fn step(selection: Selection, direction: Direction, reading: Option<&Reading>) -> Selection {
    let Selection::Entity { id, step } = selection else { return selection };
    let count = reading.and_then(|reading| reading.analysis.entities.get(id.0 as usize)).map_or(1, |entity| entity.mentions.len().max(1));
    let by = match direction {
        Direction::Next => 1,
        Direction::Previous => count - 1,
    };
    Selection::Entity { id, step: (step + by) % count }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_carries_a_selection() {
        for selection in [Selection::Entity { id: EntityId(12), step: 3 }, Selection::Time(5)] {
            assert_eq!(Selection::parse(&selection.fragment()), Some(selection));
        }
        for other in ["", "story", "t", "e1", "e1.x", "é1.2"] {
            assert_eq!(Selection::parse(other), None);
        }
    }

    #[test]
    fn picking_twice_clears() {
        let id = EntityId(3);
        let picked = after(None, &Action::EntityPicked(id), None);
        assert_eq!(picked, Some(Selection::Entity { id, step: 0 }));
        assert_eq!(after(picked, &Action::EntityPicked(id), None), None);
        assert_eq!(after(picked, &Action::EntityPicked(EntityId(4)), None), Some(Selection::Entity { id: EntityId(4), step: 0 }));
    }
}
