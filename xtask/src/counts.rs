//! How many tests a runner ran, read from what it printed.

use std::ops::AddAssign;

/// Tests that passed and that failed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    pub passed: u64,
    pub failed: u64,
}

impl Counts {
    /// Of a check that is one test.
    pub fn one(passed: bool) -> Self {
        Self { passed: u64::from(passed), failed: u64::from(!passed) }
    }

    /// Of a runner: the sums of its reports, and one failure more if it failed, or ran nothing, without saying so.
    pub fn of(succeeded: bool, printed: &str) -> Self {
        let mut counts = Self::default();
        for line in printed.lines() {
            counts += from_cargo(line).or_else(|| from_node(line)).unwrap_or_default();
        }
        if counts.failed == 0 && (!succeeded || counts.passed == 0) {
            counts.failed = 1;
        }
        counts
    }
}

impl AddAssign for Counts {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

/// `test result: ok. 12 passed; 0 failed; …`: libtest, libtest-mimic and wasm-bindgen-test.
fn from_cargo(line: &str) -> Option<Counts> {
    let (_, rest) = line.split_once("test result: ")?;
    let (_, rest) = rest.split_once(". ")?;
    let mut counts = Counts::default();
    for part in rest.split(';') {
        let mut words = part.split_whitespace();
        let number = words.next().and_then(|number| number.parse().ok());
        match (number, words.next()) {
            (Some(number), Some("passed")) => counts.passed = number,
            (Some(number), Some("failed")) => counts.failed = number,
            _ => {}
        }
    }
    Some(counts)
}

/// `ℹ pass 12`, `ℹ fail 0`, `ℹ cancelled 0`: the last lines of `node --test`.
fn from_node(line: &str) -> Option<Counts> {
    let mut words = line.strip_prefix("ℹ ").or_else(|| line.strip_prefix("# "))?.split(' ');
    let (word, number) = (words.next()?, words.next()?.parse().ok()?);
    match (word, words.next()) {
        ("pass", None) => Some(Counts { passed: number, failed: 0 }),
        ("fail" | "cancelled", None) => Some(Counts { passed: 0, failed: number }),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(succeeded: bool, printed: &str, passed: u64, failed: u64) {
        assert_eq!(Counts::of(succeeded, printed), Counts { passed, failed });
    }

    #[test]
    fn cargo_reports_are_summed() {
        let printed = "running 2 tests\ntest result: ok. 2 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.00s\n\
                       test result: FAILED. 3 passed; 1 failed; 0 ignored\n";
        check(false, printed, 5, 1);
    }

    #[test]
    fn node_reports_are_read() {
        check(true, "✔ a (1ms)\nℹ tests 3\nℹ suites 0\nℹ pass 3\nℹ fail 0\nℹ cancelled 0\nℹ skipped 0\n", 3, 0);
        check(false, "# tests 3\n# pass 1\n# fail 1\n# cancelled 1\n", 1, 2);
    }

    #[test]
    fn silence_is_a_failure() {
        check(false, "error: could not compile\n", 0, 1);
        check(false, "test result: ok. 2 passed; 0 failed; 0 ignored\n", 2, 1);
        check(true, "", 0, 1);
    }
}
