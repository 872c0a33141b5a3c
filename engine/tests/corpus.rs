//! The examples of the date rules, each line a test: `src/dates/rules/*.md` and the table `tests/tricky_dates.tsv`.
//!
//! A line of an examples file is `- Talks **last Friday** failed. → 2021-03-12`, under the day that the file says it was
//! written on; under the heading `Not a date`, a line in which no time is found. A row of the table is a day of
//! publication, a text with the expression in `**` and line breaks as `\n`, its TIMEX3 type and its value, or `not a date`.

use std::process::ExitCode;

use dateline_engine::dates::{Date, TimexType};
use dateline_engine::{Options, analyze};
use libtest_mimic::{Arguments, Failed, Trial};

const RULES: &[(&str, &str)] = &[
    ("absolute", include_str!("../src/dates/rules/absolute.md")),
    ("clock", include_str!("../src/dates/rules/clock.md")),
    ("deictic", include_str!("../src/dates/rules/deictic.md")),
    ("duration", include_str!("../src/dates/rules/duration.md")),
    ("early_year", include_str!("../src/dates/rules/early_year.md")),
    ("event", include_str!("../src/dates/rules/event.md")),
    ("holiday", include_str!("../src/dates/rules/holiday.md")),
    ("numeric", include_str!("../src/dates/rules/numeric.md")),
    ("period", include_str!("../src/dates/rules/period.md")),
    ("quarter", include_str!("../src/dates/rules/quarter.md")),
    ("relative", include_str!("../src/dates/rules/relative.md")),
    ("season", include_str!("../src/dates/rules/season.md")),
    ("set", include_str!("../src/dates/rules/set.md")),
    ("vague", include_str!("../src/dates/rules/vague.md")),
    ("weekday", include_str!("../src/dates/rules/weekday.md")),
    ("year", include_str!("../src/dates/rules/year.md")),
];
const TABLE: &str = include_str!("tricky_dates.tsv");
const FEWEST_ROWS: usize = 600;

fn main() -> ExitCode {
    let arguments = Arguments::from_args();
    let mut trials: Vec<Trial> = RULES.iter().flat_map(|(family, file)| family_trials(family, file)).collect();
    trials.extend(TABLE.lines().enumerate().filter(|(_, row)| !row.starts_with('#')).map(|(at, row)| {
        let name = format!("tricky:{} {}", at + 1, row.split('\t').nth(1).unwrap_or_default());
        Trial::test(name, move || check_row(row))
    }));
    let rows = TABLE.lines().filter(|row| !row.starts_with('#')).count();
    trials
        .push(Trial::test("tricky has enough rows", move || if rows < FEWEST_ROWS { Err(format!("{rows} rows").into()) } else { Ok(()) }));
    libtest_mimic::run(&arguments, trials).exit_code()
}

/// One test for each example of a file, and one for the file as a whole.
fn family_trials(family: &'static str, file: &'static str) -> Vec<Trial> {
    let written = file.lines().find_map(|line| line.strip_prefix("Written on ")?.get(..10)?.parse::<Date>().ok());
    let mut heading = "";
    let mut trials = Vec::new();
    let (mut positive, mut negative) = (0, 0);
    for (at, line) in file.lines().enumerate() {
        if let Some(text) = line.strip_prefix("## ") {
            heading = text;
        }
        let Some(example) = line.strip_prefix("- ") else { continue };
        let (text, values) = example.split_once('→').unwrap_or((example, ""));
        let is_negative = heading.starts_with("Not a");
        *(if is_negative { &mut negative } else { &mut positive }) += 1;
        let expected: Vec<&str> = if is_negative { Vec::new() } else { values.split(',').map(str::trim).collect() };
        let name = format!("{family}:{} {}", at + 1, text.trim());
        trials.push(Trial::test(name, move || check(text.trim(), written, &expected)));
    }
    let is_balanced = written.is_some() && positive > 0 && 2 * negative >= positive;
    trials.push(Trial::test(format!("{family} says when it was written and shows what is not a date"), move || {
        if is_balanced { Ok(()) } else { Err(Failed::from(format!("{positive} examples, {negative} counter-examples"))) }
    }));
    trials
}

/// The text without its marks, and the spans that they mark, in bytes.
fn unmarked(marked: &str) -> (String, Vec<(usize, usize)>) {
    let mut text = String::new();
    let mut spans = Vec::new();
    let mut start = None;
    for (at, part) in marked.split("**").enumerate() {
        if at % 2 == 1 {
            start = Some(text.len());
        }
        text.push_str(part);
        if let Some(start) = start.take() {
            spans.push((start, text.len()));
        }
    }
    (text, spans)
}

/// The times of the text are those marked, with these values.
fn check(marked: &str, written: Option<Date>, expected: &[&str]) -> Result<(), Failed> {
    let (text, spans) = unmarked(marked);
    let analysis = analyze(&text, &Options { published: written });
    let found: Vec<(&str, &str)> = analysis.times.iter().map(|time| (time.span.of(&text), time.value.as_str())).collect();
    let wanted: Vec<(&str, &str)> = spans
        .iter()
        .zip(expected)
        .map(|(&(start, end), value)| (&text[start..end], if *value == "unresolved" { "" } else { value }))
        .collect();
    if spans.len() == expected.len() && found == wanted {
        return Ok(());
    }
    Err(format!("expected {wanted:?}, found {found:?}").into())
}

/// Published, text, type, value.
fn check_row(row: &str) -> Result<(), Failed> {
    let columns: Vec<&str> = row.split('\t').collect();
    let [published, marked, kind, rest @ ..] = &columns[..] else { return Err("a row has three or four columns".into()) };
    let published = published.parse::<Date>().ok();
    let (text, spans) = unmarked(&marked.replace("\\n", "\n"));
    let analysis = analyze(&text, &Options { published });
    let shown =
        || analysis.times.iter().map(|time| format!("[{}] {:?} {}", time.span.of(&text), time.kind, time.value)).collect::<Vec<_>>();
    if *kind == "not a date" {
        return if analysis.times.is_empty() { Ok(()) } else { Err(format!("found {:?}", shown()).into()) };
    }
    let (Some(&(start, end)), Some(value)) = (spans.first(), rest.first()) else { return Err("a row marks one expression".into()) };
    let kind = match *kind {
        "DATE" => TimexType::Date,
        "TIME" => TimexType::Time,
        "DURATION" => TimexType::Duration,
        "SET" => TimexType::Set,
        other => return Err(format!("no type {other}").into()),
    };
    let is_found = analysis
        .times
        .iter()
        .any(|time| (time.span.start as usize, time.span.end as usize) == (start, end) && time.kind == kind && time.value == *value);
    if is_found { Ok(()) } else { Err(format!("expected {value}, found {:?}", shown()).into()) }
}
