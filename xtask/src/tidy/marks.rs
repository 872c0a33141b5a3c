//! Marks left for later carry their owner, so that somebody can be asked.

use super::Source;

/// Put together here, so that this file does not complain of itself.
const MARKS: &[&str] = &[concat!("TO", "DO"), concat!("FIX", "ME")];

/// Marks without a name in brackets behind them.
pub fn check(sources: &[Source]) -> Vec<String> {
    let mut complaints = Vec::new();
    for source in sources.iter().filter(|source| ["rs", "js", "css", "html", "toml"].iter().any(|kind| source.is(kind))) {
        for (at, line) in source.text.lines().enumerate() {
            for mark in MARKS.iter().filter(|mark| is_without_owner(line, mark)) {
                complaints.push(format!("{}:{}: write {mark}(name), with the name of who will see to it.", source.path, at + 1));
            }
        }
    }
    complaints
}

fn is_without_owner(line: &str, mark: &str) -> bool {
    line.match_indices(mark).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        let is_word = !before.is_some_and(char::is_alphanumeric);
        let owner = line[at + mark.len()..].strip_prefix('(').and_then(|rest| rest.split_once(')'));
        is_word && owner.is_none_or(|(owner, _)| owner.trim().is_empty())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn owners() {
        let mark = MARKS[0];
        assert!(is_without_owner(&format!("// {mark}: later"), mark));
        assert!(is_without_owner(&format!("// {mark}()"), mark));
        assert!(!is_without_owner(&format!("// {mark}(ann): later"), mark));
        assert!(!is_without_owner("// done", mark));
    }
}
