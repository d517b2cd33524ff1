//! What the shapes of the timeline mean.

use leptos::prelude::*;

use super::{
    placed::{PlacedTimeline, first_day_after},
    scale::Window,
    shape::{Edge, Shape},
};
use crate::{
    i18n::messages::{Messages, messages},
    model::date::Day,
    state::Explorer,
    ui::drawing::{Drawing, PathData},
};

/// Width and height of a sample.
pub const SAMPLE_PX: (f64, f64) = (30.0, 16.0);

/// Something a mark or the ground can look like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// It had happened.
    Filled,
    /// It had not.
    Hollow,
    /// Its date is approximate.
    Dashed,
    /// Its date is known to the month or year.
    Doubt,
    /// An end of it is not known.
    Arrow,
    /// What lies after the note.
    After,
}

impl Sign {
    /// All of them, in the order of the legend.
    pub const ALL: [Self; 6] =
        [Self::Filled, Self::Hollow, Self::Dashed, Self::Doubt, Self::Arrow, Self::After];

    /// A sample, [`SAMPLE_PX`] large.
    #[must_use]
    pub fn sample(self) -> Drawing {
        let disc = PathData::new().circle(15.0, 8.0, 5.0);
        match self {
            Self::Filled => Drawing::new().path("point", &disc),
            Self::Hollow => Drawing::new().path("point is-hollow", &disc),
            Self::Dashed => Drawing::new().path("point is-hollow is-dashed", &disc),
            Self::Doubt => {
                let end = |path: PathData, x| path.move_to(x, 5.0).down_by(6.0);
                let line = end(end(PathData::new().move_to(2.0, 8.0).across_to(28.0), 2.0), 28.0);
                Drawing::new().path("doubt", &line).path("point", &disc)
            }
            Self::Arrow => {
                let sides =
                    PathData::new().move_to(2.0, 2.0).across_to(28.0).move_to(2.0, 14.0).across_to(28.0);
                let start = sides.move_to(2.0, 2.0).down_by(12.0);
                let edges = start.move_to(21.0, 4.0).line_to(28.0, 8.0).line_to(21.0, 12.0);
                Drawing::new().rect("bar", (2.0, 2.0, 26.0, 12.0), 0.0).path("bar-edge", &edges)
            }
            Self::After => Drawing::new().rect("after is-sample", (0.5, 0.5, 29.0, 15.0), 0.0),
        }
    }

    /// What it means.
    #[must_use]
    pub fn meaning(self, messages: Messages) -> &'static str {
        match self {
            Self::Filled => messages.legend_filled(),
            Self::Hollow => messages.legend_hollow(),
            Self::Dashed => messages.legend_dashed(),
            Self::Doubt => messages.legend_doubt(),
            Self::Arrow => messages.legend_arrow(),
            Self::After => messages.after_note(),
        }
    }

    /// Whether a timeline shows it: a picture to take away explains no more than it has.
    #[must_use]
    pub fn occurs_in(self, placed: &PlacedTimeline, window: Window, note: Day) -> bool {
        let ends = |edge: Edge| {
            placed.marks.iter().any(|mark| match mark.shape {
                Shape::Bar { start, end, .. } => start == edge || end == edge,
                Shape::Point { .. } => false,
            })
        };
        let is_dashed =
            || placed.marks.iter().any(|mark| matches!(mark.shape, Shape::Point { is_dashed: true, .. }));
        let has_doubt =
            || placed.marks.iter().any(|mark| matches!(mark.shape, Shape::Point { doubt: Some(_), .. }));
        match self {
            Self::Filled => placed.marks.iter().any(|mark| mark.is_filled),
            Self::Hollow => placed.marks.iter().any(|mark| !mark.is_filled),
            Self::Dashed => is_dashed() || ends(Edge::Dashed),
            Self::Doubt => has_doubt() || ends(Edge::Soft),
            Self::Arrow => ends(Edge::Arrow),
            Self::After => window.end > first_day_after(note),
        }
    }
}

/// One line of samples with their meaning.
#[component]
pub fn Legend() -> impl IntoView {
    let messages = messages(Explorer::expect_context().lang());
    let items = Sign::ALL.map(|sign| {
        view! {
            <li>
                <svg width="30" height="16" viewBox="0 0 30 16" aria-hidden="true" inner_html=sign.sample().into_markup()></svg>
                {sign.meaning(messages)}
            </li>
        }
    });
    view! {
        <ul class="legend" aria-label=messages.legend()>{items}</ul>
        <p class="hint">{messages.timeline_help()}</p>
    }
}
