//! The textbox for a new text, or for changing this one. What is typed is read after a short pause.

use wasm_bindgen::JsCast;
use yew::prelude::*;

use crate::state::Action;
use crate::{platform, words};

/// See [`Editor`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The newest story.
    pub text: AttrValue,
    /// Where actions go.
    pub tell: Callback<Action>,
}

/// A textbox over the article, which shows what is found while the reader types.
#[component]
pub fn Editor(props: &Props) -> Html {
    let field = use_node_ref();
    {
        let field = field.clone();
        use_effect_with((), move |()| {
            if let Some(field) = field.cast::<web_sys::HtmlElement>() {
                let _ = field.focus();
            }
        });
    }
    let type_text = {
        let tell = props.tell.clone();
        Callback::from(move |event: InputEvent| {
            platform::mark_input();
            if let Some(received) = event.target().and_then(|field| platform::field_text(field.unchecked_ref())) {
                tell.emit(Action::Typed(received.text));
            }
        })
    };
    let close = props.tell.reform(|_: MouseEvent| Action::EditorClosed);
    let keys = {
        let tell = props.tell.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" {
                tell.emit(Action::EditorClosed);
            }
        })
    };
    let edit_this = {
        let (field, text, tell) = (field.clone(), props.text.clone(), props.tell.clone());
        Callback::from(move |_: MouseEvent| {
            tell.emit(Action::EditorFilled);
            if let Some(field) = field.cast::<web_sys::HtmlTextAreaElement>() {
                field.set_value(&text);
                let _ = field.focus();
            }
        })
    };
    html! {
        <div class="editor" onkeydown={keys}>
            <label for="text" class="editor-label">{ words::ARTICLE_TEXT }</label>
            <textarea
                ref={field} id="text" class="field editor-field" dir="auto" rows="10" spellcheck="false" oninput={type_text}
                placeholder={words::PASTE_OR_TYPE}
            />
            <div class="editor-actions">
                <button type="button" class="link" onclick={edit_this}>{ words::START_FROM_STORY }</button>
                <span class="bar-space"></span>
                <button type="button" class="button" onclick={close}>{ words::DONE }</button>
            </div>
        </div>
    }
}
