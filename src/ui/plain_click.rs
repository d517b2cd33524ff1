//! Links that the explorer follows itself: a click that asks for a new tab or window is left to the browser, with a fresh address.

use leptos::ev::MouseEvent;
use wasm_bindgen::JsCast;

use crate::state::{Explorer, command::Command};

/// Whether the click is a plain one; if so, the browser does not follow the link.
pub fn takes_over(event: &MouseEvent) -> bool {
    let is_plain = event.button() == 0
        && !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key());
    if is_plain {
        event.prevent_default();
    }
    is_plain
}

/// Writes the address of the state that `command` leads to from the present one into the link that is being
/// pointed at or focused. A link carries the whole state, and state changes with every step of a drag: writing
/// it only when it can be used costs nothing meanwhile.
pub fn refresh_href(event: &web_sys::Event, explorer: Explorer, command: &Command) {
    let link = event.current_target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    if let Some(link) = link {
        write_href(&link, explorer, command);
    }
}

/// Writes the same into a link that is known.
pub fn write_href(link: &web_sys::Element, explorer: Explorer, command: &Command) {
    let _never_fails = link.set_attribute("href", &explorer.href(command));
}
