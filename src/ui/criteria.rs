//! What the filter keeps, in the words of a sentence.

use leptos::prelude::*;

use crate::{
    i18n::messages::{self, messages},
    model::id::{ActorId, ThemeId},
    state::{Explorer, filter::Filter},
};

/// What is kept, one criterion after another, to be put behind what is shown; empty without a filter. The period is
/// not among them: each view says itself which time it shows.
#[must_use]
pub fn criteria(explorer: Explorer) -> String {
    let lang = explorer.lang();
    let words = messages(lang);
    // Actors are known of the whole only; before it none can be asked for.
    let strategy = explorer.whole().unwrap_or(explorer.strategy);
    let Filter { themes, statuses, kinds, actors, .. } = explorer.filter().get();
    let theme = |id: &ThemeId| strategy[*id].short.get(lang).to_owned();
    let actor = |id: &ActorId| {
        let actor = &strategy[*id];
        if actor.acronym.is_empty() { actor.label.get(lang) } else { &actor.acronym }.to_owned()
    };
    let query = explorer.state().with(|state| state.query.clone());
    let criteria: [(&str, Vec<String>); 5] = [
        (words.by_theme(), themes.iter().map(theme).collect()),
        (
            words.by_status(),
            statuses.iter().map(|one| messages::short_status(*one, lang).to_owned()).collect(),
        ),
        (words.by_kind(), kinds.iter().map(|one| messages::event_kind(*one, lang).to_owned()).collect()),
        (words.by_actor(), actors.iter().map(actor).collect()),
        (
            words.by_search(),
            (!query.is_empty()).then(|| messages::quoted(&query, lang)).into_iter().collect(),
        ),
    ];
    let mut sentence = String::new();
    for (criterion, choices) in criteria {
        if !choices.is_empty() {
            sentence += ", ";
            sentence += &messages::kept(criterion, &choices, lang);
        }
    }
    sentence
}
