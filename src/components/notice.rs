//! A word to the reader.

use yew::prelude::*;

use crate::state::{Action, Failure, Notice};
use crate::words;

/// See [`NoticeBar`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// What to say.
    pub notice: Notice,
    /// Where actions go.
    pub tell: Callback<Action>,
}

/// A notice with what can be done about it.
#[component]
pub fn NoticeBar(props: &Props) -> Html {
    let undo = props.tell.reform(|_: MouseEvent| Action::Undone);
    let dismiss = props.tell.reform(|_: MouseEvent| Action::NoticeDismissed);
    html! {
        <div class="notice" role="note">
            <p>{ words::notice(props.notice) }</p>
            if props.notice == Notice::Replaced {
                <button type="button" class="link" onclick={undo}>{ "Bring it back" }</button>
            }
            <button type="button" class="link" onclick={dismiss}>{ "Dismiss" }</button>
        </div>
    }
}

/// See [`FailureNotice`].
#[derive(Properties, PartialEq)]
pub struct FailureProps {
    /// What went wrong.
    pub failure: Failure,
}

/// Why the newest story is not shown.
#[component]
pub fn FailureNotice(props: &FailureProps) -> Html {
    html! { <p class="notice notice-failure" role="alert">{ words::failure(props.failure) }</p> }
}
