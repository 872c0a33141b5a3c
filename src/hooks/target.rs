//! Which element an event is of.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event};

/// The element that the event came to first.
pub fn target(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

/// That element or the nearest around it that matches.
pub fn closest(event: &Event, selector: &str) -> Option<Element> {
    target(event)?.closest(selector).ok().flatten()
}
