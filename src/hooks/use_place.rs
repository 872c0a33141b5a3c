//! Going from pane to pane on a narrow screen, each at the place where it was left.

use std::cell::RefCell;
use std::rc::Rc;

use yew::prelude::*;

use crate::platform;

/// The pane seen, a callback that shows another one where it was left, and one that shows it without touching its place,
/// because something else is going to be scrolled to.
#[hook]
pub fn use_place<T: Copy + Eq + 'static>(first: T) -> (T, Callback<T>, Callback<T>) {
    let pane = use_state_eq(|| first);
    let here = use_mut_ref(|| first);
    // For each pane left: how far the page was scrolled.
    let places: Rc<RefCell<Vec<(T, f64)>>> = use_mut_ref(Vec::new);
    let is_coming_back = use_mut_ref(|| false);
    // Always the same callbacks: whoever is given one is not drawn anew because of it.
    let go = {
        let (pane, places, is_coming_back) = (pane.clone(), places.clone(), is_coming_back.clone());
        use_callback((), move |(to, comes_back): (T, bool), ()| {
            let from = here.replace(to);
            places.borrow_mut().retain(|place| place.0 != from);
            places.borrow_mut().push((from, platform::scrolled()));
            is_coming_back.replace(comes_back && to != from);
            pane.set(to);
        })
    };
    use_effect_with(*pane, move |pane| {
        if is_coming_back.replace(false) {
            platform::scroll_page(places.borrow().iter().find(|place| place.0 == *pane).map(|place| place.1));
        }
    });
    let show = use_callback(go.clone(), |to, go| go.emit((to, true)));
    let jump = use_callback(go, |to, go| go.emit((to, false)));
    (*pane, show, jump)
}
