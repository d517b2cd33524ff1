//! The switches of the header: language and colour scheme.

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::plain_click::takes_over;
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
        let is_shown = explorer.lang() == lang;
        let href =
            move || explorer.elsewhere_in(lang).unwrap_or_else(|| explorer.href(&Command::Speak(lang)));
        let refresh = move |link: web_sys::Event| {
            if let Some(link) =
                link.current_target().and_then(|link| link.dyn_into::<web_sys::Element>().ok())
            {
                let _never_fails = link.set_attribute("href", &href());
            }
        };
        view! {
            <a
                href=href()
                aria-current=is_shown.then_some("true")
                lang=lang.as_str()
                hreflang=lang.as_str()
                title=name
                on:pointerdown=move |event| refresh(event.into())
                on:focus=move |event| refresh(event.into())
                on:click=move |event| {
                    // The page of the other language is left to the browser; what is one page speaks both.
                    if is_shown || explorer.elsewhere_in(lang).is_none() {
                        if takes_over(&event) {
                            explorer.dispatch(&Command::Speak(lang));
                        }
                    } else {
                        leave_the_keyboard_here(&event);
                        refresh(event.into());
                    }
                }
            >
                {short}
                <span class="visually-hidden">" " {name}</span>
            </a>
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

/// The page of the other language begins with the keyboard on its switch, if it was a key that led there; the first
/// answer of that page reads the key.
fn leave_the_keyboard_here(event: &web_sys::MouseEvent) {
    // A click by key or by a reader's aid has no count, but in Firefox it has one: there its ring tells.
    let has_ring = |link: web_sys::Element| link.matches(":focus-visible").unwrap_or(false);
    let link = event.current_target().and_then(|link| link.dyn_into().ok());
    if (event.detail() == 0 || link.is_some_and(has_ring))
        && let Ok(Some(storage)) = window().session_storage()
    {
        let _refused = storage.set_item(KEYBOARD_KEY, "lang");
    }
}

/// Where it is kept, until the next page, that the keyboard was on a switch.
const KEYBOARD_KEY: &str = "jalons-keyboard";

/// Where the scheme is kept.
const SCHEME_KEY: &str = "jalons-scheme";
