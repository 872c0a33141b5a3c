//! Units counted from the day of writing or the day told about: `last year`, `three days ago`, `a year earlier`, `the next day`.

use super::Rule;
use crate::dates::form::{Form, From};
use crate::dates::numbers::VAGUE;
use crate::dates::pattern::{Match, Scan};
use crate::dates::value::{Length, Reference, Unit, Value};
use crate::dates::words::Class;

pub const RULES: &[Rule] = &[
    Rule { name: "so long ago", pattern: "<count> (<unit>|<units>) [or so] <ago>", make: ago },
    Rule { name: "a year and a half ago", pattern: "<a> <unit> [-] and [-] a [-] half <ago>", make: and_a_half_ago },
    Rule { name: "the past unit", pattern: "[the] past <unit>", make: past_unit },
    Rule { name: "over the last unit", pattern: "the last <unit>", make: last_unit },
    Rule { name: "years ago", pattern: "(<units>) <ago>", make: vague_ago },
    Rule { name: "so long ago, in two units", pattern: "<count> <units> and <count> (<unit>|<units>) <ago>", make: ago },
    Rule { name: "so long earlier or later", pattern: "<count> [<dash>] (<unit>|<units>) (<earlier>|<later>)", make: from_context },
    Rule { name: "some units later", pattern: "(<units>) (<earlier>|<later>)", make: vague_from_context },
    Rule { name: "last or next unit", pattern: "(<last>|<next>|<this>|this <last>|this <next>) <unit>", make: this_unit },
    Rule { name: "over the next unit", pattern: "the next <unit>", make: next_unit },
    Rule { name: "current unit", pattern: "the (current|<next>) <unit>", make: current_unit },
    Rule { name: "previous or following unit", pattern: "[the] (<prev>|<following>) <unit>", make: neighbour },
    Rule { name: "that unit", pattern: "[the|that] (<that>) [same] <unit>", make: that_unit },
    Rule { name: "that date", pattern: "(that|that same|the same) date", make: that_date },
    Rule { name: "until then", pattern: "then", make: then },
    Rule { name: "the unit told about", pattern: "the <unit>", make: the_unit },
    Rule { name: "the whole unit", pattern: "the (full|whole|entire|fiscal|calendar) <unit>", make: whole_unit },
    Rule { name: "the day before", pattern: "(the|a) <unit> (<earlier>|<later>)", make: day_before },
    Rule { name: "the unit before last", pattern: "the <unit> (before <last>|after next)", make: before_last },
    Rule { name: "in so long a time", pattern: "<count> (<unit>|<units>) ('s|’s|'|’) time", make: from_now },
    Rule { name: "this time last year", pattern: "this time (<last>|<next>) year", make: this_unit_year },
    Rule { name: "the end of a unit", pattern: "the end of (the|<this>|<last>|<next>) <unit>", make: edge },
];

fn unit(found: &Match) -> Option<(Unit, i32)> {
    Unit::from_number(found.get(Class::Unit).or_else(|| found.get(Class::Units))?)
}

/// `second` is an ordinal in these phrases.
fn is_unit(unit: Unit) -> bool {
    unit > Unit::Second
}

fn direction(found: &Match) -> Option<i32> {
    [Class::Ago, Class::Earlier, Class::Later, Class::Last, Class::Previous, Class::Next, Class::Following, Class::This]
        .into_iter()
        .find_map(|class| found.get(class))
}

/// So many units from `from`; a vague count is only past or future.
fn shift(found: &Match, from: From) -> Option<Form> {
    let (unit, many) = unit(found)?;
    let sign = direction(found)?;
    match found.get(Class::Count)? {
        VAGUE if from == From::Context => Some(Form::Value(Value::Length(Length { halves: VAGUE, unit }))),
        VAGUE => vague(sign),
        halves => {
            let halves = halves.checked_mul(many)?;
            Some(match (halves % 2, unit) {
                (0, Unit::Decade) => Form::Shift(Unit::Year, sign.checked_mul(halves.checked_mul(5)?)?, from),
                (0, _) => Form::Shift(unit, sign.checked_mul(halves / 2)?, from),
                (_, Unit::Year) => Form::Shift(Unit::Month, sign * 6 * halves, from),
                (_, Unit::Decade) => Form::Shift(Unit::Year, sign * 5 * halves, from),
                (_, Unit::Century) => Form::Shift(Unit::Year, sign * 50 * halves, from),
                (_, Unit::Hour) => Form::Shift(Unit::Minute, sign * 30 * halves, from),
                (_, Unit::Week) => Form::Shift(Unit::Day, sign * 7 * halves / 2, from),
                _ => Form::Shift(unit, sign * halves / 2, from),
            })
        }
    }
}

fn vague(sign: i32) -> Option<Form> {
    Some(Form::Value(Value::Reference(if sign < 0 { Reference::Past } else { Reference::Future })))
}

fn ago(found: &Match, _: &Scan) -> Option<Form> {
    shift(found, From::Publication)
}

fn vague_ago(_: &Match, _: &Scan) -> Option<Form> {
    vague(-1)
}

/// `two weeks before the vote` is a length, counted from what follows.
fn from_context(found: &Match, scan: &Scan) -> Option<Form> {
    let last = scan.document.word(found.end - 1);
    let is_relation = ["before", "after", "prior", "previously"].iter().any(|word| word.eq_ignore_ascii_case(last));
    let next = scan.document.word(found.end);
    let ends = next.is_empty() || !next.starts_with(char::is_alphanumeric);
    if is_relation && (!ends || last == "prior") || scan.is_word(found.end, "than") {
        return None;
    }
    shift(found, From::Context)
}

fn vague_from_context(found: &Match, scan: &Scan) -> Option<Form> {
    let (unit, _) = unit(found).filter(|_| is_plain_word(found, scan))?;
    Some(Form::Value(Value::Length(Length { halves: VAGUE, unit })))
}

fn is_plain_word(found: &Match, scan: &Scan) -> bool {
    matches!(scan.document.word(found.end - 1), "later" | "earlier")
}

fn this_unit(found: &Match, scan: &Scan) -> Option<Form> {
    let (unit, _) = unit(found).filter(|(unit, _)| is_unit(*unit))?;
    let adjective = scan.is(found.end, Class::Dash) && !scan.spaced(found.end);
    if adjective && !scan.is_word(found.end, "–") && !scan.is_word(found.end, "—") {
        return None;
    }
    let sign = direction(found)?;
    let quoted = found.start.checked_sub(1).is_some_and(|before| matches!(scan.document.word(before), "\"" | "“"));
    let is_show = scan.capital(found.start) && scan.capital(found.end - 1) && (quoted || scan.is_word(found.end, "with"));
    if unit.is_of_clock() || is_show {
        return None;
    }
    let is_last_of = unit == Unit::Day && found.has(Class::Last) && found.start > 0 && is_definite(scan.document.word(found.start - 1));
    if is_last_of {
        return None;
    }
    let these = scan.is_word(found.end - 2, "these");
    (!these).then_some(Form::Shift(unit, sign, From::Publication))
}

/// `the last day of school`, `his last day` tell no day of the calendar.
fn is_definite(word: &str) -> bool {
    ["the", "her", "his", "its", "my", "our", "their", "your", "'s", "’s"].iter().any(|known| known.eq_ignore_ascii_case(word))
}

fn this_unit_year(found: &Match, _: &Scan) -> Option<Form> {
    Some(Form::Shift(Unit::Year, direction(found)?, From::Publication))
}

/// `the current quarter`; `the next day` follows the day told about.
fn current_unit(found: &Match, scan: &Scan) -> Option<Form> {
    let (unit, _) = unit(found).filter(|(unit, _)| is_unit(*unit) && !unit.is_of_clock())?;
    let is_coming = scan.is_word(found.start + 1, "coming") || scan.is_word(found.start + 1, "upcoming");
    match found.get(Class::Next) {
        Some(sign) if is_coming => Some(Form::Shift(unit, sign, From::Publication)),
        Some(sign) => Some(Form::Shift(unit, sign, From::Context)),
        None => Some(Form::Shift(unit, 0, From::Publication)),
    }
}

fn neighbour(found: &Match, _: &Scan) -> Option<Form> {
    let (unit, _) = unit(found).filter(|(unit, _)| is_unit(*unit) && !unit.is_of_clock())?;
    Some(Form::Shift(unit, direction(found)?, From::Context))
}

/// `over the past year`: a length that ends now.
fn past_unit(found: &Match, _: &Scan) -> Option<Form> {
    let (unit, many) = unit(found).filter(|(unit, _)| is_unit(*unit))?;
    let (halves, unit) = if unit == Unit::Decade { (20, Unit::Year) } else { (2 * many, unit) };
    Some(Form::Value(Value::Length(Length { halves, unit })))
}

fn last_unit(found: &Match, scan: &Scan) -> Option<Form> {
    let before = scan.document.word(found.start.checked_sub(1)?);
    let is_length = ["over", "in", "during", "for", "within"].iter().any(|word| word.eq_ignore_ascii_case(before));
    is_length.then(|| past_unit(found, scan))?
}

/// `within the next week`: a length that begins now; quarters and years are those of the calendar.
fn next_unit(found: &Match, scan: &Scan) -> Option<Form> {
    let before = scan.document.word(found.start.checked_sub(1)?);
    let is_length = ["over", "in", "during", "within"].iter().any(|word| word.eq_ignore_ascii_case(before));
    let (unit, _) = unit(found)?;
    (is_length && unit <= Unit::Month).then(|| past_unit(found, scan))?
}

fn that_unit(found: &Match, scan: &Scan) -> Option<Form> {
    let (unit, _) = unit(found).filter(|(unit, _)| is_unit(*unit))?;
    if unit.is_of_clock() || scan.is_word(found.start, "those") {
        return None;
    }
    let bare_same = scan.is_word(found.start, "same");
    (!bare_same).then_some(Form::Shift(unit, 0, From::Context))
}

/// `by that date`; not `that date palm`, nor `the same date as`.
fn that_date(found: &Match, scan: &Scan) -> Option<Form> {
    (scan.phrase_ends(found.end) && !scan.is_word(found.end, "as")).then_some(Form::Shift(Unit::Day, 0, From::Context))
}

/// `until then`, `by then`; `since then` tells of the time after.
fn then(found: &Match, scan: &Scan) -> Option<Form> {
    let before = found.start.checked_sub(1)?;
    let ends = ["until", "till", "by", "before"].iter().any(|word| scan.is_word(before, word));
    let glued = scan.is(found.end, Class::Dash) && !scan.spaced(found.end);
    (ends && !glued && (scan.phrase_ends(found.end) || scan.capital(before))).then_some(Form::Then)
}

/// `for the year`, `during the week`; not `the day he left`.
fn the_unit(found: &Match, scan: &Scan) -> Option<Form> {
    let (unit, _) = unit(found).filter(|(unit, _)| is_unit(*unit) && !unit.is_of_clock())?;
    let before = found.start.checked_sub(1).map_or("", |before| scan.document.word(before));
    let in_phrase = ["during", "in", "of", "for", "earlier", "later", "throughout", "on", "within"]
        .iter()
        .any(|word| word.eq_ignore_ascii_case(before));
    let award = before == "of" && unit == Unit::Year && AWARDS.iter().any(|word| scan.is_word(found.start.wrapping_sub(2), word));
    if award {
        return None;
    }
    let of_year = unit == Unit::Year && before.eq_ignore_ascii_case("for") && scan.is_word(found.end, "of");
    let fits = match unit {
        Unit::Day => matches!(before, "earlier" | "later" | "in" | "during"),
        Unit::Quarter | Unit::Year | Unit::Month | Unit::Week => true,
        _ => false,
    };
    // `at the start of the year they met`: no clause that tells which year.
    let of_edge = before == "of" && scan.is(found.start.wrapping_sub(2), Class::Edge) && scan.phrase_ends(found.end);
    (in_phrase && fits && (of_year || of_edge || ends(scan, found.end))).then_some(Form::Shift(unit, 0, From::Context))
}

/// What is chosen each year: `song of the year`.
const AWARDS: &[&str] = &[
    "album",
    "artist",
    "athlete",
    "book",
    "car",
    "coach",
    "film",
    "game",
    "goal",
    "man",
    "manager",
    "match",
    "person",
    "player",
    "record",
    "recording",
    "rookie",
    "single",
    "song",
    "team",
    "woman",
    "word",
];

/// No noun follows, nor a clause that tells which one is meant.
fn ends(scan: &Scan, at: usize) -> bool {
    const CLAUSE: &[&str] = &["after", "before", "he", "it", "she", "since", "that", "they", "to", "we", "when", "where", "which", "who"];
    scan.phrase_ends(at) && !CLAUSE.iter().any(|word| scan.is_word(at, word))
}

/// `for the full year`, `by the end of the fiscal year`.
fn whole_unit(found: &Match, scan: &Scan) -> Option<Form> {
    let (unit, _) = unit(found).filter(|(unit, _)| *unit >= Unit::Day)?;
    let yearly = scan.is_word(found.start + 1, "fiscal") || scan.is_word(found.start + 1, "calendar");
    if yearly && unit != Unit::Year || !ends(scan, found.end) {
        return None;
    }
    if unit == Unit::Year {
        return Some(Form::Shift(unit, 0, From::Publication));
    }
    Some(Form::Value(Value::Length(Length { halves: 2, unit })))
}

/// `a year-and-a-half ago`.
fn and_a_half_ago(found: &Match, _: &Scan) -> Option<Form> {
    Some(match unit(found)?.0 {
        Unit::Year => Form::Shift(Unit::Month, -18, From::Publication),
        Unit::Week => Form::Shift(Unit::Day, -10, From::Publication),
        Unit::Decade => Form::Shift(Unit::Year, -15, From::Publication),
        Unit::Century => Form::Shift(Unit::Year, -150, From::Publication),
        _ => return None,
    })
}

fn day_before(found: &Match, scan: &Scan) -> Option<Form> {
    let (unit, _) = unit(found).filter(|(unit, _)| is_unit(*unit))?;
    let next = scan.document.word(found.end);
    let ends = next.is_empty() || !next.starts_with(char::is_alphanumeric);
    let plain = is_plain_word(found, scan);
    if scan.is_word(found.end, "than") || !(ends || plain) {
        return None;
    }
    Some(Form::Shift(unit, direction(found)?, From::Context))
}

fn before_last(found: &Match, scan: &Scan) -> Option<Form> {
    if scan.tags.get(found.end).is_some_and(|tag| tag.bits != 0) {
        return None;
    }
    let (unit, _) = unit(found).filter(|(unit, _)| !unit.is_of_clock())?;
    let sign = if scan.is_word(found.end - 1, "next") { 2 } else { -2 };
    Some(Form::Shift(unit, sign, From::Publication))
}

fn from_now(found: &Match, _: &Scan) -> Option<Form> {
    let (unit, many) = unit(found).filter(|(unit, _)| !unit.is_of_clock())?;
    let count = found.get(Class::Count).filter(|count| *count > 0 && count % 2 == 0)?;
    Some(Form::Shift(unit, many * count / 2, From::Publication))
}

/// `by the end of the day`; `at the end of the day` is an idiom for `after all`.
fn edge(found: &Match, scan: &Scan) -> Option<Form> {
    let by = found.start.checked_sub(1).is_some_and(|before| ["before", "by", "until"].iter().any(|word| scan.is_word(before, word)));
    let (unit, _) = unit(found).filter(|(unit, _)| !unit.is_of_clock() && (*unit > Unit::Day || by))?;
    let sign = [Class::Last, Class::Next, Class::This].into_iter().find_map(|class| found.get(class));
    let from = if sign.is_some() { From::Publication } else { From::Context };
    Some(Form::Shift(unit, sign.unwrap_or(0), from))
}
