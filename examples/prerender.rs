//! Draws the page with its first sample, for the build: `cargo run --example prerender` writes what stands in the page's
//! element, then a line that begins with a NUL and holds the sample as it was read, in base64.

use std::io::{self, Write};

use base64ct::{Base64, Encoding};
use dateline::components::{App, AppProps};
use dateline::{protocol, start, state::Story};
use dateline_engine::analyze;

fn main() -> io::Result<()> {
    let story = Story::sample(0);
    let bytes = protocol::encode(&analyze(&story.text, &story.options()));
    let runtime = tokio::runtime::Builder::new_current_thread().build()?;
    let props = AppProps { sample: start::sample(&bytes) };
    let page =
        tokio::task::LocalSet::new().block_on(&runtime, yew::LocalServerRenderer::<App>::with_props(props).hydratable(false).render());
    write!(io::stdout().lock(), "{page}\n\0{}", Base64::encode_string(&bytes))
}
