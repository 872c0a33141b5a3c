//! What is said of the story in one line: to a screen reader, on the tab of the browser, on the switch of a phone.

use dateline_engine::dates::TimexType;
use dateline_engine::mentions::NameType;

use crate::state::{Phase, Reading, State};
use crate::words;

/// Organizations and entries of the timeline.
pub fn counts(reading: Option<&Reading>) -> [usize; 2] {
    reading.map_or([0, 0], |reading| [reading.count(NameType::Organization), reading.analysis.timeline.len()])
}

/// What a screen reader is told when something has been read.
pub fn status(state: &State) -> String {
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
pub fn title(state: &State) -> String {
    let Some(reading) = &state.reading else { return words::BRAND.into() };
    reading.title().map_or(words::BRAND.into(), |title| words::tab(&title))
}
