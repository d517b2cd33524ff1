//! The switch between budgets, each with its total, and the sentence of what may not be added to what.

use leptos::prelude::*;

use super::command_link::CommandLink;
use crate::{
    i18n::{
        format,
        messages::{self, messages},
    },
    model::{
        amounts::Amounts,
        id::{EnvelopeId, ScopeId},
    },
    state::{Explorer, command::Command, query::DEFAULT_STAGE},
};

/// The budgets as links.
#[component]
pub fn ScopeSwitch() -> impl IntoView {
    let explorer = Explorer::expect_context();
    let lang = explorer.lang();
    let choice = move |(scope, top): (ScopeId, EnvelopeId)| {
        let total =
            explorer.strategy[top].amount.map(|amount| format!(" · {}", format::amount(amount, lang)));
        let is_shown = Signal::derive(move || explorer.scope() == Some(scope));
        view! {
            <li>
                <CommandLink command=Command::ShowScope(scope) current=is_shown>
                    {explorer.strategy[scope].short.get(lang)}
                    {total}
                </CommandLink>
            </li>
        }
    };
    // A scope without a top envelope has nothing to show yet.
    let scopes = explorer.strategy.scopes().filter_map(|(id, _)| Some((id, top_of(explorer, id)?)));
    view! {
        <nav class="scopes" aria-label=messages(lang).scopes()>
            <ul role="list">{scopes.map(choice).collect_view()}</ul>
        </nav>
    }
}

/// What the scope shown is made of, and what it may not be added to.
#[component]
pub fn Caution() -> impl IntoView {
    let explorer = Explorer::expect_context();
    let lang = explorer.lang();
    move || {
        let scope = &explorer.strategy[explorer.scope()?];
        let nature = format::capitalised(messages::nature(scope.nature, lang));
        Some(view! {
            <p class="caution">
                <strong>{messages(lang).scopes_never_added()}</strong>
                {format!(" {nature}. ")}
                {scope.caution.get(lang)}
            </p>
        })
    }
}

/// What of each envelope the address asks for.
#[must_use]
pub fn amounts_of(explorer: Explorer) -> Amounts {
    let (stage, measure) = explorer.state().with(|state| (state.stage, state.measure));
    match explorer.scope() {
        Some(scope) => Amounts::of_scope(explorer.strategy, scope, stage.unwrap_or(DEFAULT_STAGE), measure),
        None => Amounts::own(),
    }
}

/// The top envelope of a scope.
#[must_use]
pub fn top_of(explorer: Explorer, scope: ScopeId) -> Option<EnvelopeId> {
    explorer.strategy.roots(scope).next()
}
