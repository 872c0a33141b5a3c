//! What the net looks at: for each token a bag of buckets, and the places around it that it sees besides its neighbours.

use std::ops::Range;

use dateline_engine::mentions::tagger::case::Mode;
use dateline_engine::mentions::tagger::hash::feature;
use dateline_engine::mentions::tagger::lists::Kind;
use dateline_engine::mentions::tagger::reading::{Reading, Run};

/// Buckets of the properties that have few values; words and parts of words share the others.
const FEW: u32 = 2_048;
/// Stands for a place that is not in the sentence.
pub const NOWHERE: u32 = u32::MAX;
/// Places of a token's run that it sees: the word before it, its last word, the word behind it.
pub const BORDERS: usize = 3;

/// The inputs of many texts, by token.
#[derive(Default)]
pub struct Inputs {
    buckets: Vec<u32>,
    ends: Vec<usize>,
    borders: Vec<[u32; BORDERS]>,
}

/// What a property is; its number only tells properties apart.
#[derive(Clone, Copy)]
enum Property {
    Low,
    Prefix,
    Suffix,
    FineGroup,
    Longer,
    Spelled,
    Defined,
    Shape,
    Sentence,
    Case,
    Group,
    Known,
    KnownBegin,
    KnownInside,
    KnownEnd,
    WordKind,
    Habit,
    Fact,
    Run,
    RunKind,
    RunEndKind,
    Before,
    After,
}

impl Inputs {
    /// The buckets of a token.
    pub fn of(&self, token: usize) -> &[u32] {
        let start = if token == 0 { 0 } else { self.ends[token - 1] };
        &self.buckets[start..self.ends[token]]
    }

    /// The places of its run that a token sees; [`NOWHERE`] for none. They lie in its sentence.
    pub fn borders(&self, token: usize) -> [u32; BORDERS] {
        self.borders[token]
    }

    /// Number of tokens.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Adds a story; there are `buckets` in all, above 2,048.
    pub fn add(&mut self, reading: &Reading, buckets: u32) {
        let first = self.len() as u32;
        for (sentence, mode) in reading.sentences() {
            for token in sentence.clone() {
                let mut bag = Bag { inputs: &mut self.buckets, buckets };
                word(reading, token, &mut bag);
                sentence_and_facts(reading, &sentence, mode, token, &mut bag);
                run(reading, token, &mut bag);
                self.ends.push(self.buckets.len());
                self.borders.push(borders(reading.runs[token], &sentence).map(|at| at.map_or(NOWHERE, |at| first + at as u32)));
            }
        }
    }
}

struct Bag<'a> {
    inputs: &'a mut Vec<u32>,
    buckets: u32,
}

impl Bag<'_> {
    fn few(&mut self, property: Property, value: u32) {
        self.inputs.push(feature(property as u32, value) % FEW);
    }

    fn many(&mut self, property: Property, value: u32) {
        self.inputs.push(FEW + feature(property as u32, value) % (self.buckets - FEW));
    }

    fn bits(&mut self, property: Property, set: u64) {
        (0..64).filter(|bit| set >> bit & 1 == 1).for_each(|bit| self.few(property, bit));
    }
}

/// The word, its parts, its groups, and what it is known as.
fn word(reading: &Reading, token: usize, bag: &mut Bag) {
    let word = reading.word(token);
    bag.many(Property::Low, word.low);
    bag.few(Property::Shape, word.shape);
    for (at, (&prefix, &suffix)) in word.prefixes.iter().zip(&word.suffixes).enumerate().filter(|(_, (prefix, _))| **prefix != 0) {
        if at > 0 {
            bag.many(Property::Prefix, prefix);
        }
        bag.many(Property::Suffix, suffix);
    }
    if let Some(entry) = reading.entry(token).filter(|_| word.is_alphabetic) {
        bag.few(Property::Case, entry.case as u32);
        for (level, &group) in entry.groups.iter().enumerate() {
            let value = (level as u32) << 16 | u32::from(group);
            if level < 2 { bag.few(Property::Group, value) } else { bag.many(Property::FineGroup, value) }
        }
    } else {
        bag.few(Property::Case, 4 + u32::from(word.is_alphabetic));
    }
    let known = reading.known[token];
    let sets = [
        (Property::Known, known.alone),
        (Property::KnownBegin, known.begin),
        (Property::KnownInside, known.inside),
        (Property::KnownEnd, known.end),
        (Property::WordKind, reading.word_kinds[token] & (Kind::Title.bit() | Kind::HeadWord.bit() | Kind::FirstName.bit())),
    ];
    for (property, set) in sets {
        bag.bits(property, u64::from(set));
    }
}

/// Where it stands, and what the story says of it.
fn sentence_and_facts(reading: &Reading, sentence: &Range<usize>, mode: Mode, token: usize, bag: &mut Bag) {
    let word = reading.word(token);
    bag.few(Property::Sentence, mode as u32 * 4 + (token - sentence.start).min(2) as u32);
    if !word.is_alphabetic {
        return;
    }
    let fact = reading.facts.of(word);
    let here = u32::from(word.is_capital && !word.is_upper);
    let habits = [fact.small > 0, fact.capital > here, fact.upper > 0, fact.titled > 0, fact.capitals() >= 3, fact.small > fact.capitals()];
    for (at, _) in habits.iter().enumerate().filter(|(_, holds)| **holds) {
        bag.few(Property::Habit, at as u32 * 2 + u32::from(reading.writing.capitals[token]));
    }
    if !reading.writing.capitals[token] {
        return;
    }
    let longest = fact.longest.filter(|_| reading.runs[token].is_none_or(|run| run.size() == 1));
    let runs = [
        (Property::Longer, longest),
        (Property::Spelled, reading.facts.spelled_out(word).filter(|_| word.is_upper)),
        (Property::Defined, reading.facts.defined(word).filter(|_| word.is_upper)),
    ];
    for (property, run) in runs {
        let Some(run) = run else { continue };
        let last = run.range().end - 1;
        let is_head_word = |at: usize| reading.word_kinds[at] & Kind::HeadWord.bit() != 0;
        let place = run.range().find(|&at| reading.word(at).id == word.id).map_or(4, |at| run.place(at) as u32);
        bag.many(property, reading.word(last).low);
        bag.few(Property::Fact, (property as u32) << 8 | place);
        bag.few(Property::Fact, (property as u32) << 8 | 16 | u32::from(run.range().any(is_head_word)));
    }
}

/// The capitalized run that it is in: its size, its kinds, and the function words around it elsewhere in the story.
fn run(reading: &Reading, token: usize, bag: &mut Bag) {
    let Some(run) = reading.runs[token] else { return };
    let place = run.place(token) as u32;
    bag.few(Property::Run, place << 4 | run.size().min(6) as u32);
    let (mut alone, mut end) = (0, 0);
    for at in run.range() {
        alone |= reading.known[at].alone;
        end |= reading.known[at].end;
    }
    bag.bits(Property::RunKind, u64::from(alone));
    bag.bits(Property::RunEndKind, u64::from(end));
    let asked = if token == run.range().start { token } else { run.range().end - 1 };
    let fact = reading.facts.of(reading.word(asked));
    bag.bits(Property::Before, fact.before);
    bag.bits(Property::After, fact.after);
}

fn borders(run: Option<Run>, sentence: &Range<usize>) -> [Option<usize>; BORDERS] {
    let Some(run) = run else { return [None; BORDERS] };
    let range = run.range();
    let inside = |at: usize| Some(at).filter(|at| sentence.contains(at));
    [inside(range.start.wrapping_sub(1)), Some(range.end - 1), inside(range.end)]
}

#[cfg(test)]
mod tests {
    use super::*;
    use dateline_engine::mentions::tagger::clusters::Clusters;
    use dateline_engine::mentions::tagger::lists::Lists;
    use dateline_engine::mentions::tagger::reading::Resources;
    use dateline_engine::text::Document;

    fn inputs(text: &str) -> Inputs {
        let document = Document::new(text);
        let resources = Resources { lists: Lists::new(&[]), clusters: Clusters::new(&[], &[]) };
        let mut inputs = Inputs::default();
        inputs.add(&Reading::new(&document, &resources), 4_096);
        inputs
    }

    #[test]
    fn the_run_shows_its_borders() {
        let found = inputs("He runs Old Bank now.");
        assert_eq!(found.len(), 6);
        assert_eq!(found.borders(2), [1, 3, 4]);
        assert_eq!(found.borders(3), [1, 3, 4]);
        assert_eq!(found.borders(4), [NOWHERE; BORDERS]);
    }

    #[test]
    fn buckets_stay_in_their_range_and_tell_words_apart() {
        let found = inputs("He runs Old Bank now. Then he sold Old Mill.");
        assert!(found.buckets.iter().all(|&bucket| bucket < 4_096));
        assert!(found.buckets.iter().any(|&bucket| bucket < FEW) && found.buckets.iter().any(|&bucket| bucket >= FEW));
        assert_ne!(found.of(3), found.of(9));
    }
}
