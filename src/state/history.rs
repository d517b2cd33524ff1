//! The browser's address and history: the only place that reads or writes them.

use std::time::Duration;

use leptos::{ev, leptos_dom::helpers::TimeoutHandle, prelude::*};
use wasm_bindgen::JsValue;

use super::command::Entry;

/// How long a continuous change rests before it is written: browsers refuse many writes in a short time.
const REST: Duration = Duration::from_millis(250);

/// Writes of the address, some of them still waiting.
#[derive(Default)]
pub struct History {
    waiting: Option<TimeoutHandle>,
}

impl History {
    /// Enters a state, whose hash goes from `before` to `after`.
    pub fn enter(&mut self, entry: Entry, before: &str, after: &str) {
        let was_waiting = self.waiting.take().map(|handle| handle.clear()).is_some();
        match entry {
            Entry::Push => {
                if was_waiting {
                    write(Entry::Replace, before);
                }
                write(Entry::Push, after);
            }
            Entry::Replace => {
                let hash = after.to_owned();
                let later = set_timeout_with_handle(move || write(Entry::Replace, &hash), REST);
                self.waiting = later.ok();
            }
        }
    }
}

/// The hash of the present address, with its `#` if it is not empty.
#[must_use]
pub fn current_hash() -> String {
    if cfg!(target_arch = "wasm32") { window().location().hash().unwrap_or_default() } else { String::new() }
}

/// Calls `changed` whenever the reader goes back or forward, follows a link or edits the address.
pub fn on_navigation(changed: impl Fn() + Clone + 'static) {
    if cfg!(target_arch = "wasm32") {
        let popped = changed.clone();
        let handles = [
            window_event_listener(ev::popstate, move |_| popped()),
            window_event_listener(ev::hashchange, move |_| changed()),
        ];
        on_cleanup(move || handles.into_iter().for_each(WindowListenerHandle::remove));
    }
}

/// Begins again at a state, in place of the present one.
pub fn begin_at(hash: &str) {
    write(Entry::Replace, hash);
}

/// Writes the address. A refusal (a sandbox, too many calls) leaves the explorer as it is: only the address lags.
fn write(entry: Entry, hash: &str) {
    let Ok(history) = window().history() else { return };
    let location = window().location();
    // An address without `#` keeps path and query, so that clearing the hash does not reload the page.
    let url = if hash.is_empty() {
        format!("{}{}", location.pathname().unwrap_or_default(), location.search().unwrap_or_default())
    } else {
        format!("#{hash}")
    };
    let _refused = match entry {
        Entry::Push => history.push_state_with_url(&JsValue::NULL, "", Some(&url)),
        Entry::Replace => history.replace_state_with_url(&JsValue::NULL, "", Some(&url)),
    };
}
