//! What each token looks like, as numbers: its hashes, shape, prefixes and suffixes.

use super::hash;
use super::table::Table;
use crate::text::{Document, Token, TokenKind};

/// One token as the features see it.
#[derive(Clone, Copy, Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a property of its own, and several hold at once")]
pub struct Word {
    /// Hash of the lower-case form.
    pub low: u32,
    /// Hash of the form as it stands.
    pub exact: u32,
    /// Hash of the lower-case form without the dots of an abbreviation: `u.s.` and `us` are one.
    pub key: u32,
    /// Hash of the shape: `Xxxx`, `dd`.
    pub shape: u32,
    /// Hashes of the first 1 to 4 lower-case characters; 0 where the word is not longer than that.
    pub prefixes: [u32; 4],
    /// The same for the last characters.
    pub suffixes: [u32; 4],
    /// The first lower-case character.
    pub initial: char,
    /// Number of its lower-case form among those of the story, from 0.
    pub id: u32,
    /// Begins with a letter.
    pub is_alphabetic: bool,
    /// Begins with a capital.
    pub is_capital: bool,
    /// At least two letters, all of them capitals.
    pub is_upper: bool,
    /// Holds a small letter and no capital.
    pub is_lower: bool,
    /// Digits only.
    pub is_number: bool,
}

/// All tokens of a story, and how many different lower-case forms they have.
pub struct Words {
    /// One for each token.
    pub all: Vec<Word>,
    /// Identifiers run from 0 to here.
    pub n_ids: usize,
}

impl Words {
    /// Reads every token once.
    pub fn new(document: &Document) -> Self {
        let mut ids = Table::with_capacity(document.tokens.len() / 3);
        let mut chars = Vec::with_capacity(32);
        let all = document
            .tokens
            .iter()
            .map(|&token| {
                let mut word = word(document.text, token, &mut chars);
                let next = ids.len() as u32;
                word.id = *ids.entry(word.low, next);
                word
            })
            .collect();
        Self { all, n_ids: ids.len() }
    }
}

/// The hash of a lower-case word of a list, without the dots of an abbreviation.
pub fn key_of(word: &str) -> u32 {
    let dotted = word.chars().count() > 1;
    hash::finish(word.chars().flat_map(char::to_lowercase).map(plain).filter(|&c| !(dotted && c == '.')).fold(hash::START, hash::add))
}

/// The hash that [`Word::low`] has for this form.
pub fn low_of(word: &str) -> u32 {
    hash::finish(word.chars().flat_map(char::to_lowercase).map(plain).fold(hash::START, hash::add))
}

fn word(text: &str, token: Token, low: &mut Vec<char>) -> Word {
    let form = token.of(text);
    low.clear();
    let mut exact = hash::START;
    let mut shape = Shape::default();
    let (mut capitals, mut smalls) = (0, 0);
    for c in form.chars() {
        let c = plain(c);
        exact = hash::add(exact, c);
        shape.add(c);
        capitals += usize::from(c.is_uppercase());
        smalls += usize::from(c.is_lowercase());
        if c.is_ascii() {
            low.push(c.to_ascii_lowercase());
        } else {
            low.extend(c.to_lowercase());
        }
    }
    let hash_of = |part: &[char]| hash::finish(part.iter().copied().fold(hash::START, hash::add));
    let affix = |k: usize, part: &[char]| if low.len() > k { hash_of(part) } else { 0 };
    let end = |k: usize| &low[low.len().saturating_sub(k)..];
    let first = form.chars().next().unwrap_or(' ');
    let dotted = low.len() > 1 && low.contains(&'.');
    let whole = hash_of(low);
    Word {
        low: whole,
        exact: hash::finish(exact),
        key: if dotted { hash::finish(low.iter().copied().filter(|&c| c != '.').fold(hash::START, hash::add)) } else { whole },
        shape: hash::finish(shape.hash),
        prefixes: [1, 2, 3, 4].map(|k: usize| affix(k, &low[..k.min(low.len())])),
        suffixes: [1, 2, 3, 4].map(|k: usize| affix(k, end(k))),
        initial: low.first().copied().unwrap_or(' '),
        id: 0,
        is_alphabetic: first.is_alphabetic(),
        is_capital: first.is_uppercase(),
        is_upper: capitals > 1 && smalls == 0,
        is_lower: capitals == 0 && smalls > 0,
        is_number: token.kind == TokenKind::Number,
    }
}

/// Typographic variants of a mark become one, so that curly and straight quotes read alike.
fn plain(c: char) -> char {
    match c {
        '\u{2018}' | '\u{2019}' | '\u{2BC}' | '`' | '\u{B4}' => '\'',
        '“' | '”' | '„' | '«' | '»' => '"',
        '–' | '—' | '\u{2012}' | '\u{2015}' => '–',
        '\u{2010}' | '\u{2011}' | '\u{2212}' => '-',
        _ => c,
    }
}

/// Capitals become `X`, small letters `x`, digits `d`; of more than three alike in a row three are kept.
#[derive(Clone, Copy)]
struct Shape {
    hash: u32,
    last: char,
    run: u8,
}

impl Default for Shape {
    fn default() -> Self {
        Self { hash: hash::START, last: '\0', run: 0 }
    }
}

impl Shape {
    fn add(&mut self, c: char) {
        let class = match c {
            c if c.is_uppercase() => 'X',
            c if c.is_alphabetic() => 'x',
            c if c.is_numeric() => 'd',
            c => c,
        };
        self.run = if class == self.last { self.run.saturating_add(1) } else { 0 };
        self.last = class;
        if self.run < 3 {
            self.hash = hash::add(self.hash, class);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<Word> {
        Words::new(&Document::new(text)).all
    }

    #[test]
    fn forms() {
        let found = words("Moscow MOSCOW moscow");
        assert!(found.iter().all(|word| word.low == hash::of("moscow") && word.id == 0));
        assert_eq!(
            found.iter().map(|word| (word.is_capital, word.is_upper, word.is_lower)).collect::<Vec<_>>(),
            [(true, false, false), (true, true, false), (false, false, true)]
        );
    }

    #[test]
    fn shapes_and_affixes() {
        let found = words("Kabul Geneva 2019 UNHCR");
        assert_eq!(found[0].shape, found[1].shape);
        assert_eq!(found[0].suffixes[1], hash::of("ul"));
        assert_eq!(found[1].prefixes[3], hash::of("gene"));
        assert!(found[2].is_number);
        assert_eq!(found[3].shape, hash::of("XXX"));
    }

    #[test]
    fn dots_and_quotes() {
        let found = words("The U.S. and the US said «no»");
        assert_eq!(found[1].key, found[4].key);
        assert_eq!(found[6].low, found[8].low);
        assert_eq!(key_of("U.S."), found[4].key);
    }
}
