//! A quantity against its target at a glance: a bar for what was reached, hollow where it was only expected, and a rule for the target.

use super::placed::{Area, Label};
use crate::{
    model::within::Within as _,
    text_metrics::{TextMetrics, Weight},
    ui::drawing::{Drawing, PathData},
};

/// Height of the drawing.
pub const HEIGHT_PX: f64 = 38.0;
/// Upper edge of the bar.
const BAR_Y: f64 = 20.0;
/// Height of the bar.
const BAR_PX: f64 = 12.0;
/// How far the rule of the target reaches beyond the bar.
const BEYOND_PX: f64 = 3.0;
/// Font size of the words of the target.
const SIZE_PX: f64 = 12.0;

/// A bullet with everything in its place.
#[derive(Clone, Debug, PartialEq)]
pub struct PlacedBullet {
    /// Its width.
    pub width_px: f64,
    /// How long the bar is; nothing without a value.
    pub bar_px: Option<f64>,
    /// Whether the value was counted.
    pub is_solid: bool,
    /// Where the target is.
    pub rule_x: f64,
    /// The words of the target.
    pub label: Label,
}

/// Places a value against a whole; nothing where the whole is not above zero, for there is nothing to compare.
///
/// `words` are those of the whole, from the longest to the shortest.
#[must_use]
pub fn place(
    value: Option<(f64, bool)>,
    whole: f64,
    words: &[String],
    width_px: f64,
    metrics: &TextMetrics,
) -> Option<PlacedBullet> {
    if !(whole > 0.0 && whole.is_finite()) {
        return None;
    }
    let room = (width_px - 2.0).max(1.0);
    let most = value.map_or(whole, |(value, _)| value.max(whole));
    let x = |amount: f64| (amount / most).within(0.0, 1.0) * room;
    let rule_x = x(whole);
    let width_of = |text: &str| metrics.width_px(text, Weight::Regular, SIZE_PX);
    let text =
        words.iter().find(|text| width_of(text) <= width_px).or(words.last()).cloned().unwrap_or_default();
    let width = width_of(&text);
    // It ends at the rule, and begins there where it would leave the drawing.
    let left = (rule_x - width).within(0.0, (width_px - width).max(0.0));
    Some(PlacedBullet {
        width_px,
        bar_px: value.map(|(value, _)| x(value)),
        is_solid: value.is_none_or(|(_, is_solid)| is_solid),
        rule_x,
        label: Label { area: Area { x: left, y: 0.0, width, height: 15.0 }, text },
    })
}

impl PlacedBullet {
    /// The drawing.
    #[must_use]
    pub fn markup(&self) -> String {
        let room = self.width_px - 2.0;
        let mut drawing = Drawing::new().rect("bullet-ground", (0.0, BAR_Y, room, BAR_PX), 2.0);
        if let Some(bar) = self.bar_px {
            let class = if self.is_solid { "bullet-bar" } else { "bullet-bar is-hollow" };
            // A line around it lies inside.
            drawing = drawing.rect(class, (0.75, BAR_Y + 0.75, (bar - 1.5).max(0.5), BAR_PX - 1.5), 1.5);
        }
        let rule = PathData::new().move_to(self.rule_x, BAR_Y - BEYOND_PX).down_by(BAR_PX + 2.0 * BEYOND_PX);
        let end = self.label.area.right();
        drawing
            .path("bullet-rule", &rule)
            .words("bullet-words", end, 12.0, "end", &[("", &self.label.text)])
            .into_markup()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bullet(value: Option<(f64, bool)>, whole: f64) -> Option<PlacedBullet> {
        let words = ["Objectif : 4 000 personnes".to_owned(), "4 000".to_owned()];
        place(value, whole, &words, 302.0, &TextMetrics::cautious())
    }

    #[test]
    fn the_bar_is_as_long_as_its_share_of_the_target() {
        let placed = bullet(Some((2_500.0, true)), 4_000.0).expect("a bullet");
        assert_eq!((placed.bar_px, placed.rule_x, placed.is_solid), (Some(187.5), 300.0, true));
    }

    #[test]
    fn what_is_more_than_its_target_passes_it() {
        let placed = bullet(Some((5_000.0, false)), 4_000.0).expect("a bullet");
        assert_eq!((placed.bar_px, placed.rule_x, placed.is_solid), (Some(300.0), 240.0, false));
    }

    #[test]
    fn without_a_value_there_is_a_rule_and_no_bar_and_without_a_target_nothing() {
        assert_eq!(bullet(None, 400.0).map(|placed| placed.bar_px), Some(None));
        for whole in [0.0, -1.0, f64::NAN, f64::INFINITY] {
            assert_eq!(bullet(Some((1.0, true)), whole), None, "{whole}");
        }
        assert!(bullet(Some((-5.0, true)), 10.0).is_some_and(|placed| placed.bar_px == Some(0.0)));
    }

    #[test]
    fn the_words_never_leave_the_drawing() {
        let words = ["Objectif : 4 000 personnes (2022)".to_owned(), "4 000".to_owned()];
        for width in [40.0, 90.0, 300.0] {
            for value in [10.0, 4_000.0, 400_000.0] {
                let placed = place(Some((value, true)), 4_000.0, &words, width, &TextMetrics::cautious());
                let area = placed.expect("a bullet").label.area;
                assert!(area.x >= 0.0 && area.right() <= width, "{width} {value} {area:?}");
            }
        }
    }
}
