//! The dates of the story in order of time, and below them what has no place on the calendar.

use std::rc::Rc;

use yew::prelude::*;

use super::timeline_item::TimelineItem;
use crate::platform;
use crate::state::{Action, Reading};
use crate::view::timeline::{Shelved, items, shelf};

/// See [`Timeline`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The story shown.
    pub reading: Option<Rc<Reading>>,
    /// Which time expression is chosen, by index.
    pub picked: Option<u32>,
    /// Where actions go.
    pub tell: Callback<Action>,
}

/// The timeline as a list in words.
#[component]
pub fn Timeline(props: &Props) -> Html {
    let found = use_memo(props.reading.clone(), |reading| {
        reading.as_ref().map(|reading| (items(reading).into_iter().map(Rc::new).collect::<Vec<_>>(), shelf(reading)))
    });
    let Some((items, shelf)) = found.as_ref() else { return html! { <aside class="pane pane-timeline"></aside> } };
    html! {
        <aside class="pane pane-timeline">
            <section aria-label="Timeline">
                <h2 class="pane-title">{ "Timeline " }<span>{ items.len() }</span></h2>
                if items.is_empty() {
                    <p class="nothing">{ "No date of this text has a place on the calendar." }</p>
                }
                <ol class="timeline">
                    { for items.iter().map(|item| {
                        let picked = props.picked.is_some_and(|index| item.times.contains(&index));
                        html! { <TimelineItem key={item.times.first().copied().unwrap_or_default()} item={item.clone()} {picked} tell={props.tell.clone()} /> }
                    }) }
                </ol>
            </section>
            if !shelf.unresolved.is_empty() {
                <section class="shelf" aria-label="Not yet placed">
                    <h3>{ "Not yet placed" }</h3>
                    <p class="shelf-note">{ "These count from the day of publication, which is not known. Set it above, or:" }</p>
                    <button type="button" class="button" onclick={use_today(&props.tell)}>{ "Use today’s date" }</button>
                    { shelved(&shelf.unresolved, &props.tell) }
                </section>
            }
            { titled("Lengths of time", &shelf.durations, &props.tell) }
            { titled("Recurring", &shelf.sets, &props.tell) }
        </aside>
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

fn titled(title: &'static str, times: &[Shelved], tell: &Callback<Action>) -> Html {
    if times.is_empty() {
        return Html::default();
    }
    html! { <section class="shelf" aria-label={title}><h3>{ title }</h3>{ shelved(times, tell) }</section> }
}

fn shelved(times: &[Shelved], tell: &Callback<Action>) -> Html {
    html! {
        <ul class="shelf-list">
            { for times.iter().map(|shelved| {
                let index = shelved.time;
                let pick = tell.reform(move |_: MouseEvent| Action::TimePicked(index));
                html! { <li><button type="button" class="chip" title={shelved.why.clone()} onclick={pick}>{ shelved.quote.clone() }</button></li> }
            }) }
        </ul>
    }
}
