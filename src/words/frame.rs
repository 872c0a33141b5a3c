//! Words around the panes: the header, the switch of a phone, the textbox, notices and the help.

/// The product.
pub const BRAND: &str = "Dateline";
/// The link that a keyboard meets first.
pub const SKIP: &str = "Skip to the story";

/// Before the publication date.
pub const PUBLISHED_ON: &str = "Published";
/// Its field, for a screen reader.
pub const PUBLICATION_DATE: &str = "Publication date";
/// Behind the field while there is no date.
pub const NOT_FOUND: &str = "not found in the text";
/// Takes a date back that the reader has set.
pub const UNDO: &str = "Undo";
/// The list of the stories that ship with the page.
pub const SAMPLES: &str = "Samples";
/// The page is lit as the system is.
pub const THEME_SYSTEM: &str = "Theme: system";
/// The page is light.
pub const THEME_LIGHT: &str = "Theme: light";
/// The page is dark.
pub const THEME_DARK: &str = "Theme: dark";
/// Opens the help.
pub const HELP: &str = "Help";

/// The switch between the panes.
pub const PANES: &str = "Panes";
/// The pane of the article.
pub const STORY: &str = "Story";

/// The textbox.
pub const ARTICLE_TEXT: &str = "Article text";
/// In the empty textbox.
pub const PASTE_OR_TYPE: &str = "Paste or type a news story. It is read at once, here in your browser.";
/// Puts the story shown into the textbox.
pub const START_FROM_STORY: &str = "Start from the story shown";
/// Closes the textbox.
pub const DONE: &str = "Done";

/// Undoes a paste.
pub const BRING_BACK: &str = "Bring it back";
/// Undoes a paste whose reading was stopped.
pub const BRING_OLDER_BACK: &str = "Bring back the one before";
/// Takes a notice away.
pub const DISMISS: &str = "Dismiss";
/// After a failure.
pub const TRY_AGAIN: &str = "Try again";
/// After the reading was stopped.
pub const READ_IT: &str = "Read it";

/// The title of the help.
pub const KEYS_AND_PRIVACY: &str = "Keys and privacy";
/// Switch: keys without Ctrl or Alt work.
pub const SINGLE_KEYS: &str = "Single-letter keys";
/// The button that deletes what the browser keeps.
pub const FORGET: &str = "Forget the kept text";

/// The keys and what they do.
pub const KEYS: [(&str, &str); 13] = [
    ("Ctrl/⌘ V", "read the copied story"),
    ("e", "new text"),
    ("/", "filter organizations"),
    ("j", "next mention or date"),
    ("k", "previous mention or date"),
    ("g", "go to the chosen place in the story, and back"),
    ("↑ ↓", "through a list; Home and End to its ends"),
    ("← →", "through what stands in a row, or through the marks of the story"),
    ("Enter", "choose; once more, and it is no longer chosen"),
    ("Shift Enter", "in a list: add to what is chosen"),
    ("← → on a limit", "narrow the line of dates"),
    ("Esc", "close the card, then clear the choice or the filter"),
    ("?", "this help"),
];

/// What is kept, and where.
pub const PRIVACY: &str = "Dateline reads in your browser and sends nothing: switch your connection off and it goes on. The last text is kept in this browser only, so that it is there when you come back; browsers may clear it.";

/// The title of the tab: `River states agree – Dateline`.
pub fn tab(title: &str) -> String {
    format!("{title} – {BRAND}")
}
