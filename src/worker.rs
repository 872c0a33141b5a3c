//! The worker's side: takes requests, reads the stories, answers. Nothing else.

use js_sys::Uint8Array;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

use crate::protocol::{Reply, Request, decode, encode};

/// Listens for requests for as long as the worker lives.
pub fn start() {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let answering = scope.clone();
    let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        let bytes = Uint8Array::new(&event.data()).to_vec();
        post(&answering, &answer(&bytes));
    });
    scope.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    on_message.forget();
    post(&scope, &Reply::Ready);
}

fn answer(bytes: &[u8]) -> Reply {
    match decode::<Request>(bytes) {
        Ok(Request { id, text, options }) => Reply::Done { id, analysis: Box::new(dateline_engine::analyze(&text, &options)) },
        Err(_) => Reply::Garbled,
    }
}

fn post(scope: &DedicatedWorkerGlobalScope, reply: &Reply) {
    let buffer = Uint8Array::from(encode(reply).as_slice()).buffer();
    // Fails only for values that cannot be sent; a buffer can.
    let _ = scope.post_message_with_transfer(&buffer, &js_sys::Array::of1(&buffer));
}
