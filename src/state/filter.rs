//! Which organizations are listed, and in which order.

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
    /// The order.
    pub sort: Sort,
}
