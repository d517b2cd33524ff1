//! Beside the map of a budget: its total in perspective, what has been given out, commitments and payments stage by stage.

mod attributed;
mod marks;
mod perspective;
pub mod placed;
mod stages;
pub mod words;

use leptos::prelude::*;

use self::{attributed::attributed, perspective::perspective, stages::stages};
use crate::{
    model::{id::ScopeId, strategy::Strategy},
    state::Explorer,
};

/// The cards of the budget shown, once the whole of the data is there. A frame shows the map alone.
#[component]
pub fn Beside() -> impl IntoView {
    let explorer = Explorer::expect_context();
    let shown = Memo::new(move |_| {
        let is_framed = explorer.state().with(|state| state.is_embedded);
        explorer.scope().filter(|_| !is_framed)
    });
    move || {
        let (scope, strategy) = (shown.get()?, explorer.whole()?);
        Some(view! { <Cards strategy scope /> })
    }
}

/// The cards of a budget; most have none.
#[component]
pub fn Cards(
    /// The whole of the data.
    strategy: &'static Strategy,
    /// The budget.
    scope: ScopeId,
) -> impl IntoView {
    let lang = Explorer::expect_context().lang();
    let perspective = perspective(strategy, scope);
    let attributed = attributed(strategy, scope);
    let stages = stages(strategy, scope);
    let is_empty = perspective.is_none() && attributed.is_none() && stages.is_none();
    (!is_empty).then(|| {
        view! {
            <section class="beside" aria-label=words::beside(lang)>
                <p id=format!("beside-keys-{}", strategy[scope].slug) class="visually-hidden">{words::keys(lang)}</p>
                {perspective}
                {attributed}
                {stages}
            </section>
        }
    })
}

/// What describes the keys of the cards of a budget.
fn keys_of(strategy: &Strategy, scope: ScopeId) -> String {
    format!("beside-keys-{}", strategy[scope].slug)
}
