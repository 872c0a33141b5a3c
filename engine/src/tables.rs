//! Reading the word lists of `engine/lexicon`: lines of fields, cut at tabs, behind comments.

use std::collections::BTreeMap;
use std::sync::LazyLock;

/// The lines of a list, cut at tabs; without its comments.
pub fn rows(tsv: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    tsv.lines().filter(|line| !line.starts_with('#') && !line.is_empty()).map(|line| line.split('\t').collect())
}

/// The values of a field that holds several.
pub fn values<'a>(row: &[&'a str], column: usize) -> impl Iterator<Item = &'a str> + use<'a> {
    row.get(column).copied().unwrap_or_default().split('|').filter(|value| !value.is_empty())
}

/// True for a company's legal form, folded: `plc`, `gmbh`.
pub fn is_legal_form(folded: &str) -> bool {
    legal_form(folded).is_some()
}

/// What else than a company's legal form this word may be, as the list says; empty for nothing else, `None` if it is no form.
pub fn legal_form(folded: &str) -> Option<&'static str> {
    static FORMS: LazyLock<BTreeMap<&str, &str>> = LazyLock::new(|| {
        let entry = |row: Vec<&'static str>| Some((*row.first()?, row.get(1).copied().unwrap_or_default()));
        rows(include_str!("../lexicon/legal_forms.tsv")).filter_map(entry).collect()
    });
    FORMS.get(folded).copied()
}
