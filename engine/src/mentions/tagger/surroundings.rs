//! What the sentence says of a capitalized run: the noun in apposition to it, and the pronoun that takes it up.

use super::features::{Features, PAD, Sentence};
use super::hash::{self, join};
use super::numbers::template;
use super::reading::{Reading, Run};

/// Tokens behind a comma in which an apposition's noun is looked for.
const APPOSITION: usize = 10;
/// Tokens behind a run in which a pronoun is looked for.
const REACH: usize = 25;

const COMMA: u32 = hash::of(",");
const ARTICLES: [u32; 4] = [hash::of("a"), hash::of("an"), hash::of("the"), hash::of("one")];
/// Words before which the noun of an apposition stands.
const STOPS: [u32; 22] = [
    hash::of(","),
    hash::of("."),
    hash::of(";"),
    hash::of(":"),
    hash::of("("),
    hash::of("of"),
    hash::of("in"),
    hash::of("that"),
    hash::of("who"),
    hash::of("which"),
    hash::of("whose"),
    hash::of("from"),
    hash::of("for"),
    hash::of("at"),
    hash::of("with"),
    hash::of("to"),
    hash::of("on"),
    hash::of("by"),
    hash::of("and"),
    hash::of("based"),
    hash::of("where"),
    hash::of("–"),
];
const PERSONAL: [u32; 8] = [
    hash::of("he"),
    hash::of("she"),
    hash::of("his"),
    hash::of("her"),
    hash::of("him"),
    hash::of("himself"),
    hash::of("herself"),
    hash::of("who"),
];
const NEUTER: [u32; 4] = [hash::of("it"), hash::of("its"), hash::of("itself"), hash::of("which")];
const PLURAL: [u32; 3] = [hash::of("they"), hash::of("their"), hash::of("them")];

/// The features of one token of a run.
pub(super) fn surroundings(reading: &Reading, sentence: &Sentence, token: usize, out: &mut Features) {
    let Some(run) = reading.runs[token] else { return };
    let place = run.place(token) as u32;
    if let Some(noun) = apposition(reading, sentence, run) {
        out.put(template::APPOSITION, join(place, noun.0));
        if let Some(entry) = noun.1.and_then(|at| reading.entry(at)) {
            out.put(template::APPOSITION_GROUP, join(place, u32::from(entry.groups[1])));
            out.put(template::APPOSITION_GROUP + 1, join(place, u32::from(entry.groups[2])));
        }
    }
    out.put(template::PRONOUN, join(place, pronoun(reading, sentence, run)));
}

/// The word that says what the run is, and its place if it is a noun behind an article.
fn apposition(reading: &Reading, sentence: &Sentence, run: Run) -> Option<(u32, Option<usize>)> {
    let end = sentence.range.end;
    let comma = run.range().end;
    if comma + 1 >= end || reading.word(comma).low != COMMA {
        return None;
    }
    let first = reading.word(comma + 1);
    if first.is_number {
        return Some((PAD, None));
    }
    if !ARTICLES.contains(&first.low) {
        return first.is_lower.then_some((first.low, None));
    }
    let stop = (comma + 2..end.min(comma + 2 + APPOSITION)).find(|&at| STOPS.contains(&reading.word(at).low))?;
    let noun = reading.word(stop - 1);
    (stop > comma + 2 && noun.is_lower).then_some((noun.low, Some(stop - 1)))
}

/// Which sort of pronoun comes next, and whether another run stands between.
fn pronoun(reading: &Reading, sentence: &Sentence, run: Run) -> u32 {
    let mut between = 0;
    for at in run.range().end..sentence.range.end.min(run.range().end + REACH) {
        let low = reading.word(at).low;
        let sort = if PERSONAL.contains(&low) {
            1
        } else if NEUTER.contains(&low) {
            2
        } else if PLURAL.contains(&low) {
            3
        } else {
            between |= u32::from(reading.runs[at].is_some());
            continue;
        };
        return sort * 2 + between;
    }
    let next = reading.words.all.get(sentence.range.end).map_or(0, |word| word.low);
    if PERSONAL.contains(&next) {
        8
    } else if NEUTER.contains(&next) {
        9
    } else if PLURAL.contains(&next) {
        10
    } else {
        0
    }
}
