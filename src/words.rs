//! All words of the interface, in one place, ready to be translated. English.

use dateline_engine::dates::PublishedHow;
use dateline_engine::entities::OrganizationKind;
use dateline_engine::mentions::NameType;

use crate::state::{Condition, Failure, MarkKind, Notice, Sort};

mod dates;
mod frame;
mod panes;

pub use dates::{DateWords, Part, Pattern};
pub use frame::*;
pub use panes::*;

/// From spring to winter.
pub const SEASONS: [&str; 4] = ["spring", "summer", "autumn", "winter"];

/// `since 2015`.
pub fn since(when: &str) -> String {
    format!("since {when}")
}

/// `until 2015`.
pub fn until(when: &str) -> String {
    format!("until {when}")
}

/// `about 2015`.
pub fn approximately(when: &str) -> String {
    format!("about {when}")
}

/// `third quarter of 2019`; quarters count from 0.
pub fn quarter(quarter: u8, year: i16) -> String {
    format!("{} quarter of {year}", ["first", "second", "third", "fourth"][usize::from(quarter) % 4])
}

/// `second half of 2019`.
pub fn half(is_second: bool, year: i16) -> String {
    format!("{} half of {year}", if is_second { "second" } else { "first" })
}

/// `1990s`.
pub fn decade(first: i16) -> String {
    format!("{first}s")
}

/// `20th century`.
pub fn century(number: i16) -> String {
    format!("{} century", ordinal(number))
}

fn ordinal(number: i16) -> String {
    let ending = match (number % 10, number % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    format!("{number}{ending}")
}

/// `week of 30 October 2019`.
pub fn week_of(day: &str) -> String {
    format!("week of {day}")
}

/// `weekend of 30 October 2019`.
pub fn weekend_of(day: &str) -> String {
    format!("weekend of {day}")
}

/// Singular and plural of what a mark names.
pub fn kind(kind: NameType) -> (&'static str, &'static str) {
    match kind {
        NameType::Organization => ("organization", "organizations"),
        NameType::Person => ("person", "people"),
        NameType::Place => ("place", "places"),
        NameType::Group => ("group", "groups"),
        NameType::Facility => ("facility", "facilities"),
        NameType::Product => ("product", "products"),
        NameType::Event => ("event", "events"),
        NameType::Document => ("document", "documents"),
        NameType::Work => ("work", "works"),
        NameType::Other => ("other name", "other names"),
        NameType::Money => ("sum of money", "sums of money"),
    }
}

/// Singular and plural of what a mark stands for.
pub fn mark_kind(kind: MarkKind) -> (&'static str, &'static str) {
    match kind {
        MarkKind::Name(name) => self::kind(name),
        MarkKind::Time => DATE,
    }
}

/// What kind of organization, as the data call it.
pub fn organization_kind(kind: OrganizationKind) -> &'static str {
    match kind {
        OrganizationKind::Intergovernmental => "intergovernmental",
        OrganizationKind::GovernmentBody => "government body",
        OrganizationKind::Legislature => "legislature",
        OrganizationKind::Court => "court",
        OrganizationKind::MilitaryOrPolice => "military or police",
        OrganizationKind::PoliticalParty => "political party",
        OrganizationKind::Company => "company",
        OrganizationKind::Bank => "bank",
        OrganizationKind::Media => "media",
        OrganizationKind::UniversityOrResearch => "university or research",
        OrganizationKind::NgoOrCharity => "NGO or charity",
        OrganizationKind::Religious => "religious",
        OrganizationKind::Sports => "sports",
        OrganizationKind::ArmedGroup => "armed group",
        OrganizationKind::Union => "union",
        OrganizationKind::Other => "other",
    }
}

/// Behind the publication date: how it is known.
pub fn how(how: PublishedHow) -> &'static str {
    match how {
        PublishedHow::Given => "set by you",
        PublishedHow::Dateline => "from the story’s dateline",
        PublishedHow::Metadata => "from the story’s data",
        PublishedHow::Url => "from the story’s address",
    }
}

/// The orders of the list.
pub fn sort(sort: Sort) -> &'static str {
    match sort {
        Sort::FirstMention => "by first mention",
        Sort::Count => "most named first",
        Sort::Name => "by name",
    }
}

/// What went wrong, and what to do.
pub fn failure(failure: Failure) -> &'static str {
    match failure {
        Failure::Worker => {
            "The story could not be read: the part of Dateline that reads did not start or broke off. Your text is kept. Try again, or reload the page."
        }
        Failure::Model => {
            "The story could not be read: what Dateline knows of names (names.bin) did not load. Your text is kept. Check the connection and try again."
        }
        Failure::Version => "Dateline was updated while this page was open. Your text is kept. Reload the page to go on.",
        Failure::TooLarge => "This text is longer than Dateline reads at once (16 MB). It is kept as it is; paste a part of it.",
    }
}

/// A word to the reader.
pub fn notice(notice: Notice) -> String {
    match notice {
        Notice::Replaced => "Your new text replaced the one before.".into(),
        Notice::Mended(1) => "One broken character came out of the clipboard; it is shown as \u{FFFD}.".into(),
        Notice::Mended(count) => format!("{count} broken characters came out of the clipboard; they are shown as \u{FFFD}."),
        Notice::NothingToPaste => "There was no text to paste. Copy the story’s text, not a picture or a file.".into(),
        Notice::Forgotten => "The kept text is forgotten. What you see now is kept again when you change it.".into(),
        Notice::NotKept => "Your browser does not let Dateline keep the text; it will be gone when you close the tab.".into(),
    }
}

/// `1 organization`, `17 organizations`.
pub fn count(number: usize, (one, many): (&str, &str)) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

/// What a marked time is called.
pub const DATE: (&str, &str) = ("date", "dates");

/// While a story is being read.
pub const READING: &str = "Reading…";

/// On the button that stops the reading.
pub const CANCEL: &str = "Cancel";

/// After the reading was stopped.
pub fn stopped(sees_older: bool) -> &'static str {
    if sees_older {
        "Reading was stopped. Your new text is kept; what you see is the one that was read before it."
    } else {
        "Reading was stopped. Your text is kept, but nothing in it is marked."
    }
}

/// What to do, for whoever sees the page for the first time.
pub const INVITATION: &str = "Paste a news story anywhere on this page";

/// What the page then does; goes on from [`INVITATION`].
pub const CLAIM: &str =
    "to see who is in it and when it happened. It is read here, in your browser, and never leaves it. What you see is a sample.";

/// What the reader should know about the story itself: in a few words, and what follows from it.
pub fn condition(condition: &Condition) -> (&'static str, String) {
    match condition {
        Condition::Empty => {
            ("There is nothing to read yet.", "Paste a news story anywhere on this page, write one, or look at a sample.".into())
        }
        Condition::TooLong => (
            "This text is longer than Dateline reads at once.",
            "What stands behind the first 16 MB is shown nowhere. Paste the text in parts.".into(),
        ),
        Condition::OtherLanguage(tag) => (
            "Dateline reads English.",
            format!("This looks like {}. What was found in it may be wrong; paste an English story.", language(tag)),
        ),
        Condition::NothingFound => (
            "No organization, person or date was found.",
            "The text below is as you pasted it. Check that it is the story itself, and not only its heading or a menu.".into(),
        ),
        Condition::VeryShort => (
            "This is a very short text.",
            "Names and dates are told from the words around them, so some may be missed here. Paste the whole story.".into(),
        ),
    }
}

/// The button that opens the textbox.
pub const NEW_TEXT: &str = "New text";

/// A button for a sample: `Sample: a flood`.
pub fn sample(name: &str) -> String {
    format!("Sample: {}", name.to_lowercase())
}

fn language(tag: &str) -> &'static str {
    const NAMES: [(&str, &str); 18] = [
        ("ar", "Arabic"),
        ("de", "German"),
        ("el", "Greek"),
        ("es", "Spanish"),
        ("fr", "French"),
        ("he", "Hebrew"),
        ("hi", "Hindi"),
        ("id", "Indonesian"),
        ("it", "Italian"),
        ("ja", "Japanese"),
        ("ko", "Korean"),
        ("nl", "Dutch"),
        ("pl", "Polish"),
        ("pt", "Portuguese"),
        ("ru", "Russian"),
        ("tr", "Turkish"),
        ("uk", "Ukrainian"),
        ("zh", "Chinese"),
    ];
    NAMES.iter().find(|(known, _)| *known == tag).map_or("another language", |(_, name)| name)
}
