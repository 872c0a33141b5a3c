//! Classes of characters as Python's `str` and `re` have them.

use unicode_properties::{GeneralCategory, GeneralCategoryGroup, UnicodeGeneralCategory};

/// The apostrophes that people type.
pub fn is_apostrophe(c: char) -> bool {
    "'\u{2019}\u{2bc}\u{2018}\u{b4}`".contains(c)
}

/// The hyphens and dashes.
pub fn is_dash(c: char) -> bool {
    "-\u{2010}\u{2011}\u{2012}\u{2013}\u{2014}\u{2015}\u{2212}".contains(c)
}

/// White space; Python counts the separators among the control characters, too.
pub fn is_space(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{1c}'..='\u{1f}')
}

/// True for characters that never belong to the edge of a name.
pub fn is_edge(c: char) -> bool {
    let group = c.general_category_group();
    is_space(c)
        || matches!(group, GeneralCategoryGroup::Punctuation | GeneralCategoryGroup::Separator)
        || matches!(c.general_category(), GeneralCategory::Format | GeneralCategory::Control)
        || "|<>=~^\u{ab}\u{bb}".contains(c)
}

/// `\w`.
pub fn is_word(c: char) -> bool {
    matches!(c.general_category_group(), GeneralCategoryGroup::Letter | GeneralCategoryGroup::Number) || c == '_'
}

/// `[^\W\d_]`: a word character that is neither a decimal digit nor `_`.
pub fn is_letter(c: char) -> bool {
    is_word(c) && c != '_' && c.general_category() != GeneralCategory::DecimalNumber
}
