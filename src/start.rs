//! The page's program takes over the page that the build has drawn.

use std::rc::Rc;

use dateline_engine::Analysis;

use crate::components::{App, AppProps};
use crate::platform;
use crate::protocol::{self, RequestId};
use crate::state::{Reading, Story};

/// The id of the element that holds the page.
pub const PAGE: &str = "page";
/// The id of the element that holds the sample as it was read when the page was built.
pub const SAMPLE: &str = "sample";

/// Draws the page over the one that the build has drawn; the same elements at the same places, so nothing is seen of it.
pub fn start() {
    let props = AppProps { sample: platform::embedded(SAMPLE).and_then(|bytes| sample(&bytes)) };
    match gloo::utils::document().get_element_by_id(PAGE) {
        Some(root) => yew::Renderer::<App>::with_root_and_props(root, props).render(),
        None => yew::Renderer::<App>::with_props(props).render(),
    };
}

/// The first sample, as it was read when the page was built; `None` if another version wrote it.
pub fn sample(bytes: &[u8]) -> Option<Rc<Reading>> {
    let analysis: Analysis = protocol::decode(bytes).ok()?;
    Some(Rc::new(Reading::new(RequestId::default(), Story::sample(0).text, analysis)))
}
