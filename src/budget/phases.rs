//! The phase of the project whose cost an envelope is, as its budget's edition publishes it and as a cell shows it.

use super::{
    kept::{class_of, kept_of},
    treemap::placed::{Content, PlacedTreemap},
};
use crate::{
    model::{
        id::EnvelopeId,
        project::{Phase, ProjectEdition},
        strategy::Strategy,
    },
    state::view_state::Coloring,
};

/// What its budget's edition, the one of the scope's reference date, says of the project whose cost an envelope is.
///
/// `strategy` is the whole: the core knows no projects.
#[must_use]
pub fn line_of(strategy: &Strategy, envelope: EnvelopeId) -> Option<&ProjectEdition> {
    let envelope = &strategy[envelope];
    let project = envelope.project?;
    let date = strategy[envelope.scope].reference_date?;
    let mut lines = strategy.project_editions().map(|(_, line)| line);
    lines.find(|line| line.project == project && strategy[line.edition].date == date)
}

/// The phase, or nothing for what is no project, or a project whose phase is not printed.
#[must_use]
pub fn phase_of(strategy: &Strategy, envelope: EnvelopeId) -> Option<Phase> {
    line_of(strategy, envelope)?.phase
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

/// The shade of a cell as a class: of its group, or of the phase or change of its project.
#[must_use]
pub fn shade(
    placed: &PlacedTreemap,
    (content, parent, depth): (&Content, EnvelopeId, u8),
    coloring: Coloring,
    whole: Option<&Strategy>,
) -> String {
    if coloring != Coloring::Group
        && let (Content::Envelope(id), Some(strategy)) = (content, whole)
        && let Some(kept) = kept_of(strategy, coloring, *id)
    {
        return class_of(kept).to_owned();
    }
    format!("tone-{}", placed.tone(content, parent, depth))
}
