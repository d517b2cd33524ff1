//! Sizes of paper, as ISO 216 has them, laid on the long side.

use crate::model::vocabulary::vocabulary;

/// Pixels of CSS in a millimetre.
const PX_PER_MM: f64 = 96.0 / 25.4;
/// What is left free at each side, in millimetres: few printers reach farther.
pub const MARGIN_MM: f64 = 6.0;

vocabulary! {
    /// A size of paper.
    pub enum Paper {
        /// 297 × 210 mm.
        A4 = "a4",
        /// 420 × 297 mm.
        A3 = "a3",
    }
}

impl Paper {
    /// Width and height of the paper, in millimetres.
    #[must_use]
    pub fn size_mm(self) -> (f64, f64) {
        match self {
            Self::A4 => (297.0, 210.0),
            Self::A3 => (420.0, 297.0),
        }
    }

    /// Width and height of what can be drawn on it, in pixels.
    #[must_use]
    pub fn room_px(self) -> (f64, f64) {
        let (width, height) = self.size_mm();
        let px = |mm: f64| ((mm - 2.0 * MARGIN_MM) * PX_PER_MM).floor();
        (px(width), px(height))
    }
}
