//! What the timeline says of each large project, computed from all editions that publish it: start, planned end, the ends planned before, and how far the end has moved.

use crate::{
    i18n::{folding::folded, messages::ministry},
    model::{
        date::Date,
        id::{EditionId, ProjectId},
        money::Euros,
        order::sorted,
        panorama,
        project::{Phase, ProjectEdition},
        relations::Relations,
        strategy::Strategy,
        text::Lang,
    },
    state::{
        filter::Filter,
        view_state::{ProjectOrder, ViewState},
    },
};

/// Durations are printed to a tenth or a hundredth of a year: ends that are no farther apart than this may be one.
const ROUNDING_MONTHS: i32 = 1;

/// An end as an edition planned it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PlannedEnd {
    /// The end: start and planned duration of that edition.
    pub end: Date,
    /// The first edition that had it.
    pub edition: EditionId,
}

/// A project as the last edition with a table publishes it, with what earlier ones planned.
#[derive(Clone, Debug, PartialEq)]
pub struct ProjectLine {
    /// The project.
    pub project: ProjectId,
    /// The edition that the line is of.
    pub edition: EditionId,
    /// The ministry in charge, under its canonical code.
    pub ministry: String,
    /// When it began or is to begin, if printed.
    pub start: Option<Date>,
    /// When it is to end, if start and duration are printed.
    pub end: Option<Date>,
    /// The ends that comparable earlier editions planned, other than the present one, in order of edition; each once.
    pub earlier: Vec<PlannedEnd>,
    /// The first comparable edition that planned an end.
    pub first: Option<PlannedEnd>,
    /// The phase, if printed.
    pub phase: Option<Phase>,
    /// The cost, if printed.
    pub cost: Option<Euros>,
    /// The edition that gave it a new scope: ends planned before are not compared.
    pub rescoped: Option<EditionId>,
    /// The earlier editions that withhold what they know of it on purpose.
    pub withheld: Vec<EditionId>,
}

impl ProjectLine {
    /// By how many months the planned end has moved since the first comparable edition that planned one; nothing
    /// where there is no earlier end or no present one. Later is positive.
    #[must_use]
    pub fn slip_months(&self) -> Option<i32> {
        let (first, end) = (self.first?, self.end?);
        if first.edition == self.edition {
            return None;
        }
        let months = end.months() - first.end.months();
        Some(if months.abs() <= ROUNDING_MONTHS { 0 } else { months })
    }
}

/// One line for each project of the last table, in the order of the data.
#[must_use]
pub fn lines(strategy: &Strategy) -> Vec<ProjectLine> {
    let Some(edition) = panorama::default_edition(strategy) else { return Vec::new() };
    let lines = panorama::table(strategy, edition);
    lines.map(|line| project_line(line, &strategy.editions_of(line.project))).collect()
}

/// The line of a project of which the editions say `history`, the present one last.
#[must_use]
pub fn project_line(present: &ProjectEdition, history: &[&ProjectEdition]) -> ProjectLine {
    let rescoped = history.iter().rposition(|line| line.new_scope);
    let comparable = &history[rescoped.unwrap_or(0)..];
    let mut ends: Vec<PlannedEnd> = Vec::new();
    for line in comparable {
        if let Some(end) = line.planned_end()
            && ends.iter().all(|known| !is_same(known.end, end))
        {
            ends.push(PlannedEnd { end, edition: line.edition });
        }
    }
    let end = present.planned_end();
    let first = ends.first().copied();
    ends.retain(|earlier| end.is_none_or(|end| !is_same(earlier.end, end)));
    let is_withheld = |line: &&&ProjectEdition| {
        line.edition != present.edition && line.phase == Some(Phase::Withheld) && line.planned_end().is_none()
    };
    ProjectLine {
        project: present.project,
        edition: present.edition,
        ministry: present.ministry.clone(),
        start: present.start.and_then(|start| start.start()),
        end,
        earlier: ends,
        first,
        phase: present.phase,
        cost: present.cost,
        // A scope that is new where the history begins replaces none that we know of.
        rescoped: rescoped.filter(|&place| place > 0).map(|place| history[place].edition),
        withheld: comparable.iter().filter(is_withheld).map(|line| line.edition).collect(),
    }
}

/// The lines that a filter keeps, and the one whose record is open, in the order that a state asks for.
#[must_use]
pub fn kept(
    all: &[ProjectLine],
    strategy: &Strategy,
    relations: &Relations,
    (state, filter): (&ViewState, &Filter),
    lang: Lang,
) -> Vec<ProjectLine> {
    let is_kept = |line: &&ProjectLine| {
        let id = line.project.into();
        state.focus == Some(id) || filter.admits(strategy, relations, id)
    };
    let kept: Vec<ProjectLine> = all.iter().filter(is_kept).cloned().collect();
    ordered(&kept, state.project_order(), strategy, lang)
}

/// The lines in an order; what has nothing to be ordered by comes last.
#[must_use]
pub fn ordered(
    lines: &[ProjectLine],
    order: ProjectOrder,
    strategy: &Strategy,
    lang: Lang,
) -> Vec<ProjectLine> {
    let by_name = |a: &ProjectLine, b: &ProjectLine| {
        folded(&strategy[a.project].label).cmp(&folded(&strategy[b.project].label))
    };
    let start = |line: &ProjectLine| line.start.map_or(i32::MAX, Date::months);
    let name = |line: &ProjectLine| folded(ministry(&line.ministry, lang));
    // `None` is the least of all.
    sorted(lines, |a, b| {
        let first = match order {
            ProjectOrder::Ministry => name(a).cmp(&name(b)).then(start(a).cmp(&start(b))),
            ProjectOrder::Slip => b.slip_months().cmp(&a.slip_months()),
            ProjectOrder::Cost => b.cost.cmp(&a.cost),
        };
        first.then(by_name(a, b))
    })
}

/// Whether two ends may be one that was rounded differently.
fn is_same(a: Date, b: Date) -> bool {
    (a.months() - b.months()).abs() <= ROUNDING_MONTHS
}
