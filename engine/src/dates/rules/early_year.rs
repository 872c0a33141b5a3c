//! Years of one to three figures, and years without their century: `in 348`, `c. 314`, `Reagan in 80 and 84`.
//!
//! A number alone is seldom a year: it needs company, another year of its kind nearby.

use super::Rule;
use crate::dates::form::Form;
use crate::dates::pattern::{Match, Scan};
use crate::dates::value::Value;
use crate::dates::words::{Class, Hint};

pub const RULES: &[Rule] = &[
    Rule { name: "year of three figures", pattern: "<num>", make: early },
    Rule { name: "day of a year of three figures", pattern: "([the] <dom> [of] <month>|<month> <dom> ,) <num>", make: early_day },
    Rule { name: "month of a year of three figures", pattern: "<month> [of] <num>", make: early_month },
    Rule { name: "year without its century", pattern: "<yy>", make: two_digits },
];

/// Company of years of three figures is looked for so many tokens around: biographies tell them paragraphs apart.
const REACH: usize = 400;
/// Company of years without their century is looked for so many tokens around.
const IN_SENTENCE: usize = 18;

/// The number of three figures at `at`.
fn three_figures(scan: &Scan, at: usize) -> Option<i32> {
    let year = scan.value(at, Class::Number)?;
    (scan.document.word(at).len() == 3 && (100..=999).contains(&year) && scan.spaced(at + 1) | is_end(scan, at + 1)).then_some(year)
}

/// A mark that ends a phrase stands there.
fn is_end(scan: &Scan, at: usize) -> bool {
    matches!(scan.document.word(at), "," | "." | ";" | ")" | ":" | "–" | "—" | "-" | "[" | "")
}

fn before<'a>(scan: &Scan<'a>, at: usize) -> &'a str {
    at.checked_sub(1).map_or("", |before| scan.document.word(before))
}

/// True if nothing is counted: a mark, a small word or a name follows.
fn stands_alone(scan: &Scan, at: usize) -> bool {
    let next = scan.document.word(at + 1);
    let measure = matches!(next, "%" | "of" | "to" | "out" | "percent") || scan.hints(at + 1, Hint::Counted);
    let to_another = matches!(next, "-" | "–") && three_figures(scan, at + 2).is_some();
    !measure
        && (to_another
            || is_end(scan, at + 1) && next != "-"
            || scan.hints(at + 1, Hint::Function)
            || scan.capital(at + 1) && next.len() > 3)
}

/// `c. 314`, `ca. 347`.
fn is_after_circa(scan: &Scan, at: usize) -> bool {
    let mark = usize::from(before(scan, at) == ".");
    let word = before(scan, at - mark.min(at));
    matches!(word, "c" | "c." | "ca" | "ca." | "circa") && at > 0
}

/// It stands as years do: `in 348 Pachomius died`, `(c. 314 – 368)`.
fn is_year(scan: &Scan, at: usize) -> bool {
    let told = ["in", "since", "until"].iter().any(|word| word.eq_ignore_ascii_case(before(scan, at)));
    three_figures(scan, at).is_some() && (is_after_circa(scan, at) || told && stands_alone(scan, at))
}

/// A word that years stand behind is before it.
fn is_weak(scan: &Scan, at: usize) -> bool {
    const BEFORE: &[&str] = &["in", "since", "until", "from", "about", "around", "after", "before", "by", "and", "or", "to", "–", "-", "—"];
    stands_alone(scan, at) && BEFORE.iter().any(|word| word.eq_ignore_ascii_case(before(scan, at)))
}

/// Another year of three figures, or an era, stands near.
fn has_company(scan: &Scan, at: usize) -> bool {
    let near = at.saturating_sub(REACH)..(at + REACH).min(scan.tags.len());
    let own = at;
    near.into_iter().any(|at| at != own && (is_year(scan, at) || scan.is(at, Class::Era) && scan.is(at - 1.min(at), Class::Number)))
}

fn early(found: &Match, scan: &Scan) -> Option<Form> {
    let year = three_figures(scan, found.start)?;
    let circa = is_after_circa(scan, found.start);
    let fits = circa || is_weak(scan, found.start) && has_company(scan, found.start);
    fits.then_some(Form::Value(Value::Year(year)))
}

fn early_day(found: &Match, scan: &Scan) -> Option<Form> {
    let at = found.end - 1;
    let year = three_figures(scan, at).filter(|_| is_end(scan, found.end) && has_company(scan, at))?;
    Form::day(year, found.get(Class::Month)?, found.get(Class::DayOfMonth)?)
}

fn early_month(found: &Match, scan: &Scan) -> Option<Form> {
    let at = found.end - 1;
    let year = three_figures(scan, at).filter(|_| is_end(scan, found.end) && has_company(scan, at))?;
    Some(Form::Value(Value::Month(year, found.get(Class::Month)? as i8)))
}

/// `in 88`, `and 92`: the words before and behind are those of a year.
fn is_short(scan: &Scan, at: usize) -> bool {
    let listed = matches!(before(scan, at), "and" | "or") && at >= 2 && scan.is(at - 2, Class::TwoDigits);
    let alone = is_end(scan, at + 1) && scan.document.word(at + 1) != "-" || matches!(scan.document.word(at + 1), "and" | "or" | "when");
    scan.is(at, Class::TwoDigits) && alone && (listed || matches!(before(scan, at), "in" | "In" | "since" | "Since"))
}

/// Two of its kind in one sentence, or one and a full year: `Bush in 88 and 92`.
fn two_digits(found: &Match, scan: &Scan) -> Option<Form> {
    let at = found.start;
    let near = at.saturating_sub(IN_SENTENCE)..(at + IN_SENTENCE).min(scan.tags.len());
    let is_full = |at: usize| scan.is(at, Class::Year) && before(scan, at).eq_ignore_ascii_case("in");
    let company = near.into_iter().any(|other| other != at && (is_short(scan, other) || is_full(other)));
    (is_short(scan, at) && company).then_some(Form::ShortYear(found.get(Class::TwoDigits)?))
}
