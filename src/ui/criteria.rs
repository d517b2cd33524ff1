//! What the filter keeps, in words: each choice by itself, and all of them as a sentence goes on.

use leptos::prelude::*;

use crate::{
    i18n::messages::{self, messages},
    model::{strategy::Strategy, text::Lang},
    state::{Explorer, command::Command, view_state::ViewState},
};

/// A choice of the filter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// What is chosen by: theme, status…
    pub criterion: &'static str,
    /// What is kept.
    pub choice: String,
    /// Takes the choice back.
    pub undo: Command,
}

/// The choices in force, one criterion after another. The period is not among them: each view says itself which time
/// it shows.
#[must_use]
pub fn kept(explorer: Explorer) -> Vec<Kept> {
    // Actors are known of the whole only; before it none can be asked for.
    explorer.state().with(|state| kept_of(state, explorer.known(), explorer.lang()))
}

/// The choices of a state.
#[must_use]
pub fn kept_of(state: &ViewState, strategy: &Strategy, lang: Lang) -> Vec<Kept> {
    let words = messages(lang);
    let mut all = Vec::new();
    let mut keep = |criterion, choice: &str, undo| {
        all.push(Kept { criterion, choice: choice.to_owned(), undo });
    };
    for &id in &state.themes {
        keep(words.by_theme(), strategy[id].short.get(lang), Command::ToggleTheme(id));
    }
    for &status in &state.statuses {
        keep(words.by_status(), messages::short_status(status, lang), Command::ToggleStatus(status));
    }
    for &kind in &state.kinds {
        keep(words.by_kind(), messages::event_kind(kind, lang), Command::ToggleKind(kind));
    }
    for &id in &state.actors {
        keep(words.by_actor(), strategy[id].short_name(lang), Command::ToggleActor(id));
    }
    if !state.query.is_empty() {
        let query = messages::quoted(&state.query, lang);
        keep(words.by_search(), &query, Command::Search(String::new()));
    }
    all
}

/// What is kept, to be put behind what is shown; empty without a filter.
#[must_use]
pub fn criteria(explorer: Explorer) -> String {
    in_words(&kept(explorer), explorer.lang())
}

/// Choices as a sentence goes on; empty without one.
#[must_use]
pub fn in_words(all: &[Kept], lang: Lang) -> String {
    let of_one_criterion = all.chunk_by(|a, b| a.criterion == b.criterion);
    of_one_criterion.fold(String::new(), |sentence, kept| {
        let choices: Vec<&str> = kept.iter().map(|kept| kept.choice.as_str()).collect();
        sentence + ", " + &messages::kept(kept[0].criterion, &choices, lang)
    })
}
