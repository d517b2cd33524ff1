//! The words of the list of keys.

use crate::model::text::Lang;

/// A key or keys, and what they do.
pub type Line = (&'static str, &'static str);

/// The title of the list.
#[must_use]
pub fn title(lang: Lang) -> &'static str {
    match lang {
        Lang::Fr => "Raccourcis clavier",
        Lang::En => "Keyboard shortcuts",
    }
}

/// The name of the switch of keys that are a single letter.
#[must_use]
pub fn single_keys(lang: Lang) -> &'static str {
    match lang {
        Lang::Fr => "Raccourcis d’une seule touche (/ et ?)",
        Lang::En => "Single-key shortcuts (/ and ?)",
    }
}

/// The keys by the part of the page in which they act.
#[must_use]
pub fn groups(lang: Lang) -> [(&'static str, &'static [Line]); 5] {
    match lang {
        Lang::Fr => [
            (
                "Chronologie",
                &[
                    ("← →", "jalon précédent, suivant"),
                    ("↑ ↓", "thème du dessus, du dessous"),
                    ("Début, Fin", "premier, dernier jalon"),
                    ("Page ↑, Page ↓", "année précédente, suivante"),
                    ("+ − 0", "zoomer, dézoomer, vue initiale"),
                    ("Entrée", "ouvrir la fiche"),
                    ("Échap", "fermer la fiche"),
                ],
            ),
            (
                "Budgets",
                &[
                    ("← → ↑ ↓", "enveloppe voisine"),
                    ("Début, Fin", "première, dernière enveloppe"),
                    ("Lettres", "enveloppe dont le nom commence ainsi"),
                    ("Entrée", "ouvrir l’enveloppe"),
                    ("Échap", "remonter d’un niveau"),
                ],
            ),
            ("Vue d’ensemble", &[("← →", "déplacer la période ou l’une de ses bornes")]),
            ("Fiche", &[("Échap", "fermer l’explication d’un mot, puis la fiche")]),
            ("Partout", &[("/", "chercher"), ("?", "cette aide")]),
        ],
        Lang::En => [
            (
                "Timeline",
                &[
                    ("← →", "previous, next milestone"),
                    ("↑ ↓", "theme above, below"),
                    ("Home, End", "first, last milestone"),
                    ("Page Up, Page Down", "previous, next year"),
                    ("+ − 0", "zoom in, zoom out, first view"),
                    ("Enter", "open the record"),
                    ("Escape", "close the record"),
                ],
            ),
            (
                "Budgets",
                &[
                    ("← → ↑ ↓", "envelope beside"),
                    ("Home, End", "first, last envelope"),
                    ("Letters", "envelope whose name begins so"),
                    ("Enter", "open the envelope"),
                    ("Escape", "one level up"),
                ],
            ),
            ("Overview", &[("← →", "move the period or one of its ends")]),
            ("Record", &[("Escape", "close the explanation of a word, then the record")]),
            ("Everywhere", &[("/", "search"), ("?", "this help")]),
        ],
    }
}
