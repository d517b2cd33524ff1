//! The switches of the header: language and colour scheme.

use leptos::prelude::*;

use super::command_link::CommandLink;
use crate::{
    i18n::messages::messages,
    model::text::Lang,
    state::{Explorer, command::Command, view_state::Scheme},
};

/// French or English, as links that carry the whole state.
#[component]
pub fn LanguageSwitch() -> impl IntoView {
    let explorer = Explorer::expect_context();
    let choice = move |lang: Lang, short: &'static str, name: &'static str| {
        let is_shown = Signal::stored(explorer.lang() == lang);
        view! {
            <CommandLink
                command=Command::Speak(lang)
                current=is_shown
                attr:lang=lang.as_str()
                attr:hreflang=lang.as_str()
                attr:title=name
            >
                {short}
                <span class="visually-hidden">" " {name}</span>
            </CommandLink>
        }
    };
    view! {
        <div class="switch" role="group" data-switch="lang" aria-label=messages(explorer.lang()).language()>
            {choice(Lang::Fr, "FR", "Français")}
            {choice(Lang::En, "EN", "English")}
        </div>
    }
}

/// Light, dark, or as the system has it.
#[component]
pub fn SchemeSwitch() -> impl IntoView {
    let explorer = Explorer::expect_context();
    let messages = messages(explorer.lang());
    let choice = move |scheme: Scheme| {
        let name = match scheme {
            Scheme::Light => messages.scheme_light(),
            Scheme::Dark => messages.scheme_dark(),
            Scheme::Auto => messages.scheme_auto(),
        };
        view! {
            <button
                type="button"
                data-value=scheme.as_str()
                title=name
                aria-label=name
                aria-pressed=move || (explorer.scheme() == scheme).to_string()
                on:click=move |_| {
                    remember(scheme);
                    explorer.dispatch(&Command::Colour(scheme));
                }
            >
                <svg class="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
                    <path d=icon(scheme) />
                </svg>
            </button>
        }
    };
    view! {
        <div class="switch" role="group" data-switch="scheme" aria-label=messages.scheme()>
            {[Scheme::Light, Scheme::Dark, Scheme::Auto].map(choice)}
        </div>
    }
}

/// A sun, a moon, a disc half of each.
fn icon(scheme: Scheme) -> &'static str {
    match scheme {
        Scheme::Light => {
            "M8 5a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM7.3 1h1.4v2.4H7.3zM7.3 12.6h1.4V15H7.3zM1 7.3h2.4v1.4H1zM12.6 7.3H15v1.4h-2.4zM2.6 3.6l1-1 1.7 1.7-1 1zM10.7 11.7l1-1 1.7 1.7-1 1zM3.6 13.4l-1-1 1.7-1.7 1 1zM11.7 5.3l-1-1 1.7-1.7 1 1z"
        }
        Scheme::Dark => "M6.2 1.6a6.6 6.6 0 1 0 8.2 8.2A5.6 5.6 0 0 1 6.2 1.6z",
        Scheme::Auto => "M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1zm0 1.5v11a5.5 5.5 0 0 1 0-11z",
    }
}

/// Kept for the next visit where the browser allows it; the key is read by the page's first script too.
fn remember(scheme: Scheme) {
    if let Ok(Some(storage)) = window().local_storage() {
        let _refused = match scheme {
            Scheme::Auto => storage.remove_item(SCHEME_KEY),
            Scheme::Light | Scheme::Dark => storage.set_item(SCHEME_KEY, scheme.as_str()),
        };
    }
}

/// The scheme kept from an earlier visit.
#[must_use]
pub fn remembered_scheme() -> Option<Scheme> {
    let storage = window().local_storage().ok()??;
    Scheme::parse(&storage.get_item(SCHEME_KEY).ok()??)
}

/// Where the scheme is kept.
const SCHEME_KEY: &str = "jalons-scheme";
