//! Copying: to the clipboard where the browser lets a page write to it.

use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Writes to the clipboard; nothing if that is refused: frames with a sandbox, old browsers, pages without TLS.
pub async fn copied(text: &str) -> Option<()> {
    let clipboard = js_sys::Reflect::get(&window().navigator(), &"clipboard".into()).ok()?;
    let (clipboard, write) = method(clipboard, "writeText")?;
    let written = write.call1(&clipboard, &text.into()).ok()?.dyn_into::<js_sys::Promise>().ok()?;
    JsFuture::from(written).await.ok().map(|_| ())
}

/// Copies what is selected, in the way that asks for no permission; nothing if that is refused too.
pub fn copied_selection() -> Option<()> {
    let (document, copy) = method(document().into(), "execCommand")?;
    let is_copied = copy.call1(&document, &"copy".into()).ok()?.as_bool()?;
    is_copied.then_some(())
}

/// A method that not every browser has, and that some do not lend to every page.
pub fn method(of: JsValue, name: &str) -> Option<(JsValue, js_sys::Function)> {
    let method = js_sys::Reflect::get(&of, &name.into()).ok()?.dyn_into().ok()?;
    Some((of, method))
}
