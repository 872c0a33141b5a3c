//! Names as they are compared: edges trimmed, case and punctuation evened out.

use std::ops::Range;

use caseless::default_case_fold_str;
use unicode_normalization::UnicodeNormalization;

use crate::letters::{is_apostrophe, is_dash, is_edge, is_letter, is_space, is_word};

/// A text by its code points.
pub type Letters = [char];

/// `norm_span`: blanks, quotes, punctuation, a leading article and a trailing possessive cut off; `None` if nothing is left.
pub fn trim(text: &Letters, span: Range<usize>) -> Option<Range<usize>> {
    let (mut start, mut end) = (span.start, span.end);
    loop {
        let before = (start, end);
        while start < end && is_edge(text[start]) {
            start += 1;
        }
        while start < end && is_edge(text[end - 1]) {
            end -= 1;
        }
        if let Some(cut) = possessive(&text[start..end])
            && cut > 0
        {
            end = start + cut;
        }
        if let Some(len) = article(&text[start..end])
            && start + len < end
        {
            start += len;
        }
        if (start, end) == before {
            return (start < end).then_some(start..end);
        }
    }
}

/// Where a possessive `'s` or `'` at the end begins.
fn possessive(name: &Letters) -> Option<usize> {
    let n = name.len();
    if n >= 2 && matches!(name[n - 1], 's' | 'S') && is_apostrophe(name[n - 2]) {
        return Some(n - 2);
    }
    (n >= 1 && is_apostrophe(name[n - 1])).then(|| n - 1)
}

/// The length of a leading `the `, `a ` or `an ` with its white space.
fn article(name: &Letters) -> Option<usize> {
    let word: String = name.iter().take_while(|c| !is_space(**c)).collect();
    let is_article = ["the", "a", "an"].iter().any(|article| article.eq_ignore_ascii_case(&word));
    let len = word.chars().count();
    let blanks = name[len..].iter().take_while(|c| is_space(**c)).count();
    (is_article && blanks > 0).then_some(len + blanks)
}

/// `norm_name`: the key under which a name stands in the list; empty if nothing is left.
pub fn key(name: &str) -> String {
    let letters: Vec<char> = name.nfkc().collect();
    let Some(span) = trim(&letters, 0..letters.len()) else { return String::new() };
    let mut letters = letters[span].to_vec();
    if is_dotted(&letters) {
        letters.retain(|c| !matches!(c, '.' | ' '));
    }
    let folded = default_case_fold_str(&without_inner_dots(&letters));
    let mut out = String::new();
    for c in folded.chars() {
        if is_apostrophe(c) {
            continue;
        }
        match c {
            '&' => out.push_str(" and "),
            _ if is_dash(c) || is_edge(c) => out.push(' '),
            _ => out.push(c),
        }
    }
    out.split(is_space).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// `^(?:[^\W\d_]\s?\.\s?){2,}[^\W\d_]?$` of the name with a dot behind it: single letters with dots, perhaps spaced.
fn is_dotted(name: &Letters) -> bool {
    let name: Vec<char> = name.iter().copied().chain(['.']).collect();
    let (mut at, mut pairs) = (0, 0);
    let skip_blank = |at: usize| at + usize::from(name.get(at).is_some_and(|c| is_space(*c)));
    while name.get(at).is_some_and(|c| is_letter(*c)) && name.get(skip_blank(at + 1)) == Some(&'.') {
        at = skip_blank(skip_blank(at + 1) + 1);
        pairs += 1;
    }
    let rest = name.len() - at;
    pairs >= 2 && (rest == 0 || (rest == 1 && is_letter(name[at])))
}

/// `\b(?:[^\W\d_]\.){2,}` anywhere in the name loses its dots.
fn without_inner_dots(name: &Letters) -> String {
    let (mut out, mut at) = (String::new(), 0);
    while at < name.len() {
        let pairs = name[at..].chunks(2).take_while(|pair| is_letter(pair[0]) && pair.get(1) == Some(&'.')).count();
        if pairs >= 2 && (at == 0 || !is_word(name[at - 1])) {
            out.extend(name[at..at + 2 * pairs].iter().filter(|c| **c != '.'));
            at += 2 * pairs;
        } else {
            out.push(name[at]);
            at += 1;
        }
    }
    out
}

/// `norm` of `story_score.py`: the form under which rows of a story are compared.
pub fn form(name: &str) -> String {
    let folded = default_case_fold_str(&name.nfkc().collect::<String>());
    let mut even = String::new();
    for c in folded.chars() {
        if is_space(c) || matches!(c, '-' | '\u{2010}'..='\u{2015}') {
            if !even.ends_with(' ') {
                even.push(' ');
            }
        } else {
            even.push(c);
        }
    }
    let mut name = even.trim_matches(|c: char| " \"'“”‘’«».,;:()".contains(c));
    name = ["the ", "a ", "an "].iter().find_map(|article| name.strip_prefix(article)).unwrap_or(name);
    name = ["'s", "’s", "'", "’"].iter().find_map(|end| name.strip_suffix(end)).unwrap_or(name);
    if is_initials(name) { name.replace('.', "") } else { name.to_string() }
}

/// `(\w\.)+\w?` and nothing else.
fn is_initials(name: &str) -> bool {
    let letters: Vec<char> = name.chars().collect();
    let pairs = letters.chunks(2).take_while(|pair| is_word(pair[0]) && pair.get(1) == Some(&'.')).count();
    let rest = &letters[2 * pairs..];
    pairs >= 1 && rest.len() <= 1 && rest.iter().all(|c| is_word(*c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_keys() {
        for (a, b) in [
            ("the U.N.", "UN"),
            ("The  World\nBank", "world bank"),
            ("AT&T", "AT & T"),
            ("Amnesty International's", "amnesty international"),
            ("«Gazprom»", "Gazprom"),
            ("Al-Qaeda", "al Qaeda"),
            ("O’Neill Ltd", "O'Neill Ltd"),
            ("U.N", "UN"),
            ("Bank of the U.S.A. Ltd.", "Bank of the USA Ltd"),
            ("J. P. Morgan", "j p morgan"),
        ] {
            assert_eq!(key(a), key(b), "{a} {b}");
        }
        assert_ne!(key("World Bank"), key("World Banks"));
        assert_eq!(key("...'"), "");
    }

    #[test]
    fn forms() {
        assert_eq!(form("The U.S."), "us");
        assert_eq!(form("U.S.A"), "usa");
        assert_eq!(form("Al–Qaeda’s"), "al qaeda");
        assert_eq!(form("“an Agency”"), "agency");
    }

    #[test]
    fn trimmed_spans() {
        let text: Vec<char> = "“The UN's,” he".chars().collect();
        assert_eq!(trim(&text, 0..11), Some(5..7));
        assert_eq!(trim(&text, 0..1), None);
    }
}
