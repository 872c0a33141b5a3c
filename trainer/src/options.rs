//! Options of the command line, as `key=value`.

use std::collections::BTreeMap;

/// The options given.
pub struct Options(BTreeMap<String, String>);

impl Options {
    /// From arguments; those without `=` are passed over.
    pub fn new(arguments: &[String]) -> Self {
        Self(arguments.iter().filter_map(|argument| argument.split_once('=')).map(|(key, value)| (key.into(), value.into())).collect())
    }

    /// A number, or what it is without the option.
    pub fn number(&self, key: &str, default: f32) -> f32 {
        self.0.get(key).and_then(|value| value.parse().ok()).unwrap_or(default)
    }

    /// A text.
    pub fn text(&self, key: &str) -> Option<&String> {
        self.0.get(key)
    }

    /// True for `key=1`.
    pub fn flag(&self, key: &str) -> bool {
        self.0.get(key).is_some_and(|value| value == "1")
    }
}
