//! Capitals: whether they say anything in a sentence, and which words would have one if they did.

use super::clusters::{Case, Clusters, Entry};
use super::words::{Word, Words};
use crate::text::Document;

/// How a sentence is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// Names have capitals, other words do not.
    Normal,
    /// Like This: most words have one.
    Titled,
    /// LIKE THIS.
    Upper,
    /// like this, in several words.
    Lower,
}

/// The writing of a story.
pub struct Writing {
    /// One for each sentence.
    pub modes: Vec<Mode>,
    /// For each token: would it have a capital in a normal sentence, not counting its first word?
    pub capitals: Vec<bool>,
    /// What is known of each lower-case form, by its number.
    pub entries: Vec<Option<Entry>>,
}

impl Writing {
    /// Reads all sentences twice: first for how the story writes each word, then to guess where capitals tell nothing.
    pub fn new(document: &Document, words: &Words, clusters: &Clusters) -> Self {
        let mut entries = vec![None; words.n_ids];
        let mut looked_up = 0;
        for word in &words.all {
            if word.id as usize >= looked_up {
                entries[word.id as usize] = clusters.get(word.low);
                looked_up = word.id as usize + 1;
            }
        }
        let modes: Vec<Mode> = document.sentences.iter().map(|sentence| mode(&words.all[sentence.range()])).collect();
        let habits = habits(document, words, &modes);
        let mut capitals = Vec::with_capacity(words.all.len());
        for (sentence, &mode) in document.sentences.iter().zip(&modes) {
            let guess = matches!(mode, Mode::Upper | Mode::Lower);
            capitals.extend(words.all[sentence.range()].iter().map(|word| {
                let id = word.id as usize;
                if guess { word.is_alphabetic && would_be_capital(habits[id], entries[id]) } else { word.is_capital }
            }));
        }
        Self { modes, capitals, entries }
    }
}

/// How often each form stands with a small letter and with a capital where that tells something.
fn habits(document: &Document, words: &Words, modes: &[Mode]) -> Vec<(u32, u32)> {
    let mut habits = vec![(0, 0); words.n_ids];
    for (sentence, _) in document.sentences.iter().zip(modes).filter(|&(_, &mode)| mode == Mode::Normal) {
        for word in words.all[sentence.range()].iter().skip(1) {
            let (small, capital) = &mut habits[word.id as usize];
            *small += u32::from(word.is_lower);
            *capital += u32::from(word.is_capital);
        }
    }
    habits
}

fn would_be_capital((small, capital): (u32, u32), entry: Option<Entry>) -> bool {
    if small != capital {
        return capital > small;
    }
    entry.is_none_or(|entry| matches!(entry.case, Case::Capital | Case::Upper))
}

fn mode(words: &[Word]) -> Mode {
    let (mut n, mut long, mut capital, mut upper, mut lower) = (0, 0, 0, 0, 0);
    for word in words.iter().filter(|word| word.is_alphabetic) {
        n += 1;
        long += usize::from(word.prefixes[0] != 0);
        capital += usize::from(word.is_capital);
        upper += usize::from(word.is_upper);
        lower += usize::from(word.is_lower);
    }
    if n < 3 {
        Mode::Normal
    } else if upper * 10 >= long * 9 && lower == 0 {
        Mode::Upper
    } else if lower == n {
        Mode::Lower
    } else if n > 3 && capital * 10 > n * 7 {
        Mode::Titled
    } else {
        Mode::Normal
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn modes(text: &str) -> Vec<Mode> {
        let document = Document::new(text);
        Writing::new(&document, &Words::new(&document), &Clusters::new(&[], &[])).modes
    }

    #[test]
    fn kinds_of_writing() {
        assert_eq!(modes("UN CHIEF VISITS KABUL"), [Mode::Upper]);
        assert_eq!(modes("un chief visits kabul"), [Mode::Lower]);
        assert_eq!(modes("Chief of the Nation Visits Old Kabul"), [Mode::Titled]);
        assert_eq!(modes("The chief visits Kabul."), [Mode::Normal]);
        assert_eq!(modes("UNESCO"), [Mode::Normal]);
    }

    #[test]
    fn the_story_tells_which_words_have_capitals() {
        let text = "VISIT TO OLD KABUL\nThey came to Kabul on a visit to the old town.";
        let document = Document::new(text);
        let writing = Writing::new(&document, &Words::new(&document), &Clusters::new(&[], &[]));
        assert_eq!(writing.capitals[..4], [false, false, false, true]);
    }
}
