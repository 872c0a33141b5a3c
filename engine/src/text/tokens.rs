//! Text into tokens: words, numbers and marks, each with its place.
//!
//! Hyphens, brackets and the possessive `'s` are tokens of their own, since names end at them.
//! `U.S.`, `Mr.` and `J.` keep their dots; the dot of `Inc.` stands alone, since names end before it.

use super::span::Span;
use super::words::{is_abbreviation, is_company_suffix};

/// What a token is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// Letters, perhaps with inner apostrophes or dots: `Moscow`, `O'Brien`, `U.S.`, `Mr.`, `'s`.
    Word,
    /// Digits, perhaps with inner `.`, `,` or `:`: `2019`, `1,500`, `14:00`.
    Number,
    /// A web address.
    Address,
    /// Any other character that is not white space.
    Mark,
}

/// One token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where it stands.
    pub span: Span,
    /// What it is made of.
    pub kind: TokenKind,
    /// True if white space, or the beginning of the text, stands before it.
    pub spaced: bool,
    /// True if a line break, or the beginning of the text, stands before it.
    pub line_start: bool,
}

impl Token {
    /// The token's text.
    pub fn of(self, text: &str) -> &str {
        self.span.of(text)
    }
}

/// Splits the text; linear in its length.
pub fn tokenize(text: &str) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::with_capacity(text.len() / 5);
    let (mut at, mut spaced, mut line_start) = (0, true, true);
    while let Some(first) = text[at..].chars().next() {
        if first.is_whitespace() || first.is_control() || is_invisible(first) {
            spaced = true;
            line_start |= is_line_break(first);
            at += first.len_utf8();
            continue;
        }
        let (len, kind) = token_at(&text[at..], first);
        let span = Span::new(at, at + len);
        at = span.end as usize;
        tokens.push(Token { span, kind, spaced, line_start });
        (spaced, line_start) = (false, false);
        if is_dotted_abbreviation(text, span, kind) {
            at += 1;
            if let Some(last) = tokens.last_mut() {
                last.span.end += 1;
            }
        }
    }
    tokens
}

/// True for the characters that end a line.
pub fn is_line_break(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Characters that take no room and belong to no word: soft hyphens aside, marks of direction and joining.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
}

fn token_at(rest: &str, first: char) -> (usize, TokenKind) {
    if first.is_ascii_digit() || first.is_numeric() {
        return (number_len(rest), TokenKind::Number);
    }
    if is_letter(first) {
        if let Some(len) = address_len(rest) {
            return (len, TokenKind::Address);
        }
        return (word_len(rest), TokenKind::Word);
    }
    if is_apostrophe(first)
        && let Some(len) = possessive_len(rest, first)
    {
        return (len, TokenKind::Word);
    }
    (first.len_utf8(), TokenKind::Mark)
}

fn is_letter(c: char) -> bool {
    c.is_alphabetic() || is_combining(c)
}

/// The combining marks that stand in names written with decomposed accents.
fn is_combining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}' | '\u{AD}')
}

/// The characters that people type for an apostrophe.
pub fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '\u{2019}' | '\u{2BC}' | '\u{2018}')
}

fn number_len(rest: &str) -> usize {
    let mut chars = rest.char_indices().peekable();
    let mut end = 0;
    while let Some((at, c)) = chars.next() {
        if c.is_numeric() {
            end = at + c.len_utf8();
        } else if !(matches!(c, '.' | ',' | ':') && chars.peek().is_some_and(|(_, next)| next.is_ascii_digit())) {
            break;
        }
    }
    end
}

fn address_len(rest: &str) -> Option<usize> {
    let head = rest.get(..8).unwrap_or(rest);
    let is_address =
        ["https://", "http://", "www."].iter().any(|start| head.get(..start.len()).is_some_and(|head| head.eq_ignore_ascii_case(start)));
    let len = rest.find(char::is_whitespace).unwrap_or(rest.len());
    is_address.then(|| rest[..len].trim_end_matches(['.', ',', ';', ':', ')', ']', '"', '”', '»', '\'']).len())
}

/// Letters with inner apostrophes, or letters each followed by a dot (`U.S.`, `p.m.`).
fn word_len(rest: &str) -> usize {
    if let Some(len) = dotted_len(rest) {
        return len;
    }
    let mut end = 0;
    let mut chars = rest.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        if is_letter(c) {
            end = at + c.len_utf8();
        } else if !(is_apostrophe(c) && chars.peek().is_some_and(|(_, next)| is_letter(*next)) && possessive_len(&rest[at..], c).is_none())
        {
            break;
        }
    }
    end
}

/// `U.S.`, `p.m.`: at least two times a single letter and a dot.
fn dotted_len(rest: &str) -> Option<usize> {
    let (mut end, mut pairs) = (0, 0);
    let mut chars = rest.chars();
    while let (Some(letter), Some('.')) = (chars.next(), chars.next()) {
        if !letter.is_alphabetic() {
            break;
        }
        end += letter.len_utf8() + 1;
        pairs += 1;
    }
    let next_is_letter = rest[end..].chars().next().is_some_and(char::is_alphabetic);
    (pairs >= 2 && !next_is_letter).then_some(end)
}

/// `'s` at the end of a word.
fn possessive_len(rest: &str, apostrophe: char) -> Option<usize> {
    let mut after = rest[apostrophe.len_utf8()..].chars();
    let is_s = after.next().is_some_and(|c| c == 's' || c == 'S');
    let ends = after.next().is_none_or(|c| !c.is_alphanumeric());
    (is_s && ends).then_some(apostrophe.len_utf8() + 1)
}

/// `Mr.`, `Oct.`, `J.`: the dot belongs to the word.
fn is_dotted_abbreviation(text: &str, span: Span, kind: TokenKind) -> bool {
    let word = span.of(text);
    if kind != TokenKind::Word || !text[span.end as usize..].starts_with('.') || word.ends_with('.') {
        return false;
    }
    let mut letters = word.chars();
    let is_initial = letters.next().is_some_and(char::is_uppercase) && letters.next().is_none();
    let number_follows = text[span.end as usize + 1..].trim_start().starts_with(|c: char| c.is_ascii_digit());
    is_initial || (is_abbreviation(word, number_follows) && !is_company_suffix(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let tokens: Vec<&str> = tokenize(text).iter().map(|token| token.of(text)).collect();
        assert_eq!(tokens.join(" "), expected);
    }

    #[test]
    fn words_and_marks() {
        check("Today Moscow has held", "Today Moscow has held");
        check("Ambassador-at-Large", "Ambassador - at - Large");
        check("«role», V. Semerikov", "« role » , V. Semerikov");
        check("Kazakhstan’s O'Brien's", "Kazakhstan ’s O'Brien 's");
        check("Mr. Vassilenko of Acme Inc. said.", "Mr. Vassilenko of Acme Inc . said .");
        check("U.S. troops at 3 p.m. Monday", "U.S. troops at 3 p.m. Monday");
        check("He said no. They sat. No. 10, Sept. 9", "He said no . They sat . No. 10 , Sept. 9");
    }

    #[test]
    fn numbers() {
        check("USD300 thousand, 1,500.5%", "USD 300 thousand , 1,500.5 %");
        check("2019-10-30 at 14:00.", "2019 - 10 - 30 at 14:00 .");
        check("the 1990s and FY2019", "the 1990 s and FY 2019");
    }

    #[test]
    fn addresses_stay_whole() {
        check("see https://example.org/a?b=2019-10-30.", "see https://example.org/a?b=2019-10-30 .");
    }

    #[test]
    fn odd_characters() {
        check("", "");
        check("\0\u{feff}a\u{200b}b", "a b");
        check("Алматы 🙂 مرحبا", "Алматы 🙂 مرحبا");
    }
}
