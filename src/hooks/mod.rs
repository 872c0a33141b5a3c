//! What happens outside becomes actions; what the state asks for is done outside.

mod bridge;
mod use_address;
mod use_analyzer;
mod use_drafts;
mod use_focus;
mod use_page_paste;
mod use_shortcuts;
mod use_takeover;
mod use_theme;
mod use_width;

pub use use_address::use_address;
pub use use_analyzer::use_analyzer;
pub use use_drafts::{use_drafts, use_forget};
pub use use_focus::use_selection_in_view;
pub use use_page_paste::use_page_paste;
pub use use_shortcuts::{use_keys, use_shortcuts};
pub use use_takeover::use_takeover;
pub use use_theme::use_theme;
pub use use_width::use_width;

pub use crate::storage::settings::Theme;
