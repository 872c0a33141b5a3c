//! The organizations of the story.

use std::rc::Rc;

use dateline_engine::mentions::EntityId;
use yew::prelude::*;

use super::kind_chips::KindChips;
use super::name_lists::NameLists;
use super::org_filter::OrgFilter;
use super::org_row::OrgRow;
use crate::state::{Action, Filter, Reading};
use crate::view::rows::rows;

/// See [`OrgList`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The story shown.
    pub reading: Option<Rc<Reading>>,
    /// Which organizations, in which order.
    pub filter: Filter,
    /// Which one is chosen.
    pub picked: Option<EntityId>,
    /// Where actions go.
    pub tell: Callback<Action>,
}

/// The list of organizations with its filter.
#[component]
pub fn OrgList(props: &Props) -> Html {
    let found = use_memo((props.reading.clone(), props.filter.clone()), |(reading, filter)| {
        reading.as_ref().map(|reading| rows(reading, filter)).unwrap_or_default()
    });
    html! {
        <aside class="pane pane-orgs" aria-labelledby="orgs-title">
            <h2 id="orgs-title" class="pane-title">{ "Organizations " }<span>{ found.total }</span></h2>
            if found.total > 0 {
                <OrgFilter filter={props.filter.clone()} shown={(found.rows.len(), found.total)} tell={props.tell.clone()} />
                <KindChips kinds={found.kinds.clone()} filter={props.filter.clone()} tell={props.tell.clone()} />
            }
            <ul class="orgs" aria-label="Organizations">
                { for found.rows.iter().map(|row| html! {
                    <OrgRow key={row.id.0} row={row.clone()} picked={props.picked == Some(row.id)} tell={props.tell.clone()} />
                }) }
            </ul>
            if found.rows.is_empty() && props.reading.is_some() {
                <p class="nothing">{ if found.total == 0 { "No organization was found in this text." } else { "No organization has this in its names." } }</p>
            }
            if let Some(reading) = &props.reading {
                <NameLists reading={reading.clone()} picked={props.picked} tell={props.tell.clone()} />
            }
        </aside>
    }
}
