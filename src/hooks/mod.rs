//! What happens outside becomes actions; what the state asks for is done outside.

mod bridge;
mod card_events;
mod target;
mod use_address;
mod use_analyzer;
mod use_card;
mod use_dates;
mod use_drafts;
mod use_drag;
mod use_focus;
mod use_lit;
mod use_over_page;
mod use_page_paste;
mod use_place;
mod use_roving;
mod use_shortcuts;
mod use_shown;
mod use_takeover;
mod use_theme;
mod use_width;
mod use_zoom;

pub use use_address::use_address;
pub use use_analyzer::use_analyzer;
pub use use_card::{Opened, use_card};
pub use use_dates::{use_dates, use_locale};
pub use use_drafts::{use_drafts, use_forget};
pub use use_drag::use_drag;
pub use use_focus::use_selection_in_view;
pub use use_lit::use_lit;
pub use use_over_page::use_over_page;
pub use use_page_paste::use_page_paste;
pub use use_place::use_place;
pub use use_roving::{Keys, use_roving};
pub use use_shortcuts::{use_keys, use_shortcuts};
pub use use_shown::use_shown;
pub use use_takeover::use_takeover;
pub use use_theme::use_theme;
pub use use_width::use_width;
pub use use_zoom::use_zoom_in_view;

pub use crate::storage::settings::Theme;
