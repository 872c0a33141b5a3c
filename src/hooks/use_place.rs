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
    // For each pane left: how far the page was scrolled.
    let places: Rc<RefCell<Vec<(T, f64)>>> = use_mut_ref(Vec::new);
    let is_coming_back = use_mut_ref(|| false);
    let go = {
        let (pane, places, is_coming_back) = (pane.clone(), places.clone(), is_coming_back.clone());
        move |to: T, comes_back: bool| {
            places.borrow_mut().retain(|place| place.0 != *pane);
            places.borrow_mut().push((*pane, platform::scrolled()));
            is_coming_back.replace(comes_back && to != *pane);
            pane.set(to);
        }
    };
    use_effect_with(*pane, move |pane| {
        if is_coming_back.replace(false) {
            platform::scroll_page(places.borrow().iter().find(|place| place.0 == *pane).map(|place| place.1));
        }
    });
    let show = Callback::from({
        let go = go.clone();
        move |to| go(to, true)
    });
    (*pane, show, Callback::from(move |to| go(to, false)))
}
