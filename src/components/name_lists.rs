//! People, places and other names: lists like that of the organizations, folded until they are wanted.

use std::rc::Rc;

use dateline_engine::mentions::{EntityId, NameType};
use yew::prelude::*;

use super::org_row::OrgRow;
use crate::state::{Action, Reading};
use crate::view::rows::others;

/// The lists, each with the kinds of names in it.
const LISTS: [(&str, &[NameType]); 3] = [
    ("People", &[NameType::Person]),
    ("Places", &[NameType::Place, NameType::Facility]),
    (
        "Other names",
        &[NameType::Group, NameType::Event, NameType::Document, NameType::Work, NameType::Product, NameType::Other, NameType::Money],
    ),
];

/// See [`NameLists`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The story shown.
    pub reading: Rc<Reading>,
    /// Which entity is chosen.
    pub picked: Option<EntityId>,
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
                    <ul class="orgs" aria-label={*title}>
                        { for rows.iter().map(|row| html! {
                            <OrgRow key={row.id.0} row={row.clone()} picked={props.picked == Some(row.id)} tell={props.tell.clone()} />
                        }) }
                    </ul>
                </details>
            }) }
        </>
    }
}
