//! The addresses of the page itself, as its snippets and its links name them.

use leptos::prelude::*;
use wasm_bindgen::JsValue;

use super::snippet::Page;
use crate::{
    model::text::Lang,
    state::Explorer,
    ui::{
        keyboard::find,
        page_address::{own_address, without_state},
    },
};

/// The page that a frame in this language shows: this one, or the one that the switch of languages leads to.
/// Nothing where the page has no address that others could frame: in a file, or in a frame with an origin of its own.
#[must_use]
pub fn page_in(lang: Lang, explorer: Explorer) -> Option<Page> {
    let own = own_address();
    let is_hosted = own.starts_with("http") && window().origin() != "null";
    let other = find(&format!("[data-switch=lang] a[hreflang={}]", lang.as_str()))
        .and_then(|link| js_sys::Reflect::get(&link, &JsValue::from_str("href")).ok()?.as_string())
        .map(|href| without_state(&href))
        .filter(|address| *address != own && address.starts_with("http"));
    is_hosted.then(|| match other {
        Some(address) => Page { address, lang },
        None => Page { address: own, lang: explorer.defaults().lang },
    })
}
