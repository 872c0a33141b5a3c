//! The parts of the page. Each draws slices of the state and raises callbacks; none keeps a copy of what it is given.

mod app;
mod article;
mod brush;
mod chunk;
mod editor;
mod header;
mod help;
mod kind_chips;
mod legend;
pub mod mark;
mod mark_card;
mod name;
mod name_list;
mod name_lists;
mod notice;
mod org_filter;
mod org_list;
mod org_row;
mod overview;
mod overview_figures;
mod progress;
mod published;
mod shelf;
mod step_bar;
mod story_note;
mod story_pane;
mod story_text;
mod tabs;
mod timeline;
mod timeline_item;
mod unread;
mod zoom_bar;

pub use app::{App, Props as AppProps};
