//! Budgets: one scope at a time as a treemap, with the way in and out, and what may not be added to it.

pub mod beside;
pub mod breadcrumb;
pub mod changes;
pub mod coloring;
pub mod editions;
pub mod kept;
pub mod legend;
pub mod map;
pub mod phases;
pub mod splits;
pub mod treemap;
pub mod typeahead;
pub mod words;

use leptos::{html, prelude::*};

pub use self::map::Map;
use self::{
    breadcrumb::breadcrumb,
    coloring::{color_legend, coloring_switch},
    editions::Editions,
    legend::legend,
    splits::split_switches,
    treemap::tiles::Tiles,
};
use crate::{
    i18n::messages::{self, messages},
    model::{envelope::Nature, strategy::Strategy},
    state::{Explorer, detail::Detail, view_state::View},
    ui::{
        appropriations::appropriation_switches,
        criteria::criteria,
        drawing::px,
        element_width::use_element_width,
        scopes::{Caution, ScopeSwitch},
    },
};

/// The width that is assumed before it can be measured.
const INITIAL_PX: f64 = 860.0;

/// The pattern of what has been given out.
pub const HATCH: &str = "<pattern id=\"hatch\" width=\"7\" height=\"7\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\"><path d=\"M0 0V7\" class=\"hatch-line\"/></pattern>";

/// The view of the budgets.
#[component]
pub fn BudgetView() -> impl IntoView {
    let explorer = Explorer::expect_context();
    let room = NodeRef::<html::Div>::new();
    let width = use_element_width(room, INITIAL_PX);
    let map = Map::new(explorer, width);
    let drawn = Memo::new(move |_| Drawn::of(explorer));
    let has_envelopes = move || drawn.with(|drawn| matches!(drawn, Drawn::Envelopes));
    let entries = Memo::new(move |_| map.entries());
    view! {
        <section class="budget" data-view=View::Budget.as_str() aria-label=messages(explorer.lang()).budget()>
            <ScopeSwitch />
            <Caution />
            {move || has_envelopes().then(|| breadcrumb(map))}
            {move || split_switches(map)}
            {appropriation_switches}
            {coloring_switch}
            {move || has_envelopes().then(|| shown(map))}
            <div class="treemap-room" node_ref=room>
                {move || match drawn.get() {
                    Drawn::Envelopes => view! { <Treemap map /> }.into_any(),
                    Drawn::Editions(strategy) => view! { <Editions strategy width /> }.into_any(),
                    Drawn::Nothing => {
                        let height = px(editions::map::height_of(width.get()));
                        view! { <svg class="treemap" height=height aria-hidden="true"></svg> }.into_any()
                    }
                }}
            </div>
            {move || has_envelopes().then(|| color_legend(entries))}
            {move || has_envelopes().then(|| legend(map))}
        </section>
    }
}

/// What the map is of.
#[derive(Clone, Copy)]
enum Drawn {
    /// The envelopes of a level.
    Envelopes,
    /// The projects of an edition: the top of a budget of projects.
    Editions(&'static Strategy),
    /// Nothing while the editions are on their way.
    Nothing,
}

impl PartialEq for Drawn {
    // There is one strategy.
    fn eq(&self, other: &Self) -> bool {
        std::mem::discriminant(self) == std::mem::discriminant(other)
    }
}

impl Drawn {
    fn of(explorer: Explorer) -> Self {
        let is_of_projects =
            explorer.scope().is_some_and(|scope| explorer.strategy[scope].nature == Nature::FullCost);
        if !is_of_projects || explorer.state().with(|state| state.at.is_some()) {
            return Self::Envelopes;
        }
        match explorer.whole() {
            Some(strategy) => Self::Editions(strategy),
            // Without them the last edition can still be seen as envelopes.
            None if matches!(explorer.detail(), Detail::Failed) => Self::Envelopes,
            None => Self::Nothing,
        }
    }
}

/// What is shown, in a sentence. Without a filter the breadcrumb says it already, so it is there for who listens.
fn shown(map: Map) -> impl IntoView {
    let explorer = Explorer::expect_context();
    match map.kept() {
        Some((kept, all)) => {
            let sentence = messages::kept_of(kept, all, explorer.lang()) + &criteria(explorer);
            view! { <p id="shown" class="shown">{sentence}</p> }.into_any()
        }
        None => view! { <p id="shown" class="visually-hidden">{map.description()}</p> }.into_any(),
    }
}

/// The cells.
#[component]
fn Treemap(map: Map) -> impl IntoView {
    let explorer = Explorer::expect_context();
    view! {
        <svg
            class="treemap"
            // A drawing that listens for the keyboard is a tab stop by itself in some engines; its cells have one.
            tabindex="-1"
            role="group"
            aria-label=move || map.root().map(|root| explorer.strategy[root].label.get(explorer.lang()))
            aria-describedby="shown treemap-keys"
            height=move || px(map.height())
            viewBox=move || format!("0 0 {} {}", px(map.width()), px(map.height()))
            preserveAspectRatio="none"
            on:click=move |event| map.on_click(&event)
            on:pointerdown=move |event| map.refresh(&event)
            on:keydown=move |event| map.on_key(&event)
            on:focusin=move |event| map.on_focus(&event)
            on:focusout=move |_| map.on_blur()
        >
            <defs inner_html=HATCH></defs>
            <Tiles map />
        </svg>
        <p id="treemap-keys" class="visually-hidden">{messages(explorer.lang()).treemap_keys()}</p>
    }
}
