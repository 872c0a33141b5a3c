//! The worker's side: loads the model, takes requests, reads the stories, answers. Nothing else.

use dateline_engine::{Model, analyze_watched};
use js_sys::Uint8Array;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent, Response};

use crate::protocol::{Reply, Request, RequestId, decode, encode};

/// Where the build puts the weights, beside the worker's script.
const MODEL: &str = "./names.bin";
/// How long a reading goes on before the page is told of it, and then between two words. In milliseconds.
const PAUSE: f64 = 100.0;

/// Loads the model, then listens for requests for as long as the worker lives.
pub fn start() {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    spawn_local(async move {
        match load(&scope).await {
            Some(model) => listen(&scope, model),
            None => post(&scope, &Reply::NoModel),
        }
    });
}

async fn load(scope: &DedicatedWorkerGlobalScope) -> Option<Model> {
    let response: Response = JsFuture::from(scope.fetch_with_str(MODEL)).await.ok()?.dyn_into().ok()?;
    let buffer: JsValue = JsFuture::from(response.array_buffer().ok()?).await.ok()?;
    Model::parse(&Uint8Array::new(&buffer).to_vec()).ok()
}

fn listen(scope: &DedicatedWorkerGlobalScope, model: Model) {
    let answering = scope.clone();
    let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        let bytes = Uint8Array::new(&event.data()).to_vec();
        answer(&answering, &model, &bytes);
    });
    scope.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    on_message.forget();
    post(scope, &Reply::Ready);
}

fn answer(scope: &DedicatedWorkerGlobalScope, model: &Model, bytes: &[u8]) {
    let Ok(Request { id, text, options }) = decode::<Request>(bytes) else { return post(scope, &Reply::Garbled) };
    let analysis = analyze_watched(Some(model), &text, &options, &mut progress(scope, id));
    post(scope, &Reply::Done { id, analysis: Box::new(analysis) });
}

/// Tells the page how far the reading is, but not more often than anyone could see.
fn progress(scope: &DedicatedWorkerGlobalScope, id: RequestId) -> impl FnMut(u16) {
    let mut told = js_sys::Date::now();
    move |done| {
        let now = js_sys::Date::now();
        if now - told >= PAUSE {
            told = now;
            post(scope, &Reply::Progress { id, done });
        }
    }
}

fn post(scope: &DedicatedWorkerGlobalScope, reply: &Reply) {
    let buffer = Uint8Array::from(encode(reply).as_slice()).buffer();
    // Fails only for values that cannot be sent; a buffer can.
    let _ = scope.post_message_with_transfer(&buffer, &js_sys::Array::of1(&buffer));
}
