//! Names by rules and word lists: a first version, until the trained tagger takes its place.
//!
//! Capitalized words that belong together form a run; a run is cut into known phrases, names with a head word
//! (`… Committee`, `Ministry of …`), acronyms and persons.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::ops::Range;

use super::lexicon::LEXICON;
use super::{Mention, NameType};
use crate::text::{BlockKind, Document, Span, TokenKind};

/// Phrases of the lists have at most so many tokens.
const LONGEST_PHRASE: usize = 9;
/// A run of capitalized words is cut after so many tokens, lest a text without small words take long.
const LONGEST_RUN: usize = 40;
/// Small words inside a name.
const CONNECTORS: &[&str] = &["of", "for", "on", "and", "the", "de", "&", "du", "al", "del", "against", "in"];
/// Capitalized at the start of a sentence, and never a name.
const SMALL: &[&str] = &[
    "A",
    "About",
    "According",
    "After",
    "All",
    "Also",
    "Although",
    "An",
    "And",
    "Another",
    "As",
    "At",
    "Because",
    "Before",
    "Both",
    "But",
    "By",
    "During",
    "Each",
    "Earlier",
    "For",
    "From",
    "He",
    "Her",
    "His",
    "How",
    "However",
    "I",
    "If",
    "In",
    "It",
    "Its",
    "Many",
    "Meanwhile",
    "More",
    "Most",
    "My",
    "New",
    "No",
    "Not",
    "Now",
    "Of",
    "On",
    "One",
    "Our",
    "Over",
    "She",
    "Since",
    "So",
    "Some",
    "Speaking",
    "That",
    "The",
    "Their",
    "Then",
    "There",
    "These",
    "They",
    "This",
    "Those",
    "Three",
    "To",
    "Today",
    "Two",
    "Under",
    "Until",
    "We",
    "What",
    "When",
    "Where",
    "While",
    "Who",
    "Why",
    "With",
    "You",
    "Your",
    "Opening",
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
/// Capitals that name no body.
const NO_ACRONYMS: &[&str] = &[
    "AIDS", "AM", "CEO", "CFO", "COVID", "DNA", "EST", "EUR", "GBP", "GDP", "GMT", "HIV", "ID", "II", "III", "IT", "IV", "MP", "PM", "TV",
    "USD", "UTC", "VAT", "VIP",
];

/// Finds the names of a story; linear in its length.
pub fn find(document: &Document) -> Vec<Mention> {
    let mut finder = Finder { document, mentions: Vec::new(), surnames: BTreeSet::new() };
    for sentence in &document.sentences {
        finder.sentence(sentence.range());
    }
    finder.look_again();
    finder.mentions
}

pub(super) struct Finder<'a> {
    pub(super) document: &'a Document<'a>,
    pub(super) mentions: Vec<Mention>,
    /// Last words of the full names of persons.
    pub(super) surnames: BTreeSet<&'a str>,
}

impl<'a> Finder<'a> {
    fn sentence(&mut self, tokens: Range<usize>) {
        let mut at = tokens.start;
        while at < tokens.end {
            let end = self.run_end(at, tokens.end);
            if end > at {
                self.run(at..end, at == tokens.start);
            }
            at = end.max(at + 1);
        }
    }

    pub(super) fn word(&self, at: usize) -> &'a str {
        self.document.word(at)
    }

    fn is_name_word(&self, at: usize) -> bool {
        let word = self.word(at);
        word.starts_with(char::is_uppercase) && self.document.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Word)
    }

    /// The index behind the run of capitalized words and what joins them that begins at `at`.
    fn run_end(&self, at: usize, limit: usize) -> usize {
        let mut end = at;
        let mut next = at;
        while next < limit.min(at + LONGEST_RUN) {
            let joined = next == at || self.is_joined(next);
            if self.is_name_word(next) && joined {
                (end, next) = (next + 1, next + 1);
            } else if next > at && (CONNECTORS.contains(&self.word(next)) || self.is_plural_possessive(next) || self.word(next) == "-") {
                next += 1;
            } else {
                break;
            }
            if next > end + 2 {
                break;
            }
        }
        end
    }

    /// True unless a hyphen without spaces binds this word to a word in lower case.
    fn is_joined(&self, at: usize) -> bool {
        self.word(at - 1) != "-" || self.is_name_word(at)
    }

    /// `People's Army`, `Workers' Party`.
    fn is_plural_possessive(&self, at: usize) -> bool {
        let before = self.word(at - 1);
        matches!(self.word(at), "'s" | "’s") && matches!(before, "People" | "Women" | "Children" | "Men" | "Prosecutor")
            || matches!(self.word(at), "'" | "’") && before.ends_with('s') && self.is_name_word(at + 1)
    }

    /// Cuts a run into names, from the left.
    fn run(&mut self, run: Range<usize>, opens_sentence: bool) {
        let mut at = run.start;
        while at < run.end {
            let opens = opens_sentence && at == run.start;
            at = self
                .organization(at, run.end)
                .or_else(|| self.phrase(at, run.end))
                .or_else(|| self.person(at, run.end, opens))
                .or_else(|| self.acronym(at))
                .unwrap_or(at + 1);
        }
    }

    /// A known phrase at `at`; the longest.
    fn known(&self, at: usize, limit: usize) -> Option<(usize, NameType)> {
        let last = limit.min(at + LONGEST_PHRASE);
        (at + 1..=last).rev().find_map(|end| Some((end, LEXICON.phrase(self.text(at..end))?)))
    }

    fn phrase(&mut self, at: usize, limit: usize) -> Option<usize> {
        let (end, kind) = self.known(at, limit)?;
        self.push(at..end, kind, "stands in a list of known names");
        Some(end)
    }

    /// A name with a head word: `Conflict Prevention Center`, `Ministry of Health`, `Code of Conduct`.
    fn organization(&mut self, at: usize, limit: usize) -> Option<usize> {
        if !self.is_name_word(at) || SMALL.contains(&self.word(at)) || LEXICON.is_title(self.word(at)) && !self.is_head(at + 1) {
            return None;
        }
        let head = (at..limit).take_while(|&next| !self.ends_name(at, next)).filter(|&next| self.is_head(next)).last()?;
        let kind = LEXICON.head(self.word(head))?;
        let end = self.complement(head + 1, limit);
        let known = self.known(at, limit).filter(|&(known_end, _)| known_end >= end);
        if known.is_some() || end == at + 1 {
            return None;
        }
        self.push(at..end, kind, "has a word that such names end or begin with");
        Some(end)
    }

    fn is_head(&self, at: usize) -> bool {
        self.is_name_word(at) && LEXICON.head(self.word(at)).is_some()
    }

    /// True where a second name begins: behind an `and` after a head, or with a person's title.
    fn ends_name(&self, start: usize, at: usize) -> bool {
        let before = (start..at).any(|earlier| self.is_head(earlier));
        self.word(at) == "and" && before && self.word(start + 1) != "of"
            || at > start && before && (LEXICON.is_first_name(self.word(at)) || LEXICON.is_title(self.word(at)))
            || CONNECTORS.contains(&self.word(at)) && !before
            || before && matches!(self.word(at), "of" | "for" | "on" | "against" | "in")
    }

    /// The end of `of the … and …` behind a head word.
    fn complement(&self, at: usize, limit: usize) -> usize {
        let is_open = matches!(self.word(at), "of" | "for" | "on" | "against") && at < limit;
        if !is_open {
            return at;
        }
        (at..limit)
            .find(|&next| {
                let follows_and = matches!(self.word(next - 1), "and" | "the") && self.word(next - 1) == "and";
                next > at && (LEXICON.is_first_name(self.word(next)) || follows_and && self.known(next, limit).is_some())
            })
            .map_or(limit, |next| if matches!(self.word(next - 1), "and" | "the") { next - 1 } else { next })
    }

    /// A title and a name, or a first name and what follows.
    fn person(&mut self, at: usize, limit: usize, opens_sentence: bool) -> Option<usize> {
        let word = self.word(at);
        let titled = at > 0 && LEXICON.is_title(self.word(at - 1));
        if SMALL.contains(&word) || LEXICON.is_title(word) || word.ends_with('.') && !is_initial(word) || !self.is_name_word(at) {
            return None;
        }
        let first = LEXICON.is_first_name(word) || is_initial(word);
        let is_end = |next: usize| !self.is_person_word(next, at) || titled && !first && next > at && self.known(next, limit).is_some();
        let end = (at..limit).find(|&next| is_end(next)).unwrap_or(limit).min(at + 4);
        let full = end - at >= 2;
        if !first && !titled && (at + 1..end).any(|next| LEXICON.is_first_name(self.word(next))) {
            return None;
        }
        let stranger = full && end - at <= 3 && !opens_sentence && !self.is_in_headline(at) && !is_capitals(word);
        if !(titled && !is_capitals(word) || full && first || stranger) {
            return None;
        }
        let why = if titled { "stands behind a title" } else { "looks like a person's name" };
        self.push(at..end, NameType::Person, why);
        self.surnames.insert(self.word(end - 1));
        Some(end)
    }

    fn is_person_word(&self, at: usize, start: usize) -> bool {
        let word = self.word(at);
        at == start
            || self.is_name_word(at) && !LEXICON.is_title(word) && !SMALL.contains(&word) && !self.is_head(at) && !is_capitals(word)
            || word == "al" && self.is_name_word(at + 1)
            || word == "-" && self.document.tokens.get(at).is_some_and(|token| !token.spaced) && self.is_name_word(at + 1)
    }

    /// `FSB`, unless the whole line is in capitals.
    fn acronym(&mut self, at: usize) -> Option<usize> {
        let word = self.word(at);
        let shouted =
            [at.wrapping_sub(1), at + 1].iter().any(|&next| is_capitals(self.word(next)) && !NO_ACRONYMS.contains(&self.word(next)));
        if !is_capitals(word) || word.len() > 7 || word.contains('.') || shouted || NO_ACRONYMS.contains(&word) {
            return None;
        }
        self.push(at..at + 1, NameType::Organization, "is written in capitals like an acronym");
        Some(at + 1)
    }

    fn is_in_headline(&self, at: usize) -> bool {
        let Some(token) = self.document.tokens.get(at) else { return false };
        self.document.blocks.iter().take(3).any(|block| block.kind == BlockKind::Headline && block.span.contains(token.span))
    }

    fn text(&self, tokens: Range<usize>) -> &'a str {
        self.span(&tokens).map_or("", |span| span.of(self.document.text))
    }

    pub(super) fn span(&self, tokens: &Range<usize>) -> Option<Span> {
        let first = self.document.tokens.get(tokens.start)?;
        let last = self.document.tokens.get(tokens.end.checked_sub(1)?)?;
        Some(first.span.to(last.span))
    }

    pub(super) fn push(&mut self, tokens: Range<usize>, kind: NameType, why: &'static str) {
        if let Some(span) = self.span(&tokens) {
            self.mentions.push(Mention { span, kind, p: 60, why: Cow::Borrowed(why), inside: None, entity: None });
        }
    }
}

fn is_initial(word: &str) -> bool {
    word.len() <= 3 && word.ends_with('.') && word.starts_with(char::is_uppercase)
}

fn is_capitals(word: &str) -> bool {
    word.chars().count() > 1 && word.chars().all(|c| c.is_uppercase() || c == '.')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let document = Document::new(text);
        let names: Vec<&str> = find(&document).iter().map(|mention| mention.span.of(text)).collect();
        assert_eq!(names.join(" | "), expected, "{text}");
    }

    #[test]
    fn organizations() {
        check("It was approved by the Committee on Fisheries of the OSCE and Interpol.", "Committee on Fisheries of the OSCE | Interpol");
        check("Talks at the Peruvian Ministry of Energy and Mines went on.", "Peruvian Ministry of Energy and Mines");
        check("the Workers' Party and the Health Ministry agreed", "Workers' Party | Health Ministry");
    }

    #[test]
    fn persons() {
        check("Later Mr. Okafor met Maria Silva in Lisbon; Silva smiled.", "Okafor | Maria Silva | Lisbon | Silva");
        check("the head of the Polar Research Institute Olga Petrova said", "Polar Research Institute | Olga Petrova");
    }

    #[test]
    fn datelines() {
        check("GENEVA, Oct 3 (XINHUA) - Swiss voters decided.", "GENEVA | XINHUA | Swiss");
    }
}
