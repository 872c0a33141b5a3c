//! A story prepared for the tagger: words as numbers, capitals, runs, known phrases, and what the story says of each word.

use super::case::{Mode, Writing};
use super::clusters::{Clusters, Entry};
use super::facts::Facts;
use super::lists::{Known, Lists};
use super::runs;
use super::words::{Word, Words};
use crate::text::Document;

/// What was compiled from word lists and unlabelled text.
pub struct Resources {
    /// Known phrases.
    pub lists: Lists,
    /// Known words.
    pub clusters: Clusters,
}

/// A capitalized run: token indices in the story, end exclusive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Run {
    /// First token.
    pub start: u32,
    /// The token behind the last.
    pub end: u32,
}

impl Run {
    /// Its tokens.
    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }

    /// How many tokens it has.
    pub fn size(self) -> usize {
        (self.end - self.start) as usize
    }

    /// Where a token of the run stands in it.
    pub fn place(self, token: usize) -> Place {
        let token = token as u32;
        if self.end - self.start == 1 {
            Place::Alone
        } else if token == self.start {
            Place::First
        } else if token + 1 == self.end {
            Place::Last
        } else {
            Place::Between
        }
    }
}

/// Where a token stands in a run or name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// It is the only one.
    Alone,
    /// The first of several.
    First,
    /// Neither first nor last.
    Between,
    /// The last.
    Last,
}

/// A story prepared for the tagger. Everything is indexed by token unless it says otherwise.
pub struct Reading<'a> {
    /// The story.
    pub document: &'a Document<'a>,
    /// Its tokens as numbers.
    pub words: Words,
    /// Its capitals; `modes` is indexed by sentence, `entries` by word number.
    pub writing: Writing,
    /// The run that each token is in.
    pub runs: Vec<Option<Run>>,
    /// What each token is known as.
    pub known: Vec<Known>,
    /// Whether each token is a title or an organization's head word, whatever its case: bits of [`super::lists::Kind`].
    pub word_kinds: Vec<u32>,
    /// What the story says of each word, by word number.
    pub facts: Facts,
    /// Whether a token and all near it are written small, so that it is in no name; in sentences whose capitals tell something.
    pub plain: Vec<bool>,
}

/// Tokens so near to a capital or a number are looked at.
const NEAR_CAPITAL: usize = 2;

impl<'a> Reading<'a> {
    /// Prepares a story; linear in its length.
    pub fn new(document: &'a Document<'a>, resources: &Resources) -> Self {
        let words = Words::new(document);
        let writing = Writing::new(document, &words, &resources.clusters);
        let (mut token_runs, mut known) = (vec![None; words.all.len()], Vec::with_capacity(words.all.len()));
        for sentence in &document.sentences {
            let range = sentence.range();
            let capitals = &writing.capitals[range.clone()];
            known.extend(resources.lists.find(&words.all[range.clone()], capitals));
            for (start, end) in runs::find(&words.all[range.clone()], capitals) {
                let run = Run { start: (range.start + start) as u32, end: (range.start + end) as u32 };
                token_runs[run.range()].fill(Some(run));
            }
        }
        let word_kinds = known.iter().map(|known| known.alone).collect();
        let mut reading =
            Self { document, words, writing, runs: token_runs, known, word_kinds, facts: Facts::default(), plain: Vec::new() };
        reading.complete_word_kinds(resources);
        reading.facts = Facts::new(&reading);
        reading.plain = reading.find_plain();
        reading
    }

    fn find_plain(&self) -> Vec<bool> {
        let mut plain = vec![false; self.words.all.len()];
        for (sentence, _) in self.sentences().filter(|&(_, mode)| mode == Mode::Normal) {
            let is_small = |at: &usize| self.word(*at).is_lower || !(self.word(*at).is_alphabetic || self.word(*at).is_number);
            // How many small ones stand in a row up to here; beyond the border of a sentence all are.
            let mut run = NEAR_CAPITAL;
            for at in sentence.clone() {
                run = if is_small(&at) && self.runs[at].is_none() { run + 1 } else { 0 };
                if run > 2 * NEAR_CAPITAL {
                    plain[at - NEAR_CAPITAL] = true;
                }
            }
            let last = sentence.end.saturating_sub(NEAR_CAPITAL).max(sentence.start)..sentence.end;
            let behind = last.len();
            for (at, plain) in plain[last].iter_mut().enumerate() {
                *plain = run >= behind - at + NEAR_CAPITAL;
            }
        }
        plain
    }

    /// A capitalized token inside of a known phrase is not looked up alone; its own kinds count all the same.
    fn complete_word_kinds(&mut self, resources: &Resources) {
        let mut cache = vec![None; self.words.n_ids];
        for (word, kinds) in self.words.all.iter().zip(&mut self.word_kinds) {
            *kinds |= *cache[word.id as usize].get_or_insert_with(|| resources.lists.word(word));
        }
    }

    /// The token at `index`.
    pub fn word(&self, index: usize) -> &Word {
        &self.words.all[index]
    }

    /// What is known of the token at `index` from unlabelled text.
    pub fn entry(&self, index: usize) -> Option<Entry> {
        self.writing.entries[self.word(index).id as usize]
    }

    /// The token ranges of the sentences, and how each is written.
    pub fn sentences(&self) -> impl Iterator<Item = (std::ops::Range<usize>, Mode)> + '_ {
        self.document.sentences.iter().map(crate::text::Sentence::range).zip(self.writing.modes.iter().copied())
    }

    /// The runs of a sentence in order.
    pub fn runs_in(&self, sentence: std::ops::Range<usize>) -> impl Iterator<Item = Run> + '_ {
        sentence.filter_map(|token| self.runs[token].filter(|run| run.start as usize == token))
    }
}
