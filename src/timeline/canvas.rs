//! The canvas of the timeline: what is placed on it, where the keyboard stands, and what pointers and keys do.

use leptos::{
    ev::{KeyboardEvent, MouseEvent, PointerEvent, WheelEvent},
    prelude::*,
};
use wasm_bindgen::JsCast;

use super::{
    gestures::{Gesture, wheel_factor},
    hidden::PlacedStub,
    lane_events::LaneEvents,
    lanes::lanes,
    motion::Motion,
    placed::{Frame, PlacedTimeline},
    scale::{TimeScale, anchor},
    stops::{Step, Stop, after_layout, entrance, step},
    stubs,
    time_window::TimeWindow,
};
use crate::{
    model::id::EventId,
    state::{Explorer, command::Command, view_state::Lane},
    text_metrics::TextMetrics,
    ui::{
        keyboard::{Hold, focus_first},
        link::link_of,
        plain_click::{takes_over, write_href},
    },
};

/// The column of lane names, where there is room for it and where it is tight.
const LANE_COLUMN_PX: (f64, f64) = (136.0, 116.0);
/// From this width on there is room.
const WIDE_PX: f64 = 860.0;
/// Rows of a lane that is not opened.
pub const USUAL_ROWS: usize = 5;
/// What the keyboard can stand on.
const STOPS: &str = "[data-stop]";
/// What a press of Page Up or Page Down moves by.
const YEAR_DAYS: f64 = 365.25;

/// The canvas. Copy: pass it freely.
#[derive(Clone, Copy)]
pub struct Canvas {
    explorer: Explorer,
    /// The window shown.
    pub time: TimeWindow,
    width: Signal<f64>,
    /// Everything, placed.
    laid: Memo<Laid>,
    /// Where the keyboard stands, or stood last.
    current: RwSignal<Option<Stop>>,
    /// Where Tab enters.
    entrance: Memo<Option<Stop>>,
    hold: Hold,
    gesture: StoredValue<Gesture>,
}

/// Lanes, with a number of their own.
type Numbered = (u32, Vec<LaneEvents<'static>>);

/// What is shown, and the number of the lanes that it was made of.
struct Laid {
    motion: Motion,
    of: u32,
}

impl Laid {
    /// Whether nothing follows from it that did not follow from what was laid before: other lanes may look the same.
    fn changes_nothing(&self, before: &Self) -> bool {
        let (before, now) = (&before.motion, &self.motion);
        before.is_settled() && now.is_settled() && now.placed == before.placed
    }
}

impl Canvas {
    /// The canvas of an explorer, `width` pixels wide.
    #[must_use]
    pub fn new(explorer: Explorer, time: TimeWindow, width: Signal<f64>) -> Self {
        let lanes = lanes_of(explorer);
        // Asks for the lanes that have not had their turn.
        let goes_on = Trigger::new();
        let lay = move |before: Option<&Laid>| {
            goes_on.track();
            let frame = Frame {
                scale: TimeScale { window: time.get(), width_px: width.get() - lane_column(width.get()) },
                lang: explorer.lang(),
                metrics: explorer.metrics(),
                most_rows: USUAL_ROWS,
                counts_beyond: true,
            };
            lanes.with(|(number, lanes)| {
                let motion = match before {
                    Some(Laid { motion, of }) if of == number => {
                        motion.moved(lanes, frame, explorer.strategy)
                    }
                    _ => Motion::at_rest(lanes, frame),
                };
                Laid { motion, of: *number }
            })
        };
        let laid = Memo::new_with_compare(
            lay,
            |before, now| !matches!((before, now), (Some(before), Some(now)) if now.changes_nothing(before)),
        );
        let current = RwSignal::new(None);
        let canvas = Self {
            explorer,
            time,
            width,
            laid,
            current,
            entrance: Memo::new(move |_| laid.with(|laid| entrance(&laid.motion.placed, current.get()))),
            hold: Hold::of("[data-stop]"),
            gesture: StoredValue::new(Gesture::default()),
        };
        Effect::new(move |_| {
            laid.track();
            canvas.keep_the_keyboard();
        });
        canvas.settle(goes_on);
        canvas
    }

    /// Once the window rests, asks for the lanes that have not had their turn, frame by frame.
    fn settle(self, goes_on: Trigger) {
        let latest = StoredValue::new(0_u32);
        Effect::new(move |_| {
            let is_settled = self.is_settled();
            latest.update_value(|latest| *latest = latest.wrapping_add(1));
            let now = latest.get_value();
            if !is_settled {
                // The frame that is being drawn, and the next: a window that still moves has moved on by then.
                request_animation_frame(move || {
                    request_animation_frame(move || {
                        if latest.try_get_value() == Some(now) {
                            goes_on.notify();
                        }
                    });
                });
            }
        });
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
        self.with_placed(|placed| placed.height)
    }

    /// Everything, placed.
    pub fn with_placed<T>(self, of: impl FnOnce(&PlacedTimeline) -> T) -> T {
        self.laid.with(|laid| of(&laid.motion.placed))
    }

    /// Whether every lane is placed for the window shown: it rests.
    #[must_use]
    pub fn is_settled(self) -> bool {
        self.laid.with(|laid| laid.motion.is_settled())
    }

    /// The same as [`Canvas::with_placed`], for what happens once.
    fn with_placed_now<T>(self, of: impl FnOnce(&PlacedTimeline) -> T) -> T {
        self.laid.with_untracked(|laid| of(&laid.motion.placed))
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

    /// The stub whose first event this is.
    #[must_use]
    pub fn stub(self, first: EventId) -> Option<PlacedStub> {
        self.with_placed(|placed| {
            placed.stubs.iter().find(|stub| stub.named.first() == Some(&first)).cloned()
        })
    }

    /// Whose canvas it is.
    #[must_use]
    pub fn explorer(self) -> Explorer {
        self.explorer
    }

    /// Whether the filter asks for an event, whatever the period.
    #[must_use]
    pub fn is_asked_for(self, event: EventId) -> bool {
        is_asked_for(self.explorer, event)
    }

    /// Where Tab enters.
    #[must_use]
    pub fn entrance(self) -> Option<Stop> {
        self.entrance.get()
    }

    /// A place that keeps its day while the window moves: marks and stubs are drawn relative to it.
    #[must_use]
    pub fn anchored_x(self) -> f64 {
        self.scale().anchored_x()
    }

    /// The keyboard has come to a stop, or to the ground between them.
    pub fn on_focus(self, event: &web_sys::FocusEvent) {
        let stop = stop_of(event);
        if stop.is_some() {
            self.hold.take();
            if self.current.get_untracked() != stop {
                self.current.set(stop);
            }
        }
    }

    /// The keyboard has gone elsewhere, or what it stood on has.
    pub fn on_blur(self) {
        self.hold.let_go();
    }

    /// After a new layout the keyboard stands on what now holds the same event, never on nothing.
    fn keep_the_keyboard(self) {
        if !self.hold.is_held() {
            return;
        }
        let Some(from) = self.current.get_untracked() else { return };
        let lies = |event: EventId| {
            let (strategy, scale) = (self.explorer.strategy, untrack(|| self.scale()));
            let (begins, ends) = strategy.span(event).reach();
            // What had begun before the window and goes on in it is counted at its left.
            let day = if ends > scale.window.start { begins.max(scale.window.start) } else { begins };
            (strategy[event].theme, scale.x_from_day(day))
        };
        let to = self.with_placed_now(|placed| after_layout(placed, from, lies));
        if to != Some(from) {
            self.current.set(to);
        }
        if let Some(to) = to {
            // Once it is drawn, unless a key has led on by then.
            request_animation_frame(move || {
                if self.current.try_get_untracked() == Some(Some(to)) {
                    focus(to);
                }
            });
        }
    }

    /// Whether the click that is being handled ends a drag.
    #[must_use]
    pub fn was_dragged(self) -> bool {
        self.gesture.with_value(Gesture::is_drag)
    }

    /// What is asked for where the keyboard can stand; nothing of a stub that is gone.
    #[must_use]
    pub fn command_of(self, stop: Stop) -> Option<Command> {
        let strategy = self.explorer.strategy;
        match stop {
            Stop::Toggle(theme) => Some(Command::ToggleLane(Lane::Theme(theme))),
            Stop::Mark(event) => Some(Command::Focus(event.into())),
            Stop::Stub(first) => {
                untrack(|| self.stub(first).map(|stub| stubs::command_of(&stub, strategy[first].theme, self)))
            }
        }
    }

    /// A link of the canvas is about to be used: it leads on from where the reader is now.
    fn refresh(self, event: &web_sys::Event) {
        let Some(link) = link_of(event, STOPS) else { return };
        self.time.follow();
        if let Some(command) = stop_at(&link).and_then(|stop| self.command_of(stop)) {
            write_href(&link, self.explorer, &command);
        }
    }

    /// A click on a link does what it asks for; one that ends a drag does not.
    pub fn on_click(self, event: &MouseEvent) {
        let Some(stop) = stop_of(event) else { return };
        if takes_over(event)
            && !self.was_dragged()
            && let Some(command) = self.command_of(stop)
        {
            self.explorer.dispatch(&command);
        }
    }

    /// A pointer goes down.
    pub fn on_pointer_down(self, event: &PointerEvent) {
        self.refresh(event);
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
        self.gesture.update_value(|gesture| moved = gesture.shift(event.pointer_id(), x, self.time.extent()));
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
        self.time.follow();
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
        self.time.drag_to(scale.window.zoomed(wheel_factor(event.delta_y() * unit), at, self.time.extent()));
    }

    /// A key: arrows, Home and End lead to other stops; the others mean the same on every part of the canvas.
    pub fn on_key(self, event: &KeyboardEvent) {
        self.refresh(event);
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        let key = event.key();
        if let (Some(from), Some(asked)) = (stop_of(event), Step::of_key(&key)) {
            event.prevent_default();
            let next = self.with_placed_now(|placed| step(placed, from, asked));
            if let Some(next) = next {
                focus(next);
            }
            return;
        }
        match key.as_str() {
            "+" | "=" => self.time.zoom(1, self.day_held()),
            "-" | "_" => self.time.zoom(-1, self.day_held()),
            "0" => self.time.reset(),
            "PageDown" => self.time.shift(YEAR_DAYS),
            "PageUp" => self.time.shift(-YEAR_DAYS),
            "Escape" => self.explorer.dispatch(&Command::Unfocus),
            _ => return,
        }
        event.prevent_default();
    }

    /// The day of the mark that has the keyboard: zooming by keys keeps it in sight.
    fn day_held(self) -> Option<f64> {
        match self.current.get_untracked() {
            Some(Stop::Mark(event)) => Some(anchor(self.explorer.strategy.span(event))),
            _ => None,
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
    let strategy = explorer.known();
    explorer.filter_at_any_time().with(|filter| filter.admits_at_any_time(strategy, id))
}

/// The lanes of what is asked for: made anew for a filter or an opened lane, and not for every move of the window.
fn lanes_of(explorer: Explorer) -> Memo<Numbered> {
    let open = Memo::new(move |_| explorer.state().with(|state| state.lanes.clone()));
    Memo::new_with_compare(
        move |before: Option<&Numbered>| {
            let (focus, known) = (explorer.focus(), explorer.known());
            let lanes = explorer.filter_at_any_time().with(|filter| {
                let is_shown = |id: EventId| filter.admits_at_any_time(known, id) || focus == Some(id.into());
                open.with(|open| lanes(explorer.strategy, open, is_shown))
            });
            (before.map_or(0, |(number, _)| number.wrapping_add(1)), lanes)
        },
        |_, _| true,
    )
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

/// The stop of a link.
fn stop_at(link: &web_sys::Element) -> Option<Stop> {
    Stop::parse(&link.get_attribute("data-stop")?)
}

/// The stop that an event happens to.
fn stop_of(event: &web_sys::Event) -> Option<Stop> {
    stop_at(&link_of(event, STOPS)?)
}

/// Gives the keyboard to a stop that is drawn.
fn focus(stop: Stop) {
    focus_first(&format!("[data-stop=\"{}\"]", stop.print()));
}
