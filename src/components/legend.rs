//! What the marks mean, and how many there are of each.

use std::rc::Rc;

use dateline_engine::mentions::NameType;
use yew::prelude::*;

use super::mark::kind_code;
use crate::state::Reading;
use crate::words;

/// The kinds in the legend, in order; those that a story lacks are left out.
const KINDS: [NameType; 10] = [
    NameType::Organization,
    NameType::Person,
    NameType::Place,
    NameType::Group,
    NameType::Facility,
    NameType::Product,
    NameType::Event,
    NameType::Document,
    NameType::Work,
    NameType::Other,
];

/// See [`Legend`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The story shown.
    pub reading: Rc<Reading>,
}

/// The kinds of marks with their numbers.
#[component]
pub fn Legend(props: &Props) -> Html {
    let kinds = KINDS.into_iter().map(|kind| (kind_code(kind), words::kind(kind), props.reading.count(kind)));
    let dates = ("DATE", words::DATE, props.reading.analysis.times.len());
    let entries = kinds.chain([dates]).filter(|&(_, _, count)| count > 0);
    html! {
        <ul class="legend" aria-label="Marks in the story">
            { for entries.map(|(code, names, count)| html! {
                <li><span class="mark" data-type={code}>{ if count == 1 { names.0 } else { names.1 } }</span>{ format!(" {count}") }</li>
            }) }
        </ul>
    }
}
