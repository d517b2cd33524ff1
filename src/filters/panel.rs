//! A criterion as a button that opens its choices.

use leptos::{ev::KeyboardEvent, html, prelude::*};
use wasm_bindgen::JsCast;

use super::{choice::Choice, counted::Counted, words::words};
use crate::{
    i18n::folding::folded,
    state::{Explorer, view_state::View},
};

/// The button and its choices; they close with Escape, and when the reader goes elsewhere.
#[component]
pub(crate) fn Panel(
    /// The criterion.
    name: &'static str,
    /// Its choices with their names.
    choices: Vec<(Choice, String)>,
    /// The name of the field that narrows a long list; none for a short one.
    #[prop(optional)]
    finder: &'static str,
) -> impl IntoView {
    let explorer = Explorer::expect_context();
    let counted = Counted::expect_context();
    let (button, room) = (NodeRef::<html::Button>::new(), NodeRef::<html::Div>::new());
    let is_open = RwSignal::new(false);
    let wanted = RwSignal::new(String::new());
    let made = {
        let choices: Vec<Choice> = choices.iter().map(|(choice, _)| *choice).collect();
        move || {
            let count =
                explorer.filter().with(|filter| choices.iter().filter(|one| one.is_made(filter)).count());
            (count > 0).then(|| format!(" ({count})"))
        }
    };
    let on_key = move |event: KeyboardEvent| {
        if event.key() == "Escape" && is_open.get_untracked() {
            event.prevent_default();
            event.stop_propagation();
            is_open.set(false);
            if let Some(button) = button.get_untracked() {
                let _never_fails = button.focus();
            }
        }
    };
    let on_focus_out = move |event: web_sys::FocusEvent| {
        let to = event.related_target().and_then(|to| to.dyn_into::<web_sys::Node>().ok());
        // What has the keyboard loses it too when it is taken out of the page; its room is gone by then.
        let room = room.try_get_untracked().flatten();
        let stays = room.is_some_and(|room| to.is_some_and(|to| room.contains(Some(&to))));
        if !stays {
            is_open.set(false);
        }
    };
    // Only events have a status, a kind and a period of their own; who is involved is asked of everything.
    let hint = move || {
        let concerns_all = explorer.view() != View::Budget || !finder.is_empty();
        (!concerns_all).then(|| view! { <p class="hint">{words(explorer.lang()).events_only}</p> })
    };
    let field = (!finder.is_empty()).then(|| {
        view! {
            <input
                type="text"
                aria-label=finder
                placeholder=finder
                autocomplete="off"
                prop:value=move || wanted.get()
                on:input=move |event| wanted.set(event_target_value(&event))
            />
        }
    });
    let items = choices.into_iter().map(|(choice, name)| {
        let key = folded(&name);
        let is_hidden = move || !wanted.with(|wanted| key.contains(&folded(wanted)));
        view! {
            <li hidden=is_hidden class:is-idle=move || counted.of(choice) == 0>
                <label>
                    <input
                        type="checkbox"
                        prop:checked=move || explorer.filter().with(|filter| choice.is_made(filter))
                        on:change=move |_| explorer.dispatch(&choice.command())
                    />
                    <span>{name}</span>
                    <span class="count">{move || counted.shown(choice, explorer.lang())}</span>
                </label>
            </li>
        }
    });
    view! {
        <div class="filter-panel" node_ref=room on:keydown=on_key on:focusout=on_focus_out>
            <button
                type="button"
                node_ref=button
                aria-expanded=move || is_open.get().to_string()
                on:click=move |_| is_open.update(|is_open| *is_open = !*is_open)
            >
                {name}
                {made}
                <span aria-hidden="true">" ▾"</span>
            </button>
            // A click on its ground keeps the focus in it, and so keeps it open.
            <div class="filter-list" tabindex="-1" role="group" aria-label=name hidden=move || !is_open.get()>
                {hint}
                {field}
                <ul role="list">{items.collect_view()}</ul>
            </div>
        </div>
    }
}
