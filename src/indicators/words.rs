//! The words that only the indicators use: they come with their code, after the first view.

use super::course::Drift;
use crate::{
    i18n::{
        format::{capitalised, named},
        messages::messages,
        words::words,
    },
    model::text::Lang,
};

words! {
    /// What the view is, in a sentence.
    lede: "Chaque quantité face à son objectif, s’il y en a un\u{202f}: ce qui est constaté est plein, ce qui est prévu ou annoncé est creux.", "Each quantity against its target, where there is one: what was observed is solid, what was forecast or announced is hollow.";
    /// The label of what the note itself states.
    of_note: "la note", "the note";
    /// Of a value that the note states.
    at_note: "à la date de la note", "at the date of the note";
    /// Of a value that the note states as a promise.
    announced_in_note: "selon une annonce reprise par la note, et non un résultat", "by an announcement that the note repeats, not a result";
    /// Where nothing is known.
    no_reading: "Aucun relevé n’a été trouvé.", "No observation was found.";
    /// Where there is no target.
    no_target: "Aucun objectif n’est fixé.", "No target is set.";
    /// Title of the card of the drifts.
    drifts: "Écarts moyens des grands projets numériques", "Mean drifts of the large IT projects";
    /// Heading of the values of a card, for those who listen.
    readings: "Relevés", "Observations";
    /// Head of a column.
    date: "Date", "Date";
    /// Head of a column.
    value: "Valeur", "Value";
    /// Head of a column.
    quality: "État", "Status";
    /// Head of a column.
    counted: "Ce qui est compté", "What is counted";
    /// Head of a column.
    sources: "Sources", "Sources";
    /// Head of the column of editions.
    edition: "Édition", "Edition";
    /// In the legend.
    solid: "constaté", "observed";
    /// In the legend.
    hollow: "prévu ou annoncé", "forecast or announced";
    /// In the legend.
    approximate: "date approximative", "approximate date";
    /// In the legend: where what is counted changes.
    turn: "ce qui est compté change", "what is counted changes";
    /// Of a value that begins another series.
    other_count: "un autre comptage", "another count";
    /// In the legend of the drifts.
    gap: "Une ligne relie deux éditions qui se suivent et se comparent\u{202f}; elle s’interrompt où une édition ne publie rien.", "A line joins two editions in a row that compare; it breaks where an edition publishes nothing.";
    /// The change of method.
    method: "méthode de calcul modifiée", "method of computing changed";
    /// The change of perimeter.
    perimeter: "périmètre modifié", "perimeter changed";
    /// The keys, for those who cannot see what there is to press.
    keys: "Flèches\u{202f}: valeur précédente, valeur suivante. Origine et Fin\u{202f}: première et dernière. Entrée\u{202f}: sa fiche.", "Arrows: previous and next value. Home and End: first and last. Enter: its record.";
}

/// "2 500 sur 4 000 personnes".
#[must_use]
pub fn out_of(value: &str, whole: &str, lang: Lang) -> String {
    match lang {
        Lang::Fr => format!("{value} sur {whole}"),
        Lang::En => format!("{value} out of {whole}"),
    }
}

/// "soit 62,5 % de l’objectif".
#[must_use]
pub fn that_is(share: &str, is_of_envelope: bool, lang: Lang) -> String {
    match (lang, is_of_envelope) {
        (Lang::Fr, false) => format!("soit {share} de l’objectif"),
        (Lang::Fr, true) => format!("soit {share} de l’enveloppe"),
        (Lang::En, false) => format!("that is {share} of the target"),
        (Lang::En, true) => format!("that is {share} of the envelope"),
    }
}

/// Of a forecast that the note makes.
#[must_use]
pub fn forecast_of_note(date: &str, lang: Lang) -> String {
    match lang {
        Lang::Fr => format!("selon la prévision de la note ({date})"),
        Lang::En => format!("by the note’s forecast ({date})"),
    }
}

/// Of another forecast.
#[must_use]
pub fn forecast(date: &str, lang: Lang) -> String {
    match lang {
        Lang::Fr => format!("selon une prévision ({date})"),
        Lang::En => format!("by a forecast ({date})"),
    }
}

/// Of another announcement.
#[must_use]
pub fn announced(date: &str, lang: Lang) -> String {
    match lang {
        Lang::Fr => format!("selon une annonce ({date})"),
        Lang::En => format!("by an announcement ({date})"),
    }
}

/// Of the last value that was known on the note's day.
#[must_use]
pub fn last_before_note(date: &str, lang: Lang) -> String {
    match lang {
        Lang::Fr => format!("au dernier relevé antérieur à la note ({date})"),
        Lang::En => format!("by the last observation before the note ({date})"),
    }
}

/// A target with its date.
#[must_use]
pub fn target_by(target: &str, date: &str, lang: Lang) -> String {
    match lang {
        Lang::Fr => format!("Objectif\u{202f}: {target}, échéance {date}."),
        Lang::En => format!("Target: {target}, due {date}."),
    }
}

/// A target of which no date is known.
#[must_use]
pub fn target_without_date(target: &str, lang: Lang) -> String {
    match lang {
        Lang::Fr => format!("Objectif\u{202f}: {target}, sans échéance publiée dans nos sources."),
        Lang::En => format!("Target: {target}, with no due date published in our sources."),
    }
}

/// What was counted after the note.
#[must_use]
pub fn since(value: &str, date: &str, counted: &str, is_other: bool, lang: Lang) -> String {
    let words = if is_other { format!("{counted}, {}", other_count(lang)) } else { counted.to_owned() };
    named(messages(lang).field_since(), &format!("{value}, {date} ({words})."), lang)
}

/// Which drift.
#[must_use]
pub fn drift(drift: Drift, lang: Lang) -> &'static str {
    match drift {
        Drift::Schedule => messages(lang).field_schedule_drift(),
        Drift::Budget => messages(lang).field_budget_drift(),
    }
}

/// The drifts of the edition that could be read on the note's day.
#[must_use]
pub fn edition_at_note(date: &str, schedule: Option<&str>, budget: Option<&str>, lang: Lang) -> String {
    let missing = messages(lang).not_published();
    let (schedule, budget) = (schedule.unwrap_or(missing), budget.unwrap_or(missing));
    match lang {
        Lang::Fr => format!(
            "Dernière édition parue à la date de la note ({date})\u{202f}: durée {schedule}, coût {budget}."
        ),
        Lang::En => format!(
            "Last edition out at the date of the note ({date}): schedule {schedule}, budget {budget}."
        ),
    }
}

/// The latest value of a drift.
#[must_use]
pub fn latest_drift(name: &str, value: &str, date: &str, lang: Lang) -> String {
    format!("{}.", named(&format!("{name} ({date})"), value, lang))
}

/// What the line of a target says, from the longest to the shortest.
#[must_use]
pub fn target_line(target: &str, date: Option<&str>, lang: Lang) -> Vec<String> {
    let name = messages(lang).field_target();
    let short = named(name, target, lang);
    date.map(|date| format!("{short} ({date})")).into_iter().chain([short, target.to_owned()]).collect()
}

/// What the line of an envelope says, from the longest to the shortest.
#[must_use]
pub fn envelope_line(amount: &str, lang: Lang) -> Vec<String> {
    let name = match lang {
        Lang::Fr => "Enveloppe",
        Lang::En => "Envelope",
    };
    vec![named(name, amount, lang), amount.to_owned()]
}

/// A change of method or perimeter, with its date.
#[must_use]
pub fn turn_at(date: &str, what: &str, lang: Lang) -> String {
    named(&capitalised(date), what, lang)
}

/// How many values a card has, above its table.
#[must_use]
pub fn readings_of(name: &str, lang: Lang) -> String {
    named(readings(lang), name, lang)
}
