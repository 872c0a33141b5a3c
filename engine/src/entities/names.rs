//! The normal form of a name: what stays the same when it is written in another way.
//!
//! A [`Name`] is the words of a form, folded: lower case, no accents, American spelling, no possessive.
//! Its [`Name::key`] is equal for forms that differ only in capitals, punctuation, legal form or `the`.

use super::lexicon::LEXICON;
use crate::tables::legal_form;
use crate::text::tokens::is_apostrophe;

/// One word of a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// Folded: lower case, without accents and dots, in American spelling.
    pub plain: String,
    /// True if it begins with a capital or a digit, or is a legal form with its dots: `d.o.o.`.
    pub capital: bool,
    /// True if a hyphen binds it to the word before.
    pub bound: bool,
    /// True if it stands in capitals, as acronyms do.
    pub shouted: bool,
}

/// The words of a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// Its words; no leading article, no legal form at the end.
    pub words: Vec<Word>,
    /// True if a legal form stood at the end: `Inc`, `Sdn Bhd`.
    pub is_company: bool,
}

/// Small words that names skip in their initials and that carry no meaning of their own.
pub const SMALL: &[&str] = &[
    "a", "al", "an", "and", "at", "by", "d", "da", "das", "de", "del", "der", "des", "di", "do", "dos", "du", "e", "el", "et", "for",
    "from", "fur", "in", "la", "le", "les", "of", "on", "or", "para", "the", "to", "und", "van", "von", "with", "y",
];

/// Words behind which a name says what it is for or whose it is.
pub const PREPOSITIONS: &[&str] =
    &["against", "at", "de", "del", "di", "do", "for", "from", "in", "into", "of", "on", "para", "to", "towards", "under", "with"];

/// Legal forms that stand in front of the name, folded.
const LEGAL_IN_FRONT: &[&str] = &["cjsc", "jsc", "oao", "ojsc", "ooo", "pao", "pjsc", "pt", "sia", "tov", "uab", "zao"];

impl Name {
    /// Of a form as it stands in the text.
    pub fn new(form: &str) -> Self {
        let mut words = cut(form);
        if words.len() > 1 && matches!(words.first().map(|word| word.plain.as_str()), Some("the" | "a" | "an")) {
            words.remove(0);
        }
        let len = words.len();
        if words.len() > 1 && words.first().is_some_and(|word| word.shouted && LEGAL_IN_FRONT.contains(&word.plain.as_str())) {
            words.remove(0);
        }
        while let Some(legal) = legal_len(&words) {
            words.truncate(words.len() - legal);
        }
        let is_company = words.len() < len;
        unite(&mut words);
        Self { words, is_company }
    }

    /// Equal for forms that differ only in the way they are written.
    pub fn key(&self) -> String {
        join(&self.words)
    }

    /// Index of the word that says what the thing is: the last, or the last before `of`, `for`, ...
    pub fn head(&self) -> usize {
        let preposition = self.words.iter().skip(1).position(|word| PREPOSITIONS.contains(&word.plain.as_str()));
        preposition.unwrap_or(self.words.len().saturating_sub(1))
    }
}

/// The words with a space between them.
pub fn join(words: &[Word]) -> String {
    let mut key = String::new();
    for word in words {
        if !key.is_empty() {
            key.push(' ');
        }
        key.push_str(&word.plain);
    }
    key
}

/// Legal forms that [`cut`] takes for several words.
const LEGAL_PHRASES: &[&[&str]] =
    &[&["sp", "z", "oo"], &["spolka", "z", "oo"], &["and", "co", "kg"], &["and", "co"], &["a", "s"], &["s", "a"]];

/// How many words at the end are a legal form; `None` if none, or if nothing else would be left.
fn legal_len(words: &[Word]) -> Option<usize> {
    let is_phrase = |phrase: &&&[&str]| {
        let end = words.len().checked_sub(phrase.len()).and_then(|at| words.get(at..)).unwrap_or_default();
        !end.is_empty() && end.iter().zip(phrase.iter()).all(|(word, part)| word.plain == *part)
    };
    let phrase = LEGAL_PHRASES.iter().find(is_phrase).map(|phrase| phrase.len());
    phrase.or_else(|| words.last().filter(|word| is_legal(word)).map(|_| 1)).filter(|&len| len < words.len())
}

/// In small letters only what is nothing else: `plc`, but not `co`.
fn is_legal(word: &Word) -> bool {
    legal_form(&word.plain).is_some_and(|other| word.capital || other.is_empty())
}

fn cut(form: &str) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut bound = false;
    for piece in form.split_inclusive(is_border) {
        let raw = piece.trim_end_matches(is_border);
        if !raw.is_empty() {
            push_word(raw, bound, &mut words);
        }
        bound = piece.chars().next_back().is_some_and(is_hyphen) && !raw.is_empty();
    }
    words
}

fn push_word(raw: &str, bound: bool, words: &mut Vec<Word>) {
    let raw = without_possessive(raw);
    let plain = if raw == "&" || raw == "+" { "and".to_string() } else { LEXICON.american(&fold(raw)) };
    if !plain.is_empty() {
        let is_dotted_form = || raw.ends_with('.') && legal_form(&plain).is_some();
        let capital = raw.chars().find(|c| c.is_alphanumeric()).is_some_and(|c| c.is_uppercase() || c.is_numeric()) || is_dotted_form();
        let letters = raw.chars().filter(|c| c.is_alphabetic());
        let shouted = letters.clone().count() > 1 && letters.clone().all(char::is_uppercase);
        words.push(Word { plain, capital, bound, shouted });
    }
}

fn is_border(c: char) -> bool {
    c.is_whitespace() || is_hyphen(c) || matches!(c, ',' | ';' | ':' | '/' | '(' | ')' | '"' | '“' | '”' | '«' | '»')
}

fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2015}')
}

fn without_possessive(raw: &str) -> &str {
    let stem = raw.strip_suffix(['s', 'S']).filter(|stem| stem.len() > 1).unwrap_or(raw);
    stem.strip_suffix(is_apostrophe).filter(|stem| !stem.is_empty()).unwrap_or(raw)
}

/// `United States`, `U.S.A.` and their kin become one word, so that longer names with them are equal.
const UNITED: &[(&[&str], &str)] = &[
    (&["united", "states", "of", "america"], "us"),
    (&["united", "states"], "us"),
    (&["usa"], "us"),
    (&["united", "kingdom"], "uk"),
    (&["united", "nations"], "un"),
    (&["european", "union"], "eu"),
    (&["saint"], "st"),
];

fn unite(words: &mut Vec<Word>) {
    for &(long, short) in UNITED {
        let found = words.windows(long.len()).position(|window| window.iter().map(|word| word.plain.as_str()).eq(long.iter().copied()));
        if let Some(at) = found {
            words.drain(at + 1..at + long.len());
            if let Some(word) = words.get_mut(at) {
                word.plain = short.to_string();
            }
        }
    }
}

/// Lower case, without accents, dots and apostrophes.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_ascii_alphanumeric() {
            folded.push(c.to_ascii_lowercase());
            continue;
        }
        match base(c) {
            Some(letters) => folded.push_str(letters),
            None if c.is_alphanumeric() => folded.extend(c.to_lowercase()),
            None if matches!(c, '&' | '@' | '+') => folded.push(c),
            None => {}
        }
    }
    folded
}

/// The plain letters of an accented Latin one, in lower case.
fn base(c: char) -> Option<&'static str> {
    if c.is_ascii() {
        return None;
    }
    let lower = c.to_lowercase().next().unwrap_or(c);
    let at = ACCENTED.iter().position(|&(_, letters)| letters.contains(lower))?;
    ACCENTED.get(at).map(|entry| entry.0)
}

const ACCENTED: &[(&str, &str)] = &[
    ("a", "àáâãäåāăąǎạảấầẩẫậắằẳẵặ"),
    ("ae", "æ"),
    ("c", "çćĉċč"),
    ("d", "ďđð"),
    ("e", "èéêëēĕėęěẹẻẽếềểễệə"),
    ("g", "ĝğġģ"),
    ("h", "ĥħḥ"),
    ("i", "ìíîïĩīĭįıǐịỉ"),
    ("j", "ĵ"),
    ("k", "ķ"),
    ("l", "ĺļľŀł"),
    ("n", "ñńņňŋ"),
    ("o", "òóôõöøōŏőơǒọỏốồổỗộớờởỡợ"),
    ("oe", "œ"),
    ("r", "ŕŗř"),
    ("s", "śŝşšșṣ"),
    ("ss", "ß"),
    ("t", "ţťŧțṭ"),
    ("th", "þ"),
    ("u", "ùúûüũūŭůűųưǔụủứừửữự"),
    ("w", "ŵ"),
    ("y", "ýÿŷỳỵỷỹ"),
    ("z", "źżžẓ"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(form: &str, key: &str) {
        assert_eq!(Name::new(form).key(), key, "{form}");
    }

    #[test]
    fn ways_of_writing() {
        check("The Hague Tribunal", "hague tribunal");
        check("Organisation for Fair Labour", "organization for fair labor");
        check("Modernisation Centre", "modernization center");
        check("Ålesund Sjømat AS", "alesund sjomat");
        check("Harbour Freight Co., Ltd.", "harbor freight");
        check("Kuala Emas Holdings Sdn Bhd", "kuala emas holdings");
        check("SIA Hentzau Trams", "hentzau trams");
        check("PT Sumber Emas Tbk", "sumber emas");
        check("Sia Brandt", "sia brandt");
        check("Vestre Hav A/S", "vestre hav");
        check("Nida Sp. z o.o.", "nida");
        check("Marlow & Finch plc", "marlow and finch");
        check("Trigla d.o.o.", "trigla");
        check("Stella Fracht GmbH & Co. KG", "stella fracht");
        check("Johnson & Sons", "johnson and sons");
        check("Workers’ Party's", "workers party");
        check("Anti-Corruption Bureau", "anti corruption bureau");
        check("U.N.", "un");
    }

    #[test]
    fn united_names() {
        check("United States Coast Guard", "us coast guard");
        check("U.S. Coast Guard", "us coast guard");
        check("Senate of the United States of America", "senate of the us");
        check("United Nations Children's Fund", "un children fund");
    }

    #[test]
    fn legal_forms_alone_stay() {
        check("AG", "ag");
        check("SAS", "sas");
        check("the", "the");
        check("", "");
    }

    #[test]
    fn heads() {
        let head = |form: &str| {
            let name = Name::new(form);
            name.words[name.head()].plain.clone()
        };
        assert_eq!(head("Ministry of Health"), "ministry");
        assert_eq!(head("Health Ministry"), "ministry");
        assert_eq!(head("Centre for Rural Studies"), "center");
    }
}
