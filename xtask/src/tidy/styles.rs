//! Colours stand in `styles/tokens.css` only, and nothing is styled in place.

use super::Source;

const TOKENS: &str = "styles/tokens.css";
const FUNCTIONS: &[&str] = &["rgb(", "rgba(", "hsl(", "hsla(", "hwb(", "lab(", "lch(", "oklab(", "oklch(", "color("];
/// The names of colours that people write; `transparent`, `currentColor` and the system's colours are free.
const NAMES: &[&str] = &[
    "aqua",
    "beige",
    "black",
    "blue",
    "brown",
    "coral",
    "crimson",
    "cyan",
    "darkgray",
    "darkgrey",
    "fuchsia",
    "gold",
    "gray",
    "green",
    "grey",
    "indigo",
    "ivory",
    "lightgray",
    "lightgrey",
    "lime",
    "magenta",
    "maroon",
    "navy",
    "olive",
    "orange",
    "orchid",
    "pink",
    "plum",
    "purple",
    "red",
    "salmon",
    "silver",
    "tan",
    "teal",
    "tomato",
    "turquoise",
    "violet",
    "wheat",
    "white",
    "yellow",
];

/// Raw colours outside of the tokens, and `style` attributes, which the page's policy would block anyway.
pub fn check(sources: &[Source]) -> Vec<String> {
    let mut complaints = Vec::new();
    for source in sources {
        if source.is("css") && source.path.starts_with("styles/") && source.path != TOKENS {
            for (line, value) in values(&source.text).filter(|(_, value)| is_raw(value)) {
                complaints.push(format!("{}:{line}: `{}` is a raw colour; name it in {TOKENS}.", source.path, value.trim()));
            }
        }
        if (source.is("rs") && source.path.starts_with("src/")) || source.path == "index.html" {
            for (line, code) in source.production().filter(|(_, code)| is_inline(code)) {
                complaints.push(format!("{}:{line}: `{}` styles in place; use a class.", source.path, code.trim()));
            }
        }
    }
    complaints
}

/// The values of all declarations, with the lines they end on.
fn values(css: &str) -> impl Iterator<Item = (usize, String)> {
    let css = without_comments(css);
    let mut line = 1;
    let mut found = Vec::new();
    for part in css.split_inclusive([';', '{', '}']) {
        line += part.matches('\n').count();
        let (body, end) = part.split_at(part.len() - part.chars().next_back().map_or(0, char::len_utf8));
        if let Some((_, value)) = body.split_once(':').filter(|_| end != "{") {
            found.push((line, value.to_string()));
        }
    }
    found.into_iter()
}

/// The text with comments blanked, line breaks kept.
fn without_comments(css: &str) -> String {
    let (mut rest, mut out) = (css, String::new());
    while let Some((before, after)) = rest.split_once("/*") {
        let (comment, after) = after.split_once("*/").unwrap_or((after, ""));
        out.push_str(before);
        out.extend(comment.chars().filter(|c| *c == '\n'));
        rest = after;
    }
    out + rest
}

fn is_raw(value: &str) -> bool {
    let value = value.to_ascii_lowercase();
    let hex = value.split('#').skip(1).any(|rest| {
        let digits = rest.chars().take_while(char::is_ascii_hexdigit).count();
        matches!(digits, 3 | 4 | 6 | 8) && !rest.chars().nth(digits).is_some_and(char::is_alphanumeric)
    });
    let mut words = value.split(|c: char| !(c.is_alphanumeric() || matches!(c, '-' | '_')));
    let function = FUNCTIONS.iter().any(|function| {
        value.match_indices(function).any(|(at, _)| !value[..at].chars().next_back().is_some_and(|c| c.is_alphanumeric() || c == '-'))
    });
    hex || function || words.any(|word| NAMES.binary_search(&word).is_ok())
}

fn is_inline(code: &str) -> bool {
    ["style=\"", "style={"].iter().any(|form| code.match_indices(form).any(|(at, _)| code[..at].ends_with([' ', '\t']) || at == 0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_file(path: &str, text: &str, n_complaints: usize) {
        let found = check(&[Source { path: path.into(), text: text.into() }]);
        assert_eq!(found.len(), n_complaints, "{found:?}");
    }

    #[test]
    fn raw_colours() {
        for value in ["#fff", "1px solid #12345678", "rgb(0 0 0 / 50%)", "Red", "oklch(50% 0.1 20)"] {
            check_file("styles/a.css", &format!("a:hover {{ color: {value}; }}"), 1);
            check_file(TOKENS, &format!("a {{ color: {value} }}"), 0);
        }
        for value in ["var(--ink)", "currentColor", "CanvasText", "color-mix(in oklab, var(--red), transparent)", "1px solid"] {
            check_file("styles/a.css", &format!("#add a:hover {{ color: {value} }} /* #fff */"), 0);
        }
    }

    #[test]
    fn styles_in_place() {
        check_file("src/components/a.rs", "<p style=\"color: red\">", 1);
        check_file("src/components/a.rs", "<p style={format!(\"x\")}>", 1);
        check_file("src/components/a.rs", "let style = 1; // <p style=\"", 0);
    }

    #[test]
    fn names_are_sorted() {
        assert!(NAMES.is_sorted());
    }
}
