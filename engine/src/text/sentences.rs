//! Tokens into sentences.

use super::layout::Block;
use super::span::Span;
use super::tokens::{Token, TokenKind};
use super::words::is_company_suffix;

/// A sentence: its place and its tokens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// From its first token to its last.
    pub span: Span,
    /// Index of its first token.
    pub first: u32,
    /// Index behind its last token.
    pub end: u32,
}

impl Sentence {
    /// The indices of its tokens.
    pub fn range(&self) -> std::ops::Range<usize> {
        self.first as usize..self.end as usize
    }
}

/// Words that begin sentences far more often than they follow `U.S.` or `p.m.` within one. As written.
const OPENERS: &[&str] = &[
    "A",
    "After",
    "Also",
    "An",
    "And",
    "As",
    "At",
    "Before",
    "But",
    "By",
    "During",
    "For",
    "From",
    "He",
    "Her",
    "His",
    "However",
    "I",
    "If",
    "In",
    "It",
    "Its",
    "Last",
    "Many",
    "Meanwhile",
    "More",
    "Most",
    "No",
    "On",
    "One",
    "She",
    "Since",
    "So",
    "Some",
    "Such",
    "That",
    "The",
    "Their",
    "There",
    "These",
    "They",
    "This",
    "Those",
    "Two",
    "We",
    "What",
    "When",
    "While",
    "With",
    "You",
];

/// Splits every block into sentences; linear. A sentence never crosses the border of a block.
pub fn split(text: &str, blocks: &[Block], tokens: &[Token]) -> Vec<Sentence> {
    let mut sentences = Vec::with_capacity(tokens.len() / 20 + 1);
    let mut first = 0;
    let mut next_block = blocks.iter().map(|block| block.span.end).peekable();
    for index in 0..tokens.len() {
        while next_block.peek().is_some_and(|&end| end <= tokens[index].span.start) {
            next_block.next();
        }
        let at_block_end = tokens.get(index + 1).is_none_or(|next| next_block.peek().is_some_and(|&end| next.span.start >= end));
        if at_block_end || (ends_sentence(text, tokens, first, index) && !closes_quote(text, tokens, index + 1)) {
            sentences.push(sentence(tokens, first, index + 1));
            first = index + 1;
        }
    }
    sentences
}

fn sentence(tokens: &[Token], first: usize, end: usize) -> Sentence {
    Sentence { span: tokens[first].span.to(tokens[end - 1].span), first: first as u32, end: end as u32 }
}

/// True if a sentence that began at `first` may end with the token at `index`.
fn ends_sentence(text: &str, tokens: &[Token], first: usize, index: usize) -> bool {
    let token = tokens[index];
    let word = token.of(text);
    let Some(next) = tokens.get(index + 1) else { return true };
    if token.kind == TokenKind::Mark {
        let before = index.checked_sub(1).filter(|&before| before >= first).map(|before| tokens[before]);
        if is_stop(word) {
            let company = before.is_some_and(|before| is_company_suffix(before.of(text)) && !token.spaced);
            return next.spaced && starts_sentence(text, tokens, index + 1) && (!company || is_opener(text, *next));
        }
        return is_closing(word)
            && !token.spaced
            && before.is_some_and(|before| ends_with_stop(before.of(text)))
            && next.spaced
            && starts_sentence(text, tokens, index + 1);
    }
    token.kind == TokenKind::Word && word.len() > 2 && word.ends_with('.') && !is_title(word) && is_opener(text, *next)
}

fn is_stop(word: &str) -> bool {
    matches!(word, "." | "!" | "?" | "…" | "。" | "؟" | "۔" | "।")
}

fn ends_with_stop(word: &str) -> bool {
    is_stop(word) || word.ends_with('.')
}

fn is_closing(word: &str) -> bool {
    matches!(word, "\"" | "”" | "»" | "’" | "'" | ")" | "]")
}

/// True if the token at `index` closes a quotation that the sentence before it belongs to.
fn closes_quote(text: &str, tokens: &[Token], index: usize) -> bool {
    tokens.get(index).is_some_and(|token| is_closing(token.of(text)) && !token.spaced)
}

fn starts_sentence(text: &str, tokens: &[Token], index: usize) -> bool {
    let first = tokens[index].of(text).chars().next();
    first.is_some_and(|c| !c.is_lowercase() && !matches!(c, ',' | ';' | ':' | ')' | '-' | '–' | '—'))
}

fn is_opener(text: &str, token: Token) -> bool {
    OPENERS.binary_search(&token.of(text)).is_ok()
}

/// `Mr.`, `Gen.`, `J.`: a name follows.
fn is_title(word: &str) -> bool {
    const TITLES: &[&str] = &[
        "Capt.", "Col.", "Dr.", "Drs.", "Gen.", "Gov.", "Hon.", "Lt.", "Maj.", "Messrs.", "Mr.", "Mrs.", "Ms.", "Mt.", "Prof.", "Rep.",
        "Rev.", "Sen.", "Sgt.", "St.",
    ];
    TITLES.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::super::{layout, tokens};
    use super::*;

    #[track_caller]
    fn check(expected: &[&str]) {
        let text = expected.join(" ");
        let blocks = layout::blocks(&text);
        let tokens = tokens::tokenize(&text);
        let found: Vec<&str> = split(&text, &blocks, &tokens).iter().map(|sentence| sentence.span.of(&text)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn stops() {
        check(&["He came on Oct. 30 with Mr. Smith.", "They talked!", "Did they?", "They did."]);
        check(&["Acme Inc. Chairman J. Doe met U.S. officials at 3 p.m. on Monday."]);
        check(&["It moved to the U.S.", "The firm grew.", "He left at 3 p.m.", "He came back."]);
        check(&["It was sold by Acme Inc.", "The price fell."]);
        check(&["The rate was 3.5 percent in 2019.", "2020 was worse."]);
    }

    #[test]
    fn quotations() {
        check(&["“We tried.”", "He sighed."]);
        check(&["«It is time», V. Semerikov emphasized.", "He left."]);
        check(&["\"Why?\" she asked.", "Nobody knew."]);
    }

    #[test]
    fn openers_are_sorted() {
        assert!(OPENERS.is_sorted());
    }
}
