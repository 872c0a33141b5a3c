//! How the reader's locale writes dates, asked of the browser once.

use std::rc::Rc;

use js_sys::{Array, Date, Function, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use yew::prelude::*;

use crate::words::{DateWords, Part, Pattern};

/// The reader's way to write dates; English where it cannot be asked, American when the page is drawn ahead.
#[hook]
pub fn use_locale() -> Rc<DateWords> {
    let words = || if cfg!(target_arch = "wasm32") { of_browser().unwrap_or_default() } else { DateWords::american() };
    (*use_memo((), |()| Rc::new(words()))).clone()
}

/// The way to write dates that the page was opened with, for components below [`use_locale`]'s.
#[hook]
pub fn use_dates() -> Rc<DateWords> {
    use_context::<Rc<DateWords>>().unwrap_or_default()
}

fn of_browser() -> Option<DateWords> {
    let language = gloo::utils::window().navigator().language()?;
    let pattern = |fields: &[(&str, &str)]| pattern(&language, fields);
    let (day, year, month, short) = (("day", "numeric"), ("year", "numeric"), ("month", "long"), ("month", "short"));
    Some(DateWords {
        day: pattern(&[day, month, year])?,
        day_and_month: pattern(&[day, month])?,
        short_day: pattern(&[day, short])?,
        month: pattern(&[month, year])?,
        short_month: pattern(&[short])?,
        language: language.into(),
    })
}

/// The parts of a date as `Intl` writes it in the calendar and the digits that the rest of the page uses.
fn pattern(language: &str, fields: &[(&str, &str)]) -> Option<Pattern> {
    let options = Object::new();
    for (name, value) in fields.iter().chain(&[("timeZone", "UTC"), ("calendar", "gregory"), ("numberingSystem", "latn")]) {
        Reflect::set(&options, &(*name).into(), &(*value).into()).ok()?;
    }
    // Called by name: as a constructor, a locale that the browser does not know would throw.
    let intl = Reflect::get(&js_sys::global(), &"Intl".into()).ok()?;
    let format: Function = Reflect::get(&intl, &"DateTimeFormat".into()).ok()?.dyn_into().ok()?;
    let format = Reflect::construct(&format, &Array::of2(&language.into(), &options)).ok()?;
    let to_parts: Function = Reflect::get(&format, &"formatToParts".into()).ok()?.dyn_into().ok()?;
    let parts =
        |month: i32| to_parts.call1(&format, &Date::new(&Date::utc(2019.0, f64::from(month)).into())).ok().map(|parts| Array::from(&parts));
    let mut months = Vec::with_capacity(12);
    for month in 0..12 {
        months.push(parts(month)?.iter().find(|part| field(part, "type") == "month").map(|part| field(&part, "value").into())?);
    }
    Some(Pattern { parts: parts(0)?.iter().map(|part| self::part(&part)).collect(), months: months.try_into().ok()? })
}

fn part(part: &JsValue) -> Part {
    match field(part, "type").as_str() {
        "day" => Part::Day,
        "month" => Part::Month,
        "year" => Part::Year,
        _ => Part::Text(field(part, "value").into()),
    }
}

fn field(part: &JsValue, name: &str) -> String {
    Reflect::get(part, &name.into()).ok().and_then(|value| value.as_string()).unwrap_or_default()
}
