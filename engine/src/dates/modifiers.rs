//! Words before a time that shade it: `about`, `early`, `the end of`, `more than`, `at least`.

use super::Modifier;
use super::form::Form;
use super::pattern::Scan;
use super::value::Value;
use super::words::Class;

/// What may stand before a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shade {
    /// Tokens.
    pub len: usize,
    /// What it says.
    pub modifier: Modifier,
    /// Which times it shades.
    pub of: Of,
}

/// Which times a word shades.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Of {
    /// Places on the calendar.
    Dates,
    /// Decades and centuries.
    Decades,
    /// Lengths and counts.
    Lengths,
    /// Both.
    Any,
}

/// Phrases before lengths, with what they say.
const BEFORE_LENGTHS: &[(&[&str], Modifier)] = &[
    (&["at", "least"], Modifier::EqualOrMore),
    (&["at", "most"], Modifier::EqualOrLess),
    (&["no", "more", "than"], Modifier::EqualOrLess),
    (&["not", "more", "than"], Modifier::EqualOrLess),
    (&["no", "less", "than"], Modifier::EqualOrMore),
    (&["no", "fewer", "than"], Modifier::EqualOrMore),
    (&["more", "than"], Modifier::MoreThan),
    (&["less", "than"], Modifier::LessThan),
    (&["fewer", "than"], Modifier::LessThan),
    (&["up", "to"], Modifier::EqualOrLess),
    (&["just", "over"], Modifier::MoreThan),
    (&["just", "under"], Modifier::LessThan),
    (&["a", "little", "over"], Modifier::MoreThan),
    (&["somewhat", "over"], Modifier::MoreThan),
    (&["well", "over"], Modifier::MoreThan),
    (&["close", "to"], Modifier::Approx),
    (&["over"], Modifier::MoreThan),
    (&["under"], Modifier::LessThan),
];

/// The words that begin a shade.
pub fn first_words() -> impl Iterator<Item = &'static str> {
    BEFORE_LENGTHS.iter().filter_map(|(words, _)| words.first().copied()).chain(["very", "earlier", "later"])
}

/// The classes that begin a shade.
pub const FIRST_CLASSES: &[Class] = &[Class::The, Class::Early, Class::Approx, Class::Edge];

/// The shade that begins with the token `at`.
pub fn shade(scan: &Scan, at: usize) -> Option<Shade> {
    if scan.is(at, Class::The)
        && let Some(early) = scan.value(at + 1, Class::Early)
    {
        let shade = early_or_late(scan, at + 1, early);
        return Some(Shade { len: shade.len + 1, of: Of::Decades, ..shade });
    }
    let very = usize::from(scan.is_word(at, "very"));
    if let Some(early) = scan.value(at + very, Class::Early) {
        let shade = early_or_late(scan, at + very, early);
        return Some(Shade { len: shade.len + very, ..shade });
    }
    if scan.is(at, Class::Approx) {
        let less = scan.is_word(at, "nearly") || scan.is_word(at, "almost");
        return Some(Shade { len: 1, modifier: if less { Modifier::LessThan } else { Modifier::Approx }, of: Of::Any });
    }
    if let Some(shade) = edge(scan, at) {
        return Some(shade);
    }
    if scan.is_word(at, "earlier") || scan.is_word(at, "later") {
        let modifier = if scan.is_word(at, "earlier") { Modifier::Start } else { Modifier::End };
        return Some(Shade { len: 1, modifier, of: Of::Dates });
    }
    let (words, modifier) = BEFORE_LENGTHS.iter().find(|(words, _)| words.iter().zip(at..).all(|(word, at)| scan.is_word(at, word)))?;
    Some(Shade { len: words.len(), modifier: *modifier, of: Of::Lengths })
}

fn early_or_late(scan: &Scan, at: usize, early: i32) -> Shade {
    let dash = usize::from(scan.is(at + 1, Class::Dash) && !scan.spaced(at + 1));
    let modifier = match early {
        0 => Modifier::Start,
        1 => Modifier::Mid,
        _ => Modifier::End,
    };
    let on = usize::from(early != 1 && scan.is_word(at + 1, "on"));
    Shade { len: 1 + dash + on, modifier, of: Of::Dates }
}

/// `the end of`, `the beginning of`, with or without the article.
fn edge(scan: &Scan, at: usize) -> Option<Shade> {
    let article = usize::from(scan.is(at, Class::The));
    let early = usize::from(scan.is_word(at + article, "very"));
    let edge = scan.value(at + article + early, Class::Edge)?;
    if !scan.is_word(at + article + early + 1, "of") {
        return None;
    }
    let modifier = match edge {
        0 => Modifier::Start,
        1 => Modifier::Mid,
        _ => Modifier::End,
    };
    Some(Shade { len: article + early + 2, modifier, of: Of::Dates })
}

impl Shade {
    /// True if it can stand before that time.
    pub fn fits(self, form: &Form) -> bool {
        let is_length = matches!(form, Form::Value(Value::Length(_) | Value::Lengths(_)));
        let is_set_or_vague = matches!(form, Form::Value(Value::Set(_) | Value::Reference(_)));
        match self.of {
            Of::Dates => !is_length && !is_set_or_vague,
            Of::Decades => matches!(form, Form::Value(Value::Decade(_) | Value::Century(_)) | Form::ShortDecade(_)),
            Of::Lengths => is_length || matches!(form, Form::Shift(..)),
            Of::Any => !is_set_or_vague,
        }
    }
}
