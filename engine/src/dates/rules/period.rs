//! The periods of reports: `the latest quarter`, `a year ago`, `the 1988 period`, `year-end`.

use super::Rule;
use super::absolute::pick;
use crate::dates::form::{Form, From, Pick, Point};
use crate::dates::pattern::{Match, Scan};
use crate::dates::value::{Length, Unit, Value};
use crate::dates::words::Class;

pub const RULES: &[Rule] = &[
    Rule { name: "a year ago, of a share", pattern: "(a|one) year (<ago>|<earlier>)", make: year_ago },
    Rule { name: "the quarter reported", pattern: "the (quarter|latest quarter|latest period|most recent quarter)", make: reported },
    Rule { name: "the quarter that ended on a day", pattern: "the quarter ; (ended|ending) <month> <dom>", make: quarter_to },
    Rule { name: "two quarters of a year", pattern: "[the] (first|last|final) two quarters of <year>", make: two_quarters },
    Rule { name: "the year that ended", pattern: "the [full|fiscal] (year|quarter) ; (ended|ending)", make: ended },
    Rule {
        name: "year-earlier period",
        pattern: "[the] [comparable|corresponding|same] year <dash> (<earlier>|<ago>) [period|quarter|<ordinal> quarter]",
        make: year_earlier,
    },
    Rule {
        name: "months of the year before",
        pattern: "[the] [comparable|corresponding|same] year <dash> (<earlier>|<ago>) <count> <units>",
        make: months,
    },
    Rule { name: "the latest months", pattern: "the latest <count> <units>", make: months },
    Rule { name: "period of a year", pattern: "[the] [comparable|corresponding|same] <year> [-] (period|quarter)", make: of_year },
    Rule {
        name: "quarter of last year, unnumbered",
        pattern: "(<last>|<this>|<next>) year ('s|’s) [comparable|corresponding|same] (quarter|period)",
        make: shifted,
    },
    Rule {
        name: "this quarter, reported",
        pattern: "this quarter ; ('s|’s) (loss|profit|net|earnings|results|income|decline|gain|sales|revenue)",
        make: this_quarter,
    },
    Rule {
        name: "the same period last year",
        pattern: "[the] (comparable|corresponding|same|year <dash> ago) (quarter|period) (of|in|) (<last>|the <prev>) year",
        make: shifted,
    },
    Rule { name: "the same period a year ago", pattern: "the (quarter|period) (a|one) year (<ago>|<earlier>)", make: year_earlier },
    Rule { name: "year-end", pattern: "[the] year (<dash> end|end|'s end|’s end)", make: year_end },
];

/// The period compared with: the same one, a year before.
fn year_earlier(found: &Match, _: &Scan) -> Option<Form> {
    match found.get(Class::Ordinal) {
        Some(quarter) if !(1..=4).contains(&quarter) => None,
        Some(quarter) => Some(Form::Point(Point::Quarter(quarter as i8), Pick::Shifted(-1))),
        None => Some(Form::ReportedQuarter(-1)),
    }
}

/// So many tokens from `a year ago`, the sum that is compared may stand.
const SUM_REACH: usize = 14;

/// `86 cents a share, a year ago` compares quarters.
fn year_ago(found: &Match, scan: &Scan) -> Option<Form> {
    const SUMS: &[&str] = &["share", "$", "£", "€", "%", "percent", "million", "billion"];
    let is_sum = |at: usize| SUMS.contains(&scan.document.word(at));
    let before = (found.start.saturating_sub(SUM_REACH)..found.start).any(is_sum);
    let opens = found.start.checked_sub(1).is_none_or(|before| matches!(scan.document.word(before), "." | "\"" | "”"));
    let ahead = || (found.end..found.end + SUM_REACH).take_while(|&at| scan.document.word(at) != ".").any(is_sum);
    (before || opens && ahead()).then_some(Form::ReportedQuarter(-1))
}

fn reported(found: &Match, scan: &Scan) -> Option<Form> {
    let latest = scan.is_word(found.start + 1, "latest") || scan.is_word(found.start + 1, "most");
    (latest || scan.phrase_ends(found.end) || scan.is_word(found.end, "ended")).then_some(Form::ReportedQuarter(0))
}

/// Half a quarter in days: the quarter that holds most of the months up to a day holds the day so much before.
const HALF_A_QUARTER: i32 = 45;

/// `the quarter ended July 31`.
fn quarter_to(found: &Match, scan: &Scan) -> Option<Form> {
    let pick = if scan.is_word(found.end, "ended") { Pick::Last } else { Pick::Bare };
    let Form::Point(day, _) = Form::month_day(found.get(Class::Month)?, found.get(Class::DayOfMonth)?)? else { return None };
    Some(Form::Around(Unit::Quarter, Box::new(Form::Beside(-HALF_A_QUARTER, Box::new(Form::Point(day, pick))))))
}

fn two_quarters(found: &Match, scan: &Scan) -> Option<Form> {
    let first = (found.start..found.end).any(|at| scan.is_word(at, "first"));
    Some(Form::Value(Value::Half(found.get(Class::Year)?, if first { 1 } else { 2 })))
}

/// `for the year ended Sept. 30`.
fn ended(found: &Match, scan: &Scan) -> Option<Form> {
    let quarter = (found.start + 1..=found.start + 2).chain([found.end]).any(|at| scan.is_word(at, "quarter"));
    Some(if quarter { Form::ReportedQuarter(0) } else { Form::Value(Value::Length(Length { halves: 2, unit: Unit::Year })) })
}

/// `the year-earlier nine months`.
fn months(found: &Match, _: &Scan) -> Option<Form> {
    let (unit, many) = Unit::from_number(found.get(Class::Units)?)?;
    let halves = found.get(Class::Count).filter(|count| *count > 0)?.checked_mul(many)?;
    Some(Form::Value(Value::Length(Length { halves, unit })))
}

/// `the 1988 period`: the quarter that is told about, of that year.
fn of_year(found: &Match, scan: &Scan) -> Option<Form> {
    let year = found.get(Class::Year).filter(|year| (1800..2200).contains(year))?;
    let is_name = scan.capital(found.end - 1);
    (!is_name).then_some(Form::ReportedOf(year))
}

fn shifted(found: &Match, _: &Scan) -> Option<Form> {
    Some(Form::ReportedQuarter(match pick(found) {
        Pick::Last | Pick::Before => -1,
        Pick::Next => 1,
        _ => 0,
    }))
}

fn this_quarter(_: &Match, _: &Scan) -> Option<Form> {
    Some(Form::ReportedQuarter(0))
}

fn year_end(found: &Match, scan: &Scan) -> Option<Form> {
    let noun = scan.is_word(found.end, "of") || scan.capital(found.end - 1) && scan.capital(found.end);
    (!noun).then_some(Form::Shift(Unit::Year, 0, From::Publication))
}
