//! Times counted from an event that the story dates elsewhere: `the day before the vote`, `two weeks after the blast`.

use super::{Alternative, Found, Reading, Resolver, Unit, Value, describe, reckon};
use crate::dates::Anchor;
use crate::dates::calendar::Date;
use crate::dates::pattern::Scan;

/// The day of the event is looked for among so many expressions before.
const TIMES: usize = 60;
/// The event is looked for in so many tokens around a date.
const AROUND: usize = 25;

impl Resolver<'_> {
    /// The day so many days from that of the event whose name is the token `event`.
    pub(super) fn day_of_event(&self, event: Option<usize>, days: i32) -> Reading {
        let Some((base, anchor)) = self.event_day(event) else { return Reading::unanchored() };
        let side = match days {
            0 => "the day of what is told of".to_string(),
            _ => format!("the day {}", if days < 0 { "before" } else { "after" }),
        };
        let why = format!("{side} {}", describe(base, anchor));
        Reading { value: base.add_days(days).map(Value::Day), anchor, why, p: 70, alternatives: Vec::new() }
    }

    /// Adds the date that a length leads to: `two weeks before the vote`.
    pub(super) fn count_from_event(&self, found: &Found, reading: &mut Reading) {
        let Some(Value::Length(length)) = reading.value else { return };
        let sign = match self.scan.document.word(found.end) {
            "before" => -1,
            "after" => 1,
            _ => return,
        };
        if length.halves <= 0 || length.halves % 2 != 0 || length.unit.is_of_clock() || length.unit > Unit::Year {
            return;
        }
        let Some(event) = noun(self.scan, found.end + 1) else { return };
        let Some((base, anchor)) = self.dated(event) else { return };
        if let Some(value) = reckon::shift(base, length.unit, sign * (length.halves / 2)) {
            let name = self.scan.document.word(event);
            let why = format!("as a date, counted from the {name} on {}", describe(base, anchor));
            reading.alternatives.push(Alternative { value: value.timex(), why });
        }
    }

    /// The day told with the event; else that of the event the story is about.
    fn event_day(&self, event: Option<usize>) -> Option<(Date, Anchor)> {
        event.and_then(|event| self.dated(event)).or_else(|| self.context.day_of_clock())
    }

    /// The last day that the story tells near another mention of the event.
    fn dated(&self, event: usize) -> Option<(Date, Anchor)> {
        let name = self.scan.document.word(event);
        let recent = self.times.iter().enumerate().rev().take(TIMES);
        recent.filter(|(_, time)| time.earliest.is_some() && time.earliest == time.latest).find_map(|(index, time)| {
            let sentence = self.scan.document.sentences.get(self.scan.document.sentence_at(time.span.start)?)?.range();
            let at = self.scan.document.token_at(time.span.start);
            let near = sentence.start.max(at.saturating_sub(AROUND))..sentence.end.min(at + AROUND);
            let told = near.into_iter().any(|at| at != event && is_same(self.scan.document.word(at), name));
            told.then_some((time.earliest?, Anchor::Expression(index as u32)))
        })
    }
}

/// The same noun, in the singular or the plural, in small or capital letters.
fn is_same(one: &str, other: &str) -> bool {
    let stem = |word: &str| word.to_ascii_lowercase().trim_end_matches('s').to_string();
    one.len() > 2 && stem(one) == stem(other)
}

/// The noun of the phrase that begins at `at`: `the parliamentary vote`; none for a clause.
pub fn noun(scan: &Scan, at: usize) -> Option<usize> {
    const DETERMINERS: &[&str] = &["the", "his", "her", "its", "their", "that", "this", "a", "an"];
    /// An event is named by at most so many words.
    const LONGEST: usize = 5;
    let first = DETERMINERS.iter().any(|word| scan.is_word(at, word)).then_some(at + 1)?;
    let end = (first..first + LONGEST).find(|&at| scan.phrase_ends(at) || matches!(scan.document.word(at), "of" | "'s" | "’s"))?;
    let noun = end.checked_sub(1).filter(|noun| *noun >= first)?;
    scan.document.word(noun).starts_with(char::is_alphabetic).then_some(noun)
}
