//! Which marks of the article are lit. In a long story thousands of marks change with one choice, so they are changed in
//! place, and nothing is drawn anew.

use std::cell::RefCell;
use std::rc::Rc;

use web_sys::Element;
use yew::prelude::*;

use crate::state::{At, Reading, Selection};

const LIT: &str = "is-lit";
const CURRENT: &str = "is-current";

type Marks = Rc<RefCell<Vec<Element>>>;

/// Lights the mentions of what is in focus, and the place where the reader stands. `drawn` says how much of the story is.
#[hook]
pub fn use_lit(reading: &Rc<Reading>, selection: &Selection, drawn: usize) {
    let (lit, current): (Marks, Marks) = (use_mut_ref(Vec::new), use_mut_ref(Vec::new));
    use_effect_with((reading.clone(), selection.entities.clone(), drawn), move |(reading, entities, _)| {
        let mentions = entities.iter().filter_map(|&id| reading.entity(id)).flat_map(|entity| &entity.mentions);
        change(&lit, mentions.map(|index| format!("m{index}")), LIT);
    });
    use_effect_with((reading.clone(), selection.at, drawn), move |(_, at, _)| {
        let id = at.map(|at| match at {
            At::Mention(index) => format!("m{index}"),
            At::Time(index) => format!("t{index}"),
        });
        change(&current, id.into_iter(), CURRENT);
    });
}

/// Takes the class from the marks that have it, and gives it to those with these ids.
fn change(marks: &Marks, ids: impl Iterator<Item = String>, class: &str) {
    // Fails only for names that no class can have; so does adding it.
    for mark in marks.take() {
        let _ = mark.class_list().remove_1(class);
    }
    let document = gloo::utils::document();
    let new: Vec<Element> = ids.filter_map(|id| document.get_element_by_id(&id)).collect();
    for mark in &new {
        let _ = mark.class_list().add_1(class);
    }
    marks.replace(new);
}
