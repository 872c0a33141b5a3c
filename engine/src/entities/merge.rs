//! Which forms name the same organization: evidence from the strongest to the weakest.
//!
//! Every rule proposes pairs by looking a key up, so the whole stays linear in the number of forms. A rule
//! that finds more than one candidate proposes nothing: a wrong merge is worse than a missed one.

use std::collections::BTreeMap;

use super::acronyms;
use super::clusters::Clusters;
use super::forms::Form;
use super::lexicon::KNOWN;
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
    for &form in bodies {
        for &number in KNOWN.named(&forms[form].key) {
            named.entry(number).or_default().push(form);
        }
    }
    let is_certain = |form: usize| KNOWN.named(&forms[form].key).len() == 1;
    for (&number, same) in &named {
        for &form in same.iter().filter(|&&form| is_certain(form)) {
            clusters.set_known(form, number);
        }
    }
    for (&number, same) in &named {
        let Some(&first) = same.iter().find(|&&form| is_certain(form)) else { continue };
        for &form in same {
            let alone =
                named.values().filter(|others| others.contains(&form) && others.iter().any(|&other| is_certain(other))).count() == 1;
            if form != first && alone {
                clusters.unite(first, form, || known_reason(forms[first].text, forms[form].text, number));
            }
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
        let (&[first, second], true) = (pair, same_type(mentions, pair)) else { continue };
        let (one, other) = (form_of[first], form_of[second]);
        let between = document.text.get(mentions[first].span.end as usize..mentions[second].span.start as usize).unwrap_or_default();
        let behind = document.text.get(mentions[second].span.end as usize..).unwrap_or_default();
        if is_bracket(between, behind) && (is_acronym(forms[one].text) != is_acronym(forms[other].text)) {
            clusters.unite(one, other, || format!("{} stands in brackets behind {}", forms[other].text, forms[one].text));
        } else if is_apposition(between) {
            clusters.unite(one, other, || format!("the story says so: {}{between}{}", forms[one].text, forms[other].text));
        }
    }
}

fn same_type(mentions: &[Mention], pair: &[usize]) -> bool {
    pair.iter().all(|&index| mentions[index].kind == NameType::Organization)
}

fn is_acronym(form: &str) -> bool {
    !form.contains(' ') && (acronyms::letters(form).is_some() || form.len() <= 10)
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
        let owner = only_owner(candidates, form, clusters).or_else(|| only_earlier(candidates, form, forms, clusters));
        if let Some(owner) = owner {
            clusters.unite(owner, form, || format!("“{}” can only mean {} here", forms[form].text, forms[owner].text));
        }
    }
}

/// The one candidate that is named before the reference is used for the first time.
fn only_earlier(candidates: Option<&Vec<usize>>, form: usize, forms: &[Form], clusters: &Clusters) -> Option<usize> {
    let earlier: Vec<usize> =
        candidates?.iter().copied().filter(|&candidate| forms[candidate].mentions.first() < forms[form].mentions.first()).collect();
    only_owner(Some(&earlier), form, clusters)
}
