//! The marks of the timeline: what they look like and how they are named.

use super::{
    placed::{LABEL_SIZE_PX, PlacedMark, ROW_PX},
    shape::{Edge, Shape},
};
use crate::{
    i18n::{
        format::{OpenEnd, date_in_words},
        messages,
    },
    model::{event::Event, id::ThemeId, strategy::Strategy, text::Lang},
    ui::{
        drawing::{Drawing, PathData},
        glyph::glyph,
    },
};

/// Height of a bar.
const BAR_PX: f64 = 14.0;
/// How far a label's baseline is below the middle of its mark.
const BASELINE_PX: f64 = LABEL_SIZE_PX * 0.36;

/// How a screen reader names an event: title, date with its precision, theme, status.
#[must_use]
pub fn name(strategy: &Strategy, event: &Event, lang: Lang) -> String {
    format!(
        "{}, {}, {}, {}",
        event.title.get(lang),
        date_in_words(event.date, OpenEnd::of(event), lang),
        strategy[event.theme].short.get(lang),
        messages::status(event.status, lang)
    )
}

/// What is said behind the name of an event that the filter leaves out, though its record is open.
#[must_use]
pub fn outside(is_asked_for: bool, lang: Lang) -> String {
    if is_asked_for { String::new() } else { format!(", {}", messages::messages(lang).outside_filter()) }
}

/// A mark as it is drawn around its own left end and middle, so that where it goes is one attribute and draws nothing anew;
/// in tenths of pixels, as it is drawn: arithmetic that leads elsewhere by less than that leads to the same.
#[must_use]
pub fn by_itself(mark: &PlacedMark) -> PlacedMark {
    let (left, _) = mark.shape.span();
    let tenths = |x: f64| ((x - left) * 10.0).round() / 10.0;
    PlacedMark { y: 0.0, lane: 0, ..mark.clone().with_x(tenths) }
}

/// How a screen reader names a mark in its lane, which has `count` events in the window.
#[must_use]
pub fn name_in_lane(
    mark: &PlacedMark,
    count: usize,
    is_asked_for: bool,
    strategy: &Strategy,
    lang: Lang,
) -> String {
    let name = name(strategy, &strategy[mark.event], lang);
    let position = messages::position(mark.position, count, lang);
    format!("{name}, {position}{}", outside(is_asked_for, lang))
}

/// The picture of a mark: where it reacts, its lines, a ring for hover and focus, its body, its label.
#[must_use]
pub fn draw(mark: &PlacedMark, theme: ThemeId, is_asked_for: bool) -> String {
    let (x0, x1) = mark.shape.span();
    let (left, right) = match &mark.label {
        Some(label) => (x0.min(label.x), x1.max(label.x + label.width)),
        None => (x0, x1),
    };
    let y = mark.y;
    let hit = (left - 3.0, y - ROW_PX / 2.0, right - left + 6.0, ROW_PX);
    let drawing = Drawing::new().rect(if is_asked_for { "hit" } else { "hit is-outside" }, hit, 0.0);
    let drawing = match mark.shape {
        Shape::Point { x, radius, is_dashed, .. } => drawing
            .path("halo", &glyph(theme, x, y, radius + 4.0))
            .path(point_class(mark.is_filled, is_dashed), &glyph(theme, x, y, radius)),
        Shape::Bar { x0, x1, start, end } => {
            let top = y - BAR_PX / 2.0;
            let sides =
                PathData::new().move_to(x0, top).across_to(x1).move_to(x0, top + BAR_PX).across_to(x1);
            let edges = bar_end(bar_end(sides, start, x0, top, -1.0), end, x1, top, 1.0);
            let is_dashed = start == Edge::Dashed || end == Edge::Dashed;
            drawing
                .rect("halo", (x0 - 4.0, top - 4.0, x1 - x0 + 8.0, BAR_PX + 8.0), 6.0)
                .rect(if mark.is_filled { "bar" } else { "bar is-hollow" }, (x0, top, x1 - x0, BAR_PX), 0.0)
                .path(if is_dashed { "bar-edge is-dashed" } else { "bar-edge" }, &edges)
        }
    };
    let drawing = match &mark.label {
        Some(label) => {
            let class = if mark.is_major { "label is-major" } else { "label" };
            // At the left of its mark it ends there, also in a font that is narrower than was thought.
            let (x, anchor) =
                if label.is_flipped { (label.x + label.width, "end") } else { (label.x, "start") };
            drawing.words(class, x, y + BASELINE_PX, anchor, &[("", &label.text)])
        }
        None => drawing,
    };
    drawing.into_markup()
}

/// The class of a point: filled or hollow, whole or dashed.
#[must_use]
pub fn point_class(is_filled: bool, is_dashed: bool) -> &'static str {
    match (is_filled, is_dashed) {
        (true, false) => "point",
        (true, true) => "point is-dashed",
        (false, false) => "point is-hollow",
        (false, true) => "point is-hollow is-dashed",
    }
}

/// The stretch a date may lie in, with its two ends; empty for what is known to the day. It is drawn below all
/// marks, so that it never crosses a label.
#[must_use]
pub fn doubt_line(mark: &PlacedMark) -> PathData {
    let Shape::Point { doubt: Some((from, to)), .. } = mark.shape else { return PathData::new() };
    let y = mark.y;
    let end = |path: PathData, x: f64| path.move_to(x, y - 3.0).down_by(6.0);
    end(end(PathData::new().move_to(from, y).across_to(to), from), to)
}

/// An end of a bar: a line where it is known to the day, a fading row of lines where it is known less finely,
/// an arrow head where it is open, nothing where the bar goes on beyond the window.
fn bar_end(path: PathData, edge: Edge, x: f64, top: f64, outwards: f64) -> PathData {
    match edge {
        Edge::Sharp | Edge::Dashed => path.move_to(x, top).down_by(BAR_PX),
        Edge::Soft => [0.0, 1.0, 2.0].into_iter().fold(path, |path, step| {
            path.move_to(x - outwards * step * 3.0, top + 2.0 * step).down_by(BAR_PX - 4.0 * step)
        }),
        Edge::Arrow => {
            let back = x - outwards * 7.0;
            path.move_to(back, top + 2.0).line_to(x, top + BAR_PX / 2.0).line_to(back, top + BAR_PX - 2.0)
        }
        Edge::Cut => path,
    }
}
