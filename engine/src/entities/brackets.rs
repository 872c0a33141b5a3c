//! Two names of one body where the story says so: one in brackets or between commas behind the other, or `formerly known as` between them.

use super::acronyms;
use super::clusters::Clusters;
use super::forms::Form;
use super::lexicon::KNOWN;
use super::names::{Name, Word};
use crate::mentions::{Mention, NameType};
use crate::text::Document;
use crate::text::tokens::is_apostrophe;

/// `Full Name (FN)`, `FN (Full Name)`, `X, also known as Y`.
pub fn merge(document: &Document, mentions: &[Mention], forms: &[Form], clusters: &mut Clusters) {
    let mut form_of = vec![usize::MAX; mentions.len()];
    for (index, form) in forms.iter().enumerate() {
        for &mention in &form.mentions {
            form_of[mention as usize] = index;
        }
    }
    let outer: Vec<usize> = (0..mentions.len()).filter(|&index| mentions[index].inside.is_none()).collect();
    for pair in outer.windows(2) {
        let &[first, second] = pair else { continue };
        if mentions[first].kind != mentions[second].kind {
            continue;
        }
        let is_body = mentions[first].kind == NameType::Organization;
        let (one, other) = (form_of[first], form_of[second]);
        let between = document.text.get(mentions[first].span.end as usize..mentions[second].span.start as usize).unwrap_or_default();
        let behind = document.text.get(mentions[second].span.end as usize..).unwrap_or_default();
        let may_stand = if is_body { may_stand_in_brackets(&forms[one], &forms[other]) } else { is_other_script(forms[other].text) };
        let may_be_inserted = || is_body && forms[one].name.words.len() > 2 && is_new_short(&forms[other]);
        if is_bracket(between, behind) && may_stand {
            clusters.unite(one, other, || format!("{} stands in brackets behind {}", forms[other].text, forms[one].text));
        } else if is_insertion(between, behind) && may_stand && may_be_inserted() {
            clusters.unite(one, other, || format!("{} stands between commas behind {}", forms[other].text, forms[one].text));
        } else if is_apposition(between) && is_body {
            clusters.unite(one, other, || format!("the story says so: {}{between}{}", forms[one].text, forms[other].text));
        }
    }
}

/// A short name in brackets is another name, even if its letters do not fit: `Kurdistan Workers' Party (PKK)`, and so is
/// one in another script; but a body that is known for something else is not: `LAGOS DAILY (AFP)`.
fn may_stand_in_brackets(outer: &Form, inner: &Form) -> bool {
    let fits =
        |long: &Form, short: &Form| acronyms::letters(short.text).is_some_and(|letters| acronyms::initials(&long.name).contains(&letters));
    let is_short = |form: &Form| !form.text.contains(' ') && (acronyms::letters(form.text).is_some() || form.text.len() <= 10);
    let is_new = |form: &Form, long: &Form| {
        let known = KNOWN.named(form.text, &form.key);
        known.is_empty() || known.iter().any(|&number| KNOWN.get(number).is_some_and(|body| shares_words(body.name, &long.name)))
    };
    let is_abbreviation = |short: &Form, long: &Form| is_short(short) && !is_short(long) && is_new(short, long);
    if !fits(outer, inner) && is_of_whole(&outer.name, inner.text) {
        return false;
    }
    fits(outer, inner)
        || fits(inner, outer)
        || is_abbreviation(inner, outer)
        || is_abbreviation(outer, inner) && inner.name.words.len() > 2
        || is_other_script(inner.text) != is_other_script(outer.text)
}

/// True if the letters stand for what is behind `of` only: `Board of the Port and Harbor Chamber (PHC)` names the chamber.
pub fn is_of_whole(part: &Name, short: &str) -> bool {
    let Some(letters) = acronyms::letters(short) else { return false };
    let is_of = |at: &usize| part.words.get(*at).is_some_and(|word| word.plain == "of");
    (1..part.words.len()).filter(is_of).any(|at| {
        let words = part.words.get(at + 1..).unwrap_or_default().iter().skip_while(|word| word.plain == "the");
        let whole = Name { words: words.cloned().collect(), is_company: false };
        whole.words.len() > 2 && acronyms::initials(&whole).contains(&letters)
    })
}

/// `Union of Academic Staff` and `Academic Staff of Universities`: two words of meaning are the same, so that the same
/// initials in brackets mean the same body.
fn shares_words(known: &str, name: &Name) -> bool {
    let known = Name::new(known);
    let has = |word: &&Word| word.plain.len() > 3 && known.words.iter().any(|other| other.plain == word.plain);
    name.words.iter().filter(has).count() > 1
}

/// Between commas: `, KPPU, has`, `, the BDDK, has`, but no list: `, KPPU, and`.
fn is_insertion(between: &str, behind: &str) -> bool {
    let goes_on = || {
        let rest = behind.strip_prefix(',').unwrap_or_default().trim_start();
        let word: String = rest.chars().take_while(|c| c.is_alphanumeric()).collect();
        rest.starts_with(char::is_lowercase) && !matches!(word.as_str(), "and" | "or" | "as" | "the" | "a" | "an" | "along" | "including")
    };
    matches!(between, ", " | ", the ") && goes_on()
}

/// An acronym, or a short word, that is known for nothing.
fn is_new_short(form: &Form) -> bool {
    !form.text.contains(' ') && form.text.chars().count() <= 10 && KNOWN.named(form.text, &form.key).is_empty()
}

/// True if no letter is a Latin one.
fn is_other_script(form: &str) -> bool {
    form.chars().any(char::is_alphabetic) && !form.chars().any(|c| c.is_alphabetic() && c < '\u{250}')
}

fn is_bracket(between: &str, behind: &str) -> bool {
    let between = between.strip_prefix(is_apostrophe).map_or(between, |rest| rest.trim_start_matches('s'));
    let opened = between.trim().trim_end_matches(['"', '“', '\'', '‘', '«']);
    let closed = behind.trim_start_matches(['"', '”', '\'', '’', '»']);
    matches!(opened, "(" | "[" | "(the" | "( the" | "(or") && closed.starts_with([')', ']', ',', ';'])
}

/// `, formerly `, `, a body known as the `, `, also called `.
fn is_apposition(between: &str) -> bool {
    let words = between.trim_matches([' ', ',', '(', '"', '“', '‘', '\'', '«', '–', '—']).to_lowercase();
    let words = words.strip_suffix(" the").unwrap_or(&words);
    let has_pause = between.starts_with([',', '(']) || between.starts_with(" (") || between.starts_with(" –") || between.starts_with(" —");
    if matches!(words, "formerly" | "previously" | "now" | "short for") || words == "or" && between.starts_with(',') {
        return true;
    }
    // `, a government body called `: a few plain words before what says that a name follows.
    let said = |stem: &str| {
        let Some(front) = words.strip_suffix(stem) else { return false };
        let front: Vec<&str> = front.split_whitespace().collect();
        let is_adverb =
            |word: &&str| ["also", "better", "commonly", "formerly", "more", "now", "otherwise", "previously", "widely"].contains(word);
        let is_plain = |word: &&str| word.chars().all(char::is_alphabetic) && !["of", "in", "at", "from", "by", "to", "for"].contains(word);
        let is_noun_phrase = || has_pause && front.len() < 6 && matches!(front.first(), Some(&("a" | "an"))) && front.iter().all(is_plain);
        let is_known = stem != "called" || !front.is_empty();
        is_known && (front.iter().all(is_adverb) || is_noun_phrase())
    };
    let by_letters =
        words.strip_suffix("acronym").or_else(|| words.strip_suffix("initials")).or_else(|| words.strip_suffix("abbreviation"));
    let is_by_letters = || {
        let mut front = by_letters.unwrap_or_default().split_whitespace();
        by_letters.is_some() && front.any(|word| word == "its" || word == "the") && words.contains("by ") && words.len() < 50
    };
    ["known as", "called", "known simply as", "abbreviated as", "abbreviated to", "aka", "a.k.a.", "renamed"].into_iter().any(said)
        || is_by_letters()
}

#[cfg(test)]
mod tests {
    use crate::entities::marked::check_rows;

    #[test]
    fn brackets() {
        check_rows("the [ORG Liga Verde de Quito] ([ORG Livequi]) said", "Liga Verde de Quito = Livequi");
        check_rows("the [ORG Hentzau Salt Institute]’s ([ORG INSH]) plan", "Hentzau Salt Institute = INSH");
        check_rows("[ORG LAGOS MORNING LEDGER] ([ORG AFP]) - Talks", "Lagos Morning Ledger = LAGOS MORNING LEDGER; AFP");
        check_rows("[ORG Norten Glassworks], formerly known as [ORG Oldhaven Panes], said", "Norten Glassworks = Oldhaven Panes");
        check_rows("[ORG Hentzau Salt Board], or [ORG KPSU], said", "Hentzau Salt Board = KPSU");
        check_rows("[ORG Hentzau Salt Board], a state body called [ORG KPSU], said", "Hentzau Salt Board = KPSU");
        check_rows("[ORG Hentzau Salt Board], known by its Ruritanian initials [ORG KPSU], said", "Hentzau Salt Board = KPSU");
        check_rows("the [ORG Hentzau Salt Board], the [ORG KPSU], has said", "Hentzau Salt Board = KPSU");
        check_rows("the [ORG Hentzau Salt Board], [ORG Solva], has said", "Hentzau Salt Board = Solva");
        check_rows("the [ORG Hentzau Salt Board], [ORG KPSU], and the [ORG NQT] said", "Hentzau Salt Board; KPSU; NQT");
        check_rows("for [ORG Salt House], [ORG KPSU], schools and ports", "Salt House; KPSU");
        check_rows("[ORG Hentzau Salt Board], a member of the so-called [ORG Iron Ring], said", "Hentzau Salt Board; Iron Ring");
        check_rows("the [ORG Hentzau Salt Board], [ORG BBC], has said", "Hentzau Salt Board; BBC");
        check_rows("[ORG Norten Glassworks] and [ORG Oldhaven Panes] said", "Norten Glassworks; Oldhaven Panes");
        check_rows("[ORG Brill & Hope] (BH, formerly [ORG Handcart Relief]) said", "Brill & Hope; Handcart Relief");
        check_rows("[ORG Brill & Hope] ([ORG BHX], formerly [ORG Handcart Relief]) said", "Brill & Hope = BHX = Handcart Relief");
        check_rows("[ORG Board of the Port and Harbor Chamber] ([ORG PHC])", "Board of the Port and Harbor Chamber; PHC");
        check_rows("[ORG Academic Staff of Nigerian Universities] ([ORG ASUU]) said", "Academic Staff of Nigerian Universities = ASUU");
    }
}
