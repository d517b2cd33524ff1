//! The way from the top of a scope down to the level shown, with the sum of that level.

use leptos::prelude::*;

use super::{Map, treemap::placed::others_label};
use crate::{
    i18n::{format, messages::messages},
    model::id::EnvelopeId,
    state::{Explorer, command::Command},
    ui::plain_click::takes_over,
};

/// The levels as links, the last one with its sum; nothing if the data hold no budget.
pub(crate) fn breadcrumb(map: Map) -> Option<impl IntoView> {
    let explorer = Explorer::expect_context();
    let lang = explorer.lang();
    let root = map.root()?;
    let others = map.others();
    let step = move |envelope: EnvelopeId| {
        let on_click = move |event| {
            if takes_over(&event) {
                map.go_to(Some(envelope));
            }
        };
        view! {
            <li>
                <a href=explorer.href(&Command::DrillTo(Some(envelope))) on:click=on_click>
                    {explorer.strategy[envelope].label.get(lang)}
                </a>
            </li>
        }
    };
    let mut above: Vec<_> = explorer.strategy.ancestors(root).collect();
    above.reverse();
    if others.is_some() {
        above.push(root);
    }
    let here = match &others {
        Some(others) => format::capitalised(&others_label(others.parts.len(), lang)),
        None => explorer.strategy[root].label.get(lang).to_owned(),
    };
    let up = (!above.is_empty()).then(|| {
        let name = messages(lang).up();
        view! {
            <button type="button" class="up" aria-label=name title=name on:click=move |_| map.go_up()>"↑"</button>
        }
    });
    Some(view! {
        <nav class="breadcrumb" data-breadcrumb="" aria-label=messages(lang).breadcrumb()>
            <ol role="list">
                {above.into_iter().map(step).collect_view()}
                <li aria-current="true">
                    <strong data-label="">{here}</strong>
                    <span class="sum" data-label="">{map.sum()}</span>
                </li>
            </ol>
            {up}
        </nav>
    })
}
