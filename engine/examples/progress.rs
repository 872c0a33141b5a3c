//! How true the progress is that the engine tells: `cargo run --release -p dateline-engine --example progress FILE`.
//!
//! For each tenth it prints what was told and what part of the whole time had really passed, in parts in a thousand.

#![expect(clippy::disallowed_methods, reason = "a measurement reads a clock, and the file it is given")]

use std::time::Instant;

use dateline_engine::mentions::tagger::compiled_in;
use dateline_engine::{Options, analyze_watched};

fn main() {
    let Some(text) = std::env::args().nth(1).and_then(|path| std::fs::read_to_string(path).ok()) else {
        return eprintln!("Name a file with a long story.");
    };
    let model = compiled_in();
    let mut told = Vec::new();
    let start = Instant::now();
    analyze_watched(model, &text, &Options::default(), &mut |done| told.push((done, start.elapsed())));
    let all = start.elapsed();
    println!("{} bytes, {} ms\n told  time", text.len(), all.as_millis());
    let mut next = 0;
    for (done, elapsed) in told {
        if done >= next {
            println!("{done:5} {:5}", elapsed.as_micros() * 1_000 / all.as_micros().max(1));
            next = done + 50;
        }
    }
}
