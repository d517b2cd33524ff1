//! The words that only the filters say, in both languages.

use crate::{i18n::format::NNBSP, model::text::Lang};

/// The fixed words.
#[derive(Clone, Copy)]
pub struct Words {
    /// Name of the bar.
    pub filters: &'static str,
    /// Opens the bar where there is little room.
    pub filter: &'static str,
    /// Name of the themes.
    pub themes: &'static str,
    /// A criterion.
    pub status: &'static str,
    /// A criterion.
    pub kind: &'static str,
    /// A criterion.
    pub actor: &'static str,
    /// Narrows the list of actors.
    pub find_actor: &'static str,
    /// Said where a criterion asks nothing of what is shown.
    pub events_only: &'static str,
    /// Takes all criteria back.
    pub clear: &'static str,
    /// Brings them back.
    pub undo: &'static str,
}

/// The words in a language.
#[must_use]
pub fn words(lang: Lang) -> Words {
    match lang {
        Lang::Fr => Words {
            filters: "Filtres",
            filter: "Filtrer",
            themes: "Thèmes",
            status: "Statut",
            kind: "Nature",
            actor: "Acteur",
            find_actor: "Chercher un acteur",
            events_only: "Ne concerne que les jalons.",
            clear: "Tout effacer",
            undo: "Annuler l’effacement",
        },
        Lang::En => Words {
            filters: "Filters",
            filter: "Filter",
            themes: "Themes",
            status: "Status",
            kind: "Kind",
            actor: "Actor",
            find_actor: "Find an actor",
            events_only: "Concerns milestones only.",
            clear: "Clear all",
            undo: "Undo clearing",
        },
    }
}

/// The name of the button that takes a criterion back.
#[must_use]
pub fn remove(criterion: &str, lang: Lang) -> String {
    match lang {
        Lang::Fr => format!("Retirer le filtre{NNBSP}: {criterion}"),
        Lang::En => format!("Remove the filter: {criterion}"),
    }
}
