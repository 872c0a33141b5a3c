//! How wide an element is, for what is drawn to scale.

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Element, ResizeObserver};
use yew::prelude::*;

/// The width of the element in pixels, now and whenever it changes; until it is known `before`, or the window's if that is less.
#[hook]
pub fn use_width(node: &NodeRef, before: f32) -> f32 {
    let width = use_state_eq(|| window_width().map_or(before, |window| before.min(window)));
    {
        let (node, width) = (node.clone(), width.clone());
        use_effect_with((), move |()| {
            let element = node.cast::<Element>();
            let measured = element.clone();
            let on_resize = Closure::<dyn FnMut()>::new(move || {
                if let Some(element) = &measured {
                    width.set(element.client_width() as f32);
                }
            });
            let observer = ResizeObserver::new(on_resize.as_ref().unchecked_ref()).ok();
            if let (Some(observer), Some(element)) = (&observer, &element) {
                observer.observe(element);
            }
            move || {
                if let Some(observer) = observer {
                    observer.disconnect();
                }
                drop(on_resize);
            }
        });
    }
    *width
}

/// Of the window in pixels; `None` where there is none.
fn window_width() -> Option<f32> {
    if !cfg!(target_arch = "wasm32") {
        return None;
    }
    gloo::utils::window().inner_width().ok()?.as_f64().map(|width| width as f32)
}
