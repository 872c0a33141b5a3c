//! A list of names with one tab stop: up and down go from row to row, left and right through what stands in one.

use std::rc::Rc;

use dateline_engine::mentions::EntityId;
use yew::prelude::*;

use super::org_row::OrgRow;
use crate::hooks::{Keys, use_roving};
use crate::state::Action;
use crate::view::rows::Row;

/// What can be reached in a row: not the button that adds to the focus, where the style sheet hides it.
const INNER: &str =
    ".org-button, .org-fold, .orgs[data-focus='several'] .org-add, .orgs[data-focus='one'] .org-button[aria-pressed='false'] ~ .org-add";

/// See [`NameList`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// What the list is called.
    pub label: &'static str,
    /// What stands in it.
    pub rows: Vec<Rc<Row>>,
    /// What is in focus.
    pub picked: Vec<EntityId>,
    /// Where actions go.
    pub tell: Callback<Action>,
}

/// The rows of names of one sort.
#[component]
pub fn NameList(props: &Props) -> Html {
    let node = use_node_ref();
    use_roving(&node, ".org-button", Keys::Rows { row: ".org", inner: INNER });
    let focus = match props.picked.len() {
        0 => None,
        1 => Some("one"),
        _ => Some("several"),
    };
    html! {
        <ul ref={node} class="orgs" aria-label={props.label} data-focus={focus}>
            { for props.rows.iter().map(|row| {
                let picked = props.picked.contains(&row.id);
                html! { <OrgRow key={row.id.0} row={row.clone()} {picked} tell={props.tell.clone()} /> }
            }) }
        </ul>
    }
}
