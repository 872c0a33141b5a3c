//! Which forms name the same organization: evidence from the strongest to the weakest.
//!
//! Every rule proposes pairs by looking a key up, so the whole stays linear in the number of forms. A rule
//! that finds more than one candidate proposes nothing: a wrong merge is worse than a missed one.

use std::collections::BTreeMap;

use super::acronyms;
use super::clusters::Clusters;
use super::forms::Form;
use super::lexicon::KNOWN;
use super::names::Name;
use super::{shortened, spelling};
use crate::mentions::{Mention, NameType};
use crate::text::Document;

/// Forms by a key that several may share.
type Index = BTreeMap<String, Vec<usize>>;

/// Merges the forms of organizations.
pub fn organizations(document: &Document, mentions: &[Mention], forms: &[Form], clusters: &mut Clusters) {
    let bodies: Vec<usize> = (0..forms.len()).filter(|&form| forms[form].kind == NameType::Organization).collect();
    known_bodies(forms, &bodies, clusters);
    brackets(document, mentions, forms, clusters);
    initials(forms, &bodies, clusters);
    by_shared_key(
        forms,
        &bodies,
        clusters,
        |form| shortened::singular(&form.name),
        |one, other| format!("{one} and {other} differ only in number"),
    );
    by_shared_key(
        forms,
        &bodies,
        clusters,
        |form| shortened::word_bag(&form.name),
        |one, other| format!("{one} and {other} differ only in the order of their words"),
    );
    for level in shortened::LEVELS {
        short_forms(forms, &bodies, clusters, *level);
    }
    spelling::variants(forms, &bodies, clusters);
    references(forms, &bodies, clusters);
}

/// Merges forms that differ only in capitals, punctuation, legal form or `the`; for names of any type.
pub fn same_names(forms: &[Form], clusters: &mut Clusters) {
    let mut first: BTreeMap<(NameType, &str), usize> = BTreeMap::new();
    for (index, form) in forms.iter().enumerate().filter(|(_, form)| !form.key.is_empty()) {
        let earlier = *first.entry((form.kind, &form.key)).or_insert(index);
        clusters.unite(earlier, index, || format!("{} and {} differ only in how they are written", form.text, forms[earlier].text));
    }
}

/// `WHO` and `World Health Organization`: names of one well-known body.
fn known_bodies(forms: &[Form], bodies: &[usize], clusters: &mut Clusters) {
    let mut named: BTreeMap<u16, Vec<usize>> = BTreeMap::new();
    let numbers: BTreeMap<usize, Vec<u16>> = bodies.iter().map(|&form| (form, KNOWN.named(forms[form].text, &forms[form].key))).collect();
    let certain = |form: usize| match numbers.get(&form).map(Vec::as_slice) {
        Some([number]) => Some(*number).filter(|&number| KNOWN.get(number).is_some_and(|body| !body.is_common_word())),
        _ => None,
    };
    for &form in bodies {
        if let Some(number) = certain(form) {
            clusters.set_known(form, number);
            named.entry(number).or_default().push(form);
        }
    }
    for (number, same) in &named {
        for pair in same.windows(2) {
            clusters.unite(pair[0], pair[1], || known_reason(forms[pair[0]].text, forms[pair[1]].text, *number));
        }
    }
    // An ambiguous acronym means the one of its bodies that the story names.
    for (&form, numbers) in numbers.iter().filter(|(_, numbers)| numbers.len() > 1) {
        let mut named = numbers.iter().filter_map(|number| Some((*named.get(number)?.first()?, *number)));
        if let (Some((owner, number)), None) = (named.next(), named.next()) {
            clusters.unite(owner, form, || known_reason(forms[owner].text, forms[form].text, number));
        }
    }
}

fn known_reason(one: &str, other: &str, number: u16) -> String {
    let name = KNOWN.get(number).map_or(one, |body| body.name);
    format!("{one} and {other} are both names of {name}")
}

/// `Full Name (FN)`, `FN (Full Name)`, `X, also known as Y`.
fn brackets(document: &Document, mentions: &[Mention], forms: &[Form], clusters: &mut Clusters) {
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
        if is_bracket(between, behind) && may_stand {
            clusters.unite(one, other, || format!("{} stands in brackets behind {}", forms[other].text, forms[one].text));
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
    let is_new = |form: &Form| KNOWN.named(form.text, &form.key).is_empty();
    let is_abbreviation = |short: &Form, long: &Form| is_short(short) && !is_short(long) && is_new(short);
    fits(outer, inner)
        || fits(inner, outer)
        || is_abbreviation(inner, outer)
        || is_abbreviation(outer, inner) && inner.name.words.len() > 2
        || is_other_script(inner.text) != is_other_script(outer.text)
}

/// True if no letter is a Latin one.
fn is_other_script(form: &str) -> bool {
    form.chars().any(char::is_alphabetic) && !form.chars().any(|c| c.is_alphabetic() && c < '\u{250}')
}

fn is_bracket(between: &str, behind: &str) -> bool {
    let opened = between.trim().trim_end_matches(['"', '“', '\'', '‘', '«']);
    let closed = behind.trim_start_matches(['"', '”', '\'', '’', '»']);
    matches!(opened, "(" | "[" | "(the" | "( the" | "(or") && closed.starts_with([')', ']', ',', ';'])
}

fn is_apposition(between: &str) -> bool {
    let words = between.trim_matches([' ', ',', '(', '"', '“', '‘', '\'', '«']).to_lowercase();
    let words = words.strip_suffix(" the").unwrap_or(&words);
    let stem = ["formerly", "previously", "now", "also", "better", "more commonly", "commonly", "widely", "otherwise"]
        .iter()
        .find_map(|start| words.strip_prefix(start))
        .unwrap_or(words)
        .trim();
    matches!(stem, "known as" | "called" | "known simply as" | "known by its acronym" | "abbreviated as" | "aka" | "a.k.a." | "renamed")
        && words != "called"
}

/// `CSTO`, `Collective Security Treaty Organization`.
fn initials(forms: &[Form], bodies: &[usize], clusters: &mut Clusters) {
    let mut index = Index::new();
    for &form in bodies {
        for initials in acronyms::initials(&forms[form].name) {
            index.entry(initials).or_default().push(form);
        }
    }
    for &form in bodies {
        let text = forms[form].text;
        let Some(letters) = acronyms::letters(text).or_else(|| acronyms::word_letters(text)) else { continue };
        if let Some(owner) = only_owner(index.get(&letters), form, clusters) {
            clusters.unite(owner, form, || format!("{text} are the initials of {}", forms[owner].text));
        }
    }
}

/// The one cluster besides its own that `form` may belong to.
fn only_owner(candidates: Option<&Vec<usize>>, form: usize, clusters: &Clusters) -> Option<usize> {
    let mut owner = None;
    for &candidate in candidates? {
        let root = clusters.root(candidate);
        if root == clusters.root(form) {
            return None;
        }
        if owner.is_some_and(|owner| clusters.root(owner) != root) {
            return None;
        }
        owner = owner.or(Some(candidate));
    }
    owner
}

fn by_shared_key(
    forms: &[Form],
    bodies: &[usize],
    clusters: &mut Clusters,
    key: impl Fn(&Form) -> Option<String>,
    why: impl Fn(&str, &str) -> String,
) {
    let mut first: BTreeMap<String, usize> = BTreeMap::new();
    for &form in bodies {
        if let Some(key) = key(&forms[form]) {
            let earlier = *first.entry(key).or_insert(form);
            clusters.unite(earlier, form, || why(forms[form].text, forms[earlier].text));
        }
    }
}

/// `Goldman` of `Goldman Sachs Group`: a form that is a longer one without its country, its legal words, its complement.
fn short_forms(forms: &[Form], bodies: &[usize], clusters: &mut Clusters, level: shortened::Level) {
    let mut index = Index::new();
    for &form in bodies {
        for short in shortened::variants(&forms[form].name, level) {
            index.entry(short).or_default().push(form);
        }
        if level == shortened::Level::Country
            && let Some(body) = clusters.known(form).and_then(|number| KNOWN.get(number))
        {
            for short in body.names.iter().chain([&body.name]).flat_map(|name| shortened::variants(&Name::new(name), level)) {
                index.entry(short).or_default().push(form);
            }
        }
    }
    for &form in bodies {
        if let Some(owner) = only_owner(index.get(&forms[form].key), form, clusters) {
            clusters.unite(owner, form, || format!("{} is short for {}", forms[form].text, forms[owner].text));
        }
    }
}

/// `the Commission`: a bare head word means the one body of the story that has it.
fn references(forms: &[Form], bodies: &[usize], clusters: &mut Clusters) {
    let mut index = Index::new();
    for &form in bodies {
        for reference in shortened::references(&forms[form].name) {
            index.entry(reference).or_default().push(form);
        }
    }
    for &form in bodies {
        if !shortened::is_reference(&forms[form].name) {
            continue;
        }
        let candidates = index.get(&forms[form].key);
        let owner = only_owner(candidates, form, clusters).or_else(|| clearest(candidates?, form, forms, clusters));
        if let Some(owner) = owner {
            clusters.unite(owner, form, || format!("“{}” can only mean {} here", forms[form].text, forms[owner].text));
        }
    }
}

/// Among several candidates, the one that the story is about: named before the reference and more than twice as often as
/// any other, or right before each of its mentions and at least as often as any other.
fn clearest(candidates: &[usize], form: usize, forms: &[Form], clusters: &Clusters) -> Option<usize> {
    let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
    for &candidate in candidates {
        *counts.entry(clusters.root(candidate)).or_default() += forms[candidate].mentions.len();
    }
    let (&root, &most) = counts.iter().max_by_key(|(_, count)| **count)?;
    let next = counts.iter().filter(|(other, _)| **other != root).map(|(_, count)| *count).max().unwrap_or(0);
    let owner = candidates.iter().copied().find(|&candidate| clusters.root(candidate) == root)?;
    let is_introduced = forms[owner].mentions.first() < forms[form].mentions.first();
    let is_clear = most > 2 * next || most > next && is_always_nearest(candidates, root, form, forms, clusters);
    (is_introduced && is_clear).then_some(owner)
}

fn is_always_nearest(candidates: &[usize], root: usize, form: usize, forms: &[Form], clusters: &Clusters) -> bool {
    let mut places: Vec<(u32, usize)> =
        candidates.iter().flat_map(|&candidate| forms[candidate].mentions.iter().map(move |&mention| (mention, candidate))).collect();
    places.sort_unstable();
    forms[form].mentions.iter().all(|mention| {
        let before = places.partition_point(|(place, _)| place < mention);
        before.checked_sub(1).is_some_and(|at| clusters.root(places[at].1) == root)
    })
}

#[cfg(test)]
mod tests {
    use crate::entities::marked::{check_rows, read};

    #[test]
    fn ways_of_writing() {
        check_rows("[ORG Harrow Organisation], [ORG HARROW ORGANIZATION]", "Harrow Organisation = HARROW ORGANIZATION");
        check_rows("[ORG Fenwick Ltd] and [ORG Fenwick]; [ORG Fenwick's]", "Fenwick Ltd = Fenwick = Fenwick's");
        check_rows("[ORG Airport Guards] near the [ORG Airport Guard]", "Airport Guards = Airport Guard");
    }

    #[test]
    fn initials() {
        check_rows("The [ORG Baltic Lighthouse Federation] met. The [ORG BLF] rose.", "Baltic Lighthouse Federation = BLF");
        check_rows("The [ORG BLF] rose. The [ORG Baltic Lighthouse Federation] met.", "Baltic Lighthouse Federation = BLF");
        check_rows("[ORG Upper Mill Bank], [ORG Ultra Metal Brass], [ORG UMB]", "Upper Mill Bank; Ultra Metal Brass; UMB");
    }

    #[test]
    fn brackets() {
        check_rows("the [ORG Liga Verde de Quito] ([ORG Livequi]) said", "Liga Verde de Quito = Livequi");
        check_rows("[ORG LAGOS MORNING LEDGER] ([ORG AFP]) - Talks", "Lagos Morning Ledger = LAGOS MORNING LEDGER; AFP");
        check_rows("[ORG Norten Glassworks], formerly known as [ORG Oldhaven Panes], said", "Norten Glassworks = Oldhaven Panes");
        check_rows("[ORG Norten Glassworks] and [ORG Oldhaven Panes] said", "Norten Glassworks; Oldhaven Panes");
    }

    #[test]
    fn known_bodies() {
        check_rows("[ORG Doctors Without Borders] left; [ORG MSF] stayed", "Doctors Without Borders = MSF");
        check_rows("[ORG Hezbollah] and [ORG Hizbullah] and [ORG Hamas]", "Hezbollah = Hizbullah; Hamas");
        check_rows("The [ORG ICC] fined the [ORG International Cricket Council]", "International Cricket Council = ICC");
    }

    #[test]
    fn short_forms() {
        check_rows("[ORG Peruvian Ministry of Mines], [ORG Ministry of Mines]", "Peruvian Ministry of Mines = Ministry of Mines");
        check_rows("[ORG Parliament of Kenya], the [ORG Kenyan Parliament]", "Parliament of Kenya = Kenyan Parliament");
        check_rows("[ORG 42nd Kenyan Parliament], the [ORG 43rd Kenyan Parliament]", "42nd Kenyan Parliament = 43rd Kenyan Parliament");
        check_rows("[ORG 4th Kenyan Army], the [ORG 5th Kenyan Army]", "4th Kenyan Army; 5th Kenyan Army");
        check_rows("[ORG Quarrell Semiconductors Inc], [ORG Quarrell]", "Quarrell Semiconductors Inc = Quarrell");
        check_rows("[ORG Ostrava Sparrows], the [ORG Sparrows]", "Ostrava Sparrows = Sparrows");
        check_rows("[ORG UNDP Sahel Office] and the [ORG Sahel Office]", "UNDP Sahel Office = Sahel Office");
        check_rows("[ORG Harbor Seal Trust], [ORG Harbor Trust]", "Harbor Seal Trust = Harbor Trust");
    }

    #[test]
    fn parts_stay_apart() {
        check_rows("[ORG UN Security Council], [ORG UN]", "UN Security Council; UN");
        check_rows(
            "[ORG CSTO Secretariat] of the [ORG Collective Security Treaty Organization]",
            "CSTO Secretariat; Collective Security Treaty Organization",
        );
        check_rows("[ORG FAO Council], [ORG FAO]", "FAO Council; FAO");
        check_rows("[ORG Ohio Democratic Party], [ORG Democratic Party]", "Ohio Democratic Party; Democratic Party");
        check_rows("[ORG Government of Iraq], [ORG Government of Iran]", "Government of Iraq; Government of Iran");
    }

    #[test]
    fn references() {
        check_rows("The [ORG Fisheries Commission] met. The [ORG Commission] voted.", "Fisheries Commission = Commission");
        check_rows(
            "The [ORG Fisheries Commission] met the [ORG Forestry Commission]; the [ORG Commission] voted.",
            "Fisheries Commission; Forestry Commission; Commission",
        );
        check_rows(
            "The [ORG Port Court] and [ORG Port Court] again and [ORG Port Court]; the [ORG Hill Court]; the [ORG Court] ruled",
            "Port Court = Court; Hill Court",
        );
    }

    #[test]
    fn reasons_are_told() {
        let rows = read("The [ORG Baltic Lighthouse Federation] met. The [ORG BLF] rose.");
        assert_eq!(rows[0].merges[0].why, "BLF are the initials of Baltic Lighthouse Federation");
        let rows = read("[ORG TALLINN MORNING] - News");
        assert_eq!(rows[0].merges[0].why, "TALLINN MORNING is Tallinn Morning in capitals");
    }
}
