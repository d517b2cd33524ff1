//! The phase of the project whose cost an envelope is, as its budget's edition publishes it and as a cell shows it.

use super::treemap::placed::{Content, PlacedTreemap};
use crate::{
    model::{id::EnvelopeId, project::Phase, strategy::Strategy},
    state::view_state::Coloring,
};

/// The phase, or nothing for what is no project, or a project whose phase is not printed.
///
/// `strategy` is the whole: the core knows no projects. The edition is the one of the scope's reference date.
#[must_use]
pub fn phase_of(strategy: &Strategy, envelope: EnvelopeId) -> Option<Phase> {
    let envelope = &strategy[envelope];
    let project = envelope.project?;
    let date = strategy[envelope.scope].reference_date?;
    let mut lines = strategy.project_editions().map(|(_, line)| line);
    lines.find(|line| line.project == project && strategy[line.edition].date == date)?.phase
}

/// The class of a cell in a phase.
#[must_use]
pub fn phase_class(phase: Phase) -> &'static str {
    match phase {
        Phase::Framing => "phase-framing",
        Phase::Design => "phase-design",
        Phase::Trial => "phase-trial",
        Phase::RollOut => "phase-roll-out",
        Phase::Finished => "phase-finished",
        Phase::Withheld => "phase-withheld",
    }
}

/// The shade of a cell as a class: of its group, or of the phase of its project.
#[must_use]
pub fn shade(
    placed: &PlacedTreemap,
    (content, parent, depth): (&Content, EnvelopeId, u8),
    coloring: Coloring,
    whole: Option<&Strategy>,
) -> String {
    if coloring == Coloring::Phase
        && let (Content::Envelope(id), Some(strategy)) = (content, whole)
        && strategy[*id].project.is_some()
    {
        return phase_of(strategy, *id).map_or("phase-none", phase_class).to_owned();
    }
    format!("tone-{}", placed.tone(content, parent, depth))
}

/// The phases of the projects below an envelope, each with how many there are; those that are not printed last.
#[must_use]
pub fn phases_below(strategy: &Strategy, root: EnvelopeId) -> Vec<(Option<Phase>, usize)> {
    let projects = strategy.descendants(root).filter(|&envelope| strategy[envelope].project.is_some());
    let phases: Vec<Option<Phase>> = projects.map(|envelope| phase_of(strategy, envelope)).collect();
    let all = Phase::ALL.iter().copied().map(Some).chain([None]);
    let counted = all.map(|phase| (phase, phases.iter().filter(|&&one| one == phase).count()));
    counted.filter(|(_, count)| *count > 0).collect()
}
