//! What the data know and do not know, counted: how sources were read, whose value a conflict shows, what is published nowhere.

use crate::model::{
    discrepancy::{Claim, Discrepancy},
    envelope::Stage,
    event::Outcome,
    fact::FactQuality,
    id::{DiscrepancyId, EditionId, EnvelopeId, EventId, IndicatorId, ProjectId, SourceId},
    indicator::ObservationQuality,
    panorama,
    project::Phase,
    source::{Reading, SourceKind},
    strategy::Strategy,
    vocabulary::vocabulary,
};

vocabulary! {
    /// What the values of a conflict are.
    pub enum Matter {
        /// Sums of money.
        Amounts = "amounts",
        /// Counts and shares.
        Numbers = "numbers",
        /// Dates.
        Dates = "dates",
        /// Names and wordings.
        Wordings = "wordings",
    }
}

impl Matter {
    /// What a conflict is about: money before numbers, numbers before dates, where its values are of several kinds.
    #[must_use]
    pub fn of(discrepancy: &Discrepancy) -> Self {
        let has = |kind: fn(&Claim) -> bool| discrepancy.claims.iter().any(|(claim, _)| kind(claim));
        if has(|claim| matches!(claim, Claim::Eur(_))) {
            Self::Amounts
        } else if has(|claim| matches!(claim, Claim::Number(_) | Claim::Percent(_))) {
            Self::Numbers
        } else if has(|claim| matches!(claim, Claim::Date(_))) {
            Self::Dates
        } else {
            Self::Wordings
        }
    }
}

/// The conflicts about a matter, in the order of the data.
#[must_use]
pub fn conflicts_about(strategy: &Strategy, matter: Matter) -> Vec<DiscrepancyId> {
    let conflicts = strategy.discrepancies().filter(|(_, one)| Matter::of(one) == matter);
    conflicts.map(|(id, _)| id).collect()
}

/// Whose values the conflicts show.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Choices {
    /// How many conflicts there are.
    pub all: usize,
    /// How many of them the note is part of.
    pub with_note: usize,
    /// In how many the value shown is the note's.
    pub note_shown: usize,
    /// In how many it is another's although the note gives one.
    pub other_shown: usize,
}

/// Counts whose values are shown.
#[must_use]
pub fn choices(strategy: &Strategy) -> Choices {
    let is_note = |source: SourceId| strategy[source].kind == SourceKind::Note;
    let mut choices = Choices::default();
    for (_, conflict) in strategy.discrepancies() {
        choices.all += 1;
        let shown = conflict.claims.get(conflict.shown).is_some_and(|(_, source)| is_note(*source));
        let with_note = conflict.claims.iter().any(|(_, source)| is_note(*source));
        choices.with_note += usize::from(with_note);
        choices.note_shown += usize::from(shown);
        choices.other_shown += usize::from(with_note && !shown);
    }
    choices
}

/// How many sources of a kind were read in a way.
#[must_use]
pub fn sources_read(strategy: &Strategy, kind: SourceKind, reading: Reading) -> usize {
    strategy.sources().filter(|(_, source)| source.kind == kind && source.read == reading).count()
}

/// The sources of which a statement holds.
#[must_use]
pub fn sources_that(strategy: &Strategy, is: impl Fn(SourceId) -> bool) -> Vec<SourceId> {
    strategy.sources().map(|(id, _)| id).filter(|&id| is(id)).collect()
}

/// How many figures that are neither amount nor indicator were worked out by us, and how many there are.
#[must_use]
pub fn computed_facts(strategy: &Strategy) -> (usize, usize) {
    let computed = strategy.facts().filter(|(_, fact)| fact.quality == FactQuality::Computed);
    (computed.count(), strategy.facts().count())
}

/// How many lines of appropriations a stage has, and how many of them lack commitments or payments.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StageGap {
    /// The stage.
    pub stage: Stage,
    /// All its lines.
    pub lines: usize,
    /// Those without commitments.
    pub without_commitment: usize,
    /// Those without payments.
    pub without_payment: usize,
}

/// What the data do not say. Lists are in the order of the data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unknown {
    /// Envelopes whose amount is not published.
    pub envelopes: Vec<EnvelopeId>,
    /// Envelopes of which it is published what was given out, of how many.
    pub attributed: (Vec<EnvelopeId>, usize),
    /// Stages of appropriations with lines that lack one of the two measures.
    pub stages: Vec<StageGap>,
    /// Lines of editions without a cost, of how many.
    pub lines_without_cost: (usize, usize),
    /// Of those, lines of projects in framing, and lines whose figures are withheld.
    pub framing_and_withheld: (usize, usize),
    /// Projects without a cost in the last edition that has a table.
    pub projects: Vec<ProjectId>,
    /// Editions of which no table of projects could be read.
    pub editions_without_table: Vec<EditionId>,
    /// Editions of which no total is known.
    pub editions_without_total: Vec<EditionId>,
    /// Numbers of editions of which nothing could be read at all.
    pub editions_missing: Vec<u32>,
    /// Indicators that nobody has counted: without any value, or with what was expected or promised only.
    pub never_observed: Vec<IndicatorId>,
    /// Indicators without a target.
    pub without_target: Vec<IndicatorId>,
    /// Events whose date is approximate or in doubt.
    pub approximate: Vec<EventId>,
    /// Events of which only one end is dated.
    pub half_dated: Vec<EventId>,
    /// Events of which it is not known what came.
    pub unknown_outcome: Vec<EventId>,
    /// How many sources bear no date of publication, of how many.
    pub undated_sources: (usize, usize),
}

/// Everything the data do not say.
#[must_use]
pub fn unknown(strategy: &Strategy) -> Unknown {
    let lines: Vec<_> = strategy.project_editions().map(|(_, line)| line).collect();
    let without_cost: Vec<_> = lines.iter().filter(|line| line.cost.is_none()).collect();
    let of_phase = |phase| without_cost.iter().filter(|line| line.phase == Some(phase)).count();
    let last = panorama::default_edition(strategy);
    let editions_that = |is: &dyn Fn(EditionId) -> bool| {
        strategy.editions().map(|(id, _)| id).filter(|&id| is(id)).collect::<Vec<_>>()
    };
    let indicators_that = |is: &dyn Fn(IndicatorId) -> bool| {
        strategy.indicators().map(|(id, _)| id).filter(|&id| is(id)).collect::<Vec<_>>()
    };
    let events_that = |is: &dyn Fn(EventId) -> bool| {
        strategy.events().map(|(id, _)| id).filter(|&id| is(id)).collect::<Vec<_>>()
    };
    let observed = |id| {
        let mut values = strategy.observations_of(id).into_iter();
        values.any(|value| value.quality == ObservationQuality::Observed)
    };
    let ids = || strategy.envelopes().map(|(id, _)| id);
    Unknown {
        envelopes: ids().filter(|&id| strategy[id].amount.is_none()).collect(),
        attributed: (ids().filter(|&id| strategy[id].attributed.is_some()).collect(), ids().count()),
        stages: stages(strategy),
        lines_without_cost: (without_cost.len(), lines.len()),
        framing_and_withheld: (of_phase(Phase::Framing), of_phase(Phase::Withheld)),
        projects: without_cost
            .iter()
            .filter(|line| Some(line.edition) == last)
            .map(|line| line.project)
            .collect(),
        editions_without_table: editions_that(&|id| !panorama::has_table(strategy, id)),
        editions_without_total: editions_that(&|id| strategy[id].cost.is_none()),
        editions_missing: panorama::numbers_without_data(strategy),
        never_observed: indicators_that(&|id| !observed(id)),
        without_target: indicators_that(&|id| strategy[id].target.is_none()),
        approximate: events_that(&|id| strategy[id].date.is_qualified()),
        half_dated: events_that(&|id| {
            let date = strategy[id].date;
            date.start().is_none() || date.end().is_none()
        }),
        unknown_outcome: events_that(&|id| strategy[id].outcome == Outcome::Unknown),
        undated_sources: (
            strategy.sources().filter(|(_, source)| source.published.is_none()).count(),
            strategy.sources().count(),
        ),
    }
}

fn stages(strategy: &Strategy) -> Vec<StageGap> {
    let gap = |&stage: &Stage| {
        let lines: Vec<_> =
            strategy.appropriations().map(|(_, line)| line).filter(|line| line.stage == stage).collect();
        StageGap {
            stage,
            lines: lines.len(),
            without_commitment: lines.iter().filter(|line| line.commitment.is_none()).count(),
            without_payment: lines.iter().filter(|line| line.payment.is_none()).count(),
        }
    };
    let gaps = Stage::ALL.iter().map(gap);
    gaps.filter(|gap| gap.without_commitment > 0 || gap.without_payment > 0).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{data::package, model::strategy::Tables};

    #[test]
    fn every_conflict_has_one_matter_and_every_source_one_way_of_being_read() {
        let strategy = package::strategy();
        let conflicts: usize =
            Matter::ALL.iter().map(|&matter| conflicts_about(strategy, matter).len()).sum();
        assert_eq!(conflicts, strategy.discrepancies().count());
        let sources: usize = SourceKind::ALL
            .iter()
            .flat_map(|&kind| Reading::ALL.iter().map(move |&reading| (kind, reading)))
            .map(|(kind, reading)| sources_read(strategy, kind, reading))
            .sum();
        assert_eq!(sources, strategy.sources().count());
    }

    #[test]
    fn choices_are_those_of_the_data() {
        let choices = choices(package::strategy());
        assert_eq!(choices.all, package::strategy().discrepancies().count());
        assert_eq!(choices.with_note, choices.note_shown + choices.other_shown);
        assert!(choices.note_shown > 0 && choices.other_shown > 0);
    }

    #[test]
    fn what_is_missing_is_found_where_the_files_leave_it_empty() {
        let strategy = package::strategy();
        let unknown = unknown(strategy);
        let slugs = |ids: &[EnvelopeId]| ids.iter().map(|&id| strategy[id].slug.as_str()).collect::<Vec<_>>();
        assert_eq!(slugs(&unknown.envelopes), ["cout-pnij-ng"]);
        assert_eq!(unknown.stages.len(), 1, "payments alone were read of the bill for 2023");
        assert_eq!(unknown.stages[0].stage, Stage::Plf2023);
        assert_eq!(unknown.stages[0].without_commitment, unknown.stages[0].lines);
        assert_eq!(unknown.editions_missing, [11, 15]);
        assert_eq!(unknown.lines_without_cost, (53, 558));
        let never: Vec<_> = unknown.never_observed.iter().map(|&id| strategy[id].slug.as_str()).collect();
        assert_eq!(never, ["specialistes-donnees", "modeles-ia-hub"]);
    }

    #[test]
    fn of_nothing_nothing_is_unknown() {
        let strategy = Strategy::new(Tables::default()).expect("no envelopes, no cycle");
        let unknown = unknown(&strategy);
        assert!(unknown.editions_missing.is_empty() && unknown.stages.is_empty());
        assert_eq!(unknown.lines_without_cost, (0, 0));
        assert_eq!(choices(&strategy), Choices::default());
    }
}
