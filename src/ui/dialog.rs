//! A button that opens a modal dialog, with the dialog.

use leptos::{
    ev::{Event, MouseEvent},
    html,
    prelude::*,
};

use super::keyboard::is_nowhere;
use crate::{i18n::messages::messages, state::Explorer};

/// What is drawn on a button: a path in a square of 16 pixels.
#[must_use]
pub fn drawn_sign(path: &'static str) -> AnyView {
    view! {
        <svg class="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
            <path d=path />
        </svg>
    }
    .into_any()
}

/// The button and its dialog, which closes with Escape, with its own button, and with a click beside it. The browser
/// keeps the keyboard inside, and gives it back to where it was.
#[component]
pub fn DialogButton(
    /// What the button and the dialog are called.
    name: &'static str,
    /// The id of the dialog's heading.
    heading: &'static str,
    /// The class of the dialog.
    class: &'static str,
    /// Whether it is open; who sets it opens the dialog.
    is_open: RwSignal<bool>,
    /// What is drawn on the button.
    sign: AnyView,
    /// What stands below the heading, made anew each time that the dialog opens.
    content: fn() -> AnyView,
) -> impl IntoView {
    let close_name = messages(Explorer::expect_context().lang()).close();
    let dialog = NodeRef::<html::Dialog>::new();
    let button = NodeRef::<html::Button>::new();
    Effect::new(move |_| {
        if is_open.get() {
            // Once the content is drawn, so that the first thing in it gets the focus.
            request_animation_frame(move || {
                if let Some(dialog) = dialog.get_untracked().filter(|dialog| !dialog.open()) {
                    let _never_fails = dialog.show_modal();
                }
            });
        }
    });
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
    view! {
        <button
            type="button"
            node_ref=button
            aria-label=name
            title=name
            aria-haspopup="dialog"
            on:click=move |_| is_open.set(true)
        >
            {sign}
        </button>
        <dialog class=class node_ref=dialog aria-labelledby=heading on:close=closed on:click=click_beside>
            {move || {
                is_open
                    .get()
                    .then(|| {
                        view! {
                            <div>
                                <div class="record-head">
                                    <h2 id=heading>{name}</h2>
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
                                {content()}
                            </div>
                        }
                    })
            }}
        </dialog>
    }
}
