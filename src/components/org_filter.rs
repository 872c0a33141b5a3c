//! The search box and the order of the organizations.

use yew::prelude::*;

use crate::state::{Action, Filter, Sort};
use crate::words;

/// See [`OrgFilter`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// As it is.
    pub filter: Filter,
    /// How many organizations are shown, of how many.
    pub shown: (usize, usize),
    /// True if there are parts that can stand below what they belong to.
    pub has_parts: bool,
    /// Where actions go.
    pub tell: Callback<Action>,
}

/// Narrows and orders the organizations.
#[component]
pub fn OrgFilter(props: &Props) -> Html {
    let type_query = props.tell.reform(|event: InputEvent| {
        let field: web_sys::HtmlInputElement = event.target_unchecked_into();
        Action::QueryTyped(field.value())
    });
    let clear = {
        let tell = props.tell.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" {
                event.prevent_default();
                tell.emit(Action::QueryTyped(String::new()));
            }
        })
    };
    let choose = props.tell.reform(|event: Event| {
        let select: web_sys::HtmlSelectElement = event.target_unchecked_into();
        let chosen = select.selected_index().unsigned_abs() as usize;
        Action::SortChosen(Sort::ALL.get(chosen).copied().unwrap_or_default())
    });
    let group = props.tell.reform(|_: Event| Action::GroupingToggled);
    let (shown, all) = props.shown;
    let count = if props.filter.is_open() { String::new() } else { words::some_of(shown, all) };
    html! {
        <div class="filter">
            <input
                id="filter" class="field filter-field" type="search" aria-label={words::FILTER_ORGANIZATIONS} placeholder={words::FILTER} autocomplete="off"
                aria-describedby="filter-count" value={props.filter.query.clone()} oninput={type_query} onkeydown={clear}
            />
            <span id="filter-count" class="hidden" role="status">{ count }</span>
            <div class="filter-line">
                if props.has_parts {
                    <label class="filter-group"><input type="checkbox" checked={!props.filter.flat} onchange={group} />{ " " }{ words::GROUP_PARTS }</label>
                }
                <label class="filter-sort"><span class="hidden">{ words::ORDER }{ " " }</span>
                    <select class="filter-select" onchange={choose}>
                        { for Sort::ALL.iter().map(|&sort| html! { <option selected={sort == props.filter.sort}>{ words::sort(sort) }</option> }) }
                    </select>
                </label>
            </div>
        </div>
    }
}
