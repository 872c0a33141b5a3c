//! A story that has not been read, and no other one is there to be shown: its bare text, unless its reading is on the way.

use std::rc::Rc;

use yew::prelude::*;

use crate::words;

/// See [`Unread`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The story.
    pub text: Rc<str>,
    /// True while it is being read.
    pub waits: bool,
}

/// The article without a mark.
#[component]
pub fn Unread(props: &Props) -> Html {
    html! {
        <article class="article" aria-label={words::ARTICLE} aria-busy={props.waits.then_some("true")}>
            if !props.waits {
                <p class="unread" dir="auto">{ AttrValue::from(props.text.clone()) }</p>
            }
        </article>
    }
}
