//! A name with the part that matches the filter.

use yew::prelude::*;

use crate::view::rows::Name;

/// Draws a name.
pub fn draw(name: &Name) -> Html {
    let Some((start, end)) = name.hit else { return html! { name.text.clone() } };
    let part = |range: std::ops::Range<usize>| name.text.get(range).unwrap_or_default().to_string();
    html! { <>{ part(0..start) }<mark class="hit">{ part(start..end) }</mark>{ part(end..name.text.len()) }</> }
}
