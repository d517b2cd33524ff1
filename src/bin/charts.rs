//! What draws the charts, fetched when a reader first opens them: `src/charts.js` hands it out; built by `scripts/charts.mjs`.

use jalons::charts::{
    bridge::{self, Mounted},
    save,
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
    /// Draws it anew, as large and in the colours that the page now has.
    ///
    /// # Errors
    /// ECharts throws.
    pub fn redraw(&self) -> Result<(), JsValue> {
        self.0.redraw()
    }

    /// Hands it to the reader as a file; one whose name ends in `.png` is made of pixels.
    pub fn save(&self, name: String) -> js_sys::Promise {
        let (room, paper) = self.0.room();
        wasm_bindgen_futures::future_to_promise(async move {
            save::save(room, paper, name).await?;
            Ok(JsValue::UNDEFINED)
        })
    }
}

/// Draws a chart into an element; `select` is called with the identifier of the record that is clicked.
///
/// # Errors
/// What was asked for is no chart, or ECharts throws.
#[wasm_bindgen]
pub fn draw(element: HtmlElement, chart: JsValue, select: js_sys::Function) -> Result<Drawing, JsValue> {
    Mounted::new(element, serde_wasm_bindgen::from_value(chart)?, select).map(Drawing)
}

/// How many charts there are in the page.
#[wasm_bindgen]
#[must_use]
pub fn alive() -> u32 {
    bridge::alive()
}
