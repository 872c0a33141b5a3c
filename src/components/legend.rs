//! What the marks mean, how many there are of each, and whether they are drawn.

use std::collections::BTreeSet;
use std::rc::Rc;

use yew::prelude::*;

use crate::state::{Action, MarkKind, Reading};
use crate::view::kinds;
use crate::words;

/// See [`Legend`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The story shown.
    pub reading: Rc<Reading>,
    /// Kinds whose marks are not drawn.
    pub hidden: BTreeSet<MarkKind>,
    /// Where actions go.
    pub tell: Callback<Action>,
}

/// A switch for each kind of mark.
#[component]
pub fn Legend(props: &Props) -> Html {
    let counts = use_memo(props.reading.clone(), |reading| kinds::counts(reading));
    html! {
        <div class="legend" role="group" aria-label={words::MARKS}>
            { for counts.iter().map(|&(kind, count)| {
                let toggle = props.tell.reform(move |_: MouseEvent| Action::MarksToggled(kind));
                let drawn = if props.hidden.contains(&kind) { "false" } else { "true" };
                let (one, many) = words::mark_kind(kind);
                html! {
                    <button type="button" class="legend-switch" aria-pressed={drawn} onclick={toggle}>
                        <span class="mark" data-type={kinds::code(kind)}>{ if count == 1 { one } else { many } }</span>{ format!(" {count}") }
                    </button>
                }
            }) }
        </div>
    }
}
