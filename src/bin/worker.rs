//! The worker that reads stories, apart from the page.

fn main() {
    dateline::worker::start();
}
