//! The page was painted before this program ran; now it takes over.

use yew::prelude::*;

use crate::platform;
use crate::state::{Action, Phase, State};

/// Says that the page works now, takes what was pasted before it did, and shows the page once it has its story.
#[hook]
pub fn use_takeover(state: &UseReducerHandle<State>) {
    let dispatcher = state.dispatcher();
    use_effect_with((), move |()| {
        if let Some(received) = platform::take_over() {
            dispatcher.dispatch(Action::Pasted(received.text, received.mended));
        }
    });
    let settled = !matches!(state.phase, Phase::Opening | Phase::Analyzing);
    use_effect_with(settled, |&settled| {
        if settled {
            platform::reveal();
        }
    });
}
