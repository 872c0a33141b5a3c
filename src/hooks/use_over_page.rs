//! A box over the page: shown once it is drawn, gone when the reader closes it, presses elsewhere or goes on with Tab.

use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlDialogElement, Node};
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
    let (toggled, closed) = (gone.clone(), gone.clone());
    let (shown, shown_too) = (dialog.clone(), dialog.clone());
    [
        EventListener::new(dialog, "toggle", move |_| {
            if !shown.matches(":popover-open").unwrap_or(true) {
                toggled.emit(());
            }
        }),
        EventListener::new(dialog, "close", move |_| closed.emit(())),
        // Not when the focus leaves the dialog: it may go to the browser's own bars, and come back to another place.
        EventListener::new(&gloo::utils::document(), "focusin", move |event: &Event| {
            let to = event.target().and_then(|to| to.dyn_into::<Node>().ok());
            if to.is_some_and(|to| !shown_too.contains(Some(&to))) {
                hide(&shown_too);
            }
        }),
    ]
}
