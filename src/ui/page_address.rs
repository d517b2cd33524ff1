//! The address of the page, as links that leave it name it.

use leptos::prelude::*;

use crate::state::Explorer;

/// The address without query and hash; empty natively.
#[must_use]
pub fn own_address() -> String {
    if !cfg!(target_arch = "wasm32") {
        return String::new();
    }
    without_state(&window().location().href().unwrap_or_default())
}

/// The same where others see there what the reader does; empty for a page in a file, whose address is nobody else's
/// business, and for data that the reader has only opened.
#[must_use]
pub fn public_address(explorer: Explorer) -> String {
    let address =
        Some(own_address()).filter(|address| explorer.can_be_linked() && address.starts_with("http"));
    address.unwrap_or_default()
}

/// An address without its query and hash.
#[must_use]
pub fn without_state(address: &str) -> String {
    address.split(['?', '#']).next().unwrap_or_default().to_owned()
}
