//! The kinds of marks of a story, with their numbers.

use dateline_engine::mentions::NameType;

use crate::state::{MarkKind, Reading};

/// All kinds, in the order of the legend.
pub const KINDS: [MarkKind; 12] = [
    MarkKind::Name(NameType::Organization),
    MarkKind::Name(NameType::Person),
    MarkKind::Name(NameType::Place),
    MarkKind::Time,
    MarkKind::Name(NameType::Group),
    MarkKind::Name(NameType::Facility),
    MarkKind::Name(NameType::Product),
    MarkKind::Name(NameType::Event),
    MarkKind::Name(NameType::Document),
    MarkKind::Name(NameType::Work),
    MarkKind::Name(NameType::Other),
    MarkKind::Name(NameType::Money),
];

/// The kinds that the story has, with the number of different names, or of dates.
pub fn counts(reading: &Reading) -> Vec<(MarkKind, usize)> {
    let count = |kind| match kind {
        MarkKind::Name(name) => reading.count(name),
        MarkKind::Time => reading.analysis.times.len(),
    };
    KINDS.into_iter().map(|kind| (kind, count(kind))).filter(|&(_, count)| count > 0).collect()
}

/// As the batch interface and the style sheet call it.
pub fn code(kind: MarkKind) -> &'static str {
    match kind {
        MarkKind::Time => "DATE",
        MarkKind::Name(name) => name_code(name),
    }
}

/// As the batch interface writes a kind of name.
pub fn name_code(kind: NameType) -> &'static str {
    match kind {
        NameType::Organization => "ORG",
        NameType::Person => "PER",
        NameType::Place => "LOC",
        NameType::Group => "NORP",
        NameType::Facility => "FAC",
        NameType::Product => "PRODUCT",
        NameType::Event => "EVENT",
        NameType::Document => "DOC",
        NameType::Work => "WORK",
        NameType::Other => "MISC",
        NameType::Money => "MONEY",
    }
}
