//! Saving a drawing: as the SVG it is, or as pixels painted from it.

use leptos::{html, prelude::*, task::spawn_local};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::words;
use crate::state::Explorer;

/// How many pixels a point of a drawing becomes.
const SCALE: f64 = 2.0;

/// The two ways to save a drawing.
#[component]
pub(super) fn Save(
    /// What names the chart.
    key: &'static str,
    /// What holds the drawing.
    room: NodeRef<html::Div>,
) -> impl IntoView {
    let lang = Explorer::expect_context().lang();
    let has_failed = RwSignal::new(false);
    let file = move |kind: &str| format!("jalons-{key}-{}.{kind}", lang.as_str());
    let svg = move |_| {
        let saved = markup(room).and_then(|svg| save(&blob(&svg)?, &file("svg")));
        has_failed.set(saved.is_err());
    };
    let png = move |_| {
        spawn_local(async move {
            let saved = match markup(room) {
                Ok(svg) => painted(&svg, room).await.and_then(|blob| save(&blob, &file("png"))),
                Err(reason) => Err(reason),
            };
            let _left_meanwhile = has_failed.try_set(saved.is_err());
        });
    };
    view! {
        <p class="trend-save">
            <button type="button" data-save="svg" on:click=svg>{words::save_svg(lang)}</button>
            <button type="button" data-save="png" on:click=png>{words::save_png(lang)}</button>
            <span role="status">{move || has_failed.get().then(|| words::not_saved(lang))}</span>
        </p>
    }
}

/// The drawing as a file of its own, on the ground of the page.
fn markup(room: NodeRef<html::Div>) -> Result<String, JsValue> {
    let Some(room) = room.get_untracked() else { return Err(JsValue::NULL) };
    let Some(svg) = room.query_selector("svg")? else { return Err(JsValue::NULL) };
    let copy: web_sys::Element = svg.clone_node_with_deep(true)?.unchecked_into();
    copy.set_attribute("xmlns", "http://www.w3.org/2000/svg")?;
    let ground = document().create_element_ns(Some("http://www.w3.org/2000/svg"), "rect")?;
    let style = window().get_computed_style(&room)?;
    let paper = style.and_then(|style| style.get_property_value("--paper").ok()).unwrap_or_default();
    for (name, value) in [("width", "100%"), ("height", "100%"), ("fill", paper.trim())] {
        ground.set_attribute(name, value)?;
    }
    copy.insert_before(&ground, copy.first_child().as_ref())?;
    Ok(copy.outer_html())
}

fn blob(svg: &str) -> Result<web_sys::Blob, JsValue> {
    let kind = web_sys::BlobPropertyBag::new();
    kind.set_type("image/svg+xml");
    web_sys::Blob::new_with_str_sequence_and_options(&js_sys::Array::of1(&svg.into()), &kind)
}

/// The drawing in pixels.
async fn painted(svg: &str, room: NodeRef<html::Div>) -> Result<web_sys::Blob, JsValue> {
    let Some(room) = room.get_untracked() else { return Err(JsValue::NULL) };
    let (width, height) = (f64::from(room.client_width()) * SCALE, f64::from(room.client_height()) * SCALE);
    // An address that holds the picture: painting from a blob of SVG would lock the canvas in some engines.
    let address = format!("data:image/svg+xml,{}", js_sys::encode_uri_component(svg));
    let image = web_sys::HtmlImageElement::new()?;
    image.set_src(&address);
    JsFuture::from(image.decode()).await?;
    let canvas: web_sys::HtmlCanvasElement = document().create_element("canvas")?.unchecked_into();
    canvas.set_width(width as u32);
    canvas.set_height(height as u32);
    let Some(context) = canvas.get_context("2d")? else { return Err(JsValue::NULL) };
    let context: web_sys::CanvasRenderingContext2d = context.unchecked_into();
    context.draw_image_with_html_image_element_and_dw_and_dh(&image, 0.0, 0.0, width, height)?;
    let painted = js_sys::Promise::new(&mut |resolve, reject| {
        let done = wasm_bindgen::closure::Closure::once_into_js(move |blob: JsValue| {
            let _is_settled = resolve.call1(&JsValue::NULL, &blob);
        });
        if canvas.to_blob(done.unchecked_ref()).is_err() {
            let _is_settled = reject.call0(&JsValue::NULL);
        }
    });
    JsFuture::from(painted).await?.dyn_into()
}

/// Hands a file to the reader, under a name.
fn save(blob: &web_sys::Blob, name: &str) -> Result<(), JsValue> {
    let address = web_sys::Url::create_object_url_with_blob(blob)?;
    let link: web_sys::HtmlElement = document().create_element("a")?.unchecked_into();
    link.set_attribute("href", &address)?;
    link.set_attribute("download", name)?;
    link.click();
    // Once the browser has taken it.
    set_timeout(
        move || {
            let _never_fails = web_sys::Url::revoke_object_url(&address);
        },
        std::time::Duration::from_secs(30),
    );
    Ok(())
}
