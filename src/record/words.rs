//! The words that only the record's panel uses: they come with its code, after the first view.

use crate::{
    i18n::{
        format::{integer, named},
        messages,
        words::words,
    },
    model::text::Lang,
};

words! {
    /// What a value counts, in a few words.
    counted: "Ce qui est compté", "What is counted";
    /// Leads to the row of a record.
    see_in_table: "Voir dans le tableau", "See in the table";
    /// Leads from an indicator to its course.
    see_among_indicators: "Voir dans les indicateurs", "See among the indicators";
    /// Leads from a project to the envelope that carries its cost.
    see_cost_in_budget: "Voir son coût dans les budgets", "See its cost in the budgets";
    /// Name of the group of what can be done with a record.
    actions: "Copier, partager, citer", "Copy, share, cite";
    /// Name of the way from one record to the next.
    steps: "Fiches du même type", "Records of the same kind";
    /// The record before.
    previous: "Précédent", "Previous";
    /// The record after.
    next: "Suivant", "Next";
    /// Copies the address of the record.
    copy_link: "Copier le lien", "Copy link";
    /// Opens the system's own way to share.
    share: "Partager", "Share";
    /// Copies the figure of a record in a sentence.
    copy_figure: "Copier ce chiffre avec sa source", "Copy this figure with its source";
    /// Shows how to cite the record.
    cite: "Citer", "Cite";
    /// Copies the citation.
    copy_citation: "Copier la citation", "Copy citation";
    /// Said when the address is in the clipboard.
    link_copied: "Lien copié.", "Link copied.";
    /// Said when the figure is in the clipboard.
    figure_copied: "Chiffre et source copiés.", "Figure and source copied.";
    /// Said when the citation is in the clipboard.
    citation_copied: "Citation copiée.", "Citation copied.";
    /// Name of the text to be copied by hand.
    text_to_copy: "Texte à copier", "Text to copy";
    /// The amount of a project of an edition that prints none.
    cost_not_published: "coût non publié", "cost not published";
    /// Name of the history of a project, and what it is.
    change_between_editions: "Changement entre éditions", "Change between editions";
    /// What is said of a history.
    history_note: "Point plein\u{202f}: valeur publiée\u{202f}; point creux\u{202f}: édition sans tableau lu, rien n’y est déduit. Trait vertical\u{202f}: nouveau périmètre. Aucune édition ne publie de dérive par projet.", "Solid point: published value; hollow point: edition without a table that could be read, nothing is filled in. Vertical line: new scope. No edition publishes a drift by project.";
    /// A quantity of it.
    cost: "Coût", "Cost";
    /// A quantity of it.
    planned_duration: "Durée prévue", "Planned duration";
    /// A quantity of it.
    planned_end: "Fin prévue", "Planned end";
    /// The amount of an envelope that has none.
    amount_not_published: "montant non publié", "amount not published";
    /// Leads from the conflicts of a record to all of them.
    all_conflicts: "Tous les écarts, et comment le choix est fait", "All discrepancies, and how the choice is made";
}

/// "Coût · 7 M€ → 12 M€ · +71 %".
#[must_use]
pub fn from_to(name: &str, from: &str, to: &str, change: &str) -> String {
    let values = if from == to { from.to_owned() } else { format!("{from} → {to}") };
    let change = if change.is_empty() || from == to { String::new() } else { format!(" · {change}") };
    format!("{name} · {values}{change}")
}

/// "+18 mois", "−3 months".
#[must_use]
pub fn signed_months(months: i32, lang: Lang) -> String {
    let sign = if months < 0 { "−" } else { "+" };
    format!("{sign}{}", messages::months(&integer(i64::from(months.abs()), lang), lang))
}

/// When an amount was so.
#[must_use]
pub fn situation(date: &str, lang: Lang) -> String {
    match lang {
        Lang::Fr => named("situation", date, lang),
        Lang::En => format!("as of {date}"),
    }
}

/// Which amounts it may be added to.
#[must_use]
pub fn in_scope(scope: &str, lang: Lang) -> String {
    match lang {
        Lang::Fr => named("périmètre", scope, lang),
        Lang::En => named("scope", scope, lang),
    }
}

/// What is to be reached.
#[must_use]
pub fn target(value: &str, lang: Lang) -> String {
    match lang {
        Lang::Fr => named("objectif", value, lang),
        Lang::En => named("target", value, lang),
    }
}

/// Sources in words, one or several.
#[must_use]
pub fn from_sources(sources: &[String], lang: Lang) -> String {
    let (one, several, between) = match lang {
        Lang::Fr => ("source", "sources", "\u{202f}; "),
        Lang::En => ("source", "sources", "; "),
    };
    named(if sources.len() == 1 { one } else { several }, &sources.join(between), lang)
}

/// Where it was read, in both languages.
#[must_use]
pub fn via(link: &str) -> String {
    if link.is_empty() { "Via Jalons".to_owned() } else { format!("Via Jalons, {link}") }
}

/// The data of a citation.
#[must_use]
pub fn data_of(version: &str, date: Option<&str>, lang: Lang) -> String {
    match (lang, date) {
        (Lang::Fr, Some(date)) => format!("données version {version} du {date}"),
        (Lang::Fr, None) => format!("données version {version}"),
        (Lang::En, Some(date)) => format!("data version {version}, {date}"),
        (Lang::En, None) => format!("data version {version}"),
    }
}
