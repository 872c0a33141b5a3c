//! Which items of a list are seen. Changed in place: drawing items that come back is most of the work of clearing a choice.

use web_sys::Element;
use yew::prelude::*;

/// Hides those children of `node` for which `shown` has a false; `drawn` says what they are drawn from.
#[hook]
pub fn use_shown<T: PartialEq + 'static>(node: &NodeRef, drawn: T, shown: &[bool]) {
    let node = node.clone();
    use_effect_with((drawn, shown.to_vec()), move |(_, shown)| {
        let Some(list) = node.cast::<Element>() else { return };
        let mut item = list.first_element_child();
        for is_shown in shown {
            let Some(element) = item else { break };
            // Fails only for names that no attribute can have.
            let _ = element.toggle_attribute_with_force("hidden", !is_shown);
            item = element.next_element_sibling();
        }
    });
}
