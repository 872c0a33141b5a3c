//! Names of other things told apart: events, documents and works, by their head word.

use std::sync::OnceLock;

use super::NameType;
use crate::tables::rows;
use crate::text::{Document, Span};

const LIST: &str = include_str!("../../lexicon/names_of_things.tsv");

/// Small words that the head of a name stands before: `Code of Conduct`, `Treaty on …`.
const BEHIND_HEADS: [&str; 8] = ["of", "on", "for", "against", "to", "towards", "in", "between"];

/// What a name of another thing names; [`NameType::Other`] if its words do not tell.
pub fn refine(document: &Document, span: Span) -> NameType {
    let words: Vec<String> = (document.token_at(span.start)..)
        .map_while(|at| document.tokens.get(at).filter(|token| token.span.end <= span.end).map(|_| document.word(at).to_lowercase()))
        .collect();
    let head = words.iter().position(|word| BEHIND_HEADS.contains(&word.as_str())).unwrap_or(words.len());
    let by_head = head.checked_sub(1).and_then(|at| class(&words[at]));
    if let Some(kind) = by_head.or_else(|| words.last().and_then(|last| class(last))) {
        return kind;
    }
    if words.len() > 1 && words.first().is_some_and(|first| is_year(first)) {
        return NameType::Event;
    }
    if is_quoted(document.text, span) { NameType::Work } else { NameType::Other }
}

/// True for a convention, treaty or protocol `on`, `for` or `against` something, which no body is called.
pub fn is_surely_document(name: &str) -> bool {
    let words: Vec<&str> = name.split_whitespace().collect();
    let is_text =
        |word: &str| matches!(word.trim_matches(','), "Convention" | "Treaty" | "Protocol" | "Covenant" | "Declaration" | "Agreement");
    words.windows(2).any(|pair| is_text(pair[0]) && matches!(pair[1], "on" | "for" | "against" | "to"))
}

fn is_year(word: &str) -> bool {
    word.len() == 4 && (word.starts_with("19") || word.starts_with("20")) && word.bytes().all(|byte| byte.is_ascii_digit())
}

/// True if quotation marks stand directly around the name.
fn is_quoted(text: &str, span: Span) -> bool {
    let before = text[..span.start as usize].chars().next_back();
    let after = text[span.end as usize..].trim_start_matches([',', '.']).chars().next();
    let is_mark = |c: Option<char>| c.is_some_and(|c| matches!(c, '"' | '“' | '”' | '«' | '»' | '‘' | '’' | '\''));
    is_mark(before) && is_mark(after)
}

fn class(word: &str) -> Option<NameType> {
    static CLASSES: OnceLock<Vec<(&'static str, NameType)>> = OnceLock::new();
    let classes = CLASSES.get_or_init(|| {
        let mut classes: Vec<(&str, NameType)> = rows(LIST).filter_map(|row| entry(&row)).collect();
        classes.sort_unstable_by_key(|&(word, _)| word);
        classes
    });
    let found = classes.binary_search_by_key(&word, |&(word, _)| word).ok()?;
    classes.get(found).map(|&(_, kind)| kind)
}

fn entry(row: &[&'static str]) -> Option<(&'static str, NameType)> {
    let [word, class] = *row else { return None };
    let kind = match class {
        "event" => NameType::Event,
        "doc" => NameType::Document,
        "work" => NameType::Work,
        _ => return None,
    };
    Some((word, kind))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, name: &str, expected: NameType) {
        let start = text.find(name).unwrap();
        assert_eq!(refine(&Document::new(text), Span::new(start, start + name.len())), expected);
    }

    #[test]
    fn heads() {
        check("They signed the Treaty on Open Skies.", "Treaty on Open Skies", NameType::Document);
        check("the Arms Trade Treaty was signed", "Arms Trade Treaty", NameType::Document);
        check("at the 2020 Summer Olympics in Tokyo", "2020 Summer Olympics", NameType::Event);
        check("the 1994 Northridge quake", "1994 Northridge", NameType::Event);
        check("She read “The Old Road”, a book.", "The Old Road", NameType::Work);
        check("He has Ebola.", "Ebola", NameType::Other);
    }

    #[test]
    fn entries_are_single() {
        let mut words: Vec<&str> = rows(LIST).filter_map(|row| entry(&row)).map(|(word, _)| word).collect();
        words.sort_unstable();
        assert!(words.windows(2).all(|pair| pair[0] != pair[1]));
    }
}
