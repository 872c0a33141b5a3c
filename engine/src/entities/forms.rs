//! The distinct names of a story, as they are written, each with the places where it stands.

use std::collections::BTreeMap;

use super::names::Name;
use crate::mentions::{Mention, NameType};
use crate::text::Document;

/// One way of writing a name of one type.
pub struct Form<'a> {
    /// As it stands in the text.
    pub text: &'a str,
    /// What it names.
    pub kind: NameType,
    /// Its words.
    pub name: Name,
    /// [`Name::key`], made once.
    pub key: String,
    /// Indices of its mentions, in order.
    pub mentions: Vec<u32>,
}

/// The forms of a story by first mention.
pub fn collect<'a>(document: &Document<'a>, mentions: &[Mention]) -> Vec<Form<'a>> {
    let mut forms: Vec<Form<'a>> = Vec::new();
    let mut by_text: BTreeMap<(NameType, &str), usize> = BTreeMap::new();
    for (index, mention) in mentions.iter().enumerate() {
        let text = mention.span.of(document.text);
        let form = *by_text.entry((mention.kind, text)).or_insert_with(|| {
            let name = Name::new(text);
            forms.push(Form { text, kind: mention.kind, key: name.key(), name, mentions: Vec::new() });
            forms.len() - 1
        });
        if let Some(form) = forms.get_mut(form) {
            form.mentions.push(index as u32);
        }
    }
    forms
}
