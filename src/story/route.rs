//! The way through the steps as a value: where a step stands among all, what comes before and after, what it shows.

use crate::{
    model::{id::StepId, strategy::Strategy},
    state::{
        query,
        view_state::{PageDefaults, View, ViewState},
    },
};

/// Where a step stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Waypoint {
    /// The step.
    pub step: StepId,
    /// Its place, from 1.
    pub place: usize,
    /// How many steps there are.
    pub count: usize,
}

/// A key of the reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// To the step before.
    Back,
    /// To the step after.
    On,
    /// To the first step.
    First,
    /// To the last step.
    Last,
}

impl Turn {
    /// What a key asks for.
    #[must_use]
    pub fn of_key(key: &str) -> Option<Self> {
        match key {
            "ArrowLeft" => Some(Self::Back),
            "ArrowRight" => Some(Self::On),
            "Home" => Some(Self::First),
            "End" => Some(Self::Last),
            _ => None,
        }
    }
}

impl Waypoint {
    /// Where the step that an address names stands, or the first one; `None` in a strategy without steps.
    #[must_use]
    pub fn of(asked: Option<StepId>, strategy: &Strategy) -> Option<Self> {
        let count = strategy.steps().count();
        let index = asked.map_or(0, StepId::index);
        (index < count).then(|| Self { step: StepId::from(index), place: index + 1, count })
    }

    /// The step that a turn leads to; `None` where there is none further.
    #[must_use]
    pub fn after(self, turn: Turn) -> Option<StepId> {
        let index = match turn {
            Turn::Back => self.place.checked_sub(2)?,
            Turn::On => self.place,
            Turn::First => 0,
            Turn::Last => self.count - 1,
        };
        (index < self.count && index + 1 != self.place).then(|| StepId::from(index))
    }
}

/// What a step shows by itself.
#[must_use]
pub fn shows(strategy: &Strategy, step: StepId, defaults: PageDefaults) -> ViewState {
    let of_timeline = PageDefaults { view: View::Timeline, ..defaults };
    query::parse(&strategy[step].shows, of_timeline, strategy).0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_way_ends_at_both_ends() {
        let at = |place| Waypoint { step: StepId::from(place - 1), place, count: 3 };
        let to = |place: usize| Some(StepId::from(place - 1));
        assert_eq!((at(1).after(Turn::Back), at(1).after(Turn::On)), (None, to(2)));
        assert_eq!((at(2).after(Turn::Back), at(2).after(Turn::On)), (to(1), to(3)));
        assert_eq!((at(3).after(Turn::Back), at(3).after(Turn::On)), (to(2), None));
        assert_eq!((at(2).after(Turn::First), at(2).after(Turn::Last)), (to(1), to(3)));
        assert_eq!((at(1).after(Turn::First), at(3).after(Turn::Last)), (None, None), "it is there already");
    }
}
