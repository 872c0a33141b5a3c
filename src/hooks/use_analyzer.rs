//! Every new request of the state goes to the worker; typing is waited out.

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use super::bridge::Bridge;
use crate::state::{Origin, Phase, State};

/// How long the reader pauses before a typed text is read. In milliseconds.
const PAUSE: u32 = 250;

/// Has the newest story read whenever there is one.
#[hook]
pub fn use_analyzer(state: &UseReducerHandle<State>) {
    let bridge = {
        let dispatcher = state.dispatcher();
        use_memo((), move |()| Bridge::new(Callback::from(move |action| dispatcher.dispatch(action))))
    };
    let asking = state.clone();
    use_effect_with(state.request, move |&id| {
        let mut waiting = None;
        let (bridge, story) = ((*bridge).clone(), asking.story.clone());
        match asking.phase {
            Phase::Opening => Bridge::warm(&bridge),
            Phase::Analyzing if story.origin == Origin::Typed => {
                waiting = Some(Timeout::new(PAUSE, move || Bridge::ask(&bridge, id, &story)));
            }
            Phase::Analyzing => Bridge::ask(&bridge, id, &story),
            Phase::Ready | Phase::Stopped | Phase::Failed(_) => Bridge::stop(&bridge),
        }
        move || drop(waiting)
    });
}
