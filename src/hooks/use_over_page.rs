//! A box over the page: shown once it is drawn, gone when the reader closes it, presses elsewhere or goes on with Tab.

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{Event, FocusEvent, HtmlDialogElement, Node};
use yew::prelude::*;

/// Shows the dialog, and raises `gone` when it is not seen any more. Gives a callback that hides it.
#[hook]
pub fn use_over_page(node: &NodeRef, gone: &Callback<()>) -> Callback<()> {
    {
        let (node, gone) = (node.clone(), gone.clone());
        use_effect_with((), move |()| {
            let listeners = node.cast::<HtmlDialogElement>().map(|dialog| {
                show(&dialog);
                listen(&dialog, &gone)
            });
            move || drop(listeners)
        });
    }
    use_callback(node.clone(), |(), node: &NodeRef| {
        if let Some(dialog) = node.cast::<HtmlDialogElement>() {
            hide(&dialog);
        }
    })
}

/// Not as a modal dialog: that makes the rest of the page inert, and for this browsers work out the style of all of it anew.
fn show(dialog: &HtmlDialogElement) {
    if dialog.show_popover().is_err() {
        // An older browser. Fails only if it is open already.
        let _ = dialog.show_modal();
    }
}

fn hide(dialog: &HtmlDialogElement) {
    if dialog.hide_popover().is_err() {
        dialog.close();
    }
}

fn listen(dialog: &HtmlDialogElement, gone: &Callback<()>) -> [EventListener; 3] {
    let (toggled, closed, left) = (gone.clone(), gone.clone(), dialog.clone());
    let (shown, holder) = (dialog.clone(), dialog.clone());
    [
        EventListener::new(dialog, "toggle", move |_| {
            if !shown.matches(":popover-open").unwrap_or(true) {
                toggled.emit(());
            }
        }),
        EventListener::new(dialog, "close", move |_| closed.emit(())),
        EventListener::new(dialog, "focusout", move |event: &Event| {
            let to = event.dyn_ref::<FocusEvent>().and_then(FocusEvent::related_target).and_then(|to| to.dyn_into::<Node>().ok());
            if to.is_some_and(|to| !holder.contains(Some(&to))) {
                // The focus is on its way; it would be sent back to where it came from.
                let left = left.clone();
                Timeout::new(0, move || hide(&left)).forget();
            }
        }),
    ]
}
