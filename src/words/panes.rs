//! Words of the panes: the story, the lists of names, the timeline.

use dateline_engine::timeline::Status;

use super::{DATE, count};

/// `director, OSCE`.
pub fn role(role: &str, organization: &str) -> String {
    format!("{role}, {organization}")
}

/// What the line of dates shows, in one sentence: `4 dates, 2015 to 30 October 2019`.
pub fn overview(entries: usize, first: &str, last: Option<&str>) -> String {
    let entries = count(entries, DATE);
    match last {
        Some(last) => format!("{entries}, {first} to {last}"),
        None => format!("{entries}, {first}"),
    }
}

/// How long a folded stretch is: `74 years`.
pub fn length(days: i32) -> String {
    match days {
        ..=59 => count(days.unsigned_abs() as usize, ("day", "days")),
        60..=729 => count((days * 2 / 61).unsigned_abs() as usize, ("month", "months")),
        _ => count((days * 4 / 1461).unsigned_abs() as usize, ("year", "years")),
    }
}

/// In a card, before other names.
pub const ALSO: &str = "also";
/// In a card, before what a person is.
pub const ROLE: &str = "role";
/// In a card, before what a body belongs to.
pub const PART_OF: &str = "part of";
/// In a card, before a time's value for machines.
pub const VALUE: &str = "value";
/// In a card, before first and last day.
pub const DAYS: &str = "days";
/// In a card, before another reading.
pub const OR_ELSE: &str = "or else";
/// In a card, before how it was read.
pub const WHY: &str = "why";
/// In a card, before the longer name around this one.
pub const INSIDE: &str = "inside";

/// A date that nothing anchors.
pub const UNPLACED_DATE: &str = "date, not yet placed";
/// A part of a day.
pub const TIME_OF_DAY: &str = "time of day";
/// A duration.
pub const LENGTH_OF_TIME: &str = "length of time";
/// A set.
pub const RECURRING_TIME: &str = "recurring time";

/// Behind a doubtful reading; in percent.
pub fn unsure(percent: u8) -> String {
    format!("not certain ({percent}%)")
}

/// Another reading: its value and when it would be the right one.
pub fn alternative(value: &str, why: &str) -> String {
    format!("{value} – {why}")
}

/// First and last day.
pub fn from_to(from: &str, to: &str) -> String {
    format!("{from} to {to}")
}

/// The button of a card that puts all mentions into focus.
pub fn all_mentions(count: usize) -> String {
    match count {
        1 => "Focus on it: named once".into(),
        _ => format!("Focus on its {count} mentions"),
    }
}

/// What a card is called.
pub fn about_this(kind: &str) -> String {
    format!("About this {kind}")
}

/// The pictured timeline.
pub const OVERVIEW: &str = "Overview";
/// The part of it that can be scrolled.
pub const LINE_OF_DATES: &str = "Line of dates";
/// At the day of publication.
pub const PUBLISHED: &str = "published";
/// The two limits together.
pub const LIMITS: &str = "Limit the dates";
/// The first limit.
pub const FROM: &str = "From";
/// The second limit.
pub const TO: &str = "To";
/// Buttons for the scale.
pub const SCALE: &str = "Scale";
/// Zoom in.
pub const CLOSER: &str = "Closer";
/// Zoom out.
pub const FARTHER: &str = "Farther";
/// Draw folded stretches in their length.
pub const TRUE_SCALE: &str = "Draw empty stretches in full";

/// The article landmark.
pub const ARTICLE: &str = "Article";
/// The switches for each kind of mark.
pub const MARKS: &str = "Marks in the story";

/// The pane and list of organizations.
pub const ORGANIZATIONS: &str = "Organizations";
/// The list of persons.
pub const PEOPLE: &str = "People";
/// The list of places.
pub const PLACES: &str = "Places";
/// The list of all other names.
pub const OTHER_NAMES: &str = "Other names";
/// The search box, for a screen reader.
pub const FILTER_ORGANIZATIONS: &str = "Filter organizations";
/// In the empty search box.
pub const FILTER: &str = "Filter";
/// Before the order of the list.
pub const ORDER: &str = "Order";
/// Switch: parts stand below what they belong to.
pub const GROUP_PARTS: &str = "Group parts";
/// Between name and count, for a screen reader.
pub const NAMED: &str = ", named ";
/// The list has nothing to show.
pub const NO_ORGANIZATION: &str = "No organization was found in this text.";
/// The filter lets nothing through.
pub const NO_SUCH_NAME: &str = "No organization has this in its names.";
/// The kinds let nothing through.
pub const NO_SUCH_KIND: &str = "No organization is of these kinds.";
/// The kinds to choose from.
pub const KINDS: &str = "Kinds of organizations";
/// No kind is chosen.
pub const ALL_KINDS: &str = "all";
/// Takes the filter away.
pub const LIST_ALL: &str = "List all organizations";

/// Behind a count, for a screen reader: ` times`.
pub fn times(count: usize) -> &'static str {
    if count == 1 { " time" } else { " times" }
}

/// `3 of 17`.
pub fn some_of(some: usize, all: usize) -> String {
    format!("{some} of {all}")
}

/// `part of the World Bank Group`.
pub fn part_of(parent: &str) -> String {
    format!("{PART_OF} {parent}")
}

/// The button that folds parts away: `3 parts of the United Nations`.
pub fn parts_of(parts: usize, name: &str) -> String {
    format!("{} of {name}", count(parts, ("part", "parts")))
}

/// The button that adds a name to the focus.
pub fn add_to_focus(name: &str) -> String {
    format!("Add {name} to the focus")
}

/// The button that takes a name out of the focus.
pub fn drop_from_focus(name: &str) -> String {
    format!("Take {name} out of the focus")
}

/// The bar of what is chosen.
pub const CHOSEN: &str = "Chosen";
/// The names in it.
pub const IN_FOCUS: &str = "In focus";
/// The button that steps on.
pub const NEXT_MENTION: &str = "Next mention";
/// The button that steps back.
pub const PREVIOUS_MENTION: &str = "Previous mention";
/// The button that clears the choice.
pub const CLEAR: &str = "Clear";
/// The button of a card or dialog.
pub const CLOSE: &str = "Close";

/// `5 mentions`.
pub fn mentions(number: usize) -> String {
    count(number, ("mention", "mentions"))
}

/// The region of the timeline.
pub const TIMELINE: &str = "Timeline";
/// Nothing is on the calendar.
pub const NO_DATE: &str = "No date of this text has a place on the calendar.";
/// Shows the whole timeline again.
pub const SHOW_ALL: &str = "Show all";
/// Shows all days again, with the names still in focus.
pub const ALL_DAYS: &str = "All days";
/// Opens how an entry was read.
pub const WHY_SO: &str = "Why?";
/// The chips of an entry.
pub const ORGANIZATIONS_IN_IT: &str = "Organizations in it";
/// Relative dates without an anchor.
pub const NOT_YET_PLACED: &str = "Not yet placed";
/// Why they have no place, and what to do.
pub const COUNT_FROM_PUBLICATION: &str = "These count from the day of publication, which is not known. Set it above, or:";
/// The offer of the reader's day.
pub const USE_TODAY: &str = "Use today’s date";
/// Durations.
pub const LENGTHS_OF_TIME: &str = "Lengths of time";
/// Sets.
pub const RECURRING: &str = "Recurring";

/// What narrows the timeline: `Only with World Bank, 3 March – 5 May 2018`.
pub fn narrowed(names: &[&str], days: Option<&str>, is_empty: bool) -> String {
    let names = match names {
        [] => None,
        [one] => Some(format!("with {one}")),
        [first, rest @ ..] => Some(format!("with {first} or {}", rest.join(" or "))),
    };
    let what = names.into_iter().chain(days.map(ToString::to_string)).collect::<Vec<_>>().join(", ");
    if is_empty { format!("No date {what}.") } else { format!("Only {what}.") }
}

/// The words of an entry, how often it is named, and whether it is still to come.
pub fn quoted(quote: &str, mentions: usize, status: Status) -> String {
    let often = if mentions > 1 { format!(", {mentions} mentions") } else { String::new() };
    let status = match status {
        Status::Planned => " · still to come",
        Status::Ongoing => " · going on",
        Status::Past | Status::Unknown => "",
    };
    format!("“{quote}”{often}{status}")
}
