//! The words of what can be taken away, in both languages.

use crate::{
    export::words::data,
    i18n::{
        cited::explorer,
        format::{NNBSP, integer, named},
        words::words,
    },
    model::{strategy::About, text::Lang},
    state::{listing::Listed, view_state::View},
};

words! {
    /// Name of the dialog, and of the button that opens it.
    title: "Télécharger", "Download";
    /// Heading of the pictures.
    picture: "La vue en image", "The view as a picture";
    /// What is in a picture.
    picture_hint: "Avec le titre, la période ou le périmètre, la légende, les sources et la date des données.", "With its title, its period or scope, its legend, its sources and the date of the data.";
    /// In place of the pictures, of views that have none.
    no_picture: "Cette vue est faite de textes et de graphiques séparés : elle s’imprime. Chaque graphique des tendances s’enregistre à part.", "This view is made of texts and separate charts: it prints. Each chart of the trends is saved on its own.";
    /// Heading of the sheets to print.
    sheets: "Des feuilles à imprimer", "Sheets to print";
    /// What is on the sheets.
    sheets_hint: "La vue entière, couloir après couloir ou niveau affiché, puis le tableau avec ses sources.", "The whole view, lane after lane or the level shown, then the table with its sources.";
    /// The same of a view without a picture.
    sheets_of_rows: "Le tableau de ce que la vue retient, avec ses sources.", "The table of what the view keeps, with its sources.";
    /// Hands the sheets to the printer.
    print: "Imprimer", "Print";
    /// Heading of the records selected.
    selection: "La sélection en données", "The selection as data";
    /// What the files of the selection hold.
    selection_hint: "Ce que la vue montre et que les filtres retiennent, avec les sources de chaque ligne.", "What the view shows and the filters keep, with the sources of each row.";
    /// The rows, for a spreadsheet.
    csv: "Tableau (CSV)", "Table (CSV)";
    /// The same as values.
    json: "Données (JSON)", "Data (JSON)";
    /// The events for a calendar.
    calendar: "Agenda (ICS)", "Calendar (ICS)";
    /// Heading of the citation.
    citation_heading: "Citer, avec les sources", "Cite, with the sources";
    /// A citation in words.
    text: "Citation (texte)", "Citation (text)";
    /// Heading of the package.
    package: "Toutes les données", "All the data";
    /// What is in the package.
    package_hint: "Chaque table en CSV, et leur description (Frictionless Data Package), sous Licence Ouverte 2.0.", "Each table as CSV, and their description (Frictionless Data Package), under Licence Ouverte 2.0.";
    /// The package.
    zip: "Jeu de données (ZIP)", "Data package (ZIP)";
    /// While a file is being made.
    making: "Préparation du fichier…", "Making the file…";
    /// When a file could not be made.
    failed: "Le fichier n’a pas pu être préparé.", "The file could not be made.";
    /// Asks for it again.
    retry: "Réessayer", "Try again";
    /// Copies the text of the file.
    copy: "Copier le contenu", "Copy the content";
    /// Said when it is in the clipboard.
    copied: "Contenu copié.", "Content copied.";
    /// Name of the field with the content, where it has to be copied by hand.
    content: "Contenu du fichier", "Content of the file";
    /// Opens the page of its own, from a frame that may forbid to save.
    open_page: "Si votre navigateur ne propose rien, ouvrir la page entière", "If your browser offers nothing, open the full page";
    /// In a file's name: the whole data.
    file_of_package: "donnees", "data";
    /// In a file's name: a citation.
    file_of_citation: "citation", "citation";
    /// In a file's name: sources.
    file_of_sources: "sources", "sources";
}

/// In a file's name: records of a list.
#[must_use]
pub fn file_of(listed: Listed, lang: Lang) -> &'static str {
    match (listed, lang) {
        (Listed::Events, Lang::Fr) => "jalons",
        (Listed::Events, Lang::En) => "milestones",
        (Listed::Envelopes, Lang::Fr) => "enveloppes",
        (Listed::Envelopes, Lang::En) => "envelopes",
        (Listed::Projects, Lang::Fr) => "grands-projets",
        (Listed::Projects, Lang::En) => "large-projects",
        (Listed::Indicators, Lang::Fr) => "indicateurs",
        (Listed::Indicators, Lang::En) => "indicators",
        (Listed::Actors, Lang::Fr) => "acteurs",
        (Listed::Actors, Lang::En) => "actors",
        (Listed::Programmes, _) => "programmes",
        (Listed::Positions, _) => "positions",
        (Listed::Discrepancies, Lang::Fr) => "ecarts",
        (Listed::Discrepancies, Lang::En) => "discrepancies",
    }
}

/// Sources in words, one or several.
#[must_use]
pub fn sources(sources: &[String], lang: Lang) -> String {
    let (name, between) = match (lang, sources.len()) {
        (Lang::Fr, 1) => ("Source", ""),
        (Lang::Fr, _) => ("Sources", "\u{202f}; "),
        (Lang::En, 1) => ("Source", ""),
        (Lang::En, _) => ("Sources", "; "),
    };
    named(name, &sources.join(between), lang)
}

/// The explorer as a citation names it, with which data and where.
#[must_use]
pub fn citation(about: &About, page: &str, lang: Lang) -> String {
    let place = if page.is_empty() { String::new() } else { format!(" {page}") };
    format!("{}. {}.{place}\n", explorer(lang), data(about, lang))
}

/// That a file was made: its name and its size, with how many records it could not hold.
#[must_use]
pub fn ready(name: &str, bytes: usize, left_out: usize, lang: Lang) -> String {
    let kilobytes = integer(bytes.div_ceil(1_000) as i64, lang);
    let made = match lang {
        Lang::Fr => format!("Fichier prêt{NNBSP}: {name} ({kilobytes}\u{a0}Ko)."),
        Lang::En => format!("File ready: {name} ({kilobytes} KB)."),
    };
    match (left_out, lang) {
        (0, _) => made,
        (1, Lang::Fr) => format!("{made} 1 jalon dont la date est ouverte n’y figure pas."),
        (_, Lang::Fr) => {
            let left_out = integer(left_out as i64, lang);
            format!("{made} {left_out} jalons dont la date est ouverte n’y figurent pas.")
        }
        (1, Lang::En) => format!("{made} 1 milestone whose date is open is not in it."),
        (_, Lang::En) => {
            format!(
                "{made} {} milestones whose dates are open are not in it.",
                integer(left_out as i64, lang)
            )
        }
    }
}

/// In a file's name: a view.
#[must_use]
pub fn file_of_view(view: View, lang: Lang) -> &'static str {
    match (view, lang) {
        (View::Timeline, Lang::Fr) => "chronologie",
        (View::Budget, _) => "budget",
        (View::Indicators, Lang::Fr) => "indicateurs",
        (View::Trends, Lang::Fr) => "tendances",
        (View::Story, Lang::Fr) => "recit",
        (View::Table, Lang::Fr) => "tableau",
        (view, Lang::En) => view.as_str(),
    }
}
