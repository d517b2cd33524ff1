//! The view as a picture: as the drawing it is, or as pixels painted from it.

use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, CanvasRenderingContext2d, HtmlCanvasElement, HtmlImageElement};

use crate::{
    export::{Pictured, Request, Size, Tint, svg},
    state::{
        Explorer,
        query::print,
        view_state::{Scheme, ViewState},
    },
    ui::{page_address::public_address, save::blob},
};

/// How wide a picture is, in pixels of the page.
const WIDTH_PX: f64 = 1_000.0;
/// How many pixels of the file a pixel of the page becomes: sharp on dense screens and in print.
const SCALE: f64 = 2.0;
/// The media type of a drawing.
const SVG: &str = "image/svg+xml";

/// What the picture is of; nothing for a view that is words and separate charts.
#[must_use]
pub fn pictured(explorer: Explorer) -> Option<Pictured> {
    Pictured::of(explorer.view())
}

/// The view as an SVG file of its own; nothing for a view without a picture. The same state gives the same text.
#[must_use]
pub fn drawn(explorer: Explorer) -> Option<String> {
    let state = explorer.state().get_untracked();
    let found = explorer.found().get_untracked();
    let page = public_address();
    let full = ViewState { is_embedded: false, ..state.clone() };
    let address = format!("{page}#{}", print(&full, explorer.known()));
    let request = Request {
        pictured: pictured(explorer)?,
        lang: explorer.lang(),
        // A file has no system to follow.
        tint: if state.scheme == Some(Scheme::Dark) { Tint::Dark } else { Tint::Light },
        state: &state,
        found: found.as_ref(),
        has_turning_points_only: false,
        size: Size::OfWidth(WIDTH_PX),
        address: (!page.is_empty()).then_some(address.as_str()),
    };
    Some(svg(explorer.known(), &request, explorer.metrics()))
}

/// A drawing as a file.
///
/// # Errors
/// The browser has no room for it.
pub fn file(svg: &str) -> Result<Blob, JsValue> {
    blob(svg.as_bytes(), SVG)
}

/// A drawing in pixels, as a PNG file.
///
/// # Errors
/// The browser does not paint pictures.
pub async fn painted(svg: &str) -> Result<Blob, JsValue> {
    // An address that holds the picture: one that names a blob would lock the canvas in some engines.
    let address = format!("data:{SVG},{}", js_sys::encode_uri_component(svg));
    let image = HtmlImageElement::new()?;
    image.set_src(&address);
    JsFuture::from(image.decode()).await?;
    let canvas: HtmlCanvasElement = document().create_element("canvas")?.unchecked_into();
    let (width, height) = (f64::from(image.width()) * SCALE, f64::from(image.height()) * SCALE);
    canvas.set_width(width as u32);
    canvas.set_height(height as u32);
    let Some(context) = canvas.get_context("2d")? else { return Err(JsValue::NULL) };
    let context: CanvasRenderingContext2d = context.unchecked_into();
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
