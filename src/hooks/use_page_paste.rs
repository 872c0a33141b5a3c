//! Pasting anywhere on the page, outside a field, brings a new story.

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, Event};
use yew::prelude::*;

use super::target::target;
use crate::platform;
use crate::state::{Action, State};

/// Listens for pastes for as long as the page lives.
#[hook]
pub fn use_page_paste(state: &UseReducerHandle<State>) {
    let dispatcher = state.dispatcher();
    use_effect_with((), move |()| {
        let options = EventListenerOptions::enable_prevent_default();
        let listener = EventListener::new_with_options(&gloo::utils::document(), "paste", options, move |event| {
            if let Some(event) = event.dyn_ref::<ClipboardEvent>().filter(|event| !is_in_field(event)) {
                event.prevent_default();
                platform::mark_input();
                let received = event.clipboard_data().as_ref().and_then(platform::clipboard_text);
                dispatcher.dispatch(received.map_or(Action::PastedNothing, |received| Action::Pasted(received.text, received.mended)));
            }
        });
        move || drop(listener)
    });
}

/// True if the reader pastes into a field, which takes the text itself.
fn is_in_field(event: &Event) -> bool {
    target(event).is_some_and(|target| target.matches("input, textarea, select").unwrap_or(false))
}
