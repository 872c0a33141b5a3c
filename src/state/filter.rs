//! Which organizations are listed, and in which order.

use std::collections::BTreeSet;

use dateline_engine::entities::OrganizationKind;

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
}

impl Filter {
    /// Chooses a kind, or no longer.
    pub fn toggle(&mut self, kind: OrganizationKind) {
        if !self.kinds.remove(&kind) {
            self.kinds.insert(kind);
        }
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
