//! What citations call the explorer, with the licence that its data leave under.

use super::{subject::title, words::words};
use crate::model::text::Lang;

/// The licence of the data, in full.
pub const DATA_LICENCE: &str = "https://www.etalab.gouv.fr/licence-ouverte-open-licence";

words! {
    /// The name of the explorer with its own data.
    explorer_of_note: "Jalons, explorateur de la stratégie numérique publique", "Jalons, explorer of the public digital strategy";
}

/// The name of the explorer; what a reader has brought is named by its title.
#[must_use]
pub fn explorer(lang: Lang) -> &'static str {
    title(lang).unwrap_or_else(|| explorer_of_note(lang))
}
