//! The keys of the page: a dialog that lists them, and the switch of those that are a single letter.

pub mod words;

use leptos::{
    ev::{self, Event},
    prelude::*,
};

use crate::{
    state::Explorer,
    ui::{dialog::DialogButton, single_keys},
};

/// The button that opens the dialog, with the dialog.
#[component]
pub fn ShortcutsHelp() -> impl IntoView {
    let lang = Explorer::expect_context().lang();
    let is_open = RwSignal::new(false);
    if cfg!(target_arch = "wasm32") {
        let pressed = window_event_listener(ev::keydown, move |event| {
            if event.key() == "?" && single_keys::may_act(&event) {
                event.prevent_default();
                is_open.set(true);
            }
        });
        on_cleanup(move || pressed.remove());
    }
    let sign = "?".into_any();
    let content = || view! { <Keys /> }.into_any();
    view! { <DialogButton name=words::title(lang) heading="keys-title" class="keys" is_open sign content /> }
}

/// The switch, and the keys by the part of the page in which they act.
#[component]
fn Keys() -> impl IntoView {
    let lang = Explorer::expect_context().lang();
    let groups = words::groups(lang).into_iter().map(|(name, lines)| {
        let lines = lines.iter().map(|&(keys, deed)| view! { <dt><kbd>{keys}</kbd></dt> <dd>{deed}</dd> });
        view! { <section><h3>{name}</h3><dl>{lines.collect_view()}</dl></section> }
    });
    let change = move |event: Event| single_keys::switch(event_target_checked(&event));
    view! {
        <p>
            <label>
                <input type="checkbox" checked=single_keys::are_on() on:change=change />
                " "
                {words::single_keys(lang)}
            </label>
        </p>
        {groups.collect_view()}
    }
}
