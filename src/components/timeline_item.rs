//! One time of the timeline: when, in whose words, what happened, who is in it, and why it was read so.

use std::rc::Rc;

use dateline_engine::timeline::Status;
use yew::prelude::*;

use crate::state::Action;
use crate::view::timeline::Item;
use crate::words;

/// More organizations than this are counted, not named.
const NAMED: usize = 4;

/// See [`TimelineItem`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// What to show.
    pub item: Rc<Item>,
    /// True if one of its times is chosen.
    pub picked: bool,
    /// Where actions go.
    pub tell: Callback<Action>,
}

/// One time as an item of the list.
#[component]
pub fn TimelineItem(props: &Props) -> Html {
    let item = &props.item;
    let first = item.times.first().copied().unwrap_or_default();
    let pick = props.tell.reform(move |_: MouseEvent| Action::TimePicked(first));
    let [before, date, after] = &item.sentence;
    let precision = item.precision.code();
    html! {
        <li class={classes!("entry", props.picked.then_some("is-picked"))} data-precision={precision} data-status={status_code(item.status)}>
            <button type="button" class="entry-button" tabindex="-1" aria-pressed={if props.picked { "true" } else { "false" }} onclick={pick}>
                <time class="entry-when" datetime={item.datetime.clone()} data-edtf={item.edtf.clone()}>{ item.when.clone() }</time>
                <span class="entry-words">{ words::quoted(&item.quote, item.times.len(), item.status) }</span>
            </button>
            <p class="entry-sentence" dir="auto">{ before }<b>{ date }</b>{ after }</p>
            { organizations(item, &props.tell) }
            <details class="entry-why"><summary tabindex="-1">{ words::WHY_SO }</summary>{ item.why.clone() }</details>
        </li>
    }
}

fn organizations(item: &Item, tell: &Callback<Action>) -> Html {
    if item.organizations.is_empty() {
        return Html::default();
    }
    let more = item.organizations.len().saturating_sub(NAMED);
    html! {
        <ul class="chips" aria-label={words::ORGANIZATIONS_IN_IT}>
            { for item.organizations.iter().take(NAMED).map(|(id, name)| {
                let id = *id;
                let pick = tell.reform(move |_: MouseEvent| Action::EntityPicked(id));
                html! { <li><button type="button" class="chip" tabindex="-1" onclick={pick}>{ name }</button></li> }
            }) }
            if more > 0 { <li class="chips-more">{ format!("+ {more}") }</li> }
        </ul>
    }
}

fn status_code(status: Status) -> &'static str {
    match status {
        Status::Past => "past",
        Status::Planned => "planned",
        Status::Ongoing => "ongoing",
        Status::Unknown => "unknown",
    }
}
