//! The rows of the table that are drawn, followed as the reader scrolls.

use std::ops::Range;

use leptos::{ev, html, prelude::*};

use super::{
    rows::{Row, TableRows},
    window::{Sight, TAKEN_PX, WHOLE, around, drawn},
};

/// How many rows are taken to be in sight before anything was measured.
const FIRST: usize = 60;

/// Which rows are drawn. Copy: pass it freely.
#[derive(Clone, Copy)]
pub(super) struct DrawnRows {
    rows: Memo<TableRows>,
    count: Memo<usize>,
    range: RwSignal<Range<usize>>,
    /// How high a row is on average, of those that were drawn last.
    row_px: RwSignal<f64>,
    /// Whether the next frame looks.
    is_waiting: StoredValue<bool>,
}

impl DrawnRows {
    /// The first of these rows.
    pub fn of(rows: Memo<TableRows>) -> Self {
        let count = Memo::new(move |_| rows.with(|rows| rows.rows.len()));
        Self {
            rows,
            count,
            range: RwSignal::new(0..0),
            row_px: RwSignal::new(TAKEN_PX),
            is_waiting: StoredValue::new(false),
        }
    }

    /// How many rows there are, the heads counted, where not all are drawn: otherwise a screen reader counts for itself.
    pub fn stated_count(self) -> Option<String> {
        (self.count.get() > WHOLE).then(|| (self.count.get() + 1).to_string())
    }

    /// The rows to draw, with their places where not all are drawn.
    pub fn rows(self) -> Vec<(Option<usize>, Row)> {
        let range = self.range();
        self.rows.with(|rows| {
            let is_whole = rows.rows.len() <= WHOLE;
            let rows = rows.rows.iter().enumerate().skip(range.start).take(range.len());
            rows.map(|(place, row)| ((!is_whole).then_some(place), row.clone())).collect()
        })
    }

    /// How high what stands above them is, if anything does.
    pub fn room_above(self) -> Option<f64> {
        let hidden = self.range().start;
        (hidden > 0).then(|| hidden as f64 * self.row_px.get())
    }

    /// How high what stands below them is, if anything does.
    pub fn room_below(self) -> Option<f64> {
        let hidden = self.count.get() - self.range().end;
        (hidden > 0).then(|| hidden as f64 * self.row_px.get())
    }

    /// Draws the row at a place.
    pub fn bring(self, place: usize) {
        let count = self.count.get_untracked();
        if count > WHOLE && !self.range.with_untracked(|range| range.contains(&place)) {
            self.range.set(around(place, FIRST, count));
        }
    }

    /// Draws what comes into sight as the page is scrolled or has another size; the room tells when it is itself.
    pub fn follow(self, room: NodeRef<html::Div>, body: NodeRef<html::Tbody>) {
        if cfg!(not(target_arch = "wasm32")) {
            return;
        }
        let moved = move || self.look_soon(room, body);
        let handles = [
            window_event_listener(ev::scroll, move |_| moved()),
            window_event_listener(ev::resize, move |_| moved()),
        ];
        on_cleanup(move || handles.into_iter().for_each(WindowListenerHandle::remove));
    }

    /// Draws what is in sight by the next frame.
    pub fn look_soon(self, room: NodeRef<html::Div>, body: NodeRef<html::Tbody>) {
        if self.count.get_untracked() <= WHOLE || self.is_waiting.get_value() {
            return;
        }
        self.is_waiting.set_value(true);
        request_animation_frame(move || {
            self.is_waiting.try_set_value(false);
            // The table may be gone by then.
            if let (Some(Some(room)), Some(Some(body))) = (room.try_get_untracked(), body.try_get_untracked())
            {
                self.look(&room, &body);
            }
        });
    }

    fn look(self, room: &web_sys::HtmlElement, body: &web_sys::HtmlElement) {
        let (outer, inner) = (room.get_bounding_client_rect(), body.get_bounding_client_rect());
        let page_px = window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default();
        let (top, bottom) = (outer.top().max(0.0), outer.bottom().min(page_px));
        let (count, now) = (self.count.get_untracked(), self.range());
        // Measured while the reader is at its beginning: changed later, it would move the page under the reader.
        if now.start == 0 && !now.is_empty() {
            let below_px = (count - now.end) as f64 * self.row_px.get_untracked();
            let row_px = ((inner.height() - below_px) / now.len() as f64).max(1.0);
            if (row_px - self.row_px.get_untracked()).abs() > 1.0 {
                self.row_px.set(row_px);
            }
        }
        let row_px = self.row_px.get_untracked();
        let sight = Sight { above_px: top - inner.top(), height_px: bottom - top, row_px };
        let next = drawn(sight, count);
        if next != now {
            self.range.set(next);
        }
    }

    /// The range, within what there is: rows may have come or gone since it was set.
    fn range(self) -> Range<usize> {
        let (count, range) = (self.count.get(), self.range.get());
        if count <= WHOLE {
            0..count
        } else if range.is_empty() || range.end > count {
            around(range.start.min(count), FIRST, count)
        } else {
            range
        }
    }
}
