//! What stands in the middle of a drawing stays there while it gets wider or narrower.

use web_sys::Element;
use yew::prelude::*;

/// Scrolls `node` sideways whenever its content has become so many times wider than it.
#[hook]
pub fn use_zoom_in_view(node: &NodeRef, zoom: u8) {
    let before = use_mut_ref(|| zoom);
    let node = node.clone();
    use_effect_with(zoom, move |&zoom| {
        let old = before.replace(zoom);
        if let Some(element) = node.cast::<Element>().filter(|_| old != zoom) {
            let half = f64::from(element.client_width()) / 2.0;
            let middle = (f64::from(element.scroll_left()) + half) * f64::from(zoom) / f64::from(old);
            element.set_scroll_left((middle - half) as i32);
        }
    });
}
