//! What is chosen stands in the page's address, so that the browser's Back goes to the choice before.

use gloo::events::EventListener;
use yew::prelude::*;

use crate::platform;
use crate::state::{Action, Selection, State};

/// Writes the choice into the address, and reads it when the reader goes back or forward.
#[hook]
pub fn use_address(state: &UseReducerHandle<State>) {
    let dispatcher = state.dispatcher();
    use_effect_with((), move |()| {
        let listener = EventListener::new(&gloo::utils::window(), "popstate", move |_| {
            dispatcher.dispatch(Action::AddressChanged(Selection::parse(&platform::fragment())));
        });
        move || drop(listener)
    });
    let fragment = state.selection.map(Selection::fragment).unwrap_or_default();
    use_effect_with(fragment, |fragment| {
        if platform::fragment() != *fragment {
            platform::push_fragment(fragment);
        }
    });
}
