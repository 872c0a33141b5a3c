//! On a narrow screen: which of the three panes is seen.

use yew::prelude::*;

use crate::words;

/// The three panes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pane {
    /// The article.
    Story,
    /// The list of organizations.
    Organizations,
    /// The timeline.
    Timeline,
}

impl Pane {
    /// As the style sheet knows it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Story => "story",
            Self::Organizations => "orgs",
            Self::Timeline => "timeline",
        }
    }
}

/// See [`Tabs`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The pane seen.
    pub pane: Pane,
    /// Organizations and entries of the timeline.
    pub counts: [usize; 2],
    /// Raised with the pane to be seen.
    pub show: Callback<Pane>,
}

/// A switch between the panes; the style sheet hides it on a wide screen.
#[component]
pub fn Tabs(props: &Props) -> Html {
    let [organizations, entries] = props.counts;
    let tab = |pane: Pane, label: &'static str, count: Option<usize>| {
        let show = props.show.reform(move |_: MouseEvent| pane);
        html! {
            <button type="button" class="tab" aria-pressed={if props.pane == pane { "true" } else { "false" }} onclick={show}>
                { label }if let Some(count) = count { <b>{ format!(" {count}") }</b> }
            </button>
        }
    };
    html! {
        <nav class="tabs" aria-label={words::PANES}>
            { tab(Pane::Story, words::STORY, None) }
            { tab(Pane::Organizations, words::ORGANIZATIONS, Some(organizations)) }
            { tab(Pane::Timeline, words::TIMELINE, Some(entries)) }
        </nav>
    }
}
