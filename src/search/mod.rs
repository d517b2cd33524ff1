//! Finding any record by its words.

pub mod entries;
pub mod index;
pub mod results;
pub mod typos;
pub mod words;

use leptos::prelude::*;

/// The field with its results.
#[component]
pub fn SearchField() -> impl IntoView {}
