//! Handing a file to the reader.

use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{Blob, BlobPropertyBag, HtmlElement, Url};

/// How long the address of a file is kept for the browser to take it, in milliseconds.
const KEPT_MS: i32 = 30_000;

/// A file of these bytes.
///
/// # Errors
/// The browser has no room for it.
pub fn blob(content: &[u8], media_type: &str) -> Result<Blob, JsValue> {
    let kind = BlobPropertyBag::new();
    kind.set_type(media_type);
    let parts = js_sys::Array::of1(&js_sys::Uint8Array::from(content));
    Blob::new_with_u8_array_sequence_and_options(&parts, &kind)
}

/// Has the browser save a file under a name. Whether it does is between it and the reader: nothing tells.
///
/// # Errors
/// The browser knows no addresses of files.
pub fn save(file: &Blob, name: &str) -> Result<(), JsValue> {
    let address = Url::create_object_url_with_blob(file)?;
    let link: HtmlElement = document().create_element("a")?.unchecked_into();
    link.set_attribute("href", &address)?;
    link.set_attribute("download", name)?;
    link.click();
    let revoke = Closure::once_into_js(move || {
        let _never_fails = Url::revoke_object_url(&address);
    });
    window().set_timeout_with_callback_and_timeout_and_arguments_0(revoke.unchecked_ref(), KEPT_MS)?;
    Ok(())
}
