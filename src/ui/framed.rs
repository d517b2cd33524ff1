//! Whether the page stands in a frame of another.

use leptos::prelude::window;

/// Whether it does; natively there is no page.
#[must_use]
pub fn is_framed() -> bool {
    cfg!(target_arch = "wasm32")
        && window().parent().is_ok_and(|parent| parent.is_some_and(|parent| parent != window()))
}
