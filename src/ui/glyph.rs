//! The shapes of points: one per theme or series, so that nothing is told by colour alone.

use crate::{model::id::ThemeId, ui::drawing::PathData};

/// The outline of a theme's point around (`x`, `y`), as a path.
///
/// A sixth theme begins again.
#[must_use]
pub fn glyph(theme: ThemeId, x: f64, y: f64, radius: f64) -> PathData {
    outline(theme.hue(), x, y, radius)
}

/// The outline of a point by its place among others, around (`x`, `y`), as a path.
///
/// The shapes have about the same area: a circle of radius r, then a square, a diamond, a triangle, a hexagon and a
/// triangle on its head; a seventh begins again.
#[must_use]
pub fn outline(place: usize, x: f64, y: f64, radius: f64) -> PathData {
    let r = radius;
    match place % 6 {
        0 => PathData::new().circle(x, y, r),
        1 => polygon(&[(-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)], x, y, r),
        2 => polygon(&[(0.0, -1.25), (1.25, 0.0), (0.0, 1.25), (-1.25, 0.0)], x, y, r),
        3 => polygon(&[(0.0, -1.2), (1.25, 0.95), (-1.25, 0.95)], x, y, r),
        5 => polygon(&[(0.0, 1.2), (1.25, -0.95), (-1.25, -0.95)], x, y, r),
        _ => polygon(
            &[(-0.55, -0.97), (0.55, -0.97), (1.1, 0.0), (0.55, 0.97), (-0.55, 0.97), (-1.1, 0.0)],
            x,
            y,
            r,
        ),
    }
}

fn polygon(corners: &[(f64, f64)], x: f64, y: f64, r: f64) -> PathData {
    let mut path = PathData::new();
    for (place, (dx, dy)) in corners.iter().enumerate() {
        let (x, y) = (x + dx * r, y + dy * r);
        path = if place == 0 { path.move_to(x, y) } else { path.line_to(x, y) };
    }
    path.close()
}
