//! The keys, what is kept, and how to have it forgotten.

use yew::prelude::*;

use crate::hooks::use_over_page;
use crate::words;

/// See [`Help`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// Whether single-letter keys work.
    pub keys: bool,
    /// Raised with the new choice.
    pub set_keys: Callback<bool>,
    /// Raised when what the browser keeps is to be forgotten.
    pub forget: Callback<()>,
    /// Raised when the dialog is closed.
    pub close: Callback<()>,
}

/// A dialog over the page.
#[component]
pub fn Help(props: &Props) -> Html {
    let node = use_node_ref();
    let close = use_over_page(&node, &props.close).reform(|_: MouseEvent| ());
    let forget = props.forget.reform(|_: MouseEvent| ());
    let switch = {
        let (set, on) = (props.set_keys.clone(), props.keys);
        Callback::from(move |_: Event| set.emit(!on))
    };
    html! {
        <dialog ref={node} class="help" popover="auto" aria-labelledby="help-title">
            <h2 id="help-title" class="pane-title">{ words::KEYS_AND_PRIVACY }</h2>
            <dl class="help-keys">
                { for words::KEYS.iter().map(|(key, does)| html! { <><dt><kbd>{ *key }</kbd></dt><dd>{ *does }</dd></> }) }
            </dl>
            <label class="help-switch"><input type="checkbox" checked={props.keys} onchange={switch} />{ " " }{ words::SINGLE_KEYS }</label>
            <p class="help-privacy">{ words::PRIVACY }</p>
            <div class="editor-actions">
                <button type="button" class="button" onclick={forget}>{ words::FORGET }</button>
                <span class="bar-space"></span>
                <button type="button" class="button button-primary" onclick={close}>{ words::CLOSE }</button>
            </div>
        </dialog>
    }
}
