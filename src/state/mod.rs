//! The page's state and the one reducer that changes it. Pure: no storage, no worker, no DOM.

pub mod address;
mod condition;
mod filter;
mod reading;
mod selection;
mod story;

use std::collections::BTreeSet;
use std::rc::Rc;

use dateline_engine::dates::Date;
use dateline_engine::entities::OrganizationKind;
use dateline_engine::mentions::EntityId;
use yew::Reducible;

pub use condition::Condition;
pub use filter::{Filter, Sort};
pub use reading::{Mark, MarkKind, Reading};
pub use selection::{At, Days, Direction, Selection};
pub use story::{Origin, SAMPLES, Sample, Story};

pub use crate::protocol::RequestId;

/// Where the page stands with the newest story.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// The page has just been opened and looks for a kept story.
    Opening,
    /// The worker is reading the newest story; what is shown may be older.
    Analyzing,
    /// What is shown is the newest story.
    Ready,
    /// The reader had the reading of the newest story stopped.
    Stopped,
    /// The newest story could not be read.
    Failed(Failure),
}

/// The textbox over the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Editor {
    /// It is not shown.
    Closed,
    /// It is empty, for a new story; nothing has been typed yet.
    Blank,
    /// It holds the newest story.
    Filled,
}

/// Why a story could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failure {
    /// The worker did not start or broke off.
    Worker,
    /// The model that finds names did not load.
    Model,
    /// Page and worker are of different versions.
    Version,
    /// The text is longer than the engine reads.
    TooLarge,
}

/// A word to the reader that goes away when the next story comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notice {
    /// A story was replaced and can be brought back.
    Replaced,
    /// The clipboard held broken characters, now shown as U+FFFD: so many.
    Mended(usize),
    /// The clipboard held no text.
    NothingToPaste,
    /// What the browser kept is forgotten.
    Forgotten,
    /// The browser keeps nothing, so the story will be lost with the tab.
    NotKept,
}

/// Everything that the page shows follows from this.
#[derive(Clone, Debug, PartialEq)]
pub struct State {
    /// The newest story.
    pub story: Story,
    /// The story before it, which can be brought back.
    pub previous: Option<Story>,
    /// The number of the newest request.
    pub request: RequestId,
    /// Where the newest story stands.
    pub phase: Phase,
    /// How much of it has been read, in parts in a thousand, as far as the worker has told.
    pub progress: u16,
    /// The newest story that has been read, shown until a newer one is.
    pub reading: Option<Rc<Reading>>,
    /// The textbox that the reader writes or pastes into.
    pub editor: Editor,
    /// Which organizations are listed.
    pub filter: Filter,
    /// Kinds whose marks are not drawn.
    pub hidden: BTreeSet<MarkKind>,
    /// What the reader looks at.
    pub selection: Selection,
    /// A word to the reader.
    pub notice: Option<Notice>,
}

/// What has happened, in the reader's words.
#[derive(Clone, Debug)]
pub enum Action {
    /// A story kept from the last visit was found, or none was.
    Opened(Option<Story>),
    /// A text was pasted on the page; so many broken characters in it were mended.
    Pasted(Rc<str>, usize),
    /// There was something to paste, but no text.
    PastedNothing,
    /// The text in the textbox is now this.
    Typed(Rc<str>),
    /// A sample was asked for.
    SampleChosen(usize),
    /// The story before this one was asked back.
    Undone,
    /// The textbox was opened for a new text.
    EditorOpened,
    /// The story shown was put into the textbox, to be changed.
    EditorFilled,
    /// The textbox was closed.
    EditorClosed,
    /// The reader set the publication date, or took it back.
    DateGiven(Option<Date>),
    /// The worker has read a story.
    Read(Rc<Reading>),
    /// The worker has read so much of this request's story, in parts in a thousand.
    Progressed(RequestId, u16),
    /// The reading of the newest story is to stop.
    Stopped,
    /// The newest story is to be read after all.
    ReadAgain,
    /// The worker could not read the newest story.
    ReadingFailed(Failure),
    /// The browser would not keep the story.
    KeepingFailed,
    /// What the browser kept was forgotten.
    Forgotten,
    /// One entity was chosen; again, and it is no longer.
    EntityPicked(EntityId),
    /// An entity was chosen beside those that are; again, and it is no longer.
    EntityAdded(EntityId),
    /// A mention was chosen in the article, by index.
    MentionPicked(u32),
    /// The next or previous place was asked for.
    Stepped(Direction),
    /// Only times in these days are to be listed, or all again.
    DaysChosen(Option<Days>),
    /// A time expression was chosen, by index; again, and it is no longer.
    TimePicked(u32),
    /// Nothing is chosen any more.
    Deselected,
    /// The organizations are to be filtered by this.
    QueryTyped(String),
    /// A kind of organization was chosen for the list, or no longer.
    KindToggled(OrganizationKind),
    /// All kinds are to be listed again.
    KindsCleared,
    /// All organizations are to be listed again.
    FilterCleared,
    /// The marks of a kind are to be drawn, or no longer.
    MarksToggled(MarkKind),
    /// The address of the page is now this, behind the `#`.
    AddressChanged(String),
    /// The parts of an organization are to be shown below it, or no longer.
    FoldToggled(EntityId),
    /// Parts are to stand below what they belong to, or all in one row.
    GroupingToggled,
    /// The organizations are to stand in this order.
    SortChosen(Sort),
    /// The notice has been read.
    NoticeDismissed,
}

impl Default for State {
    fn default() -> Self {
        Self {
            story: Story::sample(0),
            previous: None,
            request: RequestId::default(),
            phase: Phase::Opening,
            progress: 0,
            reading: None,
            editor: Editor::Closed,
            filter: Filter::default(),
            hidden: BTreeSet::new(),
            selection: Selection::default(),
            notice: None,
        }
    }
}

impl State {
    /// The state of a page that opens with the first sample, read already when the page was built.
    pub fn opening(sample: Option<Rc<Reading>>) -> Self {
        Self { reading: sample, ..Self::default() }
    }

    /// The state after `action`.
    #[must_use]
    pub fn after(mut self, action: Action) -> Self {
        match action {
            // A story that was pasted while the browser looked for a kept one is newer.
            Action::Opened(_) if self.phase != Phase::Opening => {}
            Action::Opened(None) if self.reading.as_ref().is_some_and(|reading| reading.text == self.story.text) => {
                self.phase = Phase::Ready;
            }
            Action::Opened(story) => {
                self.tell(story.unwrap_or_else(|| Story::sample(0)));
                self.reading.take_if(|reading| reading.text != self.story.text);
            }
            Action::Pasted(text, mended) => {
                self.replace(Story { text, given: None, origin: Origin::Pasted });
                if mended > 0 {
                    self.notice = Some(Notice::Mended(mended));
                }
            }
            Action::PastedNothing => self.notice = Some(Notice::NothingToPaste),
            Action::Typed(text) => self.type_text(text),
            Action::SampleChosen(index) => self.replace(Story::sample(index)),
            Action::Undone => {
                if let Some(previous) = self.previous.take() {
                    self.replace(previous);
                    self.notice = None;
                }
            }
            Action::EditorOpened => {
                self.editor = Editor::Blank;
                self.previous = Some(self.story.clone()).filter(|story| !story.text.trim().is_empty());
            }
            Action::EditorFilled => self.editor = Editor::Filled,
            Action::EditorClosed => self.close_editor(),
            Action::DateGiven(given) => {
                if self.story.given != given {
                    let story = Story { given, ..self.story.clone() };
                    self.tell(story);
                }
            }
            Action::Read(reading) => self.show(reading),
            Action::Progressed(request, done) if request == self.request => self.progress = done,
            Action::Progressed(..) => {}
            Action::Stopped => self.stop(),
            Action::ReadAgain => self.tell(self.story.clone()),
            Action::ReadingFailed(failure) => self.phase = Phase::Failed(failure),
            Action::Forgotten => self.notice = Some(Notice::Forgotten),
            Action::KeepingFailed => self.notice = Some(Notice::NotKept),
            Action::QueryTyped(query) => self.filter.query = query,
            Action::KindToggled(kind) => self.filter.toggle(kind),
            Action::KindsCleared => self.filter.kinds.clear(),
            Action::FilterCleared => self.filter.clear(),
            Action::MarksToggled(kind) => {
                if !self.hidden.remove(&kind) {
                    self.hidden.insert(kind);
                }
            }
            Action::AddressChanged(fragment) => {
                self.selection = self.reading.as_ref().map(|reading| address::parse(&fragment, reading)).unwrap_or_default();
            }
            Action::FoldToggled(id) => self.filter.fold(id),
            Action::GroupingToggled => self.filter.flat = !self.filter.flat,
            Action::SortChosen(sort) => self.filter.sort = sort,
            Action::NoticeDismissed => self.notice = None,
            Action::EntityPicked(_)
            | Action::EntityAdded(_)
            | Action::MentionPicked(_)
            | Action::Stepped(_)
            | Action::TimePicked(_)
            | Action::DaysChosen(_)
            | Action::Deselected => {
                self.selection = selection::after(self.selection, &action, self.reading.as_deref());
            }
        }
        self
    }

    /// A new story instead of this one, which can be brought back if it was the reader's.
    fn replace(&mut self, story: Story) {
        let old = std::mem::replace(&mut self.story, story.clone());
        self.notice = None;
        if old.text.trim().is_empty() || old.text == story.text {
            self.previous = None;
        } else {
            self.previous = Some(old);
            self.notice = Some(Notice::Replaced);
        }
        self.filter = Filter { sort: self.filter.sort, flat: self.filter.flat, ..Filter::default() };
        self.editor = Editor::Closed;
        self.tell(story);
    }

    /// Typing into the textbox. With its first letter a blank one begins a new story, which has no given date yet.
    fn type_text(&mut self, text: Rc<str>) {
        let given = if self.editor == Editor::Blank { None } else { self.story.given };
        self.editor = Editor::Filled;
        self.selection = Selection::default();
        self.tell(Story { text, given, origin: Origin::Typed });
    }

    /// The story from before the textbox was opened can be brought back if another one stands there now.
    fn close_editor(&mut self) {
        self.editor = Editor::Closed;
        self.previous.take_if(|previous| previous.text == self.story.text);
        if self.previous.is_some() {
            self.notice = Some(Notice::Replaced);
        }
    }

    /// Asks for the story to be read.
    fn tell(&mut self, story: Story) {
        if self.story.text != story.text {
            self.selection = Selection::default();
            self.filter.folded.clear();
        }
        self.phase = if story.text.len() > dateline_engine::MAX_TEXT_BYTES { Phase::Failed(Failure::TooLarge) } else { Phase::Analyzing };
        self.request = self.request.next();
        self.progress = 0;
        self.story = story;
    }

    /// Gives up reading the newest story, which stays as it is; what the worker may still answer is outdated.
    fn stop(&mut self) {
        if self.phase == Phase::Analyzing {
            self.phase = Phase::Stopped;
            self.request = self.request.next();
        }
    }

    /// Shows what was read, unless a newer story is already waiting.
    fn show(&mut self, reading: Rc<Reading>) {
        if reading.request != self.request {
            return;
        }
        if self.reading.as_ref().is_none_or(|old| old.text != reading.text) {
            self.selection = Selection::default();
        }
        self.phase = Phase::Ready;
        self.reading = Some(reading);
    }
}

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        Rc::new(Rc::unwrap_or_clone(self).after(action))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(state: &State) -> Rc<Reading> {
        let analysis = dateline_engine::analyze(&state.story.text, &state.story.options());
        Rc::new(Reading::new(state.request, state.story.text.clone(), analysis))
    }

    fn pasted(text: &str) -> State {
        State::default().after(Action::Opened(None)).after(Action::Pasted(text.into(), 0))
    }

    #[test]
    fn an_outdated_result_is_dropped() {
        let first = pasted("The first story.");
        let late = read(&first);
        let second = first.after(Action::Pasted("The second story.".into(), 0));
        let newest = read(&second);
        let shown = second.after(Action::Read(newest.clone())).after(Action::Read(late));
        assert_eq!(shown.reading, Some(newest));
        assert_eq!(shown.phase, Phase::Ready);
    }

    #[test]
    fn a_replaced_story_comes_back() {
        let state = pasted("Mine.").after(Action::Pasted("Other.".into(), 0));
        assert_eq!(state.notice, Some(Notice::Replaced));
        let state = state.after(Action::Undone);
        assert_eq!(&*state.story.text, "Mine.");
        assert_eq!(&*state.after(Action::Undone).story.text, "Other.");
    }

    #[test]
    fn a_new_story_has_no_given_date() {
        let date = Date::new(2019, 10, 30);
        let state = pasted("One.").after(Action::DateGiven(date));
        assert_eq!(state.story.given, date);
        assert_eq!(state.after(Action::Pasted("Two.".into(), 0)).story.given, None);
    }

    #[test]
    fn changing_a_story_keeps_its_date_and_what_is_shown() {
        let date = Date::new(2019, 10, 30);
        let state = pasted("One.").after(Action::DateGiven(date));
        let reading = read(&state);
        let state = state.after(Action::Read(reading.clone())).after(Action::EditorOpened).after(Action::EditorFilled);
        let state = state.after(Action::Typed("One. Two.".into()));
        assert_eq!((state.story.given, state.phase), (date, Phase::Analyzing));
        assert_eq!(state.reading, Some(reading));
    }

    #[test]
    fn a_story_typed_anew_has_no_given_date_until_one_is_given() {
        let date = Date::new(2019, 10, 30);
        let state = pasted("One.").after(Action::DateGiven(date)).after(Action::EditorOpened).after(Action::Typed("T".into()));
        assert_eq!(state.story.given, None);
        assert_eq!(state.after(Action::DateGiven(date)).after(Action::Typed("Tw".into())).story.given, date);
    }

    #[test]
    fn a_typed_story_that_is_typed_over_comes_back() {
        let first = pasted("x").after(Action::EditorOpened).after(Action::Typed("Mine.".into())).after(Action::EditorClosed);
        let second = first.after(Action::EditorOpened).after(Action::Typed("Other.".into())).after(Action::EditorClosed);
        assert_eq!(second.notice, Some(Notice::Replaced));
        assert_eq!(&*second.after(Action::Undone).story.text, "Mine.");
    }

    #[test]
    fn a_story_pasted_before_the_kept_one_is_found_stays() {
        let kept = Story { text: "Kept.".into(), given: None, origin: Origin::Pasted };
        let state = State::default().after(Action::Pasted("New.".into(), 0)).after(Action::Opened(Some(kept)));
        assert_eq!(&*state.story.text, "New.");
    }

    #[test]
    fn a_page_that_opens_with_its_sample_need_not_ask_for_it() {
        let sample = read(&State::default());
        let state = State::opening(Some(sample.clone())).after(Action::Opened(None));
        assert_eq!((state.phase, state.request, state.reading), (Phase::Ready, RequestId::default(), Some(sample.clone())));
        let kept = Story { text: "Kept.".into(), given: None, origin: Origin::Pasted };
        let state = State::opening(Some(sample)).after(Action::Opened(Some(kept)));
        assert_eq!((state.phase, &*state.story.text, state.reading), (Phase::Analyzing, "Kept.", None));
    }

    #[test]
    fn a_stopped_story_is_kept_and_read_when_asked() {
        let first = pasted("Mine.");
        let shown = read(&first);
        let second = first.after(Action::Read(shown.clone())).after(Action::Pasted("Other.".into(), 0));
        let late = read(&second);
        let progressed = second.clone().after(Action::Progressed(second.request, 420));
        assert_eq!(progressed.progress, 420);
        let stopped = progressed.after(Action::Stopped).after(Action::Read(late)).after(Action::Progressed(second.request, 600));
        assert_eq!((stopped.phase, &*stopped.story.text, stopped.reading.clone()), (Phase::Stopped, "Other.", Some(shown)));
        assert_eq!(stopped.clone().after(Action::Undone).phase, Phase::Analyzing);
        let again = stopped.after(Action::ReadAgain);
        assert_eq!((again.phase, again.progress, &*again.story.text), (Phase::Analyzing, 0, "Other."));
    }

    #[test]
    fn too_large_a_story_is_kept_and_told() {
        let state = pasted(&"x".repeat(dateline_engine::MAX_TEXT_BYTES + 1));
        assert_eq!(state.phase, Phase::Failed(Failure::TooLarge));
        assert_eq!(state.story.text.len(), dateline_engine::MAX_TEXT_BYTES + 1);
    }
}
