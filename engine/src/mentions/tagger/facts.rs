//! What the whole story says about a word: its usual case, the longer names it is part of, the names it abbreviates.

use super::case::Mode;
use super::hash;
use super::lists::Kind;
use super::reading::{Reading, Run};
use super::table::Table;
use super::words::Word;

/// Words whose neighbourhood tells what a name is.
pub const FUNCTION_WORDS: [&str; 54] = [
    "the",
    "a",
    "an",
    "of",
    "in",
    "at",
    "by",
    "to",
    "for",
    "from",
    "with",
    "on",
    "and",
    "or",
    "said",
    "says",
    "told",
    "mr",
    "mrs",
    "president",
    "minister",
    "has",
    "is",
    "was",
    "will",
    "would",
    "had",
    "have",
    "who",
    "which",
    "that",
    "'s",
    "(",
    ")",
    ",",
    ".",
    "against",
    "between",
    "near",
    "into",
    "under",
    "over",
    "as",
    "its",
    "his",
    "her",
    "their",
    "after",
    "before",
    "since",
    "while",
    "than",
    ":",
    "–",
];

/// What the story says of one word.
#[derive(Clone, Copy, Debug, Default)]
pub struct Fact {
    /// Times with a small letter.
    pub small: u32,
    /// Times with a capital inside of a sentence.
    pub capital: u32,
    /// Times with a capital where any word has one.
    pub initial: u32,
    /// Times in capitals throughout.
    pub upper: u32,
    /// Times behind a title.
    pub titled: u32,
    /// Function words before a run that begins with it, as bits.
    pub before: u64,
    /// Function words behind a run that ends with it, as bits.
    pub after: u64,
    /// The longest run that it is part of, if one has several words with capitals.
    pub longest: Option<Run>,
}

impl Fact {
    /// Times with a capital.
    pub fn capitals(&self) -> u32 {
        self.capital + self.upper + self.initial
    }
}

/// What the story says of its words.
pub struct Facts {
    /// By word number.
    pub words: Vec<Fact>,
    /// How often each run stands in the story, by [`run_hash`].
    run_counts: Table<u32>,
    /// Runs by their initials.
    acronyms: Table<Run>,
    /// Runs by the acronym in brackets behind them.
    defined: Table<Run>,
}

impl Default for Facts {
    fn default() -> Self {
        Self { words: Vec::new(), run_counts: Table::with_capacity(0), acronyms: Table::with_capacity(0), defined: Table::with_capacity(0) }
    }
}

impl Facts {
    /// Collects from all sentences whose capitals tell something.
    pub fn new(reading: &Reading) -> Self {
        let mut facts = Self { words: vec![Fact::default(); reading.words.n_ids], ..Self::default() };
        let function_words = FunctionWords::new();
        for (sentence, _) in reading.sentences().filter(|&(_, mode)| mode == Mode::Normal) {
            facts.count_words(reading, sentence.clone());
            for run in reading.runs_in(sentence.clone()) {
                facts.count_run(reading, run, sentence.clone(), &function_words);
            }
        }
        facts
    }

    /// What the story says of this word.
    pub fn of(&self, word: &Word) -> &Fact {
        &self.words[word.id as usize]
    }

    /// How often the run with this hash stands in the story.
    pub fn run_count(&self, run_hash: u32) -> u32 {
        self.run_counts.get(run_hash).unwrap_or(0)
    }

    /// A run whose initials this word is.
    pub fn spelled_out(&self, word: &Word) -> Option<Run> {
        self.acronyms.get(word.key)
    }

    /// A run that has this word in brackets behind it.
    pub fn defined(&self, word: &Word) -> Option<Run> {
        self.defined.get(word.key)
    }

    fn count_words(&mut self, reading: &Reading, sentence: std::ops::Range<usize>) {
        for token in sentence.clone() {
            let word = reading.word(token);
            let fact = &mut self.words[word.id as usize];
            if word.is_lower {
                fact.small += 1;
            } else if word.is_upper {
                fact.upper += 1;
            } else if word.is_capital {
                let place = token - sentence.start;
                let first = place == 0 || (place <= 2 && !reading.word(token - 1).is_alphabetic && !reading.word(token - 1).is_number);
                if first {
                    fact.initial += 1;
                } else {
                    fact.capital += 1;
                }
            }
            let titled = word.is_capital && token > sentence.start && reading.word_kinds[token - 1] & Kind::Title.bit() != 0;
            fact.titled += u32::from(titled);
        }
    }

    fn count_run(&mut self, reading: &Reading, run: Run, sentence: std::ops::Range<usize>, function_words: &FunctionWords) {
        *self.run_counts.entry(run_hash(reading, run), 0) += 1;
        let range = run.range();
        if range.start > sentence.start {
            let bit = function_words.bit(reading.word(range.start - 1));
            self.words[reading.word(range.start).id as usize].before |= bit;
        }
        if range.end < sentence.end {
            let bit = function_words.bit(reading.word(range.end));
            self.words[reading.word(range.end - 1).id as usize].after |= bit;
        }
        if let Some(acronym) = bracketed(reading, range.end, sentence.end) {
            self.defined.entry(acronym.key, run);
        }
        self.count_members(reading, run);
    }

    fn count_members(&mut self, reading: &Reading, run: Run) {
        let capital = |token: &usize| reading.word(*token).is_capital;
        if run.range().filter(capital).count() < 2 {
            return;
        }
        for token in run.range().filter(capital) {
            let fact = &mut self.words[reading.word(token).id as usize];
            if fact.longest.is_none_or(|longest| longest.size() < run.size()) {
                fact.longest = Some(run);
            }
        }
        for initials in initials(reading, run) {
            self.acronyms.entry(initials, run);
        }
    }
}

/// `(ABC)` at `at`: the acronym.
fn bracketed<'a>(reading: &'a Reading, at: usize, end: usize) -> Option<&'a Word> {
    const OPEN: u32 = hash::of("(");
    const CLOSE: u32 = hash::of(")");
    let is_bracketed = at + 2 < end && reading.word(at).low == OPEN && reading.word(at + 2).low == CLOSE && reading.word(at + 1).is_upper;
    is_bracketed.then(|| reading.word(at + 1))
}

/// The initials of a run: of its words with capitals, of those but the first, and of all its words.
fn initials(reading: &Reading, run: Run) -> impl Iterator<Item = u32> {
    let (mut all, mut capitals, mut but_first) = (hash::START, hash::START, hash::START);
    let mut n_capitals = 0;
    for token in run.range() {
        let word = reading.word(token);
        if word.is_alphabetic {
            all = hash::add(all, word.initial);
        }
        if word.is_capital {
            capitals = hash::add(capitals, word.initial);
            if n_capitals > 0 {
                but_first = hash::add(but_first, word.initial);
            }
            n_capitals += 1;
        }
    }
    [(capitals, 2), (but_first, 3), (all, 2)].into_iter().filter(move |&(_, least)| n_capitals >= least).map(|(hash, _)| hash::finish(hash))
}

/// The hash of the lower-case words of a run.
pub fn run_hash(reading: &Reading, run: Run) -> u32 {
    run.range().fold(0, |hash, token| hash::join(hash, reading.word(token).low))
}

/// Finds the bit of a function word.
pub struct FunctionWords {
    bits: Table<u32>,
}

impl FunctionWords {
    fn new() -> Self {
        let mut bits = Table::with_capacity(FUNCTION_WORDS.len());
        for (bit, word) in FUNCTION_WORDS.iter().enumerate() {
            bits.entry(super::words::low_of(word), bit as u32);
        }
        Self { bits }
    }

    fn bit(&self, word: &Word) -> u64 {
        self.bits.get(word.low).map_or(0, |bit| 1 << bit)
    }
}

#[cfg(test)]
mod tests {
    use super::super::clusters::Clusters;
    use super::super::lists::Lists;
    use super::super::reading::Resources;
    use super::*;
    use crate::text::Document;

    #[test]
    fn what_a_story_says() {
        let text = "He met the Old Bank of Ruritania (OBR) today. The bank said that Ruritania paid. An OBR man agreed with Old Bank.";
        let document = Document::new(text);
        let resources = Resources { lists: Lists::new(&[]), clusters: Clusters::new(&[], &[]) };
        let reading = Reading::new(&document, &resources);
        let word = |form: &str| *reading.words.all.iter().find(|word| word.exact == hash::of(form)).expect(form);
        let bank = reading.facts.of(&word("bank"));
        assert_eq!((bank.small, bank.capital), (1, 2));
        assert_eq!(bank.longest.map(Run::size), Some(4));
        assert_eq!(reading.facts.spelled_out(&word("OBR")), reading.facts.defined(&word("OBR")));
        assert_eq!(reading.facts.defined(&word("OBR")).map(Run::size), Some(4));
        assert!(reading.facts.defined(&word("today")).is_none());
    }
}
