//! The words that only a picture says, in both languages.

use crate::{
    i18n::{
        format::{NNBSP, OpenEnd, date_in_words, integer, named},
        messages, subject,
    },
    model::{
        date::{Date, Edtf},
        strategy::About,
        text::Lang,
    },
};

/// How many of the turning points lie in the period shown: `14 jalons marquants sur 79, du … au …`.
#[must_use]
pub fn turning_points_shown(count: usize, all: usize, first: &str, last: &str, lang: Lang) -> String {
    let (number, all) = (integer(count as i64, lang), integer(all as i64, lang));
    match (lang, count) {
        (Lang::Fr, 0 | 1) => format!("{number} jalon marquant sur {all} jalons, du {first} au {last}"),
        (Lang::Fr, _) => format!("{number} jalons marquants sur {all}, du {first} au {last}"),
        (Lang::En, 1) => format!("{number} major milestone out of {all} milestones, from {first} to {last}"),
        (Lang::En, _) => format!("{number} major milestones out of {all}, from {first} to {last}"),
    }
}

/// What the counts on a timeline stand for: milestones hidden for want of room, beyond the period, or both.
#[must_use]
pub fn counts(are_within: bool, are_beyond: bool, lang: Lang) -> &'static str {
    match (lang, are_within, are_beyond) {
        (Lang::Fr, _, false) => "jalons non dessinés, faute de place",
        (Lang::Fr, false, true) => "jalons hors période",
        (Lang::Fr, true, true) => "jalons non dessinés, faute de place ou hors période",
        (Lang::En, _, false) => "milestones not drawn, for want of room",
        (Lang::En, false, true) => "milestones outside the period",
        (Lang::En, true, true) => "milestones not drawn, for want of room or outside the period",
    }
}

/// How many of the projects the filter keeps.
#[must_use]
pub fn projects_kept(kept: usize, all: usize, lang: Lang) -> String {
    let (kept, all) = (integer(kept as i64, lang), messages::projects(all, lang));
    match lang {
        Lang::Fr => format!("{kept} sur {all}"),
        Lang::En => format!("{kept} of {all}"),
    }
}

/// What the colour of no theme means.
#[must_use]
pub fn no_theme(lang: Lang) -> &'static str {
    match lang {
        Lang::Fr if subject::is_brought() => "hors des thèmes",
        Lang::En if subject::is_brought() => "outside the themes",
        Lang::Fr => "hors des thèmes de la note",
        Lang::En => "outside the themes of the note",
    }
}

/// When amounts were so.
#[must_use]
pub fn situation(date: Edtf, lang: Lang) -> String {
    let date = date_in_words(date, OpenEnd::GoesOn, lang);
    match lang {
        Lang::Fr => named("situation", &date, lang),
        Lang::En => format!("as of {date}"),
    }
}

/// What stands for the items of a list that are left out.
#[must_use]
pub fn and_more(count: usize, lang: Lang) -> String {
    let number = integer(count as i64, lang);
    match (lang, count) {
        (Lang::Fr, 1) => "et 1 autre".to_owned(),
        (Lang::Fr, _) => format!("et {number} autres"),
        (Lang::En, 1) => "and 1 other".to_owned(),
        (Lang::En, _) => format!("and {number} others"),
    }
}

/// Which sheet of how many this is.
#[must_use]
pub fn sheet(number: usize, count: usize, lang: Lang) -> String {
    match lang {
        Lang::Fr => format!("feuille {number} sur {count}"),
        Lang::En => format!("sheet {number} of {count}"),
    }
}

/// What a picture without an amount says in place of its areas.
#[must_use]
pub fn nothing_to_draw(lang: Lang) -> &'static str {
    match lang {
        Lang::Fr => "Aucun montant publié à représenter.",
        Lang::En => "No published amount to draw.",
    }
}

/// Heading of the turning points in the description of a timeline.
#[must_use]
pub fn turning_points(lang: Lang) -> &'static str {
    match lang {
        Lang::Fr => "Jalons marquants",
        Lang::En => "Major milestones",
    }
}

/// Where the content comes from: the note with its date, and the sources it was completed from.
#[must_use]
pub fn source(about: &About, lang: Lang) -> String {
    if let Some(title) = subject::title(lang) {
        return named("Source", title, lang);
    }
    let note = date_in_words(Edtf::Date(Date::from_day(about.reference_day)), OpenEnd::GoesOn, lang);
    let circle = "Cercle de la réforme de l’État";
    match lang {
        Lang::Fr => named("Source", &format!("{circle}, note du {note}, et sources publiques citées"), lang),
        Lang::En => named("Source", &format!("{circle}, note of {note}, and the public sources cited"), lang),
    }
}

/// Which data, of which day, under which licence.
#[must_use]
pub fn data(about: &About, lang: Lang) -> String {
    let day = about.day();
    let day = day.map(|day| date_in_words(day, OpenEnd::GoesOn, lang));
    // Under which licence data are that a reader has brought nobody says.
    if subject::is_brought() {
        return match (lang, day) {
            (Lang::Fr, Some(day)) => format!("Jalons, données du {day}"),
            (Lang::En, Some(day)) => format!("Jalons, data of {day}"),
            (_, None) => "Jalons".to_owned(),
        };
    }
    let licence = messages::messages(lang).footer_licence();
    let version = &about.version;
    match (lang, day) {
        (Lang::Fr, Some(day)) => format!("Jalons, données version {version} du {day}, {licence}"),
        (Lang::Fr, None) => format!("Jalons, données version {version}, {licence}"),
        (Lang::En, Some(day)) => format!("Jalons, data version {version} of {day}, {licence}"),
        (Lang::En, None) => format!("Jalons, data version {version}, {licence}"),
    }
}

/// Items one after the other, as a list in a sentence.
#[must_use]
pub fn listed(items: &[String], lang: Lang) -> String {
    items.join(match lang {
        Lang::Fr => "\u{202f}; ",
        Lang::En => "; ",
    })
}

/// The separator of French thousands also joins an amount to what follows it, so that lines break elsewhere.
#[must_use]
pub fn with_amount(label: &str, amount: &str) -> String {
    format!("{label} {}", amount.replace(' ', &NNBSP.to_string()))
}
