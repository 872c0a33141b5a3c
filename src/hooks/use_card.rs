//! When the card of a mark is shown: under the pointer after a moment, at the focus or a tap at once. It stays while the
//! pointer or the focus is on mark or card, and Escape closes it (WCAG 1.4.13).

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, FocusEvent, KeyboardEvent, PointerEvent};
use yew::prelude::*;

use crate::platform;
use crate::state::RequestId;

/// How long the pointer rests on a mark before its card comes. In milliseconds.
const COMES: u32 = 220;
/// How long the pointer may be away before the card goes, so that it can be reached. In milliseconds.
const GOES: u32 = 300;
/// Where marks and card are.
const MARK: &str = ".mark[id]";
const CARD: &str = ".card";

/// The card that is open.
#[derive(Clone, Debug, PartialEq)]
pub struct Opened {
    /// The id of its mark.
    pub mark: String,
    /// How far down the window the pointer is, if one opened it: a mark may stand on two lines.
    pub y: Option<f64>,
    /// True if a finger opened it.
    pub by_touch: bool,
}

type Show = UseStateHandle<Option<Opened>>;
type Waiting = Rc<RefCell<Option<Timeout>>>;

/// The open card among the marks and the card under `area`, and a callback that closes it.
#[hook]
pub fn use_card(area: &NodeRef, request: RequestId) -> (Option<Opened>, Callback<()>) {
    let shown: Show = use_state_eq(|| None);
    let waiting: Waiting = use_mut_ref(|| None);
    {
        let (shown, waiting) = (shown.clone(), waiting.clone());
        // A new story has other marks.
        use_effect_with(request, move |_| {
            waiting.take();
            shown.set(None);
        });
    }
    {
        let (area, shown) = (area.clone(), shown.clone());
        use_effect_with((), move |()| {
            let listeners = area.cast::<Element>().map(|area| listen(&area, &shown, &waiting));
            move || drop(listeners)
        });
    }
    {
        let shown = shown.clone();
        use_effect_with((*shown).clone(), move |opened| {
            let listeners = opened.clone().map(|opened| [on_escape(opened.mark, shown.clone()), on_press_elsewhere(shown)]);
            move || drop(listeners)
        });
    }
    let close = {
        let shown = shown.clone();
        use_callback((), move |(), ()| shown.set(None))
    };
    ((*shown).clone(), close)
}

fn listen(area: &Element, shown: &Show, waiting: &Waiting) -> Vec<EventListener> {
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
        let opened = Opened { mark: mark.id(), y: Some(f64::from(pointer.client_y())), by_touch: false };
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
    let is_by_key = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok())
        .is_some_and(|target| target.matches(":focus-visible").unwrap_or(false));
    if let Some(mark) = closest(event, MARK).filter(|_| is_by_key) {
        waiting.take();
        shown.set(Some(Opened { mark: mark.id(), y: None, by_touch: false }));
    } else if closest(event, CARD).is_some() {
        waiting.take();
    }
}

fn blurred(event: &Event, shown: &Show, waiting: &Waiting) {
    let to = event.dyn_ref::<FocusEvent>().and_then(FocusEvent::related_target).and_then(|target| target.dyn_into::<Element>().ok());
    let stays = to.as_ref().is_some_and(|to| to.closest(".mark[id], .card").ok().flatten().is_some());
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
        shown.set(Some(Opened { mark: mark.id(), y: None, by_touch: true }));
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
fn on_escape(mark: String, shown: Show) -> EventListener {
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
fn on_press_elsewhere(shown: Show) -> EventListener {
    EventListener::new(&gloo::utils::document(), "pointerdown", move |event| {
        if closest(event, ".mark[id], .card").is_none() {
            shown.set(None);
        }
    })
}

fn closest(event: &Event, selector: &str) -> Option<Element> {
    event.target()?.dyn_into::<Element>().ok()?.closest(selector).ok().flatten()
}
