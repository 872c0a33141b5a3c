//! A list has one tab stop; arrow keys, Home and End move inside of it.

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, KeyboardEvent};
use yew::prelude::*;

use super::target::target;

/// Which arrow keys move.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keys {
    /// Up and down.
    Down,
    /// Left and right.
    Across,
    /// Up and down from row to row; left and right through what matches `inner` in one.
    Rows {
        /// What a row is.
        row: &'static str,
        /// What can be reached in it.
        inner: &'static str,
    },
}

/// Where a key leads.
enum Way {
    By(i32),
    First,
    Last,
    /// Inside of a row.
    Within(i32),
}

/// Makes the elements under `node` that match `selector` one tab stop. They must be drawn with `tabindex="-1"`; which of
/// them can be reached with Tab is this hook's alone, so that moving on redraws nothing.
#[hook]
pub fn use_roving(node: &NodeRef, selector: &'static str, keys: Keys) {
    {
        let node = node.clone();
        use_effect(move || {
            if let Some(list) = node.cast::<Element>() {
                ensure_stop(&list, selector);
            }
        });
    }
    let node = node.clone();
    use_effect_with((), move |()| {
        let listeners = node.cast::<Element>().map(|list| listen(&list, selector, keys));
        move || drop(listeners)
    });
}

fn listen(list: &Element, selector: &'static str, keys: Keys) -> [EventListener; 2] {
    let (focused, moved) = (list.clone(), list.clone());
    [
        EventListener::new(list, "focusin", move |event| {
            if let Some(item) = item(event, selector) {
                make_stop(&focused, &item);
            }
        }),
        EventListener::new_with_options(list, "keydown", EventListenerOptions::enable_prevent_default(), move |event| {
            let Some(key) = event.dyn_ref::<KeyboardEvent>().filter(|key| is_plain(key)) else { return };
            let (Some(way), Some(target)) = (way(&key.key(), keys), target(event)) else { return };
            let to = match (&way, keys) {
                (Way::Within(by), Keys::Rows { row, inner }) => {
                    target.closest(row).ok().flatten().and_then(|row| next(&row, inner, &target, &Way::By(*by)))
                }
                (way, Keys::Rows { row, .. }) => target
                    .closest(row)
                    .ok()
                    .flatten()
                    .and_then(|row| row.query_selector(selector).ok()?)
                    .and_then(|item| next(&moved, selector, &item, way)),
                (way, _) => target.matches(selector).is_ok_and(|is| is).then(|| next(&moved, selector, &target, way)).flatten(),
            };
            if let Some(next) = to {
                event.prevent_default();
                // Fails only for elements that cannot have the focus.
                let _ = next.focus();
            }
        }),
    ]
}

fn is_plain(key: &KeyboardEvent) -> bool {
    !(key.ctrl_key() || key.meta_key() || key.alt_key() || key.shift_key())
}

fn way(key: &str, keys: Keys) -> Option<Way> {
    match (key, keys) {
        ("ArrowDown", Keys::Down | Keys::Rows { .. }) | ("ArrowRight", Keys::Across) => Some(Way::By(1)),
        ("ArrowUp", Keys::Down | Keys::Rows { .. }) | ("ArrowLeft", Keys::Across) => Some(Way::By(-1)),
        ("ArrowRight", Keys::Rows { .. }) => Some(Way::Within(1)),
        ("ArrowLeft", Keys::Rows { .. }) => Some(Way::Within(-1)),
        ("Home", _) => Some(Way::First),
        ("End", _) => Some(Way::Last),
        _ => None,
    }
}

/// The item that the event is of; not a button inside of it.
fn item(event: &Event, selector: &str) -> Option<Element> {
    target(event).filter(|target| target.matches(selector).is_ok_and(|is| is))
}

fn next(list: &Element, selector: &str, from: &Element, way: &Way) -> Option<HtmlElement> {
    let all = list.query_selector_all(selector).ok()?;
    let end = all.length().checked_sub(1)?;
    let to = match way {
        Way::First => 0,
        Way::Last => end,
        Way::By(by) | Way::Within(by) => {
            let here = (0..=end).find(|&index| all.item(index).is_some_and(|node| node == **from))?;
            here.saturating_add_signed(*by).min(end)
        }
    };
    all.item(to)?.dyn_into().ok()
}

fn ensure_stop(list: &Element, selector: &str) {
    let with = |ending: &str| list.query_selector(&format!("{selector}{ending}")).ok().flatten();
    if with("[tabindex='0']").is_none()
        && let Some(first) = with(".is-current").or_else(|| with("[aria-pressed='true']")).or_else(|| with(""))
    {
        // One that is hidden now may still be a stop.
        make_stop(list, &first);
    }
}

fn make_stop(list: &Element, item: &Element) {
    if let Ok(old) = list.query_selector_all("[tabindex='0']") {
        for index in 0..old.length() {
            if let Some(old) = old.item(index).and_then(|node| node.dyn_into::<Element>().ok()) {
                set_stop(&old, false);
            }
        }
    }
    set_stop(item, true);
}

fn set_stop(item: &Element, is: bool) {
    // Fails only for names that no attribute can have.
    let _ = item.set_attribute("tabindex", if is { "0" } else { "-1" });
}
