//! Sums of money: a currency and a number, in figures or words, as they stand in the text.

use std::borrow::Cow;
use std::sync::OnceLock;

use super::{Mention, NameType};
use crate::tables::rows;
use crate::text::{Document, Span, TokenKind};

const LIST: &str = include_str!("../../lexicon/currencies.tsv");

/// How probable a sum is, in percent: a currency next to a number is hardly anything else.
const PROBABILITY: u8 = 97;

/// What a word is in a sum of money.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Class {
    Sign,
    Code,
    Unit,
    Size,
    Number,
}

/// Finds the sums of money, in order; linear.
pub fn find(document: &Document) -> Vec<Mention> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < document.tokens.len() {
        match sum_at(document, at) {
            Some(end) => {
                found.push(mention(document, at, end));
                at = end;
            }
            None => at += 1,
        }
    }
    found
}

fn mention(document: &Document, start: usize, end: usize) -> Mention {
    Mention {
        span: Span { start: document.tokens[start].span.start, end: document.tokens[end - 1].span.end },
        kind: NameType::Money,
        p: PROBABILITY,
        why: Cow::Borrowed("a currency and a number stand together"),
        inside: None,
        entity: None,
    }
}

/// Where a sum that begins at this token ends.
fn sum_at(document: &Document, at: usize) -> Option<usize> {
    currency_first(document, at).or_else(|| number_first(document, at))
}

/// `$1.5 million`, `US$ 20`, `USD300 thousand`, `Rs 5 lakh`.
fn currency_first(document: &Document, start: usize) -> Option<usize> {
    let mut at = start;
    // `US$`, `A$`, `CDN$`: letters that stand directly before the sign.
    let glued = |at: usize| document.tokens.get(at).is_some_and(|token| !token.spaced);
    if is_upper(document.word(at)) && class(document.word(at + 1)) == Some(Class::Sign) && glued(at + 1) {
        at += 1;
    }
    if !is_currency_before(document, at) {
        return None;
    }
    at += 1;
    document.tokens.get(at).filter(|token| token.kind == TokenKind::Number && !token.line_start)?;
    Some(behind_units(document, behind_sizes(document, at + 1)))
}

fn is_currency_before(document: &Document, at: usize) -> bool {
    let word = document.word(at);
    match class(word) {
        Some(Class::Sign) => !word.chars().all(char::is_lowercase),
        Some(Class::Code) => is_upper(word),
        _ => false,
    }
}

/// `20 million euros`, `300 US dollars`, `five dollars`, `100 USD`.
fn number_first(document: &Document, start: usize) -> Option<usize> {
    let token = document.tokens.get(start)?;
    let in_words = class(document.word(start)) == Some(Class::Number);
    if token.kind != TokenKind::Number && !in_words {
        return None;
    }
    let at = behind_sizes(document, start + 1);
    // In words only with a size or a unit directly behind: `a dollar`, not `a US dollar`.
    let end = behind_units(document, at);
    (end > at).then_some(end)
}

/// Behind `million`, `hundred thousand`, `-million`.
fn behind_sizes(document: &Document, mut at: usize) -> usize {
    loop {
        let hyphen = usize::from(document.word(at) == "-" && class(document.word(at + 1)) == Some(Class::Size));
        if class(document.word(at + hyphen)) != Some(Class::Size) {
            return at;
        }
        at += hyphen + 1;
    }
}

/// Behind `dollars`, `US dollars`, `USD`.
fn behind_units(document: &Document, at: usize) -> usize {
    let word = document.word(at);
    let is_unit = |at: usize| class(document.word(at)) == Some(Class::Unit) && document.word(at).starts_with(char::is_lowercase);
    let is_code = class(word) == Some(Class::Code) && is_upper(word) && word.len() == 3;
    if document.tokens.get(at).is_none_or(|token| token.line_start) {
        at
    } else if is_unit(at) || is_code || word == "€" {
        at + 1
    } else if (word == "-" || word.starts_with(char::is_uppercase)) && is_unit(at + 1) {
        at + 2
    } else {
        at
    }
}

fn is_upper(word: &str) -> bool {
    !word.is_empty() && word.chars().all(char::is_uppercase)
}

fn class(word: &str) -> Option<Class> {
    static CLASSES: OnceLock<Vec<(&'static str, Class)>> = OnceLock::new();
    let classes = CLASSES.get_or_init(|| {
        let mut classes: Vec<(&str, Class)> = rows(LIST).filter_map(|row| entry(&row)).collect();
        classes.sort_unstable_by_key(|&(word, _)| word);
        classes
    });
    let low = word.to_lowercase();
    let found = classes.binary_search_by_key(&low.as_str(), |&(word, _)| word).ok()?;
    classes.get(found).map(|&(_, class)| class)
}

fn entry(row: &[&'static str]) -> Option<(&'static str, Class)> {
    let [word, class] = *row else { return None };
    let class = match class {
        "sign" => Class::Sign,
        "code" => Class::Code,
        "unit" => Class::Unit,
        "size" => Class::Size,
        "number" => Class::Number,
        _ => return None,
    };
    Some((word, class))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let found: Vec<&str> = find(&Document::new(text)).iter().map(|mention| mention.span.of(text)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn sums() {
        check("It paid $1.5 million and US$ 20 to them.", &["$1.5 million", "US$ 20"]);
        check("about USD300 thousand, Rs 5 lakh, RM1bil or €3bn", &["USD300 thousand", "Rs 5 lakh", "RM1bil", "€3bn"]);
        check(
            "20 million euros, 300 US dollars, five dollars, 100 yen",
            &["20 million euros", "300 US dollars", "five dollars", "100 yen"],
        );
        check("a 30-million-dollar loan of £5,000", &["30-million-dollar", "£5,000"]);
    }

    #[test]
    fn not_sums() {
        check("He won 3 games. The 20 million people won. In 2019 Rand Paul spoke; no re 5.", &[]);
    }

    #[test]
    fn entries_are_sorted_and_single() {
        let words: Vec<&str> = rows(LIST).filter_map(|row| entry(&row)).map(|(word, _)| word).collect();
        assert!(words.windows(2).all(|pair| pair[0] < pair[1]), "{words:?}");
    }
}
