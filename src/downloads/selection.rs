//! What of the data a state selects: the records that the view shows or lists and the filter keeps.

use crate::{
    data::writing::Written,
    model::{
        amounts::Amounts,
        id::{EditionId, RecordId, ScopeId, SourceId},
        panorama::table,
        relations::Relations,
    },
    state::{
        filter::{Filter, Found},
        listing::{Listed, listed_records},
        query::{DEFAULT_LISTED, DEFAULT_STAGE, edition_shown, scope_shown},
        view_state::{View, ViewState},
    },
};

/// What is selected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Selection {
    /// What kind of record.
    pub listed: Listed,
    /// The budget, where the records are envelopes or the projects that it shows.
    pub scope: Option<ScopeId>,
    /// The edition of the panorama, where the records are the projects of one.
    pub edition: Option<EditionId>,
    /// The records, in the order of the data.
    pub records: Vec<RecordId>,
}

/// What kind of record a state selects, in the view of its page unless it names another.
#[must_use]
pub fn listed(state: &ViewState, view: View) -> Listed {
    match state.view.unwrap_or(view) {
        View::Timeline | View::Story => Listed::Events,
        View::Budget => Listed::Envelopes,
        View::Indicators => Listed::Indicators,
        View::Trends => Listed::Projects,
        View::Table => state.of.unwrap_or(DEFAULT_LISTED),
    }
}

/// A row of a file, with the record that a reader knows it by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SelectedRow {
    /// The record whose columns are written.
    pub row: RecordId,
    /// The record it belongs to; the same for most.
    pub of: RecordId,
}

impl Selection {
    /// What a state selects, in the view of its page unless it names another.
    #[must_use]
    pub fn of(written: Written<'_>, state: &ViewState, view: View, found: Option<&Found>) -> Self {
        let strategy = written.strategy;
        let listed = listed(state, view);
        let is_budget = state.view.unwrap_or(view) == View::Budget;
        let scope = scope_shown(state, strategy).filter(|_| listed == Listed::Envelopes);
        let edition = edition_shown(state, strategy).filter(|_| is_budget);
        let filter = Filter::of(state, found);
        let relations = Relations::of(strategy);
        let listed = if edition.is_some() { Listed::Projects } else { listed };
        let mut records = listed_records(strategy, listed, scope);
        records.retain(|&id| match id {
            RecordId::Project(id) => {
                edition.is_none_or(|edition| table(strategy, edition).any(|line| line.project == id))
            }
            // A level of a budget is what it is of, with all that it is made of.
            RecordId::Envelope(id) if is_budget => {
                state.at.is_none_or(|at| at == id || strategy.ancestors(id).any(|whole| whole == at))
            }
            _ => true,
        });
        records.retain(|&id| filter.admits(strategy, &relations, id));
        Self { listed, scope, edition, records }
    }

    /// The rows that say the most of each record: the lines of its appropriations, its values, its editions, else
    /// its own.
    #[must_use]
    pub fn rows(&self, written: Written<'_>, state: &ViewState) -> Vec<SelectedRow> {
        let strategy = written.strategy;
        let is_voted = self.scope.is_some_and(|scope| {
            let stage = state.stage.unwrap_or(DEFAULT_STAGE);
            Amounts::of_scope(strategy, scope, stage, state.measure) != Amounts::own()
        });
        let rows_of = |id: RecordId| -> Vec<RecordId> {
            match id {
                RecordId::Envelope(id) if is_voted => {
                    let lines = strategy.appropriations().filter(|(_, line)| line.envelope == id);
                    lines.map(|(line, _)| line.into()).collect()
                }
                RecordId::Indicator(id) => {
                    let values = strategy.observations().filter(|(_, value)| value.indicator == id);
                    values.map(|(value, _)| value.into()).collect()
                }
                RecordId::Project(id) => {
                    let is_shown = |edition| self.edition.is_none_or(|shown| shown == edition);
                    let own = strategy.project_editions().filter(|(_, line)| line.project == id);
                    own.filter(|(_, line)| is_shown(line.edition)).map(|(line, _)| line.into()).collect()
                }
                id => vec![id],
            }
        };
        let rows = self.records.iter().map(|&of| (of, rows_of(of)));
        rows.flat_map(|(of, rows)| rows.into_iter().map(move |row| SelectedRow { row, of })).collect()
    }

    /// The sources of these rows, each once, in the order of the data.
    #[must_use]
    pub fn sources(written: Written<'_>, rows: &[SelectedRow]) -> Vec<SourceId> {
        let mut sources: Vec<_> = rows.iter().flat_map(|row| sources_of(written, row.row)).collect();
        sources.sort_unstable();
        sources.dedup();
        sources
    }
}

/// The sources that a row rests on; a line of an edition rests on those of the edition.
#[must_use]
pub fn sources_of(written: Written<'_>, row: RecordId) -> Vec<SourceId> {
    let strategy = written.strategy;
    match row {
        RecordId::Event(id) => strategy[id].sources.clone(),
        RecordId::Programme(id) => strategy[id].sources.clone(),
        RecordId::Scope(id) => strategy[id].sources.clone(),
        RecordId::Envelope(id) => strategy[id].sources.clone(),
        RecordId::Appropriation(id) => strategy[id].sources.clone(),
        RecordId::Indicator(id) => strategy[id].sources.clone(),
        RecordId::Observation(id) => strategy[id].sources.clone(),
        RecordId::Project(id) => strategy[id].sources.clone(),
        RecordId::Edition(id) => strategy[id].sources.clone(),
        RecordId::ProjectEdition(id) => strategy[strategy[id].edition].sources.clone(),
        RecordId::Fact(id) => strategy[id].sources.clone(),
        RecordId::Position(id) => strategy[id].sources.clone(),
        RecordId::Discrepancy(id) => strategy[id].sources.clone(),
        RecordId::Step(id) => strategy[id].sources.clone(),
        RecordId::Source(id) => vec![id],
        RecordId::Theme(_) | RecordId::Split(_) | RecordId::Actor(_) | RecordId::Term(_) => Vec::new(),
    }
}
