//! What stands around an expression: the day behind an hour, the quotation it stands in.

use super::{Anchor, Form, Found, Point, Resolver, Role, Scan, Unit, Value, recognize, speech};

/// A word before a noun: the date behind it says which one, as in `the Dec. 21, 1988, bombing`.
fn is_determiner(word: &str) -> bool {
    matches!(word, "the" | "The" | "a" | "A" | "an" | "An" | "its" | "their" | "his" | "her" | "'s" | "’s")
}

/// So many tokens behind a time, its day may stand.
const DAY_AHEAD: usize = 5;

/// The day that stands behind a time: `at 8:30 p.m. (1930 UTC) on August 27`.
pub(super) fn day_ahead<'f>(scan: &Scan, all: &'f [Found], index: usize) -> Option<&'f Found> {
    let mut end = all.get(index)?.end;
    for found in all.iter().skip(index + 1).take(2) {
        let gap = end..found.first;
        let far =
            found.first > end + DAY_AHEAD || gap.clone().any(|at| matches!(scan.document.word(at), "." | ";" | "and" | "\"" | "“" | "‘"));
        if far
            || scan.document.sentence_at(recognize::span(scan, found).start)
                != scan.document.sentence_at(recognize::span(scan, all.get(index)?).start)
        {
            return None;
        }
        match &found.form {
            Form::Time(_, None) => end = found.end,
            Form::Time(_, Some(_))
            | Form::Value(Value::Day(_))
            | Form::Shift(Unit::Day, ..)
            | Form::Point(Point::MonthDay(..) | Point::Weekday(_), _) => return Some(found),
            _ => return None,
        }
    }
    None
}

/// So many tokens before a time, the quotation it stands in may have begun.
const QUOTE_REACH: usize = 120;

/// True if a quotation of its paragraph has begun and not ended before the token at `at`.
pub(super) fn is_quoted(scan: &Scan, at: usize) -> bool {
    let mut marks = 0;
    for at in (at.saturating_sub(QUOTE_REACH)..at).rev() {
        match scan.document.word(at) {
            "“" | "«" | "„" => return true,
            "”" | "»" => return false,
            "\"" => marks += 1,
            _ => {}
        }
        if scan.document.tokens.get(at).is_some_and(|token| token.line_start) {
            break;
        }
    }
    marks % 2 == 1
}

/// True for an hour in brackets behind another one: `8:30 p.m. (1930 UTC)`.
fn is_other_zone(scan: &Scan, all: &[Found], index: usize) -> bool {
    let Some((found, before)) = all.get(index).zip(index.checked_sub(1).and_then(|before| all.get(before))) else { return false };
    let bracket = found.first.checked_sub(1).filter(|&at| scan.is_word(at, "("));
    matches!((&before.form, &found.form), (Form::Time(..), Form::Time(..))) && bracket == Some(before.end)
}

/// True behind `than`, `compared with`, `up from`.
fn is_compared(scan: &Scan, first: usize) -> bool {
    let word = |back: usize| first.checked_sub(back).map_or("", |at| scan.document.word(at));
    word(1) == "than" || matches!((word(2), word(1)), ("compared", "with" | "to") | ("up" | "down" | "unchanged", "from"))
}

impl Resolver<'_> {
    /// What the expression, read as counted from `anchor`, does in its sentence.
    pub(super) fn role(&self, all: &[Found], index: usize, anchor: Anchor) -> Role {
        let Some(found) = all.get(index) else { return Role::Plain };
        if self.quoted && speech::is_of_speech(&found.form, anchor) || is_other_zone(self.scan, all, index) {
            Role::Aside
        } else if is_compared(self.scan, found.first) {
            Role::Compared
        } else if found.first.checked_sub(1).is_some_and(|before| is_determiner(self.scan.document.word(before))) {
            Role::Attribute
        } else {
            Role::Plain
        }
    }
}
