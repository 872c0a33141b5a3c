//! What has no place on the calendar: not yet placed, lengths of time, recurring times.

use yew::prelude::*;

use crate::hooks::{Keys, use_roving};
use crate::platform;
use crate::state::Action;
use crate::view::timeline::{Shelf as Shelved, Shelved as Time};
use crate::words;

/// See [`Shelf`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// What to show.
    pub shelf: Shelved,
    /// Where actions go.
    pub tell: Callback<Action>,
}

/// The lists below the timeline.
#[component]
pub fn Shelf(props: &Props) -> Html {
    let Props { shelf, tell } = props;
    html! {
        <>
            if !shelf.unresolved.is_empty() {
                <section class="shelf" aria-label={words::NOT_YET_PLACED}>
                    <h3>{ words::NOT_YET_PLACED }</h3>
                    <p class="shelf-note">{ words::COUNT_FROM_PUBLICATION }</p>
                    <button type="button" class="button" onclick={use_today(tell)}>{ words::USE_TODAY }</button>
                    <ShelfList times={shelf.unresolved.clone()} tell={tell.clone()} />
                </section>
            }
            { titled(words::LENGTHS_OF_TIME, &shelf.durations, tell) }
            { titled(words::RECURRING, &shelf.sets, tell) }
        </>
    }
}

fn use_today(tell: &Callback<Action>) -> Callback<MouseEvent> {
    let tell = tell.clone();
    Callback::from(move |_| {
        platform::mark_input();
        if let Some(today) = platform::today() {
            tell.emit(Action::DateGiven(Some(today)));
        }
    })
}

fn titled(title: &'static str, times: &[Time], tell: &Callback<Action>) -> Html {
    if times.is_empty() {
        return Html::default();
    }
    html! { <section class="shelf" aria-label={title}><h3>{ title }</h3><ShelfList times={times.to_vec()} tell={tell.clone()} /></section> }
}

#[derive(Properties, PartialEq)]
struct ListProps {
    times: Vec<Time>,
    tell: Callback<Action>,
}

/// Times as a row of buttons with one tab stop.
#[component]
fn ShelfList(props: &ListProps) -> Html {
    let node = use_node_ref();
    use_roving(&node, ".chip", Keys::Across);
    html! {
        <ul class="shelf-list" ref={node}>
            { for props.times.iter().map(|time| {
                let index = time.time;
                let pick = props.tell.reform(move |_: MouseEvent| Action::TimePicked(index));
                html! {
                    <li><button type="button" class="chip" tabindex="-1" title={time.why.clone()} onclick={pick}><span dir="auto">{ time.quote.clone() }</span></button></li>
                }
            }) }
        </ul>
    }
}
