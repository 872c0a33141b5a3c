//! Scores the engine.

fn main() {}
