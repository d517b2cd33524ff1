//! Handing a file to the reader, a drawing as pixels too; it knows the browser and nothing of a strategy.

use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, BlobPropertyBag, CanvasRenderingContext2d, Document, HtmlCanvasElement, HtmlElement,
    HtmlImageElement, Url, Window,
};

/// How long the address of a file is kept for the browser to take it, in milliseconds.
const KEPT_MS: i32 = 30_000;
/// How many pixels of a file a pixel of the page becomes: sharp on dense screens and in print.
const SCALE: f64 = 2.0;
/// The media type of a drawing.
const SVG: &str = "image/svg+xml";

/// The window and its document.
#[must_use]
pub fn page() -> Option<(Window, Document)> {
    let window = web_sys::window()?;
    let document = window.document()?;
    Some((window, document))
}

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

/// A drawing as a file.
///
/// # Errors
/// The browser has no room for it.
pub fn drawing(svg: &str) -> Result<Blob, JsValue> {
    blob(svg.as_bytes(), SVG)
}

/// Has the browser save a file under a name. Whether it does is between it and the reader: nothing tells.
///
/// # Errors
/// The browser knows no addresses of files.
pub fn save(file: &Blob, name: &str) -> Result<(), JsValue> {
    let Some((window, document)) = page() else { return Err(JsValue::NULL) };
    let address = Url::create_object_url_with_blob(file)?;
    let link: HtmlElement = document.create_element("a")?.unchecked_into();
    link.set_attribute("href", &address)?;
    link.set_attribute("download", name)?;
    link.click();
    let revoke = Closure::once_into_js(move || {
        let _never_fails = Url::revoke_object_url(&address);
    });
    window.set_timeout_with_callback_and_timeout_and_arguments_0(revoke.unchecked_ref(), KEPT_MS)?;
    Ok(())
}

/// A drawing in pixels, as a PNG file: of this size on the page, or of its own.
///
/// # Errors
/// The browser does not paint pictures.
pub async fn painted(svg: &str, size: Option<(f64, f64)>) -> Result<Blob, JsValue> {
    let Some((_, document)) = page() else { return Err(JsValue::NULL) };
    // An address that holds the picture: one that names a blob would lock the canvas in some engines.
    let address = format!("data:{SVG},{}", js_sys::encode_uri_component(svg));
    let image = HtmlImageElement::new()?;
    image.set_src(&address);
    JsFuture::from(image.decode()).await?;
    let (width, height) = size.unwrap_or((f64::from(image.width()), f64::from(image.height())));
    let (width, height) = (width * SCALE, height * SCALE);
    let canvas: HtmlCanvasElement = document.create_element("canvas")?.unchecked_into();
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
