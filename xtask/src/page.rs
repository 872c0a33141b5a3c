//! What trunk leaves in dist/ becomes the page that is served: one style sheet, no inline script, the sample drawn already,
//! the program fetched after the first paint.

use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::bootstrap;
use crate::process;

/// The element that the page's program takes over; see `src/start.rs`.
const EMPTY: &str = "<div id=\"page\"></div>";
const LINK: &str = "<link";
const STYLESHEET: &str = "rel=\"stylesheet\"";

/// Finishes `dist/index.html` and the files beside it.
pub fn finish(dist: &Path) -> Result<()> {
    bootstrap::move_out(dist)?;
    let index = dist.join("index.html");
    let page = std::fs::read_to_string(&index).context("trunk left no dist/index.html")?;
    let page = put_off(&bundle_styles(&page, dist)?)?;
    std::fs::write(index, put_in(&page, &prerendered()?)?)?;
    Ok(())
}

/// The page with a link to one style sheet, which holds all that it had links to, in order.
fn bundle_styles(page: &str, dist: &Path) -> Result<String> {
    let (bare, names) = take_styles(page);
    let mut bundle = String::new();
    for name in &names {
        let file = dist.join(name);
        bundle.push_str(&shorten(&std::fs::read_to_string(&file).with_context(|| format!("trunk left no {}", file.display()))?));
        std::fs::remove_file(file)?;
    }
    let name = format!("style-{:08x}.css", bootstrap::fnv(bundle.as_bytes()));
    std::fs::write(dist.join(&name), bundle)?;
    Ok(bare.replacen("</head>", &format!("<link rel=\"stylesheet\" href=\"./{name}\">\n</head>"), 1))
}

/// The page without its style sheets, and their names.
fn take_styles(page: &str) -> (String, Vec<String>) {
    let (mut rest, mut out, mut names) = (page, String::new(), Vec::new());
    while let Some((before, after)) = rest.split_once(LINK)
        && let Some((tag, behind)) = after.split_once('>')
    {
        out.push_str(before);
        match tag.split_once("href=\"./").and_then(|(_, address)| address.split_once('"')) {
            Some((name, _)) if tag.contains(STYLESHEET) => names.push(name.to_string()),
            _ => out.extend([LINK, tag, ">"]),
        }
        rest = behind;
    }
    (out + rest, names)
}

/// The page with its program in a `template`, from which `public/boot.js` takes it when the page has been painted: nothing
/// that the first paint waits for shares the line with it.
fn put_off(page: &str) -> Result<String> {
    const SCRIPT: (&str, &str) = ("<script type=\"module\"", "</script>");
    const PRELOADS: [(&str, &str); 2] = [("<link rel=\"modulepreload\"", ">"), ("<link rel=\"preload\"", ">")];
    let (mut bare, mut program) = (page.to_string(), String::new());
    // The script last: when it comes, what it needs is on its way.
    for (open, close) in PRELOADS.into_iter().chain([SCRIPT]) {
        while let Some(from) = bare.find(open)
            && let Some(length) = bare[from..].find(close)
        {
            let to = from + length + close.len();
            program.push_str(&bare[from..to]);
            bare.replace_range(from..to, "");
        }
    }
    if !program.contains(SCRIPT.0) {
        bail!("trunk left no module script in dist/index.html.");
    }
    Ok(bare.replacen("</head>", &format!("<template id=\"program\">{program}</template>\n</head>"), 1))
}

/// A style sheet without comments, empty lines and blanks at the ends of lines.
fn shorten(css: &str) -> String {
    let (mut rest, mut bare) = (css, String::new());
    while let Some((before, after)) = rest.split_once("/*") {
        bare.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    bare.push_str(rest);
    bare.lines().map(str::trim).filter(|line| !line.is_empty()).fold(String::new(), |out, line| out + line + "\n")
}

/// The sample as the page draws it, and as the engine read it; see `examples/prerender.rs`.
fn prerendered() -> Result<String> {
    let output = process::cargo(&["run", "--quiet", "--package", "dateline", "--example", "prerender"])
        .stderr(std::process::Stdio::inherit())
        .output()?;
    if !output.status.success() {
        bail!("The page could not be drawn ahead: see cargo's words above. A component must not touch the browser while it is drawn.");
    }
    Ok(String::from_utf8(output.stdout)?)
}

fn put_in(page: &str, prerendered: &str) -> Result<String> {
    let (shell, sample) = prerendered.split_once("\n\0").context("examples/prerender.rs wrote no sample")?;
    if !page.contains(EMPTY) {
        bail!("index.html has no `{EMPTY}` for the page to stand in.");
    }
    let full = format!("<div id=\"page\">{shell}</div>\n<script type=\"application/octet-stream\" id=\"sample\">{sample}</script>");
    Ok(page.replacen(EMPTY, &full, 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn style_sheets_are_taken_out_in_order() {
        let page = "<head><link rel=\"icon\" href=\"./i.svg\"/><link rel=\"stylesheet\" href=\"./a-1.css\" integrity=\"x\"/>\n<link rel=\"stylesheet\" href=\"./b.css\"/></head>";
        let (bare, names) = take_styles(page);
        assert_eq!(names, ["a-1.css", "b.css"]);
        assert_eq!(bare, "<head><link rel=\"icon\" href=\"./i.svg\"/>\n</head>");
    }

    #[test]
    fn the_program_is_put_off() {
        let page = "<head><script type=\"module\" src=\"./b.js\"></script><link rel=\"icon\" href=\"./i.svg\"/>\n<link rel=\"preload\" href=\"./a.wasm\" as=\"fetch\"><link rel=\"modulepreload\" href=\"./a.js\"></head>";
        assert_eq!(
            put_off(page).unwrap(),
            "<head><link rel=\"icon\" href=\"./i.svg\"/>\n<template id=\"program\"><link rel=\"modulepreload\" href=\"./a.js\"><link rel=\"preload\" href=\"./a.wasm\" as=\"fetch\"><script type=\"module\" src=\"./b.js\"></script></template>\n</head>"
        );
        assert!(put_off("<head></head>").is_err());
    }

    #[test]
    fn styles_lose_only_what_no_browser_reads() {
        assert_eq!(shorten("/* a\n b */\n@layer x {\n  a {\n    content: \"\";\n  }\n\n}\n"), "@layer x {\na {\ncontent: \"\";\n}\n}\n");
    }

    #[test]
    fn the_sample_is_put_into_the_page() {
        let page = put_in("<body><div id=\"page\"></div></body>", "<main></main>\n\0AAA=").unwrap();
        assert_eq!(
            page,
            "<body><div id=\"page\"><main></main></div>\n<script type=\"application/octet-stream\" id=\"sample\">AAA=</script></body>"
        );
        assert!(put_in("<body></body>", "a\n\0b").is_err());
        assert!(put_in("<div id=\"page\"></div>", "a").is_err());
    }
}
