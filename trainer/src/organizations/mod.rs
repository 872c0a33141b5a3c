//! What is known of whole organizations: which names mean one, what kind it is, what it belongs to. Learns the kinds,
//! and measures the engine's rows, the names being given.

mod examples;
pub mod kinds;
mod regression;
pub mod rows;
mod texts;
