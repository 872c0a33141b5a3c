//! How far the worker is with the newest story. The style sheet shows it only when that takes long enough to be noticed.

use yew::prelude::*;

use crate::state::Action;
use crate::words;

/// See [`Progress`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// How much has been read, in parts in a thousand.
    pub done: u16,
    /// Where actions go.
    pub tell: Callback<Action>,
}

/// A bar over the page's lower edge, with a button that stops the reading.
#[component]
pub fn Progress(props: &Props) -> Html {
    let stop = props.tell.reform(|_: MouseEvent| Action::Stopped);
    html! {
        <section class="progress" aria-label={words::READING}>
            <span class="progress-words">{ format!("{} {} %", words::READING, props.done / 10) }</span>
            <progress class="progress-bar" max="1000" value={props.done.to_string()} aria-label={words::READING} />
            <button type="button" class="button" onclick={stop}>{ words::CANCEL }</button>
        </section>
    }
}
