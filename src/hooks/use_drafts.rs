//! The story survives the tab: found when the page opens, kept whenever it changes.

use gloo::timers::callback::Timeout;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::state::{Action, Origin, Phase, State};
use crate::storage::drafts;

/// How long the reader pauses before a typed text is kept. In milliseconds.
const PAUSE: u32 = 300;

/// Finds the last story, then keeps every later one.
#[hook]
pub fn use_drafts(state: &UseReducerHandle<State>) {
    let dispatcher = state.dispatcher();
    use_effect_with((), move |()| {
        spawn_local(async move {
            let found = drafts::load().await.ok().flatten();
            dispatcher.dispatch(Action::Opened(found.filter(|story| !story.text.trim().is_empty())));
        });
    });
    let (dispatcher, opened) = (state.dispatcher(), state.phase != Phase::Opening);
    let kept = use_mut_ref(|| None);
    use_effect_with((state.story.clone(), opened), move |(story, opened)| {
        let mut waiting = None;
        // The first story seen is the one that was found, or the sample that stands in for one.
        let is_new = *opened && kept.borrow_mut().replace(story.clone()).is_some_and(|old| old != *story);
        if is_new {
            let pause = if story.origin == Origin::Typed { PAUSE } else { 0 };
            let story = story.clone();
            waiting = Some(Timeout::new(pause, move || {
                spawn_local(async move {
                    if drafts::save(&story).await.is_err() {
                        dispatcher.dispatch(Action::KeepingFailed);
                    }
                });
            }));
        }
        move || drop(waiting)
    });
}

/// A callback that has the kept story forgotten.
#[hook]
pub fn use_forget(state: &UseReducerHandle<State>) -> Callback<()> {
    let dispatcher = state.dispatcher();
    use_callback((), move |(), ()| {
        let dispatcher = dispatcher.clone();
        spawn_local(async move {
            dispatcher.dispatch(if drafts::forget().await.is_ok() { Action::Forgotten } else { Action::KeepingFailed });
        });
    })
}
