//! What draws the charts, fetched when a reader first opens them: `src/charts.js` hands it out; built by `scripts/charts.mjs`.

use jalons::charts::{
    bridge::{self, Mounted},
    rows::Asked,
};
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

/// Nothing happens before the first call from outside.
fn main() {}

/// A chart in the page. Freeing it takes it out.
#[wasm_bindgen]
pub struct Drawing(Mounted);

#[wasm_bindgen]
impl Drawing {
    /// Draws it anew.
    ///
    /// # Errors
    /// What was asked for is no chart, or ECharts throws.
    pub fn show(&self, asked: JsValue) -> Result<(), JsValue> {
        self.0.show(&read(asked)?)
    }
}

/// Draws a chart into an element; `select` is called with the identifier of the record that is clicked.
///
/// # Errors
/// What was asked for is no chart, or ECharts throws.
#[wasm_bindgen]
pub fn draw(element: &HtmlElement, asked: JsValue, select: js_sys::Function) -> Result<Drawing, JsValue> {
    Mounted::new(element, &read(asked)?, select).map(Drawing)
}

/// How many charts there are in the page.
#[wasm_bindgen]
#[must_use]
pub fn alive() -> u32 {
    bridge::alive()
}

fn read(asked: JsValue) -> Result<Asked, JsValue> {
    Ok(serde_wasm_bindgen::from_value(asked)?)
}
