//! What the foot of the page says of a frame: the way to the full page, and that the data have moved on.

use leptos::prelude::*;

use super::pin::{pin, pinned};
use crate::{
    i18n::messages::{data_moved_on, messages},
    state::{Explorer, query::print},
    ui::page_address::own_address,
};

/// Beside the sources, at the foot of the page.
#[component]
pub fn Foot() -> impl IntoView {
    let explorer = Explorer::expect_context();
    let lang = explorer.lang();
    let present = explorer.strategy.about().version.as_str();
    let outdated = Memo::new(move |_| explorer.state().with(pinned).filter(|pinned| pinned != present));
    let notice = move || {
        outdated.get().map(|pinned| {
            view! { <p class="notice" role="status" data-problem="">{data_moved_on(&pinned, present, lang)}</p> }
        })
    };
    let href = move || format!("{}#{}", own_address(), full_hash(explorer));
    view! {
        {notice}
        // Seen in a frame alone.
        <p class="way-out">
            <a href=href target="_blank" rel="noopener" data-way-out="">
                {messages(lang).open_explorer()}
                " ↗"
            </a>
        </p>
    }
}

/// The hash of the present state on the full page.
fn full_hash(explorer: Explorer) -> String {
    let mut state = explorer.state().get();
    state.is_embedded = false;
    pin(&mut state, None);
    print(&state, explorer.known())
}
