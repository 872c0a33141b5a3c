//! What is drawn, worked out from a [`Reading`](crate::state::Reading) and the state. Pure, and tested natively.

pub mod card;
pub mod chunks;
pub mod fold;
pub mod kinds;
pub mod lanes;
pub mod letters;
pub mod limits;
pub mod overview;
pub mod pieces;
pub mod rows;
pub mod scale;
pub mod ticks;
pub mod timeline;
pub mod told;
pub mod tree;
pub mod when;
