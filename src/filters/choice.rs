//! A choice of the filter, and how many events it would show.

use crate::{
    model::{
        event::{EventKind, Status},
        id::{ActorId, ThemeId},
        strategy::Strategy,
    },
    state::{command::Command, filter::Filter},
};

/// One value of a criterion.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// What belongs to a theme.
    Theme(ThemeId),
    /// Events with a status.
    Status(Status),
    /// Events of a kind.
    Kind(EventKind),
    /// What involves an actor.
    Actor(ActorId),
}

impl Choice {
    /// Whether the filter has made this choice.
    #[must_use]
    pub fn is_made(self, filter: &Filter) -> bool {
        match self {
            Self::Theme(theme) => filter.themes.contains(&theme),
            Self::Status(status) => filter.statuses.contains(&status),
            Self::Kind(kind) => filter.kinds.contains(&kind),
            Self::Actor(actor) => filter.actors.contains(&actor),
        }
    }

    /// Makes the choice, or takes it back.
    #[must_use]
    pub fn command(self) -> Command {
        match self {
            Self::Theme(theme) => Command::ToggleTheme(theme),
            Self::Status(status) => Command::ToggleStatus(status),
            Self::Kind(kind) => Command::ToggleKind(kind),
            Self::Actor(actor) => Command::ToggleActor(actor),
        }
    }

    /// How many events would be shown if this were the only choice of its criterion, the others being as they are.
    #[must_use]
    pub fn count(self, strategy: &Strategy, filter: &Filter) -> usize {
        let mut asked = filter.clone();
        match self {
            Self::Theme(theme) => asked.themes = vec![theme],
            Self::Status(status) => asked.statuses = vec![status],
            Self::Kind(kind) => asked.kinds = vec![kind],
            Self::Actor(actor) => asked.actors = vec![actor],
        }
        asked.count_events(strategy)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::package::strategy;

    #[test]
    fn without_a_filter_the_themes_share_all_events() {
        let filter = Filter::default();
        let themes = strategy().themes().map(|(id, _)| Choice::Theme(id).count(strategy(), &filter));
        assert_eq!(themes.sum::<usize>(), strategy().events().count());
    }

    #[test]
    fn a_choice_counts_within_the_other_criteria_and_not_within_its_own() {
        let (first, second) = (ThemeId(0), ThemeId(1));
        let filter = Filter { themes: vec![first], statuses: vec![Status::Announced], ..Filter::default() };
        let announced = |theme| {
            let events = strategy().events().map(|(_, event)| event);
            events.filter(|event| event.theme == theme && event.status == Status::Announced).count()
        };
        assert_eq!(Choice::Theme(second).count(strategy(), &filter), announced(second));
        assert_eq!(Choice::Status(Status::Announced).count(strategy(), &filter), announced(first));
        assert!(Choice::Theme(first).is_made(&filter) && !Choice::Theme(second).is_made(&filter));
    }

    #[test]
    fn a_period_counts_too() {
        let never = Filter { period: Some((-1e9, -9e8)), ..Filter::default() };
        assert_eq!(Choice::Theme(ThemeId(0)).count(strategy(), &never), 0);
    }
}
