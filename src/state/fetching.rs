//! Files of the site on their way: their names stand in the page's own tag, and carry a hash, so that two versions never meet.

use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use crate::model::text::Lang;

/// What is on its way from the site.
pub struct Fetching(JsFuture);

/// Asks for a file of the site; it is on its way from now on.
#[must_use]
pub fn fetching(address: &str) -> Fetching {
    Fetching(JsFuture::from(window().fetch_with_str(address)))
}

/// Asks for the detail file of a language.
///
/// # Errors
/// The page names none.
pub fn fetching_detail(lang: Lang) -> Result<Fetching, JsValue> {
    let address = named_by_page(&format!("data-detail-{}", lang.as_str())).ok_or(JsValue::NULL)?;
    Ok(fetching(&address))
}

/// The detail files, French first.
///
/// # Errors
/// One of them could not be had.
pub async fn both_details() -> Result<[js_sys::ArrayBuffer; 2], JsValue> {
    // Both on their way before the first is waited for.
    let (fr, en) = (fetching_detail(Lang::Fr)?, fetching_detail(Lang::En)?);
    Ok([fr.content().await?, en.content().await?])
}

/// What the page's own tag says under a name.
#[must_use]
pub fn named_by_page(attribute: &str) -> Option<String> {
    document().document_element()?.get_attribute(attribute)
}

impl Fetching {
    /// The content once it is there; an empty one is none: as a script it would never answer.
    ///
    /// # Errors
    /// It could not be had.
    pub async fn content(self) -> Result<js_sys::ArrayBuffer, JsValue> {
        let response: web_sys::Response = self.0.await?.dyn_into()?;
        if !response.ok() {
            return Err(JsValue::NULL);
        }
        let content: js_sys::ArrayBuffer = JsFuture::from(response.array_buffer()?).await?.dyn_into()?;
        if content.byte_length() == 0 { Err(JsValue::NULL) } else { Ok(content) }
    }
}
