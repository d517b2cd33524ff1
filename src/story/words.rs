//! The words that only the guided reading uses: they come with its code, after the first view.

use crate::i18n::words::words;

words! {
    /// Name of the text of a step.
    step: "Étape du récit", "Step of the story";
    /// Name of the list of all steps.
    steps: "Étapes du récit", "Steps of the story";
    /// Leads to the step before.
    previous: "Précédente", "Previous";
    /// Leads to the step after.
    next: "Suivante", "Next";
    /// Leads out of the story, with what the step shows.
    explore: "Explorer cette vue", "Explore this view";
    /// Heading of the records that a step speaks of.
    about: "Fiches", "Records";
    /// The keys, for those who cannot see what there is to press.
    keys: "Flèches gauche et droite\u{202f}: étape précédente, étape suivante. Origine et Fin\u{202f}: première et dernière étape.", "Left and right arrows: previous and next step. Home and End: first and last step.";
}

/// What a step is called in the list of all: its place and its title.
#[must_use]
pub fn numbered(place: usize, title: &str) -> String {
    format!("{place}. {title}")
}
