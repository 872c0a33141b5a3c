//! What is chosen, and the way to its next mention.

use std::rc::Rc;

use dateline_engine::dates::TimeExpression;
use dateline_engine::entities::Entity;
use yew::prelude::*;

use crate::state::{Action, Direction, Reading, Selection};

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

/// The name of what is chosen, `2 of 5`, previous, next, clear.
#[component]
pub fn StepBar(props: &Props) -> Html {
    let analysis = &props.reading.analysis;
    let clear = props.tell.reform(|_: MouseEvent| Action::Deselected);
    let step = |direction| props.tell.reform(move |_: MouseEvent| Action::Stepped(direction));
    let (name, about, place) = match props.selection {
        Selection::Entity { id, step } => {
            let Some(entity) = analysis.entities.get(id.0 as usize) else { return Html::default() };
            (entity.name.clone(), about(entity), Some((step + 1, entity.mentions.len())))
        }
        Selection::Time(index) => {
            let Some(time) = analysis.times.get(index as usize) else { return Html::default() };
            (time.span.of(&props.reading.text).to_string(), Some(time_about(time)), None)
        }
    };
    html! {
        <div class="step" role="group" aria-label="Chosen">
            <p class="step-name"><b>{ name }</b>if let Some(about) = about { <span class="step-about">{ about }</span> }</p>
            if let Some((at, of)) = place {
                <span class="step-count" aria-live="polite">{ format!("{at} of {of}") }</span>
                <button type="button" class="step-button" aria-label="Previous mention" onclick={step(Direction::Previous)}>{ "↑" }</button>
                <button type="button" class="step-button" aria-label="Next mention" onclick={step(Direction::Next)}>{ "↓" }</button>
            }
            <button type="button" class="step-button" onclick={clear}>{ "Clear" }</button>
        </div>
    }
}

/// Why its forms were taken for one: `CSTO are the initials of …`.
fn about(entity: &Entity) -> Option<String> {
    let reasons: Vec<&str> = entity.merges.iter().map(|merge| merge.why.as_str()).collect();
    (!reasons.is_empty()).then(|| reasons.join("; "))
}

/// How a time was read, and how else it could be.
fn time_about(time: &TimeExpression) -> String {
    let others = time.alternatives.iter().map(|other| format!("; or {}: {}", other.value, other.why));
    format!("{} – {}{}", time.value, time.why, others.collect::<String>())
}
