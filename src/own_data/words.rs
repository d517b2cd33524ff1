//! What is said while a reader opens data of their own, in both languages.

use crate::{
    i18n::{
        format::{NNBSP, integer},
        words::words,
    },
    model::text::Lang,
};

words! {
    /// Name of the dialog, and of the button that opens it.
    title: "Ouvrir vos données", "Open your own data";
    /// What happens to the files.
    promise: "Vos fichiers sont lus ici, dans votre navigateur, et ne sont envoyés nulle part.", "Your files are read here, in your browser, and are sent nowhere.";
    /// Chooses files.
    choose_files: "Choisir des fichiers", "Choose files";
    /// Chooses a folder.
    choose_folder: "Choisir un dossier", "Choose a folder";
    /// Says that files can be dropped as well.
    or_drop: "ou déposez-les dans la page.", "or drop them on the page.";
    /// Opens the field for a text.
    paste: "Coller un texte", "Paste a text";
    /// Names the field for a text.
    pasted: "Texte d’un fichier CSV ou JSON", "Text of a CSV or JSON file";
    /// The file name of a text that was pasted.
    pasted_name: "texte collé", "pasted text";
    /// Reads the pasted text.
    read_pasted: "Lire ce texte", "Read this text";
    /// Heading of the forms that are read.
    forms: "Formes lues, et modèles à remplir", "Forms that are read, and templates to fill in";
    /// Form: a table of events.
    form_table: "Un tableau CSV avec une ligne par événement ou par dépense\u{202f}: date, titre, thème, montant… Vous dites à quoi sert chaque colonne.", "A CSV table with a row for each event or expense: date, title, theme, amount… You say what each column is for.";
    /// Form: paths and amounts.
    form_paths: "Un budget CSV de deux colonnes\u{202f}: un chemin (Volet/Mesure) et un montant.", "A budget in CSV of two columns: a path (Part/Measure) and an amount.";
    /// Form: a hierarchy.
    form_hierarchy: "Une hiérarchie JSON (name, value, children), comme d3 et ECharts la lisent.", "A hierarchy in JSON (name, value, children), as d3 and ECharts read it.";
    /// Form: a TimelineJS timeline.
    form_timeline: "Une chronologie TimelineJS, en JSON ou sa feuille de calcul enregistrée en CSV.", "A TimelineJS timeline, as JSON or its spreadsheet saved as CSV.";
    /// Form: a package.
    form_package: "Un paquet de données Jalons\u{202f}: dossier, zip ou JSON. «\u{a0}Télécharger\u{a0}» en donne un complet.", "A Jalons data package: folder, zip or JSON. “Download” gives a complete one.";
    /// Downloads a template.
    template: "Modèle", "Template";
    /// The reader is being fetched.
    starting: "Préparation de la lecture…", "Getting ready to read…";
    /// Stops the reading.
    cancel: "Annuler", "Cancel";
    /// The reading was stopped.
    cancelled: "Lecture annulée\u{202f}; rien n’a changé.", "Reading cancelled; nothing has changed.";
    /// The reader could not be had, or stopped.
    failed: "La lecture n’a pas pu aboutir\u{202f}; rien n’a changé. Fermez d’autres onglets ou réduisez le fichier, puis réessayez.", "The reading could not be completed; nothing has changed. Close other tabs or make the file smaller, then try again.";
    /// The files could not be read from the disk.
    unreadable: "Ces fichiers n’ont pas pu être ouverts\u{202f}: déplacés, supprimés ou interdits d’accès\u{202f}? Rien n’a changé.", "These files could not be opened: moved, deleted or not allowed? Nothing has changed.";
    /// Nothing was recognised.
    unknown_format: "Ce que contiennent ces fichiers n’est pas reconnu.", "What these files hold is not recognised.";
    /// Nothing of the files can be shown.
    nothing_to_show: "Rien ne peut être affiché\u{202f}: la page garde ce qu’elle montre.", "Nothing can be shown: the page keeps what it shows.";
    /// Names the field for what the data are called.
    data_title: "Titre", "Title";
    /// Heading of what is asked.
    questions: "À décider", "To decide";
    /// What is asked is only the way it was read.
    questions_hint: "Le fichier ne le dit pas. C’est lu ainsi\u{202f}; changez-le si ce n’est pas juste.", "The file does not say. It was read like this; change it if that is not right.";
    /// Heading of what was assumed.
    assumptions: "Compris ainsi", "Understood like this";
    /// Heading of the columns.
    columns: "À quoi sert chaque colonne", "What each column is for";
    /// No role.
    no_role: "rien (laissée de côté)", "nothing (left out)";
    /// Heading of the problems.
    problems: "À corriger", "To correct";
    /// Column of the table of problems.
    place: "Où", "Where";
    /// Column of the table of problems.
    value: "Valeur", "Value";
    /// Column of the table of problems.
    what: "Ce qui ne va pas, et ce qui irait", "What is wrong, and what would be right";
    /// Shows the data.
    show: "Afficher ces données", "Show these data";
    /// The data are on their way to the page.
    taking: "Préparation de l’affichage…", "Getting ready to show them…";
    /// Whose data are shown, before the name of the file.
    shown: "Vos données\u{202f}:", "Your data:";
    /// What does not leave the page.
    stays: "elles restent dans cette page et la quittent avec elle.", "they stay in this page and leave with it.";
    /// Leads back to the data of the page.
    back: "Revenir aux données d’origine", "Back to the original data";
    /// Makes a page of the data.
    publish: "Publier en un fichier HTML", "Publish as one HTML file";
    /// A page is being made.
    publishing: "Préparation du fichier…", "Making the file…";
    /// A page could not be made.
    not_published: "Le fichier n’a pas pu être fait\u{202f}: l’explorateur en un seul fichier n’a pas pu être lu. Réessayez une fois le réseau revenu.", "The file could not be made: the explorer as one file could not be read. Try again when the network is back.";
    /// Where a page may not save.
    not_saved: "L’enregistrement est refusé ici\u{202f}: ouvrez l’explorateur hors du cadre.", "Saving is refused here: open the explorer outside the frame.";
    /// Who a published explorer is by.
    published_kicker: "Explorateur publié avec Jalons", "An explorer published with Jalons";
    /// Heading of the events in a published page before its program runs.
    events: "Chronologie", "Timeline";
    /// Heading of the amounts in a published page before its program runs.
    amounts: "Budgets", "Budgets";
    /// Head of a column.
    date: "Date", "Date";
    /// Head of a column.
    event: "Événement", "Event";
    /// Head of a column.
    theme: "Thème", "Theme";
    /// Head of a column.
    envelope: "Enveloppe", "Envelope";
    /// Head of a column.
    amount: "Montant", "Amount";
    /// Name of the file of a published page, without its ending.
    published_name: "jalons-publication", "jalons-published";
}

/// A kind that is counted: one and several, French and English.
pub type Kind = [[&'static str; 2]; 2];

/// Events.
pub const EVENTS: Kind = [["événement", "événements"], ["event", "events"]];
/// Envelopes.
pub const ENVELOPES: Kind = [["enveloppe", "enveloppes"], ["envelope", "envelopes"]];
/// Themes.
pub const THEMES: Kind = [["thème", "thèmes"], ["theme", "themes"]];
/// Projects.
pub const PROJECTS: Kind = [["projet", "projets"], ["project", "projects"]];
/// Indicators.
pub const INDICATORS: Kind = [["indicateur", "indicateurs"], ["indicator", "indicators"]];
/// Sources.
pub const SOURCES: Kind = [["source", "sources"], ["source", "sources"]];
const ROWS: Kind = [["ligne", "lignes"], ["row", "rows"]];

/// `12 événements`.
#[must_use]
pub fn counted(number: usize, kind: Kind, lang: Lang) -> String {
    // French counts nought and one alike.
    let is_one = match lang {
        Lang::Fr => number < 2,
        Lang::En => number == 1,
    };
    let word = kind[lang as usize][usize::from(!is_one)];
    format!("{}\u{a0}{word}", integer(i64::try_from(number).unwrap_or(i64::MAX), lang))
}

/// How far the reading has come.
#[must_use]
pub fn reading(rows: u32, lang: Lang) -> String {
    let rows = counted(rows as usize, ROWS, lang);
    match lang {
        Lang::Fr => format!("Lecture… {rows}"),
        Lang::En => format!("Reading… {rows}"),
    }
}

/// What the files were recognised as.
#[must_use]
pub fn recognised(format: &str, lang: Lang) -> String {
    match lang {
        Lang::Fr => format!("Reconnu{NNBSP}: {format}."),
        Lang::En => format!("Recognised: {format}."),
    }
}

/// What can be shown, and what cannot.
#[must_use]
pub fn found(holds: &[String], left_out: u32, lang: Lang) -> String {
    let holds = holds.join(", ");
    match (left_out as usize, lang) {
        (0, Lang::Fr) => format!("{holds}."),
        (0, Lang::En) => format!("{holds}."),
        (rows, Lang::Fr) => format!("{holds}. {} de côté.", counted(rows, ROWS, lang)),
        (rows, Lang::En) => format!("{holds}. {} left out.", counted(rows, ROWS, lang)),
    }
}

/// Shows the data without the rows that are wrong.
#[must_use]
pub fn show_without(left_out: u32, lang: Lang) -> String {
    let rows = counted(left_out as usize, ROWS, lang);
    match lang {
        Lang::Fr => format!("Afficher sans {rows}"),
        Lang::En => format!("Show without {rows}"),
    }
}

/// How many problems are not listed.
#[must_use]
pub fn more_problems(count: u32, lang: Lang) -> String {
    let number = integer(i64::from(count), lang);
    match lang {
        Lang::Fr => format!("et {number} autres, du même fichier."),
        Lang::En => format!("and {number} more, of the same file."),
    }
}

/// Where a problem is: file, line, column.
#[must_use]
pub fn place_of(file: &str, row: Option<u32>, column: &str, lang: Lang) -> String {
    let line = row.map(|row| match lang {
        Lang::Fr => format!("ligne\u{a0}{row}"),
        Lang::En => format!("line\u{a0}{row}"),
    });
    let column = (!column.is_empty()).then(|| match lang {
        Lang::Fr => format!("colonne\u{a0}{column}"),
        Lang::En => format!("column\u{a0}{column}"),
    });
    [Some(file.to_owned()), line, column].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// How many rows stand in the explorer alone.
#[must_use]
pub fn more_rows(count: usize, lang: Lang) -> String {
    let rows = counted(count, ROWS, lang);
    match lang {
        Lang::Fr => format!("{rows} de plus avec JavaScript."),
        Lang::En => format!("{rows} more with JavaScript."),
    }
}

/// That a page was made: its name and its size.
#[must_use]
pub fn published(name: &str, bytes: usize, lang: Lang) -> String {
    let kilobytes = integer(i64::try_from(bytes.div_ceil(1_000)).unwrap_or(i64::MAX), lang);
    match lang {
        Lang::Fr => format!(
            "Fichier prêt{NNBSP}: {name} ({kilobytes}\u{a0}Ko). Il s’ouvre d’un double-clic, se joint à un courriel ou se dépose sur un site."
        ),
        Lang::En => format!(
            "File ready: {name} ({kilobytes} KB). It opens with a double click, goes into a mail or onto a site."
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nought_is_one_in_french_and_several_in_english() {
        assert_eq!(counted(0, EVENTS, Lang::Fr), "0\u{a0}événement");
        assert_eq!(counted(0, EVENTS, Lang::En), "0\u{a0}events");
        assert_eq!(counted(1, EVENTS, Lang::En), "1\u{a0}event");
        assert_eq!(counted(2, EVENTS, Lang::Fr), "2\u{a0}événements");
    }

    #[test]
    fn a_place_names_what_is_known_of_it() {
        assert_eq!(place_of("a.csv", Some(3), "date", Lang::Fr), "a.csv, ligne\u{a0}3, colonne\u{a0}date");
        assert_eq!(place_of("a.csv", None, "", Lang::En), "a.csv");
    }
}
