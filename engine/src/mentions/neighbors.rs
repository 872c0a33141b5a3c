//! What the names beside a name say about it: the parts of a body, and the members of an enumeration.
//!
//! The tagger decides word by word. Two things that a reader sees at once stand wider apart: `Secretariat of the OSCE` is
//! one body, not a word before one; and what stands in the middle of a list of bodies is a body.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::OnceLock;

use super::{Mention, NameType, things};
use crate::tables::rows;
use crate::text::dateline::is_weekday;
use crate::text::{Document, Span, TokenKind};

/// Capitalized words before `of the …` are followed back so far.
const LONGEST_PART: usize = 8;

/// Joins parts to their bodies. `mentions` are in order and do not overlap; so are the ones returned.
pub fn join(document: &Document, mentions: &[Mention]) -> Vec<Mention> {
    let mut joined: Vec<Mention> = Vec::with_capacity(mentions.len());
    for (index, body) in mentions.iter().enumerate() {
        let before = joined.last().map(|mention| mention.span);
        let part = (body.kind == NameType::Organization).then(|| part_of(document, body.span, before, mentions.get(index + 1))).flatten();
        let Some((start, why)) = part else {
            joined.push(body.clone());
            continue;
        };
        while joined.last().is_some_and(|mention| mention.span.start >= start) {
            joined.pop();
        }
        joined.push(Mention { span: Span { start, end: body.span.end }, why: Cow::Borrowed(why), ..body.clone() });
    }
    let joined = over_and(document, &joined);
    joined.iter().filter(|mention| !is_day(document, mention)).flat_map(|mention| apart(document, mention)).collect()
}

/// `Federation of Ports and Harbor Societies (FPHS)`: one name cut at `and`, as the initials behind it tell.
fn over_and(document: &Document, mentions: &[Mention]) -> Vec<Mention> {
    let mut joined: Vec<Mention> = Vec::with_capacity(mentions.len());
    for mention in mentions {
        let is_body = |mention: &Mention| mention.kind == NameType::Organization;
        match joined.last_mut() {
            Some(first) if is_body(first) && is_body(mention) && is_one_name(document, first.span, mention.span) => {
                first.span.end = mention.span.end;
                first.why = Cow::Borrowed("the initials behind it stand for both parts");
            }
            _ => joined.push(mention.clone()),
        }
    }
    joined
}

/// True if the initials in brackets behind the second part begin with those of the first, and are not the second's own.
fn is_one_name(document: &Document, first: Span, second: Span) -> bool {
    let between = document.text.get(first.end as usize..second.start as usize).unwrap_or_default();
    let behind = document.text.get(second.end as usize..).unwrap_or_default();
    let Some(rest) = behind.strip_prefix(" (") else { return false };
    let letters = rest.split(|c: char| !c.is_alphabetic()).next().filter(|letters| rest[letters.len()..].starts_with(')'));
    let Some(letters) = letters else { return false };
    let initials = |span: Span| {
        let words = span.of(document.text).split([' ', '-']).filter_map(|word| word.chars().next());
        words.filter(|c| c.is_uppercase()).collect::<String>()
    };
    let (one, other) = (initials(first), initials(second));
    let fits = letters == one || letters.len() > one.len() && format!("{one}{other}").starts_with(letters);
    between == " and " && letters.len() > 2 && one.len() > 1 && fits && letters != other
}

/// A bare weekday is a date, not a name.
fn is_day(document: &Document, mention: &Mention) -> bool {
    let word = mention.span.of(document.text);
    matches!(mention.kind, NameType::Other | NameType::Event | NameType::Place | NameType::Group)
        && word.trim_end_matches('s').ends_with("day")
        && is_weekday(word.trim_end_matches('s'))
}

/// `Nepalgunj, Nepal` are two places; `Washington, D.C.` is one. A body that is a convention on something is a treaty.
fn apart(document: &Document, mention: &Mention) -> Vec<Mention> {
    let text = mention.span.of(document.text);
    if mention.kind == NameType::Organization && things::is_surely_document(text) {
        return vec![Mention { kind: NameType::Document, why: Cow::Borrowed("it is a text about something"), ..mention.clone() }];
    }
    let commas: Vec<usize> =
        if mention.kind == NameType::Place { text.match_indices(", ").map(|(at, _)| at).collect() } else { Vec::new() };
    let last = commas.last().and_then(|at| text.get(at + 2..)).unwrap_or_default();
    if commas.is_empty() || is_state_code(last) {
        return vec![mention.clone()];
    }
    let mut start = 0;
    let mut parts = Vec::new();
    for end in commas.into_iter().chain([text.len()]) {
        let span = Span::new(mention.span.start as usize + start, mention.span.start as usize + end);
        let is_name = span.of(document.text).starts_with(char::is_alphanumeric);
        parts.extend(is_name.then(|| Mention { span, ..mention.clone() }));
        start = end + 2;
    }
    parts
}

/// `DC`, `N.W.T.`: no word, but a sign for a state.
fn is_state_code(text: &str) -> bool {
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    letters < 4 && text.chars().all(|c| c.is_uppercase() || c == '.')
}

/// Where the part begins that stands before `of` and this body, and why it is one.
fn part_of(document: &Document, body: Span, before: Option<Span>, next: Option<&Mention>) -> Option<(u32, &'static str)> {
    let sentence = document.sentences.get(document.sentence_at(body.start)?)?.range();
    let mut of = document.token_at(body.start).checked_sub(1)?;
    if document.word(of) == "the" {
        of = of.checked_sub(1)?;
    }
    let last = of.checked_sub(1).filter(|_| document.word(of) == "of")?;
    let first = first_capital(document, sentence.start, last)?;
    let start = document.tokens.get(first)?.span.start;
    // A name that ends in the middle of these words has been cut there with reason.
    if before.is_some_and(|before| before.start < start && before.end > start) {
        return None;
    }
    if is_head(document.word(last)) {
        return Some((start, "it is named as a part of the body that follows"));
    }
    let listed = before.is_some_and(|before| before.end <= start && is_comma(document, before, first))
        && next.is_some_and(|next| next.kind == NameType::Organization && is_comma(document, body, document.token_at(next.span.start)))
        && last > first;
    listed.then_some((start, "it stands in a list of organizations"))
}

/// The first of the capitalized words, hyphens between them allowed, that end with `last`.
fn first_capital(document: &Document, sentence: usize, last: usize) -> Option<usize> {
    let is_capital = |at: usize| {
        document.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Word) && document.word(at).starts_with(char::is_uppercase)
    };
    let mut first = is_capital(last).then_some(last)?;
    while first > sentence && last - first < LONGEST_PART {
        if is_capital(first - 1) {
            first -= 1;
        } else if document.word(first - 1) == "-" && first >= sentence + 2 && is_capital(first - 2) {
            first -= 2;
        } else {
            break;
        }
    }
    // The first word of a sentence may have its capital from there alone: `Members of the UN`.
    (first > sentence || last > first || is_head(document.word(first))).then_some(first)
}

/// True if only a comma, `and` and `the` stand between the name and the token.
fn is_comma(document: &Document, name: Span, token: usize) -> bool {
    let after = document.token_at(name.end.saturating_sub(1)) + 1;
    let between = document.tokens.get(after..token).unwrap_or_default();
    !between.is_empty() && between.iter().all(|token| matches!(token.of(document.text), "," | "and" | "the" | ";"))
}

/// True for the head word of an organization's name.
pub(super) fn is_head(word: &str) -> bool {
    static HEADS: OnceLock<BTreeSet<&'static str>> = OnceLock::new();
    let heads = HEADS.get_or_init(|| {
        let organizations = rows(include_str!("../../lexicon/heads.tsv")).filter(|row| row.get(1) == Some(&"ORG"));
        organizations.filter_map(|row| row.first().copied()).collect()
    });
    word.starts_with(char::is_uppercase) && heads.contains(word.to_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn organization(text: &str, name: &str) -> Mention {
        let start = text.find(name).unwrap();
        Mention {
            span: Span::new(start, start + name.len()),
            kind: NameType::Organization,
            p: 90,
            why: Cow::Borrowed(""),
            inside: None,
            entity: None,
        }
    }

    #[track_caller]
    fn check(text: &str, tagged: &[&str], expected: &[&str]) {
        let mentions: Vec<Mention> = tagged.iter().map(|name| organization(text, name)).collect();
        let joined = join(&Document::new(text), &mentions);
        assert_eq!(joined.iter().map(|mention| mention.span.of(text)).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn parts_of_bodies() {
        check("It was told by the Secretariat of the OSCE on Monday.", &["OSCE"], &["Secretariat of the OSCE"]);
        check(
            "the Human Rights Council of the United Nations",
            &["Human Rights Council", "United Nations"],
            &["Human Rights Council of the United Nations"],
        );
        check("the President of the World Bank said", &["World Bank"], &["World Bank"]);
        check("the secretariat of the OSCE", &["OSCE"], &["OSCE"]);
        check("Members of the UN voted.", &["UN"], &["UN"]);
    }

    #[test]
    fn places_behind_commas() {
        let parts = |text: &str, name: &str| {
            let place = Mention { kind: NameType::Place, ..organization(text, name) };
            join(&Document::new(text), &[place]).iter().map(|mention| mention.span.of(text).to_string()).collect::<Vec<_>>()
        };
        assert_eq!(parts("HENTZAU, Ruritania: It rained.", "HENTZAU, Ruritania"), ["HENTZAU", "Ruritania"]);
        assert_eq!(parts("in Ham, Hentzau, Ruritania", "Ham, Hentzau, Ruritania"), ["Ham", "Hentzau", "Ruritania"]);
        assert_eq!(parts("in Washington, D.C. it rained", "Washington, D.C."), ["Washington, D.C."]);
        assert_eq!(parts("It rained on Monday.", "Monday"), [""; 0]);
    }

    #[test]
    fn names_cut_at_and() {
        let text = "The Federation of Ports and Harbor Societies (FPHS) met.";
        check(text, &["Federation of Ports", "Harbor Societies", "FPHS"], &["Federation of Ports and Harbor Societies", "FPHS"]);
        let text = "The Federation of Ports and Harbor Societies (FP) met.";
        check(text, &["Federation of Ports", "Harbor Societies"], &["Federation of Ports", "Harbor Societies"]);
        let text = "The Port Office and World Harbor League (WHL) met.";
        check(text, &["Port Office", "World Harbor League"], &["Port Office", "World Harbor League"]);
    }

    #[test]
    fn texts_about_something() {
        let kind = |text: &str| join(&Document::new(text), &[organization(text, text)])[0].kind;
        assert_eq!(kind("UN Convention on Salt"), NameType::Document);
        assert_eq!(kind("National Convention"), NameType::Organization);
        assert_eq!(kind("Convention of Lighthouses"), NameType::Organization);
    }

    #[test]
    fn members_of_a_list() {
        let text = "came from the OSCE, the Joint Border Structure of the CIS and Interpol";
        check(text, &["OSCE", "CIS", "Interpol"], &["OSCE", "Joint Border Structure of the CIS", "Interpol"]);
        let text = "said Anna Berg of the OSCE and Interpol";
        check(text, &["OSCE", "Interpol"], &["OSCE", "Interpol"]);
    }
}
