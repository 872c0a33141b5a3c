//! Which forms name the same organization: evidence from the strongest to the weakest.
//!
//! Every rule proposes pairs by looking a key up, so the whole stays linear in the number of forms. A rule
//! that finds more than one candidate proposes nothing: a wrong merge is worse than a missed one.

use std::collections::{BTreeMap, BTreeSet};

use super::acronyms;
use super::clusters::Clusters;
use super::forms::Form;
use super::lexicon::KNOWN;
use super::names::{Name, join};
use super::shortened::Level;
use super::{abbreviated, brackets, initials_abroad, parent_names, shortened, spelling, syllables};
use crate::mentions::{Mention, NameType};
use crate::text::Document;

/// Forms by a key that several may share.
type Index = BTreeMap<String, Vec<usize>>;

/// Merges the forms of organizations.
pub fn organizations(document: &Document, mentions: &[Mention], forms: &[Form], clusters: &mut Clusters) {
    let bodies: Vec<usize> = (0..forms.len()).filter(|&form| forms[form].kind == NameType::Organization).collect();
    known_bodies(forms, &bodies, clusters);
    brackets::merge(document, mentions, forms, clusters);
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
    let ends = Ends::new(forms, &bodies);
    for level in shortened::LEVELS {
        short_forms(forms, &bodies, clusters, *level, &ends);
    }
    abbreviated::merge(forms, &bodies, clusters);
    syllables::merge(forms, &bodies, clusters);
    spelling::variants(forms, &bodies, clusters);
    initials_abroad::merge(forms, &bodies, clusters);
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
            // Only its letters speak for another body, and the story spells this one out.
            if letters.len() > 2 && clusters.is_alone(form) {
                clusters.forget_known(form);
            }
            clusters.unite(owner, form, || format!("{text} are the initials of {}", forms[owner].text));
        }
    }
}

/// The one cluster besides its own that `form` may belong to.
pub fn only_owner(candidates: Option<&Vec<usize>>, form: usize, clusters: &Clusters) -> Option<usize> {
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

pub fn by_shared_key(
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
fn short_forms(forms: &[Form], bodies: &[usize], clusters: &mut Clusters, level: Level, ends: &Ends) {
    let mut index = Index::new();
    for &form in bodies {
        for short in shortened::variants(&forms[form].name, level) {
            index.entry(short).or_default().push(form);
        }
        if level == Level::Country
            && let Some(body) = clusters.known(form).and_then(|number| KNOWN.get(number))
        {
            for short in body.names.iter().chain([&body.name]).flat_map(|name| shortened::variants(&Name::new(name), level)) {
                index.entry(short).or_default().push(form);
            }
        }
    }
    for &form in bodies {
        if let Some(owner) = only_owner(index.get(&forms[form].key), form, clusters)
            && !is_shared_name(forms, bodies, form, owner, clusters)
            && !is_namesake(&forms[owner].name, form, forms, bodies, clusters)
            && (!matches!(level, Level::Front | Level::Back) || is_introduced(forms, bodies, form, owner, clusters))
            && !(level.is_part_of_name() && ends.is_shared(&forms[form].key, [form, owner], clusters))
        {
            clusters.unite(owner, form, || format!("{} is short for {}", forms[form].text, forms[owner].text));
        }
    }
}

/// Which forms begin or end with which words.
struct Ends(Index);

/// So many words at an end are looked at.
const END: usize = 4;

impl Ends {
    fn new(forms: &[Form], bodies: &[usize]) -> Self {
        let mut index = Index::new();
        for &form in bodies {
            let words = forms[form].name.words.as_slice();
            for len in 1..words.len().min(END + 1) {
                let (front, back) = (words.get(..len), words.get(words.len() - len..));
                for words in front.into_iter().chain(back) {
                    index.entry(join(words)).or_default().push(form);
                }
            }
        }
        Self(index)
    }

    /// True if a third body begins or ends with these words.
    fn is_shared(&self, key: &str, two: [usize; 2], clusters: &Clusters) -> bool {
        let roots = two.map(|form| clusters.root(form));
        self.0.get(key).is_some_and(|forms| forms.iter().any(|&form| !roots.contains(&clusters.root(form))))
    }
}

/// True for a bare word that is known for nothing else, stands only behind the longer name, and is no company of its own.
fn is_introduced(forms: &[Form], bodies: &[usize], form: usize, owner: usize, clusters: &Clusters) -> bool {
    let root = clusters.root(form);
    let is_bare =
        |other: &Form| other.key == forms[form].key && !other.name.is_company && forms[owner].mentions.first() < other.mentions.first();
    KNOWN.named(forms[form].text, &forms[form].key).is_empty()
        && bodies.iter().filter(|&&other| clusters.root(other) == root).all(|&other| is_bare(&forms[other]))
}

/// `Red Cross` means one national society only where the story has named no other body of that name before.
fn is_shared_name(forms: &[Form], bodies: &[usize], form: usize, owner: usize, clusters: &Clusters) -> bool {
    let key = forms[form].key.as_str();
    let is_earlier = |other: usize| forms[other].mentions.first() < forms[form].mentions.first();
    let is_other = |other: usize| ![clusters.root(owner), clusters.root(form)].contains(&clusters.root(other)) && is_earlier(other);
    matches!(key, "red cross" | "red crescent") && bodies.iter().any(|&other| forms[other].key.contains(key) && is_other(other))
}

/// `Lydum Foundation` is not `Lydum A/S`.
fn is_namesake(owner: &Name, form: usize, forms: &[Form], bodies: &[usize], clusters: &Clusters) -> bool {
    let root = clusters.root(form);
    let is_gift = owner.words.last().is_some_and(|last| parent_names::is_namesake(std::slice::from_ref(last)));
    is_gift && !owner.is_company && bodies.iter().any(|&other| clusters.root(other) == root && forms[other].name.is_company)
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
        let owner = only_owner(candidates, form, clusters).or_else(|| clearest(candidates?, form, forms, bodies, clusters));
        if let Some(owner) = owner {
            clusters.unite(owner, form, || format!("“{}” can only mean {} here", forms[form].text, forms[owner].text));
        }
    }
}

/// Among several candidates, the one that the story is about: named before the reference and more than twice as often as
/// any other, or right before each of its mentions and more often than any other.
fn clearest(candidates: &[usize], form: usize, forms: &[Form], bodies: &[usize], clusters: &Clusters) -> Option<usize> {
    let roots: BTreeSet<usize> = candidates.iter().map(|&candidate| clusters.root(candidate)).collect();
    // By whatever name they stand.
    let mut places: Vec<(u32, usize)> = Vec::new();
    for &other in bodies.iter().filter(|&&other| roots.contains(&clusters.root(other))) {
        places.extend(forms[other].mentions.iter().map(|&mention| (mention, clusters.root(other))));
    }
    places.sort_unstable();
    let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
    for (_, root) in &places {
        *counts.entry(*root).or_default() += 1;
    }
    let (&root, &most) = counts.iter().max_by_key(|(_, count)| **count)?;
    let next = counts.iter().filter(|(other, _)| **other != root).map(|(_, count)| *count).max().unwrap_or(0);
    let owner = candidates.iter().copied().find(|&candidate| clusters.root(candidate) == root)?;
    let is_introduced = forms[owner].mentions.first() < forms[form].mentions.first();
    let is_nearest = |mention: &u32| {
        let before = places.partition_point(|(place, _)| place < mention);
        before.checked_sub(1).is_some_and(|at| places[at].1 == root)
    };
    let is_clear = most > 2 * next || most > next && forms[form].mentions.iter().all(is_nearest);
    (is_introduced && is_clear).then_some(owner)
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
        check_rows("The [ORG Nordic Bridge Alliance] met. The [ORG NBA] rose.", "Nordic Bridge Alliance = NBA");
        check_rows("[ORG Upper Mill Bank], [ORG Ultra Metal Brass], [ORG UMB]", "Upper Mill Bank; Ultra Metal Brass; UMB");
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
        check_rows("[ORG La Sirena], [ORG Sirena]", "La Sirena = Sirena");
        check_rows("[ORG Watchtower Hill Society], [ORG Watchtower Hill]", "Watchtower Hill Society = Watchtower Hill");
        check_rows("[ORG Senado de Ruritania], the [ORG Ruritania Senate]", "Senado de Ruritania = Ruritania Senate");
        check_rows("[ORG Fundación Casa Verde]; the [ORG Foundation] closed", "Fundación Casa Verde = Foundation");
        check_rows("[ORG Nepal Red Cross Society]; the [ORG Red Cross]", "Nepal Red Cross Society = Red Cross");
        check_rows(
            "[ORG Nepal Red Cross Society], the [ORG International Committee of the Red Cross], the [ORG Red Cross]",
            "Nepal Red Cross Society; International Committee of the Red Cross; Red Cross",
        );
        check_rows("[ORG Gortune Cattle Ranches] lent; [ORG Gortune] paid", "Gortune Cattle Ranches = Gortune");
        check_rows("[ORG Gortune] paid; [ORG Gortune Cattle Ranches] lent", "Gortune; Gortune Cattle Ranches");
        check_rows("[ORG Gortune Cattle] lent; [ORG Gortune] paid [ORG Gortune SA]", "Gortune Cattle; Gortune SA = Gortune");
        check_rows("[ORG Gortune Youth Wing] met; [ORG Gortune] paid", "Gortune Youth Wing; Gortune");
        check_rows("[ORG Gortune Kenya] lent; [ORG Gortune] paid", "Gortune Kenya = Gortune");
        check_rows("[ORG Gortune] lent; [ORG Gortune Kenya] paid", "Gortune; Gortune Kenya");
        check_rows("[ORG Netflix Kenya] lent; [ORG Netflix] paid", "Netflix Kenya; Netflix");
        check_rows("[ORG Kilmar Crokes] won; [ORG Crokes] lost", "Kilmar Crokes = Crokes");
        check_rows("[ORG Crokes] won; [ORG Kilmar Crokes] lost", "Crokes; Kilmar Crokes");
        check_rows("[ORG Kilmar Crokes] won; [ORG Ballin Crokes] lost; [ORG Crokes] left", "Kilmar Crokes; Ballin Crokes; Crokes");
        check_rows("[ORG Gortune] won; [ORG Gortune Rovers] lost", "Gortune Rovers = Gortune");
        check_rows("[ORG Gortune Mist] lent; [ORG Gortune Mist Cattle Ltd] paid", "Gortune Mist Cattle Ltd = Gortune Mist");
        check_rows("[ORG Gortune Cattle], [ORG Gortune Salt], [ORG Gortune]", "Gortune Cattle; Gortune Salt; Gortune");
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
