//! What stands around an expression: the day behind an hour, the quotation it stands in.

use super::{Form, Found, Point, Scan, Unit, Value, recognize};

/// A word before a noun: the date behind it says which one, as in `the Dec. 21, 1988, bombing`.
pub(super) fn is_determiner(word: &str) -> bool {
    matches!(word, "the" | "The" | "a" | "A" | "an" | "An" | "its" | "their" | "his" | "her" | "'s" | "’s")
}

/// So many tokens behind a time, its day may stand.
const DAY_AHEAD: usize = 5;

/// The day that stands behind a time: `at 8:30 p.m. (1930 UTC) on August 27`.
pub(super) fn day_ahead<'f>(scan: &Scan, all: &'f [Found], index: usize) -> Option<&'f Found> {
    let mut end = all.get(index)?.end;
    for found in all.iter().skip(index + 1).take(2) {
        let gap = end..found.first;
        let far = found.first > end + DAY_AHEAD || gap.clone().any(|at| matches!(scan.document.word(at), "." | ";" | "and"));
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
