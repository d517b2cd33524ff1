//! The shapes of the timeline: a point for a date, a bar for a period, cut to the window.

use super::scale::{TimeScale, Window};
use crate::model::{
    date::{Bound, Edtf, Precision},
    event::{Event, Status},
    within::Within as _,
};

/// Radius of a point by importance 1, 2, 3.
const RADII_PX: [f64; 3] = [5.0, 6.0, 7.5];
/// The least width of a bar, so that it can be seen and hit.
const SHORTEST_BAR_PX: f64 = 12.0;
/// Length of the arrow that stands for an end that is not known.
const ARROW_PX: f64 = 30.0;

/// How an end of a bar is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edge {
    /// Known to the day.
    Sharp,
    /// Known to the month or year only.
    Soft,
    /// Approximate or uncertain.
    Dashed,
    /// Open: goes on, or is not known.
    Arrow,
    /// Goes on beyond the window.
    Cut,
}

/// The shape of a mark.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Shape {
    /// Something that happened at one date.
    Point {
        /// Its middle.
        x: f64,
        /// Its radius.
        radius: f64,
        /// The stretch it may lie in, if it is not known to the day.
        doubt: Option<(f64, f64)>,
        /// Whether the date is approximate or uncertain.
        is_dashed: bool,
    },
    /// A period.
    Bar {
        /// Left end.
        x0: f64,
        /// Right end.
        x1: f64,
        /// How the left end is drawn.
        start: Edge,
        /// How the right end is drawn.
        end: Edge,
    },
}

impl Shape {
    /// That of an event, which reaches from where to where, on this scale.
    #[must_use]
    pub fn of(event: &Event, (begins, ends): (f64, f64), scale: TimeScale) -> Self {
        let Window { start, end } = scale.window;
        let x = |day: f64| scale.x_from_day(day.within(start, end));
        match event.date {
            Edtf::Date(date) => {
                let radius = RADII_PX[event.rank() - 1];
                let doubt = (date.precision() != Precision::Day)
                    .then(|| (x(begins), x(ends)))
                    .filter(|(x0, x1)| x1 - x0 > 2.0 * radius);
                // All of it is on the canvas.
                let middle =
                    x(f64::midpoint(begins, ends)).within(radius, (scale.width_px - radius).max(radius));
                Self::Point { x: middle, radius, doubt, is_dashed: event.date.is_qualified() }
            }
            Edtf::Interval { start: from, end: to } => {
                let cut_left = from.date().is_some() && begins < start;
                let cut_right = to.date().is_some() && ends > end;
                let goes_on = event.status == Status::Ongoing || event.status == Status::Past;
                let (x0, x1) = match (from, to) {
                    (Bound::Date(_), Bound::Date(_)) => (x(begins), x(ends)),
                    (Bound::Date(_), _) if goes_on => (x(begins), scale.width_px),
                    (Bound::Date(_), _) => (x(begins), x(begins) + ARROW_PX),
                    (_, Bound::Date(_)) => (x(ends) - ARROW_PX, x(ends)),
                    _ => (0.0, scale.width_px),
                };
                // Never shorter than can be seen, never beyond the canvas.
                let x1 = x1.max(x0 + SHORTEST_BAR_PX).min(scale.width_px);
                let x0 = x0.min(x1 - SHORTEST_BAR_PX).max(0.0);
                Self::Bar {
                    x0,
                    x1: x1.max(x0 + SHORTEST_BAR_PX),
                    start: edge(from, cut_left),
                    end: edge(to, cut_right),
                }
            }
        }
    }

    /// The left and right ends of what is drawn.
    #[must_use]
    pub fn span(self) -> (f64, f64) {
        match self {
            Self::Point { x, radius, .. } => (x - radius, x + radius),
            Self::Bar { x0, x1, .. } => (x0, x1),
        }
    }

    /// The middle of what is drawn.
    #[must_use]
    pub fn centre(self) -> f64 {
        let (x0, x1) = self.span();
        f64::midpoint(x0, x1)
    }
}

fn edge(bound: Bound, is_cut: bool) -> Edge {
    match bound.date() {
        None => Edge::Arrow,
        Some(_) if is_cut => Edge::Cut,
        Some(date) if date.is_approximate() || date.is_uncertain() => Edge::Dashed,
        Some(date) if date.precision() != Precision::Day => Edge::Soft,
        Some(_) => Edge::Sharp,
    }
}
