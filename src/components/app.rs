//! The page: holds the state, hands slices of it to the panes.

use std::rc::Rc;

use yew::prelude::*;

use super::header::Header;
use super::help::Help;
use super::org_list::OrgList;
use super::overview::Overview;
use super::progress::Progress;
use super::story_pane::StoryPane;
use super::tabs::{Pane, Tabs};
use super::timeline::Timeline;
use crate::hooks::{
    use_address, use_analyzer, use_drafts, use_forget, use_keys, use_locale, use_page_paste, use_place, use_selection_in_view,
    use_shortcuts, use_takeover,
};
use crate::state::{Action, Phase, Reading, State};
use crate::view::told;
use crate::words::DateWords;
use crate::{platform, words};

/// See [`App`].
#[derive(Properties, PartialEq, Default)]
pub struct Props {
    /// The first sample, read when the page was built.
    pub sample: Option<Rc<Reading>>,
}

/// The whole page. Drawn natively when the page is built, and again in the browser.
#[component]
pub fn App(props: &Props) -> Html {
    let sample = props.sample.clone();
    let state = use_reducer(move || State::opening(sample));
    use_takeover(&state);
    use_drafts(&state);
    use_analyzer(&state);
    use_page_paste(&state);
    use_selection_in_view(&state);
    use_address(&state);
    let help = use_state(|| false);
    let show_help = {
        let help = help.clone();
        use_callback((), move |shown: bool, ()| help.set(shown))
    };
    let open_help = use_callback(show_help.clone(), |(), show| show.emit(true));
    let close_help = use_callback(show_help, |(), show| show.emit(false));
    let (keys, set_keys) = use_keys();
    use_shortcuts(&state, keys, &open_help);
    let forget = use_forget(&state);
    let title = told::title(&state);
    use_effect_with(title, |title| platform::set_title(title));
    let dates = use_locale();
    let (pane, show, jump) = use_place(Pane::Story);
    let tell = {
        let dispatcher = state.dispatcher();
        use_callback((), move |action: Action, ()| dispatcher.dispatch(action))
    };
    // On a phone only one pane is seen: a choice in a list leads back to the story.
    let choose = {
        let tell = tell.clone();
        use_callback(jump, move |action: Action, jump| {
            if matches!(action, Action::EntityPicked(_) | Action::TimePicked(_)) {
                jump.emit(Pane::Story);
            }
            tell.emit(action);
        })
    };
    html! {
        <ContextProvider<Rc<DateWords>> context={dates}>
        <div class="page" data-pane={pane.name()}>
            <a class="skip" href="#story">{ words::SKIP }</a>
            <Header story={state.story.clone()} published={published(&state)} tell={tell.clone()} help={open_help} />
            { overview(&state, &choose) }
            <Tabs {pane} counts={told::counts(state.reading.as_deref())} {show} />
            <main class="panes">
                { organizations(&state, &choose) }
                <StoryPane state={state.clone()} tell={tell.clone()} />
                { timeline(&state, &choose) }
            </main>
            if *help {
                <Help {keys} {set_keys} {forget} close={close_help} />
            }
            if state.phase == Phase::Analyzing {
                <Progress done={state.progress} tell={tell.clone()} />
            }
            <p class="status" role="status">{ told::status(&state) }</p>
        </div>
        </ContextProvider<Rc<DateWords>>>
    }
}

fn overview(state: &State, choose: &Callback<Action>) -> Html {
    match &state.reading {
        Some(reading) if !reading.analysis.timeline.is_empty() => {
            html! { <Overview reading={reading.clone()} selection={state.selection.clone()} tell={choose.clone()} /> }
        }
        _ => Html::default(),
    }
}

fn organizations(state: &State, choose: &Callback<Action>) -> Html {
    let picked = state.selection.entities.clone();
    html! {
        <OrgList reading={state.reading.clone()} filter={state.filter.clone()} {picked} tell={choose.clone()} />
    }
}

fn timeline(state: &State, choose: &Callback<Action>) -> Html {
    html! { <Timeline reading={state.reading.clone()} selection={state.selection.clone()} tell={choose.clone()} /> }
}

/// The publication date as it is known for the newest story that was read.
fn published(state: &State) -> Option<dateline_engine::dates::Published> {
    state.reading.as_ref().and_then(|reading| reading.analysis.published)
}
