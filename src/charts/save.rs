//! Saving a drawing: as the SVG it is, or as pixels painted from it.

use wasm_bindgen::{JsCast, prelude::*};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, Document, HtmlElement, Window};

/// How many pixels a point of a drawing becomes.
const SCALE: f64 = 2.0;
/// The namespace of SVG.
const SVG: &str = "http://www.w3.org/2000/svg";

/// Hands a drawing to the reader as a file: `room` holds it, on a ground of the colour `paper`.
///
/// # Errors
/// The browser does not paint pictures, or there is no drawing.
pub async fn save(room: HtmlElement, paper: String, name: String) -> Result<(), JsValue> {
    let Some((window, document)) = page() else { return Err(JsValue::NULL) };
    let svg = markup(&document, &room, &paper)?;
    let blob = if name.ends_with(".png") { painted(&document, &room, &svg).await? } else { of_svg(&svg)? };
    let address = web_sys::Url::create_object_url_with_blob(&blob)?;
    let link: HtmlElement = document.create_element("a")?.unchecked_into();
    link.set_attribute("href", &address)?;
    link.set_attribute("download", &name)?;
    link.click();
    // Once the browser has taken it.
    let revoke = Closure::once_into_js(move || {
        let _never_fails = web_sys::Url::revoke_object_url(&address);
    });
    window.set_timeout_with_callback_and_timeout_and_arguments_0(revoke.unchecked_ref(), 30_000)?;
    Ok(())
}

/// The window and its document.
#[must_use]
pub fn page() -> Option<(Window, Document)> {
    let window = web_sys::window()?;
    let document = window.document()?;
    Some((window, document))
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

fn of_svg(svg: &str) -> Result<Blob, JsValue> {
    let kind = web_sys::BlobPropertyBag::new();
    kind.set_type("image/svg+xml");
    Blob::new_with_str_sequence_and_options(&js_sys::Array::of1(&svg.into()), &kind)
}

/// The drawing in pixels.
async fn painted(document: &Document, room: &HtmlElement, svg: &str) -> Result<Blob, JsValue> {
    let (width, height) = (f64::from(room.client_width()) * SCALE, f64::from(room.client_height()) * SCALE);
    // An address that holds the picture: one that names a blob would lock the canvas in some engines.
    let address = format!("data:image/svg+xml,{}", js_sys::encode_uri_component(svg));
    let image = web_sys::HtmlImageElement::new()?;
    image.set_src(&address);
    JsFuture::from(image.decode()).await?;
    let canvas: web_sys::HtmlCanvasElement = document.create_element("canvas")?.unchecked_into();
    canvas.set_width(width as u32);
    canvas.set_height(height as u32);
    let Some(context) = canvas.get_context("2d")? else { return Err(JsValue::NULL) };
    let context: web_sys::CanvasRenderingContext2d = context.unchecked_into();
    context.draw_image_with_html_image_element_and_dw_and_dh(&image, 0.0, 0.0, width, height)?;
    let painted = js_sys::Promise::new(&mut |resolve, reject| {
        let done = Closure::once_into_js(move |blob: JsValue| {
            let _is_settled = resolve.call1(&JsValue::NULL, &blob);
        });
        if canvas.to_blob(done.unchecked_ref()).is_err() {
            let _is_settled = reject.call0(&JsValue::NULL);
        }
    });
    JsFuture::from(painted).await?.dyn_into()
}
