//! What opens and closes the card of a mark: pointer, focus and finger under the area of marks and card, Escape and presses elsewhere.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, FocusEvent, KeyboardEvent, PointerEvent};
use yew::prelude::*;

use super::target::{closest, target};
use super::use_card::Opened;
use crate::platform;

/// How long the pointer rests on a mark before its card comes. In milliseconds.
const COMES: u32 = 220;
/// How long the pointer may be away before the card goes, so that it can be reached. In milliseconds.
const GOES: u32 = 300;
/// Where marks and card are.
const MARK: &str = ".mark[id]";
const CARD: &str = ".card";
const EITHER: &str = ".mark[id], .card";

/// What is shown, and how to change it.
pub type Show = UseStateHandle<Option<Opened>>;
/// A change that is on its way.
pub type Waiting = Rc<RefCell<Option<Timeout>>>;

/// Hears pointer, focus and finger under `area`.
pub fn listen(area: &Element, shown: &Show, waiting: &Waiting) -> Vec<EventListener> {
    let on = |name: &'static str, hear: fn(&Event, &Show, &Waiting)| {
        let (shown, waiting) = (shown.clone(), waiting.clone());
        EventListener::new(area, name, move |event| hear(event, &shown, &waiting))
    };
    vec![on("pointerover", over), on("pointerleave", left), on("focusin", focused), on("focusout", blurred), on("click", clicked)]
}

fn over(event: &Event, shown: &Show, waiting: &Waiting) {
    let Some(pointer) = event.dyn_ref::<PointerEvent>().filter(|pointer| pointer.pointer_type() != "touch") else { return };
    if closest(event, CARD).is_some() {
        waiting.take();
    } else if let Some(mark) = closest(event, MARK) {
        let opened = Opened { mark: mark.id(), y: Some(f64::from(pointer.client_y())) };
        later(waiting, COMES, shown, Some(opened));
    } else {
        later(waiting, GOES, shown, None);
    }
}

fn left(event: &Event, shown: &Show, waiting: &Waiting) {
    if event.dyn_ref::<PointerEvent>().is_some_and(|pointer| pointer.pointer_type() != "touch") {
        later(waiting, GOES, shown, None);
    }
}

fn focused(event: &Event, shown: &Show, waiting: &Waiting) {
    let is_by_key = target(event).is_some_and(|target| target.matches(":focus-visible").unwrap_or(false));
    if let Some(mark) = closest(event, MARK).filter(|_| is_by_key) {
        waiting.take();
        shown.set(Some(Opened { mark: mark.id(), y: None }));
    } else if closest(event, CARD).is_some() {
        waiting.take();
    }
}

fn blurred(event: &Event, shown: &Show, waiting: &Waiting) {
    let to = event.dyn_ref::<FocusEvent>().and_then(FocusEvent::related_target).and_then(|target| target.dyn_into::<Element>().ok());
    let stays = to.as_ref().is_some_and(|to| to.closest(EITHER).ok().flatten().is_some());
    if !stays && to.is_some() {
        // The focus has gone on; a pointer may still be on its way.
        waiting.take();
        shown.set(None);
    } else if !stays {
        later(waiting, GOES, shown, None);
    }
}

fn clicked(event: &Event, shown: &Show, waiting: &Waiting) {
    let is_touch = event.dyn_ref::<PointerEvent>().is_some_and(|pointer| pointer.pointer_type() == "touch");
    if let Some(mark) = closest(event, MARK).filter(|_| is_touch) {
        waiting.take();
        shown.set(Some(Opened { mark: mark.id(), y: None }));
    }
}

fn later(waiting: &Waiting, after: u32, shown: &Show, what: Option<Opened>) {
    let shown = shown.clone();
    waiting.replace(Some(Timeout::new(after, move || {
        if what.is_some() || !has_focus() {
            shown.set(what);
        }
    })));
}

/// True if the keyboard holds the card open.
fn has_focus() -> bool {
    let focused = gloo::utils::document().active_element();
    focused.is_some_and(|focused| focused.matches(".mark[id]:focus-visible, .card *").unwrap_or(false))
}

/// Before the page's own keys hear it: the first Escape closes the card and nothing else.
pub fn on_escape(mark: String, shown: Show) -> EventListener {
    let options = EventListenerOptions::run_in_capture_phase();
    EventListener::new_with_options(&gloo::utils::document(), "keydown", options, move |event| {
        if event.dyn_ref::<KeyboardEvent>().is_some_and(|key| key.key() == "Escape") {
            event.stop_propagation();
            if closest(event, CARD).is_some() {
                platform::focus(&mark);
            }
            shown.set(None);
        }
    })
}

/// A finger has no way to leave; it presses elsewhere.
pub fn on_press_elsewhere(shown: Show) -> EventListener {
    EventListener::new(&gloo::utils::document(), "pointerdown", move |event| {
        if closest(event, EITHER).is_none() {
            shown.set(None);
        }
    })
}
