//! The words that only the colours of the projects' cells use.

use crate::{i18n::words::words, model::text::Lang};

words! {
    /// Colours by change of cost.
    by_change: "évolution du coût", "change of cost";
    /// Name of the legend.
    keep: "Légende et filtre", "Legend and filter";
    /// Keeps all.
    all: "Tout", "All";
    /// Lower by more than a quarter.
    far_lower: "coût en baisse de plus de 25\u{202f}%", "cost lower by more than 25%";
    /// Lower.
    lower: "coût en baisse", "cost lower";
    /// Not changed.
    same: "coût inchangé", "cost unchanged";
    /// Higher.
    higher: "coût en hausse", "cost higher";
    /// Higher by more than a quarter.
    far_higher: "coût en hausse de plus de 25\u{202f}%", "cost higher by more than 25%";
    /// Nothing to compare with.
    unknown: "sans coût antérieur comparable", "no comparable earlier cost";
    /// What changes are measured from.
    since_first: "Évolution depuis le premier coût publié au même périmètre, d’une édition à l’autre\u{202f}: ce n’est pas une dérive publiée.", "Change since the first cost published for the same scope, between editions: no published drift.";
}

/// How many projects the legend keeps.
#[must_use]
pub fn kept(count: usize, all: usize, lang: Lang) -> String {
    match (lang, count) {
        (Lang::Fr, 0 | 1) => {
            format!("{count} projet gardé sur {all}\u{202f}; les autres restent en contour.")
        }
        (Lang::Fr, _) => format!("{count} projets gardés sur {all}\u{202f}; les autres restent en contour."),
        (Lang::En, _) => format!("{count} of {all} projects kept; the others stay as outlines."),
    }
}
