//! Reading the word lists of `engine/lexicon`: lines of fields, cut at tabs, behind comments.

use std::collections::BTreeSet;
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
    static FORMS: LazyLock<BTreeSet<&str>> =
        LazyLock::new(|| rows(include_str!("../lexicon/legal_forms.tsv")).filter_map(|row| row.first().copied()).collect());
    FORMS.contains(folded)
}
