//! Companies told by their legal form: whatever a name looks like, `Põhjakai AS` and `Jonas Berg Oy` are companies.
//!
//! The tagger has seen few forms of other countries, so it takes such names for persons or places, or cuts them. Some
//! forms are also something else: `AG` is an attorney general, `SA` South Africa, and `AS` a word in a headline. These
//! count only in a sentence in small letters, with no other name behind them, and some not behind a place.

use std::borrow::Cow;

use super::neighbors::is_head;
use super::tagger::lists::{Kind, Lists};
use super::{Mention, NameType};
use crate::tables::legal_form;
use crate::text::{Document, Span, TokenKind};

/// How sure a company is that its legal form alone tells. In percent.
const SURE: u8 = 90;
/// The same, if the form may be something else.
const LIKELY: u8 = 65;
/// Words before a legal form that no mention covers are followed back so far.
const LONGEST: usize = 5;

/// So many words on both sides tell whether a sentence is in capitals.
const NEAR: usize = 12;

/// What else a legal form may be.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Else {
    Nothing,
    /// Other initials, a word or a name.
    Word,
    /// The same, and a sign for a state or country.
    Place,
    /// A sign for a state when in capitals.
    Code,
}

fn class_of(class: &str) -> Else {
    match class {
        "word" => Else::Word,
        "place" => Else::Place,
        "code" => Else::Code,
        _ => Else::Nothing,
    }
}

/// Makes companies of names with a legal form behind them. `mentions` are in order and do not overlap; so are the ones
/// returned. `lists` know which names are places.
pub fn complete(document: &Document, mentions: Vec<Mention>, lists: Option<&Lists>) -> Vec<Mention> {
    let mentions = apart(document, mentions);
    let mut companies: Vec<Mention> = Vec::new();
    for form in 0..document.tokens.len() {
        let Some((span, p)) = company(document, &mentions, lists, form) else { continue };
        if companies.last().is_none_or(|last| last.span.end <= span.start) {
            let why = Cow::Borrowed("a company's legal form stands behind the name");
            companies.push(Mention { span, kind: NameType::Organization, p, why, inside: None, entity: None });
        }
    }
    let mut completed = Vec::with_capacity(mentions.len() + companies.len());
    let mut companies = companies.into_iter().peekable();
    for mention in mentions {
        while let Some(company) = companies.next_if(|company| company.span.end <= mention.span.start) {
            completed.push(company);
        }
        match companies.peek_mut().filter(|company| company.span.overlaps(mention.span)) {
            Some(company) => company.p = company.p.max(mention.p),
            None => completed.push(mention),
        }
    }
    completed.extend(companies);
    completed
}

/// `Orsk Metall OJSC and Hentzau Trams Ltd`, taken for one name: two companies.
fn apart(document: &Document, mentions: Vec<Mention>) -> Vec<Mention> {
    let mut parts = Vec::with_capacity(mentions.len());
    for mention in mentions {
        let (first, end) =
            (document.token_at(mention.span.start), document.tokens.partition_point(|token| token.span.end <= mention.span.end));
        let is_joint = |at: &usize| document.word(*at) == "and" && form_of(document, at - 1).is_some() && is_capital(document, at + 1);
        let joint = (first + 1..end.saturating_sub(1)).find(is_joint);
        match joint.filter(|_| mention.kind == NameType::Organization && form_of(document, end - 1).is_some()) {
            Some(at) => {
                parts.push(Mention { span: Span { end: document.tokens[at - 1].span.end, ..mention.span }, ..mention.clone() });
                parts.push(Mention { span: Span { start: document.tokens[at + 1].span.start, ..mention.span }, ..mention });
            }
            None => parts.push(mention),
        }
    }
    parts
}

/// The company whose name ends with the legal form at this token, and how probable it is.
fn company(document: &Document, mentions: &[Mention], lists: Option<&Lists>, form: usize) -> Option<(Span, u8)> {
    let class = form_of(document, form)?;
    if form_of(document, behind(document, form)).is_some() {
        return None;
    }
    let mut first_form = form;
    while let Some(at) = before(document, first_form).filter(|&at| form_of(document, at).is_some()) {
        first_form = at;
    }
    let last = first_form.checked_sub(1)?;
    let range = document.sentences.get(document.sentence_at(document.tokens.get(form)?.span.start)?)?.range();
    let is_joined = document.tokens.get(first_form)?.spaced && !document.tokens.get(first_form)?.line_start;
    if last < range.start || !is_joined || !is_capital(document, last) {
        return None;
    }
    let name = covering(mentions, document.tokens.get(last)?.span);
    let is_chain = first_form < form;
    let is_sure = class == Else::Nothing || is_chain;
    if !is_sure {
        let is_small = |at: usize| document.word(at).len() > 2 && document.word(at).chars().all(char::is_lowercase);
        let is_before_name = is_capital(document, form + 1) && document.tokens.get(form + 1).is_some_and(|token| !token.line_start);
        let name = name?;
        let near = range.start.max(last.saturating_sub(NEAR))..range.end.min(form + NEAR);
        if !near.into_iter().any(is_small) || range.contains(&(form + 1)) && is_before_name || may_be_place(document, name, lists, class) {
            return None;
        }
    }
    let start = match name {
        Some(name) if !may_be_named(name.kind) => return None,
        Some(name) => whole(document, mentions, range.start, name),
        None if document.word(form) == "Limited" => return None,
        None => run(document, range.start, last)?,
    };
    let end = document.tokens.get(form)?.span.end;
    // A longer name goes on: `Acme Ltd Employees Union`.
    if covering(mentions, document.tokens.get(form)?.span).is_some_and(|mention| mention.span.end > end) {
        return None;
    }
    Some((Span { start, end }, if is_sure { SURE } else { LIKELY }))
}

/// What else the token may be, if it is written like a legal form.
fn form_of(document: &Document, at: usize) -> Option<Else> {
    let token = document.tokens.get(at).filter(|token| token.kind == TokenKind::Word)?;
    let word = token.of(document.text);
    if word.len() > 14 || word == "plc" {
        return (word == "plc").then_some(Else::Nothing);
    }
    let letters = || word.chars().filter(|c| c.is_alphabetic());
    let folded: String = letters().flat_map(char::to_lowercase).collect();
    let class = class_of(legal_form(&folded)?);
    let capitals = letters().filter(|c| c.is_uppercase()).count();
    let is_shouted = capitals == letters().count();
    let is_dotted = word.trim_end_matches('.').contains('.');
    match class {
        _ if !word.starts_with(char::is_uppercase) => None,
        // `SpA`, `GmbH`: nothing else is written so.
        _ if capitals > 1 && !is_shouted => Some(Else::Nothing),
        // `S.A.` is hardly a state's sign, but `A.G.` is an attorney general.
        Else::Place if is_dotted && folded != "ag" => Some(Else::Word),
        Else::Code if is_shouted => Some(Else::Place),
        Else::Nothing | Else::Code => Some(Else::Nothing),
        Else::Word | Else::Place => is_shouted.then_some(class),
    }
}

/// The token behind a legal form, a dot and a comma skipped: `Co., Ltd`.
fn behind(document: &Document, form: usize) -> usize {
    (form + 1..form + 3).find(|&at| !matches!(document.word(at), "." | ",")).unwrap_or(form + 3)
}

/// The token before a legal form, a dot and a comma skipped.
fn before(document: &Document, form: usize) -> Option<usize> {
    (form.saturating_sub(3)..form).rev().find(|&at| !matches!(document.word(at), "." | ","))
}

fn is_capital(document: &Document, at: usize) -> bool {
    document.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Word) && document.word(at).starts_with(char::is_uppercase)
}

fn covering(mentions: &[Mention], span: Span) -> Option<&Mention> {
    let at = mentions.partition_point(|mention| mention.span.end < span.end);
    mentions.get(at).filter(|mention| mention.span.start <= span.start)
}

/// Sums and peoples are no companies' names, nor are texts.
fn may_be_named(kind: NameType) -> bool {
    !matches!(kind, NameType::Group | NameType::Money | NameType::Document)
}

/// `Reno NV`, `the Texas AG`: a place and the sign of its state, or its attorney general.
fn may_be_place(document: &Document, name: &Mention, lists: Option<&Lists>, class: Else) -> bool {
    let places = Kind::Country.bit() | Kind::City.bit() | Kind::BigCity.bit() | Kind::Region.bit();
    let text = name.span.of(document.text);
    let front = text.rsplit_once(' ').map_or("", |(front, _)| front);
    let is_listed = |name: &str| lists.is_some_and(|lists| lists.kinds_of(name) & places != 0);
    class == Else::Place && (name.kind == NameType::Place || is_listed(text) || is_listed(front))
}

/// Where the whole name begins: in front of `Bank AG` stand the words that say which bank.
fn whole(document: &Document, mentions: &[Mention], sentence: usize, name: &Mention) -> u32 {
    let first = document.token_at(name.span.start);
    let Some(last) = first.checked_sub(1).filter(|&last| last >= sentence && is_capital(document, last)) else { return name.span.start };
    let is_near = document.tokens.get(first).is_some_and(|token| token.spaced && !token.line_start);
    if !is_near || !is_head(document.word(first)) {
        return name.span.start;
    }
    match covering(mentions, document.tokens[last].span) {
        Some(front) if may_be_named(front.kind) => front.span.start,
        Some(_) => name.span.start,
        None => run(document, sentence, last).unwrap_or(name.span.start),
    }
}

/// Where the capitalized words begin that end with `last`; the first word of a sentence has its capital from there.
fn run(document: &Document, sentence: usize, last: usize) -> Option<u32> {
    let mut first = last;
    while first > sentence && last - first < LONGEST && (is_capital(document, first - 1) || document.word(first - 1) == "&") {
        first -= 1;
    }
    if first == sentence && first < last && matches!(document.word(first), "The" | "A" | "An" | "In" | "At" | "But" | "And" | "For") {
        first += 1;
    }
    Some(document.tokens.get(first)?.span.start)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Asserts the companies of a text in which names are tagged: `[PER Jonas Berg] Oy`.
    #[track_caller]
    fn check(marked: &str, expected: &[&str]) {
        let (mut text, mut mentions) = (String::new(), Vec::new());
        for piece in marked.split_inclusive(']') {
            let (plain, mark) = piece.split_once('[').unwrap_or((piece, ""));
            text.push_str(plain);
            let Some((kind, name)) = mark.strip_suffix(']').and_then(|mark| mark.split_once(' ')) else { continue };
            let kind = serde_json::from_str(&format!("\"{kind}\"")).unwrap();
            let span = Span::new(text.len(), text.len() + name.len());
            text.push_str(name);
            mentions.push(Mention { span, kind, p: 50, why: "tagged".into(), inside: None, entity: None });
        }
        let found = complete(&Document::new(&text), mentions, None);
        let companies = found.iter().filter(|mention| mention.kind == NameType::Organization);
        assert_eq!(companies.map(|mention| mention.span.of(&text)).collect::<Vec<_>>(), expected, "{marked}");
    }

    #[test]
    fn behind_names() {
        check("The operator [PER Põhjakai] AS said it would pay.", &["Põhjakai AS"]);
        check("It was paid by [PER Jonas Berg Oy] on Monday.", &["Jonas Berg Oy"]);
        check("[LOC Casa Delmar] S.A. and [PER Verdi Pasta] SpA rose.", &["Casa Delmar S.A.", "Verdi Pasta SpA"]);
        check("[LOC Paris] Ltd. rose.", &["Paris Ltd"]);
        check("[LOC Nordhafen] [ORG Bank AG] fell.", &["Nordhafen Bank AG"]);
        check("Shares of Nordhafen [ORG Bank] AG fell.", &["Nordhafen Bank AG"]);
        check("The Orsk Metall OJSC closed, and so did Brill & Hope plc.", &["Orsk Metall OJSC", "Brill & Hope plc"]);
        check("[PER Kuala Emas] Sdn Bhd and [PER Lim Soon] Co., Ltd. won.", &["Kuala Emas Sdn Bhd", "Lim Soon Co., Ltd"]);
        check("[ORG Orsk Metall GmbH and Hentzau Trams SA] merged in May.", &["Orsk Metall GmbH", "Hentzau Trams SA"]);
        check("A dispute with [ORG Brill and Hope Ltd] ended.", &["Brill and Hope Ltd"]);
    }

    #[test]
    fn something_else() {
        check("POLICE HOLD MAYOR [PER BERG] AS RIOTS SPREAD", &[]);
        check("[PER Berg] As mayor he was liked.", &[]);
        check("The [LOC Texas] AG said so, and so did [PER AG Ken Berg], the [LOC Texas] A.G. again.", &[]);
        check("Lawyers asked [PER Berg] AG Anna Lind to come.", &[]);
        check("He lives in [LOC Elko] NV and in [LOC Durban], SA.", &[]);
        check("She wrote for Inc. and for [ORG Forbes] magazine.", &["Forbes"]);
        check("It is [NORP Swiss] AG law.", &[]);
        check("We met [PER Jonas Berg]. AS Roma won the cup.", &[]);
        check("It was at [FAC Bath Spa] again.", &[]);
        check("[ORG Brill Ltd Employees Union] met.", &["Brill Ltd Employees Union"]);
        check("[PER Asa Lind] and [PER Lind Asa] came late.", &[]);
    }
}
