//! What single words do between the names of two bodies, from `engine/lexicon/ties.tsv`.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::tables::{rows, values};

/// What a word does between two names.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Tie {
    /// Calls a body a part: `a unit of`.
    Part,
    /// Its plural behind an owner.
    Parts,
    /// What an owner does to a part: `owned by`.
    DoneBy,
    /// May stand beside the others without changing their sense.
    Quiet,
    /// Says what sort of part an owner's part is: `'s elite`.
    Sort,
    /// Head of parts that are `at` a school or hospital.
    At,
    /// Head of parts named before a comma and their school.
    Faculty,
    /// Head of such wholes.
    School,
    /// Head of parts whose whole stands in brackets.
    Cell,
    /// What makes a body another's.
    Buys,
    /// What an owner does with its parts.
    Has,
    /// What a body does that stands over another: `which oversees`.
    Above,
    /// Head of bodies whose members are bodies.
    Alliance,
}

/// True if the list gives the word this sense.
pub fn has(word: &str, tie: Tie) -> bool {
    static TIES: LazyLock<BTreeMap<&str, Vec<Tie>>> = LazyLock::new(|| {
        let mut ties: BTreeMap<&str, Vec<Tie>> = BTreeMap::new();
        for row in rows(include_str!("../../lexicon/ties.tsv")) {
            if let Some(&word) = row.first() {
                ties.insert(word, values(&row, 1).filter_map(class_of).collect());
            }
        }
        ties
    });
    TIES.get(word).is_some_and(|ties| ties.contains(&tie))
}

fn class_of(class: &str) -> Option<Tie> {
    Some(match class {
        "part" => Tie::Part,
        "parts" => Tie::Parts,
        "done by" => Tie::DoneBy,
        "quiet" => Tie::Quiet,
        "sort" => Tie::Sort,
        "at" => Tie::At,
        "faculty" => Tie::Faculty,
        "school" => Tie::School,
        "cell" => Tie::Cell,
        "buys" => Tie::Buys,
        "has" => Tie::Has,
        "above" => Tie::Above,
        "alliance" => Tie::Alliance,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_has_a_known_sense() {
        let is_bad = |row: &Vec<&str>| values(row, 1).count() == 0 || values(row, 1).any(|class| class_of(class).is_none());
        assert_eq!(rows(include_str!("../../lexicon/ties.tsv")).find(is_bad), None);
    }
}
