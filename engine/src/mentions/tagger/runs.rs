//! Capitalized runs: words with capitals, and small words between them.

use super::hash;
use super::words::Word;

/// Words that may stand inside a run, in small letters.
const CONNECTORS: [u32; 12] = [
    hash::of("of"),
    hash::of("for"),
    hash::of("and"),
    hash::of("the"),
    hash::of("&"),
    hash::of("-"),
    hash::of("on"),
    hash::of("in"),
    hash::of("de"),
    hash::of("al"),
    hash::of("bin"),
    hash::of("du"),
];

/// At most so many of them in a row.
const CONNECTORS_IN_A_ROW: usize = 2;
/// No run has more tokens, so that what is done for each token of a run stays linear.
const LONGEST: usize = 24;

/// The runs of a sentence as (first token, token behind the last).
pub fn find(words: &[Word], capitals: &[bool]) -> Vec<(usize, usize)> {
    let (mut runs, mut at) = (Vec::new(), 0);
    while at < words.len() {
        if capitals[at] {
            let end = end_of_run(words, capitals, at);
            runs.push((at, end));
            at = end;
        } else {
            at += 1;
        }
    }
    runs
}

fn end_of_run(words: &[Word], capitals: &[bool], start: usize) -> usize {
    let mut end = start + 1;
    loop {
        let mut next = end;
        while next < words.len() && next - end < CONNECTORS_IN_A_ROW && !capitals[next] && CONNECTORS.contains(&words[next].low) {
            next += 1;
        }
        if next >= words.len() || !capitals[next] || next - start >= LONGEST {
            return end;
        }
        end = next + 1;
    }
}

#[cfg(test)]
mod tests {
    use super::super::words::Words;
    use super::*;
    use crate::text::Document;

    #[test]
    fn runs_with_small_words_inside() {
        let text = "the Bank of the West and of Old Town went to Rome";
        let document = Document::new(text);
        let words = Words::new(&document).all;
        let capitals: Vec<bool> = words.iter().map(|word| word.is_capital).collect();
        let runs: Vec<String> = find(&words, &capitals)
            .iter()
            .map(|&(start, end)| (start..end).map(|at| document.word(at)).collect::<Vec<_>>().join(" "))
            .collect();
        assert_eq!(runs, ["Bank of the West and of Old Town", "Rome"]);
    }
}
