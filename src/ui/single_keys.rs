//! The keys that are a single letter: whether the reader wants them, and whether one may act now.

use std::sync::atomic::{AtomicBool, Ordering};

use leptos::{ev::KeyboardEvent, prelude::*};
use wasm_bindgen::JsCast;

use super::framed::is_framed;

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

/// Whether a single letter may act: not in a frame or where the view is shown alone as in one, where the keys are the
/// host's and what they open is not there; not in a field, where it is
/// written; not while the reader is elsewhere than in the app (WCAG 2.1.4).
#[must_use]
pub fn may_act(event: &KeyboardEvent) -> bool {
    if event.ctrl_key()
        || event.meta_key()
        || event.alt_key()
        || event.default_prevented()
        || is_as_in_a_frame()
    {
        return false;
    }
    let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    let writes = |element: &web_sys::Element| {
        let field = "input, textarea, select, [contenteditable]:not([contenteditable=false])";
        element.closest(field).is_ok_and(|field| field.is_some())
    };
    let is_inside = |element: &web_sys::Element| element.closest("#app").is_ok_and(|app| app.is_some());
    !target.as_ref().is_some_and(writes)
        && document().active_element().as_ref().is_some_and(is_inside)
        && are_on()
}

/// Whether the page is in a frame of another, or shown as if it were: keys belong to the host's article.
#[must_use]
pub fn is_as_in_a_frame() -> bool {
    is_framed() || document().document_element().is_some_and(|root| root.has_attribute("data-embed"))
}
