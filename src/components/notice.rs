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
                <button type="button" class="link" onclick={undo}>{ words::BRING_BACK }</button>
            }
            <button type="button" class="link" onclick={dismiss}>{ words::DISMISS }</button>
        </div>
    }
}

/// See [`FailureNotice`].
#[derive(Properties, PartialEq)]
pub struct FailureProps {
    /// What went wrong.
    pub failure: Failure,
    /// Where actions go.
    pub tell: Callback<Action>,
}

/// Why the newest story is not shown.
#[component]
pub fn FailureNotice(props: &FailureProps) -> Html {
    let again = props.tell.reform(|_: MouseEvent| Action::ReadAgain);
    html! {
        <div class="notice notice-failure" role="alert">
            <p>{ words::failure(props.failure) }</p>
            if matches!(props.failure, Failure::Worker | Failure::Model) {
                <button type="button" class="link" onclick={again}>{ words::TRY_AGAIN }</button>
            }
        </div>
    }
}

/// See [`StoppedNotice`].
#[derive(Properties, PartialEq)]
pub struct StoppedProps {
    /// True if what is seen is an older story.
    pub sees_older: bool,
    /// True if there is a story before this one.
    pub can_undo: bool,
    /// Where actions go.
    pub tell: Callback<Action>,
}

/// The reading was stopped by the reader: what stands where, and the two ways on.
#[component]
pub fn StoppedNotice(props: &StoppedProps) -> Html {
    let again = props.tell.reform(|_: MouseEvent| Action::ReadAgain);
    let undo = props.tell.reform(|_: MouseEvent| Action::Undone);
    html! {
        <div class="notice" role="note">
            <p>{ words::stopped(props.sees_older) }</p>
            <button type="button" class="link" onclick={again}>{ words::READ_IT }</button>
            if props.can_undo {
                <button type="button" class="link" onclick={undo}>{ words::BRING_OLDER_BACK }</button>
            }
        </div>
    }
}
