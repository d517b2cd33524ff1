//! Keys that are a single letter or sign: a reader who speaks to the computer, or whose hand slips, can switch them off.

use std::sync::atomic::{AtomicBool, Ordering};

use leptos::{ev::KeyboardEvent, prelude::*};
use wasm_bindgen::JsCast;

/// Where the choice is kept in the reader's browser.
const KEY: &str = "jalons-shortcuts";
/// What is kept there when they are off.
const OFF: &str = "off";

/// The choice of this visit, for a browser that keeps nothing.
static ARE_OFF: AtomicBool = AtomicBool::new(false);

/// Whether single keys act at all.
#[must_use]
pub fn are_on() -> bool {
    let kept = || window().local_storage().ok()??.get_item(KEY).ok()?;
    !ARE_OFF.load(Ordering::Relaxed) && kept().as_deref() != Some(OFF)
}

/// Switches single keys on or off, for later visits too where the browser allows it.
pub fn switch(on: bool) {
    ARE_OFF.store(!on, Ordering::Relaxed);
    if let Ok(Some(storage)) = window().local_storage() {
        let _refused = if on { storage.remove_item(KEY) } else { storage.set_item(KEY, OFF) };
    }
}

/// Whether a single key pressed now is meant for the page: alone, not within a text that is being written, with the
/// focus in the app, and never in a frame, where the page around it may mean something else by the key.
#[must_use]
pub fn may_act(event: &KeyboardEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    let lies_in =
        |selector| target.as_ref().is_some_and(|target| matches!(target.closest(selector), Ok(Some(_))));
    let is_framed = || window().top().ok().flatten().is_none_or(|top| top != window());
    let is_alone = !(event.ctrl_key() || event.meta_key() || event.alt_key());
    is_alone
        && !lies_in("input, textarea, select, [contenteditable], dialog")
        // Nothing has the focus: the key goes to the body, and the body is the app's alone.
        && (lies_in("#app") || !lies_in("body *"))
        && !is_framed()
        && are_on()
}
