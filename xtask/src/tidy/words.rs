//! Words that a reader sees stand in `src/words`, where they can be translated.

use super::Source;

/// Attributes that are read out or seen.
const SEEN: &[&str] = &["aria-label=\"", "aria-roledescription=\"", "title=\"", "placeholder=\"", "alt=\""];
/// Values of attributes that are written like words between tags.
const VALUES: &[&str] = &["true", "false"];

/// Words written into components.
pub fn check(sources: &[Source]) -> Vec<String> {
    let mut complaints = Vec::new();
    for source in sources.iter().filter(|source| source.is("rs") && source.path.starts_with("src/components/")) {
        for (line, code) in source.production() {
            for word in written(code) {
                complaints.push(format!("{}:{line}: `{word}` is read by people; name it in src/words.", source.path));
            }
        }
    }
    complaints
}

/// What stands between quotes and holds letters: in attributes that are seen, and between tags.
fn written(code: &str) -> impl Iterator<Item = &str> {
    let starts = SEEN.iter().chain(&["{ \""]);
    let quoted = starts.flat_map(move |start| code.split(start).skip(1).filter_map(|rest| rest.split('"').next()));
    quoted.filter(|word| word.contains(|c: char| c.is_alphabetic()) && !VALUES.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_in_components_are_found() {
        let found = |code: &str| written(code).map(ToString::to_string).collect::<Vec<_>>();
        assert_eq!(found(r#"<b title="Stop">{ "Go on" }</b>"#), ["Stop", "Go on"]);
        assert_eq!(found(r#"<b class="x" title={words::STOP}>{ " " }{ words::GO_ON }{ "×" }</b>"#), Vec::<String>::new());
        assert_eq!(found(r#"aria-pressed={if on { "true" } else { "false" }}"#), Vec::<String>::new());
    }
}
