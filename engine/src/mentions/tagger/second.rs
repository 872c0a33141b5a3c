//! The features of the second pass: what the first one found here, and what it found elsewhere in the story.

use super::decode::Probabilities;
use super::features::Features;
use super::hash::{self, join};
use super::labels::{self, LABELS, TYPES};
use super::reading::{Place, Reading, Run};
use super::table::Table;

/// Types, and one for no name.
const KINDS: usize = TYPES.len() + 1;
/// A longer name's type and this word's place in it.
const INSIDE: usize = TYPES.len() * 3;

type KindProbabilities = [f32; KINDS];

/// Template numbers; must not meet those of the first pass.
mod template {
    pub const OWN: u32 = 100;
    pub const OWN_STEP: u32 = 101;
    /// Of a neighbour at distance -1 and 1.
    pub const OWN_BEFORE: u32 = 102;
    pub const OWN_AFTER: u32 = 103;
    pub const OTHER: u32 = 104;
    pub const OTHER_SECOND: u32 = 105;
    pub const OWN_OTHER: u32 = 106;
    pub const OTHER_COUNT: u32 = 107;
    pub const ALONE: u32 = 108;
    pub const INSIDE: u32 = 109;
    pub const SPELLED_OUT: u32 = 110;
    pub const RUN: u32 = 111;
    pub const NAME: u32 = 112;
    pub const OWN_INSIDE: u32 = 113;
    pub const SECOND_BEST: u32 = 114;
    pub const OWN_RUN: u32 = 115;
    pub const DEFINED: u32 = 116;
}

/// What the first pass said.
pub struct FirstPass {
    /// The best labels, token by token.
    pub labels: Vec<u8>,
    /// The probability of each label.
    pub probabilities: Vec<Probabilities>,
}

/// The features of every token but those to `skip`, which have none; linear.
pub fn extract(reading: &Reading, first: &FirstPass, skip: impl Fn(usize) -> bool) -> Features {
    let found = Found::new(reading, first);
    let mut features = Features::default();
    for (sentence, _) in reading.sentences() {
        for token in sentence.clone() {
            if skip(token) {
                features.end_token();
                continue;
            }
            own_features(first, &found, &sentence, token, &mut features);
            if is_name_word(reading, token) {
                elsewhere_features(reading, first, &found, token, &mut features);
            }
            run_features(reading, first, &found, token, &mut features);
            features.end_token();
        }
    }
    features
}

/// The names of the first pass, by the words that they are made of.
struct Found {
    /// Type probabilities of each token.
    kinds: Vec<KindProbabilities>,
    /// Their sums over all places of a word, by word number, and how many there are.
    sums: Vec<(KindProbabilities, u32)>,
    /// How often each name was given each type, by the hash of its words.
    names: Table<[u16; TYPES.len()]>,
    /// How often a word stands in a longer name, by word number.
    inside: Vec<[u16; INSIDE]>,
    /// Types of names by their initials.
    initials: Table<[u16; TYPES.len()]>,
}

impl Found {
    fn new(reading: &Reading, first: &FirstPass) -> Self {
        let kinds: Vec<KindProbabilities> = first.probabilities.iter().map(kind_probabilities).collect();
        let mut sums = vec![([0.0; KINDS], 0); reading.words.n_ids];
        for (token, kinds) in kinds.iter().enumerate().filter(|&(token, _)| is_name_word(reading, token)) {
            let (sum, count) = &mut sums[reading.word(token).id as usize];
            *count += 1;
            for (sum, p) in sum.iter_mut().zip(kinds) {
                *sum += p;
            }
        }
        let mut found = Self {
            kinds,
            sums,
            names: Table::with_capacity(0),
            inside: vec![[0; INSIDE]; reading.words.n_ids],
            initials: Table::with_capacity(0),
        };
        for (start, end, kind) in labels::spans(&first.labels) {
            found.add_name(reading, Run { start: start as u32, end: end as u32 }, kind);
        }
        found
    }

    fn add_name(&mut self, reading: &Reading, name: Run, kind: usize) {
        self.names.entry(name_hash(reading, name), [0; TYPES.len()])[kind] += 1;
        if name.size() < 2 {
            return;
        }
        for token in name.range() {
            let place = match name.place(token) {
                Place::First | Place::Alone => 0,
                Place::Between => 1,
                Place::Last => 2,
            };
            self.inside[reading.word(token).id as usize][kind * 3 + place] += 1;
        }
        for initials in initials(reading, name) {
            self.initials.entry(initials, [0; TYPES.len()])[kind] += 1;
        }
    }
}

fn initials(reading: &Reading, name: Run) -> [u32; 2] {
    let (mut all, mut capitals) = (hash::START, hash::START);
    for word in name.range().map(|token| reading.word(token)) {
        if word.is_alphabetic {
            all = hash::add(all, word.initial);
        }
        if word.is_capital {
            capitals = hash::add(capitals, word.initial);
        }
    }
    [hash::finish(all), hash::finish(capitals)]
}

fn name_hash(reading: &Reading, name: Run) -> u32 {
    name.range().fold(0, |hash, token| join(hash, reading.word(token).low))
}

fn kind_probabilities(labels: &Probabilities) -> KindProbabilities {
    let mut kinds = [0.0; KINDS];
    for (label, p) in labels.iter().enumerate() {
        kinds[labels::kind(label)] += p;
    }
    kinds
}

fn is_name_word(reading: &Reading, token: usize) -> bool {
    reading.writing.capitals[token] && reading.word(token).is_alphabetic
}

fn own_features(first: &FirstPass, found: &Found, sentence: &std::ops::Range<usize>, token: usize, out: &mut Features) {
    let label = |at: usize| if sentence.contains(&at) { u32::from(first.labels[at]) } else { LABELS as u32 };
    let (best, second) = two_best(&found.kinds[token]);
    out.put(template::OWN, label(token));
    out.put(template::OWN_STEP, join(best as u32, step(found.kinds[token][best])));
    out.put(template::SECOND_BEST, join(join(best as u32, second as u32), step(found.kinds[token][second])));
    out.put(template::OWN_BEFORE, join(label(token), label(token.wrapping_sub(1))));
    out.put(template::OWN_AFTER, join(label(token), label(token + 1)));
}

/// What the word was elsewhere.
fn elsewhere_features(reading: &Reading, first: &FirstPass, found: &Found, token: usize, out: &mut Features) {
    let word = reading.word(token);
    let own = u32::from(first.labels[token]);
    let (sum, count) = &found.sums[word.id as usize];
    if *count > 1 {
        let mut others = [0.0; KINDS];
        let share = f32::from((*count - 1).min(u32::from(u16::MAX)) as u16);
        for ((other, sum), p) in others.iter_mut().zip(sum).zip(&found.kinds[token]) {
            *other = (sum - p) / share;
        }
        let (best, second) = two_best(&others);
        out.put(template::OTHER, join(best as u32, step(others[best])));
        out.put(template::OTHER_SECOND, join(second as u32, step(others[second])));
        out.put(template::OWN_OTHER, join(own, best as u32));
        out.put(template::OTHER_COUNT, join(best as u32, (*count - 1).min(4)));
    } else {
        out.put(template::ALONE, own);
    }
    for place in two_most(&found.inside[word.id as usize]) {
        out.put(template::INSIDE, place as u32);
        out.put(template::OWN_INSIDE, join(own, place as u32));
    }
    if word.is_upper
        && let Some(kinds) = found.initials.get(word.key)
    {
        for kind in two_most(&kinds).take(1) {
            out.put(template::SPELLED_OUT, join(own, kind as u32));
        }
    }
    if let Some(run) = reading.facts.defined(word) {
        let last = first.labels[run.range().end - 1];
        out.put(template::DEFINED, join(own, u32::from(last)));
    }
}

/// What the run, and the name that the first pass found here, were elsewhere.
fn run_features(reading: &Reading, first: &FirstPass, found: &Found, token: usize, out: &mut Features) {
    let Some(run) = reading.runs[token] else { return };
    let place = run.place(token) as u32;
    if let Some(kinds) = found.names.get(name_hash(reading, run)) {
        for kind in two_most(&kinds).take(1) {
            out.put(template::RUN, join(join(place, kind as u32), u32::from(kinds[kind].min(3))));
            out.put(template::OWN_RUN, join(join(place, kind as u32), u32::from(first.labels[token])));
        }
    } else {
        out.put(template::NAME, place);
    }
}

/// The indices of the highest and the second highest value.
fn two_best(values: &[f32]) -> (usize, usize) {
    let (mut best, mut second) = (0, 1);
    if values[second] > values[best] {
        (best, second) = (second, best);
    }
    for (at, &value) in values.iter().enumerate().skip(2) {
        if value > values[best] {
            (best, second) = (at, best);
        } else if value > values[second] {
            second = at;
        }
    }
    (best, second)
}

/// The indices of the two highest counts, as far as they are above 0.
fn two_most(counts: &[u16]) -> impl Iterator<Item = usize> {
    let most = |but: Option<usize>| {
        counts.iter().enumerate().filter(|&(at, &count)| count > 0 && Some(at) != but).fold(
            None,
            |best: Option<(usize, u16)>, (at, &count)| {
                if best.is_none_or(|(_, most)| count > most) { Some((at, count)) } else { best }
            },
        )
    };
    let first = most(None).map(|(at, _)| at);
    let second = first.and_then(|first| most(Some(first))).map(|(at, _)| at);
    [first, second].into_iter().flatten()
}

/// A probability in six steps.
fn step(p: f32) -> u32 {
    [0.1, 0.3, 0.5, 0.7, 0.9, 0.98].iter().filter(|&&limit| p > limit).count() as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn highest_values() {
        assert_eq!(two_best(&[0.1, 0.7, 0.2]), (1, 2));
        assert_eq!(two_best(&[0.5, 0.1, 0.4]), (0, 2));
        assert_eq!(two_most(&[0, 3, 0, 5]).collect::<Vec<_>>(), [3, 1]);
        assert_eq!(two_most(&[0, 0]).count(), 0);
        assert_eq!((step(0.05), step(0.6), step(0.99)), (0, 3, 6));
    }
}
