//! How fast the date pass alone is: `cargo bench -p dateline-engine --bench dates [-- FILE]`, megabytes a second on one core.

#![expect(clippy::disallowed_methods, reason = "a benchmark reads a clock, and the file it is given")]

use std::time::Instant;

use dateline_engine::dates;
use dateline_engine::text::Document;

/// A paragraph of news, over and over.
const STORY: &str = "GENEVA, Oct. 30, 2019 (Wire) - Ministers from 12 countries met on Tuesday for the third time this year and agreed to send 2,000 more \
    observers to the border by the end of March. The talks, which began in 2015 and broke down twice, will resume next week. \"We have waited for years,\" said \
    the chairwoman, who took office in January. About 40 percent of the farms along the river were lost in the floods of last summer, the ministry said, and \
    rebuilding them is expected to take at least two and a half years.\n\n";

fn main() {
    let file = std::env::args().skip(1).find(|argument| !argument.starts_with('-'));
    let text = file.and_then(|path| std::fs::read_to_string(path).ok()).unwrap_or_else(|| STORY.repeat(4_000));
    let document = Document::new(&text);
    let best = (0..7)
        .map(|_| {
            let start = Instant::now();
            let times = dates::find(&document, &[], None).times;
            (start.elapsed(), times.len())
        })
        .min();
    if let Some((time, times)) = best {
        let speed = text.len() as f64 / 1e6 / time.as_secs_f64();
        println!("dates: {} bytes, {times} times, {:.1} ms, {speed:.1} MB/s", text.len(), time.as_secs_f64() * 1e3);
    }
}
