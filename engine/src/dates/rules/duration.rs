//! Lengths of time: `three days`, `a 90-day truce`, `the past two months`, `two and a half years`, `for decades`.

use super::Rule;
use crate::dates::form::Form;
use crate::dates::numbers::{HALF, VAGUE};
use crate::dates::pattern::{Match, Scan};
use crate::dates::value::{Length, Recurrence, Unit, Value};
use crate::dates::words::Class;
use crate::text::TokenKind;

pub const RULES: &[Rule] = &[
    Rule {
        name: "so many units",
        pattern: "<count> [more|whole|full|additional|consecutive|straight|long|short|extra] (<unit>|<units>) [(<dash>) ~ long|or so]",
        make: length,
    },
    Rule { name: "a period of so many units", pattern: "[a|the|this|that|any] <count> [<dash> ~] <unit> period", make: hyphened },
    Rule { name: "two lengths", pattern: "<count> to <count> (<units>)", make: length },
    Rule { name: "so many units, hyphened", pattern: "<count> <dash> ~ (<unit>|<units>) [<dash> ~ long]", make: hyphened },
    Rule {
        name: "lengths that make one",
        pattern: "<count> (<unit>|<units>) [,] [and] <count> (<unit>|<units>) [[,] [and] <count> (<unit>|<units>)]",
        make: together,
    },
    Rule { name: "a unit and a half", pattern: "<a> <unit> and a half", make: and_a_half },
    Rule {
        name: "the past units",
        pattern: "[the] (<last>|<next>|the <following>|<prev>|<that>|<that> <last>|<this>|<ordinal>|final) (<count>) [trading|business] (<unit>|<units>) [or so]",
        make: past_units,
    },
    Rule { name: "past units, bare", pattern: "[the] (<last>|<next>|<prev>|<following>) <units>", make: bare_units },
    Rule { name: "the nine months", pattern: "(the|these|those) [<last>|<next>] <count> <units>", make: counted },
    Rule { name: "recent years", pattern: "[the] [most] (recent) <units>", make: bare_units },
    Rule { name: "units", pattern: "<units> [or [even] <units>]", make: plain_units },
    Rule { name: "units long", pattern: "(<units>|<unit>) <dash> ~ long", make: long },
    Rule { name: "another unit", pattern: "another <unit>", make: another },
    Rule { name: "half an hour", pattern: "half [<dash>] [a|an] <unit>", make: length },
    Rule { name: "quarter century", pattern: "[a] quarter [<dash>] [of] [a] century", make: quarter_century },
    Rule { name: "quarter of an hour", pattern: "[a|three] (quarter|quarters) of an hour", make: quarter_hour },
];

fn of(halves: i32, number: i32) -> Option<Form> {
    let (unit, many) = Unit::from_number(number)?;
    let halves = if halves < 0 { VAGUE } else { halves.checked_mul(many)? };
    Some(Form::Value(Value::Length(Length { halves, unit })))
}

fn number(found: &Match) -> Option<i32> {
    found.get(Class::Unit).or_else(|| found.get(Class::Units))
}

/// Not an age, a rate, a place in a row; `a second`, `a month` only where it is a length.
fn length(found: &Match, scan: &Scan) -> Option<Form> {
    let (count, unit) = (found.get(Class::Count).unwrap_or(HALF), number(found)?);
    let is_year = found.has(Class::Unit) && found.at(Class::Count).is_some_and(|at| scan.is(at, Class::Year));
    if is_year || is_age(scan, found) || is_in_number(scan, found) {
        return None;
    }
    let article = scan.is(found.start, Class::A) && found.end - found.start == 2;
    let hyphened = scan.is(found.start, Class::A) && found.has(Class::Dash) && scan.is_word(found.end - 1, "long");
    if hyphened {
        return None;
    }
    if article {
        return with_article(found, scan, unit);
    }
    let one_day = count == 2 && unit == 3 && scan.is_word(found.start, "one") && found.end - found.start == 2;
    let singular_of_many = found.has(Class::Unit) && (count > 2 || count == VAGUE) && scan.is_word(found.start, "some");
    let is_second = unit == 0 && found.has(Class::Unit);
    if is_second || singular_of_many || one_day && !is_length_of_one(found, scan) {
        return None;
    }
    if unit == 6 && count <= 3 && found.has(Class::Unit) || is_share(scan, found, unit) || is_title(scan, found) || is_always(scan, found) {
        return None;
    }
    if scan.is_word(found.start, "many") && scan.is_word(found.start.wrapping_sub(1), "as") {
        return None;
    }
    let first_time = scan.is_word(found.start.wrapping_sub(2), "time");
    let in_time = scan.is_word(found.start.wrapping_sub(1), "in") && unit >= 3 && !first_time;
    match of(count, unit) {
        Some(Form::Value(Value::Length(length))) if in_time => Some(Form::Ahead(length)),
        form => form,
    }
}

/// `in one day`, `one day after the vote`; not `one day he came`.
fn is_length_of_one(found: &Match, scan: &Scan) -> bool {
    let before = scan.document.word(found.start.wrapping_sub(1));
    let after = scan.is_word(found.end, "after") || scan.is_word(found.end, "before");
    after || ["in", "for", "within", "than", "just", "only", "least", "of", "after"].iter().any(|word| word.eq_ignore_ascii_case(before))
}

/// `for a week`, `a month later`; `$5 a day` is a rate, `a second` is mostly an ordinal.
fn with_article(found: &Match, scan: &Scan, unit: i32) -> Option<Form> {
    const LENGTH: &[&str] = &[
        "about", "after", "almost", "around", "for", "half", "in", "just", "least", "less", "more", "nearly", "over", "than", "under",
        "within",
    ];
    let before = found.start.checked_sub(1).map_or("", |before| scan.document.word(before));
    let rate = scan.tags.get(found.start.wrapping_sub(1)).is_some_and(|tag| tag.number >= 0)
        || matches!(before, "times" | "dollars" | "people" | "percent" | "once" | "twice" | "million" | "billion" | "thousand");
    if rate && unit >= 2 {
        let (unit, many) = Unit::from_number(unit)?;
        return Some(Form::Value(Value::Set(Recurrence::of(Length { halves: 2 * many, unit }.timex()))));
    }
    let next = scan.document.word(found.end);
    let within = before.eq_ignore_ascii_case("within");
    let hyphen = next == "-" && !scan.spaced(found.end);
    let noun = (hyphen || next == "of") && unit >= 2 && !(within && next == "of");
    let as_long_as = before == "as" && matches!(scan.document.word(found.start.wrapping_sub(2)), "long" | "little" | "much");
    let from_event = matches!(next, "after" | "before") && unit >= 2;
    let passed = PASSED.iter().any(|word| word.eq_ignore_ascii_case(before)) && unit >= 2;
    let known = LENGTH.iter().any(|word| word.eq_ignore_ascii_case(before)) || passed || as_long_as || from_event;
    let fits = known && unit > 0 && !noun && !(unit == 6 || unit == 3 && before.eq_ignore_ascii_case("for") && next == "when");
    if fits { of(2, unit) } else { None }
}

/// What is done with time: `spent a week there`, `took a year`.
const PASSED: &[&str] = &[
    "last", "lasted", "lasting", "lasts", "spend", "spending", "spends", "spent", "stayed", "take", "taken", "takes", "taking", "took",
    "waited", "waiting",
];

/// `for another year`; not `another day came`.
fn another(found: &Match, scan: &Scan) -> Option<Form> {
    let before = scan.document.word(found.start.checked_sub(1)?);
    let is_length = ["after", "for", "in", "least", "within"].iter().chain(PASSED).any(|word| word.eq_ignore_ascii_case(before));
    let unit = number(found).filter(|unit| *unit >= 2)?;
    (is_length && !scan.is(found.end, Class::Dash) && !scan.is_word(found.end, "of")).then(|| of(2, unit))?
}

/// `15 years old`, `a 15-year-old`, `aged two months`.
fn is_age(scan: &Scan, found: &Match) -> bool {
    let next = found.end + usize::from(scan.is(found.end, Class::Dash));
    let last = if scan.is_word(found.end, "and") && scan.is(found.end + 2, Class::Units) { found.end + 3 } else { next };
    scan.is_word(next, "old")
        || scan.is_word(last, "old")
        || scan.is_word(next, "olds")
        || scan.is_word(found.start.wrapping_sub(1), "aged")
}

/// `three-quarters of its food`.
fn is_share(scan: &Scan, found: &Match, unit: i32) -> bool {
    let part = found.get(Class::Count).is_some_and(|count| count == 2 || count == 6);
    part && unit == 6
        && found.has(Class::Units)
        && (scan.is_word(found.end, "of") || found.has(Class::Dash) || scan.is_word(found.end, "full"))
}

/// `CBS's "60 Minutes"`: a unit with a capital behind words without.
fn is_title(scan: &Scan, found: &Match) -> bool {
    let Some(at) = found.at(Class::Units).or_else(|| found.at(Class::Unit)) else { return false };
    let mixed = scan.document.word(at).chars().skip(1).any(char::is_lowercase);
    let before = found.start.checked_sub(1).map_or("", |before| scan.document.word(before));
    let quoted = matches!(before, "\"" | "“" | "'" | "‘" | "`");
    scan.capital(at) && mixed && (quoted || before.starts_with(char::is_lowercase)) && !scan.capital(found.end)
}

/// `24 hours a day, seven days a week`.
fn is_always(scan: &Scan, found: &Match) -> bool {
    scan.is_word(found.end, "a") && (scan.is(found.end + 1, Class::Unit)) && found.has(Class::Units)
}

/// The number goes on before: `$3`, `$540 million`.
fn is_in_number(scan: &Scan, found: &Match) -> bool {
    let Some(before) = found.start.checked_sub(1) else { return false };
    let glued = !scan.spaced(found.start) && matches!(scan.document.word(before), "$" | "€" | "£" | "." | "/");
    glued || scan.is(found.start, Class::Scale) && scan.document.tokens.get(before).is_some_and(|token| token.kind == TokenKind::Number)
}

/// `2 hours 5 minutes`, `two years and three months`: from the larger units to the smaller ones.
fn together(found: &Match, scan: &Scan) -> Option<Form> {
    if is_age(scan, found) || is_in_number(scan, found) {
        return None;
    }
    let counts = found.captures.iter().filter(|capture| capture.class == Class::Count);
    let units = found.captures.iter().filter(|capture| matches!(capture.class, Class::Unit | Class::Units));
    let lengths = counts.zip(units).map(|(count, unit)| {
        let (unit, many) = Unit::from_number(unit.value).filter(|_| count.value > 0)?;
        // Parts of the last second are not told by TIMEX3's lengths.
        let halves = if unit == Unit::Second { count.value & !1 } else { count.value };
        (halves % 2 == 0).then(|| Some(Length { halves: halves.checked_mul(many)?, unit }))?
    });
    let lengths = lengths.collect::<Option<Vec<Length>>>()?;
    // `two years, three months of them abroad`: a mark joins only what a clock shows.
    let is_listed = (found.start..found.end).any(|at| scan.is_word(at, ",")) && lengths.iter().any(|length| !length.unit.is_of_clock());
    if is_listed {
        return None;
    }
    lengths.is_sorted_by(|larger, smaller| larger.unit > smaller.unit).then_some(Form::Value(Value::Lengths(lengths)))
}

fn hyphened(found: &Match, scan: &Scan) -> Option<Form> {
    if is_age(scan, found) || is_in_number(scan, found) {
        return None;
    }
    let (count, unit) = (found.get(Class::Count)?, number(found)?);
    if is_share(scan, found, unit) {
        return None;
    }
    let article = scan.is(found.at(Class::Count)?, Class::A);
    // `the seventy-second session`
    if unit == 0 && ORDERED.iter().any(|noun| scan.is_word(found.end, noun)) {
        return None;
    }
    (!article && unit != 0 || unit == 0 && count > 2).then(|| of(count, unit))?
}

fn and_a_half(found: &Match, _: &Scan) -> Option<Form> {
    of(3, found.get(Class::Unit)?)
}

/// What is counted in order more often than in seconds.
const ORDERED: &[&str] = &["anniversary", "annual", "birthday", "congress", "edition", "meeting", "session", "sitting", "summit"];

/// `the past three years`, `the first nine months`; `the third two years` is odd.
fn past_units(found: &Match, scan: &Scan) -> Option<Form> {
    let count = found.get(Class::Count)?;
    let article = scan.is(found.at(Class::Count)?, Class::A);
    let in_row = found.get(Class::Ordinal).is_some_and(|place| place != 1);
    let is_verb = scan.is_word(found.start, "last")
        && ["to", "will", "would", "could", "can", "should", "may", "not"]
            .iter()
            .any(|word| scan.is_word(found.start.wrapping_sub(1), word));
    // `said that four days were enough`.
    let is_conjunction = found.has(Class::Units) && scan.is_word(found.start, "that");
    (!article && !in_row && !is_verb && !is_conjunction).then(|| of(count, number(found)?))?
}

fn bare_units(found: &Match, _: &Scan) -> Option<Form> {
    of(VAGUE, found.get(Class::Units).filter(|unit| *unit >= 2)?)
}

fn counted(found: &Match, _: &Scan) -> Option<Form> {
    of(found.get(Class::Count)?, found.get(Class::Units)?)
}

/// `for years`, `in weeks`, `years of war`, `hours after`.
fn plain_units(found: &Match, scan: &Scan) -> Option<Form> {
    const BEFORE: &[&str] = &["after", "for", "in", "last", "of", "over", "spent", "take", "took", "within", "just", "many"];
    let unit = found.get(Class::Units).filter(|unit| *unit != 6)?;
    let before = found.start.checked_sub(1).map_or("", |before| scan.document.word(before));
    let next = scan.document.word(found.end);
    // `the third win in as many weeks`.
    let as_many = scan.is_word(found.start.wrapping_sub(1), "many") && scan.is_word(found.start.wrapping_sub(2), "as");
    let known = BEFORE.iter().any(|word| word.eq_ignore_ascii_case(before)) && !as_many && !matches!(next, "to" | "old");
    let follows = matches!(next, "of" | "after" | "before" | "ahead")
        && !matches!(before, "the" | "first" | "working" | "opening" | "early" | "late" | "small");
    let listed = unit > 1 && (known || follows) && before != "of"
        || unit == 1 && (known || matches!(next, "before" | "after") && follows) && before != "of" && before != "in" && before != "take";
    listed.then(|| of(VAGUE, unit))?
}

fn long(found: &Match, _: &Scan) -> Option<Form> {
    let count = if found.has(Class::Units) { VAGUE } else { 2 };
    of(count, number(found)?)
}

fn quarter_century(_: &Match, _: &Scan) -> Option<Form> {
    of(50, 7)
}

fn quarter_hour(found: &Match, scan: &Scan) -> Option<Form> {
    of(if scan.is_word(found.start, "three") { 90 } else { 30 }, 1)
}
