//! The word lists: what they are and whence stands on top, then one entry a line, sorted, none twice.

use super::Source;

/// Lists without a source or licence, and entries out of order or given twice.
pub fn check(sources: &[Source]) -> Vec<String> {
    let lists = sources.iter().filter(|source| source.path.starts_with("engine/lexicon/") && source.is("tsv"));
    lists.flat_map(complaints).collect()
}

fn complaints(source: &Source) -> Vec<String> {
    let path = &source.path;
    let mut complaints = Vec::new();
    let head: String = source.text.lines().take_while(|line| line.starts_with('#')).collect();
    if !head.contains("Source:") {
        complaints.push(format!("{path}: the lines on top name no `Source:`."));
    }
    if !["Licence:", "CC0", "CC BY", "free with credit"].iter().any(|licence| head.contains(licence)) {
        complaints.push(format!("{path}: the lines on top name no `Licence:`."));
    }
    let mut last = "";
    for (at, line) in source.text.lines().enumerate().filter(|(_, line)| !line.starts_with('#')) {
        let entry = line.split('\t').next().unwrap_or(line);
        if entry.is_empty() || line.ends_with(' ') {
            complaints.push(format!("{path}:{}: a line without an entry, or with a blank at its end.", at + 1));
        } else if entry <= last {
            let fault = if entry == last { "stands twice" } else { "stands out of order (by bytes)" };
            complaints.push(format!("{path}:{}: `{entry}` {fault}.", at + 1));
        }
        last = entry;
    }
    complaints
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_list(text: &str, n_complaints: usize) {
        let source = Source { path: "engine/lexicon/a.tsv".into(), text: text.into() };
        let found = check(&[source]);
        assert_eq!(found.len(), n_complaints, "{found:?}");
    }

    #[test]
    fn lists() {
        let head = "# Words.\n# Source: own. Licence: CC0.\n";
        check_list(&format!("{head}a\tx\nb\nb c\n"), 0);
        check_list("a\nb\n", 2);
        check_list(&format!("{head}b\na\n"), 1);
        check_list(&format!("{head}a\tx\na\ty\n"), 1);
        check_list(&format!("{head}a \n\n"), 2);
    }
}
