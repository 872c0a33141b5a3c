//! The page.

fn main() {
    dateline::start::start();
}
