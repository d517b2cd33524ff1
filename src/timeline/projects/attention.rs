//! Which rows follow the axis while it moves: those on the screen, and all of them as soon as it rests.

use std::time::Duration;

use leptos::{leptos_dom::helpers::TimeoutHandle, prelude::*, svg};
use wasm_bindgen::JsCast;

use crate::timeline::scale::TimeScale;

/// How long the axis stands still before it is at rest.
const REST: Duration = Duration::from_millis(150);
/// How far beyond the screen rows are still drawn, in pixels.
const BEYOND_PX: f64 = 100.0;

/// The rows that follow. Copy: pass it freely.
#[derive(Clone, Copy)]
pub(super) struct Attention {
    /// From where to where rows are on the screen, by their place in the drawing; nothing while the axis rests.
    on_screen: RwSignal<Option<(f64, f64)>>,
}

impl Attention {
    /// Of the rows of a drawing on an axis.
    pub(super) fn new(drawing: NodeRef<svg::Svg>, axis: Signal<TimeScale>) -> Self {
        let on_screen = RwSignal::new(None);
        let waiting = StoredValue::new(None::<TimeoutHandle>);
        let stop = move || {
            if let Some(handle) = waiting.try_update_value(Option::take).flatten() {
                handle.clear();
            }
        };
        Effect::new(move |is_later: Option<()>| {
            axis.track();
            if is_later.is_none() {
                return;
            }
            // Read once for each motion: what is drawn in between would have to be laid out for it.
            if on_screen.get_untracked().is_none() {
                on_screen.set(drawing.get_untracked().map(|drawing| rows_on_screen(drawing.unchecked_ref())));
            }
            stop();
            waiting.set_value(set_timeout_with_handle(move || on_screen.set(None), REST).ok());
        });
        on_cleanup(stop);
        Self { on_screen }
    }

    /// Whether what stands at `y` in the drawing follows now.
    pub(super) fn is_paid_to(self, y: f64) -> bool {
        self.on_screen.get().is_none_or(|(top, bottom)| (top..=bottom).contains(&y))
    }
}

/// From where to where a drawing is on the screen.
fn rows_on_screen(drawing: &web_sys::Element) -> (f64, f64) {
    let top = drawing.get_bounding_client_rect().top();
    let height = window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or(f64::INFINITY);
    (-top - BEYOND_PX, height - top + BEYOND_PX)
}
