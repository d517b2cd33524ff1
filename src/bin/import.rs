//! What reads the files that a reader brings, in a worker, so that the page goes on answering. `src/import.js` calls it; built by `scripts/worker.mjs`.

use std::{cell::RefCell, ops::ControlFlow};

use jalons::own_data::{
    message::{Answer, Request},
    session::Session,
};
use wasm_bindgen::prelude::*;

thread_local! {
    static SESSION: RefCell<Session> = RefCell::default();
}

/// Nothing happens before the first call from outside.
fn main() {}

/// What was read, as the page takes it, behind the answer that told of it: the page has it before its reader asks.
#[wasm_bindgen]
#[must_use]
pub fn written() -> Option<JsValue> {
    serde_wasm_bindgen::to_value(&SESSION.with_borrow_mut(Session::written)?).ok()
}

/// The answer to a request; nothing if it is none or cannot be answered. `tell` is called with how far it has come.
#[wasm_bindgen]
#[must_use]
pub fn answered(request: JsValue, tell: &js_sys::Function) -> Option<JsValue> {
    let request: Request = serde_wasm_bindgen::from_value(request).ok()?;
    let mut progress = |rows: usize| {
        let progress = Answer::Progress(u32::try_from(rows).unwrap_or(u32::MAX));
        if let Ok(progress) = serde_wasm_bindgen::to_value(&progress) {
            let _never_throws = tell.call1(&JsValue::NULL, &progress);
        }
        // Who no longer wants it ends the worker.
        ControlFlow::Continue(())
    };
    let answer = SESSION.with_borrow_mut(|session| session.answer(request, &mut progress));
    serde_wasm_bindgen::to_value(&answer.ok()??).ok()
}
