//! Beside the map of a budget: its total in perspective, what has been given out, commitments and payments stage by stage.

pub mod markup;
pub mod placed;
pub mod words;

use leptos::{
    ev::{FocusEvent, KeyboardEvent, MouseEvent},
    prelude::*,
};
use wasm_bindgen::JsCast;
use web_sys::{Element, EventTarget};

use self::{
    markup::Writer,
    placed::{Attributed, Perspective, executed, panels},
};
use crate::{
    model::{id::ScopeId, strategy::Strategy},
    state::{Explorer, command::Command, detail::Said},
    ui::{keyboard::focus, plain_click::takes_over},
};

/// Side of the greatest square: on the narrowest screen it fits without being made smaller.
const GREATEST_PX: f64 = 280.0;

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
    let explorer = Explorer::expect_context();
    let lang = explorer.lang();
    let cards = Memo::new(move |_| written(explorer, strategy, scope));
    // Marks that are markup: what is open is told to them from outside.
    Effect::new(move |_| {
        cards.track();
        let open = explorer.focus().map(|id| explorer.slug(id));
        request_animation_frame(move || {
            for mark in marks(".beside [data-kind]") {
                let is_open = open.is_some_and(|slug| mark.get_attribute("data-id").as_deref() == Some(slug));
                let _never_fails = if is_open {
                    mark.set_attribute("aria-current", "true")
                } else {
                    mark.remove_attribute("aria-current")
                };
            }
        });
    });
    let on_click = move |event: MouseEvent| {
        let link = link_at(event.target());
        if let Some(record) = link.and_then(|link| strategy.find(&slug_of(&link)?))
            && takes_over(&event)
        {
            explorer.dispatch(&Command::Focus(record));
        }
    };
    // A link of its own carries the state of the moment it is copied or opened elsewhere.
    let refresh = move |target: Option<EventTarget>| {
        if let Some(link) = link_at(target)
            && let Some(record) = slug_of(&link).and_then(|slug| strategy.find(&slug))
        {
            let _never_fails = link.set_attribute("href", &explorer.href(&Command::Focus(record)));
        }
    };
    let on_focus = move |event: FocusEvent| {
        refresh(event.target());
        enter(event.target());
    };
    move || {
        cards.with(|cards| {
            (!cards.is_empty()).then(|| {
                view! {
                    <section
                        class="beside"
                        aria-label=words::beside(lang)
                        aria-description=words::keys(lang)
                        on:click=on_click
                        on:pointerdown=move |event| refresh(event.target())
                        on:focusin=on_focus
                        on:keydown=on_key
                        inner_html=cards.clone()
                    ></section>
                }
            })
        })
    }
}

/// The cards of a budget as markup; empty for one without.
fn written(explorer: Explorer, strategy: &Strategy, scope: ScopeId) -> String {
    let writer = Writer {
        strategy,
        lang: explorer.lang(),
        href: &|record| explorer.href(&Command::Focus(record)),
        said: &|text| match explorer.said(text) {
            Said::Text(text) => text,
            Said::Nothing | Said::Pending | Said::Missing => String::new(),
        },
    };
    let perspective = Perspective::of(strategy, scope, GREATEST_PX);
    let attributed = Attributed::of(strategy, scope);
    let (stages, executed) = (panels(strategy, scope), executed(strategy, scope));
    let cards = [
        perspective.map(|shown| writer.perspective(&shown)),
        attributed.map(|shown| writer.attributed(&shown)),
        (!stages.is_empty()).then(|| writer.stages(&stages)),
        executed.map(|shown| writer.executed(&shown)),
    ];
    cards.into_iter().flatten().collect()
}

/// The link that something lies in.
fn link_at(target: Option<EventTarget>) -> Option<Element> {
    target?.dyn_into::<Element>().ok()?.closest("a").ok().flatten()
}

/// The record that a link leads to.
fn slug_of(link: &Element) -> Option<String> {
    link.get_attribute("data-id").or_else(|| link.get_attribute("data-to-record"))
}

/// The elements that a selector finds.
fn marks(selector: &str) -> Vec<Element> {
    let found = document().query_selector_all(selector).ok();
    let item = |place| found.as_ref()?.item(place)?.dyn_into().ok();
    (0..found.as_ref().map_or(0, |found| found.length())).filter_map(item).collect()
}

/// The marks of the card that a mark is in, and its place among them.
fn card_of(target: Option<EventTarget>) -> Option<(Vec<Element>, usize)> {
    let mark = link_at(target).filter(|link| link.has_attribute("data-kind"))?;
    let card = mark.closest(".beside-card").ok().flatten()?;
    let all: Vec<_> =
        marks(".beside-card [data-kind]").into_iter().filter(|one| card.contains(Some(one))).collect();
    let place = all.iter().position(|one| *one == mark)?;
    Some((all, place))
}

/// The mark that has the keyboard is where it comes back to its card.
fn enter(target: Option<EventTarget>) {
    if let Some((all, place)) = card_of(target) {
        for (other, mark) in all.iter().enumerate() {
            let _never_fails = mark.set_attribute("tabindex", if other == place { "0" } else { "-1" });
        }
    }
}

/// Arrows, Home and End lead from mark to mark within a card.
fn on_key(event: KeyboardEvent) {
    if event.ctrl_key() || event.meta_key() || event.alt_key() {
        return;
    }
    let Some((all, place)) = card_of(event.target()) else { return };
    let next = match event.key().as_str() {
        "ArrowDown" | "ArrowRight" => place + 1,
        "ArrowUp" | "ArrowLeft" => place.saturating_sub(1),
        "Home" => 0,
        "End" => all.len() - 1,
        _ => return,
    };
    event.prevent_default();
    if let Some(mark) = all.get(next) {
        focus(mark);
    }
}
