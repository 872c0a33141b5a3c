//! What is chosen in a list is brought into view in the article.

use yew::prelude::*;

use crate::platform;
use crate::state::{Selection, State};

/// Scrolls to the chosen mention or time whenever the choice changes.
#[hook]
pub fn use_selection_in_view(state: &UseReducerHandle<State>) {
    let target = state.selection.and_then(|selection| element_id(state, selection));
    use_effect_with(target, |target| {
        if let Some(id) = target {
            platform::scroll_to(id);
        }
    });
}

/// The id of the mark that is chosen; see [`crate::components::mark`].
fn element_id(state: &State, selection: Selection) -> Option<String> {
    match selection {
        Selection::Time(index) => Some(format!("t{index}")),
        Selection::Entity { id, step } => {
            let entity = state.reading.as_ref()?.analysis.entities.get(id.0 as usize)?;
            entity.mentions.get(step).map(|index| format!("m{index}"))
        }
    }
}
