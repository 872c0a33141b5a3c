//! The browser: clipboard, scrolling, the theme attribute and measuring. Used by hooks and components, never by state or view.

use std::rc::Rc;

use dateline_engine::dates::Date;
use gloo::timers::callback::Timeout;
use js_sys::{Function, JsString, Object, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DataTransfer, Element, HtmlElement, ScrollBehavior, ScrollIntoViewOptions, ScrollLogicalPosition};

/// Where `public/boot.js` puts what is pasted before the page works.
const EARLY: &str = "datelinePasted";

/// A text that came from outside, and how many broken characters in it were replaced by U+FFFD.
pub struct Received {
    /// Well-formed Unicode.
    pub text: Rc<str>,
    /// Halves of surrogate pairs that stood alone.
    pub mended: usize,
}

/// The plain text on the clipboard, if there is any.
pub fn clipboard_text(data: &DataTransfer) -> Option<Received> {
    let get_data: Function = Reflect::get(data, &"getData".into()).ok()?.dyn_into().ok()?;
    let text: JsString = get_data.call1(data, &"text/plain".into()).ok()?.dyn_into().ok()?;
    (text.length() > 0).then(|| receive(&text))
}

/// The value of a text field, as it is; the browser's own conversion would hide what was broken.
pub fn field_text(field: &JsValue) -> Option<Received> {
    let text: JsString = Reflect::get(field, &"value".into()).ok()?.dyn_into().ok()?;
    Some(receive(&text))
}

fn receive(text: &JsString) -> Received {
    let mended = if text.is_valid_utf16() { 0 } else { char::decode_utf16(text.iter()).filter(Result::is_err).count() };
    Received { text: String::from(text).into(), mended }
}

/// Milliseconds since the page was opened.
pub fn now() -> f64 {
    gloo::utils::window().performance().map_or(0.0, |performance| performance.now())
}

/// Remembers that the reader has just done something whose effect will be painted.
pub fn mark_input() {
    if let Some(performance) = gloo::utils::window().performance() {
        // Fails only for names that the browser reserves.
        let _ = performance.mark("dateline:input");
    }
}

/// Adds a `performance.measure` entry from `start` (a mark or milliseconds) to now.
pub fn measure(name: &str, start: &JsValue, detail: &[(&str, usize)]) {
    let details = Object::new();
    for &(key, value) in detail {
        let value = u32::try_from(value).unwrap_or(u32::MAX);
        let _ = Reflect::set(&details, &key.into(), &value.into());
    }
    let options = Object::new();
    let _ = Reflect::set(&options, &"start".into(), start);
    let _ = Reflect::set(&options, &"end".into(), &now().into());
    let _ = Reflect::set(&options, &"detail".into(), &details);
    let measure = || -> Result<(), JsValue> {
        let performance = Reflect::get(&gloo::utils::window(), &"performance".into())?;
        Reflect::get(&performance, &"measure".into())?.dyn_into::<Function>()?.call2(&performance, &name.into(), &options)?;
        Ok(())
    };
    // The mark is missing when nothing was done by the reader: then there is nothing to measure.
    let _ = measure();
}

/// Brings the element with this id into view, if it is not: into the middle, softly unless the reader wants no motion.
pub fn scroll_to(id: &str) {
    if let Some(element) = gloo::utils::document().get_element_by_id(id).filter(|element| !is_in_view(element)) {
        scroll_into_view(&element);
    }
}

/// What lies under the bars at both edges counts as hidden. In pixels.
const BARS: f64 = 96.0;

fn is_in_view(element: &Element) -> bool {
    let place = element.get_bounding_client_rect();
    place.height() > 0.0 && place.top() >= BARS && place.bottom() <= window_height() - BARS
}

fn window_height() -> f64 {
    gloo::utils::window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or(0.0)
}

fn scroll_into_view(element: &Element) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Center);
    options.set_behavior(if wants_no_motion() { ScrollBehavior::Instant } else { ScrollBehavior::Smooth });
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// How far down the page is scrolled, in pixels.
pub fn scrolled() -> f64 {
    gloo::utils::window().scroll_y().unwrap_or(0.0)
}

/// Scrolls the page there at once, in pixels; without a place, up to where the panes begin if they are above the window.
pub fn scroll_page(to: Option<f64>) {
    let place =
        |selector: &str| gloo::utils::document().query_selector(selector).ok().flatten().map(|element| element.get_bounding_client_rect());
    let switch = place(".tabs").map_or(0.0, |switch| switch.height());
    let top = place(".panes").map_or(0.0, |panes| panes.top() + scrolled() - switch);
    gloo::utils::window().scroll_to_with_x_and_y(0.0, to.unwrap_or_else(|| scrolled().min(top.max(0.0))));
}

/// Puts the card below its mark, or above if there is more room; `y` is where the pointer is on the mark. The place goes into
/// two custom properties, which the style sheet uses where the card stands beside its mark.
pub fn place_card(card: &Element, mark: &str, y: Option<f64>) -> Option<()> {
    let mark = gloo::utils::document().get_element_by_id(mark)?;
    let lines = mark.get_client_rects();
    let line = (0..lines.length()).filter_map(|index| lines.item(index)).find(|line| y.is_none_or(|y| line.bottom() >= y))?;
    let card: &web_sys::HtmlElement = card.dyn_ref()?;
    let area = card.offset_parent()?.get_bounding_client_rect();
    let size = card.get_bounding_client_rect();
    let left = (line.left() - area.left()).min(area.width() - size.width()).max(0.0);
    let is_below = line.bottom() + size.height() <= window_height() || line.top() < size.height() + BARS;
    let top = if is_below { line.bottom() } else { line.top() - size.height() } - area.top();
    card.style().set_property("--card-left", &format!("{left}px")).ok()?;
    card.style().set_property("--card-top", &format!("{top}px")).ok()
}

/// Makes the element with the first id describe that with the second one, or no longer.
pub fn describe(id: &str, by: Option<&str>) {
    if let Some(element) = gloo::utils::document().get_element_by_id(id) {
        let _ = match by {
            Some(by) => element.set_attribute("aria-describedby", by),
            None => element.remove_attribute("aria-describedby"),
        };
    }
}

fn wants_no_motion() -> bool {
    gloo::utils::window().match_media("(prefers-reduced-motion: reduce)").ok().flatten().is_some_and(|query| query.matches())
}

/// Moves the focus to the element with this id.
pub fn focus(id: &str) {
    if let Some(element) = gloo::utils::document().get_element_by_id(id).and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok())
    {
        // Fails only for elements that cannot have the focus.
        let _ = element.focus();
    }
}

/// The reader's day. Only for the button that says "today"; nothing else may know it.
pub fn today() -> Option<Date> {
    let now = js_sys::Date::new_0();
    Date::new(now.get_full_year() as i16, now.get_month() as i8 + 1, now.get_date() as i8)
}

/// Runs `then` once the next frame has been painted: what no reader sees need not hold that frame up.
pub fn after_frame(then: impl FnOnce() + 'static) {
    let in_frame = Closure::once_into_js(move || Timeout::new(0, then).forget());
    // Fails only where there is no window.
    let _ = gloo::utils::window().request_animation_frame(in_frame.unchecked_ref());
}

/// Parts that the browser skips while they are far from the window.
const PARTS: &str = ".chunk, .org, .entry";
/// It keeps them ready on both sides of the window, about so many windows far.
const READY: f64 = 2.0;

/// Has the browser skip, until the next frame has been painted, every part outside of the window. For what changes the style of
/// the whole page: it would be worked out for two to four times what is seen before that frame.
pub fn skip_unseen() {
    let Ok(parts) = gloo::utils::document().query_selector_all(PARTS) else { return };
    let height = window_height();
    let parts = (0..parts.length()).filter_map(|index| parts.item(index)?.dyn_into::<HtmlElement>().ok());
    let unseen: Vec<HtmlElement> = parts
        .filter(|part| {
            let (top, bottom) = {
                let place = part.get_bounding_client_rect();
                (place.top(), place.bottom())
            };
            (bottom <= 0.0 && bottom > -READY * height) || (top >= height && top < (1.0 + READY) * height)
        })
        .collect();
    for part in &unseen {
        // Fails only for names that are none; so does taking it away.
        let _ = part.style().set_property("content-visibility", "hidden");
    }
    after_frame(move || {
        for part in &unseen {
            let _ = part.style().remove_property("content-visibility");
        }
    });
}

/// Sets or removes `data-theme` on the page.
pub fn set_theme(theme: Option<&str>) {
    set_root("data-theme", theme);
}

/// Has the browser's own bars follow the theme.
pub fn set_bars(theme: Option<&str>) {
    let Ok(colours) = gloo::utils::document().query_selector_all("meta[name='theme-color']") else { return };
    for colour in (0..colours.length()).filter_map(|index| colours.item(index)?.dyn_into::<Element>().ok()) {
        let own = colour.get_attribute("data-theme").unwrap_or_default();
        let media = match theme {
            None => format!("(prefers-color-scheme: {own})"),
            Some(theme) => if theme == own { "all" } else { "not all" }.into(),
        };
        // Fails only for names that no attribute can have.
        let _ = colour.set_attribute("media", &media);
    }
}

/// Sets or removes an attribute of the whole page.
fn set_root(name: &str, value: Option<&str>) {
    if let Some(root) = gloo::utils::document().document_element() {
        // Fails only for names that are none.
        let _ = match value {
            Some(value) => root.set_attribute(name, value),
            None => root.remove_attribute(name),
        };
    }
}

/// Sets the title of the tab.
pub fn set_title(title: &str) {
    gloo::utils::document().set_title(title);
}

/// What stands behind the `#` of the page's address.
pub fn fragment() -> String {
    gloo::utils::window().location().hash().unwrap_or_default().trim_start_matches('#').to_string()
}

/// Writes `fragment` into the address: as the newest entry of the browser's history, or in place of the newest.
pub fn set_fragment(fragment: &str, is_new: bool) {
    let window = gloo::utils::window();
    let address = if fragment.is_empty() { window.location().pathname().unwrap_or_default() } else { format!("#{fragment}") };
    if let Ok(history) = window.history() {
        // Browsers refuse when a page does this very often; then Back skips a step.
        let _ = if is_new {
            history.push_state_with_url(&JsValue::NULL, "", Some(&address))
        } else {
            history.replace_state_with_url(&JsValue::NULL, "", Some(&address))
        };
    }
}

/// Says that the page works from now on, and gives what was pasted before; see `public/boot.js`.
pub fn take_over() -> Option<Received> {
    set_root("data-app", Some("on"));
    let window = gloo::utils::window();
    let text: JsString = Reflect::get(&window, &EARLY.into()).ok()?.dyn_into().ok()?;
    let _ = Reflect::delete_property(&window, &EARLY.into());
    Some(receive(&text))
}

/// Says that the worker can read: from now on nothing more is fetched.
pub fn say_ready() {
    set_root("data-app", Some("ready"));
}

/// Shows a page that waited for the reader's own story.
pub fn reveal() {
    set_root("data-waiting", None);
}

/// Bytes that the build wrote into the page, in base64, as the text of the element with this id.
pub fn embedded(id: &str) -> Option<Vec<u8>> {
    let text = gloo::utils::document().get_element_by_id(id)?.text_content()?;
    let bytes = gloo::utils::window().atob(text.trim()).ok()?;
    // `atob` gives a character for each byte.
    Some(bytes.chars().map(|c| c as u8).collect())
}
