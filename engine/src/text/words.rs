//! Small closed classes of English words that reading a text needs.

/// Words written with a dot that does not end a sentence. Lower case.
const ABBREVIATIONS: &[&str] = &[
    "adm", "apr", "aug", "ave", "bros", "brig", "capt", "cdr", "cmdr", "col", "cpl", "dec", "dept", "dr", "drs", "esq", "feb", "fr", "fri",
    "gen", "gov", "hon", "jan", "jul", "jun", "lt", "maj", "mar", "messrs", "mme", "mon", "mr", "mrs", "ms", "mt", "nov", "oct", "pres",
    "prof", "pte", "pvt", "rep", "reps", "rev", "sat", "sen", "sens", "sep", "sept", "sgt", "sr", "st", "sun", "supt", "thu", "thur",
    "thurs", "tue", "tues", "wed",
];

/// The same, before a number only: `No. 10`, `vol. 3`; elsewhere they are words that end a sentence.
const BEFORE_NUMBERS: &[&str] = &["art", "ch", "no", "nos", "p", "pp", "para", "sec", "vol"];

/// Legal forms and the like that end a company's or person's name; their dot stands outside of it.
const COMPANY_SUFFIXES: &[&str] = &["bhd", "bros", "co", "corp", "inc", "jr", "llc", "ltd", "plc", "pte", "pvt", "sdn", "sr"];

/// True for a word whose dot belongs to it: a capitalized title, month or day, `vs`, or `No` before a number.
pub fn is_abbreviation(word: &str, number_follows: bool) -> bool {
    word == "vs"
        || (word.starts_with(char::is_uppercase) && is_one_of(word, ABBREVIATIONS))
        || (number_follows && is_one_of(word, BEFORE_NUMBERS))
}

/// True for `Inc`, `Ltd` and their kin, without the dot.
pub fn is_company_suffix(word: &str) -> bool {
    is_one_of(word, COMPANY_SUFFIXES)
}

fn is_one_of(word: &str, list: &[&str]) -> bool {
    list.iter().any(|entry| entry.eq_ignore_ascii_case(word))
}
