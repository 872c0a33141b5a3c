//! Forms that are one name spelt in two ways: another transliteration, a slip of the pen, words run together.

use std::collections::BTreeMap;

use super::clusters::Clusters;
use super::forms::Form;
use super::lexicon::LEXICON;

/// Shorter names are too easily a letter apart by chance.
const SHORTEST: usize = 7;
/// Names longer than this are not compared letter by letter.
const LONGEST: usize = 120;

/// Merges the spellings of one name among `bodies`, which are forms of one type.
pub fn variants(forms: &[Form], bodies: &[usize], clusters: &mut Clusters) {
    let mut index: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for &form in bodies.iter().filter(|&&form| (SHORTEST..=LONGEST).contains(&forms[form].key.len())) {
        for skeleton in skeletons(&forms[form].key) {
            let same = index.entry(skeleton).or_default();
            let other = same.iter().copied().find(|&other| are_spellings(&forms[other].key, &forms[form].key));
            if let Some(other) = other {
                clusters.unite(other, form, || format!("{} is another spelling of {}", forms[form].text, forms[other].text));
            } else if same.len() < 8 {
                same.push(form);
            }
        }
    }
}

/// The key without spaces, and the same with one letter left out anywhere in its words of some length: names that
/// differ by one letter share one of them.
fn skeletons(key: &str) -> Vec<String> {
    let letters: Vec<char> = key.chars().filter(|c| *c != ' ').collect();
    let consonants: String = letters.iter().enumerate().filter(|&(at, c)| at == 0 || !is_vowel(*c)).map(|(_, c)| sound(*c)).collect();
    let mut skeleton: String = String::new();
    for c in consonants.chars() {
        if !skeleton.ends_with(c) {
            skeleton.push(c);
        }
    }
    let mut skeletons = vec![skeleton.clone()];
    for (at, c) in skeleton.char_indices().skip(1) {
        let rest = skeleton.get(at + c.len_utf8()..).unwrap_or_default();
        skeletons.push(format!("{}{rest}", skeleton.get(..at).unwrap_or_default()));
    }
    skeletons
}

fn is_vowel(c: char) -> bool {
    matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'h')
}

fn sound(c: char) -> char {
    match c {
        'q' | 'c' => 'k',
        'z' => 's',
        'w' => 'v',
        'j' => 'g',
        _ => c,
    }
}

/// True if the two differ in one word only, by one letter or by vowels that transliterations swap.
fn are_spellings(one: &str, other: &str) -> bool {
    if one == other || one.chars().any(|c| c.is_ascii_digit()) || other.chars().any(|c| c.is_ascii_digit()) {
        return false;
    }
    if one.replace(' ', "") == other.replace(' ', "") {
        return true;
    }
    let mut words = one.split(' ').zip(other.split(' ')).filter(|(one, other)| one != other);
    let same_length = one.split(' ').count() == other.split(' ').count();
    let Some((left, right)) = words.next().filter(|_| same_length) else { return false };
    words.next().is_none() && are_word_spellings(left, right)
}

/// One letter apart, long, and neither an ordinary word of names: `Iraq` and `Iran` are no spellings of each other.
pub fn are_word_spellings(one: &str, other: &str) -> bool {
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    let is_known = |word: &str| LEXICON.is_place(word) || LEXICON.people_of(word).is_some() || LEXICON.is_head(word);
    // `Minstry` is a slip of the pen, `Austrian` and `Australian` are two words.
    let known =
        is_known(one) && is_known(other) || [one, other].iter().any(|word| LEXICON.is_place(word) || LEXICON.people_of(word).is_some());
    let plural = long.strip_suffix('s') == Some(short);
    short.len() >= 6 && !known && !plural && one.chars().next() == other.chars().next() && distance_is_one(short, long)
}

fn distance_is_one(short: &str, long: &str) -> bool {
    let (mut short, mut long): (Vec<char>, Vec<char>) = (short.chars().collect(), long.chars().collect());
    // Fewer bytes may be more characters.
    if short.len() > long.len() {
        std::mem::swap(&mut short, &mut long);
    }
    let same = short.iter().zip(&long).take_while(|(one, other)| one == other).count();
    let (rest_short, rest_long) = (short.get(same..).unwrap_or_default(), long.get(same..).unwrap_or_default());
    let skip = |rest: &[char], count: usize| rest.iter().copied().skip(count).collect::<Vec<_>>();
    match long.len() - short.len() {
        0 => skip(rest_short, 1) == skip(rest_long, 1) || is_swap(rest_short, rest_long),
        1 => rest_short == skip(rest_long, 1),
        _ => false,
    }
}

fn is_swap(one: &[char], other: &[char]) -> bool {
    matches!((one, other), ([a, b, rest @ ..], [c, d, others @ ..]) if a == d && b == c && rest == others)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings() {
        assert!(are_spellings("hizbullah", "hizbollah"));
        assert!(are_spellings("el sewadi electric", "elsewadi electric"));
        assert!(are_spellings("bank of marakesh", "bank of marakash"));
        assert!(!are_spellings("government of iraq", "government of iran"));
        assert!(!are_spellings("channel 12", "channel 13"));
        assert!(!are_spellings("austrian post", "australian post"));
        assert!(are_spellings("education ministry", "education minstry"));
        assert!(!are_spellings("workers union", "worker union"));
    }

    #[test]
    fn spellings_share_a_skeleton() {
        for (one, other) in [("hizbullah", "hizbollah"), ("sanderson", "sandersen"), ("qandeelev", "qandelev")] {
            let others = skeletons(other);
            assert!(skeletons(one).iter().any(|skeleton| others.contains(skeleton)), "{one} {other}");
        }
    }
}
