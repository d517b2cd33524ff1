//! What a reader intends: each command makes a new view state of the present one.

use super::{
    listing::{Column, Listed, Sort},
    query::{DEFAULT_LISTED, DEFAULT_SCOPE, Key},
    view_state::{Coloring, Kept, Lane, ProjectOrder, Scheme, View, ViewState},
};
use crate::model::{
    date::Date,
    envelope::{Measure, Stage},
    event::{EventKind, Status},
    id::{ActorId, EditionId, EnvelopeId, EventId, IndicatorId, RecordId, ScopeId, SplitId, StepId, ThemeId},
    strategy::Strategy,
    text::Lang,
};

/// The most letters of a search that an address takes.
const LONGEST_QUERY: usize = 100;

/// A reader's intention.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// Show a view.
    Show(View),
    /// Open a record.
    Focus(RecordId),
    /// Close the open record.
    Unfocus,
    /// Show another budget.
    ShowScope(ScopeId),
    /// Show the parts of an envelope, and open its record.
    DrillInto(EnvelopeId),
    /// Show the parts of what the envelope shown is part of.
    DrillOut,
    /// Show the parts of this envelope, or of the top.
    DrillTo(Option<EnvelopeId>),
    /// Split the envelope in another way.
    ShowSplit(SplitId),
    /// Show an edition of the panorama, on the way to another.
    ShowEdition(EditionId),
    /// Show a stage of the budget.
    ShowStage(Stage),
    /// Measure this of the budget.
    ShowMeasure(Measure),
    /// Let the colours say this.
    ColourBy(Coloring),
    /// Keep what an entry of the legend of the colours stands for, or no longer.
    ToggleKept(Kept),
    /// Keep all of them.
    KeepAll,
    /// Show this stretch of time, on the way to another.
    ShowWindow(Date, Date),
    /// Show this stretch of time, as a step of its own.
    ShowPeriod(Date, Date),
    /// Show the stretch of time that the data suggest.
    ShowDefaultWindow,
    /// Open a lane, so that it has all the rows it takes, or close it.
    ToggleLane(Lane),
    /// Put the projects of the timeline in this order.
    OrderProjects(ProjectOrder),
    /// List these records in the table.
    List(Listed),
    /// Sort the table in this way, or in the order of the data.
    SortBy(Option<Sort>),
    /// Show a column of the table, or leave it out.
    ToggleColumn(Column),
    /// Keep what belongs to a theme, or no longer.
    ToggleTheme(ThemeId),
    /// Keep events with a status, or no longer.
    ToggleStatus(Status),
    /// Keep events of a kind, or no longer.
    ToggleKind(EventKind),
    /// Keep what involves an actor, or no longer.
    ToggleActor(ActorId),
    /// Keep what a search for this finds; everything if it is empty.
    Search(String),
    /// Keep everything of all times.
    ClearFilters,
    /// Keep what another state keeps.
    FilterAs(Box<ViewState>),
    /// Speak this language.
    Speak(Lang),
    /// Use this colour scheme.
    Colour(Scheme),
    /// See an envelope in its budget.
    ShowInBudget(EnvelopeId),
    /// See an event on the timeline.
    ShowOnTimeline(EventId),
    /// See a quantity against its target.
    ShowAmongIndicators(IndicatorId),
    /// See a record as a row of the table.
    ShowInTable(RecordId),
    /// See what another state shows, in the language and colours of this one.
    FollowTo(Box<ViewState>),
    /// Read a step of the guided reading, as it was meant to be seen.
    Read(StepId),
}

/// How a command enters the reader's history.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entry {
    /// A step one can go back from.
    Push,
    /// A state on the way, which replaces the last one.
    Replace,
}

impl Command {
    /// Whether the command is a step of its own: dragging and zooming are not.
    #[must_use]
    pub fn entry(&self) -> Entry {
        match self {
            Self::ShowWindow(..) | Self::ShowEdition(_) => Entry::Replace,
            _ => Entry::Push,
        }
    }

    /// The state after the command.
    #[must_use]
    pub fn applied(&self, state: &ViewState, strategy: &Strategy) -> ViewState {
        let mut next = state.clone();
        match *self {
            Self::Show(View::Story) => next = told(state, None),
            Self::Show(view) => {
                next.view = Some(view);
                next.step = None;
            }
            Self::FollowTo(ref shown) => {
                let view = Some(shown.view.unwrap_or(View::Timeline));
                next = ViewState { view, ..(**shown).clone() }.where_is(state);
            }
            Self::Read(step) => next = told(state, Some(step)),
            Self::Focus(id) => next.focus = Some(id),
            Self::Unfocus => {
                next.focus = None;
                // Nor one that the core could not name yet.
                next.unknown.retain(|(name, _)| name != Key::Focus.as_str());
            }
            Self::ShowScope(scope) => {
                next.scope = Some(scope);
                next.at = None;
                next.split = None;
                next.edition = None;
                next.stage = None;
                next.measure = None;
                next.color = None;
                keep_all(&mut next);
            }
            Self::DrillInto(envelope) => {
                next.focus = Some(envelope.into());
                if strategy.has_parts(envelope) {
                    next.at = Some(envelope);
                    next.edition = None;
                }
            }
            Self::DrillOut => {
                // The root of a scope is what is shown when `at` is not set.
                next.at = state
                    .at
                    .and_then(|at| strategy[at].parent)
                    .filter(|&parent| strategy[parent].parent.is_some());
            }
            Self::DrillTo(envelope) => {
                next.at = envelope.filter(|&envelope| strategy[envelope].parent.is_some());
                next.edition = next.edition.filter(|_| next.at.is_none());
            }
            Self::ShowEdition(edition) => {
                next.edition = Some(edition);
                next.at = None;
            }
            Self::ShowSplit(split) => next.split = Some(split).filter(|&split| !strategy[split].is_default),
            Self::ShowStage(stage) => next.stage = Some(stage),
            Self::ShowMeasure(measure) => next.measure = Some(measure),
            Self::ColourBy(color) => {
                next.color = Some(color);
                keep_all(&mut next);
            }
            Self::ToggleKept(kept) => toggle(&mut next.only, kept),
            Self::KeepAll => keep_all(&mut next),
            Self::ShowWindow(from, to) | Self::ShowPeriod(from, to) => {
                (next.from, next.to) = (Some(from), Some(to))
            }
            Self::ShowDefaultWindow => (next.from, next.to) = (None, None),
            Self::ToggleLane(lane) => toggle(&mut next.lanes, lane),
            Self::OrderProjects(order) => next.order = Some(order),
            Self::List(listed) => list(&mut next, listed),
            Self::SortBy(sort) => next.sort = sort,
            Self::ToggleColumn(column) => {
                let listed = next.of.unwrap_or(DEFAULT_LISTED);
                let mut columns = next.columns.take().unwrap_or_else(|| listed.usual_columns());
                toggle(&mut columns, column);
                // An order that nothing on the screen explains is no order.
                next.sort = next.sort.filter(|sort| sort.column != column);
                // A table of names alone cannot be told from the usual one in an address.
                next.columns = Some(columns).filter(|columns| !columns.is_empty());
            }
            Self::ToggleTheme(theme) => toggle(&mut next.themes, theme),
            Self::ToggleStatus(status) => toggle(&mut next.statuses, status),
            Self::ToggleKind(kind) => toggle(&mut next.kinds, kind),
            Self::ToggleActor(actor) => toggle(&mut next.actors, actor),
            Self::Search(ref query) => {
                let short: String = query.trim().chars().take(LONGEST_QUERY).collect();
                next.query = short.trim_end().to_owned();
            }
            Self::ClearFilters => filter_as(&mut next, &ViewState::default()),
            Self::FilterAs(ref other) => filter_as(&mut next, other),
            Self::Speak(lang) => next.lang = Some(lang),
            Self::Colour(scheme) => next.scheme = Some(scheme),
            Self::ShowInBudget(envelope) => {
                next.step = None;
                next.view = Some(View::Budget);
                next.focus = Some(envelope.into());
                if !shows_scope(&next, strategy[envelope].scope, strategy) {
                    (next.stage, next.measure, next.color) = (None, None, None);
                    keep_all(&mut next);
                }
                next.edition = None;
                next.scope = Some(strategy[envelope].scope);
                next.split = strategy[envelope].split;
                next.at = strategy[envelope].parent.filter(|&parent| strategy[parent].parent.is_some());
            }
            Self::ShowOnTimeline(event) => {
                next.step = None;
                next.view = Some(View::Timeline);
                next.focus = Some(event.into());
                // The window is kept where the event shows in it.
                if !state.bounds().is_none_or(|(start, end)| strategy[event].date.overlaps(start, end)) {
                    (next.from, next.to) = (None, None);
                }
            }
            Self::ShowAmongIndicators(indicator) => {
                next.step = None;
                next.view = Some(View::Indicators);
                next.focus = Some(indicator.into());
            }
            Self::ShowInTable(id) => {
                list(&mut next, Listed::of_kind(id.kind()).unwrap_or(DEFAULT_LISTED));
                next.focus = Some(id);
                if let RecordId::Envelope(envelope) = id
                    && !shows_scope(&next, strategy[envelope].scope, strategy)
                {
                    next = Self::ShowScope(strategy[envelope].scope).applied(&next, strategy);
                }
            }
        }
        next
    }
}

/// A step of the guided reading, beside which nothing stands yet but what it shows itself.
fn told(state: &ViewState, step: Option<StepId>) -> ViewState {
    ViewState { view: Some(View::Story), step, ..ViewState::default() }.where_is(state)
}

/// Shows the table of these records, in its usual form unless it is shown already.
fn list(state: &mut ViewState, listed: Listed) {
    state.view = Some(View::Table);
    state.step = None;
    if state.of.unwrap_or(DEFAULT_LISTED) != listed {
        state.of = Some(listed);
        state.columns = None;
        state.sort = None;
    }
}

/// Whether a state shows a scope, named or by default.
fn shows_scope(state: &ViewState, scope: ScopeId, strategy: &Strategy) -> bool {
    state.scope.map_or(strategy[scope].slug == DEFAULT_SCOPE, |shown| shown == scope)
}

/// Makes one state keep what another one keeps.
fn filter_as(state: &mut ViewState, other: &ViewState) {
    state.themes.clone_from(&other.themes);
    state.statuses.clone_from(&other.statuses);
    state.kinds.clone_from(&other.kinds);
    state.actors.clone_from(&other.actors);
    state.query.clone_from(&other.query);
    (state.from, state.to) = (other.from, other.to);
    // Nor actors that the core could not name yet.
    state.unknown.retain(|(name, _)| name != Key::Actors.as_str());
}

/// Makes a state keep all that its colours tell apart, also what the core could not name yet.
fn keep_all(state: &mut ViewState) {
    state.only.clear();
    state.unknown.retain(|(name, _)| name != Key::Only.as_str());
}

/// Puts an item into an ordered list, or takes it out.
fn toggle<T: Ord>(items: &mut Vec<T>, item: T) {
    match items.binary_search(&item) {
        Ok(place) => {
            items.remove(place);
        }
        Err(place) => items.insert(place, item),
    }
}
