//! Precision, recall and their mean, rounded as the Python scorers round.

use serde::Serialize;

/// What was found rightly, of how many said and how many there are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// Found and right.
    pub right: usize,
    /// Said by the system.
    pub said: usize,
    /// In the gold.
    pub gold: usize,
}

/// Percent, with one digit behind the point.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Figures {
    /// Share of what was said that is right.
    pub p: f64,
    /// Share of what there is that was found.
    pub r: f64,
    /// The harmonic mean of both.
    pub f1: f64,
    /// How many there are.
    pub n: usize,
}

impl Count {
    /// Adds one document's counts.
    pub fn add(&mut self, right: usize, said: usize, gold: usize) {
        self.right += right;
        self.said += said;
        self.gold += gold;
    }

    /// Precision, recall and F1 from 0 to 1.
    pub fn prf(self) -> [f64; 3] {
        let p = share(self.right, self.said);
        let r = share(self.right, self.gold);
        [p, r, mean(p, r)]
    }

    /// In percent, as `story_score.py` rounds.
    pub fn figures(self) -> Figures {
        let [p, r, _] = self.prf();
        // The order of the factors is the scorer's: another one can round another way.
        let f1 = if p + r > 0.0 { 200.0 * p * r / (p + r) } else { 0.0 };
        Figures { p: round(100.0 * p, 1), r: round(100.0 * r, 1), f1: round(f1, 1), n: self.gold }
    }
}

/// A part of a whole; 0 of nothing.
pub fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { float(part) / float(whole) }
}

/// The harmonic mean.
pub fn mean(p: f64, r: f64) -> f64 {
    if p + r > 0.0 { 2.0 * p * r / (p + r) } else { 0.0 }
}

/// Right answers of all, in percent; `None` of nothing.
pub fn percent(right: usize, all: usize) -> Option<f64> {
    (all > 0).then(|| round(100.0 * float(right) / float(all), 1))
}

/// A count as a float; none here is large enough to lose a digit.
pub fn float(count: usize) -> f64 {
    count as f64
}

/// Rounded to `digits`, from the exact binary value and half to even: as Python's `round` does.
pub fn round(value: f64, digits: usize) -> f64 {
    format!("{value:.digits$}").parse().unwrap_or(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[expect(clippy::float_cmp, reason = "rounding is to be exact")]
    fn rounds_as_python_does() {
        assert_eq!([round(0.25, 1), round(0.35, 1), round(2.675, 2), round(87.25, 1)], [0.2, 0.3, 2.67, 87.2]);
    }

    #[test]
    fn two_of_three_and_two_of_four() {
        let figures = Count { right: 2, said: 3, gold: 4 }.figures();
        assert_eq!(figures, Figures { p: 66.7, r: 50.0, f1: 57.1, n: 4 });
        assert_eq!(Count::default().figures(), Figures { p: 0.0, r: 0.0, f1: 0.0, n: 0 });
        assert_eq!((percent(1, 3), percent(0, 0)), (Some(33.3), None));
    }
}
