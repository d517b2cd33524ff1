//! The large projects of a picture: the bars of the screen, below the events on the same axis.

use super::{
    look::CURRENT,
    request::Request,
    sheet::{Entry, moved},
};
use crate::{
    model::{id::EditionId, panorama, relations::Relations, strategy::Strategy},
    state::{filter::Filter, view_state::Lane},
    text_metrics::TextMetrics,
    timeline::{
        axis::{AXIS_PX, Surroundings},
        projects::{
            blocks::blocks,
            lines::{self, ProjectLine, lines},
            picture::{SAMPLE_PX, Sign, TEXTURES, draw, ground, no_events},
            placed::{COLUMN_GAP_PX, PlacedProject, PlacedProjects, Room, place, reach},
            words,
        },
        scale::{TimeScale, Window},
    },
};

/// The projects that a picture shows, before they are placed.
pub struct Shown<'a> {
    strategy: &'a Strategy,
    request: &'a Request<'a>,
    edition: EditionId,
    all: Vec<ProjectLine>,
    kept: Vec<ProjectLine>,
}

impl<'a> Shown<'a> {
    /// What a request asks for; nothing while the group is closed, of turning points alone, and where there is no table of
    /// projects.
    #[must_use]
    pub fn of(strategy: &'a Strategy, request: &'a Request<'a>) -> Option<Self> {
        let is_open = request.state.lanes.contains(&Lane::Projects) && !request.has_turning_points_only;
        let edition = panorama::default_edition(strategy).filter(|_| is_open)?;
        let all = lines(strategy);
        let filter = Filter::of(request.state, request.found);
        let relations = Relations::of(strategy);
        let kept = lines::kept(&all, strategy, &relations, (request.state, &filter), request.lang);
        Some(Self { strategy, request, edition, all, kept })
    }

    /// How far the axis reaches for all projects.
    #[must_use]
    pub fn reach(&self) -> Option<Window> {
        reach(&self.all)
    }

    /// What they are, and how many of how many.
    #[must_use]
    pub fn heading(&self) -> String {
        let lang = self.request.lang;
        format!("{} · {}", words::title(lang), words::count(self.kept.len(), self.all.len(), lang))
    }

    /// What the bars are and are not; of none that there is none.
    #[must_use]
    pub fn caution(&self) -> String {
        let lang = self.request.lang;
        if self.kept.is_empty() {
            return words::none_kept(lang).to_owned();
        }
        words::caution(self.strategy, self.edition, lang)
    }

    /// The projects placed on an axis, beside a column of names so wide.
    #[must_use]
    pub fn placed(
        &'a self,
        scale: TimeScale,
        lane_column: f64,
        metrics: &'a TextMetrics,
    ) -> ProjectsChart<'a> {
        let Self { strategy, request, .. } = *self;
        let order = request.state.project_order();
        let room = Room { scale, column_px: lane_column - COLUMN_GAP_PX, metrics };
        let placed = place(&blocks(&self.kept, order, strategy, request.lang), room);
        ProjectsChart { shown: self, placed, scale, lane_column, metrics }
    }
}

/// Projects with their places.
pub struct ProjectsChart<'a> {
    /// What they are.
    pub shown: &'a Shown<'a>,
    placed: PlacedProjects,
    scale: TimeScale,
    lane_column: f64,
    metrics: &'a TextMetrics,
}

impl ProjectsChart<'_> {
    /// Whether there is nothing to draw.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.placed.rows.is_empty()
    }

    /// Its height.
    #[must_use]
    pub fn height(&self) -> f64 {
        AXIS_PX + self.placed.height
    }

    /// Its rows, each with what it shows.
    fn rows(&self) -> impl Iterator<Item = (&PlacedProject, &ProjectLine)> {
        let kept = &self.shown.kept;
        self.placed.rows.iter().filter_map(|row| Some((row, kept.get(row.position - 1)?)))
    }

    /// The same in pieces at most so high.
    #[must_use]
    pub fn sections(&self, height: f64) -> Vec<Self> {
        let Self { shown, scale, lane_column, metrics, .. } = *self;
        let sections = self.placed.sections(height - AXIS_PX).into_iter();
        sections.map(|placed| Self { shown, placed, scale, lane_column, metrics }).collect()
    }

    /// Its markup, with the classes of the screen.
    #[must_use]
    pub fn markup(&self) -> String {
        let Shown { strategy, request, .. } = *self.shown;
        let (no_height, height) = (no_events(0.0), no_events(self.placed.height));
        let around = |placed| Surroundings {
            strategy,
            placed,
            scale: self.scale,
            lane_column: self.lane_column,
            lang: request.lang,
            metrics: self.metrics,
        };
        let axis = around(&no_height).axis();
        let mut bars = ground(&self.placed, around(&height));
        for (row, line) in self.rows() {
            let current = if request.state.focus == Some(row.project.into()) { CURRENT } else { "" };
            bars.push_str(&format!("<g class=\"hue-none {current}\">{}</g>", draw(row, line)));
        }
        format!(
            "<defs>{TEXTURES}</defs>{}",
            moved(self.lane_column, 0.0, &(axis + &moved(0.0, AXIS_PX, &bars)))
        )
    }

    /// What its signs mean: those that it shows.
    #[must_use]
    pub fn legend(&self) -> Vec<Entry> {
        let shown: Vec<ProjectLine> = self.rows().map(|(_, line)| line.clone()).collect();
        let entry = |sign: Sign| Entry {
            sign: format!("<g class=\"hue-none\">{}</g>", sign.sample()),
            sign_px: SAMPLE_PX,
            meaning: sign.meaning(self.shown.request.lang).to_owned(),
        };
        Sign::of(&shown).into_iter().map(entry).collect()
    }
}
