//! The choice of stage and measure, for a budget of appropriations.

use leptos::prelude::*;

use super::{command_link::CommandLink, scopes::amounts_of};
use crate::{
    i18n::{
        format::capitalised,
        messages::{self, messages},
    },
    model::envelope::{Measure, Nature},
    state::{Explorer, command::Command},
};

/// Two groups of links, commitments or payments and the stages; nothing for other budgets.
pub fn appropriation_switches() -> Option<impl IntoView> {
    let explorer = Explorer::expect_context();
    let lang = explorer.lang();
    let scope =
        explorer.scope().filter(|&scope| explorer.strategy[scope].nature == Nature::Appropriations)?;
    let shown = amounts_of(explorer);
    let measures = [Measure::Commitment, Measure::Payment].map(|measure| {
        view! {
            <CommandLink command=Command::ShowMeasure(measure) current=Signal::stored(measure == shown.measure)>
                {messages::measure(measure, lang)}
            </CommandLink>
        }
    });
    let stages = shown.stages(explorer.strategy, scope).into_iter().map(|stage| {
        view! {
            <CommandLink command=Command::ShowStage(stage) current=Signal::stored(stage == shown.stage)>
                {capitalised(messages::short_stage(stage, lang))}
            </CommandLink>
        }
    });
    let messages = messages(lang);
    Some(view! {
        <div class="split-switch">
            <div class="switch" role="group" aria-label=messages.measures()>{measures}</div>
            <div class="switch" role="group" aria-label=messages.stages()>{stages.collect_view()}</div>
        </div>
    })
}
