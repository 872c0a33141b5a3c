//! What the story tests share: a story's gold, the engine's reading of it, and the comparison of the two.

pub mod compare;
pub mod reading;
pub mod story;
