//! What is chosen in a list is brought into view in the article.

use yew::prelude::*;

use crate::platform;
use crate::state::{At, State};

/// Scrolls to the chosen mention or time whenever the choice changes.
#[hook]
pub fn use_selection_in_view(state: &UseReducerHandle<State>) {
    let target = state.selection.at.filter(|_| state.reading.is_some());
    use_effect_with(target, |target| match target {
        Some(At::Mention(index)) => platform::scroll_to(&format!("m{index}")),
        Some(At::Time(index)) => platform::scroll_to(&format!("t{index}")),
        None => {}
    });
}
