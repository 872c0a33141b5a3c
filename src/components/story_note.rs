//! What the reader should know about a story that is empty, very short, of another language, or without names and dates.

use yew::prelude::*;

use crate::platform;
use crate::state::{Action, Condition, SAMPLES};
use crate::words;

/// See [`StoryNote`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// What is to be known.
    pub condition: Condition,
    /// Where actions go.
    pub tell: Callback<Action>,
}

/// A note over the story, with what can be done next.
#[component]
pub fn StoryNote(props: &Props) -> Html {
    let (title, text) = words::condition(&props.condition);
    let new = props.tell.reform(|_: MouseEvent| Action::EditorOpened);
    html! {
        <div class={classes!("story-note", (props.condition == Condition::Empty).then_some("is-empty"))} role="note">
            <p class="story-note-title">{ title }</p>
            <p>{ text }</p>
            <div class="story-note-ways">
                <button type="button" class="button button-primary" onclick={new}>{ words::NEW_TEXT }</button>
                if props.condition == Condition::Empty {
                    { for SAMPLES.iter().enumerate().map(|(index, sample)| {
                        let choose = props.tell.reform(move |_: MouseEvent| { platform::mark_input(); Action::SampleChosen(index) });
                        html! { <button type="button" class="button" onclick={choose}>{ words::sample(sample.name) }</button> }
                    }) }
                }
            </div>
        </div>
    }
}
