//! What the legend of the colours can keep: its entries, and which projects each is for.

use super::{
    changes::{trend_class, trend_of},
    phases::{phase_class, phase_of},
};
use crate::{
    model::{
        id::{EnvelopeId, ProjectId},
        panorama::Trend,
        project::Phase,
        strategy::Strategy,
    },
    state::view_state::{Coloring, Kept},
};

/// How many shades there are for the ministries.
pub const TONES: usize = 4;

/// An entry of the legend.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// What it keeps.
    pub kept: Kept,
    /// The class of the cells it is for.
    pub class: String,
    /// How many there are.
    pub count: usize,
}

/// What a project is kept by in a colouring.
#[must_use]
pub fn kept_by(
    strategy: &Strategy,
    coloring: Coloring,
    project: ProjectId,
    phase: Option<Phase>,
    trend: Trend,
) -> Kept {
    match coloring {
        Coloring::Group => {
            let ministry = &strategy[project].ministry;
            let first = strategy.projects().find(|(_, other)| other.ministry == *ministry);
            Kept::Ministry(first.map_or(project, |(id, _)| id))
        }
        Coloring::Phase => phase.map_or(Kept::NoPhase, Kept::Phase),
        Coloring::Change => Kept::Change(trend),
    }
}

/// What the project whose cost an envelope is is kept by; nothing for what is no project.
#[must_use]
pub fn kept_of(strategy: &Strategy, coloring: Coloring, envelope: EnvelopeId) -> Option<Kept> {
    let project = strategy[envelope].project?;
    let trend = trend_of(strategy, envelope)?;
    Some(kept_by(strategy, coloring, project, phase_of(strategy, envelope), trend))
}

/// Whether a choice leaves out what one of its entries would keep: nothing while nothing is chosen.
#[must_use]
pub fn is_left_out(only: &[Kept], kept: Kept) -> bool {
    !only.is_empty() && !only.contains(&kept)
}

/// The entries for cells, each with the class it is drawn in, in the order of the legend.
#[must_use]
pub fn entries(cells: impl IntoIterator<Item = (Kept, String)>) -> Vec<Entry> {
    let mut entries: Vec<Entry> = Vec::new();
    for (kept, class) in cells {
        match entries.binary_search_by(|entry| entry.kept.cmp(&kept)) {
            Ok(place) => entries[place].count += 1,
            Err(place) => entries.insert(place, Entry { kept, class, count: 1 }),
        }
    }
    entries
}

/// The class of the cells of an entry that need not know its group.
#[must_use]
pub fn class_of(kept: Kept) -> &'static str {
    match kept {
        Kept::Ministry(_) => "",
        Kept::Phase(phase) => phase_class(phase),
        Kept::NoPhase => "phase-none",
        Kept::Change(trend) => trend_class(trend),
    }
}

/// The entries for the projects below an envelope; none where colours tell groups apart, for there they are of one.
#[must_use]
pub fn entries_below(strategy: &Strategy, coloring: Coloring, root: EnvelopeId) -> Vec<Entry> {
    if coloring == Coloring::Group {
        return Vec::new();
    }
    let kept = strategy.descendants(root).filter_map(|id| kept_of(strategy, coloring, id));
    entries(kept.map(|kept| (kept, class_of(kept).to_owned())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_are_counted_in_the_order_of_the_legend() {
        let cells = [Kept::NoPhase, Kept::Phase(Phase::Trial), Kept::NoPhase, Kept::Phase(Phase::Framing)];
        let entries = entries(cells.map(|kept| (kept, class_of(kept).to_owned())));
        let counted: Vec<_> = entries.iter().map(|entry| (entry.class.as_str(), entry.count)).collect();
        assert_eq!(counted, [("phase-framing", 1), ("phase-trial", 1), ("phase-none", 2)]);
        assert_eq!(super::entries([]), []);
    }

    #[test]
    fn nothing_is_left_out_until_something_is_chosen() {
        let (up, down) = (Kept::Change(Trend::Higher), Kept::Change(Trend::Lower));
        assert!(!is_left_out(&[], up));
        assert!(!is_left_out(&[up], up));
        assert!(is_left_out(&[up], down));
    }
}
