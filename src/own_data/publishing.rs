//! The explorer as one file with the data that a reader has brought: the single file of the site, with its data exchanged.

use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, Document, DomParser, Element, Response, SupportedType, WritableStream};

use super::{
    exchange::first_view,
    publication::{content, letters},
};
use crate::{
    saving::blob,
    state::{
        Explorer,
        brought::Brought,
        fetching::{fetching, named_by_page},
    },
};

/// The single file of the site, beside its first page.
const FILE: &str = "jalons.html";
/// How they are packed, as the platform names it.
const PACKING: &str = "deflate-raw";
/// What the files of the data are called in a published page.
const NAMES: [&str; 2] = ["brought-fr.bin", "brought-en.bin"];
/// What the page says of itself for search engines and previews, which is said of its own data; and what a host has put
/// into it on its way, which has no place elsewhere.
const OF_OWN_DATA: &str = "meta[name=description], meta[property], meta[name^=twitter], \
    script[type=\"application/ld+json\"], link[rel=canonical], link[rel=alternate], link[rel=manifest], \
    script[src]";
/// What a running page has made of its own tag.
const OF_RUNNING: [&str; 6] =
    ["data-scheme", "data-look", "data-scripted", "data-embed", "data-twin", "class"];

/// The file.
///
/// # Errors
/// The single file of the site cannot be read, or the browser cannot pack.
pub async fn published(explorer: Explorer, brought: &'static Brought) -> Result<Blob, JsValue> {
    let page = single_file().await?;
    let (strategy, lang) = (explorer.strategy, explorer.lang());
    let root = page.document_element().ok_or(JsValue::NULL)?;

    for name in OF_RUNNING {
        root.remove_attribute(name)?;
    }
    let view = first_view(strategy, true);
    let title = strategy.about().title.get(lang);
    for (name, value) in [
        ("lang", lang.as_str()),
        ("data-state", "loading"),
        ("data-page-view", view.as_str()),
        ("data-root", "./"),
        ("data-detail-fr", NAMES[0]),
        ("data-detail-en", NAMES[1]),
        ("data-brought", &brought.file),
    ] {
        root.set_attribute(name, value)?;
    }
    remove_all(&page, OF_OWN_DATA)?;
    page.set_title(title);
    element(&page, "#app")?.set_inner_html(&content(strategy, lang));
    // The page's own data go, the program stays.
    remove_all(&page, "script[data-files^=\"detail-\"], script[data-files^=\"brought-\"]")?;

    let script = page.create_element("script")?;
    let [fr, en] = &brought.details;
    script.set_attribute("type", "application/octet-stream")?;
    script.set_attribute("data-files", &NAMES.join(" "))?;
    script.set_attribute("data-lengths", &format!("{} {}", fr.len(), en.len()))?;
    let packed = packed(&[fr, en]).await?;
    script.set_attribute("data-packing", PACKING)?;
    script.set_attribute("data-size", &packed.len().to_string())?;
    script.set_text_content(Some(&letters(&packed)));
    page.body().ok_or(JsValue::NULL)?.append_child(&script)?;

    let markup = format!("<!doctype html>{}", root.outer_html());
    blob(markup.as_bytes(), "text/html")
}

/// The single file as a document: this page, if it is one, else the one beside it.
async fn single_file() -> Result<Document, JsValue> {
    if named_by_page("data-single-file").is_some() {
        return Ok(document().clone_node_with_deep(true)?.dyn_into()?);
    }
    let root = named_by_page("data-root").unwrap_or_default();
    let content = fetching(&format!("{root}{FILE}")).content().await?;
    let markup = String::from_utf8(js_sys::Uint8Array::new(&content).to_vec()).map_err(|_| JsValue::NULL)?;
    DomParser::new()?.parse_from_string(&markup, SupportedType::TextHtml)
}

fn element(page: &Document, selector: &str) -> Result<Element, JsValue> {
    page.query_selector(selector)?.ok_or(JsValue::NULL)
}

fn remove_all(page: &Document, selector: &str) -> Result<(), JsValue> {
    let found = page.query_selector_all(selector)?;
    for place in 0..found.length() {
        if let Some(element) = found.item(place).and_then(|node| node.dyn_into::<Element>().ok()) {
            element.remove();
        }
    }
    Ok(())
}

/// Files one after the other, packed by the browser itself: what packs the site's own is four times as large as what
/// unpacks it.
async fn packed(files: &[&Vec<u8>]) -> Result<Vec<u8>, JsValue> {
    // No type of web-sys yet. Not from a blob: WebKit takes reading one for a request, which a policy may forbid.
    let packing: js_sys::Function =
        js_sys::Reflect::get(&window(), &"CompressionStream".into())?.dyn_into()?;
    let packing = js_sys::Reflect::construct(&packing, &js_sys::Array::of1(&PACKING.into()))?;
    let end = |name: &str| js_sys::Reflect::get(&packing, &name.into());
    let writer = end("writable")?.unchecked_into::<WritableStream>().get_writer()?;
    let packed = Response::new_with_opt_readable_stream(Some(end("readable")?.unchecked_ref()))?;
    let packed = packed.array_buffer()?;
    // Both ends move together: neither is waited for before the other.
    let mut written: Vec<js_sys::Promise> =
        files.iter().map(|file| writer.write_with_chunk(&js_sys::Uint8Array::from(&file[..]))).collect();
    written.push(writer.close());
    let buffer = JsFuture::from(packed).await?;
    for promise in written {
        JsFuture::from(promise).await?;
    }
    Ok(js_sys::Uint8Array::new(&buffer).to_vec())
}
