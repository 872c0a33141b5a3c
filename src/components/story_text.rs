//! The article and the card of its marks, which stands beside the mark that it is about.

use std::collections::BTreeSet;
use std::rc::Rc;

use yew::prelude::*;

use super::article::Article;
use super::mark_card::MarkCard;
use crate::state::{Action, MarkKind, Reading, Selection};

/// See [`StoryText`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The story shown.
    pub reading: Rc<Reading>,
    /// Kinds whose marks are not drawn.
    pub hidden: BTreeSet<MarkKind>,
    /// What is chosen.
    pub selection: Selection,
    /// Where actions go.
    pub tell: Callback<Action>,
}

/// The story with its marks and their card.
#[component]
pub fn StoryText(props: &Props) -> Html {
    let area = use_node_ref();
    html! {
        <div ref={area.clone()} class="story-text">
            <Article reading={props.reading.clone()} hidden={props.hidden.clone()} selection={props.selection.clone()} tell={props.tell.clone()} />
            <MarkCard reading={props.reading.clone()} {area} tell={props.tell.clone()} />
        </div>
    }
}
