//! What stands around an expression: the day behind an hour, the quotation it stands in.

use super::{Anchor, Form, Found, From, Pick, Point, Reading, Resolver, Role, Scan, TimeOfDay, Unit, Value, reckon, recognize, speech};
use crate::dates::words::Class;

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

/// The half of a day, in minutes, and how far the clocks of two zones may be apart.
const HALF_A_DAY: i32 = 12 * 60;
const ZONES_APART: i32 = 14 * 60;

/// An hour told again for another zone may be of the day beside: `8:30 p.m. (0030 UTC)`.
pub(super) fn beside_other_zone(scan: &Scan, all: &[Found], index: usize, reading: &mut Reading) {
    let (Some(Value::Time(day, TimeOfDay::Clock(clock))), true) = (&reading.value, is_other_zone(scan, all, index)) else { return };
    let before = index.checked_sub(1).and_then(|before| all.get(before)).map(|before| &before.form);
    let (Some(Form::Time(TimeOfDay::Clock(local), _)), Some(Form::Time(_, None))) = (before, all.get(index).map(|found| &found.form))
    else {
        return;
    };
    let minutes = |clock: i32| clock / 100 * 60 + clock % 100;
    let ahead = minutes(*clock) - minutes(*local);
    let days = if ahead < -HALF_A_DAY { 1 } else { -i32::from(ahead > ZONES_APART) };
    let time = TimeOfDay::Clock(*clock);
    reading.value = day.add_days(days).map(|day| Value::Time(day, time));
}

/// True behind `than`, `compared with`, `up from`.
fn is_compared(scan: &Scan, first: usize) -> bool {
    let word = |back: usize| first.checked_sub(back).map_or("", |at| scan.document.word(at));
    word(1) == "than" || matches!((word(2), word(1)), ("compared", "with" | "to") | ("up" | "down" | "unchanged", "from"))
}

/// So many tokens before a time, a word may tell that it comes again.
const HABIT_REACH: usize = 40;

/// So many tokens before or behind an hour, a word may tell that it comes again.
const REPEATED_REACH: usize = 8;

/// Words of what is so as a rule.
const HABITS: &[&str] = &["generally", "normally", "often", "ordinarily", "typically", "usually"];
/// Words of what is so each day.
const DAILY: &[&str] = &["curfew", "curfews", "daily", "nightly", "weekdays"];

/// So many tokens may stand between a time counted from another and the date that tells it, too.
const TOLD_BEHIND: usize = 2;

impl Resolver<'_> {
    /// True if the sentence tells what is so as a rule.
    pub(super) fn is_habit(&self, found: &Found, sentence: usize) -> bool {
        self.has_before(found, sentence, HABITS)
    }

    /// True if the sentence tells what is so each day.
    pub(super) fn is_daily(&self, found: &Found, sentence: usize) -> bool {
        self.has_before(found, sentence, DAILY) || self.is_repeated(found, sentence)
    }

    /// `every Tuesday from 7.30pm to 9pm`, `from 10 am to 5 pm daily`.
    fn is_repeated(&self, found: &Found, sentence: usize) -> bool {
        let range = self.scan.document.sentences.get(sentence).map_or(0..0, crate::text::Sentence::range);
        let is = |at: usize, words: &[&str]| words.iter().any(|word| self.scan.is_word(at, word));
        let every = |at: usize| {
            is(at, &["every", "each"])
                && (self.scan.is(at + 1, Class::Weekday) || is(at + 1, &["day", "weekday", "night", "morning", "evening", "week"]))
        };
        let before = (range.start.max(found.first.saturating_sub(REPEATED_REACH))..found.first).any(every);
        let mut behind = (found.end..range.end.min(found.end + REPEATED_REACH)).take_while(|&at| !is(at, &[",", ";"]));
        before || behind.any(|at| is(at, DAILY) || every(at))
    }

    fn has_before(&self, found: &Found, sentence: usize, words: &[&str]) -> bool {
        let start = self.scan.document.sentences.get(sentence).map_or(found.first, |sentence| sentence.range().start);
        let start = start.max(found.first.saturating_sub(HABIT_REACH));
        (start..found.first).any(|at| words.iter().any(|word| self.scan.is_word(at, word)))
    }

    /// `170 years later, in 1896`: the date behind it tells which year is meant.
    pub(super) fn told_behind(&self, all: &[Found], index: usize, reading: &mut Reading) {
        let Some((found, next)) = all.get(index).zip(all.get(index + 1)) else { return };
        let Form::Shift(unit, 1.., From::Context) = found.form else { return };
        let is_near = self.scan.is_word(found.end, ",") && (found.end + 1..=found.end + TOLD_BEHIND).contains(&next.first);
        let opens = is_near && matches!(self.scan.document.word(found.end + 1), "in" | "on");
        let Form::Value(Value::Year(_) | Value::Month(..) | Value::Day(_)) = next.form else { return };
        if let (true, Form::Value(value)) = (opens, &next.form)
            && let Some(told) = value.days().and_then(|(first, _)| reckon::shift(first, unit, 0))
            && (unit > Unit::Week || matches!(value, Value::Day(_)))
        {
            *reading = Reading { why: "as the date after it tells".to_string(), ..Reading::said(told) };
        }
    }

    /// `Monday (July 25)`, `today (25 July 2022)`: the day that the bracket behind it names.
    pub(super) fn told_in_bracket(&self, all: &[Found], index: usize, sentence: usize) -> Option<Reading> {
        let (found, next) = all.get(index).zip(all.get(index + 1))?;
        let is_open = matches!(found.form, Form::Point(Point::Weekday(_), Pick::Bare) | Form::Shift(Unit::Day, _, From::Publication));
        let is_bracket = next.first == found.end + 1 && self.scan.is_word(found.end, "(") && self.scan.is_word(next.end, ")");
        let is_named = matches!(next.form, Form::Value(Value::Day(_)) | Form::Point(Point::MonthDay(..), Pick::Bare));
        if !(is_open && is_bracket && is_named) {
            return None;
        }
        let reading = self.read(next, &next.form, sentence);
        let Some(Value::Day(day)) = reading.value else { return None };
        let fits = match found.form {
            Form::Point(Point::Weekday(weekday), _) => day.weekday() == weekday,
            _ => true,
        };
        fits.then(|| Reading { why: "as the date after it tells".to_string(), ..Reading::said(Value::Day(day)) })
    }

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
