//! The sample stories with the engine's marks drawn under the words: a change in the reading is seen as moved marks.
//!
//! `UPDATE_STORIES=1 cargo test -p dateline-engine --test stories` draws them anew; read the difference before it is committed.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "support/marks.rs"]
mod marks;
#[path = "support/texts.rs"]
mod texts;

use texts::SAMPLES;

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/stories");

/// Asserts that the sample is drawn as in its file, or writes that file if asked to.
#[track_caller]
#[expect(clippy::disallowed_methods, reason = "the engine does no I/O, its tests may")]
fn check(name: &str) {
    let (_, text, _) = SAMPLES.into_iter().find(|sample| sample.0 == name).unwrap();
    let (path, drawing) = (format!("{FOLDER}/{name}.snap"), marks::draw(text));
    if std::env::var_os("UPDATE_STORIES").is_some() {
        std::fs::write(&path, &drawing).unwrap();
    }
    let expected = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(drawing == expected, "{path} differs:\n{}", difference(&expected, &drawing));
}

/// The lines from the first that differs on, as they were and as they are.
fn difference(expected: &str, drawing: &str) -> String {
    let same = expected.lines().zip(drawing.lines()).take_while(|(was, is)| was == is).count();
    let part = |text: &str, sign: &str| -> Vec<String> { text.lines().skip(same).take(12).map(|line| format!("{sign} {line}")).collect() };
    [part(expected, "-"), part(drawing, "+")].concat().join("\n")
}

#[test]
fn communique() {
    check("communique");
}

#[test]
fn business() {
    check("business");
}

#[test]
fn flood() {
    check("flood");
}

#[test]
fn court() {
    check("court");
}
