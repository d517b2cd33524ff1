//! What the shapes of the timeline mean.

use leptos::prelude::*;

use crate::{i18n::messages::messages, state::Explorer, ui::svg_path::PathData};

/// One line of samples with their meaning.
#[component]
pub(crate) fn Legend() -> impl IntoView {
    let messages = messages(Explorer::expect_context().lang());
    let disc = || PathData::new().circle(15.0, 8.0, 5.0).into_text();
    let samples = [
        ("point", disc(), messages.legend_filled),
        ("point is-hollow", disc(), messages.legend_hollow),
        ("point is-hollow is-dashed", disc(), messages.legend_dashed),
        ("doubt", "M2 8H28M2 5v6M28 5v6M15 5v6".to_owned(), messages.legend_doubt),
        ("bar-edge", "M2 2H28M2 14H28M2 2v12M21 4L27 8L21 12".to_owned(), messages.legend_arrow),
        ("after is-sample", "M0.5 0.5H29.5v15H0.5Z".to_owned(), messages.after_note),
    ];
    let items = samples.map(|(class, path, meaning)| {
        view! {
            <li>
                <svg width="30" height="16" viewBox="0 0 30 16" aria-hidden="true"><path class=class d=path /></svg>
                {meaning}
            </li>
        }
    });
    view! {
        <ul class="legend" aria-label=messages.legend>{items}</ul>
        <p class="hint">{messages.timeline_help}</p>
    }
}
