//! Putting data that were brought on the page, or its own again.

use std::sync::Arc;

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::prepared::Prepared;
use crate::{
    embedded,
    model::{strategy::Strategy, text::Lang},
    state::{
        brought::{Brought, Draw, Shown},
        fetching::{both_details, named_by_page},
        history, query,
        view_state::{Look, PageDefaults, Scheme, View, ViewState},
    },
    ui::{keyboard::focus_first, view_name::is_there},
};

/// Draws a page with the data that it was published with; it stays as it was written if they are not there.
pub fn start_published(file: String, draw: Draw, then: fn()) {
    spawn_local(async move {
        let Ok(details) = both_details().await else { return };
        let [fr, en] = details.map(|content| Arc::new(js_sys::Uint8Array::new(&content).to_vec()));
        // Most files are in one language: both are the same, and read once.
        let en = if en == fr { fr.clone() } else { en };
        let brought = Brought { file, details: [fr, en], is_published: true };
        if let Some(shown) = Prepared::of(brought).await.and_then(|prepared| prepared.shown(None)) {
            (draw.0)(shown, then);
        }
    });
}

/// Puts data that were brought on the page, which begins with their first view; nothing puts its own there again.
pub(super) fn exchange(brought: Option<Shown>, lang: Lang, defaults: PageDefaults, draw: Draw) {
    let shown = brought.unwrap_or_else(|| Shown { strategy: embedded::core(), brought: None });
    let view = first_view(shown.strategy, shown.brought.is_some());
    let scheme = named_by_page("data-scheme").and_then(|scheme| Scheme::parse(&scheme));
    let state = ViewState {
        view: Some(view),
        lang: Some(lang),
        scheme: scheme.or(Some(Scheme::Auto)),
        look: named_by_page("data-look").and_then(|look| Look::parse(&look)),
        ..ViewState::default()
    };
    let state = query::without_defaults(state, defaults, shown.strategy);
    history::begin_at(&query::print(&state, shown.strategy));
    if let Some(root) = document().document_element() {
        let _never_fails = root.set_attribute("data-state", "loading");
    }
    // In a task of its own: what is drawn in that of a click would belong to what was clicked, and go with it.
    spawn_local(async move {
        (draw.0)(shown, || {
            // The dialog that had the keyboard has gone with what it was asked in.
            focus_first("#view");
            // And the page is read from its title on.
            window().scroll_to_with_x_and_y(0.0, 0.0);
        });
    });
}

/// The first view in which there is something to see.
pub(super) fn first_view(strategy: &Strategy, is_brought: bool) -> View {
    View::ALL.iter().copied().find(|&view| is_there(view, strategy, is_brought)).unwrap_or(View::Table)
}
