//! Finding any record by its words.

use leptos::prelude::*;

/// The field with its results.
#[component]
pub fn SearchField() -> impl IntoView {}
