//! Handing sheets to the printer: they take the place of the page for as long as it is printed.

use std::{cell::Cell, rc::Rc};

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
    // Before the page: what fills the shapes of both has one name, and a browser takes the first, which is not drawn where
    // the page is hidden.
    body.prepend_with_node_1(&paper)?;
    root.set_attribute(PRINTING, "")?;
    let window = window();
    let has_begun = Rc::new(Cell::new(false));
    let begins = {
        let has_begun = has_begun.clone();
        Closure::once_into_js(move || has_begun.set(true))
    };
    let ends = Closure::once_into_js(move || {
        paper.remove();
        let _never_fails = root.remove_attribute(PRINTING);
    });
    let once = web_sys::AddEventListenerOptions::new();
    once.set_once(true);
    let hear = |name: &str, function: &JsValue| {
        window.add_event_listener_with_callback_and_add_event_listener_options(
            name,
            function.unchecked_ref(),
            &once,
        )
    };
    hear("beforeprint", &begins)?;
    hear("afterprint", &ends)?;
    let printed = window.print();
    // A frame that may not print says nothing of it, and nothing comes afterwards.
    if printed.is_err() || !has_begun.get() {
        for (name, function) in [("beforeprint", &begins), ("afterprint", &ends)] {
            let _never_fails = window.remove_event_listener_with_callback(name, function.unchecked_ref());
        }
        let _never_throws = ends.unchecked_ref::<js_sys::Function>().call0(&JsValue::NULL);
    }
    printed
}
