//! What citations call the explorer, with the licence that its data leave under.

use super::words::words;

/// The licence of the data, in full.
pub const DATA_LICENCE: &str = "https://www.etalab.gouv.fr/licence-ouverte-open-licence";

words! {
    /// The name of the explorer.
    explorer: "Jalons, explorateur de la stratégie numérique publique", "Jalons, explorer of the public digital strategy";
}
