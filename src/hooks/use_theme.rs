//! Light, dark, or as the system is.

use yew::prelude::*;

use crate::platform;
use crate::storage::settings::{self, Theme};

/// The theme and a callback that changes it.
#[hook]
pub fn use_theme() -> (Theme, Callback<Theme>) {
    let theme = use_state(settings::theme);
    use_effect_with(*theme, |theme| {
        platform::set_theme(match theme {
            Theme::System => None,
            Theme::Light => Some("light"),
            Theme::Dark => Some("dark"),
        });
    });
    let change = {
        let theme = theme.clone();
        Callback::from(move |new| {
            settings::keep_theme(new);
            theme.set(new);
        })
    };
    (*theme, change)
}
