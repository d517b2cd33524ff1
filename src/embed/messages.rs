//! What is exchanged with the page that holds this one in a frame: the state, which it is told and may set.
//!
//! Its content's height it is told by `src/frame.js`, before there is a module.

use std::time::Duration;

use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};

use super::{
    pace::{Pace, Turn},
    request::{Request, judged},
};
use crate::{state::Explorer, ui::framed::is_framed};

/// The type of a message that asks for a state.
const SET: &str = "jalons:set";
/// The type of a message that tells the state.
const STATE: &str = "jalons:state";
/// Where `src/frame.js` keeps the last request that came before this code.
const ASKED_BEFORE: &str = "jalonsAsked";

/// Tells the host page the state when it changes, and lets it set the state; nothing where there is no host page.
pub fn start(explorer: Explorer) {
    if !is_framed() {
        return;
    }
    let host = Host {
        explorer,
        hash: Memo::new(move |_| explorer.hash()),
        pace: StoredValue::new(Pace::default()),
        waiting: StoredValue::new(None),
    };
    // What the host opened the frame with it knows.
    let known = StoredValue::new(host.hash.get_untracked());
    Effect::new(move |_| {
        let now = host.hash.get();
        if known.with_value(|known| *known != now) {
            tell(&now);
            known.set_value(now);
        }
    });
    // Where src/frame.js has read the address, and after it whoever changes the state.
    Effect::new(move |_| {
        let is_embedded = explorer.state().with(|state| state.is_embedded);
        if let Some(root) = document().document_element() {
            let _never_fails = if is_embedded {
                root.set_attribute("data-embed", "")
            } else {
                root.remove_attribute("data-embed")
            };
        }
    });
    let hear = Closure::<dyn Fn(JsValue)>::new(move |event| {
        if let Some(request) = request_of(&event) {
            host.receive(request);
        }
    });
    // In place of the listener of src/frame.js, and for as long as the page.
    let _never_fails = js_sys::Reflect::set(&window(), &"onmessage".into(), &hear.into_js_value());
    if let Some(request) = request_of(&property(&window(), ASKED_BEFORE)) {
        host.receive(request);
    }
}

/// The host page. Copy: pass it freely.
#[derive(Clone, Copy)]
struct Host {
    explorer: Explorer,
    hash: Memo<String>,
    pace: StoredValue<Pace>,
    /// The last request of a flood, to be honoured when it is its turn.
    waiting: StoredValue<Option<Request>>,
}

impl Host {
    fn receive(self, request: Request) {
        let mut turn = Turn::Now;
        self.pace.update_value(|pace| turn = pace.turn(js_sys::Date::now()));
        let is_waited_for = self.waiting.with_value(Option::is_some);
        match turn {
            Turn::Now => {
                // Whatever waited has been overtaken.
                self.waiting.set_value(None);
                self.honour(&request);
            }
            Turn::After(delay) => {
                self.waiting.set_value(Some(request));
                if !is_waited_for {
                    set_timeout(move || self.resume(), Duration::from_secs_f64(delay / 1000.0));
                }
            }
        }
    }

    fn resume(self) {
        let mut request = None;
        self.waiting.update_value(|waiting| request = waiting.take());
        if let Some(request) = request {
            self.receive(request);
        }
    }

    /// Does what is asked. The answer is the new state, told because it has changed, or the old one.
    fn honour(self, request: &Request) {
        let before = self.hash.get_untracked();
        if let Request::Show(hash) = request {
            self.explorer.adopt(hash);
        }
        if self.hash.get_untracked() == before {
            tell(&before);
        }
    }
}

/// The request that an event of the host page brings, if it is one.
fn request_of(event: &JsValue) -> Option<Request> {
    let is_of_host = property(event, "source") == property(&window(), "parent");
    let data = Some(property(event, "data")).filter(|data| is_of_host && data.is_object())?;
    let hash = property(&data, "hash").dyn_into::<js_sys::JsString>().ok();
    judged(property(&data, "type") == SET, hash.as_ref().map(js_sys::JsString::length), || hash?.as_string())
}

/// Tells the host page the state.
fn tell(hash: &str) {
    let message = js_sys::Object::new();
    for (key, value) in [("type", STATE), ("hash", hash)] {
        let _never_fails = js_sys::Reflect::set(&message, &key.into(), &value.into());
    }
    if let Ok(Some(host)) = window().parent() {
        // Nothing in it is about the reader, so it may be read by whoever holds the frame.
        let _never_fails = host.post_message(&message, "*");
    }
}

/// A property of what may not be an object.
fn property(of: &JsValue, name: &str) -> JsValue {
    js_sys::Reflect::get(of, &name.into()).unwrap_or_default()
}
