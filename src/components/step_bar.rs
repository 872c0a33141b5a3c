//! What is chosen, and the way to its next mention.

use std::rc::Rc;

use dateline_engine::entities::Entity;
use dateline_engine::mentions::EntityId;
use yew::prelude::*;

use crate::hooks::use_dates;
use crate::state::{Action, Direction, Reading, Selection};
use crate::view::card::card;
use crate::words;

/// See [`StepBar`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The story shown.
    pub reading: Rc<Reading>,
    /// What is chosen.
    pub selection: Selection,
    /// Where actions go.
    pub tell: Callback<Action>,
}

/// What is in focus, `2 of 5`, previous, next, clear.
#[component]
pub fn StepBar(props: &Props) -> Html {
    let dates = use_dates();
    let (reading, selection) = (&props.reading, &props.selection);
    let stops = use_memo((reading.clone(), selection.entities.clone(), selection.time().is_some()), {
        let selection = selection.clone();
        move |(reading, ..)| selection.stops(reading)
    });
    let here = selection.at.and_then(|at| stops.iter().position(|&stop| stop == at));
    let time = selection.time().and_then(|_| card(reading, selection.at?, &dates));
    if selection.entities.is_empty() && selection.at.is_none() {
        return Html::default();
    }
    let clear = props.tell.reform(|_: MouseEvent| Action::Deselected);
    let step = |direction| props.tell.reform(move |_: MouseEvent| Action::Stepped(direction));
    html! {
        <div class="step" role="group" aria-label={words::CHOSEN}>
            <div class="step-name">
                { names(props) }
                if let Some(time) = time {
                    <p><b>{ time.title.clone() }</b><span class="step-about">{ for time.why.iter() }</span></p>
                }
            </div>
            if !stops.is_empty() {
                <span class="step-count" aria-live="polite">{ here.map_or_else(|| words::mentions(stops.len()), |here| words::some_of(here + 1, stops.len())) }</span>
                <button type="button" class="step-button" aria-label={words::PREVIOUS_MENTION} onclick={step(Direction::Previous)}>{ "↑" }</button>
                <button type="button" class="step-button" aria-label={words::NEXT_MENTION} onclick={step(Direction::Next)}>{ "↓" }</button>
            }
            <button type="button" class="step-button" onclick={clear}>{ words::CLEAR }</button>
        </div>
    }
}

/// The names in focus; each of several can be taken out.
fn names(props: &Props) -> Html {
    let entities = props.selection.entities.iter().filter_map(|&id| props.reading.entity(id).map(|entity| (id, entity)));
    match props.selection.entities.len() {
        0 => Html::default(),
        1 => entities.map(|(_, entity)| html! { <p><b dir="auto">{ &entity.name }</b>if let Some(about) = about(entity) { <span class="step-about">{ about }</span> }</p> }).collect(),
        _ => html! { <ul class="chips step-names" aria-label={words::IN_FOCUS}>{ for entities.map(|(id, entity)| chip(id, entity, &props.tell)) }</ul> },
    }
}

fn chip(id: EntityId, entity: &Entity, tell: &Callback<Action>) -> Html {
    let drop = tell.reform(move |_: MouseEvent| Action::EntityAdded(id));
    html! {
        <li><button type="button" class="chip step-chip" aria-label={words::drop_from_focus(&entity.name)} onclick={drop}>
            <span dir="auto">{ &entity.name }</span><span aria-hidden="true">{ " ×" }</span>
        </button></li>
    }
}

/// Why its forms were taken for one: `CSTO are the initials of …`.
fn about(entity: &Entity) -> Option<String> {
    let reasons: Vec<&str> = entity.merges.iter().map(|merge| merge.why.as_str()).collect();
    (!reasons.is_empty()).then(|| reasons.join("; "))
}
