//! The part of a sentence that a time belongs to.

use crate::text::{Document, Sentence, Span};

/// Words that begin a clause behind a comma or a dash.
const OPENERS: &[&str] =
    &["after", "although", "and", "as", "because", "before", "but", "though", "when", "where", "whereas", "which", "while", "who", "with"];
/// A clause reaches at most so many tokens from its time.
const REACH: usize = 200;
/// A clause has at least so many words beside the time.
const FEWEST: usize = 4;

/// The clause of `sentence` around `time`; the whole sentence if the clause says too little by itself.
pub fn around(document: &Document, sentence: &Sentence, time: Span) -> Span {
    let first = document.token_at(time.start);
    let (begin, stop) = ((sentence.first as usize).max(first.saturating_sub(REACH)), (sentence.end as usize).min(first + REACH));
    let is_border = |at: &usize| is_border(document, *at, sentence.first as usize);
    let start = (begin..=first).rfind(is_border).map_or(begin, |border| border + 1);
    let end = (first + 1..stop).find(is_border).unwrap_or(stop);
    let start = (start..end).find(|&at| !is_connective(document, at)).unwrap_or(start);
    let words = (start..end).filter(|&at| document.word(at).starts_with(char::is_alphabetic)).count();
    let tokens = document.tokens.get(start).zip(end.checked_sub(1).and_then(|last| document.tokens.get(last)));
    match tokens {
        Some((first, last)) if words >= FEWEST && first.span.to(last.span).contains(time) => first.span.to(last.span),
        _ => sentence.span,
    }
}

/// A semicolon, a dash that stands apart, or a comma before a word that begins a clause.
fn is_border(document: &Document, at: usize, first: usize) -> bool {
    match document.word(at) {
        ";" => true,
        "–" | "—" => document.tokens.get(at).is_some_and(|token| token.spaced) && at > first,
        "," => OPENERS.contains(&document.word(at + 1)) && !is_list(document, at + 1),
        _ => false,
    }
}

/// `a, b, and c`: the word behind `and` begins no clause where no verb follows soon; numbers and capitals are list items.
fn is_list(document: &Document, at: usize) -> bool {
    document.word(at) == "and"
        && document.word(at + 1).starts_with(|c: char| c.is_ascii_digit() || c.is_uppercase())
        && matches!(document.word(at + 2), "," | ".")
}

fn is_connective(document: &Document, at: usize) -> bool {
    matches!(document.word(at), "and" | "but" | "," | "“" | "«" | "\"")
}
