//! Small choices of the reader, in `localStorage`.

use gloo::storage::{LocalStorage, Storage};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

// `public/boot.js` reads the first two before the page is painted.
const THEME: &str = "dateline.theme";
const STORY: &str = "dateline.story";
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
    get(THEME).unwrap_or_default()
}

/// Keeps the theme. A browser that keeps nothing forgets it, which does no harm.
pub fn keep_theme(theme: Theme) {
    let _ = LocalStorage::set(THEME, theme);
}

/// True unless the reader has switched the single-letter keys off.
pub fn keys() -> bool {
    get(KEYS).unwrap_or(true)
}

/// Keeps whether single-letter keys work.
pub fn keep_keys(on: bool) {
    let _ = LocalStorage::set(KEYS, on);
}

/// Keeps whether there is a story to come back to.
pub fn keep_has_story(has: bool) {
    if has {
        let _ = LocalStorage::set(STORY, true);
    } else {
        LocalStorage::delete(STORY);
    }
}

/// What is kept under `key`; nothing when the page is drawn without a browser.
fn get<T: DeserializeOwned>(key: &str) -> Option<T> {
    if cfg!(target_arch = "wasm32") { LocalStorage::get(key).ok() } else { None }
}
