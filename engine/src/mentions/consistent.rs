//! One name, one meaning: what a story calls the same is mostly the same thing, so that doubtful mentions follow the
//! sure ones (one sense per discourse: Gale, Church and Yarowsky 1992).
//!
//! The tagger's second pass has learned as much, so this changes few mentions; it keeps one name from standing among
//! the organizations and among the people.

use std::collections::BTreeMap;

use super::{Mention, NameType};
use crate::tables::is_legal_form;

/// A mention that is so probable keeps its type. In percent.
const SURE: u8 = 80;
/// The same where the story has a company of this name, with its legal form: a place that gave it its name would seldom stand
/// beside it.
const SURE_BESIDE_COMPANY: u8 = 96;
/// Types that take part, in the order of the sums.
const TYPES: [NameType; 6] =
    [NameType::Organization, NameType::Person, NameType::Place, NameType::Facility, NameType::Product, NameType::Other];

/// What the mentions of one name say together.
#[derive(Default)]
struct Votes {
    /// Sums of probabilities by type.
    sums: [u32; TYPES.len()],
    /// How many mentions there are.
    count: u32,
    /// One of them is surely a company's with its legal form.
    is_company: bool,
}

/// Gives doubtful mentions the type that the same name has elsewhere, if two thirds of all say so.
/// A company's name with its legal form speaks for the name without it, too.
pub fn settle(text: &str, mentions: &mut [Mention]) {
    let votes = votes(text, mentions);
    for mention in mentions.iter_mut().filter(|mention| place(mention.kind).is_some()) {
        let Some(Votes { sums, count, is_company }) = votes.get(mention.span.of(text)).filter(|votes| votes.count > 1) else { continue };
        if mention.p >= if *is_company { SURE_BESIDE_COMPANY } else { SURE } {
            continue;
        }
        let most = sums.iter().copied().max().unwrap_or(0);
        let Some(winner) = sums.iter().position(|&sum| sum == most).map(|at| TYPES[at]) else { continue };
        let mean = u8::try_from(most / count).unwrap_or(mention.p);
        if winner == mention.kind {
            mention.p = mention.p.max(mean);
        } else if *is_company && winner == NameType::Organization || most * 3 >= sums.iter().sum::<u32>() * 2 {
            mention.kind = winner;
            mention.p = mean;
            mention.why = "the same name is this elsewhere in the story".into();
        }
    }
}

fn votes<'a>(text: &'a str, mentions: &[Mention]) -> BTreeMap<&'a str, Votes> {
    let mut votes: BTreeMap<&str, Votes> = BTreeMap::new();
    for mention in mentions {
        let Some(place) = place(mention.kind) else { continue };
        let name = mention.span.of(text);
        let short = without_legal_form(name).filter(|_| mention.kind == NameType::Organization);
        for name in [Some(name), short].into_iter().flatten() {
            let all = votes.entry(name).or_default();
            all.sums[place] += u32::from(mention.p);
            all.count += 1;
            all.is_company |= short == Some(name) && mention.p >= SURE;
        }
    }
    votes
}

fn place(kind: NameType) -> Option<usize> {
    TYPES.iter().position(|&known| known == kind)
}

fn without_legal_form(name: &str) -> Option<&str> {
    let (short, last) = name.trim_end_matches('.').rsplit_once(' ')?;
    let folded: String = last.chars().filter(|c| c.is_alphabetic()).flat_map(char::to_lowercase).collect();
    is_legal_form(&folded).then_some(short.trim_end_matches(','))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Span;

    /// The types after settling, of names given with type and probability.
    #[track_caller]
    fn check(names: &[(&str, NameType, u8)], expected: &[NameType]) {
        let (mut text, mut mentions) = (String::new(), Vec::new());
        for &(name, kind, p) in names {
            let span = Span::new(text.len(), text.len() + name.len());
            mentions.push(Mention { span, kind, p, why: "said".into(), inside: None, entity: None });
            text.push_str(name);
            text.push(' ');
        }
        settle(&text, &mut mentions);
        assert_eq!(mentions.iter().map(|mention| mention.kind).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn doubtful_mentions_follow_the_sure_ones() {
        use NameType::{Organization, Person, Place};
        check(&[("Orlen", Organization, 95), ("Orlen", Person, 40)], &[Organization, Organization]);
        check(&[("Tesmor Ltd.", Organization, 99), ("Tesmor", Place, 45)], &[Organization, Organization]);
        // Surer, but the company has the name.
        check(&[("Tesmor Ltd.", Organization, 99), ("Tesmor", Place, 90)], &[Organization, Organization]);
        check(&[("Tesmor Ltd.", Organization, 99), ("Tesmor", Place, 98)], &[Organization, Place]);
        // Sure of both: a town and its club.
        check(&[("Rosenborg", Organization, 95), ("Rosenborg", Place, 90)], &[Organization, Place]);
        // No two thirds.
        check(&[("Lincoln", Person, 60), ("Lincoln", Place, 55)], &[Person, Place]);
        check(&[("Kano", Place, 30)], &[Place]);
    }
}
