//! A choice of the filter: one value of a criterion.

use crate::{
    model::{
        event::{EventKind, Status},
        id::{ActorId, ThemeId},
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
}
