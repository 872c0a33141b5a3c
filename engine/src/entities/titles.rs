//! The name a reader expects over an entity: the fullest form in the story, in normal capitals.

use super::acronyms;
use super::forms::Form;
use super::lexicon::{KNOWN, LEXICON};
use super::names::{Name, SMALL};
use super::shortened;
use crate::mentions::NameType;

/// The index in `members` of the form that makes the best title, and the title.
pub fn choose(forms: &[Form], members: &[usize], known: Option<u16>) -> (usize, String) {
    let fullest =
        |places: &mut dyn Iterator<Item = usize>| places.max_by_key(|&place| (rank(&forms[members[place]]), std::cmp::Reverse(place)));
    let best = fullest(&mut (0..members.len())).unwrap_or(0);
    let best = without_needless_country(forms, members, best, known).unwrap_or(best);
    let form = members.get(best).map(|&form| &forms[form]);
    (best, form.map_or_else(String::new, |form| in_normal_capitals(form, known)))
}

/// `Central Intelligence Agency` rather than `United States Central Intelligence Agency`: its own name, if the story has it.
fn without_needless_country(forms: &[Form], members: &[usize], best: usize, known: Option<u16>) -> Option<usize> {
    let expected = Name::new(KNOWN.get(known?)?.name).key();
    let fullest = &forms[*members.get(best)?];
    let short = shortened::variants(&fullest.name, shortened::Level::Country);
    let place = members.iter().position(|&form| forms[form].key == expected && !is_shouted(forms[form].text))?;
    short.contains(&expected).then_some(place)
}

/// Better forms rank higher.
fn rank(form: &Form) -> (bool, bool, usize, usize) {
    let text = form.text;
    let is_acronym = form.kind == NameType::Organization && acronyms::letters(text).is_some() && !text.contains(' ');
    let is_name = text.starts_with(|c: char| c.is_alphanumeric()) && text.chars().any(|c| c.is_ascii_alphabetic());
    (is_name, !is_acronym && !is_shouted(text), form.name.words.len(), text.chars().count())
}

/// Several letters, all of them capitals, and too long for initials.
fn is_shouted(text: &str) -> bool {
    text.len() > 5 && text.chars().any(char::is_alphabetic) && !text.chars().any(char::is_lowercase)
}

/// `KAZINFORM` becomes `Kazinform`; `UNESCO` and other initials stay.
fn in_normal_capitals(form: &Form, known: Option<u16>) -> String {
    let text = form.text.trim();
    if !is_shouted(text) {
        return text.split_whitespace().collect::<Vec<_>>().join(" ");
    }
    let body = known.and_then(|number| KNOWN.get(number));
    match body.filter(|body| Name::new(body.name).key() == form.key) {
        Some(body) => body.name.to_string(),
        None if form.kind == NameType::Organization && body.is_some() => text.to_string(),
        None => {
            let has_long = text.split(|c: char| !c.is_alphabetic()).any(|word| word.chars().count() > LONGEST_INITIALS);
            text.split_whitespace()
                .map(|word| if has_long { capitalize(word) } else { unless_initials(word) })
                .collect::<Vec<_>>()
                .join(" ")
        }
    }
}

/// Words of more letters are no initials.
const LONGEST_INITIALS: usize = 4;

/// `KQED-TV` and `NCT 127` keep their capitals, `NEWS` does not.
fn unless_initials(word: &str) -> String {
    let is_word = LEXICON.is_head(&word.to_lowercase()) || SMALL.contains(&word.to_lowercase().as_str());
    if is_word { capitalize(word) } else { word.to_string() }
}

fn capitalize(word: &str) -> String {
    let mut start = true;
    let mut small = String::with_capacity(word.len());
    for c in word.chars() {
        if start {
            small.push(c);
        } else {
            small.extend(c.to_lowercase());
        }
        start = matches!(c, '-' | '\'' | '’' | '.' | '/');
    }
    if word.len() < 4 && matches!(small.to_lowercase().as_str(), "of" | "the" | "and" | "for" | "in" | "on") {
        small.to_lowercase()
    } else {
        small
    }
}

/// The acronym that the story itself uses for the body.
pub fn acronym(forms: &[Form], members: &[usize], title: &str) -> Option<String> {
    let title = Name::new(title).key();
    let is_acronym = |form: &&Form| form.key != title && !form.text.contains(' ') && acronyms::letters(form.text).is_some();
    members.iter().map(|&form| &forms[form]).find(is_acronym).map(|form| form.text.to_string())
}

#[cfg(test)]
mod tests {
    use crate::entities::marked::{check_rows, read};

    #[test]
    fn fullest_form() {
        check_rows("[ORG OSCE]", "OSCE");
        check_rows("[ORG FENWARD TIMES] - A [ORG Fenward Times] reporter", "Fenward Times = FENWARD TIMES");
        check_rows("[ORG KAZINFORM] - Today", "Kazinform = KAZINFORM");
        check_rows("[ORG UNESCO] met", "UNESCO");
        check_rows(
            "[ORG US Central Intelligence Agency], [ORG Central Intelligence Agency]",
            "Central Intelligence Agency = US Central Intelligence Agency",
        );
        check_rows("[ORG KQED-TV]; [ORG NCT 127], [ORG QWL NEWS]", "KQED-TV; NCT 127; QWL News = QWL NEWS");
        check_rows("[LOC ALMATY-ONE]", "Almaty-One = ALMATY-ONE");
    }

    #[test]
    fn acronyms() {
        let acronym = |text: &str| read(text)[0].acronym.clone();
        assert_eq!(acronym("[ORG Lake Weir Board] ([ORG LWB])").as_deref(), Some("LWB"));
        assert_eq!(acronym("[ORG Collective Security Treaty Organization], [ORG CSTO Secretariat]").as_deref(), Some("CSTO"));
        assert_eq!(acronym("[ORG Lake Weir Board]"), None);
        assert_eq!(acronym("[ORG KAZINFORM], [ORG Kazinform]"), None);
    }
}
