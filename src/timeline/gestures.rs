//! Drags and pinches as values: where the fingers went down, where they are now, and the window that makes of it.

use super::scale::{TimeScale, Window};
use crate::model::within::Within as _;

/// A press becomes a drag once it has moved this far, in pixels.
const DRAG_THRESHOLD_PX: f64 = 4.0;
/// A turn of the wheel by this many pixels doubles the window.
const WHEEL_DOUBLES_PX: f64 = 320.0;

/// A pointer that is down.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Pointer {
    id: i32,
    x: f64,
}

/// What the pointers are doing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Gesture {
    down: Vec<Pointer>,
    /// Where the gesture began: the scale and the pointers of then.
    origin: Option<(TimeScale, Vec<Pointer>)>,
    is_drag: bool,
}

impl Gesture {
    /// A pointer goes down; the third and later ones change nothing.
    pub fn press(&mut self, id: i32, x: f64, scale: TimeScale) {
        if self.down.is_empty() {
            self.is_drag = false;
        }
        if self.down.len() < 2 {
            self.down.push(Pointer { id, x });
        }
        self.origin = Some((scale, self.down.clone()));
    }

    /// A pointer moves; gives the window this leads to, once it is a drag.
    pub fn shift(&mut self, id: i32, x: f64, extent: Window) -> Option<Window> {
        self.down.iter_mut().find(|pointer| pointer.id == id)?.x = x;
        let (scale, from) = self.origin.as_ref()?;
        if !self.is_drag {
            let moved = from.iter().zip(&self.down).any(|(a, b)| (a.x - b.x).abs() >= DRAG_THRESHOLD_PX);
            self.is_drag = moved;
        }
        if !self.is_drag {
            return None;
        }
        Some(match (from.as_slice(), self.down.as_slice()) {
            ([a0, b0], [a1, b1]) => pinched(*scale, (a0.x, b0.x), (a1.x, b1.x), extent),
            ([a0, ..], [a1, ..]) => scale.window.panned(-scale.days_from_px(a1.x - a0.x), extent),
            _ => return None,
        })
    }

    /// A pointer goes up or away. What is left begins a new gesture from `scale`.
    pub fn release(&mut self, id: i32, scale: TimeScale) {
        self.down.retain(|pointer| pointer.id != id);
        self.origin = (!self.down.is_empty()).then(|| (scale, self.down.clone()));
    }

    /// Whether the pointers have moved enough not to be a click.
    #[must_use]
    pub fn is_drag(&self) -> bool {
        self.is_drag
    }
}

/// The window in which the days that were under the two fingers are under them still.
///
/// With d(x) = start + x / width · length, the days da and db at the first places a0 and b0 stay fixed, so
/// length = (db − da) / (b1 − a1) · width and start = da − a1 / width · length.
fn pinched(scale: TimeScale, (a0, b0): (f64, f64), (a1, b1): (f64, f64), extent: Window) -> Window {
    let spread = |a: f64, b: f64| (b - a).abs().max(1.0);
    let factor = spread(a0, b0) / spread(a1, b1);
    let middle_then = f64::midpoint(a0, b0);
    let middle_now = f64::midpoint(a1, b1);
    let zoomed = scale.window.zoomed(factor, scale.day_from_x(middle_then), extent);
    let moved = TimeScale { window: zoomed, ..scale }.days_from_px(middle_now - middle_then);
    zoomed.panned(-moved, extent)
}

/// How much longer the window gets by a turn of the wheel, in pixels.
#[must_use]
pub fn wheel_factor(delta_px: f64) -> f64 {
    (delta_px.within(-WHEEL_DOUBLES_PX, WHEEL_DOUBLES_PX) / WHEEL_DOUBLES_PX).exp2()
}

#[cfg(test)]
mod tests {
    use super::*;

    const EXTENT: Window = Window { start: 0.0, end: 1_000.0 };
    const SCALE: TimeScale = TimeScale { window: Window { start: 400.0, end: 600.0 }, width_px: 800.0 };

    #[test]
    fn a_small_move_is_still_a_click_and_a_larger_one_pans() {
        let mut gesture = Gesture::default();
        gesture.press(1, 100.0, SCALE);
        assert_eq!(gesture.shift(1, 102.0, EXTENT), None);
        assert!(!gesture.is_drag());
        // 80 px are 20 days: dragged to the right, earlier days come in from the left.
        assert_eq!(gesture.shift(1, 180.0, EXTENT), Some(Window { start: 380.0, end: 580.0 }));
        assert!(gesture.is_drag());
        gesture.release(1, SCALE);
        assert!(gesture.is_drag(), "the click that follows a drag is known as such");
        gesture.press(1, 100.0, SCALE);
        assert!(!gesture.is_drag());
    }

    #[test]
    fn a_pinch_keeps_the_days_under_the_fingers() {
        let mut gesture = Gesture::default();
        gesture.press(1, 200.0, SCALE);
        gesture.press(2, 600.0, SCALE);
        let window = gesture.shift(2, 700.0, EXTENT).expect("a pinch");
        let now = TimeScale { window, ..SCALE };
        assert!((now.day_from_x(200.0) - SCALE.day_from_x(200.0)).abs() < 1e-9);
        assert!((now.day_from_x(700.0) - SCALE.day_from_x(600.0)).abs() < 1e-9);
    }

    #[test]
    fn lifting_one_finger_goes_on_as_a_pan_from_there() {
        let mut gesture = Gesture::default();
        gesture.press(1, 200.0, SCALE);
        gesture.press(2, 600.0, SCALE);
        gesture.shift(2, 700.0, EXTENT);
        gesture.release(1, SCALE);
        assert_eq!(gesture.shift(2, 700.0, EXTENT), Some(SCALE.window), "no jump");
    }

    #[test]
    fn fingers_on_one_spot_do_not_divide_by_nothing() {
        let mut gesture = Gesture::default();
        gesture.press(1, 300.0, SCALE);
        gesture.press(2, 300.0, SCALE);
        let window = gesture.shift(2, 310.0, EXTENT).expect("a pinch");
        assert!(window.start.is_finite() && window.length() > 0.0);
    }

    #[test]
    fn a_move_of_a_pointer_that_is_not_down_means_nothing() {
        assert_eq!(Gesture::default().shift(7, 10.0, EXTENT), None);
    }

    #[test]
    fn the_wheel_doubles_halves_and_never_leaps() {
        assert_eq!(wheel_factor(0.0), 1.0);
        assert_eq!(wheel_factor(WHEEL_DOUBLES_PX), 2.0);
        assert_eq!(wheel_factor(-1e9), 0.5);
    }
}
