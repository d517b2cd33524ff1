//! The ground of the timeline: ticks, lanes and their names, the note's date and what lies after it.

use super::{
    Canvas,
    marks::doubt_line,
    placed::{PlacedTimeline, ROW_PX, first_day_after},
    scale::TimeScale,
    ticks::ticks,
};
use crate::{
    i18n::{
        format::short_date,
        messages::{self, messages},
    },
    model::{date::Date, strategy::Strategy, text::Lang, within::Within as _},
    state::Explorer,
    text_metrics::{TextMetrics, Weight},
    ui::{
        drawing::{Drawing, PathData},
        glyph::glyph,
    },
};

/// Height of the axis: a row for the note's date, a row for the ticks.
pub const AXIS_PX: f64 = 48.0;
/// Middle of the row of the note's date.
const PILL_Y: f64 = 12.0;
/// Baseline of the labels of the ticks.
const TICK_Y: f64 = 40.0;
/// Font size on the axis.
const TICK_SIZE_PX: f64 = 12.0;
/// Radius of the shape beside a lane's name.
const LANE_GLYPH_PX: f64 = 5.0;
/// Where a lane's name begins, from the left of its column: right of its shape.
pub const LANE_TITLE_X: f64 = 18.0;
/// Font size of a lane's name.
pub const LANE_TITLE_SIZE_PX: f64 = 14.0;

/// What lies around the marks, as a value: the same on the screen and in a picture to take away.
#[derive(Clone, Copy)]
pub struct Surroundings<'a> {
    /// The data.
    pub strategy: &'a Strategy,
    /// The lanes and their marks.
    pub placed: &'a PlacedTimeline,
    /// From days to pixels right of the lane names.
    pub scale: TimeScale,
    /// Width of the column of lane names.
    pub lane_column: f64,
    /// Language of the words.
    pub lang: Lang,
    /// Widths of texts.
    pub metrics: &'a TextMetrics,
}

/// A part of what lies around the marks of a canvas: [`Surroundings::grid`], say.
#[must_use]
pub fn around(canvas: Canvas, explorer: Explorer, part: impl FnOnce(Surroundings<'_>) -> String) -> String {
    canvas.with_placed(|placed| part(surroundings(canvas, explorer, placed)))
}

fn surroundings(canvas: Canvas, explorer: Explorer, placed: &PlacedTimeline) -> Surroundings<'_> {
    Surroundings {
        strategy: explorer.strategy,
        placed,
        scale: canvas.scale(),
        lane_column: canvas.lane_column(),
        lang: explorer.lang(),
        metrics: explorer.metrics(),
    }
}

impl Surroundings<'_> {
    /// All that lies below the marks.
    #[must_use]
    pub fn ground(self) -> String {
        let names = (0..self.placed.lanes.len()).map(|lane| self.name(lane));
        [self.grid(), self.doubts()].into_iter().chain(names).collect()
    }

    /// The tinted ground after the note's date, and the grid.
    #[must_use]
    pub fn grid(self) -> String {
        let Self { scale, .. } = self;
        let height = self.placed.height;
        let after =
            scale.x_from_day(first_day_after(self.strategy.reference_day())).within(0.0, scale.width_px);
        let (mut months, mut years) = (PathData::new(), PathData::new());
        for tick in ticks(scale, self.lang) {
            let path = if tick.is_year { &mut years } else { &mut months };
            *path = std::mem::take(path).move_to(tick.x, AXIS_PX).down_by(height);
        }
        Drawing::new()
            .rect("after", (after, AXIS_PX, scale.width_px - after, height), 0.0)
            .path("grid", &months)
            .path("grid is-year", &years)
            .into_markup()
    }

    /// The stretches in which what is not known to the day may lie.
    #[must_use]
    pub fn doubts(self) -> String {
        let mut doubts = Drawing::new();
        for mark in &self.placed.marks {
            let hue = format!("doubt hue-{}", self.placed.lanes[mark.lane].theme.hue());
            doubts = std::mem::take(&mut doubts).path(&hue, &doubt_line(mark));
        }
        Drawing::new().shifted_group(AXIS_PX, &doubts).into_markup()
    }

    /// The name of a lane, by place, and what parts it from the next.
    #[must_use]
    pub fn name(self, lane: usize) -> String {
        let Self { strategy, scale, lang, .. } = self;
        let Some(lane) = self.placed.lanes.get(lane) else { return String::new() };
        let left = -self.lane_column;
        let top = AXIS_PX + lane.y;
        let name = Drawing::new()
            .path("point", &glyph(lane.theme, left + 6.0, top + 19.0, LANE_GLYPH_PX))
            .text("lane-title", left + LANE_TITLE_X, top + 24.0, strategy[lane.theme].short.get(lang))
            .text("lane-count", left, top + 41.0, &messages::milestones(lane.count, lang));
        let separator = PathData::new().move_to(left, top + lane.height).across_to(scale.width_px);
        Drawing::new()
            .path("separator", &separator)
            .group(&format!("hue-{}", lane.theme.hue()), &name)
            .into_markup()
    }

    /// The note's date with its rule, and the names of the ticks: above the marks.
    #[must_use]
    pub fn axis(self) -> String {
        let Self { metrics, scale, .. } = self;
        let mut drawing = Drawing::new();
        let day = first_day_after(self.strategy.reference_day());
        if (scale.window.start..=scale.window.end).contains(&day) {
            let x = scale.x_from_day(day);
            let date = short_date(Date::from_day(self.strategy.reference_day()), self.lang);
            let text = format!("{} · {date}", messages(self.lang).note());
            let width = metrics.width_px(&text, Weight::Bold, TICK_SIZE_PX) + 20.0;
            let left = (x - width / 2.0).within(0.0, (scale.width_px - width).max(0.0));
            let rule = PathData::new().move_to(x, PILL_Y).down_by(AXIS_PX + self.placed.height - PILL_Y);
            let note = Drawing::new()
                .path("rule", &rule)
                .rect("pill", (left, PILL_Y - 11.0, width, 22.0), 11.0)
                .centred_text("", left + width / 2.0, PILL_Y + 4.2, &text);
            drawing = drawing.group("note-rule", &note);
        }
        for tick in ticks(scale, self.lang) {
            // A label that would be cut at the right edge is left out; its line stays.
            let x = tick.x + 5.0;
            if x + metrics.width_px(&tick.label, Weight::Bold, TICK_SIZE_PX) <= scale.width_px {
                let class = if tick.is_year { "tick is-year" } else { "tick" };
                drawing = drawing.text(class, x, TICK_Y, &tick.label);
            }
        }
        drawing.into_markup()
    }
}

/// What the link says that gives a lane with hidden marks all the rows it takes, or takes them back.
#[must_use]
pub fn toggle_text(is_open: bool, lang: Lang) -> &'static str {
    if is_open { messages(lang).lane_close() } else { messages(lang).lane_open() }
}

/// The picture of that link, below the name of its lane, from the left of a column so wide and from the top of the lane.
#[must_use]
pub fn toggle_picture(lane_column: f64, is_open: bool, lang: Lang) -> String {
    Drawing::new()
        .rect("hit", (0.0, 47.0, lane_column - 12.0, ROW_PX), 0.0)
        .text("", 0.0, 62.0, toggle_text(is_open, lang))
        .into_markup()
}
