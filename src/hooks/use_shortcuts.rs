//! Keys that work anywhere outside a field. Single letters can be switched off (WCAG 2.1.4).

use std::cell::RefCell;

use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, KeyboardEvent};
use yew::prelude::*;

use super::target::closest;
use crate::platform;
use crate::state::{Action, Direction, State};
use crate::storage::settings;

/// Whether the single-letter keys work, and a callback that changes it.
#[hook]
pub fn use_keys() -> (bool, Callback<bool>) {
    let on = use_state(settings::keys);
    let change = {
        let on = on.clone();
        Callback::from(move |new| {
            settings::keep_keys(new);
            on.set(new);
        })
    };
    (*on, change)
}

/// Listens for the keys; `help` is raised for the question mark.
#[hook]
pub fn use_shortcuts(state: &UseReducerHandle<State>, letters: bool, help: &Callback<()>) {
    let (dispatcher, help) = (state.dispatcher(), help.clone());
    let back = use_mut_ref(|| None);
    use_effect_with(letters, move |&letters| {
        let listener = EventListener::new_with_options(
            &gloo::utils::document(),
            "keydown",
            gloo::events::EventListenerOptions::enable_prevent_default(),
            move |event| {
                let Some(event) = event.dyn_ref::<KeyboardEvent>().filter(|event| is_free(event)) else { return };
                match event.key().as_str() {
                    "Escape" => dispatcher.dispatch(Action::Deselected),
                    _ if !letters => return,
                    "/" => platform::focus("filter"),
                    "e" => dispatcher.dispatch(Action::EditorOpened),
                    "j" => dispatcher.dispatch(Action::Stepped(Direction::Next)),
                    "k" => dispatcher.dispatch(Action::Stepped(Direction::Previous)),
                    "g" => go_and_back(&back),
                    "?" => help.emit(()),
                    _ => return,
                }
                event.prevent_default();
            },
        );
        move || drop(listener)
    });
}

/// The focus goes to the chosen place in the story; from there, back to where it came from.
fn go_and_back(back: &RefCell<Option<HtmlElement>>) {
    let focused = gloo::utils::document().active_element().and_then(|element| element.dyn_into::<HtmlElement>().ok());
    let is_there = focused.as_ref().is_some_and(|focused| focused.matches(".article .is-current").unwrap_or(false));
    let to = if is_there {
        back.take()
    } else {
        back.replace(focused);
        let chosen = gloo::utils::document().query_selector(".article .is-current").ok().flatten();
        chosen.and_then(|mark| mark.dyn_into().ok())
    };
    if let Some(to) = to {
        // Fails only for elements that cannot have the focus.
        let _ = to.focus();
    }
}

/// True if the key is not meant for a field, a dialog or the browser.
fn is_free(event: &KeyboardEvent) -> bool {
    let taken = closest(event, "input, textarea, select, dialog").is_some();
    !taken && !event.ctrl_key() && !event.meta_key() && !event.alt_key()
}
