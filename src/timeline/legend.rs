//! What the shapes of the timeline mean.

use leptos::prelude::*;

use crate::{
    i18n::messages::messages,
    state::Explorer,
    ui::drawing::{Drawing, PathData},
};

/// One line of samples with their meaning.
#[component]
pub fn Legend() -> impl IntoView {
    let messages = messages(Explorer::expect_context().lang());
    let disc = || PathData::new().circle(15.0, 8.0, 5.0);
    let doubt = PathData::new()
        .move_to(2.0, 8.0)
        .across_to(28.0)
        .move_to(2.0, 5.0)
        .down_by(6.0)
        .move_to(28.0, 5.0)
        .down_by(6.0);
    let bar = PathData::new().move_to(2.0, 2.0).across_to(28.0).move_to(2.0, 14.0).across_to(28.0);
    let bar = bar.move_to(2.0, 2.0).down_by(12.0).move_to(21.0, 4.0).line_to(28.0, 8.0).line_to(21.0, 12.0);
    let samples = [
        (Drawing::new().path("point", &disc()), messages.legend_filled()),
        (Drawing::new().path("point is-hollow", &disc()), messages.legend_hollow()),
        (Drawing::new().path("point is-hollow is-dashed", &disc()), messages.legend_dashed()),
        (Drawing::new().path("doubt", &doubt).path("point", &disc()), messages.legend_doubt()),
        (
            Drawing::new().rect("bar", (2.0, 2.0, 26.0, 12.0), 0.0).path("bar-edge", &bar),
            messages.legend_arrow(),
        ),
        (Drawing::new().rect("after is-sample", (0.5, 0.5, 29.0, 15.0), 0.0), messages.after_note()),
    ];
    let items = samples.map(|(sample, meaning)| {
        view! {
            <li>
                <svg width="30" height="16" viewBox="0 0 30 16" aria-hidden="true" inner_html=sample.into_markup()></svg>
                {meaning}
            </li>
        }
    });
    view! {
        <ul class="legend" aria-label=messages.legend()>{items}</ul>
        <p class="hint">{messages.timeline_help()}</p>
    }
}
