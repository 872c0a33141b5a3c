//! People, places and other names: lists like that of the organizations, folded until they are wanted.

use std::rc::Rc;

use dateline_engine::mentions::{EntityId, NameType};
use yew::prelude::*;

use super::name_list::NameList;
use crate::state::{Action, Reading};
use crate::view::rows::others;
use crate::words;

/// The lists, each with the kinds of names in it.
const LISTS: [(&str, &[NameType]); 3] = [
    (words::PEOPLE, &[NameType::Person]),
    (words::PLACES, &[NameType::Place, NameType::Facility]),
    (
        words::OTHER_NAMES,
        &[NameType::Group, NameType::Event, NameType::Document, NameType::Work, NameType::Product, NameType::Other, NameType::Money],
    ),
];

/// See [`NameLists`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The story shown.
    pub reading: Rc<Reading>,
    /// Which names are in focus.
    pub picked: Vec<EntityId>,
    /// Where actions go.
    pub tell: Callback<Action>,
}

/// The lists below the organizations.
#[component]
pub fn NameLists(props: &Props) -> Html {
    let lists = use_memo(props.reading.clone(), |reading| LISTS.map(|(title, kinds)| (title, others(reading, kinds))));
    html! {
        <>
            { for lists.iter().filter(|(_, rows)| !rows.is_empty()).map(|(title, rows)| html! {
                <details class="names">
                    <summary class="names-title"><h2 class="pane-title">{ *title }{ " " }<span>{ rows.len() }</span></h2></summary>
                    <NameList label={*title} rows={rows.clone()} picked={props.picked.clone()} tell={props.tell.clone()} />
                </details>
            }) }
        </>
    }
}
