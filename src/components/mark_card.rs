//! The card of a mark: what it is, and why it was read so.

use std::rc::Rc;

use yew::prelude::*;

use super::mark;
use crate::hooks::{Opened, use_card, use_dates};
use crate::platform;
use crate::state::{Action, At, Reading};
use crate::view::card::{Card, card};
use crate::words;

/// See [`MarkCard`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The story shown.
    pub reading: Rc<Reading>,
    /// What holds the article and this card.
    pub area: NodeRef,
    /// Where actions go.
    pub tell: Callback<Action>,
}

/// The card, while there is one.
#[component]
pub fn MarkCard(props: &Props) -> Html {
    let dates = use_dates();
    let (opened, close) = use_card(&props.area, props.reading.request);
    let node = use_node_ref();
    let said = use_memo((props.reading.clone(), opened.clone(), dates), |(reading, opened, dates)| {
        opened.as_ref().and_then(|opened| card(reading, mark::place(&opened.mark)?, dates))
    });
    {
        let node = node.clone();
        use_effect_with(opened.clone(), move |opened: &Option<Opened>| {
            let described = opened.as_ref().map(|opened| opened.mark.clone());
            if let (Some(opened), Some(card)) = (opened, node.cast::<web_sys::Element>()) {
                platform::place_card(&card, &opened.mark, opened.y);
                platform::describe(&opened.mark, Some("card"));
            }
            move || {
                if let Some(id) = described {
                    platform::describe(&id, None);
                }
            }
        });
    }
    let (Some(card), Some(opened)) = (&*said, opened) else { return Html::default() };
    let here = mark::place(&opened.mark);
    let close = close.reform(|_: MouseEvent| ());
    html! {
        <div ref={node} id="card" class="card" role="group" aria-label={words::about_this(&card.kind)} data-place={opened.mark.clone()}>
            <p class="card-kind">{ card.kind.clone() }</p>
            <p class="card-title" dir="auto">{ card.title.clone() }</p>
            { facts(card) }
            { around(card, &props.tell) }
            { focus(card, here, &props.tell) }
            <button type="button" class="card-close" aria-label={words::CLOSE} onclick={close}><span aria-hidden="true">{ "×" }</span></button>
        </div>
    }
}

fn facts(card: &Card) -> Html {
    html! {
        <dl class="card-facts">
            { for card.facts.iter().map(|(what, fact)| html! { <><dt>{ *what }</dt><dd dir="auto">{ fact.clone() }</dd></> }) }
            if !card.why.is_empty() {
                <dt>{ words::WHY }</dt>
                <dd>{ for card.why.iter().enumerate().map(|(index, why)| html! { <>{ if index > 0 { "; " } else { "" } }{ why.clone() }</> }) }</dd>
            }
        </dl>
    }
}

/// The longer names around this one, each to be chosen.
fn around(card: &Card, tell: &Callback<Action>) -> Html {
    card.around
        .iter()
        .map(|(at, name)| {
            let pick = tell.reform({
                let at = *at;
                move |_: MouseEvent| action(at)
            });
            html! { <p class="card-around">{ words::INSIDE }{ " " }<button type="button" class="link" onclick={pick}>{ name.clone() }</button></p> }
        })
        .collect()
}

fn focus(card: &Card, here: Option<At>, tell: &Callback<Action>) -> Html {
    let (Some((_, count)), Some(here)) = (card.entity, here) else { return Html::default() };
    let pick = tell.reform(move |_: MouseEvent| action(here));
    html! { <button type="button" class="button card-focus" onclick={pick}>{ words::all_mentions(count) }</button> }
}

fn action(at: At) -> Action {
    match at {
        At::Mention(index) => Action::MentionPicked(index),
        At::Time(index) => Action::TimePicked(index),
    }
}
