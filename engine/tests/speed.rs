//! Reading takes time in proportion to the length of the text.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "support/texts.rs"]
mod texts;

use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use dateline_engine::{Options, analyze};
use texts::SAMPLES;

/// Ten times the text may take so many times as long.
const MOST: u32 = 14;
/// The best of so many runs counts, since other programs may disturb any of them.
const RUNS: usize = 5;

/// The shortest time that reading `text` takes.
#[expect(clippy::disallowed_methods, reason = "the engine knows no clock, its tests may")]
fn time(text: &str) -> Duration {
    let run = |_| {
        let start = Instant::now();
        std::hint::black_box(analyze(text, &Options::default()));
        start.elapsed()
    };
    (0..RUNS).map(run).min().unwrap()
}

#[track_caller]
fn check_linear(short: &str, long: &str) {
    // One at a time: two that run side by side take the caches from each other.
    static ALONE: Mutex<()> = Mutex::new(());
    let _alone = ALONE.lock().unwrap_or_else(PoisonError::into_inner);
    let (short_time, long_time) = (time(short), time(long));
    assert!(long_time <= short_time * MOST, "{} bytes: {short_time:?}, {} bytes: {long_time:?}", short.len(), long.len());
}

#[test]
fn stories_again_and_again() {
    let all = SAMPLES.map(|(_, text, _)| text).join("\n\n");
    check_linear(&all.repeat(6), &all.repeat(60));
}

#[test]
fn one_long_line() {
    let line = SAMPLES.map(|(_, text, _)| text.replace('\n', " ")).concat();
    check_linear(&line.repeat(6), &line.repeat(60));
}

/// Sentences in which no name comes twice, so that there are as many entities as sentences.
fn different_names(sentences: usize) -> String {
    let syllables = ["Ka", "ro", "mi", "ten", "sal", "du", "vor", "lin", "ba", "gre"];
    let name = |number: usize| -> String {
        let word: String = (0..5).map(|place| syllables[number / 10_usize.pow(place) % 10]).collect();
        let mut chars = word.chars();
        chars.next().into_iter().flat_map(char::to_uppercase).chain(chars).collect()
    };
    let sentence = |number: usize| {
        format!("Anna {0} of the {0} Bank met {0} University officials on May 3, {1}.\n", name(number), 1900 + number % 100)
    };
    (0..sentences).map(sentence).collect()
}

#[test]
fn every_name_a_different_one() {
    check_linear(&different_names(600), &different_names(6000));
}

/// Names of bodies, of persons and dates in one sentence that never ends.
#[test]
fn one_long_sentence() {
    let clause = "according to the Strelsau Harbour Police (SHP), its chief, Anna Roe, said in 2015 that Acme Ltd would pay it, ";
    check_linear(&clause.repeat(150), &clause.repeat(1500));
}
