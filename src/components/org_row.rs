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
    /// True if it is in focus.
    pub picked: bool,
    /// Where actions go.
    pub tell: Callback<Action>,
}

/// One organization as an item of the list. Shift or Ctrl adds it to what is in focus.
#[component]
pub fn OrgRow(props: &Props) -> Html {
    let row = &props.row;
    let id = row.id;
    let pick = props.tell.reform(move |event: MouseEvent| {
        if event.shift_key() || event.ctrl_key() || event.meta_key() { Action::EntityAdded(id) } else { Action::EntityPicked(id) }
    });
    html! {
        <li class="org" data-depth={row.depth.min(3).to_string()} aria-level={(row.depth + 1).to_string()}>
            <button type="button" class="org-button" tabindex="-1" aria-pressed={if props.picked { "true" } else { "false" }} onclick={pick}>
                <span class="org-name" dir="auto">{ name::draw(&row.name) }</span>
                <span class="org-count"><span class="hidden">{ words::NAMED }</span>{ row.count }<span class="hidden">{ words::times(row.count) }</span></span>
                if !row.aliases.is_empty() {
                    <span class="org-sub">{ words::ALSO }{ " " }{ for row.aliases.iter().enumerate().map(|(index, alias)| html! {
                        <>{ if index > 0 { ", " } else { "" } }{ name::draw(alias) }</>
                    }) }</span>
                }
                if let Some(about) = about(row) {
                    <span class="org-sub">{ about }</span>
                }
                { strip(&row.places) }
            </button>
            { fold(row, &props.tell) }
            { add(row, props.picked, &props.tell) }
        </li>
    }
}

/// Shows the parts below, or folds them away.
fn fold(row: &Row, tell: &Callback<Action>) -> Html {
    if row.parts == 0 {
        return Html::default();
    }
    let id = row.id;
    let toggle = tell.reform(move |_: MouseEvent| Action::FoldToggled(id));
    let label = words::parts_of(row.parts, &row.name.text);
    html! {
        <button type="button" class="org-fold" tabindex="-1" aria-expanded={if row.folded { "false" } else { "true" }} aria-label={label} onclick={toggle}></button>
    }
}

/// Takes it into the focus beside others, or out of it. Always there, so that a choice draws no row anew; the style sheet shows it
/// while there is a focus that it can be added to.
fn add(row: &Row, picked: bool, tell: &Callback<Action>) -> Html {
    let id = row.id;
    let toggle = tell.reform(move |_: MouseEvent| Action::EntityAdded(id));
    let label = if picked { words::drop_from_focus(&row.name.text) } else { words::add_to_focus(&row.name.text) };
    html! {
        <button type="button" class="org-add" tabindex="-1" aria-label={label.clone()} title={label} onclick={toggle}>
            <span aria-hidden="true">{ if picked { "−" } else { "+" } }</span>
        </button>
    }
}

/// `bank · part of the World Bank Group`.
fn about(row: &Row) -> Option<String> {
    let kind = row.kind.filter(|&kind| kind != OrganizationKind::Other).map(|kind| words::organization_kind(kind).to_string());
    let parent = row.parent.as_ref().map(|parent| words::part_of(parent));
    let roles = row.roles.iter().map(ToString::to_string);
    kind.into_iter().chain(parent).chain(roles).reduce(|before, next| format!("{before} · {next}"))
}

/// Where in the story it is named, from its beginning on the left to its end.
fn strip(places: &[u16]) -> Html {
    html! {
        <svg class="org-strip" viewBox="0 0 1000 3" preserveAspectRatio="none" aria-hidden="true">
            <path d={places.iter().fold(String::new(), |path, &at| path + &format!("M{} 0h20v3h-20z", at.min(980)))} />
        </svg>
    }
}
