//! What the browser keeps between visits: the last story, and the theme.

pub mod drafts;
pub mod settings;
