//! From a placed chart to markup: the ground below the marks, what lies above them, and one mark.

use super::placed::{HEIGHT_PX, Mark, PlacedCourse, RADIUS_PX};
use crate::ui::{
    drawing::{Drawing, PathData},
    glyph::outline,
};

/// Where zero lies.
fn floor(placed: &PlacedCourse) -> f64 {
    placed.values.first().map_or(HEIGHT_PX, |(y, _)| *y)
}

/// Where the highest round value lies.
fn ceiling(placed: &PlacedCourse) -> f64 {
    placed.values.last().map_or(0.0, |(y, _)| *y)
}

/// The axes, what lies after the note, the steps, the line of the target and the rule of the note.
#[must_use]
pub fn ground(placed: &PlacedCourse) -> String {
    let (floor, ceiling) = (floor(placed), ceiling(placed));
    let right = placed.width_px;
    let (note_x, note) = &placed.note;
    let mut drawing =
        Drawing::new().rect("after", (*note_x, ceiling, (right - note_x).max(0.0), floor - ceiling), 0.0);
    for (place, (y, text)) in placed.values.iter().enumerate() {
        let line = PathData::new().move_to(placed.left_px, *y).across_to(right);
        let class = if place == 0 { "grid is-floor" } else { "grid" };
        drawing =
            drawing.path(class, &line).words("tick", placed.left_px - 6.0, y + 4.2, "end", &[("", text)]);
    }
    for tick in &placed.times {
        let line = PathData::new().move_to(tick.x, floor).down_by(5.0);
        drawing = drawing.path("grid is-floor", &line);
        if let Some(label) = &tick.label {
            drawing = drawing.centred_text("tick", label.x, floor + 19.0, &label.text);
        }
    }
    if let Some((y, label)) = &placed.whole {
        let line = PathData::new().move_to(placed.left_px, *y).across_to(right);
        drawing = drawing.path("course-whole", &line).text(
            "course-words",
            label.area.x,
            label.area.y + 11.5,
            &label.text,
        );
    }
    let (mut solid, mut hollow) = (PathData::new(), PathData::new());
    for join in &placed.joins {
        let (Some(from), Some(to)) = (placed.marks.get(join.from), placed.marks.get(join.to)) else {
            continue;
        };
        let path = if to.is_solid { &mut solid } else { &mut hollow };
        // A step: the value stands until the next one is known.
        *path = std::mem::take(path).move_to(from.x, from.y).across_to(to.x).line_to(to.x, to.y);
    }
    let rule = PathData::new().move_to(*note_x, 11.0).line_to(*note_x, floor);
    let area = note.area;
    let note = Drawing::new()
        .path("rule", &rule)
        .rect("pill", (area.x, area.y, area.width, area.height), 11.0)
        .centred_text("", area.x + area.width / 2.0, area.y + 15.2, &note.text);
    drawing =
        drawing.group("note-rule", &note).path("course-step", &solid).path("course-step is-hollow", &hollow);
    for mark in &placed.marks {
        if let Some((from, to)) = mark.doubt {
            let end = |path: PathData, x: f64| path.move_to(x, mark.y - 3.0).down_by(6.0);
            let line = end(end(PathData::new().move_to(from, mark.y).across_to(to), from), to);
            drawing = drawing.path("doubt", &line);
        }
    }
    for &x in &placed.turns {
        drawing = drawing.group("course-turn", &turn(x, floor));
    }
    drawing.into_markup()
}

/// The sign of a change in what is counted: two level lines, struck through.
#[must_use]
pub fn turn(x: f64, y: f64) -> Drawing {
    let lines = PathData::new()
        .move_to(x - 5.0, y - 2.0)
        .across_to(x + 5.0)
        .move_to(x - 5.0, y + 2.0)
        .across_to(x + 5.0)
        .move_to(x - 3.5, y + 5.5)
        .line_to(x + 3.5, y - 5.5);
    Drawing::new()
        .rect("course-turn-ground", (x - 7.0, y - 7.0, 14.0, 14.0), 7.0)
        .path("course-turn-sign", &lines)
}

/// The shape of a mark.
#[must_use]
pub fn point(series: usize, x: f64, y: f64, is_solid: bool, is_approximate: bool) -> Drawing {
    let class = match (is_solid, is_approximate) {
        (true, false) => "point",
        (true, true) => "point is-dashed",
        (false, false) => "point is-hollow",
        (false, true) => "point is-hollow is-dashed",
    };
    Drawing::new().path(class, &outline(series, x, y, RADIUS_PX))
}

/// A mark: where it reacts, a ring for hover and focus, its shape, its label.
#[must_use]
pub fn mark(mark: &Mark) -> String {
    let hit = mark.hit;
    let mut drawing = Drawing::new()
        .rect("hit", (hit.x, hit.y, hit.width, hit.height), 0.0)
        .path("halo", &outline(mark.series, mark.x, mark.y, RADIUS_PX + 4.0))
        .group("", &point(mark.series, mark.x, mark.y, mark.is_solid, mark.is_approximate));
    if mark.is_of_note {
        drawing = drawing.path("course-note", &outline(mark.series, mark.x, mark.y, RADIUS_PX + 3.5));
    }
    if let Some(label) = &mark.label {
        let class = if mark.is_of_note { "label is-major" } else { "label" };
        let middle = label.area.x + label.area.width / 2.0;
        drawing = drawing.centred_text(class, middle, label.area.y + 11.8, &label.text);
    }
    drawing.into_markup()
}
