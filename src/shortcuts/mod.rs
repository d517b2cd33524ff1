//! The keys of the page: a dialog that lists them, and the switch of those that are a single letter.

use leptos::prelude::*;

/// The button that opens the dialog, with the dialog.
#[component]
pub fn ShortcutsHelp() -> impl IntoView {}
