//! The organizations of the story.

use std::rc::Rc;

use dateline_engine::mentions::EntityId;
use yew::prelude::*;

use super::kind_chips::KindChips;
use super::name_list::NameList;
use super::name_lists::NameLists;
use super::org_filter::OrgFilter;
use crate::state::{Action, Filter, Reading};
use crate::view::rows::rows;
use crate::words;

/// See [`OrgList`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The story shown.
    pub reading: Option<Rc<Reading>>,
    /// Which organizations, in which order.
    pub filter: Filter,
    /// Which names are in focus.
    pub picked: Vec<EntityId>,
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
        <aside class="pane pane-orgs" id="orgs" aria-labelledby="orgs-title">
            <h2 id="orgs-title" class="pane-title">{ words::ORGANIZATIONS }{ " " }<span>{ if props.filter.is_open() { found.total.to_string() } else { words::some_of(found.found, found.total) } }</span></h2>
            if found.total > 0 {
                <OrgFilter filter={props.filter.clone()} shown={(found.found, found.total)} has_parts={found.has_parts} tell={props.tell.clone()} />
                <KindChips kinds={found.kinds.clone()} filter={props.filter.clone()} tell={props.tell.clone()} />
            }
            <NameList label={words::ORGANIZATIONS} rows={found.rows.clone()} picked={props.picked.clone()} tell={props.tell.clone()} />
            if found.rows.is_empty() && props.reading.is_some() {
                { nothing(found.total, &props.filter, &props.tell) }
            }
            if let Some(reading) = &props.reading {
                <NameLists reading={reading.clone()} picked={props.picked.clone()} tell={props.tell.clone()} />
            }
        </aside>
    }
}

/// Why the list is empty, and what to do.
fn nothing(total: usize, filter: &Filter, tell: &Callback<Action>) -> Html {
    if total == 0 {
        return html! { <p class="nothing">{ words::NO_ORGANIZATION }</p> };
    }
    let clear = tell.reform(|_: MouseEvent| Action::FilterCleared);
    html! {
        <div class="nothing">
            <p>{ if filter.query.trim().is_empty() { words::NO_SUCH_KIND } else { words::NO_SUCH_NAME } }</p>
            <button type="button" class="button" onclick={clear}>{ words::LIST_ALL }</button>
        </div>
    }
}
