//! The bar on top: brand, publication date, theme, samples, new text.

use dateline_engine::dates::Published;
use yew::prelude::*;

use super::published::PublishedField;
use crate::hooks::{Theme, use_theme};
use crate::state::{Action, Origin, SAMPLES, Story};
use crate::{platform, words};

/// See [`Header`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The newest story.
    pub story: Story,
    /// When the story shown was published.
    pub published: Option<Published>,
    /// Where actions go.
    pub tell: Callback<Action>,
    /// Raised when the help is to be shown.
    pub help: Callback<()>,
}

/// The bar on top of the page.
#[component]
pub fn Header(props: &Props) -> Html {
    let (theme, set_theme) = use_theme();
    let open = props.tell.reform(|_: MouseEvent| Action::EditorOpened);
    let next = next_theme(theme);
    let change_theme = Callback::from(move |_: MouseEvent| set_theme.emit(next));
    html! {
        <header class="bar">
            <h1 class="bar-brand">{ words::BRAND }</h1>
            <PublishedField given={props.story.given} published={props.published} tell={props.tell.clone()} />
            <span class="bar-space"></span>
            <SamplePicker tell={props.tell.clone()} />
            <button type="button" class="button bar-theme" aria-label={theme_words(theme)} title={theme_words(theme)} onclick={change_theme}>
                <span aria-hidden="true">{ theme_sign(theme) }</span>
            </button>
            <button type="button" class="button bar-theme" aria-label={words::HELP} title={words::HELP} onclick={props.help.reform(|_: MouseEvent| ())}>
                <span aria-hidden="true">{ "?" }</span>
            </button>
            <button type="button" class="button button-primary" onclick={open}>{ words::NEW_TEXT }</button>
            if props.story.origin == Origin::Sample {
                <p class="bar-claim"><b>{ words::INVITATION }</b>{ " " }{ words::CLAIM }</p>
            }
        </header>
    }
}

/// See [`SamplePicker`].
#[derive(Properties, PartialEq)]
struct SampleProps {
    tell: Callback<Action>,
}

/// Chooses one of the stories that ship with the page.
#[component]
fn SamplePicker(props: &SampleProps) -> Html {
    let choose = {
        let tell = props.tell.clone();
        Callback::from(move |event: Event| {
            let select: web_sys::HtmlSelectElement = event.target_unchecked_into();
            if let Ok(index) = select.value().parse() {
                platform::mark_input();
                tell.emit(Action::SampleChosen(index));
            }
            select.set_value("");
        })
    };
    html! {
        <select class="button" aria-label={words::SAMPLES} onchange={choose}>
            <option value="" selected=true>{ words::SAMPLES }</option>
            { for SAMPLES.iter().enumerate().map(|(index, sample)| html! { <option value={index.to_string()}>{ sample.name }</option> }) }
        </select>
    }
}

fn next_theme(theme: Theme) -> Theme {
    match theme {
        Theme::System => Theme::Light,
        Theme::Light => Theme::Dark,
        Theme::Dark => Theme::System,
    }
}

fn theme_sign(theme: Theme) -> &'static str {
    match theme {
        Theme::System => "◐",
        Theme::Light => "○",
        Theme::Dark => "●",
    }
}

fn theme_words(theme: Theme) -> &'static str {
    match theme {
        Theme::System => words::THEME_SYSTEM,
        Theme::Light => words::THEME_LIGHT,
        Theme::Dark => words::THEME_DARK,
    }
}
