//! Events sorted into lanes: one lane per theme, in order of time.

use super::placed::LaneEvents;
use crate::model::{id::ThemeId, order::sorted, strategy::Strategy};

/// The lanes of a strategy; those in `open` have all the rows they take.
#[must_use]
pub fn lanes<'a>(strategy: &'a Strategy, open: &[ThemeId]) -> Vec<LaneEvents<'a>> {
    strategy
        .themes()
        .map(|(theme, _)| {
            let events: Vec<_> = strategy.events().filter(|(_, event)| event.theme == theme).collect();
            let events = sorted(&events, |(_, a), (_, b)| a.date.chronological(&b.date));
            LaneEvents { theme, events, is_open: open.contains(&theme) }
        })
        .collect()
}
