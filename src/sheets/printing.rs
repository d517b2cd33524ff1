//! Handing sheets to the printer: they take the place of the page for as long as it is printed.

use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};

use super::{
    document::{class, content},
    of_view::Sheets,
};

/// What the root says of itself meanwhile; `style/sheets.css` knows it.
const PRINTING: &str = "data-printing";

/// Opens the browser's dialog for printing. In a frame that may not, nothing happens.
///
/// # Errors
/// The browser does not print at all.
pub fn print(sheets: &Sheets) -> Result<(), JsValue> {
    let document = document();
    let (Some(root), Some(body)) = (document.document_element(), document.body()) else {
        return Err(JsValue::NULL);
    };
    let paper = document.create_element("main")?;
    paper.set_class_name(&class(sheets.paper));
    paper.set_inner_html(&content(sheets));
    body.append_child(&paper)?;
    root.set_attribute(PRINTING, "")?;
    let is_done = Closure::once_into_js(move || {
        paper.remove();
        let _never_fails = root.remove_attribute(PRINTING);
    });
    let window = window();
    let once = web_sys::AddEventListenerOptions::new();
    once.set_once(true);
    window.add_event_listener_with_callback_and_add_event_listener_options(
        "afterprint",
        is_done.unchecked_ref(),
        &once,
    )?;
    window.print()
}
