//! The switch between several ways of splitting an envelope that is shown.

use leptos::prelude::*;

use super::{Map, treemap::placed::split_shown};
use crate::{
    i18n::messages::messages,
    model::id::{EnvelopeId, SplitId},
    state::{Explorer, command::Command},
    ui::command_link::CommandLink,
};

/// One group of links for each envelope shown with its parts that can be split in several ways.
pub(crate) fn split_switches(map: Map) -> impl IntoView {
    let explorer = Explorer::expect_context();
    let strategy = explorer.strategy;
    let chosen = explorer.state().with(|state| state.split);
    let choice = move |envelope: EnvelopeId, split: SplitId| {
        let shown = split_shown(strategy, envelope, chosen);
        let is_shown = if strategy[split].is_default { shown.is_none() } else { shown == Some(split) };
        view! {
            <CommandLink command=Command::ShowSplit(split) current=Signal::stored(is_shown)>
                {strategy[split].label.get(explorer.lang())}
            </CommandLink>
        }
    };
    let group = move |envelope: EnvelopeId| {
        let lang = explorer.lang();
        let label = strategy[envelope].label.get(lang);
        let splits = strategy.splits_of(envelope).into_iter().map(|split| choice(envelope, split));
        view! {
            <div class="split-switch">
                <span data-label="">{label}</span>
                <div class="switch" role="group" aria-label=format!("{}, {label}", messages(lang).splits())>
                    {splits.collect_view()}
                </div>
            </div>
        }
    };
    let shown = map.placed.with(|placed| placed.as_ref().map(|placed| placed.with_splits(strategy)));
    shown.unwrap_or_default().into_iter().map(group).collect_view()
}
