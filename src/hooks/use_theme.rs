//! Light, dark, or as the system is.

use yew::prelude::*;

use crate::platform;
use crate::storage::settings::{self, Theme};

/// The theme and a callback that changes it.
#[hook]
pub fn use_theme() -> (Theme, Callback<Theme>) {
    let theme = use_state(settings::theme);
    use_effect_with(*theme, |&theme| {
        platform::set_theme(name(theme));
        platform::after_frame(move || platform::set_bars(name(theme)));
    });
    let change = {
        let theme = theme.clone();
        Callback::from(move |new| {
            platform::skip_unseen();
            theme.set(new);
            platform::after_frame(move || settings::keep_theme(new));
        })
    };
    (*theme, change)
}

/// As the style sheet knows it.
fn name(theme: Theme) -> Option<&'static str> {
    match theme {
        Theme::System => None,
        Theme::Light => Some("light"),
        Theme::Dark => Some("dark"),
    }
}
