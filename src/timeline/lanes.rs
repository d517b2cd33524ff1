//! Events sorted into lanes: one lane per theme, in order of time.

use super::placed::LaneEvents;
use crate::{
    model::{id::EventId, order::sorted, strategy::Strategy},
    state::view_state::Lane,
};

/// The lanes of a strategy with the events that `is_shown`; the lanes in `open` have all the rows they take.
#[must_use]
pub fn lanes<'a>(
    strategy: &'a Strategy,
    open: &[Lane],
    is_shown: impl Fn(EventId) -> bool,
) -> Vec<LaneEvents<'a>> {
    strategy
        .themes()
        .map(|(theme, _)| {
            let events: Vec<_> =
                strategy.events().filter(|&(id, event)| event.theme == theme && is_shown(id)).collect();
            let events = sorted(&events, |(_, a), (_, b)| a.date.chronological(&b.date));
            LaneEvents { theme, events, is_open: open.contains(&Lane::Theme(theme)) }
        })
        .collect()
}
