//! The window of the timeline: owned by the address, moved smoothly on the screen.

use std::{mem, time::Duration};

use leptos::prelude::*;

use super::scale::{Window, default_window, extent};
use crate::{
    model::{date::Date, within::Within as _},
    state::{Explorer, command::Command},
};

/// How long a change of window takes, in milliseconds.
const MOTION_MS: f64 = 220.0;
/// How long a gesture by wheel has to pause before the address follows.
const REST: Duration = Duration::from_millis(120);
/// Zoom of a press of a button or key.
const ZOOM_STEP: f64 = 1.6;

/// The window of the timeline. Copy: pass it freely.
#[derive(Clone, Copy)]
pub struct TimeWindow {
    explorer: Explorer,
    /// All events.
    events: Window,
    /// All there is: more than the events where something else is on the axis.
    extent: RwSignal<Window>,
    /// What is on the screen: the window of the address, or on the way to it.
    displayed: RwSignal<Window>,
    /// Whether a gesture has led to it and the address is yet to follow.
    is_dragged: StoredValue<bool>,
}

impl TimeWindow {
    /// The window of the explorer, which from now on follows the address.
    #[must_use]
    pub fn new(explorer: Explorer) -> Self {
        let dates: Vec<_> =
            explorer.strategy.events_in_time().map(|(id, _)| explorer.strategy.span(id)).collect();
        let events = extent(&dates);
        let extent = RwSignal::new(events);
        let initial = default_window(&dates, explorer.reference_day());
        let displayed = RwSignal::new(
            explorer.state().with_untracked(|state| window_of(state.bounds(), initial, events)),
        );
        let time = Self { explorer, events, extent, displayed, is_dragged: StoredValue::new(false) };
        Effect::new(move |last: Option<Window>| {
            let target = explorer.state().with(|state| window_of(state.bounds(), initial, extent.get()));
            // A gesture has already moved the screen there; only what comes from elsewhere is a motion, and what
            // changes something else of the state is none.
            let is_new = last != Some(target);
            if is_new && displayed.get_untracked().to_days() != target.to_days() {
                glide(displayed, target);
            }
            target
        });
        time
    }

    /// What is on the screen.
    #[must_use]
    pub fn get(self) -> Window {
        self.displayed.get()
    }

    /// All there is on the axis.
    #[must_use]
    pub fn extent(self) -> Window {
        self.extent.get()
    }

    /// From now on the axis reaches from the first to the last of all events and of this stretch, if any.
    pub fn reach(self, beyond: Option<Window>) {
        let Window { start, end } = beyond.unwrap_or(self.events);
        let all = Window { start: start.min(self.events.start), end: end.max(self.events.end) };
        if self.extent.try_get_untracked().is_some_and(|extent| extent != all) {
            self.extent.set(all);
        }
    }

    /// What a list shows: it needs no room to be readable, so by itself it shows all there is.
    #[must_use]
    pub fn listed(self) -> Window {
        if self.is_initial() { self.events } else { self.get() }
    }

    /// Shows a window at once, as part of a gesture. The address follows once it rests.
    pub fn drag_to(self, window: Window) {
        self.displayed.set(window);
        if !self.is_dragged.get_value() {
            self.is_dragged.set_value(true);
            self.follow_later(window);
        }
    }

    /// Shows a window at once, and so does the address.
    pub fn move_to(self, window: Window) {
        self.displayed.set(window);
        self.is_dragged.set_value(true);
        self.follow();
    }

    /// A gesture has ended: the address shows the window that it has led to.
    pub fn follow(self) {
        if self.is_dragged.try_update_value(mem::take) == Some(true) {
            let (first, last) = self.displayed.get_untracked().to_days();
            self.explorer.dispatch(&Command::ShowWindow(Date::from_day(first), Date::from_day(last)));
        }
    }

    /// Looks after a while whether the window has moved on.
    fn follow_later(self, window: Window) {
        set_timeout(
            move || match self.displayed.try_get_untracked() {
                Some(now) if now != window => self.follow_later(now),
                _ => self.follow(),
            },
            REST,
        );
    }

    /// Goes to a window as a step of its own.
    pub fn go_to(self, window: Window) {
        self.follow();
        self.explorer.dispatch(&self.command_to(window));
    }

    /// The command that goes to a window.
    #[must_use]
    pub fn command_to(self, window: Window) -> Command {
        let (first, last) = window.kept_in(self.extent()).to_days();
        Command::ShowPeriod(Date::from_day(first), Date::from_day(last))
    }

    /// Goes back to the window that the data suggest.
    pub fn reset(self) {
        self.follow();
        self.explorer.dispatch(&Command::ShowDefaultWindow);
    }

    /// Zooms by steps: positive in, negative out, around a day of the window or its middle.
    pub fn zoom(self, steps: i32, around: Option<f64>) {
        let window = self.displayed.get_untracked();
        let around = around.unwrap_or(window.centre()).within(window.start, window.end);
        self.go_to(window.zoomed(ZOOM_STEP.powi(-steps), around, self.extent()));
    }

    /// Moves by days: positive is later.
    pub fn shift(self, days: f64) {
        let window = self.displayed.get_untracked();
        self.go_to(window.panned(days, self.extent()));
    }

    /// Whether all there is is shown.
    #[must_use]
    pub fn is_whole(self) -> bool {
        self.get().length() >= self.extent().length() - 1.0
    }

    /// Whether the window is the one that the data suggest.
    #[must_use]
    pub fn is_initial(self) -> bool {
        self.explorer.state().with(|state| state.bounds().is_none())
    }
}

/// The window of the address; where it names one bound only, the other is where all there is ends.
#[must_use]
pub fn window_of(bounds: Option<(f64, f64)>, initial: Window, extent: Window) -> Window {
    let Some((start, end)) = bounds else { return initial };
    let window = Window {
        start: if start.is_finite() { start } else { extent.start },
        end: if end.is_finite() { end } else { extent.end },
    };
    // One bound beyond all there is leaves nothing to show.
    if window.length() > 0.0 { window } else { initial }
}

/// Part `t` (0–1) of the way from one window to another, easing out.
#[must_use]
pub fn between(from: Window, to: Window, t: f64) -> Window {
    let eased = 1.0 - (1.0 - t.within(0.0, 1.0)).powi(3);
    Window {
        start: from.start + (to.start - from.start) * eased,
        end: from.end + (to.end - from.end) * eased,
    }
}

#[cfg(target_arch = "wasm32")]
fn glide(displayed: RwSignal<Window>, to: Window) {
    fn step(displayed: RwSignal<Window>, from: Window, to: Window, since: f64, expected: Window) {
        request_animation_frame(move || {
            // Gone from the page, or moved by something else meanwhile: that one goes on.
            if displayed.try_get_untracked() != Some(expected) {
                return;
            }
            let t = (js_sys::Date::now() - since) / MOTION_MS;
            let now = if t >= 1.0 { to } else { between(from, to, t) };
            displayed.set(now);
            if t < 1.0 {
                step(displayed, from, to, since, now);
            }
        });
    }
    let still = window().match_media("(prefers-reduced-motion: reduce)").ok().flatten();
    if still.is_some_and(|query| query.matches()) {
        displayed.set(to);
    } else {
        let from = displayed.get_untracked();
        step(displayed, from, to, js_sys::Date::now(), from);
    }
}

/// Without a screen nothing glides.
#[cfg(not(target_arch = "wasm32"))]
fn glide(displayed: RwSignal<Window>, to: Window) {
    let _ = MOTION_MS;
    displayed.set(to);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_bound_goes_on_to_the_end_of_all_there_is() {
        let (initial, extent) = (Window { start: 40.0, end: 60.0 }, Window { start: 0.0, end: 100.0 });
        let window = |bounds| window_of(bounds, initial, extent);
        assert_eq!(window(None), initial);
        assert_eq!(window(Some((20.0, 30.0))), Window { start: 20.0, end: 30.0 });
        assert_eq!(window(Some((20.0, f64::INFINITY))), Window { start: 20.0, end: 100.0 });
        assert_eq!(window(Some((f64::NEG_INFINITY, 30.0))), Window { start: 0.0, end: 30.0 });
        assert_eq!(window(Some((f64::NEG_INFINITY, -5.0))), initial, "nothing lies before all there is");
    }

    #[test]
    fn a_motion_begins_and_ends_exactly() {
        let (from, to) = (Window { start: 0.0, end: 10.0 }, Window { start: 5.0, end: 30.0 });
        assert_eq!(between(from, to, 0.0), from);
        assert_eq!(between(from, to, 1.0), to);
        assert_eq!(between(from, to, 7.0), to);
    }
}
