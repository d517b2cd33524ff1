//! The program of the charts as the page knows it: a module fetched when a reader first opens them, and the drawings it makes.

use leptos::prelude::*;
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::{JsCast, prelude::*};
use wasm_bindgen_futures::JsFuture;

use crate::charts::rows::Chart;

#[wasm_bindgen]
extern "C" {
    /// What the module hands out.
    #[derive(Clone)]
    pub type Module;

    /// A drawing in the page.
    pub type Drawing;

    #[wasm_bindgen(catch)]
    fn import(address: &str) -> Result<js_sys::Promise, JsValue>;
    #[wasm_bindgen(catch, method)]
    fn open(this: &Module) -> Result<js_sys::Promise, JsValue>;
    #[wasm_bindgen(catch, method)]
    fn draw(
        this: &Module,
        element: &web_sys::HtmlElement,
        chart: &JsValue,
        select: &js_sys::Function,
    ) -> Result<Drawing, JsValue>;
    #[wasm_bindgen(catch, method)]
    fn redraw(this: &Drawing) -> Result<(), JsValue>;
    #[wasm_bindgen(catch, method)]
    fn save(this: &Drawing, name: &str) -> Result<js_sys::Promise, JsValue>;
    #[wasm_bindgen(method)]
    fn free(this: &Drawing);
}

/// Fetches the module; `attempt` tells a later attempt from the first, which a browser may remember as failed.
///
/// # Errors
/// It could not be had, or the page does not name it.
pub async fn fetch(attempt: u32) -> Result<Module, JsValue> {
    let name = document().document_element().and_then(|root| root.get_attribute("data-charts"));
    let (Some(name), Ok(Some(base))) = (name, document().base_uri()) else { return Err(JsValue::NULL) };
    let address = web_sys::Url::new_with_base(&format!("{name}.js"), &base)?;
    if attempt > 0 {
        address.set_hash(&attempt.to_string());
    }
    let module: Module = JsFuture::from(import(&address.href())?).await?.unchecked_into();
    JsFuture::from(module.open()?).await?;
    Ok(module)
}

/// A chart in the page; dropping it takes it out.
pub struct Drawn {
    drawing: Drawing,
    _select: Closure<dyn Fn(String)>,
}

impl Drawn {
    /// Draws a chart into an element.
    ///
    /// # Errors
    /// What the module throws.
    pub fn new(
        module: &Module,
        element: &web_sys::HtmlElement,
        chart: &Chart,
        select: impl Fn(String) + 'static,
    ) -> Result<Self, JsValue> {
        let select = Closure::<dyn Fn(String)>::new(select);
        let drawing = module.draw(
            element,
            &chart.serialize(&Serializer::json_compatible())?,
            select.as_ref().unchecked_ref(),
        )?;
        Ok(Self { drawing, _select: select })
    }

    /// Draws it anew, as large and in the colours that the page now has.
    ///
    /// # Errors
    /// What the module throws.
    pub fn redraw(&self) -> Result<(), JsValue> {
        self.drawing.redraw()
    }

    /// Hands it to the reader as a file of this name.
    ///
    /// # Errors
    /// What the module throws.
    pub fn save(&self, name: &str) -> Result<js_sys::Promise, JsValue> {
        self.drawing.save(name)
    }
}

impl Drop for Drawn {
    fn drop(&mut self) {
        self.drawing.free();
    }
}
