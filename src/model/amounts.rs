//! The amounts a budget shows: its own, or those of a stage and measure; never two of them added.

use super::{
    envelope::{Measure, Nature, Stage},
    id::{EnvelopeId, ScopeId, SplitId},
    money::Euros,
    strategy::Strategy,
};

/// What of each envelope is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Amounts {
    /// The stage, where there are several.
    pub stage: Stage,
    /// What is measured.
    pub measure: Measure,
}

impl Amounts {
    /// The amounts of the envelopes themselves.
    #[must_use]
    pub fn own() -> Self {
        Self { stage: Stage::Lfi2021, measure: Measure::Amount }
    }

    /// What a scope shows for the reader's choice: only appropriations have stages, and of them commitments come
    /// first.
    #[must_use]
    pub fn of_scope(strategy: &Strategy, scope: ScopeId, stage: Stage, measure: Option<Measure>) -> Self {
        match (strategy[scope].nature, measure) {
            (Nature::Appropriations, None | Some(Measure::Amount)) => {
                Self { stage, measure: Measure::Commitment }
            }
            (Nature::Appropriations, Some(measure)) => Self { stage, measure },
            _ => Self::own(),
        }
    }

    /// The amount of an envelope, if it is published.
    #[must_use]
    pub fn of(self, strategy: &Strategy, envelope: EnvelopeId) -> Option<Euros> {
        strategy.measured(envelope, self.stage, self.measure)
    }

    /// What an envelope holds beyond its parts in `split`.
    #[must_use]
    pub fn unallocated(
        self,
        strategy: &Strategy,
        parent: EnvelopeId,
        split: Option<SplitId>,
    ) -> Option<Euros> {
        let parts = strategy.parts(parent, split).filter_map(|part| self.of(strategy, part));
        let sum = Euros::checked_sum(parts.filter(|amount| amount.is_positive()))?;
        let rest = self.of(strategy, parent)?.checked_sub(sum)?;
        rest.is_positive().then_some(rest)
    }

    /// The stages of which a scope publishes anything in this measure.
    #[must_use]
    pub fn stages(self, strategy: &Strategy, scope: ScopeId) -> Vec<Stage> {
        let has_any = |stage: Stage| {
            let lines = strategy.appropriations().map(|(_, line)| line);
            lines
                .filter(|line| line.stage == stage && strategy[line.envelope].scope == scope)
                .any(|line| strategy.measured(line.envelope, stage, self.measure).is_some())
        };
        Stage::ALL.iter().copied().filter(|&stage| has_any(stage)).collect()
    }
}
