//! The canvas of the timeline: what is placed on it, which mark has the keyboard, and what pointers and keys do.

use leptos::{
    ev::{KeyboardEvent, PointerEvent, WheelEvent},
    prelude::*,
};
use wasm_bindgen::JsCast;

use super::{
    gestures::{Gesture, wheel_factor},
    lanes::lanes,
    placed::{Frame, PlacedMark, PlacedTimeline, place},
    scale::TimeScale,
    time_window::TimeWindow,
};
use crate::{
    model::id::EventId,
    state::{Explorer, command::Command},
    text_metrics::TextMetrics,
};

/// The column of lane names, where there is room for it and where it is tight.
const LANE_COLUMN_PX: (f64, f64) = (136.0, 116.0);
/// From this width on there is room.
const WIDE_PX: f64 = 860.0;
/// Rows of a lane that is not opened.
const USUAL_ROWS: usize = 5;
/// The share of the window that a press of Page Up or Page Down moves by.
const PAGE_SHARE: f64 = 0.5;

/// The canvas. Copy: pass it freely.
#[derive(Clone, Copy)]
pub struct Canvas {
    explorer: Explorer,
    /// The window shown.
    pub time: TimeWindow,
    width: Signal<f64>,
    /// Everything, placed.
    pub placed: Memo<PlacedTimeline>,
    /// The mark that has the keyboard, or had it last.
    pub current: RwSignal<Option<EventId>>,
    gesture: StoredValue<Gesture>,
}

impl Canvas {
    /// The canvas of an explorer, `width` pixels wide.
    #[must_use]
    pub fn new(explorer: Explorer, time: TimeWindow, width: Signal<f64>) -> Self {
        let placed = Memo::new(move |_| {
            let open = explorer.state().with(|state| state.lanes.clone());
            let frame = Frame {
                scale: TimeScale { window: time.get(), width_px: width.get() - lane_column(width.get()) },
                lang: explorer.lang(),
                metrics: explorer.metrics(),
                most_rows: USUAL_ROWS,
                counts_beyond: true,
            };
            place(&lanes(explorer.strategy, &open, |id| is_shown(explorer, id)), frame)
        });
        Self {
            explorer,
            time,
            width,
            placed,
            current: RwSignal::new(None),
            gesture: StoredValue::new(Gesture::default()),
        }
    }

    /// The whole width.
    #[must_use]
    pub fn width(self) -> f64 {
        self.width.get()
    }

    /// The width of the column of lane names.
    #[must_use]
    pub fn lane_column(self) -> f64 {
        lane_column(self.width.get())
    }

    /// The height of all lanes.
    #[must_use]
    pub fn height(self) -> f64 {
        self.placed.with(|placed| placed.height)
    }

    /// From days to pixels right of the lane names.
    #[must_use]
    pub fn scale(self) -> TimeScale {
        TimeScale { window: self.time.get(), width_px: self.width.get() - self.lane_column() }
    }

    /// Widths of texts.
    #[must_use]
    pub fn metrics(self) -> &'static TextMetrics {
        self.explorer.metrics()
    }

    /// The mark of an event, if it is drawn.
    #[must_use]
    pub fn mark(self, id: EventId) -> Option<PlacedMark> {
        self.placed.with(|placed| placed.marks.iter().find(|mark| mark.event == id).cloned())
    }

    /// The events that are drawn, by lane and then in order of time.
    #[must_use]
    pub fn events_drawn(self) -> Vec<EventId> {
        self.placed.with(|placed| placed.marks.iter().map(|mark| mark.event).collect())
    }

    /// Whether the mark is where Tab enters the timeline: the one that had the keyboard last, else the first.
    #[must_use]
    pub fn is_tab_stop(self, id: EventId) -> bool {
        let current = self.current.get();
        self.placed.with(|placed| {
            let stop = placed.marks.iter().find(|mark| Some(mark.event) == current).or(placed.marks.first());
            stop.is_some_and(|mark| mark.event == id)
        })
    }

    /// Whether the click that is being handled ends a drag.
    #[must_use]
    pub fn was_dragged(self) -> bool {
        self.gesture.with_value(Gesture::is_drag)
    }

    /// A pointer goes down.
    pub fn on_pointer_down(self, event: &PointerEvent) {
        if event.button() == 0 {
            let scale = untrack(|| self.scale());
            self.gesture.update_value(|gesture| gesture.press(event.pointer_id(), self.x_of(event), scale));
        }
    }

    /// A pointer moves.
    pub fn on_pointer_move(self, event: &PointerEvent) {
        let x = self.x_of(event);
        let was_dragged = self.was_dragged();
        let mut moved = None;
        self.gesture.update_value(|gesture| moved = gesture.shift(event.pointer_id(), x, self.time.extent));
        let Some(window) = moved else { return };
        if !was_dragged {
            capture(event);
        }
        self.time.drag_to(window);
    }

    /// A pointer goes up or is taken away.
    pub fn on_pointer_up(self, event: &PointerEvent) {
        let scale = untrack(|| self.scale());
        self.gesture.update_value(|gesture| gesture.release(event.pointer_id(), scale));
    }

    /// The wheel turns: with Ctrl or ⌘ it zooms, alone it scrolls the page.
    pub fn on_wheel(self, event: &WheelEvent) {
        if !(event.ctrl_key() || event.meta_key()) {
            return;
        }
        event.prevent_default();
        // Lines and pages of the wheel as pixels.
        let unit = [1.0, 24.0, 320.0][event.delta_mode().min(2) as usize];
        let scale = untrack(|| self.scale());
        let at = scale.day_from_x(self.x_of(event));
        self.time.drag_to(scale.window.zoomed(wheel_factor(event.delta_y() * unit), at, self.time.extent));
    }

    /// A key that means the same on every part of the canvas.
    pub fn on_key(self, event: &KeyboardEvent) {
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        match event.key().as_str() {
            "+" | "=" => self.time.zoom(1),
            "-" | "_" => self.time.zoom(-1),
            "0" => self.time.reset(),
            "PageDown" => self.time.shift(PAGE_SHARE),
            "PageUp" => self.time.shift(-PAGE_SHARE),
            "Escape" => self.explorer.dispatch(&Command::Unfocus),
            _ => return,
        }
        event.prevent_default();
    }

    /// A key on a mark: arrows, Home and End lead to other marks.
    pub fn on_mark_key(self, id: EventId, event: &KeyboardEvent) {
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        let next = self.placed.with_untracked(|placed| {
            let here = placed.marks.iter().position(|mark| mark.event == id)?;
            let next = match event.key().as_str() {
                "ArrowRight" => Some(here + 1),
                "ArrowLeft" => here.checked_sub(1),
                "Home" => Some(0),
                "End" => placed.marks.len().checked_sub(1),
                "ArrowDown" => placed.nearest_in_next_lane(here, true),
                "ArrowUp" => placed.nearest_in_next_lane(here, false),
                _ => return None,
            };
            Some(next.and_then(|next| placed.marks.get(next)).map(|mark| mark.event))
        });
        let Some(next) = next else { return };
        event.prevent_default();
        if let Some(next) = next {
            self.current.set(Some(next));
            focus_mark(self.explorer.slug(next));
        }
    }

    /// Where an event of the pointer is, in pixels right of the lane names.
    fn x_of(self, event: &web_sys::MouseEvent) -> f64 {
        let left = event
            .current_target()
            .and_then(|target| target.dyn_into::<web_sys::Element>().ok())
            .map_or(0.0, |element| element.get_bounding_client_rect().left());
        f64::from(event.client_x()) - left - untrack(|| self.lane_column())
    }
}

/// Whether an event is on the timeline: what the filter leaves out is not, except the one whose record is open.
pub(super) fn is_shown(explorer: Explorer, id: EventId) -> bool {
    is_asked_for(explorer, id) || explorer.focus() == Some(id.into())
}

/// Whether the filter asks for an event, whatever the period.
pub(super) fn is_asked_for(explorer: Explorer, id: EventId) -> bool {
    // Who takes part in an event is known of the whole only.
    let strategy = explorer.whole().unwrap_or(explorer.strategy);
    explorer.filter().with(|filter| filter.admits_at_any_time(strategy, id))
}

fn lane_column(width: f64) -> f64 {
    if width >= WIDE_PX { LANE_COLUMN_PX.0 } else { LANE_COLUMN_PX.1 }
}

/// The rest of the drag belongs to the canvas, wherever the pointer goes.
fn capture(event: &PointerEvent) {
    let target = event.current_target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    // A pointer that is gone already cannot be captured, and need not be.
    let _gone = target.map(|element| element.set_pointer_capture(event.pointer_id()));
}

/// Gives the keyboard to the mark of an event.
fn focus_mark(slug: &str) {
    let selector = format!(".marks [data-id=\"{slug}\"]");
    let mark = document().query_selector(&selector).ok().flatten();
    if let Some(mark) = mark.and_then(|mark| mark.dyn_into::<web_sys::SvgElement>().ok()) {
        let _never_fails = mark.focus();
    }
}
