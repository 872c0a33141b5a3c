//! Closer and farther on the line of dates.

use yew::prelude::*;

use crate::words;

/// How much wider than the window the line gets at most.
const CLOSEST: u8 = 16;

/// See [`ZoomBar`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// How much wider than the window the line is.
    pub zoom: UseStateHandle<u8>,
    /// Whether long empty stretches are folded.
    pub fold: UseStateHandle<bool>,
    /// True if there is something to fold.
    pub can_fold: bool,
}

/// The buttons beside the line of dates.
#[component]
pub fn ZoomBar(props: &Props) -> Html {
    let to = |zoom: u8| {
        let state = props.zoom.clone();
        Callback::from(move |_: MouseEvent| state.set(zoom))
    };
    let zoom = *props.zoom;
    let fold = {
        let state = props.fold.clone();
        Callback::from(move |_: MouseEvent| state.set(!*state))
    };
    html! {
        <div class="strip-tools" role="group" aria-label={words::SCALE}>
            <button type="button" class="strip-tool" aria-label={words::CLOSER} title={words::CLOSER} disabled={zoom >= CLOSEST} onclick={to(zoom.saturating_mul(2).min(CLOSEST))}>
                <span aria-hidden="true">{ "+" }</span>
            </button>
            <button type="button" class="strip-tool" aria-label={words::FARTHER} title={words::FARTHER} disabled={zoom <= 1} onclick={to((zoom / 2).max(1))}>
                <span aria-hidden="true">{ "−" }</span>
            </button>
            if props.can_fold || !*props.fold {
                <button
                    type="button" class="strip-tool" aria-label={words::TRUE_SCALE} title={words::TRUE_SCALE}
                    aria-pressed={if *props.fold { "false" } else { "true" }} onclick={fold}
                >
                    <span aria-hidden="true">{ "//" }</span>
                </button>
            }
        </div>
    }
}
