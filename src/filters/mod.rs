//! The bar above the views: what is shown, in a sentence, and the choices that make it so.

use leptos::prelude::*;

/// The bar.
#[component]
pub fn FilterBar() -> impl IntoView {}
