//! How many events each choice of the filter would show.

use super::choice::Choice;
use crate::{
    model::{
        event::{EventKind, Status},
        strategy::Strategy,
    },
    state::filter::Filter,
};

/// For each choice the number of events that would be shown if it were the only one of its criterion, the other
/// criteria being as they are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counts {
    themes: Vec<usize>,
    statuses: [usize; Status::ALL.len()],
    kinds: [usize; EventKind::ALL.len()],
    actors: Vec<usize>,
}

impl Counts {
    /// Counts all choices with one look at each event.
    #[must_use]
    pub fn of(strategy: &Strategy, filter: &Filter) -> Self {
        let mut counts = Self {
            themes: vec![0; strategy.themes().count()],
            statuses: [0; Status::ALL.len()],
            kinds: [0; EventKind::ALL.len()],
            actors: vec![0; strategy.actors().count()],
        };
        for (id, event) in strategy.events() {
            if !filter.lies_in_period(event) || !filter.admits_found(id.into()) {
                continue;
            }
            let misses = filter.misses(event);
            let missed = misses.iter().filter(|&&is_missed| is_missed).count();
            // Its own criterion does not count for a choice.
            let [by_theme, by_status, by_kind, by_actor] = misses.map(|own| missed == usize::from(own));
            if by_theme && let Some(count) = counts.themes.get_mut(event.theme.index()) {
                *count += 1;
            }
            counts.statuses[event.status as usize] += usize::from(by_status);
            counts.kinds[event.kind as usize] += usize::from(by_kind);
            for actor in event.actors.iter().filter(|_| by_actor) {
                if let Some(count) = counts.actors.get_mut(actor.index()) {
                    *count += 1;
                }
            }
        }
        counts
    }

    /// How many events a choice would show.
    #[must_use]
    pub fn with(&self, choice: Choice) -> usize {
        match choice {
            Choice::Theme(theme) => self.themes.get(theme.index()).copied().unwrap_or(0),
            Choice::Status(status) => self.statuses[status as usize],
            Choice::Kind(kind) => self.kinds[kind as usize],
            Choice::Actor(actor) => self.actors.get(actor.index()).copied().unwrap_or(0),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{data::package::strategy, model::id::ThemeId};

    fn count(choice: Choice, filter: &Filter) -> usize {
        Counts::of(strategy(), filter).with(choice)
    }

    #[test]
    fn without_a_filter_the_themes_share_all_events() {
        let themes = strategy().themes().map(|(id, _)| count(Choice::Theme(id), &Filter::default()));
        assert_eq!(themes.sum::<usize>(), strategy().events().count());
    }

    #[test]
    fn each_count_is_that_of_the_choice_alone_of_its_criterion() {
        let (first, second) = (ThemeId(0), ThemeId(1));
        let asked = [
            Filter::default(),
            Filter { themes: vec![first], statuses: vec![Status::Announced], ..Filter::default() },
            Filter {
                kinds: vec![EventKind::ALL[0]],
                period: Some((18_000.0, 18_900.0)),
                ..Filter::default()
            },
            Filter { actors: strategy().actors().map(|(id, _)| id).take(3).collect(), ..Filter::default() },
        ];
        for filter in &asked {
            let alone = |one: Filter| one.count_events(strategy());
            for theme in [first, second] {
                let one = Filter { themes: vec![theme], ..filter.clone() };
                assert_eq!(count(Choice::Theme(theme), filter), alone(one));
            }
            for &status in Status::ALL {
                let one = Filter { statuses: vec![status], ..filter.clone() };
                assert_eq!(count(Choice::Status(status), filter), alone(one));
            }
            for &kind in EventKind::ALL {
                let one = Filter { kinds: vec![kind], ..filter.clone() };
                assert_eq!(count(Choice::Kind(kind), filter), alone(one));
            }
            for (actor, _) in strategy().actors() {
                let one = Filter { actors: vec![actor], ..filter.clone() };
                assert_eq!(count(Choice::Actor(actor), filter), alone(one));
            }
        }
    }

    #[test]
    fn a_period_counts_too() {
        let never = Filter { period: Some((-1e9, -9e8)), ..Filter::default() };
        assert_eq!(count(Choice::Theme(ThemeId(0)), &never), 0);
    }
}
