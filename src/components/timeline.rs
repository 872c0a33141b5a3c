//! The dates of the story in order of time, and below them what has no place on the calendar.

use std::rc::Rc;

use yew::prelude::*;

use super::shelf::Shelf;
use super::timeline_item::TimelineItem;
use crate::hooks::{Keys, use_dates, use_roving, use_shown};
use crate::state::{Action, Reading, Selection};
use crate::view::timeline::{Item, items, shelf};
use crate::view::when;
use crate::words;

/// See [`Timeline`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The story shown.
    pub reading: Option<Rc<Reading>>,
    /// What is chosen.
    pub selection: Selection,
    /// Where actions go.
    pub tell: Callback<Action>,
}

/// The timeline as a list in words.
#[component]
pub fn Timeline(props: &Props) -> Html {
    let dates = use_dates();
    let found = use_memo((props.reading.clone(), dates), |(reading, dates)| {
        reading.as_ref().map(|reading| (items(reading, dates).into_iter().map(Rc::new).collect::<Rc<[_]>>(), shelf(reading)))
    });
    let (Some((items, shelf)), Some(reading)) = (&*found, &props.reading) else {
        return html! { <aside class="pane pane-timeline" id="timeline"></aside> };
    };
    let shows = |item: &Rc<Item>| reading.analysis.timeline.get(item.entry).is_some_and(|entry| props.selection.shows(entry));
    let shown: Vec<bool> = items.iter().map(shows).collect();
    let count = shown.iter().filter(|&&is_shown| is_shown).count();
    html! {
        <aside class="pane pane-timeline" id="timeline">
            <section aria-label={words::TIMELINE}>
                <h2 class="pane-title">{ words::TIMELINE }{ " " }<span>{ if count == items.len() { count.to_string() } else { words::some_of(count, items.len()) } }</span></h2>
                if items.is_empty() {
                    <p class="nothing">{ words::NO_DATE }</p>
                } else {
                    <Narrowed reading={reading.clone()} selection={props.selection.clone()} is_empty={count == 0} tell={props.tell.clone()} />
                }
                <Entries items={items.clone()} {shown} picked={props.selection.time()} tell={props.tell.clone()} />
            </section>
            <Shelf shelf={shelf.clone()} tell={props.tell.clone()} />
        </aside>
    }
}

#[derive(Properties, PartialEq)]
struct NarrowedProps {
    reading: Rc<Reading>,
    selection: Selection,
    is_empty: bool,
    tell: Callback<Action>,
}

/// What narrows the list, and the way back to all of it.
#[component]
fn Narrowed(props: &NarrowedProps) -> Html {
    let dates = use_dates();
    let selection = &props.selection;
    if selection.entities.is_empty() && selection.days.is_none() {
        return Html::default();
    }
    let names: Vec<&str> =
        selection.entities.iter().filter_map(|&id| props.reading.entity(id)).map(|entity| entity.name.as_str()).collect();
    let days = selection.days.map(|(from, to)| when::span(&dates, from, to));
    let all_days = props.tell.reform(|_: MouseEvent| Action::DaysChosen(None));
    let all = props.tell.reform(|_: MouseEvent| Action::Deselected);
    html! {
        <div class="narrowed">
            <p>{ words::narrowed(&names, days.as_deref(), props.is_empty) }</p>
            if days.is_some() && !names.is_empty() {
                <button type="button" class="link" onclick={all_days}>{ words::ALL_DAYS }</button>
            }
            <button type="button" class="link" onclick={all}>{ words::SHOW_ALL }</button>
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct EntriesProps {
    items: Rc<[Rc<Item>]>,
    /// Which of them are seen.
    shown: Vec<bool>,
    picked: Option<u32>,
    tell: Callback<Action>,
}

/// The list itself, with one tab stop.
#[component]
fn Entries(props: &EntriesProps) -> Html {
    let node = use_node_ref();
    use_shown(&node, props.items.clone(), &props.shown);
    use_roving(&node, ".entry:not([hidden]) > .entry-button", Keys::Rows { row: ".entry", inner: "button, summary" });
    html! {
        <ol class="timeline" ref={node}>
            { for props.items.iter().map(|item| {
                let picked = props.picked.is_some_and(|index| item.times.contains(&index));
                html! { <TimelineItem key={item.entry} item={item.clone()} {picked} tell={props.tell.clone()} /> }
            }) }
        </ol>
    }
}
