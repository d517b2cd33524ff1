//! The criteria in force, each to be taken back, and all of them at once.

use leptos::prelude::*;

use super::words::{remove, words};
use crate::{
    i18n::{format::period, messages},
    state::{Explorer, command::Command, view_state::ViewState},
    ui::{criteria::kept, keyboard::focus_first},
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
    let (from, to) = explorer.state().with(|state| (state.from, state.to));
    let choices = kept(explorer).into_iter().filter(|kept| !matches!(kept.undo, Command::ToggleTheme(_)));
    let choices = choices.map(|kept| (messages::kept(kept.criterion, &[&kept.choice], lang), kept.undo));
    choices.chain(period(from, to, lang).map(|period| (period, Command::ShowDefaultWindow))).collect()
}

/// The button that was pressed goes: the keyboard goes to the bar, and from there on with Tab.
fn focus_bar() {
    focus_first(".filter-bar");
}
