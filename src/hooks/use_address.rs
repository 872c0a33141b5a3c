//! What is chosen stands in the page's address, so that the browser's Back goes to the choice before.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::EventListener;
use yew::prelude::*;

use crate::platform;
use crate::state::{Action, Phase, Selection, State, address};

/// Writes the choice into the address, and reads it when a story is first shown and when the reader goes back or forward.
#[hook]
pub fn use_address(state: &UseReducerHandle<State>) {
    {
        let dispatcher = state.dispatcher();
        use_effect_with((), move |()| {
            let listener = EventListener::new(&gloo::utils::window(), "popstate", move |_| {
                dispatcher.dispatch(Action::AddressChanged(platform::fragment()));
            });
            move || drop(listener)
        });
    }
    // The address that the page was opened with may name a choice in the story that is kept.
    let is_first = use_mut_ref(|| true);
    let before = use_mut_ref(Selection::default);
    let waiting: Waiting = use_mut_ref(|| None);
    let dispatcher = state.dispatcher();
    // Until then another story may still come, which the address may be of.
    let reading = state.reading.clone().filter(|_| state.phase == Phase::Ready);
    use_effect_with((state.selection.clone(), reading), move |(selection, reading)| {
        let Some(reading) = reading else { return };
        if is_first.replace(false) && !platform::fragment().is_empty() {
            dispatcher.dispatch(Action::AddressChanged(platform::fragment()));
            return;
        }
        let old = before.replace(selection.clone());
        write_later(&waiting, Entry { fragment: address::fragment(selection, reading), is_new: is_new(&old, selection) });
    });
}

/// What the address is to be.
struct Entry {
    fragment: String,
    is_new: bool,
}

/// What has not been written yet.
type Waiting = Rc<RefCell<Option<Entry>>>;

/// After the frame that shows the choice: browsers bring the whole page up to date before they change an address. An entry that
/// still waits is written at once, so that none is lost.
fn write_later(waiting: &Waiting, entry: Entry) {
    write(waiting);
    waiting.replace(Some(entry));
    let waiting = waiting.clone();
    platform::after_frame(move || write(&waiting));
}

fn write(waiting: &Waiting) {
    if let Some(Entry { fragment, is_new }) = waiting.take().filter(|entry| platform::fragment() != entry.fragment) {
        platform::set_fragment(&fragment, is_new);
    }
}

/// Stepping on and moving a limit change the newest entry of the history; choosing something else makes a new one.
fn is_new(old: &Selection, new: &Selection) -> bool {
    old.entities != new.entities
        || old.days.is_some() != new.days.is_some()
        || old.at.is_some() != new.at.is_some()
        || (new.entities.is_empty() && old.at != new.at)
}
