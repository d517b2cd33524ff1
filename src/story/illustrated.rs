//! The guided reading as an illustrated text: every step with its picture, for paper and for pages without a script.

use leptos::prelude::*;

use super::{
    Beside,
    route::{self, Waypoint},
    step_text::{StepText, StepTheme},
    words,
};
use crate::{
    model::strategy::Strategy,
    state::{Explorer, command::Command},
    ui::command_link::CommandLink,
};

/// Every step in its order.
#[component]
pub fn Illustrated(
    /// The whole of the data.
    strategy: &'static Strategy,
    /// What draws the pictures.
    beside: Beside,
) -> impl IntoView {
    let explorer = Explorer::expect_context();
    let lang = explorer.lang();
    let article = move |waypoint: Waypoint| {
        let step = &strategy[waypoint.step];
        let shown = route::shows(strategy, waypoint.step, explorer.defaults());
        let picture = (beside.picture)(strategy, &shown, lang)
            .map(|picture| view! { <div class="story-picture" inner_html=picture></div> });
        view! {
            <article id=format!("focus={}", step.slug) data-step=step.slug.as_str()>
                <p class="story-kicker"><StepTheme strategy step /></p>
                <h2>{words::numbered(waypoint.place, step.title.get(lang))}</h2>
                <StepText strategy step />
                {picture}
                <p class="story-leave">
                    <CommandLink command=Command::FollowTo(Box::new(shown))>{words::explore(lang)}</CommandLink>
                </p>
            </article>
        }
    };
    let waypoints = strategy.steps().filter_map(|(id, _)| Waypoint::of(Some(id), strategy));
    view! { <div class="story-illustrated">{waypoints.map(article).collect_view()}</div> }
}
