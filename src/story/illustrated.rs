//! The guided reading as an illustrated text: every step with its picture, for paper and for pages without a script.

use leptos::prelude::*;

use super::{
    Beside,
    route::{self, Stage},
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
    let article = move |stage: Stage| {
        let step = &strategy[stage.step];
        let shown = route::shows(strategy, stage.step, explorer.defaults());
        let picture = (beside.picture)(strategy, &shown, lang)
            .map(|picture| view! { <div class="story-picture" inner_html=picture></div> });
        view! {
            <article id=format!("focus={}", step.slug) data-step=step.slug.as_str()>
                <p class="story-kicker"><StepTheme strategy step /></p>
                <h2>{words::numbered(stage.place, step.title.get(lang))}</h2>
                <StepText strategy step />
                {picture}
                <p>
                    <CommandLink command=Command::FollowTo(Box::new(shown))>{words::explore(lang)}</CommandLink>
                </p>
            </article>
        }
    };
    let stages = strategy.steps().filter_map(|(id, _)| Stage::of(Some(id), strategy));
    view! { <div class="story-illustrated">{stages.map(article).collect_view()}</div> }
}
