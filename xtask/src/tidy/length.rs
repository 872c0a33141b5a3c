//! How long a file may be: one thing each, read in one go.

use super::Source;

/// Lines before the tests.
const MOST: usize = 400;
/// From here on a file is named as one to look at.
const LONG: usize = 300;

/// Files that are too long.
pub fn check(sources: &[Source]) -> Vec<String> {
    longer_than(sources, MOST).map(|(path, lines)| format!("{path} has {lines} lines before its tests, over {MOST}: split it.")).collect()
}

/// Files that are about to be too long.
pub fn warnings(sources: &[Source]) -> Vec<String> {
    longer_than(sources, LONG).map(|(path, lines)| format!("{path} has {lines} lines before its tests.")).collect()
}

fn longer_than(sources: &[Source], limit: usize) -> impl Iterator<Item = (&str, usize)> {
    let code = sources.iter().filter(|source| ["rs", "js", "css"].iter().any(|kind| source.is(kind)));
    code.map(|source| (source.path.as_str(), source.production().count())).filter(move |(_, lines)| *lines > limit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_tests_do_not_count() {
        let long = "\n".repeat(MOST + 1);
        let source = |text: String| [Source { path: "a.rs".into(), text }];
        assert_eq!(check(&source(long.clone())).len(), 1);
        assert!(check(&source(format!("fn f() {{}}\n#[cfg(test)]\n{long}"))).is_empty());
    }
}
