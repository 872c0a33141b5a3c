//! What stands around an organization's name and speaks for its kind: `Acme shares`, `the tabloid Acme`, `Acme, a retailer`,
//! the bodies it is listed with, and what the whole story is about.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use super::OrganizationKind;
use super::kinds::name;
use super::lexicon::LEXICON;
use crate::mentions::tagger::clusters::Clusters;
use crate::mentions::tagger::words::low_of;
use crate::mentions::{Mention, NameType};
use crate::tables::{rows, values};
use crate::text::{Document, TokenKind};

/// Words so near to a mention are evidence by themselves.
const WINDOW: usize = 4;
/// Words so near are evidence by what they speak of.
const WIDE_WINDOW: usize = 9;
/// Words so near, in the same sentence, are evidence by the words that are like them.
const SENTENCE: usize = 30;
/// A story is about what at least so many of its words speak of.
const STORY: usize = 3;

static CONTEXT: LazyLock<BTreeMap<&'static str, Vec<OrganizationKind>>> = LazyLock::new(|| {
    let kinds = |row: &Vec<&'static str>| values(row, 1).filter_map(OrganizationKind::from_name).collect();
    rows(include_str!("../../lexicon/kind_context.tsv")).filter_map(|row| Some((*row.first()?, kinds(&row)))).collect()
});

/// The kinds that a word near a name speaks for, in lower case.
fn spoken_for(word: &str) -> &'static [OrganizationKind] {
    CONTEXT.get(word).map_or(&[], Vec::as_slice)
}

/// A story, ready to be asked what stands around its mentions.
pub struct Surroundings<'a> {
    document: &'a Document<'a>,
    mentions: &'a [Mention],
    /// For each entity its kind, if it is beyond doubt.
    certain: Vec<Option<OrganizationKind>>,
    /// What the story is about.
    story: Vec<OrganizationKind>,
    clusters: Option<&'a Clusters>,
}

impl<'a> Surroundings<'a> {
    /// Reads the whole story once; `certain` are the kinds of its entities that are beyond doubt.
    pub fn new(
        document: &'a Document<'a>,
        mentions: &'a [Mention],
        certain: Vec<Option<OrganizationKind>>,
        clusters: Option<&'a Clusters>,
    ) -> Self {
        Self { document, mentions, certain, story: topics(document), clusters }
    }

    /// What the story is about.
    pub fn of_story(&self, evidence: &mut BTreeSet<String>) {
        evidence.extend(self.story.iter().map(|&kind| format!("story {}", name(kind))));
    }

    /// What stands around one mention.
    pub fn of_mention(&self, mention: usize, evidence: &mut BTreeSet<String>) {
        let Some(span) = self.mentions.get(mention).map(|mention| mention.span) else { return };
        let document = self.document;
        let start = document.tokens.partition_point(|token| token.span.start < span.start);
        let end = document.tokens.partition_point(|token| token.span.start < span.end);
        let word = |at: usize| document.word(at).to_lowercase();
        let mut add = |place: &str, at: usize| {
            let word = word(at);
            if let Some(kind) = noun_kind(&word) {
                evidence.insert(format!("{place} kind {}", name(kind)));
            }
            if place != "near" || word.len() > 3 {
                evidence.insert(format!("{place} {word}"));
            }
            if place != "near" {
                evidence.extend(spoken_for(&word).iter().map(|&kind| format!("next {}", name(kind))));
            }
        };
        if let Some(before) = start.checked_sub(1) {
            add("before", before);
        }
        add("behind", end);
        if is_possessive(document.word(end)) {
            add("owns", end + 1);
        }
        if let Some(noun) = apposition(document, end) {
            add("is", noun);
        }
        if let Some(noun) = self.noun_in_front(start) {
            add("called", noun);
        }
        let is_word = |at: &usize| document.tokens.get(*at).is_some_and(|token| token.kind == TokenKind::Word);
        let near = (start.saturating_sub(WINDOW)..start).chain(end..(end + WINDOW).min(document.tokens.len()));
        near.filter(is_word).for_each(|at| add("near", at));
        self.of_sentence(start, end, evidence);
        self.of_list(mention, evidence);
    }

    /// What the words of the sentence on both sides speak of, and the groups of like words that they belong to.
    fn of_sentence(&self, start: usize, end: usize, evidence: &mut BTreeSet<String>) {
        let Some(token) = self.document.tokens.get(start) else { return };
        let sentence = self.document.sentence_at(token.span.start).and_then(|at| self.document.sentences.get(at));
        let Some(range) = sentence.map(crate::text::Sentence::range) else { return };
        let before = range.start.max(start.saturating_sub(WIDE_WINDOW))..start;
        let group = |at: usize| Some(self.clusters?.get(low_of(self.document.word(at)))?.finest());
        let beside =
            [("before", start.checked_sub(1)), ("behind", Some(end))].into_iter().filter_map(|(place, at)| Some((place, group(at?)?)));
        let all = range.start.max(start.saturating_sub(SENTENCE))..range.end.min(end + SENTENCE);
        let words = all.filter(|&at| self.document.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Word));
        let words = words.filter_map(|at| Some(("sentence", group(at)?)));
        evidence.extend(beside.chain(words).map(|(place, group)| format!("{place} group {group}")));
        for at in before.chain(end..range.end.min(end + WIDE_WINDOW)) {
            evidence.extend(spoken_for(&self.document.word(at).to_lowercase()).iter().map(|&kind| format!("around {}", name(kind))));
        }
    }

    /// The kinds of the bodies right before and behind it in a list.
    fn of_list(&self, mention: usize, evidence: &mut BTreeSet<String>) {
        let body = |at: usize| {
            let mention = self.mentions.get(at).filter(|mention| mention.kind == NameType::Organization && mention.inside.is_none())?;
            Some((mention.span, self.certain.get(mention.entity?.0 as usize).copied().flatten()?))
        };
        let Some(span) = self.mentions.get(mention).map(|mention| mention.span) else { return };
        let joins = |from: u32, to: u32| {
            let between = self.document.text.get(from as usize..to as usize).unwrap_or_default();
            between.split([' ', ',', ';']).all(|word| matches!(word, "" | "and" | "or" | "the" | "&")) && !between.trim().is_empty()
        };
        let before = mention.checked_sub(1).and_then(body).filter(|(other, _)| joins(other.end, span.start));
        let behind = body(mention + 1).filter(|(other, _)| joins(span.end, other.start));
        evidence.extend(before.into_iter().chain(behind).map(|(_, kind)| format!("beside {}", name(kind))));
    }

    /// The noun of `the Ugandan tabloid "Acme"`, `UK-based companies Acme and Zed`, when quotation marks or a list stand between.
    fn noun_in_front(&self, start: usize) -> Option<usize> {
        let is_skipped =
            |at: &usize| matches!(self.document.word(*at), "\"" | "“" | "‘" | "'" | "«" | "," | "the" | "called" | "named" | "as" | "such");
        let at = (start.saturating_sub(4)..start).rev().find(|at| !is_skipped(at))?;
        noun_kind(&self.document.word(at).to_lowercase()).map(|_| at)
    }
}

/// The two kinds that most words of the story speak of, if enough do.
fn topics(document: &Document) -> Vec<OrganizationKind> {
    let mut counts: BTreeMap<OrganizationKind, usize> = BTreeMap::new();
    for at in 0..document.tokens.len() {
        let word = document.word(at);
        if word.len() > 2 {
            for &kind in spoken_for(&word.to_lowercase()) {
                *counts.entry(kind).or_default() += 1;
            }
        }
    }
    let mut kinds: Vec<(usize, OrganizationKind)> = counts.into_iter().map(|(kind, count)| (count, kind)).collect();
    kinds.sort_unstable_by(|one, other| other.cmp(one));
    kinds.into_iter().take(2).filter(|(count, _)| *count >= STORY).map(|(_, kind)| kind).collect()
}

fn is_possessive(word: &str) -> bool {
    matches!(word, "'s" | "’s" | "'" | "’")
}

fn noun_kind(word: &str) -> Option<OrganizationKind> {
    LEXICON
        .head_kind(word)
        .or_else(|| LEXICON.head_kind(word.strip_suffix('s')?))
        .or_else(|| LEXICON.head_kind(&format!("{}y", word.strip_suffix("ies")?)))
}

/// The noun of `X, a large Turkish retailer,` or `X is a party`: the last that names a kind before the phrase ends.
fn apposition(document: &Document, end: usize) -> Option<usize> {
    let opens = matches!(document.word(end), "," | "is" | "was" | "–" | "—" | "(");
    if !opens || !matches!(document.word(end + 1), "a" | "an" | "the" | "one") {
        return None;
    }
    let goes_on =
        |at: &usize| !matches!(document.word(*at), "," | "." | "which" | "that" | "who" | "of" | "in" | "for" | "with" | ")" | "");
    (end + 2..end + 10).take_while(goes_on).filter(|&at| noun_kind(&document.word(at).to_lowercase()).is_some()).last()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_speaks_for_something() {
        let bad = rows(include_str!("../../lexicon/kind_context.tsv"))
            .find(|row| values(row, 1).count() == 0 || values(row, 1).any(|kind| OrganizationKind::from_name(kind).is_none()));
        assert_eq!(bad, None);
        let words: Vec<&str> = rows(include_str!("../../lexicon/kind_context.tsv")).filter_map(|row| row.first().copied()).collect();
        assert!(words.windows(2).all(|pair| pair[0] < pair[1]));
    }

    #[test]
    fn what_a_story_is_about() {
        let about = |text: &str| topics(&Document::new(text));
        let text = "The coach praised the goalkeeper after the match. The captain scored a goal late in the game.";
        assert_eq!(about(text).first(), Some(&OrganizationKind::Sports));
        assert_eq!(about("It rained."), []);
    }
}
