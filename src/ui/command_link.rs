//! A link that carries out a command: its address is that of the state it leads to, so it can be copied or opened elsewhere.

use leptos::prelude::*;

use super::plain_click::{refresh_href, takes_over};
use crate::state::{Explorer, command::Command};

/// A link to the state after `command`; `current` marks it as what is shown already.
#[component]
pub fn CommandLink(
    /// What the reader intends.
    command: Command,
    /// Whether what it leads to is what is shown.
    #[prop(optional)]
    current: Signal<bool>,
    /// Classes.
    #[prop(optional)]
    class: &'static str,
    /// What the link says.
    children: Children,
) -> impl IntoView {
    let explorer = Explorer::expect_context();
    let href = explorer.href(&command);
    let (touched, focused) = (command.clone(), command.clone());
    view! {
        <a
            class=class
            href=href
            aria-current=move || current.get().then_some("true")
            on:pointerdown=move |event| refresh_href(&event, explorer, &touched)
            on:focus=move |event| refresh_href(&event, explorer, &focused)
            on:click=move |event| {
                if takes_over(&event) {
                    explorer.dispatch(&command);
                }
            }
        >
            {children()}
        </a>
    }
}
