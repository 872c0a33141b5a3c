//! The parts of the page. Each draws slices of the state and raises callbacks; none keeps a copy of what it is given.

mod app;
mod article;
mod chunk;
mod editor;
mod header;
mod help;
mod kind_chips;
mod legend;
pub mod mark;
mod name;
mod name_lists;
mod notice;
mod org_filter;
mod org_list;
mod org_row;
mod overview;
mod progress;
mod published;
mod step_bar;
mod tabs;
mod timeline;
mod timeline_item;
mod unread;

pub use app::{App, Props as AppProps};
