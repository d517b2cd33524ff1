//! Saving a drawing: as the SVG it is, or as pixels painted from it.

use wasm_bindgen::{JsCast, prelude::*};
use web_sys::{Document, HtmlElement};

use crate::saving::{self, drawing, page, painted};

/// The namespace of SVG.
const SVG: &str = "http://www.w3.org/2000/svg";

/// Hands a drawing to the reader as a file: `room` holds it, on a ground of the colour `paper`.
///
/// # Errors
/// The browser does not paint pictures, or there is no drawing.
pub async fn save(room: HtmlElement, paper: String, name: String) -> Result<(), JsValue> {
    let Some((_, document)) = page() else { return Err(JsValue::NULL) };
    let svg = markup(&document, &room, &paper)?;
    let size = (f64::from(room.client_width()), f64::from(room.client_height()));
    let file = if name.ends_with(".png") { painted(&svg, Some(size)).await? } else { drawing(&svg)? };
    saving::save(&file, &name)
}

/// The drawing as a file of its own.
fn markup(document: &Document, room: &HtmlElement, paper: &str) -> Result<String, JsValue> {
    let Some(svg) = room.query_selector("svg")? else { return Err(JsValue::NULL) };
    let copy: web_sys::Element = svg.clone_node_with_deep(true)?.unchecked_into();
    let ground = document.create_element_ns(Some(SVG), "rect")?;
    for (name, value) in [("width", "100%"), ("height", "100%"), ("fill", paper)] {
        ground.set_attribute(name, value)?;
    }
    copy.insert_before(&ground, copy.first_child().as_ref())?;
    // Not as HTML, whose names for signs no other program knows.
    web_sys::XmlSerializer::new()?.serialize_to_string(&copy)
}
