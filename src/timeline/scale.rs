//! From days to pixels: the window of time shown, the extent there is, and the scale between them.

use crate::model::{
    date::{Day, Edtf, Span},
    order::sorted,
    within::Within as _,
};

/// Days per mean Gregorian year.
const DAYS_PER_YEAR: f64 = 365.2425;
/// The shortest window that can be zoomed to.
pub const SHORTEST_WINDOW_DAYS: f64 = 10.0;
/// Room left around the marks of a computed window, as a share of its length.
const MARGIN_SHARE: f64 = 0.04;
/// A default window leaves out at most this share of the events, where that saves room.
const SHARE_LEFT_OUT: f64 = 0.3;
/// So few events have room in any window.
const FEW: usize = 20;
/// A default window narrower than this share of the extent is worth leaving some events at the edge.
const WORTH_NARROWING: f64 = 0.7;

/// The share of a default window that lies after the note.
const SHARE_AFTER: f64 = 0.22;

/// A half-open stretch of time in days since 1 January 1970; fractions allow smooth zooming.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Window {
    /// The first instant shown.
    pub start: f64,
    /// The first instant no longer shown.
    pub end: f64,
}

impl Window {
    /// The first and last whole days shown.
    #[must_use]
    pub fn to_days(self) -> (Day, Day) {
        let first = self.start.round() as i32;
        (Day(first), Day((self.end.round() as i32 - 1).max(first)))
    }

    /// Length in days.
    #[must_use]
    pub fn length(self) -> f64 {
        self.end - self.start
    }

    /// The middle.
    #[must_use]
    pub fn centre(self) -> f64 {
        f64::midpoint(self.start, self.end)
    }

    /// This window made `factor` times as long around the instant `at`, and kept inside `extent`.
    #[must_use]
    pub fn zoomed(self, factor: f64, at: f64, extent: Self) -> Self {
        let shortest = SHORTEST_WINDOW_DAYS.min(extent.length());
        let length = (self.length() * factor).within(shortest, extent.length());
        // The instant keeps its place: (at − start) / length is the same before and after.
        let place = (at - self.start) / self.length();
        let start = at - place * length;
        Self { start, end: start + length }.kept_in(extent)
    }

    /// This window moved by `days`, and kept inside `extent`.
    #[must_use]
    pub fn panned(self, days: f64, extent: Self) -> Self {
        Self { start: self.start + days, end: self.end + days }.kept_in(extent)
    }

    /// The window of the same length, or shorter, that lies inside `extent`.
    #[must_use]
    pub fn kept_in(self, extent: Self) -> Self {
        let length = self.length().min(extent.length());
        let start = self.start.within(extent.start, extent.end - length);
        Self { start, end: start + length }
    }

    /// This window with at least [`SHARE_AFTER`] of it after `day`, if it holds that day at all.
    fn showing_after(self, day: Day) -> Self {
        let day = f64::from(day.0) + 1.0;
        if !(self.start..self.end).contains(&day) {
            return self;
        }
        // (end − day) / (end − start) ≥ s where end ≥ (day − s · start) / (1 − s).
        let end = (day - SHARE_AFTER * self.start) / (1.0 - SHARE_AFTER);
        Self { end: self.end.max(end), ..self }
    }

    /// Whether an event shows in this window.
    #[must_use]
    pub fn holds(self, date: Edtf) -> bool {
        date.overlaps(self.start, self.end)
    }
}

/// All there is: from the first to the last known day of any event, with a margin.
#[must_use]
pub fn extent(dates: &[Span]) -> Window {
    let mut days = dates.iter().flat_map(|date| [date.earliest, date.latest]).flatten();
    let Some(first) = days.next() else {
        let year = f64::from(Day::from_civil(2021, 1, 1).0);
        return Window { start: year, end: year + DAYS_PER_YEAR };
    };
    let (first, last) = days.fold((first, first), |(first, last), day| (first.min(day), last.max(day)));
    with_margin(f64::from(first.0), f64::from(last.0) + 1.0)
}

/// The window to open on: all, if that is few events; else the shortest that holds most of them, if it is much shorter
/// than the extent, and in it some room after the day of the note, for what came of it.
#[must_use]
pub fn default_window(dates: &[Span], reference: Day) -> Window {
    let extent = extent(dates);
    if dates.len() <= FEW {
        return extent;
    }
    let anchors: Vec<f64> = dates.iter().copied().map(anchor).collect();
    let anchors = sorted(&anchors, f64::total_cmp);
    let kept = anchors.len() - (anchors.len() as f64 * SHARE_LEFT_OUT) as usize;
    let shortest = anchors
        .windows(kept.max(1))
        .map(|window| (window[0], window[window.len() - 1]))
        .min_by(|a, b| (a.1 - a.0).total_cmp(&(b.1 - b.0)));
    match shortest {
        Some((first, last)) if last - first < extent.length() * WORTH_NARROWING => {
            with_margin(first, last + 1.0).showing_after(reference).kept_in(extent)
        }
        _ => extent,
    }
}

/// The day an event is placed by: the middle of a date, the known end of an interval.
#[must_use]
pub fn anchor(date: Span) -> f64 {
    match (date.is_interval, date.earliest, date.latest) {
        (false, Some(first), Some(last)) => (f64::from(first.0) + f64::from(last.0) + 1.0) / 2.0,
        (_, Some(first), _) => f64::from(first.0),
        (_, None, Some(last)) => f64::from(last.0) + 1.0,
        _ => 0.0,
    }
}

fn with_margin(start: f64, end: f64) -> Window {
    let margin = ((end - start) * MARGIN_SHARE).max(SHORTEST_WINDOW_DAYS / 2.0);
    Window { start: start - margin, end: end + margin }
}

/// A window stretched over a width.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TimeScale {
    /// What is shown.
    pub window: Window,
    /// Over how many pixels.
    pub width_px: f64,
}

impl TimeScale {
    /// A place that keeps its day while the window moves, at most the width left of the canvas: what is drawn relative
    /// to it need not be drawn anew.
    #[must_use]
    pub fn anchored_x(self) -> f64 {
        let length = self.window.length();
        -self.window.start.rem_euclid(length) / length * self.width_px
    }

    /// Where a day begins, in pixels from the left.
    #[must_use]
    pub fn x_from_day(self, day: f64) -> f64 {
        (day - self.window.start) / self.window.length() * self.width_px
    }

    /// The instant at a pixel.
    #[must_use]
    pub fn day_from_x(self, x: f64) -> f64 {
        self.window.start + x / self.width_px * self.window.length()
    }

    /// How many days a number of pixels stands for.
    #[must_use]
    pub fn days_from_px(self, px: f64) -> f64 {
        px / self.width_px * self.window.length()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::date::Date;

    const EXTENT: Window = Window { start: 0.0, end: 1_000.0 };

    fn of_date(date: Date) -> Window {
        Window { start: f64::from(date.first_day().0), end: f64::from(date.last_day().0) + 1.0 }
    }

    #[test]
    fn days_and_pixels_lead_back_to_each_other() {
        let scale = TimeScale { window: Window { start: 100.0, end: 300.0 }, width_px: 800.0 };
        for x in [0.0, 1.0, 399.5, 800.0] {
            assert!((scale.x_from_day(scale.day_from_x(x)) - x).abs() < 1e-9);
        }
        assert_eq!(scale.x_from_day(100.0), 0.0);
        assert_eq!(scale.days_from_px(400.0), 100.0);
    }

    #[test]
    fn zooming_keeps_the_instant_under_the_pointer() {
        let window = Window { start: 200.0, end: 600.0 };
        let zoomed = window.zoomed(0.5, 300.0, EXTENT);
        assert_eq!(zoomed, Window { start: 250.0, end: 450.0 });
    }

    #[test]
    fn zooming_stops_at_the_extent_and_at_the_shortest_window() {
        let window = Window { start: 200.0, end: 600.0 };
        assert_eq!(window.zoomed(100.0, 300.0, EXTENT), EXTENT);
        assert_eq!(window.zoomed(1e-9, 300.0, EXTENT).length(), SHORTEST_WINDOW_DAYS);
    }

    #[test]
    fn panning_stops_at_the_ends_without_shrinking() {
        let window = Window { start: 200.0, end: 600.0 };
        assert_eq!(window.panned(-900.0, EXTENT), Window { start: 0.0, end: 400.0 });
        assert_eq!(window.panned(900.0, EXTENT), Window { start: 600.0, end: 1_000.0 });
    }

    #[test]
    fn a_window_given_by_dates_includes_both() {
        let date = |text| Edtf::parse(text).ok().and_then(Edtf::start).expect("a date");
        let window = of_date(date("2021"));
        assert_eq!(window.length(), 365.0);
        assert_eq!(window.to_days(), (Day::from_civil(2021, 1, 1), Day::from_civil(2021, 12, 31)));
    }

    #[test]
    fn a_window_holds_what_overlaps_it_and_open_ends_by_their_known_bound() {
        let date = |text| Edtf::parse(text).ok().and_then(Edtf::start).expect("a date");
        let window = of_date(date("2021"));
        let holds = |text| window.holds(Edtf::parse(text).expect(text));
        assert!(holds("2021-12-31") && holds("2020/2022") && holds("2021"));
        assert!(!holds("2022-01-01") && !holds("2020-12-31"));
        assert!(holds("2019/.."), "what began earlier and goes on shows");
        assert!(!holds("2022/.."));
        assert!(holds("../2021-12-12"));
        assert!(!holds("../2022-12-12"), "an open start is an arrow at its known end");
    }
}
