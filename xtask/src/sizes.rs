//! How large the files of a build are, as they are and as they travel.

use std::path::Path;

use anyhow::{Context, Result};

/// One file of the build.
struct Size {
    name: String,
    raw: usize,
    brotli: usize,
}

/// Prints a table of all files under `dist`, largest first, and their total.
pub fn print(dist: &Path) -> Result<()> {
    let mut sizes = Vec::new();
    measure(dist, "", &mut sizes)?;
    sizes.sort_by(|a, b| b.brotli.cmp(&a.brotli).then_with(|| a.name.cmp(&b.name)));
    let total =
        Size { name: "total".into(), raw: sizes.iter().map(|size| size.raw).sum(), brotli: sizes.iter().map(|size| size.brotli).sum() };
    let width = sizes.iter().map(|size| size.name.len()).max().unwrap_or(0).max(5);
    println!("\n{:width$}  {:>10}  {:>10}", "dist/", "bytes", "brotli");
    for size in sizes.iter().chain([&total]) {
        println!("{:width$}  {:>10}  {:>10}", size.name, size.raw, size.brotli);
    }
    Ok(())
}

fn measure(folder: &Path, prefix: &str, sizes: &mut Vec<Size>) -> Result<()> {
    for entry in std::fs::read_dir(folder).with_context(|| format!("{} cannot be read", folder.display()))? {
        let entry = entry?;
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            measure(&entry.path(), &format!("{name}/"), sizes)?;
        } else {
            let bytes = std::fs::read(entry.path())?;
            sizes.push(Size { name, raw: bytes.len(), brotli: packed(&bytes)? });
        }
    }
    Ok(())
}

/// The size at the highest level, 11, as a host that packs ahead of time would send it.
fn packed(bytes: &[u8]) -> Result<usize> {
    let mut out = Vec::new();
    let params = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 24, ..Default::default() };
    brotli::BrotliCompress(&mut &*bytes, &mut out, &params)?;
    Ok(out.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_packs_well_and_noise_does_not() {
        assert!(packed(&b"dateline ".repeat(1000)).unwrap() < 100);
        let noise: Vec<u8> = (0..1000_u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 24) as u8).collect();
        assert!(packed(&noise).unwrap() > 200);
        assert!(packed(b"").unwrap() < 8);
    }
}
