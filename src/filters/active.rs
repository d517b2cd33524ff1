//! The criteria in force, each to be taken back, and all of them at once.

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::words::{half_period, period, remove, words};
use crate::{
    i18n::{
        format::short_date,
        messages::{self, messages},
    },
    state::{Explorer, command::Command, view_state::ViewState},
};

/// The criteria that no chip of a theme shows; nothing while everything is shown.
#[component]
pub(crate) fn ActiveFilters() -> impl IntoView {
    let explorer = Explorer::expect_context();
    let words = words(explorer.lang());
    // What was in force before everything was taken back.
    let before = RwSignal::new(None::<ViewState>);
    let is_empty = Memo::new(move |_| {
        explorer.filter().with(|filter| filter.is_empty())
            && explorer.state().with(|state| state.query.is_empty())
    });
    let clear = move |_| {
        before.set(Some(explorer.state().get_untracked()));
        explorer.dispatch(&Command::ClearFilters);
        focus_bar();
    };
    let undo = move |_| {
        if let Some(state) = before.get_untracked() {
            before.set(None);
            explorer.dispatch(&Command::FilterAs(Box::new(state)));
            focus_bar();
        }
    };
    Effect::new(move |_| {
        // Another choice makes a new beginning.
        if !is_empty.get() {
            before.set(None);
        }
    });
    let chips = move || {
        criteria(explorer)
            .into_iter()
            .map(|(text, command)| {
                let take_back = move |_| {
                    explorer.dispatch(&command);
                    focus_bar();
                };
                let name = remove(&text, explorer.lang());
                view! {
                    <li>
                        <button type="button" aria-label=name on:click=take_back>{text} " ×"</button>
                    </li>
                }
            })
            .collect_view()
    };
    move || {
        if !is_empty.get() {
            let clear =
                view! { <button type="button" class="filter-all" on:click=clear>{words.clear}</button> };
            return view! { <div class="filter-active"><ul role="list">{chips}</ul>{clear}</div> }.into_any();
        }
        let undo = before.with(Option::is_some).then(|| {
            view! {
                <div class="filter-active">
                    <button type="button" class="filter-all" on:click=undo>{words.undo}</button>
                </div>
            }
        });
        undo.into_any()
    }
}

/// What is in force beside the themes, in words, each with what takes it back.
fn criteria(explorer: Explorer) -> Vec<(String, Command)> {
    let lang = explorer.lang();
    let texts = messages(lang);
    let strategy = explorer.whole().unwrap_or(explorer.strategy);
    let state = explorer.state().get();
    let kept = |criterion: &str, choice: &str| messages::kept(criterion, &[choice.to_owned()], lang);
    let mut criteria = Vec::new();
    for status in state.statuses {
        let text = kept(texts.by_status(), messages::short_status(status, lang));
        criteria.push((text, Command::ToggleStatus(status)));
    }
    for kind in state.kinds {
        criteria.push((kept(texts.by_kind(), messages::event_kind(kind, lang)), Command::ToggleKind(kind)));
    }
    for id in state.actors {
        let actor = &strategy[id];
        let name = if actor.acronym.is_empty() { actor.label.get(lang) } else { &actor.acronym };
        criteria.push((kept(texts.by_actor(), name), Command::ToggleActor(id)));
    }
    if !state.query.is_empty() {
        let text = kept(texts.by_search(), &messages::quoted(&state.query, lang));
        criteria.push((text, Command::Search(String::new())));
    }
    let date = |date| short_date(date, lang);
    let span = match (state.from, state.to) {
        (Some(from), Some(to)) => Some(period(&date(from), &date(to), lang)),
        (Some(from), None) => Some(half_period(&date(from), true, lang)),
        (None, Some(to)) => Some(half_period(&date(to), false, lang)),
        (None, None) => None,
    };
    criteria.extend(span.map(|span| (span, Command::ShowDefaultWindow)));
    criteria
}

/// The button that was pressed goes: the keyboard goes to the bar, and from there on with Tab.
fn focus_bar() {
    let bar = document().query_selector(".filter-bar").ok().flatten();
    if let Some(bar) = bar.and_then(|bar| bar.dyn_into::<web_sys::HtmlElement>().ok()) {
        let _never_fails = bar.focus();
    }
}
