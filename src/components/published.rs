//! The publication date: how it is known, and the field that changes it.

use dateline_engine::dates::{Date, Published};
use yew::prelude::*;

use crate::state::Action;
use crate::{platform, words};

/// See [`PublishedField`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// As the reader gave it.
    pub given: Option<Date>,
    /// As the story shown has it.
    pub published: Option<Published>,
    /// Where actions go.
    pub tell: Callback<Action>,
}

/// Shows and changes the publication date.
#[component]
pub fn PublishedField(props: &Props) -> Html {
    let change = {
        let tell = props.tell.clone();
        Callback::from(move |event: Event| {
            let field: web_sys::HtmlInputElement = event.target_unchecked_into();
            // While a date is typed part by part, the field has no value yet; that does not take the date back.
            if !field.validity().bad_input() {
                platform::mark_input();
                tell.emit(Action::DateGiven(field.value().parse().ok()));
            }
        })
    };
    let take_back = props.tell.reform(|_: MouseEvent| Action::DateGiven(None));
    let date = props.given.or(props.published.map(|published| published.date));
    let how = props.published.map_or(words::NOT_FOUND, |published| words::how(published.how));
    html! {
        <div class="published">
            <label for="published">{ words::PUBLISHED_ON }</label>
            <input
                id="published" class="field" type="date" aria-label={words::PUBLICATION_DATE} aria-describedby="published-how" min="0001-01-01"
                max="9999-12-31" value={date.map(|date| date.to_string()).unwrap_or_default()} onchange={change}
            />
            <span id="published-how" class="published-how">{ how }</span>
            if props.given.is_some() {
                <button type="button" class="link" onclick={take_back}>{ words::UNDO }</button>
            }
        </div>
    }
}
