//! A large project as the last edition that has it publishes it.

use crate::model::{
    date::{Date, Edtf, Precision},
    id::ProjectId,
    order::sorted,
    project::ProjectEdition,
    strategy::Strategy,
};

/// What the latest edition that a project is in says of it.
#[must_use]
pub fn latest_line(strategy: &Strategy, project: ProjectId) -> Option<&ProjectEdition> {
    let lines: Vec<_> =
        strategy.project_editions().map(|(_, line)| line).filter(|line| line.project == project).collect();
    sorted(&lines, |a, b| strategy[a.edition].date.chronological(&strategy[b.edition].date)).pop()
}

/// When a project was to end: its start and its planned duration, no finer than the start is known.
#[must_use]
pub fn planned_end(line: &ProjectEdition) -> Option<Date> {
    let start = line.start?.start()?;
    let months = (line.planned_years?.as_f64() * 12.0).round() as i32;
    let end = start.year() * 12 + i32::from(start.month().unwrap_or(1)) - 1 + months;
    let (year, month) = (end.div_euclid(12), end.rem_euclid(12) + 1);
    let text = match start.precision() {
        Precision::Year => format!("{year:04}"),
        Precision::Month | Precision::Day => format!("{year:04}-{month:02}"),
    };
    match Edtf::parse(&text).ok()? {
        Edtf::Date(date) => Some(date),
        Edtf::Interval { .. } => None,
    }
}
