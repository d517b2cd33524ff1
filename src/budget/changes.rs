//! How the cost of the project of a cell has changed since its first published one, as a class, a sign and words.

use super::{phases::line_of, treemap::squarify::Rect, words};
use crate::{
    model::{
        id::EnvelopeId,
        panorama::{Trend, change_of_cost},
        strategy::Strategy,
        text::Lang,
    },
    ui::drawing::{Drawing, PathData},
};

/// A sign needs a cell with sides of at least this.
const LEAST_PX: f64 = 24.0;
/// Width and height of a sign.
const SIGN_PX: f64 = 8.0;
/// How far it stands from the edges of its cell.
const AWAY_PX: f64 = 6.0;

/// The trend of the project whose cost an envelope is; nothing for what is no project.
#[must_use]
pub fn trend_of(strategy: &Strategy, envelope: EnvelopeId) -> Option<Trend> {
    let project = strategy[envelope].project?;
    let line = line_of(strategy, envelope);
    Some(line.map_or(Trend::Unknown, |line| change_of_cost(strategy, project, line.edition).trend()))
}

/// The class of a cell with a trend.
#[must_use]
pub fn trend_class(trend: Trend) -> &'static str {
    match trend {
        Trend::FarLower => "change-far-lower",
        Trend::Lower => "change-lower",
        Trend::Same => "change-same",
        Trend::Higher => "change-higher",
        Trend::FarHigher => "change-far-higher",
        Trend::Unknown => "change-unknown",
    }
}

/// A trend in words.
#[must_use]
pub fn trend_in_words(trend: Trend, lang: Lang) -> &'static str {
    match trend {
        Trend::FarLower => words::far_lower(lang),
        Trend::Lower => words::lower(lang),
        Trend::Same => words::same(lang),
        Trend::Higher => words::higher(lang),
        Trend::FarHigher => words::far_higher(lang),
        Trend::Unknown => words::unknown(lang),
    }
}

/// The sign of a trend in the lower right corner of a cell: what its colour says, for who cannot tell the colours.
#[must_use]
pub fn sign(trend: Trend, rect: Rect) -> String {
    if rect.width.min(rect.height) < LEAST_PX {
        return String::new();
    }
    let (right, bottom) = (rect.x + rect.width - AWAY_PX, rect.y + rect.height - AWAY_PX);
    let (left, top) = (right - SIGN_PX, bottom - SIGN_PX);
    let middle = right - SIGN_PX / 2.0;
    let triangle = |base: f64, tip: f64| {
        PathData::new().move_to(left, base).line_to(right, base).line_to(middle, tip).close()
    };
    let path = match trend {
        Trend::Higher | Trend::FarHigher => triangle(bottom, top),
        Trend::Lower | Trend::FarLower => triangle(top, bottom),
        Trend::Same | Trend::Unknown => PathData::new(),
    };
    Drawing::new().path("sign", &path).into_markup()
}

#[cfg(test)]
mod tests {
    use super::*;

    const CELL: Rect = Rect { x: 10.0, y: 20.0, width: 40.0, height: 30.0 };

    #[test]
    fn a_higher_cost_points_up_and_a_lower_one_down_within_the_cell() {
        assert_eq!(sign(Trend::FarHigher, CELL), "<path class=\"sign\" d=\"M36 44L44 44L40 36Z\"/>");
        assert_eq!(sign(Trend::Lower, CELL), "<path class=\"sign\" d=\"M36 36L44 36L40 44Z\"/>");
    }

    #[test]
    fn what_has_not_changed_and_what_has_no_room_bear_no_sign() {
        assert_eq!(sign(Trend::Same, CELL), "");
        assert_eq!(sign(Trend::Unknown, CELL), "");
        assert_eq!(sign(Trend::Higher, Rect { width: 23.0, ..CELL }), "");
    }
}
