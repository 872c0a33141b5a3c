//! The day of publication in datelines of many forms: `datelines.tsv`, each row a test.

use std::process::ExitCode;

use dateline_engine::{Options, analyze};
use libtest_mimic::{Arguments, Failed, Trial};

const TABLE: &str = include_str!("datelines.tsv");
const FEWEST: usize = 12;

fn main() -> ExitCode {
    let rows = TABLE.lines().filter(|row| !row.starts_with('#'));
    let mut trials: Vec<Trial> = rows.clone().map(|row| Trial::test(row.to_string(), move || check(row))).collect();
    let told = rows.filter(|row| !row.ends_with("\t-")).count();
    trials.push(Trial::test("there are enough forms", move || if told < FEWEST { Err(format!("{told} forms").into()) } else { Ok(()) }));
    libtest_mimic::run(&Arguments::from_args(), trials).exit_code()
}

/// The top of a story, and the day of publication or `-`.
fn check(row: &str) -> Result<(), Failed> {
    let Some((top, expected)) = row.split_once('\t') else { return Err("a row has two columns".into()) };
    let text = format!("{}\nThe police said that no one was hurt, and that the road was open again by the evening.\n", lines(top));
    let published = analyze(&text, &Options { published: None }).published;
    let found = published.map_or_else(|| "-".to_string(), |published| published.date.to_string());
    if found == expected { Ok(()) } else { Err(format!("expected {expected}, found {found}").into()) }
}

/// `|` without spaces around it is a line break.
fn lines(top: &str) -> String {
    top.replace(" | ", "\u{0}").replace('|', "\n").replace('\u{0}', " | ")
}
