//! Squarified tiling: rectangles with the areas asked for, as near to squares as can be, in the order given.
//!
//! Source: Bruls, Huizing and van Wijk, *Squarified Treemaps*, 2000.

/// A rectangle in pixels, from its top left corner.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Rect {
    /// Left.
    pub x: f64,
    /// Top.
    pub y: f64,
    /// Width, never negative.
    pub width: f64,
    /// Height, never negative.
    pub height: f64,
}

impl Rect {
    /// Its area.
    #[must_use]
    pub fn area(self) -> f64 {
        self.width * self.height
    }

    /// Its middle.
    #[must_use]
    pub fn centre(self) -> (f64, f64) {
        (self.x + self.width / 2.0, self.y + self.height / 2.0)
    }

    /// The shorter side.
    #[must_use]
    pub fn shorter_side(self) -> f64 {
        self.width.min(self.height)
    }

    /// What is left when the sides are cut by these amounts; collapses to the middle rather than turning over.
    #[must_use]
    pub fn inset(self, left: f64, top: f64, right: f64, bottom: f64) -> Self {
        let width = (self.width - left - right).max(0.0);
        let height = (self.height - top - bottom).max(0.0);
        Self {
            x: if width > 0.0 { self.x + left } else { self.x + self.width / 2.0 },
            y: if height > 0.0 { self.y + top } else { self.y + self.height / 2.0 },
            width,
            height,
        }
    }
}

/// Values that stand side by side: a column, or a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Strip {
    /// Whether they stand one below the other.
    pub is_column: bool,
    /// The place after its last value.
    pub end: usize,
}

/// One rectangle per value, filling `bounds`, with areas in proportion to the values.
///
/// Values must not be negative; a value of 0 gets a rectangle without area. Larger values first give squarer
/// rectangles, but the order is the caller's.
#[must_use]
pub fn squarify(values: &[f64], bounds: Rect) -> Vec<Rect> {
    lay(&strips(values, bounds), values, bounds)
}

/// The strips that make the squarest rectangles of these values in `bounds`.
#[must_use]
pub fn strips(values: &[f64], bounds: Rect) -> Vec<Strip> {
    let total: f64 = values.iter().sum();
    let mut strips = Vec::new();
    if total <= 0.0 || bounds.area() <= 0.0 {
        return strips;
    }
    let scale = bounds.area() / total;
    let mut free = bounds;
    let mut start = 0;
    while start < values.len() {
        let side = free.shorter_side();
        let mut end = start + 1;
        let mut row = Row::of(values[start] * scale);
        while end < values.len() {
            let longer = row.with(values[end] * scale);
            if longer.worst_ratio(side) > row.worst_ratio(side) {
                break;
            }
            row = longer;
            end += 1;
        }
        let strip = Strip { is_column: free.width >= free.height, end };
        free = lay_strip(strip, &values[start..end], scale, free, end == values.len(), &mut Vec::new());
        strips.push(strip);
        start = end;
    }
    strips
}

/// One rectangle per value, in strips that are given: those of other values of the same things, say. Areas are in
/// proportion to the values, and what has no value has no area.
#[must_use]
pub fn lay(strips: &[Strip], values: &[f64], bounds: Rect) -> Vec<Rect> {
    let total: f64 = values.iter().sum();
    if total <= 0.0 || bounds.area() <= 0.0 {
        return values.iter().map(|_| Rect { width: 0.0, height: 0.0, ..bounds }).collect();
    }
    let scale = bounds.area() / total;
    let mut rects = Vec::with_capacity(values.len());
    let mut free = bounds;
    let mut start = 0;
    for &strip in strips {
        let is_last = values[strip.end..].iter().all(|&value| value <= 0.0);
        free = lay_strip(strip, &values[start..strip.end], scale, free, is_last, &mut rects);
        start = strip.end;
    }
    rects
}

/// What is known of a row of areas while it grows.
#[derive(Clone, Copy)]
struct Row {
    area: f64,
    least: f64,
    most: f64,
}

impl Row {
    fn of(area: f64) -> Self {
        Self { area, least: area, most: area }
    }

    fn with(self, area: f64) -> Self {
        Self { area: self.area + area, least: self.least.min(area), most: self.most.max(area) }
    }

    /// The worst ratio of sides in the row, laid along `side`.
    ///
    /// The row is s = area / side thick; a rectangle of area a is a / s long, so its ratio of sides is a / s²
    /// or its inverse. The worst is that of the largest or of the smallest area.
    fn worst_ratio(self, side: f64) -> f64 {
        if self.area <= 0.0 || side <= 0.0 {
            return f64::INFINITY;
        }
        let thickness_squared = (self.area / side).powi(2);
        let ratio_of_most = self.most / thickness_squared;
        let ratio_of_least = thickness_squared / self.least.max(f64::MIN_POSITIVE);
        ratio_of_most.max(ratio_of_least)
    }
}

/// Lays a strip along one side of `free`; returns what is left. The last strip takes all that is left.
fn lay_strip(
    strip: Strip,
    values: &[f64],
    scale: f64,
    free: Rect,
    is_last: bool,
    rects: &mut Vec<Rect>,
) -> Rect {
    let sum: f64 = values.iter().sum();
    let (side, across) = if strip.is_column { (free.height, free.width) } else { (free.width, free.height) };
    let thickness = match (sum > 0.0, is_last) {
        (false, _) => 0.0,
        (true, true) => across,
        (true, false) => (sum * scale / side).min(across),
    };
    let mut along = 0.0;
    for &value in values {
        let length = if sum > 0.0 { value / sum * side } else { 0.0 };
        rects.push(if strip.is_column {
            Rect { x: free.x, y: free.y + along, width: thickness, height: length }
        } else {
            Rect { x: free.x + along, y: free.y, width: length, height: thickness }
        });
        along += length;
    }
    if strip.is_column {
        Rect { x: free.x + thickness, width: free.width - thickness, ..free }
    } else {
        Rect { y: free.y + thickness, height: free.height - thickness, ..free }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BOUNDS: Rect = Rect { x: 10.0, y: 20.0, width: 600.0, height: 400.0 };

    fn check_areas(values: &[f64]) -> Vec<Rect> {
        let rects = squarify(values, BOUNDS);
        let total: f64 = values.iter().sum();
        for (value, rect) in values.iter().zip(&rects) {
            let expected = value / total * BOUNDS.area();
            assert!((rect.area() - expected).abs() < 1e-6 * BOUNDS.area(), "{value}: {rect:?}");
            assert!(rect.x >= BOUNDS.x - 1e-6 && rect.y >= BOUNDS.y - 1e-6);
            assert!(rect.x + rect.width <= BOUNDS.x + BOUNDS.width + 1e-6);
            assert!(rect.y + rect.height <= BOUNDS.y + BOUNDS.height + 1e-6);
        }
        rects
    }

    #[test]
    fn the_example_of_the_paper_has_its_areas() {
        check_areas(&[6.0, 6.0, 4.0, 3.0, 2.0, 2.0, 1.0]);
    }

    #[test]
    fn one_child_fills_its_parent() {
        assert_eq!(squarify(&[5.0], BOUNDS), [BOUNDS]);
    }

    #[test]
    fn equal_children_are_equal_and_one_giant_leaves_slivers_with_their_area() {
        check_areas(&[1.0; 12]);
        check_areas(&[1_000_000.0, 1.0, 1.0, 1.0]);
    }

    #[test]
    fn a_zero_has_no_area_and_all_zeros_no_nonsense() {
        let rects = check_areas(&[3.0, 0.0, 1.0]);
        assert_eq!(rects[1].area(), 0.0);
        assert!(squarify(&[0.0, 0.0], BOUNDS).iter().all(|rect| rect.area() == 0.0));
        assert!(squarify(&[], BOUNDS).is_empty());
        assert!(squarify(&[1.0], Rect::default()).iter().all(|rect| rect.area() == 0.0));
    }

    #[test]
    fn three_hundred_cells_do_not_overlap() {
        let values: Vec<f64> = (1..=300).rev().map(f64::from).collect();
        let rects = check_areas(&values);
        for (index, a) in rects.iter().enumerate() {
            for b in &rects[index + 1..] {
                let overlap_x = (a.x + a.width).min(b.x + b.width) - a.x.max(b.x);
                let overlap_y = (a.y + a.height).min(b.y + b.height) - a.y.max(b.y);
                assert!(overlap_x < 1e-6 || overlap_y < 1e-6);
            }
        }
    }

    #[test]
    fn an_inset_larger_than_the_rectangle_collapses_to_its_middle() {
        let rect = Rect { x: 0.0, y: 0.0, width: 10.0, height: 8.0 };
        assert_eq!(rect.inset(6.0, 1.0, 6.0, 1.0), Rect { x: 5.0, y: 1.0, width: 0.0, height: 6.0 });
    }
}
