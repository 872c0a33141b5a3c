//! The parent that a body's own name holds: `CSTO Secretariat`, `Regional Structure of the SCO`.

use super::acronyms;
use super::lexicon::{KNOWN, LEXICON};
use super::names::{Name, Word, join};
use super::parents::{Found, Rows, forms};
use super::{Entity, OrganizationKind, shortened};

impl Rows<'_> {
    pub(super) fn remember_implied(&mut self, form: &str) {
        let name = Name::new(form);
        let head = name.head();
        let parts = (1..name.words.len()).map(|len| (0, len)).chain((head + 2 < name.words.len()).then(|| (head + 2, name.words.len())));
        for (from, to) in parts {
            let words = without_the(name.words.get(from..to).unwrap_or_default());
            if let Some(text) = as_written(form, words, from == 0)
                && let Some((number, body)) = KNOWN.only(text)
                && self.implied.get(&number).is_none_or(|known| known.len() < text.len())
                && (acronyms::letters(text).is_some() || body.name == text || !body.name.starts_with(text))
            {
                self.implied.insert(number, text.to_string());
            }
        }
    }

    /// From the name: `CSTO Secretariat`, `Regional Structure of the SCO`.
    pub(super) fn by_name(&self, entity: &Entity, acronyms: &mut Vec<(u32, String)>) -> Option<Found> {
        forms(entity).find_map(|form| {
            let name = Name::new(form);
            self.in_front(form, &name, entity, acronyms).or_else(|| self.behind(form, &name, entity.id.0))
        })
    }

    /// A body's name at the front of a longer one.
    fn in_front(&self, form: &str, name: &Name, entity: &Entity, acronyms: &mut Vec<(u32, String)>) -> Option<Found> {
        let (words, id) = (&name.words, entity.id.0);
        (1..words.len()).rev().find_map(|len| {
            let front = words.get(..len)?;
            let rest = words.get(len..)?;
            if rest.first().is_some_and(|word| !word.capital) && !rest.iter().any(|word| LEXICON.is_head(&word.plain)) {
                return None;
            }
            let key = join(front);
            let text = as_written(form, front, true)?;
            let endings: &[&str] = if is_of_school(&key, rest) { &["", " university"] } else { &["", " of representatives"] };
            let row = endings.iter().find_map(|rest| self.row(&format!("{key}{rest}"), id));
            let letters = acronyms::letters(text);
            if letters.as_ref().is_some_and(|letters| is_called_so(letters, rest, entity)) {
                return None;
            }
            let initials = letters.as_ref().and_then(|letters| *self.by_initials.get(letters)?).filter(|&row| row != id);
            if let Some(row) = row.or(initials) {
                if is_own_government(rest) {
                    return None;
                }
                if letters.is_some() {
                    acronyms.push((row, text.to_string()));
                }
                return Some(Found::Row(row));
            }
            // `Regeneron` is `Regeneron Pharmaceuticals`, not its parent.
            if name.words.len() == len + 1 && rest.iter().all(|word| shortened::is_generic(&word.plain)) && letters.is_none() {
                return None;
            }
            let is_school = front.last().is_some_and(|word| matches!(word.plain.as_str(), "university" | "college")) && front.len() > 1;
            if is_school && rest.first().is_some_and(|word| word.capital) && rest.iter().any(|word| LEXICON.is_head(&word.plain)) {
                return Some(Found::Named(text.to_string()));
            }
            let known = self.known_in_front(&key, text, rest).inspect(|found| {
                if let (Found::Known(number), Some(_)) = (found, letters)
                    && let Some(&row) = self.by_known.get(number)
                {
                    acronyms.push((row, text.to_string()));
                }
            });
            let is_name = || rest.len() > 1 && forms(entity).any(|form| Name::new(form).words == rest);
            known.or_else(|| (is_initials(front) && (is_part(rest) || is_name())).then(|| Found::Named(text.to_string())))
        })
    }

    fn known_in_front(&self, key: &str, text: &str, rest: &[Word]) -> Option<Found> {
        let named = KNOWN.named(text, key);
        let number = match named[..] {
            [number] => number,
            _ => named.into_iter().find(|number| self.by_known.contains_key(number))?,
        };
        let body = KNOWN.get(number)?;
        if body.kind == OrganizationKind::Company && is_namesake(rest) {
            return None;
        }
        let is_clear = text.contains(' ')
            || acronyms::letters(text).is_some()
            || LEXICON.is_place(&join(rest))
            || matches!(
                body.kind,
                OrganizationKind::Company | OrganizationKind::UniversityOrResearch | OrganizationKind::Intergovernmental
            );
        (is_clear && !LEXICON.is_place(key) && !body.is_common_word()).then_some(Found::Known(number))
    }

    /// A body's name behind `of`.
    fn behind(&self, form: &str, name: &Name, id: u32) -> Option<Found> {
        (1..name.words.len().saturating_sub(1)).find_map(|at| {
            let preposition = name.words.get(at)?;
            let words = without_the(name.words.get(at + 1..)?);
            let key = join(words);
            if matches!(preposition.plain.as_str(), "de" | "del" | "du") {
                let is_full = words.len() > 1 && !matches!(words.first()?.plain.as_str(), "la" | "las" | "los");
                return self.row(&key, id).filter(|_| is_full && !LEXICON.is_place(&key)).map(Found::Row);
            }
            if !matches!(preposition.plain.as_str(), "of" | "at" | "in" | "for" | "to") {
                return None;
            }
            let has_article = words.len() < name.words.len() - at - 1;
            let front = name.words.get(..at)?;
            if !has_article && is_topic(front, words) {
                return None;
            }
            if let Some(row) = self.row(&key, id) {
                return Some(Found::Row(row));
            }
            if let Some(whole) = whole(form, front, words).filter(|_| has_article || preposition.plain == "at") {
                return Some(Found::Named(whole.to_string()));
            }
            let first = words.first()?;
            let text = if first.shouted || first.plain == "un" { key.to_uppercase() } else { key.clone() };
            let is_clear = !LEXICON.is_place(&key) && (words.len() > 1 || first.shouted || first.plain == "un");
            if let Some((number, _)) = KNOWN.only(&text).filter(|_| is_clear) {
                return Some(Found::Known(number));
            }
            let is_united = matches!(first.plain.as_str(), "un" | "eu");
            KNOWN.only(&first.plain.to_uppercase()).filter(|_| is_united).map(|(number, _)| Found::Known(number))
        })
    }
}

/// Heads that only a part of some body has, so that initials in front of them are its owner's.
const PARTS: &[&str] = &[
    "board",
    "branch",
    "bureau",
    "caucus",
    "chapter",
    "command",
    "committee",
    "council",
    "delegation",
    "department",
    "directorate",
    "division",
    "faculty",
    "headquarters",
    "mission",
    "office",
    "secretariat",
    "section",
    "unit",
    "wing",
];
/// Initials that are a subject, not a body: `AIDS Council`.
const SUBJECTS: &[&str] = &["aids", "ai", "climate", "covid", "hiv", "hr", "ict", "it", "lgbt", "lgbtq", "ngo", "pr", "tb", "tv", "vip"];

/// `BLF`: initials that are no place's and no subject's.
fn is_initials(words: &[Word]) -> bool {
    let [owner] = words else { return false };
    let is_letters = owner.plain.len() > 2 && owner.plain.chars().all(char::is_alphabetic) && !owner.bound;
    let is_subject = SUBJECTS.contains(&owner.plain.as_str());
    owner.shouted && is_letters && !is_subject && !LEXICON.is_place(&owner.plain) && LEXICON.people_of(&owner.plain).is_none()
}

/// `Keelung City Government`, `Mahikeng Local Municipality`: a town's own, whatever the bare name was taken for.
fn is_own_government(rest: &[Word]) -> bool {
    let words = ["city", "county", "district", "local", "metropolitan", "municipal", "provincial", "regional", "state", "town", "township"];
    let bodies = ["administration", "council", "government", "municipality"];
    let is_body = rest
        .last()
        .is_some_and(|last| bodies[2..].contains(&last.plain.as_str()) || rest.len() > 1 && bodies.contains(&last.plain.as_str()));
    is_body && rest.iter().rev().skip(1).all(|word| words.contains(&word.plain.as_str()))
}

/// `SP Group` is what the `Shah Patil Group` is called, no part of some SP; but a campus of a university is a part.
fn is_called_so(letters: &str, rest: &[Word], entity: &Entity) -> bool {
    if !rest.iter().all(|word| shortened::is_generic(&word.plain)) {
        return false;
    }
    forms(entity).map(Name::new).any(|name| {
        let is_full = name.words.first().is_some_and(|first| !first.shouted && first.plain != "un" && first.plain != "eu");
        is_full && acronyms::initials(&name).iter().any(|initials| initials.len() > letters.len() && initials.starts_with(letters))
    })
}

/// True if the last word speaks of a part.
pub(super) fn is_part(words: &[Word]) -> bool {
    words.last().is_some_and(|head| PARTS.contains(&head.plain.as_str())) && !words.iter().any(|word| word.bound)
}

/// `Tufts Medical Center` is of `Tufts University`; a town's names are many bodies'.
fn is_of_school(front: &str, rest: &[Word]) -> bool {
    let parts = ["center", "college", "department", "faculty", "hospital", "laboratory", "library", "press", "school"];
    !LEXICON.is_place(front) && rest.iter().any(|word| parts.contains(&word.plain.as_str()))
}

/// `Ford Foundation`, `Tata Institute`: named after a company's founder or by its gift.
pub(super) fn is_namesake(rest: &[Word]) -> bool {
    let heads =
        ["foundation", "fund", "trust", "institute", "university", "college", "school", "museum", "library", "hospital", "prize", "award"];
    rest.iter().any(|word| heads.contains(&word.plain.as_str()))
}

/// `Ministry of Foreign Affairs` has nothing to do with the magazine *Foreign Affairs*.
fn is_topic(front: &[Word], behind: &[Word]) -> bool {
    let subject = matches!(
        front.last().map(|word| word.plain.as_str()),
        Some("ministry" | "department" | "minister" | "committee" | "commission" | "school" | "faculty" | "institute" | "college")
    );
    let is_body = |word: &Word| word.shouted || word.plain == "un" || LEXICON.is_body_head(&word.plain) && word.plain != "affairs";
    subject && !behind.iter().any(is_body)
}

/// `University of Lund` in `Faculty of Law of the University of Lund`: a full name of its own behind a part's.
fn whole<'f>(form: &'f str, front: &[Word], behind: &[Word]) -> Option<&'f str> {
    let rest = Name { words: behind.to_vec(), is_company: false };
    let is_body = rest.words.get(rest.head()).is_some_and(|head| head.capital && LEXICON.is_body_head(&head.plain));
    let is_part =
        front.iter().any(|word| LEXICON.is_head(&word.plain) || matches!(word.plain.as_str(), "faculty" | "proceedings" | "campus"));
    let is_ministry = front.len() == 1 && matches!(front.first()?.plain.as_str(), "ministry" | "department");
    (is_body && is_part && !is_ministry && behind.len() > 1).then(|| as_written(form, behind, false)).flatten()
}

fn without_the(words: &[Word]) -> &[Word] {
    match words {
        [the, rest @ ..] if the.plain == "the" => rest,
        _ => words,
    }
}

/// The part of `form` that the words at its front (or its end) were made of.
fn as_written<'f>(form: &'f str, words: &[Word], front: bool) -> Option<&'f str> {
    let key = join(words);
    let is_border = |&(at, c): &(usize, char)| c == ' ' || c == '-' || at == 0;
    if front {
        let ends = form.char_indices().filter(is_border).map(|(at, _)| at).chain([form.len()]);
        ends.filter_map(|end| form.get(..end)).find(|text| Name::new(text).key() == key && !text.is_empty())
    } else {
        let starts = form.char_indices().filter(is_border).map(|(at, c)| if at == 0 { 0 } else { at + c.len_utf8() });
        starts.filter_map(|start| form.get(start..)).find(|text| Name::new(text).key() == key && !text.starts_with("the "))
    }
}

#[cfg(test)]
mod tests {
    use crate::entities::marked::check_parent as check;

    #[test]
    fn initials_in_front() {
        check("[ORG QWL Secretariat]", Some("QWL"));
        check("[ORG AIDS Council]", None);
        check("[ORG UAE Federal Council]", None);
        check("[ORG QWL Motors]", None);
        check("[ORG QWL Green Hill School], [ORG Green Hill School]", Some("QWL"));
    }

    #[test]
    fn short_names_are_no_owners() {
        check("[ORG Gortune Investment] lent; [ORG Gortune] paid", None);
        check("[ORG Gortune Cattle] lent; [ORG Gortune] paid", None);
        // Of several that begin alike the bare name is the whole.
        check("[ORG Gortune Cattle], [ORG Gortune Salt], [ORG Gortune]", Some("Gortune"));
        check("[ORG Gortune Youth Wing] met; [ORG Gortune] paid", Some("Gortune"));
        check("[ORG Mahikeng Local Municipality], [ORG Mahikeng]", None);
        check("[ORG University of Ruritania Hentzau] ([ORG UR Hentzau]), [ORG UR]", Some("UR"));
        check("[ORG Shah Patil Group], [ORG SP Group], the [ORG SP]", None);
        check("[ORG Keelung City Government], [ORG Keelung City]", None);
    }

    #[test]
    fn full_names_behind() {
        check("[ORG Faculty of Law of the Ruritanian Technical University]", Some("Ruritanian Technical University"));
        check("[ORG Ministry of the Armed Forces]", None);
        check("[ORG Bank of Ruritania]", None);
        check("[ORG Center for Cattle Research at Strelsau Agricultural College]", Some("Strelsau Agricultural College"));
    }

    #[test]
    fn rows_behind() {
        check("[ORG Confédération nationale du Crédit Salé], the [ORG Crédit Salé]", Some("Crédit Salé"));
        check("[ORG Banque du Sel], the [ORG Crédit Salé]", None);
    }

    #[test]
    fn no_parents() {
        check("The [ORG Ministry of Foreign Affairs] wrote to [ORG Foreign Affairs].", None);
        check("[ORG Lakeside University of Technology]", None);
        check("[ORG Kenya Times], [ORG Kenya University]", None);
        check("[ORG Ford Foundation]", None);
        check("[ORG Scottish National Party]", None);
        check("[ORG MORNING TIMES] reporters", None);
    }
}
