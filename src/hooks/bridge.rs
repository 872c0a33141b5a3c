//! The page's end of the worker. The newest request wins: a worker that is busy with an older one for long is ended.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::Uint8Array;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{MessageEvent, Worker};
use yew::Callback;

use crate::platform;
use crate::protocol::{Reply, Request, RequestId, decode, encode};
use crate::state::{Action, Failure, Reading, Story};

/// Where Trunk puts the script that loads the worker's WebAssembly.
const SCRIPT: &str = "./worker_loader.js";
/// A worker that is busy with an outdated story for longer is ended, and a fresh one started. In milliseconds.
const PATIENCE: f64 = 1_000.0;

/// What has been asked and not yet answered.
struct Asked {
    id: RequestId,
    text: Rc<str>,
    bytes: Option<Vec<u8>>,
    at: f64,
}

/// A running worker and the listeners on it.
struct Running {
    worker: Worker,
    ready: bool,
    /// Since when it has been reading, and has not answered.
    busy_since: Option<f64>,
    _listeners: [Closure<dyn FnMut(MessageEvent)>; 2],
}

impl Drop for Running {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}

/// The page's end of the worker.
pub struct Bridge {
    tell: Callback<Action>,
    running: Option<Running>,
    asked: Option<Asked>,
}

impl Bridge {
    /// A bridge that reports to `tell`; the worker is started with the first request.
    pub fn new(tell: Callback<Action>) -> Rc<RefCell<Self>> {
        Rc::new(RefCell::new(Self { tell, running: None, asked: None }))
    }

    /// Starts the worker before anything is asked, so that the first story need not wait for it.
    pub fn warm(this: &Rc<RefCell<Self>>) {
        if this.borrow().running.is_none() {
            let running = start(this);
            this.borrow_mut().running = running;
        }
    }

    /// Gives up what has been asked; a worker that is busy with it is ended, and a fresh one started.
    pub fn stop(this: &Rc<RefCell<Self>>) {
        let mut bridge = this.borrow_mut();
        bridge.asked = None;
        bridge.running.take_if(|running| running.busy_since.is_some());
        drop(bridge);
        Self::warm(this);
    }

    /// Asks for `story` to be read; an answer to an earlier request will be dropped.
    pub fn ask(this: &Rc<RefCell<Self>>, id: RequestId, story: &Story) {
        let bytes = encode(&Request { id, text: story.text.to_string(), options: story.options() });
        let mut bridge = this.borrow_mut();
        bridge.asked = Some(Asked { id, text: story.text.clone(), bytes: Some(bytes), at: platform::now() });
        let is_stuck =
            bridge.running.as_ref().and_then(|running| running.busy_since).is_some_and(|since| platform::now() - since > PATIENCE);
        if is_stuck {
            bridge.running = None;
        }
        if bridge.running.is_none() {
            match start(this) {
                Some(running) => bridge.running = Some(running),
                None => bridge.tell.emit(Action::ReadingFailed(Failure::Worker)),
            }
        }
        bridge.send();
    }

    /// Sends what has been asked, once the worker can take it.
    fn send(&mut self) {
        let (Some(running), Some(asked)) = (&mut self.running, &mut self.asked) else { return };
        if !running.ready {
            return;
        }
        if let Some(bytes) = asked.bytes.take() {
            let buffer = Uint8Array::from(bytes.as_slice()).buffer();
            running.busy_since.get_or_insert(platform::now());
            if running.worker.post_message_with_transfer(&buffer, &js_sys::Array::of1(&buffer)).is_err() {
                self.tell.emit(Action::ReadingFailed(Failure::Worker));
            }
        }
    }

    fn hear(&mut self, bytes: &[u8]) {
        match decode::<Reply>(bytes) {
            Ok(Reply::Ready) => {
                if let Some(running) = &mut self.running {
                    running.ready = true;
                }
                platform::say_ready();
                self.send();
            }
            Ok(Reply::Progress { id, done }) => self.tell.emit(Action::Progressed(id, done)),
            Ok(Reply::Done { id, analysis }) => {
                let asked = self.asked.take_if(|asked| asked.id == id);
                if let Some(running) = &mut self.running {
                    // After the answer to an outdated request the worker begins with the newest.
                    running.busy_since = asked.is_none().then(platform::now);
                }
                let Some(asked) = asked else { return };
                let detail =
                    [("chars", asked.text.chars().count()), ("mentions", analysis.mentions.len()), ("times", analysis.times.len())];
                platform::measure("dateline:analyze", &asked.at.into(), &detail);
                self.tell.emit(Action::Read(Rc::new(Reading::new(id, asked.text, *analysis))));
            }
            Ok(Reply::NoModel) => {
                self.running = None;
                self.fail(Failure::Model);
            }
            Ok(Reply::Garbled) | Err(_) => self.tell.emit(Action::ReadingFailed(Failure::Version)),
        }
    }

    fn broke(&mut self) {
        self.running = None;
        self.fail(Failure::Worker);
    }

    /// A worker that fails before anything is asked of it harms no one; the first request starts another.
    fn fail(&mut self, failure: Failure) {
        if self.asked.take().is_some() {
            self.tell.emit(Action::ReadingFailed(failure));
        }
    }
}

fn start(bridge: &Rc<RefCell<Bridge>>) -> Option<Running> {
    let worker = Worker::new(SCRIPT).ok()?;
    let hearing = Rc::downgrade(bridge);
    let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        if let Some(bridge) = hearing.upgrade() {
            bridge.borrow_mut().hear(&Uint8Array::new(&event.data()).to_vec());
        }
    });
    let breaking = Rc::downgrade(bridge);
    let on_error = Closure::<dyn FnMut(MessageEvent)>::new(move |_| {
        if let Some(bridge) = breaking.upgrade() {
            bridge.borrow_mut().broke();
        }
    });
    worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
    Some(Running { worker, ready: false, busy_since: None, _listeners: [on_message, on_error] })
}
