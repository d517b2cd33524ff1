//! The keys of the page: a dialog that lists them, and the switch of those that are a single letter.

pub mod words;

use leptos::{
    ev::{self, Event, MouseEvent},
    html,
    prelude::*,
};

use crate::{
    i18n::messages::messages,
    state::Explorer,
    ui::{keyboard::is_nowhere, single_keys},
};

/// The button that opens the dialog, with the dialog.
#[component]
pub fn ShortcutsHelp() -> impl IntoView {
    let lang = Explorer::expect_context().lang();
    let close_name = messages(lang).close();
    let dialog = NodeRef::<html::Dialog>::new();
    let button = NodeRef::<html::Button>::new();
    let is_open = RwSignal::new(false);
    let open = move || {
        is_open.set(true);
        // Once the list is drawn, so that the first thing in it gets the focus. Modal: the browser keeps the focus
        // inside, and gives it back to where it was.
        request_animation_frame(move || {
            if let Some(dialog) = dialog.get_untracked().filter(|dialog| !dialog.open()) {
                let _never_fails = dialog.show_modal();
            }
        });
    };
    let close = move || {
        if let Some(dialog) = dialog.get_untracked() {
            dialog.close();
        }
    };
    let closed = move |_: Event| {
        is_open.set(false);
        // Some engines do not focus a button that is clicked, and so have nowhere to go back to.
        if let (true, Some(button)) = (is_nowhere(), button.get_untracked()) {
            let _never_fails = button.focus();
        }
    };
    let click_beside = move |event: MouseEvent| {
        // What is clicked in the dialog is something in it; the dialog itself is its backdrop.
        if event.target() == event.current_target() {
            close();
        }
    };
    if cfg!(target_arch = "wasm32") {
        let pressed = window_event_listener(ev::keydown, move |event| {
            if event.key() == "?" && single_keys::may_act(&event) {
                event.prevent_default();
                open();
            }
        });
        on_cleanup(move || pressed.remove());
    }
    let content = move || {
        is_open.get().then(|| {
            let groups = words::groups(lang).into_iter().map(|(name, lines)| {
                let lines =
                    lines.iter().map(|&(keys, deed)| view! { <dt><kbd>{keys}</kbd></dt> <dd>{deed}</dd> });
                view! { <section><h3>{name}</h3><dl>{lines.collect_view()}</dl></section> }
            });
            let change = move |event: Event| single_keys::switch(event_target_checked(&event));
            view! {
                <div>
                    <div class="record-head">
                        <h2 id="keys-title">{words::title(lang)}</h2>
                        <button
                            type="button"
                            class="quiet"
                            aria-label=close_name
                            title=close_name
                            on:click=move |_| close()
                        >
                            "×"
                        </button>
                    </div>
                    <p>
                        <label>
                            <input type="checkbox" checked=single_keys::are_on() on:change=change />
                            " "
                            {words::single_keys(lang)}
                        </label>
                    </p>
                    {groups.collect_view()}
                </div>
            }
        })
    };
    view! {
        <button
            type="button"
            node_ref=button
            aria-label=words::title(lang)
            title=words::title(lang)
            aria-haspopup="dialog"
            on:click=move |_| open()
        >
            "?"
        </button>
        <dialog class="keys" node_ref=dialog aria-labelledby="keys-title" on:close=closed on:click=click_beside>
            {content}
        </dialog>
    }
}
