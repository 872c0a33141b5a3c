//! The page: holds the state, hands slices of it to the panes.

use std::rc::Rc;

use dateline_engine::dates::TimexType;
use dateline_engine::mentions::NameType;
use yew::prelude::*;

use super::editor::Editor;
use super::header::Header;
use super::help::Help;
use super::legend::Legend;
use super::notice::{FailureNotice, NoticeBar, StoppedNotice};
use super::org_list::OrgList;
use super::overview::Overview;
use super::progress::Progress;
use super::step_bar::StepBar;
use super::story_note::StoryNote;
use super::story_text::StoryText;
use super::tabs::{Pane, Tabs};
use super::timeline::Timeline;
use super::unread::Unread;
use crate::hooks::{
    use_address, use_analyzer, use_drafts, use_forget, use_keys, use_locale, use_page_paste, use_place, use_selection_in_view,
    use_shortcuts, use_takeover,
};
use crate::state::{Action, Condition, Notice, Phase, Reading, State};
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
    let (keys, set_keys) = use_keys();
    use_shortcuts(&state, keys, &show_help.reform(|()| true));
    let forget = use_forget(&state);
    let title = title(&state);
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
            <a class="skip" href="#story">{ "Skip to the story" }</a>
            <Header story={state.story.clone()} published={published(&state)} tell={tell.clone()} help={show_help.reform(|()| true)} />
            { overview(&state, &choose) }
            <Tabs {pane} counts={counts(state.reading.as_deref())} {show} />
            <main class="panes">
                { organizations(&state, &choose) }
                <section class="pane pane-story" id="story" tabindex="-1" aria-label="Story">
                    { story(&state, &tell) }
                </section>
                { timeline(&state, &choose) }
            </main>
            if *help {
                <Help {keys} {set_keys} {forget} close={show_help.reform(|()| false)} />
            }
            if state.phase == Phase::Analyzing {
                <Progress done={state.progress} tell={tell.clone()} />
            }
            <p class="status" role="status">{ status(&state) }</p>
        </div>
        </ContextProvider<Rc<DateWords>>>
    }
}

fn story(state: &State, tell: &Callback<Action>) -> Html {
    html! {
        <>
            if state.editor != crate::state::Editor::Closed {
                <Editor text={AttrValue::from(state.story.text.clone())} tell={tell.clone()} />
            }
            // Until a new story is read, the one before is seen: it is not replaced yet.
            if let Some(notice) = state.notice.filter(|&notice| notice != Notice::Replaced || state.phase == Phase::Ready) {
                <NoticeBar {notice} tell={tell.clone()} />
            }
            if let Phase::Failed(failure) = state.phase {
                <FailureNotice {failure} tell={tell.clone()} />
            }
            if state.phase == Phase::Stopped {
                <StoppedNotice sees_older={state.reading.is_some()} can_undo={state.previous.is_some()} tell={tell.clone()} />
            }
            if let Some(reading) = &state.reading {
                if let Some(condition) = Condition::of(reading).filter(|_| state.editor == crate::state::Editor::Closed) {
                    <StoryNote {condition} tell={tell.clone()} />
                }
                <Legend reading={reading.clone()} hidden={state.hidden.clone()} tell={tell.clone()} />
                <StoryText reading={reading.clone()} hidden={state.hidden.clone()} selection={state.selection.clone()} tell={tell.clone()} />
                // Below the story, so that the text does not move when something is chosen.
                <StepBar reading={reading.clone()} selection={state.selection.clone()} tell={tell.clone()} />
            } else {
                <Unread text={state.story.text.clone()} waits={matches!(state.phase, Phase::Opening | Phase::Analyzing)} />
            }
        </>
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

/// Organizations and entries of the timeline.
fn counts(reading: Option<&Reading>) -> [usize; 2] {
    reading.map_or([0, 0], |reading| [reading.count(NameType::Organization), reading.analysis.timeline.len()])
}

/// What a screen reader is told when something has been read.
fn status(state: &State) -> String {
    match (&state.phase, &state.reading) {
        // Most stories are read sooner than this could be spoken.
        (Phase::Opening | Phase::Analyzing, _) if state.progress == 0 => String::new(),
        (Phase::Opening | Phase::Analyzing, _) => words::READING.into(),
        (Phase::Stopped, reading) => words::stopped(reading.is_some()).into(),
        (Phase::Failed(failure), _) => words::failure(*failure).into(),
        (Phase::Ready, None) => String::new(),
        (Phase::Ready, Some(reading)) => {
            let dates = reading.analysis.times.iter().filter(|time| matches!(time.kind, TimexType::Date | TimexType::Time)).count();
            let organizations = words::count(reading.count(NameType::Organization), words::kind(NameType::Organization));
            format!("{organizations}, {}", words::count(dates, words::DATE))
        }
    }
}

/// The title of the tab: the story's headline, or its first words.
fn title(state: &State) -> String {
    let Some(reading) = &state.reading else { return "Dateline".into() };
    reading.title().map_or("Dateline".into(), |title| format!("{title} – Dateline"))
}
