//! What a token can be labelled: outside, or the beginning, inside, end or whole of a name of some type.

use crate::mentions::NameType;

/// The types that the tagger tells apart; EVENT, DOC, WORK and MISC are one here, and MONEY is found by rule.
pub const TYPES: [NameType; 7] =
    [NameType::Organization, NameType::Person, NameType::Place, NameType::Group, NameType::Facility, NameType::Product, NameType::Other];

/// Number of labels: `O`, and four for each type.
pub const LABELS: usize = 1 + 4 * TYPES.len();

/// The label of a token outside of all names.
pub const OUTSIDE: u8 = 0;

/// A token's part in a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Not in a name.
    Outside,
    /// The first of several tokens.
    Begin,
    /// Neither first nor last.
    Inside,
    /// The last of several.
    End,
    /// The only one.
    Single,
}

/// The label of a part of a name; `kind` is an index into [`TYPES`].
pub const fn label(part: Part, kind: usize) -> u8 {
    let offset = match part {
        Part::Outside => return OUTSIDE,
        Part::Begin => 0,
        Part::Inside => 1,
        Part::End => 2,
        Part::Single => 3,
    };
    (1 + kind * 4 + offset) as u8
}

/// The part that a label stands for.
pub const fn part(label: usize) -> Part {
    if label == 0 {
        return Part::Outside;
    }
    match (label - 1) % 4 {
        0 => Part::Begin,
        1 => Part::Inside,
        2 => Part::End,
        _ => Part::Single,
    }
}

/// The index in [`TYPES`] of a label; [`TYPES`]'s length for `O`.
pub const fn kind(label: usize) -> usize {
    if label == 0 { TYPES.len() } else { (label - 1) / 4 }
}

/// True if a name is still open after this label.
pub const fn is_open(label: usize) -> bool {
    matches!(part(label), Part::Begin | Part::Inside)
}

/// True if this label goes on with a name.
pub const fn goes_on(label: usize) -> bool {
    matches!(part(label), Part::Inside | Part::End)
}

/// True if `next` may follow `label`.
pub const fn may_follow(label: usize, next: usize) -> bool {
    if is_open(label) { goes_on(next) && kind(label) == kind(next) } else { !goes_on(next) }
}

/// The names in a sequence of labels: first token, token behind the last, and the index of the type.
pub fn spans(labels: &[u8]) -> Vec<(usize, usize, usize)> {
    let (mut spans, mut start) = (Vec::new(), 0);
    for (at, &label) in labels.iter().enumerate() {
        let label = label as usize;
        match part(label) {
            Part::Begin => start = at,
            Part::End => spans.push((start, at + 1, kind(label))),
            Part::Single => spans.push((at, at + 1, kind(label))),
            Part::Inside | Part::Outside => {}
        }
    }
    spans
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_and_parts() {
        for at in 1..LABELS {
            assert_eq!(label(part(at), kind(at)) as usize, at);
        }
        let begin = label(Part::Begin, 2) as usize;
        assert!(may_follow(begin, label(Part::End, 2) as usize));
        assert!(!may_follow(begin, label(Part::End, 1) as usize));
        assert!(!may_follow(begin, 0));
        assert!(may_follow(0, label(Part::Single, 3) as usize));
    }

    #[test]
    fn names() {
        let labels = [label(Part::Single, 1), 0, label(Part::Begin, 0), label(Part::Inside, 0), label(Part::End, 0)];
        assert_eq!(spans(&labels), [(0, 1, 1), (2, 5, 0)]);
    }
}
