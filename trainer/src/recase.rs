//! Copies of texts in other cases, so that the tagger learns to read headlines in capitals and texts without any.

use dateline_engine::text::Document;

use crate::corpora::{Labelled, Name};
use crate::rng::Rng;

/// How to write a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Writing {
    /// As it is.
    Same,
    /// IN CAPITALS.
    Upper,
    /// without any.
    Lower,
    /// Like a Headline.
    Titled,
}

/// Small words that headlines leave small.
const SMALL: [&str; 17] = ["a", "an", "the", "of", "in", "on", "at", "to", "for", "and", "or", "by", "with", "from", "as", "but", "nor"];

/// A copy with each sentence written as `choose` says, and the byte places of the changed ones in the copy.
pub fn recase(original: &Labelled, mut choose: impl FnMut(usize) -> Writing) -> (Labelled, Vec<(usize, usize)>) {
    let document = Document::new(&original.text);
    let mut copy = Copy { text: String::new(), places: Vec::new() };
    let (mut changed, mut at) = (Vec::new(), 0);
    for (index, sentence) in document.sentences.iter().enumerate() {
        let span = sentence.span;
        copy.push(&original.text, at, span.start as usize, Writing::Same);
        let writing = choose(index);
        let start = copy.text.len();
        copy.push(&original.text, span.start as usize, span.end as usize, writing);
        if writing != Writing::Same {
            changed.push((start, copy.text.len()));
        }
        at = span.end as usize;
    }
    copy.push(&original.text, at, original.text.len(), Writing::Same);
    copy.places.push((original.text.len(), copy.text.len()));
    let place = |byte: usize| copy.places.partition_point(|&(old, _)| old < byte);
    let names = original
        .names
        .iter()
        .map(|name| Name { start: copy.places[place(name.start)].1, end: copy.places[place(name.end)].1, kind: name.kind })
        .collect();
    (Labelled { text: copy.text, names, unmarked: original.unmarked }, changed)
}

/// One of the other cases at random, or the same.
pub fn at_random(rng: &mut Rng, share: f32) -> Writing {
    if rng.unit() >= share {
        return Writing::Same;
    }
    [Writing::Upper, Writing::Upper, Writing::Titled, Writing::Lower][rng.below(4)]
}

struct Copy {
    text: String,
    /// Old byte, new byte.
    places: Vec<(usize, usize)>,
}

impl Copy {
    fn push(&mut self, text: &str, start: usize, end: usize, writing: Writing) {
        let part = &text[start..end];
        let mut word_start = true;
        for (at, c) in part.char_indices() {
            self.places.push((start + at, self.text.len()));
            let goes_on = !word_start;
            word_start = !(c.is_alphanumeric() || c == '\'' || c == '’');
            let keeps = goes_on || (is_small_word(&part[at..]) && at > 0);
            match writing {
                Writing::Lower => self.text.extend(c.to_lowercase()),
                Writing::Upper => self.text.extend(c.to_uppercase()),
                Writing::Titled if !keeps => self.text.extend(c.to_uppercase()),
                Writing::Titled | Writing::Same => self.text.push(c),
            }
        }
    }
}

fn is_small_word(rest: &str) -> bool {
    let end = rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len());
    SMALL.contains(&&rest[..end])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_move_with_the_text() {
        let text = "Straße to the Old Town. She went to the Old Town.";
        let start = text.rfind("Old").unwrap();
        let original = Labelled { text: text.into(), names: vec![Name { start, end: start + 8, kind: 2 }], unmarked: 0 };
        let (copy, changed) = recase(&original, |index| if index == 0 { Writing::Upper } else { Writing::Same });
        assert_eq!(copy.text, "STRASSE TO THE OLD TOWN. She went to the Old Town.");
        assert_eq!(&copy.text[copy.names[0].start..copy.names[0].end], "Old Town");
        assert_eq!(changed, [(0, 24)]);
        let (copy, _) = recase(&original, |_| Writing::Titled);
        assert_eq!(copy.text, "Straße to the Old Town. She Went to the Old Town.");
    }
}
