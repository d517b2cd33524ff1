//! Events sorted into lanes: one lane per theme, in order of time.

use super::placed::LaneEvents;
use crate::{
    model::{id::EventId, strategy::Strategy},
    state::view_state::Lane,
};

/// The lanes of a strategy with the events that `is_shown`; the lanes in `open` have all the rows they take.
#[must_use]
pub fn lanes<'a>(
    strategy: &'a Strategy,
    open: &[Lane],
    is_shown: impl Fn(EventId) -> bool,
) -> Vec<LaneEvents<'a>> {
    let mut events = vec![Vec::new(); strategy.themes().count()];
    for (id, event) in strategy.events_in_time().filter(|&(id, _)| is_shown(id)) {
        events[event.theme.index()].push((id, event));
    }
    strategy
        .themes()
        .zip(events)
        .map(|((theme, _), events)| LaneEvents::new(theme, events, open.contains(&Lane::Theme(theme))))
        .collect()
}
