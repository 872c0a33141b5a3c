//! Dragging over a drawing: from one place to another, in pixels from its left edge.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{Element, PointerEvent};
use yew::prelude::*;

use super::target::closest;

/// A pointer that moves less has pressed, not dragged. In pixels.
const STILL: f32 = 4.0;

/// A pointer that is down.
#[derive(Clone, Copy)]
struct Down {
    /// What stays where it is while the pointer moves.
    anchor: f32,
    at: f32,
    /// A handle moves at once; a press beside it begins a stretch of its own.
    is_handle: bool,
    has_moved: bool,
}

type Held = Rc<RefCell<Option<Down>>>;
type Draft = UseStateHandle<Option<(f32, f32)>>;
type Done = Callback<Option<(f32, f32)>>;
type Hear = Box<dyn Fn(&PointerEvent, f32)>;

/// The stretch that is being drawn over `node`, from left to right. `done` hears the finished one, or nothing when the
/// reader only pressed. An element with `data-anchor` is a handle: the other end of its stretch is there. Fingers move
/// handles only, so that they can still scroll.
#[hook]
pub fn use_drag(node: &NodeRef, done: &Done) -> Option<(f32, f32)> {
    let draft: Draft = use_state_eq(|| None);
    let held: Held = use_mut_ref(|| None);
    // The listeners live as long as the drawing; what they call is drawn anew with every change.
    let latest = use_mut_ref(Callback::noop);
    latest.replace(done.clone());
    {
        let (node, draft) = (node.clone(), draft.clone());
        use_effect_with((), move |()| {
            let listeners = node.cast::<Element>().map(|element| listen(&element, &draft, &held, &latest));
            move || drop(listeners)
        });
    }
    *draft
}

fn listen(element: &Element, draft: &Draft, held: &Held, latest: &Rc<RefCell<Done>>) -> Vec<EventListener> {
    let on = |name: &'static str, hear: Hear| {
        let of = element.clone();
        EventListener::new(element, name, move |event| {
            if let Some(pointer) = event.dyn_ref::<PointerEvent>() {
                hear(pointer, pointer.client_x() as f32 - of.get_bounding_client_rect().left() as f32);
            }
        })
    };
    let (down, moving, up, gone) = (held.clone(), held.clone(), held.clone(), held.clone());
    let (drawn, finished, dropped) = (draft.clone(), draft.clone(), draft.clone());
    let (target, latest) = (element.clone(), latest.clone());
    vec![
        on("pointerdown", Box::new(move |pointer, x| *down.borrow_mut() = press(pointer, x))),
        on(
            "pointermove",
            Box::new(move |pointer, x| {
                if let Some(down) =
                    moving.borrow_mut().as_mut().filter(|down| down.has_moved || down.is_handle || (x - down.at).abs() > STILL)
                {
                    if !down.has_moved {
                        // From here on the pointer may leave the drawing. Fails only if it has been lifted.
                        let _ = target.set_pointer_capture(pointer.pointer_id());
                    }
                    down.has_moved = true;
                    drawn.set(Some((down.anchor.min(x), down.anchor.max(x))));
                }
            }),
        ),
        on(
            "pointerup",
            Box::new(move |pointer, x| {
                finished.set(None);
                match up.borrow_mut().take() {
                    Some(down) if down.has_moved => latest.borrow().emit(Some((down.anchor.min(x), down.anchor.max(x)))),
                    Some(down) if !down.is_handle && closest(pointer, ".strip-figure").is_none() => latest.borrow().emit(None),
                    _ => {}
                }
            }),
        ),
        on(
            "pointercancel",
            Box::new(move |_, _| {
                gone.borrow_mut().take();
                dropped.set(None);
            }),
        ),
    ]
}

fn press(pointer: &PointerEvent, x: f32) -> Option<Down> {
    let handle = closest(pointer, "[data-anchor]");
    let anchor = handle.as_ref().and_then(|handle| handle.get_attribute("data-anchor")).and_then(|anchor| anchor.parse().ok());
    let may = pointer.button() == 0 && (anchor.is_some() || pointer.pointer_type() != "touch");
    may.then_some(Down { anchor: anchor.unwrap_or(x), at: x, is_handle: anchor.is_some(), has_moved: false })
}
