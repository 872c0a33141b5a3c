//! Which language a text is written in, as far as it matters here: is it English?

use crate::text::{Document, TokenKind};

/// So many words are enough to tell.
const SAMPLE: usize = 2_000;
/// Fewer words are too few to tell.
const FEWEST: usize = 12;

/// The commonest short words of languages that news is written in; a word may stand in several.
const FUNCTION_WORDS: &[(&str, &[&str])] = &[
    (
        "en",
        &[
            "the", "of", "and", "to", "in", "that", "is", "for", "on", "was", "with", "by", "at", "from", "said", "has", "he", "it", "as",
            "his",
        ],
    ),
    (
        "de",
        &[
            "der", "die", "das", "und", "den", "von", "zu", "mit", "sich", "des", "auf", "für", "ist", "im", "dem", "nicht", "ein", "eine",
            "hat", "auch",
        ],
    ),
    (
        "fr",
        &[
            "le", "la", "les", "des", "et", "du", "une", "que", "dans", "pour", "qui", "sur", "par", "au", "est", "plus", "avec", "aux",
            "il", "ont",
        ],
    ),
    (
        "es",
        &[
            "el", "la", "los", "las", "que", "en", "del", "y", "por", "con", "para", "una", "se", "su", "al", "es", "como", "más", "ha",
            "lo",
        ],
    ),
    (
        "pt",
        &["o", "os", "que", "em", "do", "da", "dos", "das", "e", "para", "com", "uma", "não", "no", "na", "por", "mais", "foi", "ao", "se"],
    ),
    (
        "it",
        &[
            "il", "di", "che", "la", "e", "per", "un", "una", "del", "della", "con", "non", "sono", "gli", "nel", "alla", "si", "da",
            "dei", "più",
        ],
    ),
    (
        "nl",
        &[
            "de", "het", "een", "van", "en", "dat", "op", "te", "voor", "met", "zijn", "niet", "aan", "ook", "er", "om", "bij", "naar",
            "wordt", "uit",
        ],
    ),
    (
        "pl",
        &["i", "w", "na", "z", "do", "nie", "się", "że", "jest", "po", "za", "od", "jak", "przez", "co", "dla", "ze", "oraz", "ma", "był"],
    ),
    (
        "tr",
        &[
            "ve", "bir", "bu", "için", "ile", "da", "de", "olarak", "olan", "daha", "çok", "en", "gibi", "sonra", "kadar", "ise", "ancak",
            "ne", "var", "yeni",
        ],
    ),
    (
        "id",
        &[
            "yang", "dan", "di", "dari", "untuk", "dengan", "pada", "ini", "itu", "dalam", "akan", "tidak", "juga", "ke", "oleh", "telah",
            "ada", "para", "bisa", "sebagai",
        ],
    ),
];

/// Scripts that are not Latin, by the first letter of a range and the last.
const SCRIPTS: &[(char, char, &str)] = &[
    ('\u{370}', '\u{3FF}', "el"),
    ('\u{400}', '\u{52F}', "ru"),
    ('\u{590}', '\u{5FF}', "he"),
    ('\u{600}', '\u{6FF}', "ar"),
    ('\u{900}', '\u{97F}', "hi"),
    ('\u{3040}', '\u{30FF}', "ja"),
    ('\u{4E00}', '\u{9FFF}', "zh"),
    ('\u{AC00}', '\u{D7AF}', "ko"),
];

/// A BCP 47 tag; `und` for a text with too little to tell.
///
/// Cyrillic is called Russian, Arabic script Arabic and so on: enough for a word to the reader, no more.
pub fn guess(document: &Document) -> &'static str {
    let words: Vec<&str> =
        document.tokens.iter().filter(|token| token.kind == TokenKind::Word).take(SAMPLE).map(|token| token.of(document.text)).collect();
    if let Some(tag) = by_script(&words) {
        return tag;
    }
    if words.len() < FEWEST {
        return "und";
    }
    let score = |list: &[&str]| words.iter().filter(|word| list.iter().any(|entry| entry.eq_ignore_ascii_case(word))).count();
    let (tag, hits) = FUNCTION_WORDS
        .iter()
        .map(|&(tag, list)| (tag, score(list)))
        .fold(("und", 0), |best, this| if this.1 > best.1 { this } else { best });
    if hits * 12 >= words.len() { tag } else { "und" }
}

/// The script that most letters are of, unless that is Latin.
fn by_script(words: &[&str]) -> Option<&'static str> {
    let mut counts = [0_usize; SCRIPTS.len()];
    let mut letters = 0;
    for c in words.iter().flat_map(|word| word.chars()) {
        letters += 1;
        if c >= '\u{370}'
            && let Some(script) = SCRIPTS.iter().position(|&(first, last, _)| (first..=last).contains(&c))
        {
            counts[script] += 1;
        }
    }
    let (script, count) = counts.iter().enumerate().max_by_key(|&(_, count)| *count)?;
    (letters >= FEWEST && count * 2 > letters).then_some(SCRIPTS[script].2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(guess(&Document::new(text)), expected, "{text}");
    }

    #[test]
    fn languages() {
        check("The ministers met in Geneva on Monday and agreed that the talks would go on.", "en");
        check("Die Minister haben sich am Montag in Genf getroffen und über die Lage in dem Land gesprochen.", "de");
        check("Les ministres se sont rencontrés lundi à Genève pour parler de la situation dans le pays.", "fr");
        check("Министры встретились в понедельник в Женеве и договорились продолжить переговоры", "ru");
        check("اجتمع الوزراء يوم الاثنين في جنيف واتفقوا على مواصلة المحادثات", "ar");
        check("Oct 30", "und");
        check("", "und");
    }
}
