//! Which module may import which.

use super::Source;

/// A module at the top of a crate, and the modules of the same crate that it may import.
type Layer = (&'static str, &'static [&'static str]);

/// A story goes from `text` to `timeline`; dates may look at mentions (`May` the person), never at entities.
const ENGINE: &[Layer] = &[
    ("text", &[]),
    ("tables", &[]),
    ("language", &["text"]),
    ("mentions", &["text", "tables"]),
    ("entities", &["text", "tables", "mentions"]),
    ("dates", &["text", "tables", "mentions"]),
    ("timeline", &["text", "mentions", "entities", "dates"]),
    ("analysis", &["text", "mentions", "entities", "dates", "timeline"]),
    ("export", &["text", "mentions", "entities", "dates", "timeline", "analysis"]),
    ("lib", &["text", "tables", "language", "mentions", "entities", "dates", "timeline", "analysis", "export"]),
];

/// Actions go up to `state`, what is drawn goes down from it; what lies outside the page is behind `hooks`.
const PAGE: &[Layer] = &[
    ("protocol", &[]),
    ("platform", &[]),
    ("worker", &["protocol"]),
    ("state", &["protocol"]),
    ("words", &["state"]),
    ("view", &["state", "words"]),
    ("storage", &["state"]),
    ("hooks", &["protocol", "platform", "state", "words", "view", "storage"]),
    ("components", &["platform", "state", "words", "view", "hooks"]),
    ("start", &["protocol", "platform", "state", "components"]),
    ("lib", &["protocol", "platform", "worker", "state", "words", "view", "storage", "hooks", "components", "start"]),
    ("bin", &[]),
];

/// The modules of the page that may touch the browser.
const OUTSIDE: &[&str] = &["hooks", "storage", "platform", "worker", "components", "start", "bin"];
const BROWSER: &[&str] = &["web_sys", "js_sys", "gloo", "wasm_bindgen", "wasm_bindgen_futures", "idb"];

/// Imports against the tables, and modules that the tables do not know.
pub fn check(sources: &[Source]) -> Vec<String> {
    let mut complaints = Vec::new();
    for source in sources.iter().filter(|source| source.is("rs")) {
        if let Some(path) = source.path.strip_prefix("engine/src/") {
            check_file(source, path, ENGINE, &mut complaints);
        } else if let Some(path) = source.path.strip_prefix("src/") {
            check_file(source, path, PAGE, &mut complaints);
            check_browser(source, path, &mut complaints);
        }
    }
    complaints
}

fn check_file(source: &Source, path: &str, layers: &[Layer], complaints: &mut Vec<String>) {
    let own = top(path);
    let Some((_, allowed)) = layers.iter().find(|(layer, _)| *layer == own) else {
        complaints
            .push(format!("{}: the module `{own}` stands in no layer; add it to the table in xtask/src/tidy/layering.rs.", source.path));
        return;
    };
    for (line, module) in imports(source, depth(path)) {
        let module = if matches!(module.as_str(), "Analysis" | "Options" | "Problem" | "analyze") { "analysis".into() } else { module };
        let is_layer = layers.iter().any(|(layer, _)| *layer == module);
        if is_layer && module != own && !allowed.contains(&module.as_str()) {
            complaints.push(format!("{}:{line}: `{own}` must not know `{module}`.", source.path));
        }
    }
}

fn check_browser(source: &Source, path: &str, complaints: &mut Vec<String>) {
    if OUTSIDE.contains(&top(path)) {
        return;
    }
    for (line, code) in source.production() {
        if let Some(name) = BROWSER.iter().find(|name| code.contains(&format!("{name}::"))) {
            complaints.push(format!("{}:{line}: only {} may use `{name}`.", source.path, OUTSIDE.join(", ")));
        }
    }
}

/// The module at the top of the crate that a file belongs to.
fn top(path: &str) -> &str {
    let first = path.split('/').next().unwrap_or(path);
    first.strip_suffix(".rs").unwrap_or(first)
}

/// How many `super::` lead from a file to the top of its crate.
fn depth(path: &str) -> usize {
    let is_folder = path.ends_with("/mod.rs") || path == "lib.rs";
    path.split('/').count() - usize::from(is_folder)
}

/// The top modules that a file names, with the lines of their paths.
fn imports(source: &Source, depth: usize) -> Vec<(usize, String)> {
    let mut code = String::new();
    let mut starts = Vec::new();
    for (line, text) in source.production() {
        starts.push((code.len(), line));
        code.push_str(text);
        code.push('\n');
    }
    let up = "super::".repeat(depth);
    let mut found = Vec::new();
    for prefix in ["crate::", up.as_str()].into_iter().filter(|prefix| !prefix.is_empty()) {
        for (at, _) in code.match_indices(prefix) {
            let before = code[..at].chars().next_back();
            if before.is_some_and(|c| c.is_alphanumeric() || matches!(c, '_' | ':' | '$')) {
                continue;
            }
            let line = starts.iter().rev().find(|(start, _)| *start <= at).map_or(0, |(_, line)| *line);
            found.extend(heads(&code[at + prefix.len()..]).into_iter().map(|head| (line, head)));
        }
    }
    found
}

/// The first words of a path or of a `{…}` group of paths.
fn heads(path: &str) -> Vec<String> {
    let Some(group) = path.strip_prefix('{') else {
        return vec![word(path)];
    };
    let (mut level, mut heads, mut start) = (0_i32, Vec::new(), 0);
    for (at, c) in group.char_indices() {
        match c {
            '{' => level += 1,
            ',' if level == 0 => {
                heads.push(word(group[start..at].trim_start()));
                start = at + 1;
            }
            '}' if level == 0 => {
                heads.push(word(group[start..at].trim_start()));
                break;
            }
            '}' => level -= 1,
            _ => {}
        }
    }
    heads.retain(|head| !head.is_empty());
    heads
}

fn word(path: &str) -> String {
    path.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn complaints(path: &str, text: &str) -> Vec<String> {
        check(&[Source { path: path.into(), text: text.into() }])
    }

    #[test]
    fn imports_upwards_are_found() {
        assert_eq!(
            complaints("engine/src/text/a.rs", "\nuse crate::dates::Date;"),
            ["engine/src/text/a.rs:2: `text` must not know `dates`."]
        );
        assert_eq!(complaints("engine/src/dates/a.rs", "use crate::{text::Span, entities::{A, B}, mentions};").len(), 1);
        assert_eq!(complaints("engine/src/dates/rules/a.rs", "use super::super::super::timeline;").len(), 1);
        assert_eq!(complaints("engine/src/mentions/mod.rs", "fn f(a: crate::Analysis) {}").len(), 1);
        assert_eq!(complaints("src/view/rows.rs", "use crate::hooks::a;").len(), 1);
        assert_eq!(complaints("src/view/rows.rs", "use gloo::events;").len(), 1);
    }

    #[test]
    fn imports_downwards_are_free() {
        assert!(complaints("engine/src/timeline/a.rs", "use crate::dates::Date;\nuse super::group;\nuse super::super::text;").is_empty());
        assert!(complaints("engine/src/text/a.rs", "/// [`crate::dates`]\nuse crate::MAX_TEXT_BYTES;").is_empty());
        assert!(complaints("engine/src/text/a.rs", "#[cfg(test)]\nmod tests { use crate::dates::Date; }").is_empty());
        assert!(complaints("src/components/a.rs", "use crate::view::rows;").is_empty());
    }

    #[test]
    fn unknown_modules_are_named() {
        assert_eq!(complaints("engine/src/helpers.rs", "").len(), 1);
    }
}
