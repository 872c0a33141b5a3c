//! `timex_score.py`: time expressions by span and value, as TempEval-3 counts.

use crate::gold::{Document, Timex};
use crate::measures::{Count, round, share};
use crate::names::context;
use crate::system::Answer;

/// All documents of a set.
#[derive(Clone, Debug, Default)]
pub struct Score {
    /// Expressions to be found.
    pub n_gold: usize,
    /// Expressions said, less those at places that are not scored.
    pub n_said: usize,
    /// Same span.
    pub strict: usize,
    /// A shared character, one to one.
    pub relaxed: usize,
    /// Paired, with the same type.
    pub r#type: usize,
    /// Paired, with the same value.
    pub value: usize,
    /// What was missed, wrongly said, or read as another value.
    pub errors: Vec<String>,
}

/// One expression of either side.
#[derive(Clone, Debug)]
struct Expression {
    start: usize,
    end: usize,
    kind: Option<String>,
    value: Option<String>,
    alt: Vec<String>,
    ignore: bool,
}

impl Score {
    /// Counts as precision, recall and F1.
    pub fn count(&self, right: usize) -> Count {
        Count { right, said: self.n_said, gold: self.n_gold }
    }

    /// Share of the pairs whose value is right, in percent.
    pub fn value_accuracy(&self) -> f64 {
        round(100.0 * share(self.value, self.relaxed), 2)
    }

    /// Adds one document; of the calendar only what a timeline can show.
    pub fn add(&mut self, document: &Document, answer: &Answer, calendar: bool) {
        let (mut gold, mut said) = (of_gold(document), of_answer(answer));
        if calendar {
            gold = on_calendar(gold, true);
            said = on_calendar(said, false);
        }
        let (ignored, gold): (Vec<_>, Vec<_>) = gold.into_iter().partition(|gold| gold.ignore);
        let pairs = pair(&gold, &said);
        let text: Vec<char> = document.text.chars().collect();
        self.n_gold += gold.len();
        self.relaxed += pairs.len();
        for &(gold_idx, said_idx) in &pairs {
            self.add_pair(document, &text, &gold[gold_idx], &said[said_idx]);
        }
        for (_, missed) in gold.iter().enumerate().filter(|(idx, _)| pairs.iter().all(|pair| pair.0 != *idx)) {
            self.tell(document, &text, missed, &format!("missed {}", words(missed)));
        }
        let is_counted = |said: &Expression| !ignored.iter().any(|ignored| shared(ignored, said) > 0);
        let alone = said.iter().enumerate().filter(|(idx, said)| pairs.iter().all(|pair| pair.1 != *idx) && is_counted(said));
        let alone: Vec<&Expression> = alone.map(|(_, said)| said).collect();
        self.n_said += pairs.len() + alone.len();
        for extra in alone {
            self.tell(document, &text, extra, &format!("wrongly said {}", words(extra)));
        }
    }

    fn add_pair(&mut self, document: &Document, text: &[char], gold: &Expression, said: &Expression) {
        let is_right = said.value == gold.value || said.value.as_ref().is_some_and(|value| gold.alt.contains(value));
        let is_exact = (gold.start, gold.end) == (said.start, said.end);
        self.strict += usize::from(is_exact);
        self.r#type += usize::from(gold.kind == said.kind);
        self.value += usize::from(is_right);
        if !is_right {
            let published = document.published.as_deref().unwrap_or("-");
            self.tell(document, text, gold, &format!("is {}, said {} (published {published})", words(gold), words(said)));
        }
        if !is_exact {
            let words: String = text.get(said.start..said.end).unwrap_or_default().iter().collect();
            self.tell(document, text, gold, &format!("has the span `{words}`"));
        }
    }

    fn tell(&mut self, document: &Document, text: &[char], place: &Expression, what: &str) {
        self.errors.push(format!("{} {what}: {}", document.id, context(text, place.start, place.end)));
    }
}

fn words(expression: &Expression) -> String {
    format!("{} {}", expression.kind.as_deref().unwrap_or("-"), expression.value.as_deref().unwrap_or("-"))
}

fn of_gold(document: &Document) -> Vec<Expression> {
    let expression = |timex: &Timex| Expression {
        start: timex.start,
        end: timex.end,
        kind: timex.r#type.clone(),
        value: timex.value.clone(),
        alt: timex.alt.clone(),
        ignore: timex.ignore,
    };
    document.timex.iter().flatten().map(expression).collect()
}

fn of_answer(answer: &Answer) -> Vec<Expression> {
    let dates = answer.dates.iter();
    dates
        .map(|date| Expression {
            start: date.start,
            end: date.end,
            kind: Some(date.r#type.clone()),
            value: Some(date.value.clone()),
            alt: Vec::new(),
            ignore: false,
        })
        .collect()
}

/// Only what has a place on the calendar; a gold date whose value is open is neither asked for nor counted.
fn on_calendar(all: Vec<Expression>, is_gold: bool) -> Vec<Expression> {
    let mut kept = Vec::new();
    for mut expression in all {
        let value = expression.value.as_deref().unwrap_or_default().split('T').next().unwrap_or_default().to_string();
        let is_dated = matches!(expression.kind.as_deref(), Some("DATE" | "TIME"));
        if is_dated && is_calendar(&value) {
            expression.kind = Some("DATE".into());
            expression.value = Some(value);
            kept.push(expression);
        } else if is_gold && (expression.ignore || (is_dated && (value.is_empty() || value.contains('X')))) {
            expression.ignore = true;
            kept.push(expression);
        }
    }
    kept
}

/// `^\d{3,4}(-(\d\d(-\d\d)?|W\d\d(-WE|-\d)?|Q[1-4]|H[12]|SP|SU|FA|WI))?$|^BC\d{4}$`
fn is_calendar(value: &str) -> bool {
    let digits = |text: &str, n: usize| text.len() == n && text.bytes().all(|byte| byte.is_ascii_digit());
    if let Some(year) = value.strip_prefix("BC") {
        return digits(year, 4);
    }
    let (year, rest) = value.split_once('-').map_or((value, None), |(year, rest)| (year, Some(rest)));
    let (first, second) =
        rest.map_or(("", None), |rest| rest.split_once('-').map_or((rest, None), |(first, second)| (first, Some(second))));
    let is_part = match (first.strip_prefix('W'), second) {
        (Some(week), None) if digits(week, 2) => true,
        (Some(week), Some(day)) => digits(week, 2) && (day == "WE" || digits(day, 1)),
        (_, Some(day)) => digits(first, 2) && digits(day, 2),
        (_, None) => digits(first, 2) || matches!(first, "Q1" | "Q2" | "Q3" | "Q4" | "H1" | "H2" | "SP" | "SU" | "FA" | "WI"),
    };
    (digits(year, 3) || digits(year, 4)) && (rest.is_none() || is_part)
}

/// How many code points two expressions share; negative for the gap between them.
fn shared(a: &Expression, b: &Expression) -> isize {
    a.end.min(b.end).cast_signed() - a.start.max(b.start).cast_signed()
}

/// One-to-one pairs by index: exact spans first, then the largest share.
fn pair(gold: &[Expression], said: &[Expression]) -> Vec<(usize, usize)> {
    let mut candidates = Vec::new();
    for (gold_idx, g) in gold.iter().enumerate() {
        for (said_idx, s) in said.iter().enumerate() {
            let shared = shared(g, s);
            if shared > 0 {
                let is_exact = (g.start, g.end) == (s.start, s.end);
                candidates.push((!is_exact, -shared, g.start, s.start, gold_idx, said_idx));
            }
        }
    }
    candidates.sort_unstable();
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    for (.., gold_idx, said_idx) in candidates {
        if pairs.iter().all(|pair| pair.0 != gold_idx && pair.1 != said_idx) {
            pairs.push((gold_idx, said_idx));
        }
    }
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_on_the_calendar() {
        for value in
            ["2013", "201", "2013-03", "2013-03-22", "2013-W12", "2013-W12-WE", "2013-W12-3", "2013-Q1", "2013-SP", "2013-H2", "BC0044"]
        {
            assert!(is_calendar(value), "{value}");
        }
        for value in ["", "20", "199X", "2013-Q5", "2013-03-2X", "P3D", "PRESENT_REF", "2013-", "XXXX-10", "2013-WXX"] {
            assert!(!is_calendar(value), "{value}");
        }
    }
}
