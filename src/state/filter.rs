//! Which records the reader has asked for: the filter of an address, as a test on records.

use super::view_state::ViewState;
use crate::model::{
    event::{Event, EventKind, Status},
    id::{ActorId, EventId, RecordId, ThemeId},
    strategy::Strategy,
};

/// What a search has found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// What was searched for.
    pub query: String,
    /// The records, in order of their ids.
    pub records: Vec<RecordId>,
}

/// What must hold of a record for it to be shown. Empty lists ask for nothing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Filter {
    /// It belongs to one of these themes.
    pub themes: Vec<ThemeId>,
    /// It is an event with one of these statuses.
    pub statuses: Vec<Status>,
    /// It is an event of one of these kinds.
    pub kinds: Vec<EventKind>,
    /// It involves one of these actors.
    pub actors: Vec<ActorId>,
    /// It lies at least partly in this period, in days since 1 January 1970, the second bound not included.
    pub period: Option<(f64, f64)>,
    /// The search found it.
    pub found: Option<Vec<RecordId>>,
}

impl Filter {
    /// The filter of a state; a search that has not been answered yet asks for nothing.
    #[must_use]
    pub fn of(state: &ViewState, found: Option<&Found>) -> Self {
        let answered = found.filter(|found| !state.query.is_empty() && found.query == state.query);
        Self {
            themes: state.themes.clone(),
            statuses: state.statuses.clone(),
            kinds: state.kinds.clone(),
            actors: state.actors.clone(),
            period: state.bounds(),
            found: answered.map(|found| found.records.clone()),
        }
    }

    /// Whether an event is asked for, wherever it lies in time: on the timeline the window itself shows the period.
    #[must_use]
    pub fn admits_at_any_time(&self, strategy: &Strategy, id: EventId) -> bool {
        // Who asks for nothing of events need not look at them: of a hundred thousand that is most of the time.
        (self.asks_nothing_of_events() || !self.misses(&strategy[id]).contains(&true))
            && self.admits_found(id.into())
    }

    /// Which criteria an event does not meet: theme, status, kind, actors.
    #[must_use]
    pub fn misses(&self, event: &Event) -> [bool; 4] {
        [
            misses_all(&self.themes, |theme| *theme == event.theme),
            misses_all(&self.statuses, |status| *status == event.status),
            misses_all(&self.kinds, |kind| *kind == event.kind),
            misses_all(&self.actors, |actor| event.actors.contains(actor)),
        ]
    }

    fn asks_nothing_of_events(&self) -> bool {
        self.themes.is_empty() && self.statuses.is_empty() && self.kinds.is_empty() && self.actors.is_empty()
    }

    /// Whether it asks for nothing: everything is shown.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Whether it asks anything of envelopes: they have a theme, belong with actors and can be found, and that is all.
    #[must_use]
    pub fn asks_of_envelopes(&self) -> bool {
        !self.themes.is_empty() || !self.actors.is_empty() || self.found.is_some()
    }

    /// How many events it asks for, those of its period.
    #[must_use]
    pub fn count_events(&self, strategy: &Strategy) -> usize {
        strategy.events().filter(|&(id, _)| self.admits_event(strategy, id)).count()
    }

    /// Whether an event is asked for, and lies in the period.
    #[must_use]
    pub fn admits_event(&self, strategy: &Strategy, id: EventId) -> bool {
        self.admits_at_any_time(strategy, id) && self.lies_in_period(&strategy[id])
    }

    /// Whether an event lies in the period, if there is one.
    #[must_use]
    pub fn lies_in_period(&self, event: &Event) -> bool {
        self.period.is_none_or(|(start, end)| event.date.overlaps(start, end))
    }

    /// Whether the search, if there is one, has found it.
    #[must_use]
    pub fn admits_found(&self, id: RecordId) -> bool {
        self.found.as_ref().is_none_or(|found| found.binary_search(&id).is_ok())
    }
}

/// Whether there are choices and none of them holds.
fn misses_all<T>(choices: &[T], holds: impl Fn(&T) -> bool) -> bool {
    !choices.is_empty() && !choices.iter().any(holds)
}
