//! The phase of the project whose cost an envelope is, as its budget's edition publishes it.

use crate::model::{id::EnvelopeId, project::Phase, strategy::Strategy};

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
