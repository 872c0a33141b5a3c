//! Dateline's page: an [`Analysis`](dateline_engine::Analysis) becomes something a person can read.
//!
//! Data flows one way: hooks turn what happens outside into actions, `state` reduces them, `view` works out what is
//! drawn, `components` draw it and raise callbacks. Only hooks, storage and platform touch the outside.

pub mod components;
pub mod hooks;
pub mod platform;
pub mod protocol;
pub mod start;
pub mod state;
pub mod storage;
pub mod view;
pub mod words;
pub mod worker;
