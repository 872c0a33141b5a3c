//! Which marks of the article are lit. In a long story thousands of marks change with one choice, so that they are changed in
//! place and nothing is drawn anew.

use web_sys::Element;
use yew::prelude::*;

use crate::state::{At, RequestId, Selection};

const LIT: &str = "is-lit";
const CURRENT: &str = "is-current";

/// Lights the mentions of what is in focus, and the place where the reader stands, under `article`. `drawn` says which
/// story is drawn there, and how much of it.
#[hook]
pub fn use_lit(article: &NodeRef, selection: &Selection, drawn: (RequestId, usize)) {
    let article = article.clone();
    use_effect_with((selection.entities.clone(), drawn), {
        let article = article.clone();
        move |(entities, _)| {
            let marks: Vec<String> = entities.iter().map(|id| format!("mark[data-entity='{}']", id.0)).collect();
            change(&article, &marks.join(","), LIT);
        }
    });
    use_effect_with((selection.at, drawn), move |(at, _)| {
        let mark = match at {
            Some(At::Mention(index)) => format!("#m{index}"),
            Some(At::Time(index)) => format!("#t{index}"),
            None => String::new(),
        };
        change(&article, &mark, CURRENT);
    });
}

/// Gives the class to what matches the selector, and takes it from all else.
fn change(article: &NodeRef, selector: &str, class: &str) {
    let Some(article) = article.cast::<Element>() else { return };
    for mark in all(&article, &format!(".{class}")) {
        // Fails only for names that no class can have; so does adding it.
        let _ = mark.class_list().remove_1(class);
    }
    for mark in all(&article, selector) {
        let _ = mark.class_list().add_1(class);
    }
}

fn all(article: &Element, selector: &str) -> Vec<Element> {
    use wasm_bindgen::JsCast;
    let Some(found) = Some(selector).filter(|selector| !selector.is_empty()).and_then(|selector| article.query_selector_all(selector).ok())
    else {
        return Vec::new();
    };
    (0..found.length()).filter_map(|index| found.item(index)?.dyn_into().ok()).collect()
}
