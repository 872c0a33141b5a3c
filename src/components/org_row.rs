//! One organization: its names, how often and where in the story it stands.

use std::rc::Rc;

use dateline_engine::entities::OrganizationKind;
use yew::prelude::*;

use super::name;
use crate::state::Action;
use crate::view::rows::Row;
use crate::words;

/// See [`OrgRow`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// What to show.
    pub row: Rc<Row>,
    /// True if it is chosen.
    pub picked: bool,
    /// Where actions go.
    pub tell: Callback<Action>,
}

/// One organization as an item of the list.
#[component]
pub fn OrgRow(props: &Props) -> Html {
    let row = &props.row;
    let id = row.id;
    let pick = props.tell.reform(move |_: MouseEvent| Action::EntityPicked(id));
    html! {
        <li class="org">
            <button type="button" class="org-button" aria-pressed={if props.picked { "true" } else { "false" }} onclick={pick}>
                <span class="org-name">{ name::draw(&row.name) }</span>
                <span class="org-count"><span class="hidden">{ ", named " }</span>{ row.count }<span class="hidden">{ if row.count == 1 { " time" } else { " times" } }</span></span>
                if !row.aliases.is_empty() {
                    <span class="org-sub">{ "also " }{ for row.aliases.iter().enumerate().map(|(index, alias)| html! {
                        <>{ if index > 0 { ", " } else { "" } }{ name::draw(alias) }</>
                    }) }</span>
                }
                if let Some(about) = about(row) {
                    <span class="org-sub">{ about }</span>
                }
                { strip(&row.places) }
            </button>
        </li>
    }
}

/// `bank · part of the World Bank Group`.
fn about(row: &Row) -> Option<String> {
    let kind = row.kind.filter(|&kind| kind != OrganizationKind::Other).map(|kind| words::organization_kind(kind).to_string());
    let parent = row.parent.as_ref().map(|parent| format!("part of {parent}"));
    let roles = row.roles.iter().map(ToString::to_string);
    kind.into_iter().chain(parent).chain(roles).reduce(|before, next| format!("{before} · {next}"))
}

/// Where in the story it is named, from its beginning on the left to its end.
fn strip(places: &[u16]) -> Html {
    html! {
        <svg class="org-strip" viewBox="0 0 1000 3" preserveAspectRatio="none" aria-hidden="true">
            { for places.iter().map(|&at| html! { <rect x={at.min(980).to_string()} width="20" height="3" /> }) }
        </svg>
    }
}
