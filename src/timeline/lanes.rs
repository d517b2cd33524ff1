//! Events sorted into lanes: one lane per theme, in order of time.

use super::lane_events::LaneEvents;
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
    let mut ids = vec![Vec::new(); strategy.themes().count()];
    for (id, event) in strategy.events_in_time().filter(|&(id, _)| is_shown(id)) {
        ids[event.theme.index()].push(id);
    }
    strategy
        .themes()
        .zip(ids)
        .map(|((theme, _), ids)| {
            let events = ids.into_iter().map(|id| (id, &strategy[id], strategy.span(id)));
            LaneEvents::new(theme, events, open.contains(&Lane::Theme(theme)))
        })
        .collect()
}
