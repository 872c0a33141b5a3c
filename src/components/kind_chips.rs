//! The kinds of organizations in the story, with counts; chosen ones narrow the list.

use dateline_engine::entities::OrganizationKind;
use yew::prelude::*;

use crate::state::{Action, Filter};
use crate::words;

/// See [`KindChips`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The kinds and how many organizations are of each.
    pub kinds: Vec<(OrganizationKind, usize)>,
    /// Which are chosen.
    pub filter: Filter,
    /// Where actions go.
    pub tell: Callback<Action>,
}

/// One chip for each kind, and one for all.
#[component]
pub fn KindChips(props: &Props) -> Html {
    if props.kinds.len() < 2 {
        return Html::default();
    }
    let chosen = &props.filter.kinds;
    let all = props.tell.reform(|_: MouseEvent| Action::KindsCleared);
    html! {
        <div class="kinds" role="group" aria-label={words::KINDS}>
            <button type="button" class="chip" aria-pressed={pressed(chosen.is_empty())} onclick={all}>{ words::ALL_KINDS }</button>
            { for props.kinds.iter().map(|&(kind, count)| {
                let toggle = props.tell.reform(move |_: MouseEvent| Action::KindToggled(kind));
                html! {
                    <button type="button" class="chip" aria-pressed={pressed(chosen.contains(&kind))} onclick={toggle}>
                        { format!("{} {count}", words::organization_kind(kind)) }
                    </button>
                }
            }) }
        </div>
    }
}

fn pressed(is: bool) -> &'static str {
    if is { "true" } else { "false" }
}
