//! Where each project of an edition goes on the map of all editions, with the words that fit in it.
//!
//! The costs of an edition fill the map: one scale leads from euros to areas within it. Projects stand with the ministry that the data name for them,
//! the same in all editions, so that a ministry that changes its name moves nothing; what each edition printed is in
//! the record.

use crate::{
    budget::{
        kept::{Entry, TONES, class_of, entries, is_left_out, kept_by},
        treemap::{
            direction::Direction,
            placed::{CellWords, TEXT_PADDING_PX, TextSize, Words},
            squarify::Rect,
            stable::{Group, Margins, Placement, place_at_all_times},
        },
    },
    i18n::messages,
    model::{
        id::{EditionId, ProjectId},
        money::Euros,
        order::sorted,
        panorama::{self, Change, change_of_cost},
        project::Phase,
        relations::Relations,
        strategy::Strategy,
        text::Lang,
    },
    state::{
        filter::Filter,
        view_state::{Coloring, Kept, ViewState},
    },
    text_metrics::TextMetrics,
};

/// What a ministry takes of its rectangle: a line for its name, and a gap to its neighbours.
pub const MARGINS: Margins = Margins { side: 3.0, top: 22.0, bottom: 3.0 };
/// The gutter drawn inside the exact rectangle of a project.
pub const GUTTER_PX: f64 = 1.0;

/// The projects of a ministry, in the order of the data.
#[derive(Clone, Debug, PartialEq)]
struct Ministry {
    code: String,
    projects: Vec<ProjectId>,
}

/// The map of all editions with a table, in a box.
#[derive(Clone, Debug, PartialEq)]
pub struct PlacedPanorama {
    /// The editions with a table, from the earliest to the latest.
    pub editions: Vec<EditionId>,
    ministries: Vec<Ministry>,
    placements: Vec<Placement>,
}

/// A ministry in an edition.
#[derive(Clone, Debug, PartialEq)]
pub struct PlacedMinistry {
    /// Its code.
    pub code: String,
    /// Its rectangle, around those of its projects.
    pub rect: Rect,
    /// What its projects cost together, as far as it is published.
    pub amount: Euros,
    /// How many of its projects have a cost.
    pub count: usize,
    /// Its name, if there is room for it.
    pub name: Option<String>,
    /// The amount, if there is room for it too.
    pub amount_line: Option<String>,
    /// The size of both.
    pub size: TextSize,
}

/// A project with a cost in an edition.
#[derive(Clone, Debug, PartialEq)]
pub struct PlacedProject {
    /// The project.
    pub project: ProjectId,
    /// The place of its ministry among those of [`PlacedPanorama`]: the same in all editions.
    pub ministry: usize,
    /// Its exact rectangle; gutters are drawn inside.
    pub rect: Rect,
    /// Its cost.
    pub amount: Euros,
    /// Its share of the costs of its ministry.
    pub share: Option<f64>,
    /// How its cost differs from its first published one.
    pub change: Change,
    /// The phase it is in, if printed.
    pub phase: Option<Phase>,
    /// The name in lines that fit, or nothing if it does not fit.
    pub name: Vec<String>,
    /// The amount, if it fits too.
    pub amount_line: Option<String>,
    /// The size of both.
    pub size: TextSize,
}

/// The map of one edition.
#[derive(Clone, Debug, PartialEq)]
pub struct PlacedEdition {
    /// The edition.
    pub edition: EditionId,
    /// The ministries, those of the same name at the same place in all editions.
    pub ministries: Vec<PlacedMinistry>,
    /// The projects, each ministry's together.
    pub projects: Vec<PlacedProject>,
    /// The projects of its table without a published cost.
    pub without_cost: Vec<ProjectId>,
    /// The projects that the edition with a table before it does not list.
    pub new: Vec<ProjectId>,
    /// The projects that only the edition with a table before it lists.
    pub left: Vec<ProjectId>,
    /// The edition with a table before it.
    pub before: Option<EditionId>,
}

impl PlacedPanorama {
    /// The map of the editions in a box this large.
    #[must_use]
    pub fn of(strategy: &Strategy, width_px: f64, height_px: f64) -> Self {
        let editions = panorama::editions_with_table(strategy);
        let mut ministries: Vec<Ministry> = Vec::new();
        for (id, project) in strategy.projects() {
            match ministries.iter_mut().find(|ministry| ministry.code == project.ministry) {
                Some(ministry) => ministry.projects.push(id),
                None => ministries.push(Ministry { code: project.ministry.clone(), projects: vec![id] }),
            }
        }
        let groups = weights(strategy, &ministries, &editions);
        let bounds = Rect { x: 0.0, y: 0.0, width: width_px, height: height_px };
        let placements = place_at_all_times(&groups, editions.len(), bounds, MARGINS);
        Self { editions, ministries, placements }
    }

    /// Where everything is in each edition, for who measures it.
    #[must_use]
    pub fn placements(&self) -> &[Placement] {
        &self.placements
    }

    /// The map of one edition; nothing for one without a table.
    #[must_use]
    pub fn edition(
        &self,
        strategy: &Strategy,
        edition: EditionId,
        lang: Lang,
        metrics: &TextMetrics,
    ) -> Option<PlacedEdition> {
        let time = self.editions.iter().position(|&one| one == edition)?;
        let placement = self.placements.get(time)?;
        let lines: Vec<_> = panorama::table(strategy, edition).collect();
        let mut placed = PlacedEdition {
            edition,
            ministries: Vec::new(),
            projects: Vec::new(),
            without_cost: Vec::new(),
            new: Vec::new(),
            left: Vec::new(),
            before: time.checked_sub(1).map(|before| self.editions[before]),
        };
        for (group, ministry) in self.ministries.iter().enumerate() {
            let own = lines.iter().filter(|line| ministry.projects.contains(&line.project));
            let amounts = own.filter_map(|line| line.cost).filter(|cost| cost.is_positive());
            let (Some(rect), Some(amount)) = (placement.groups[group], Euros::checked_sum(amounts)) else {
                continue;
            };
            let cells: Vec<_> = ministry.projects.iter().zip(&placement.cells[group]).collect();
            let cells: Vec<_> = cells.into_iter().filter_map(|(&id, rect)| Some((id, (*rect)?))).collect();
            let header = CellWords {
                label: messages::ministry(&ministry.code, lang),
                amount,
                share: None,
                lang,
                metrics,
            };
            // The header has the width of the cells below it.
            let spare = MARGINS.side - TEXT_PADDING_PX;
            let Words { name, amount_line, size } = header.in_header(rect.inset(spare, 0.0, spare, 0.0));
            placed.ministries.push(PlacedMinistry {
                code: ministry.code.clone(),
                rect,
                amount,
                count: cells.len(),
                name: name.into_iter().next(),
                amount_line,
                size,
            });
            for (project, rect) in cells {
                let Some(line) = lines.iter().find(|line| line.project == project) else { continue };
                let Some(cost) = line.cost else { continue };
                let share = cost.share_of(amount);
                let label = &strategy[project].label;
                let words = CellWords { label, amount: cost, share: None, lang, metrics };
                let Words { name, amount_line, size } = words.in_cell(rect);
                placed.projects.push(PlacedProject {
                    project,
                    ministry: group,
                    rect,
                    amount: cost,
                    share,
                    change: change_of_cost(strategy, project, edition),
                    phase: line.phase,
                    name,
                    amount_line,
                    size,
                });
            }
        }
        let is_drawn = |id: ProjectId| placed.projects.iter().any(|cell| cell.project == id);
        placed.without_cost = lines.iter().map(|line| line.project).filter(|&id| !is_drawn(id)).collect();
        if let Some(before) = placed.before {
            let earlier: Vec<_> = panorama::table(strategy, before).map(|line| line.project).collect();
            let present: Vec<_> = lines.iter().map(|line| line.project).collect();
            placed.new = present.iter().copied().filter(|id| !earlier.contains(id)).collect();
            placed.left = earlier.into_iter().filter(|id| !present.contains(id)).collect();
        }
        Some(placed)
    }
}

impl PlacedProject {
    /// What the legend of a colouring keeps it by.
    #[must_use]
    pub fn kept(&self, strategy: &Strategy, coloring: Coloring) -> Kept {
        kept_by(strategy, coloring, self.project, self.phase, self.change.trend())
    }

    /// Whether the filter of a state leaves it out, or the legend does.
    #[must_use]
    pub fn is_outside(
        &self,
        strategy: &Strategy,
        relations: &Relations,
        filter: &Filter,
        state: &ViewState,
    ) -> bool {
        let coloring = state.color.unwrap_or(Coloring::Group);
        (filter.asks_of_envelopes() && !filter.admits(strategy, relations, self.project.into()))
            || is_left_out(&state.only, self.kept(strategy, coloring))
    }

    /// The class that colours it.
    #[must_use]
    pub fn shade(&self, strategy: &Strategy, coloring: Coloring) -> String {
        match coloring {
            Coloring::Group => format!("tone-{}", self.ministry % TONES),
            Coloring::Phase | Coloring::Change => class_of(self.kept(strategy, coloring)).to_owned(),
        }
    }
}

impl PlacedEdition {
    /// The entries of the legend of a colouring.
    #[must_use]
    pub fn entries(&self, strategy: &Strategy, coloring: Coloring) -> Vec<Entry> {
        let cells = self.projects.iter();
        entries(cells.map(|cell| (cell.kept(strategy, coloring), cell.shade(strategy, coloring))))
    }

    /// The sum of what is drawn.
    #[must_use]
    pub fn drawn(&self) -> Option<Euros> {
        Euros::checked_sum(self.projects.iter().map(|cell| cell.amount))
    }

    /// The projects without room for their name.
    #[must_use]
    pub fn unnamed(&self) -> Vec<ProjectId> {
        self.projects.iter().filter(|cell| cell.name.is_empty()).map(|cell| cell.project).collect()
    }

    /// The names of the ministries without room for them, column by column from the top.
    #[must_use]
    pub fn unnamed_ministries(&self, lang: Lang) -> Vec<&str> {
        let unnamed: Vec<_> = self.ministries.iter().filter(|ministry| ministry.name.is_none()).collect();
        let by_place = |a: &&PlacedMinistry, b: &&PlacedMinistry| {
            a.rect.x.total_cmp(&b.rect.x).then(a.rect.y.total_cmp(&b.rect.y))
        };
        sorted(&unnamed, by_place)
            .into_iter()
            .map(|ministry| messages::ministry(&ministry.code, lang))
            .collect()
    }

    /// The place of the cell to which an arrow key leads from the one at `from`.
    #[must_use]
    pub fn neighbour(&self, from: usize, direction: Direction) -> Option<usize> {
        let here = self.projects.get(from)?.rect;
        let others = self.projects.iter().enumerate().filter(|(place, _)| *place != from);
        direction.nearest(here, others.map(|(place, cell)| (place, cell.rect)))
    }
}

/// What each project of each ministry costs in each edition; 0 where that is not published or no area can stand for it.
fn weights(strategy: &Strategy, ministries: &[Ministry], editions: &[EditionId]) -> Vec<Group> {
    let mut costs = vec![vec![0.0; editions.len()]; strategy.projects().count()];
    for (_, line) in strategy.project_editions() {
        let time = editions.iter().position(|&edition| edition == line.edition);
        if let (Some(time), Some(cost)) = (time, line.cost.filter(|cost| cost.is_positive())) {
            costs[line.project.index()][time] = cost.as_f64();
        }
    }
    let of_ministry =
        |ministry: &Ministry| ministry.projects.iter().map(|id| costs[id.index()].clone()).collect();
    ministries.iter().map(of_ministry).collect()
}
