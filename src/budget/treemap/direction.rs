//! Where an arrow key leads among the cells of a map: to the nearest one that lies that way, or nowhere.

use super::squarify::Rect;

/// The direction of an arrow key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// To the left.
    Left,
    /// To the right.
    Right,
    /// Upwards.
    Up,
    /// Downwards.
    Down,
}

/// What two cells may share along an edge, in pixels: rounding, and no more.
const SLACK_PX: f64 = 0.5;

impl Direction {
    /// The direction of a key, by its name in UI Events. Returns `None` for a key that is no arrow.
    #[must_use]
    pub fn of_key(key: &str) -> Option<Self> {
        Some(match key {
            "ArrowLeft" => Self::Left,
            "ArrowRight" => Self::Right,
            "ArrowUp" => Self::Up,
            "ArrowDown" => Self::Down,
            _ => return None,
        })
    }

    /// The place of the cell that lies nearest to `here` in this direction: wholly beyond its edge, straight ahead before
    /// aside. Returns `None` if no cell lies that way.
    pub fn nearest(self, here: Rect, cells: impl Iterator<Item = (usize, Rect)>) -> Option<usize> {
        let distance = |(place, cell): (usize, Rect)| {
            let beyond = self.beyond(here, cell);
            let (x, y) =
                (gap(here.x, here.width, cell.x, cell.width), gap(here.y, here.height, cell.y, cell.height));
            let (hx, hy) = here.centre();
            let (cx, cy) = cell.centre();
            let (aside, across) = match self {
                Self::Left | Self::Right => (y, (cy - hy).abs()),
                Self::Up | Self::Down => (x, (cx - hx).abs()),
            };
            // Of those as near and as straight ahead, the one whose middle is.
            (beyond >= -SLACK_PX).then_some(([beyond.max(0.0) + 2.0 * aside, across], place))
        };
        let nearest = cells.filter_map(distance).min_by(|(a, _), (b, _)| {
            // Gaps that differ by rounding are the same gap.
            if (a[0] - b[0]).abs() > SLACK_PX { a[0].total_cmp(&b[0]) } else { a[1].total_cmp(&b[1]) }
        });
        nearest.map(|(_, place)| place)
    }

    /// How far `cell` begins beyond the edge of `here`; negative if it begins before.
    fn beyond(self, here: Rect, cell: Rect) -> f64 {
        match self {
            Self::Left => here.x - (cell.x + cell.width),
            Self::Right => cell.x - (here.x + here.width),
            Self::Up => here.y - (cell.y + cell.height),
            Self::Down => cell.y - (here.y + here.height),
        }
    }
}

/// The gap between two stretches; 0 if they overlap.
fn gap(a: f64, a_length: f64, b: f64, b_length: f64) -> f64 {
    (b - (a + a_length)).max(a - (b + b_length)).max(0.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn rect(x: f64, y: f64, width: f64, height: f64) -> Rect {
        Rect { x, y, width, height }
    }

    /// A large cell on the left; on the right two beside each other, below them one as wide as both.
    const CELLS: [Rect; 4] = [
        rect(0.0, 0.0, 60.0, 100.0),
        rect(60.0, 0.0, 20.0, 40.0),
        rect(80.0, 0.0, 20.0, 40.0),
        rect(60.0, 40.0, 40.0, 60.0),
    ];

    fn from(here: usize, direction: Direction) -> Option<usize> {
        let others = CELLS.iter().copied().enumerate().filter(|(place, _)| *place != here);
        direction.nearest(CELLS[here], others)
    }

    #[test]
    fn an_arrow_leads_to_what_lies_that_way_and_nowhere_else() {
        use Direction::{Down, Left, Right, Up};
        assert_eq!(from(0, Up), None, "the cell fills the left side: nothing lies above it");
        assert_eq!(from(0, Down), None);
        assert_eq!(from(0, Left), None);
        assert_eq!(from(0, Right), Some(3), "of two that touch, the one whose middle is nearer");
        assert_eq!(from(1, Right), Some(2));
        assert_eq!(from(2, Left), Some(1), "the nearer one before the larger");
        assert_eq!(from(3, Up), Some(1));
        assert_eq!(from(1, Down), Some(3));
        assert_eq!(from(3, Left), Some(0));
    }
}
