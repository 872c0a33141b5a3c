//! Moves the script that trunk writes into the page to a file of its own.
//!
//! The page's policy allows no inline script, so that nothing pasted can ever run.

use std::path::Path;

use anyhow::{Context, Result};

const OPEN: &str = "<script type=\"module\">";
const CLOSE: &str = "</script>";

/// Rewrites `dist/index.html`; each inline module becomes `boot-N.js` beside it.
pub fn move_out(dist: &Path) -> Result<()> {
    let index = dist.join("index.html");
    let page = std::fs::read_to_string(&index).context("trunk left no dist/index.html")?;
    let (page, scripts) = split(&page);
    for (name, script) in &scripts {
        std::fs::write(dist.join(name), script)?;
    }
    std::fs::write(index, page)?;
    Ok(())
}

/// The page without inline modules, and the modules with their names.
fn split(page: &str) -> (String, Vec<(String, String)>) {
    let (mut rest, mut out, mut scripts) = (page, String::new(), Vec::new());
    while let Some((before, after)) = rest.split_once(OPEN)
        && let Some((script, after)) = after.split_once(CLOSE)
    {
        let name = format!("boot-{:08x}.js", fnv(script.as_bytes()));
        out.push_str(before);
        out.push_str("<script type=\"module\" src=\"./");
        out.push_str(&name);
        out.push_str("\"></script>");
        scripts.push((name, script.trim().to_string() + "\n"));
        rest = after;
    }
    (out + rest, scripts)
}

/// The FNV-1a hash, so that a changed script gets a new name.
pub fn fnv(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0x811c_9dc5, |hash, &byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inline_modules_become_files() {
        let (page, scripts) = split("<head>\n<script type=\"module\">\nimport './a.js';\n</script><link></head>");
        assert_eq!(scripts.len(), 1);
        let (name, script) = &scripts[0];
        assert_eq!(script, "import './a.js';\n");
        assert_eq!(page, format!("<head>\n<script type=\"module\" src=\"./{name}\"></script><link></head>"));
    }

    #[test]
    fn other_scripts_stay() {
        let page = "<script src=\"a.js\"></script><script type=\"module\" src=\"b.js\"></script>";
        assert_eq!(split(page), (page.to_string(), Vec::new()));
    }
}
