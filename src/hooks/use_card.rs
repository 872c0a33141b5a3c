//! When the card of a mark is shown: under the pointer after a moment, at the focus or a tap at once. It stays while the
//! pointer or the focus is on mark or card, and Escape closes it (WCAG 1.4.13).

use web_sys::Element;
use yew::prelude::*;

use super::card_events::{Show, Waiting, listen, on_escape, on_press_elsewhere};
use crate::state::RequestId;

/// The card that is open.
#[derive(Clone, Debug, PartialEq)]
pub struct Opened {
    /// The id of its mark.
    pub mark: String,
    /// How far down the window the pointer is, if one opened it: a mark may stand on two lines.
    pub y: Option<f64>,
}

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
