//! The middle of the page: the story, and above it what the reader should know or can write.

use yew::prelude::*;

use super::editor::Editor;
use super::legend::Legend;
use super::notice::{FailureNotice, NoticeBar, StoppedNotice};
use super::step_bar::StepBar;
use super::story_note::StoryNote;
use super::story_text::StoryText;
use super::unread::Unread;
use crate::state::{Action, Condition, Editor as EditorState, Notice, Phase, State};
use crate::words;

/// See [`StoryPane`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The page's state, of which this pane shows most.
    pub state: UseReducerHandle<State>,
    /// Where actions go.
    pub tell: Callback<Action>,
}

/// The pane of the story.
#[component]
pub fn StoryPane(props: &Props) -> Html {
    let Props { state, tell } = props;
    html! {
        <section class="pane pane-story" id="story" tabindex="-1" aria-label={words::STORY}>
            if state.editor != EditorState::Closed {
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
                if let Some(condition) = Condition::of(reading).filter(|_| state.editor == EditorState::Closed) {
                    <StoryNote {condition} tell={tell.clone()} />
                }
                <Legend reading={reading.clone()} hidden={state.hidden.clone()} tell={tell.clone()} />
                <StoryText reading={reading.clone()} hidden={state.hidden.clone()} selection={state.selection.clone()} tell={tell.clone()} />
                // Below the story, so that the text does not move when something is chosen.
                <StepBar reading={reading.clone()} selection={state.selection.clone()} tell={tell.clone()} />
            } else {
                <Unread text={state.story.text.clone()} waits={matches!(state.phase, Phase::Opening | Phase::Analyzing)} />
            }
        </section>
    }
}
