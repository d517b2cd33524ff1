//! The one door to ECharts: everything that is said to it, and what it says back.

use std::cell::Cell;

use serde::{Deserialize, Serialize};
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::{closure::Closure, prelude::*};
use web_sys::HtmlElement;

use super::{
    editions, flows, points,
    rows::{Chart, Look},
    surroundings::look,
};

#[wasm_bindgen(raw_module = "./echarts.js")]
extern "C" {
    /// A chart in a page.
    type Instance;

    #[wasm_bindgen(catch)]
    fn init(element: &HtmlElement, options: &JsValue) -> Result<Instance, JsValue>;
    #[wasm_bindgen(catch, method, js_name = setOption)]
    fn set_option(this: &Instance, option: &JsValue, is_new: bool) -> Result<(), JsValue>;
    #[wasm_bindgen(method)]
    fn on(this: &Instance, event: &str, handler: &JsValue);
    #[wasm_bindgen(catch, method)]
    fn resize(this: &Instance, options: &JsValue) -> Result<(), JsValue>;
    #[wasm_bindgen(method)]
    fn dispose(this: &Instance);
}

thread_local! {
    /// How many instances there are.
    static ALIVE: Cell<u32> = const { Cell::new(0) };
}

/// How many instances of ECharts there are.
#[must_use]
pub fn alive() -> u32 {
    ALIVE.get()
}

/// How an instance is made.
#[derive(Serialize)]
struct Init {
    renderer: &'static str,
    width: f64,
    height: f64,
}

#[derive(Serialize)]
struct Size {
    width: f64,
    height: f64,
}

/// What a click is told with; only what is needed of it is read.
#[derive(Deserialize)]
struct Click {
    data: Option<Clicked>,
}

/// What was clicked: points say their record by `id`, nodes and links by `record`.
#[derive(Deserialize)]
struct Clicked {
    id: Option<String>,
    record: Option<String>,
}

/// A chart in the page; dropping it takes it out.
pub struct Mounted {
    instance: Instance,
    element: HtmlElement,
    chart: Chart,
    _hears_clicks: Closure<dyn Fn(JsValue)>,
}

impl Mounted {
    /// Draws a chart into an element; `select` is given the identifier of the record that is clicked.
    ///
    /// # Errors
    /// What ECharts throws.
    pub fn new(element: HtmlElement, chart: Chart, select: js_sys::Function) -> Result<Self, JsValue> {
        let look = look(&element);
        let options = to_js(&Init { renderer: "svg", width: look.width_px, height: look.height_px })?;
        let instance = init(&element, &options)?;
        ALIVE.set(ALIVE.get() + 1);
        let hears_clicks = Closure::<dyn Fn(JsValue)>::new(move |event: JsValue| {
            let click = serde_wasm_bindgen::from_value::<Click>(event).ok();
            let clicked = click.and_then(|click| click.data);
            if let Some(id) = clicked.and_then(|clicked| clicked.record.or(clicked.id)) {
                let _its_own_affair = select.call1(&JsValue::NULL, &id.into());
            }
        });
        instance.on("click", hears_clicks.as_ref());
        let mounted = Self { instance, element, chart, _hears_clicks: hears_clicks };
        mounted.draw(&look)?;
        Ok(mounted)
    }

    /// Draws the chart anew, as large and in the colours that the page now has.
    ///
    /// # Errors
    /// What ECharts throws.
    pub fn redraw(&self) -> Result<(), JsValue> {
        self.draw(&look(&self.element))
    }

    /// Its element, with the colour of its ground.
    #[must_use]
    pub fn room(&self) -> (HtmlElement, String) {
        (self.element.clone(), look(&self.element).paper)
    }

    fn draw(&self, look: &Look) -> Result<(), JsValue> {
        self.instance.resize(&to_js(&Size { width: look.width_px, height: look.height_px })?)?;
        let option = match &self.chart {
            Chart::Editions(rows) => to_js(&editions::option(rows, look)),
            Chart::Points(rows) => to_js(&points::option(rows, look)),
            Chart::Flows(rows) => to_js(&flows::option(rows, look)),
        }?;
        self.instance.set_option(&option, true)
    }
}

impl Drop for Mounted {
    fn drop(&mut self) {
        self.instance.dispose();
        ALIVE.set(ALIVE.get().saturating_sub(1));
    }
}

/// Plain objects, never ES maps: flattened types are written as maps, and ECharts reads none.
fn to_js(value: &impl Serialize) -> Result<JsValue, JsValue> {
    Ok(value.serialize(&Serializer::json_compatible())?)
}
