//! Scores of names against the labels: exact spans, by type.

use dateline_engine::mentions::tagger::labels::TYPES;

use crate::corpora::Name;
use crate::mix::TYPE_NAMES;

/// Names found, wrong and missed, for each type.
#[derive(Clone, Copy, Debug, Default)]
pub struct Scores {
    counts: [[usize; 3]; TYPES.len()],
}

impl Scores {
    /// Adds one text.
    pub fn add(&mut self, gold: &[Name], found: &[Name]) {
        for name in gold {
            self.counts[name.kind][0] += 1;
        }
        for name in found {
            self.counts[name.kind][1] += 1;
            self.counts[name.kind][2] += usize::from(gold.binary_search(name).is_ok());
        }
    }

    /// Both counts together.
    #[must_use]
    pub fn plus(mut self, other: Self) -> Self {
        for (counts, more) in self.counts.iter_mut().flatten().zip(other.counts.iter().flatten()) {
            *counts += more;
        }
        self
    }

    /// True if there was any name.
    pub fn any(&self) -> bool {
        self.counts.iter().any(|counts| counts[0] > 0)
    }

    /// In percent.
    pub fn f1(&self, kind: usize) -> f64 {
        let [gold, found, right] = self.counts[kind];
        200.0 * right as f64 / ((gold + found) as f64).max(1.0)
    }

    /// Precision and recall in percent.
    pub fn precision_and_recall(&self, kind: usize) -> (f64, f64) {
        let [gold, found, right] = self.counts[kind];
        (100.0 * right as f64 / (found as f64).max(1.0), 100.0 * right as f64 / (gold as f64).max(1.0))
    }

    /// All types in one line.
    pub fn line(&self) -> String {
        let (precision, recall) = self.precision_and_recall(0);
        let each: Vec<String> = TYPE_NAMES.iter().enumerate().map(|(kind, name)| format!("{name} {:.1}", self.f1(kind))).collect();
        format!("{} (ORG P {precision:.1} R {recall:.1})", each.join("  "))
    }
}
