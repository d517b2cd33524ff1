//! The widths of characters in the page's own font, measured once with a canvas.

use crate::text_metrics::TextMetrics;

/// Widths in the font of the page; the cautious table where no canvas can be had.
#[must_use]
pub fn page_metrics() -> TextMetrics {
    measured().unwrap_or_else(TextMetrics::cautious)
}

#[cfg(target_arch = "wasm32")]
fn measured() -> Option<TextMetrics> {
    use crate::text_metrics::Weight;
    use leptos::prelude::{document, window};
    use wasm_bindgen::JsCast;
    use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

    /// At this size a pixel is a hundredth of the font size.
    const SIZE: &str = "100px";

    let body = document().body()?;
    let style = window().get_computed_style(&body).ok()??;
    let family = style.get_property_value("font-family").ok()?;
    let canvas: HtmlCanvasElement = document().create_element("canvas").ok()?.dyn_into().ok()?;
    let context: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
    let measure = |weight, character: char| {
        let mut buffer = [0; 4];
        let text = character.encode_utf8(&mut buffer);
        context.measure_text(text).map_or(110.0, |metrics| metrics.width())
            // A bold face that the system draws by smearing is wider than it says.
            + if weight == Weight::Bold { 1.0 } else { 0.0 }
    };
    let in_weight = |weight: Weight| {
        let number = if weight == Weight::Bold { 600 } else { 400 };
        context.set_font(&format!("{number} {SIZE} {family}"));
    };
    Some(TextMetrics::measured(in_weight, measure))
}

#[cfg(not(target_arch = "wasm32"))]
fn measured() -> Option<TextMetrics> {
    None
}
