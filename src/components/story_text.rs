//! The article and the card of its marks, which stands beside the mark that it is about.

use yew::prelude::*;

use super::article::{Article, Props};
use super::mark_card::MarkCard;

/// The story with its marks and their card.
#[component]
pub fn StoryText(props: &Props) -> Html {
    let area = use_node_ref();
    html! {
        <div ref={area.clone()} class="story-text">
            <Article ..props.clone() />
            <MarkCard reading={props.reading.clone()} {area} tell={props.tell.clone()} />
        </div>
    }
}
