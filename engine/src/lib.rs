//! Reads a news story: which organizations, people and places it names, and when things happened.
//!
//! ```
//! use dateline_engine::{Options, analyze};
//!
//! let analysis = analyze("MOSCOW, Oct 30, 2019 (Wire) - Ministers met today.", &Options::default());
//! assert_eq!(analysis.sentences.len(), 2);
//! ```
//!
//! The engine knows no browser, no clock and no files. The same text and options give the same [`Analysis`],
//! byte for byte, on every machine.

mod analysis;
pub mod dates;
pub mod entities;
pub mod export;
mod language;
pub mod mentions;
mod tables;
pub mod text;
pub mod timeline;

pub use analysis::{Analysis, Options, Problem};

pub use mentions::{Model, ModelError};

use text::{Document, Span};

/// Of the data model; raised when [`Analysis`] changes.
pub const VERSION: u16 = 1;
/// The longest text that is read, in bytes; what stands behind it is not looked at, and a [`Problem`] says so.
pub const MAX_TEXT_BYTES: usize = 16 << 20;

/// Reads a story with the model that is compiled in; see [`analyze_with`].
pub fn analyze(text: &str, options: &Options) -> Analysis {
    analyze_with(mentions::tagger::compiled_in(), text, options)
}

/// Reads a story. Never fails: what is odd about the text is told in [`Analysis::problems`].
///
/// `model` finds the names; the page fetches it apart from the program and passes it in here.
pub fn analyze_with(model: Option<&Model>, text: &str, options: &Options) -> Analysis {
    analyze_watched(model, text, options, &mut |_| {})
}

/// Parts in a thousand of the whole time that have passed when a stage is done, measured on long stories
/// (`cargo run --release -p dateline-engine --example progress`).
const DOCUMENT_DONE: u16 = 10;
const MENTIONS_DONE: u16 = 940;
const ENTITIES_DONE: u16 = 955;
const DATES_DONE: u16 = 995;

/// As [`analyze_with`], and tells `watch` now and then how much is done: parts in a thousand, never fewer than before.
pub fn analyze_watched(model: Option<&Model>, text: &str, options: &Options, watch: &mut dyn FnMut(u16)) -> Analysis {
    let (text, cut) = shorten(text);
    let document = Document::new(text);
    watch(DOCUMENT_DONE);
    let mut mentions = mentions::find(&document, model, &mut |done| watch(part(DOCUMENT_DONE, MENTIONS_DONE, done)));
    watch(MENTIONS_DONE);
    let entities = entities::resolve(&document, &mut mentions, model.map(|model| &model.resources));
    watch(ENTITIES_DONE);
    let dated = dates::find(&document, &mentions, options.published);
    watch(DATES_DONE);
    let timeline = timeline::build(&document, &mentions, &entities, &dated);
    let language = language::guess(&document);
    let dates::Dated { published, times, .. } = dated;
    watch(1_000);
    let problems = [
        (document.tokens.is_empty(), Problem::Empty),
        (cut, Problem::TooLong),
        (!matches!(language, "en" | "und"), Problem::NotEnglish),
        (published.is_none() && times.iter().any(dates::TimeExpression::is_unresolved), Problem::NoPublicationDate),
    ];
    Analysis {
        version: VERSION,
        published,
        sentences: document.sentences.iter().map(|sentence| sentence.span).collect(),
        layout: document.blocks,
        mentions,
        entities,
        times,
        timeline,
        language: language.to_string(),
        problems: problems.into_iter().filter_map(|(holds, problem)| holds.then_some(problem)).collect(),
    }
}

/// What `done` parts in a thousand of a stage are of the whole.
fn part(from: u16, to: u16, done: u16) -> u16 {
    from + (u32::from(to - from) * u32::from(done.min(1_000)) / 1_000) as u16
}

/// The text up to [`MAX_TEXT_BYTES`], and whether something was cut off.
fn shorten(text: &str) -> (&str, bool) {
    if text.len() <= MAX_TEXT_BYTES {
        return (text, false);
    }
    let end = (0..=MAX_TEXT_BYTES).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0);
    (Span::new(0, end).of(text), true)
}
