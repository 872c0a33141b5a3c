//! Small choices of the reader, in `localStorage`.

use gloo::storage::{LocalStorage, Storage};
use serde::{Deserialize, Serialize};

const THEME: &str = "dateline.theme";
const KEYS: &str = "dateline.keys";

/// How the page is lit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Theme {
    /// As the system is.
    #[default]
    System,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
}

/// The theme chosen last.
pub fn theme() -> Theme {
    LocalStorage::get(THEME).unwrap_or_default()
}

/// Keeps the theme. A browser that keeps nothing forgets it, which does no harm.
pub fn keep_theme(theme: Theme) {
    let _ = LocalStorage::set(THEME, theme);
}

/// True unless the reader has switched the single-letter keys off.
pub fn keys() -> bool {
    LocalStorage::get(KEYS).unwrap_or(true)
}

/// Keeps whether single-letter keys work.
pub fn keep_keys(on: bool) {
    let _ = LocalStorage::set(KEYS, on);
}
