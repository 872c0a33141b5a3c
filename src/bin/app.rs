//! The page.

fn main() {
    yew::Renderer::<dateline::components::App>::new().render();
}
