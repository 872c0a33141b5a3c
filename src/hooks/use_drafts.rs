//! The story survives the tab: found when the page opens, kept whenever it changes.

use gloo::timers::callback::Timeout;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::state::{Action, Origin, Phase, State, Story};
use crate::storage::drafts;

/// How long the reader pauses before a typed text is kept. In milliseconds.
const PAUSE: u32 = 300;

/// Finds the last story, then keeps every later one.
#[hook]
pub fn use_drafts(state: &UseReducerHandle<State>) {
    // What need not be kept: the story that is kept already, or the sample that stands in for one.
    let kept = use_mut_ref(|| Story::sample(0));
    {
        let (dispatcher, kept) = (state.dispatcher(), kept.clone());
        use_effect_with((), move |()| {
            spawn_local(async move {
                let found = drafts::load().await.ok().flatten().filter(|story| !story.text.trim().is_empty());
                if let Some(story) = &found {
                    kept.replace(story.clone());
                }
                dispatcher.dispatch(Action::Opened(found));
            });
        });
    }
    let (dispatcher, opened) = (state.dispatcher(), state.phase != Phase::Opening);
    use_effect_with((state.story.clone(), opened), move |(story, opened)| {
        let mut waiting = None;
        if *opened && *kept.borrow() != *story {
            kept.replace(story.clone());
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
