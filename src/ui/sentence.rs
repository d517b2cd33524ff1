//! A long text in a line: itself, or the room for it while it is on its way.

use leptos::prelude::*;

use crate::{
    i18n::{format::beginning, messages::messages},
    model::text::ProseId,
    state::{Explorer, detail::Said},
};

/// The text, once it is there.
#[component]
pub(crate) fn Sentence(
    /// The text.
    text: ProseId,
    /// Whether its beginning stands for it, where it is one of many.
    #[prop(optional)]
    is_short: bool,
) -> impl IntoView {
    let explorer = Explorer::expect_context();
    move || match explorer.said(text) {
        Said::Text(text) if is_short => beginning(&text).into_any(),
        Said::Text(text) => view! { {text} }.into_any(),
        Said::Pending => {
            let waiting = messages(explorer.lang()).detail_pending();
            view! { <span class="pending"><span class="visually-hidden">{waiting}</span></span> }.into_any()
        }
        Said::Missing => view! { <span class="missing">"…"</span> }.into_any(),
        Said::Nothing => ().into_any(),
    }
}
