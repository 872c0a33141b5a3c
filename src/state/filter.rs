//! Which organizations are listed, and in which order.

use std::collections::BTreeSet;

use dateline_engine::entities::OrganizationKind;
use dateline_engine::mentions::EntityId;

/// The order of the organizations.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// As the story names them.
    #[default]
    FirstMention,
    /// The most often named first.
    Count,
    /// By name.
    Name,
}

impl Sort {
    /// All orders, as offered.
    pub const ALL: [Self; 3] = [Self::FirstMention, Self::Count, Self::Name];
}

/// What the reader asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Part of a name, as typed.
    pub query: String,
    /// Only these kinds; all if none is chosen.
    pub kinds: BTreeSet<OrganizationKind>,
    /// The order.
    pub sort: Sort,
    /// Organizations whose parts are not shown.
    pub folded: BTreeSet<EntityId>,
    /// True if parts do not stand below what they belong to.
    pub flat: bool,
}

impl Filter {
    /// Chooses a kind, or no longer.
    pub fn toggle(&mut self, kind: OrganizationKind) {
        if !self.kinds.remove(&kind) {
            self.kinds.insert(kind);
        }
    }

    /// Folds the parts of an organization away, or shows them again.
    pub fn fold(&mut self, id: EntityId) {
        if !self.folded.remove(&id) {
            self.folded.insert(id);
        }
    }

    /// Lists everything again, in the same order.
    pub fn clear(&mut self) {
        self.query.clear();
        self.kinds.clear();
    }

    /// True if an organization of this kind is listed.
    pub fn lets(&self, kind: Option<OrganizationKind>) -> bool {
        self.kinds.is_empty() || kind.is_some_and(|kind| self.kinds.contains(&kind))
    }

    /// True if everything is listed.
    pub fn is_open(&self) -> bool {
        self.kinds.is_empty() && self.query.trim().is_empty()
    }
}
