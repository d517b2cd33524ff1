//! Which rows of a long table are drawn: those in sight and some around them, with room for all others.

use std::ops::Range;

/// Up to so many rows a table is drawn whole: what is there can be found, copied and printed.
pub const WHOLE: usize = 400;
/// How many rows beyond those in sight are drawn on either side, so that a reader who scrolls or tabs meets rows.
const MARGIN: usize = 40;
/// Rows come and go by so many at a time: not each scrolled pixel changes what is drawn.
const STEP: usize = 10;
/// How high a row is taken to be until one was measured, in pixels.
pub const TAKEN_PX: f64 = 40.0;

/// What is in sight of a table.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sight {
    /// How much of the rows is above what is seen, in pixels; less than nothing where they begin below its top.
    pub above_px: f64,
    /// How high the place is in which they are seen, in pixels.
    pub height_px: f64,
    /// How high a row is, in pixels.
    pub row_px: f64,
}

/// The rows to draw of `count`.
#[must_use]
pub fn drawn(sight: Sight, count: usize) -> Range<usize> {
    if count <= WHOLE {
        return 0..count;
    }
    let row_px = if sight.row_px >= 1.0 { sight.row_px } else { TAKEN_PX };
    let first = (sight.above_px / row_px).max(0.0) as usize;
    let seen = (sight.height_px / row_px).max(0.0).ceil() as usize;
    around(first, seen, count)
}

/// The rows to draw of `count` so that the one at `place` is among them.
#[must_use]
pub fn around(place: usize, seen: usize, count: usize) -> Range<usize> {
    let first = place.min(count).saturating_sub(MARGIN) / STEP * STEP;
    let last = (place.min(count) + seen + MARGIN).div_ceil(STEP) * STEP;
    // However high the place is said to be, what is drawn is bounded.
    first..last.min(count).min(first + WHOLE)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sight(above_px: f64) -> Sight {
        Sight { above_px, height_px: 900.0, row_px: 40.0 }
    }

    #[test]
    fn a_short_table_is_drawn_whole() {
        assert_eq!(drawn(sight(5_000.0), WHOLE), 0..WHOLE);
        assert_eq!(drawn(sight(0.0), 0), 0..0);
    }

    #[test]
    fn of_a_long_one_what_is_in_sight_is_drawn_with_a_margin_and_little_more() {
        for place in [0, 1, 777, 50_000, 99_980, 99_999] {
            let rows = drawn(sight(place as f64 * 40.0), 100_000);
            let seen = place..(place + 23).min(100_000);
            assert!(rows.start <= seen.start && seen.end <= rows.end, "{rows:?} around {place}");
            assert!(rows.len() <= 23 + 2 * MARGIN + 2 * STEP, "{rows:?}");
        }
    }

    #[test]
    fn odd_measures_draw_something_bounded() {
        for (above_px, height_px, row_px) in [
            (-3_000.0, 900.0, 40.0),
            (f64::NAN, f64::NAN, f64::NAN),
            (1e12, 900.0, 40.0),
            (0.0, 1e12, 1.0),
            (0.0, 0.0, 0.0),
        ] {
            let rows = drawn(Sight { above_px, height_px, row_px }, 100_000);
            assert!(rows.start <= rows.end && rows.end <= 100_000 && rows.len() <= WHOLE, "{rows:?}");
        }
    }
}
