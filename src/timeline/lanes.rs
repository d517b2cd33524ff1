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
    let mut lanes: Vec<LaneEvents> = strategy
        .themes()
        .map(|(theme, _)| LaneEvents {
            theme,
            events: Vec::new(),
            is_open: open.contains(&Lane::Theme(theme)),
        })
        .collect();
    for (id, event) in strategy.events().filter(|&(id, _)| is_shown(id)) {
        lanes[event.theme.index()].events.push((id, event));
    }
    for lane in &mut lanes {
        lane.events = sorted(&lane.events, |(_, a), (_, b)| a.date.chronological(&b.date));
    }
    lanes
}
