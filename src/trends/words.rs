//! The words that only the view of the trends uses.

use crate::{
    i18n::{format, words::words},
    model::text::Lang,
};

words! {
    /// Name of the drift of planned durations.
    schedule: "Dérive des délais", "Schedule drift";
    /// Name of the drift of costs.
    budget: "Dérive du budget", "Budget drift";
    /// What the first panel measures.
    drift_axis: "Dérive moyenne", "Mean drift";
    /// How many projects.
    projects: "Nombre de projets", "Number of projects";
    /// What they cost.
    cost: "Coût", "Cost";
    /// A value in billions on an axis.
    billions_axis: "{value}\u{202f}Md€", "€{value}bn";
    /// A value in millions on an axis.
    millions_axis: "{value}\u{202f}M€", "€{value}m";
    /// What the source calls a cost.
    cost_means: "Ce que ce coût désigne", "What this cost is";
    /// How firm a value is.
    quality: "Nature du chiffre", "Kind of figure";
    /// What is hollow among editions.
    computed: "creux\u{202f}: calculé par nous", "hollow: computed by us";
    /// Head of the names of editions.
    edition: "Édition", "Edition";
    /// Head of the names of projects.
    project: "Projet", "Project";
    /// What a disc is.
    one_project: "un projet\u{202f}; son nom et ses chiffres sont dans le tableau", "one project; its name and figures are in the table";
    /// Head of durations.
    duration: "Durée prévue", "Planned duration";
    /// The axis of durations.
    duration_axis: "Durée prévue, en années", "Planned duration in years";
    /// The axis of costs.
    cost_axis: "Coût (chaque trait vaut dix fois le précédent)", "Cost (each rule is ten times the one below)";
    /// Head of phases.
    phase: "Phase", "Phase";
    /// Head of dates.
    date: "Relevé", "Reading";
    /// Head of values.
    value: "Valeur", "Value";
    /// The line of what is to be reached.
    aim: "objectif", "aim";
    /// The line of the day of the note.
    note: "la note", "the note";
    /// What a disc is among readings.
    observed: "constaté", "observed";
    /// What a hollow disc is among readings.
    expected: "creux\u{202f}: prévision ou annonce", "hollow: forecast or announcement";
    /// What is drawn of an indicator.
    about_readings: "Chaque point est un relevé. Aucun trait ne les joint\u{202f}: d’un relevé à l’autre, on ne compte pas toujours la même chose.", "Each point is a reading. No line joins them: from one reading to the next, not always the same thing is counted.";
    /// Head of the names of envelopes.
    envelope: "Poste", "Item";
    /// Head of where an envelope stands.
    step_head: "Place", "Place";
    /// Head of amounts.
    amount: "Montant", "Amount";
    /// The node of what the use of is not published.
    use_not_published: "Usage non publié", "Use not published";
    /// The node of what the origin of is not published.
    no_origin: "Origine non publiée", "Origin not published";
    /// The node of what has been given out.
    given_out: "Attribué", "Given out";
    /// The node of what has not been given out.
    not_given_out: "Pas encore attribué", "Not yet given out";
    /// The node of what it is not published of whether it has been given out.
    giving_not_published: "Attribution non publiée", "Giving out not published";
    /// What is drawn of the cloud plan.
    about_cloud: "De gauche à droite\u{202f}: qui paie, le plan, ce à quoi l’argent doit servir. Seul l’usage de l’argent public français est publié\u{202f}; celui des apports privés et européens ne l’est pas et n’est pas réparti ici.", "From left to right: who pays, the plan, what the money is for. Only the use of the French public money is published; that of the private and European money is not, and is not apportioned here.";
    /// What is drawn of the recovery credits.
    about_recovery: "De gauche à droite\u{202f}: l’origine, le total, ses trois parts, leurs lignes, ce qui en est attribué. L’origine n’est publiée que pour la fibre et l’attribution que pour les collectivités\u{202f}; rien n’est réparti au-delà.", "From left to right: the origin, the total, its three parts, their lines, what of them has been given out. The origin is published for fibre only, and the giving out for local authorities only; nothing is apportioned beyond that.";
    /// Name of the list of signs.
    legend: "Légende", "Legend";
    /// Opens the numbers of a chart.
    numbers: "Les mêmes chiffres en tableau", "The same figures as a table";
    /// While the drawing is on its way.
    pending: "Le dessin arrive. Ses chiffres sont déjà dans le tableau.", "The drawing is on its way. Its figures are in the table already.";
    /// Where the program of the drawings could not be had.
    failed: "Le programme des dessins n’a pas pu être chargé. Les chiffres restent dans les tableaux.", "The program of the drawings could not be loaded. The figures remain in the tables.";
    /// In the single file, which has no drawings.
    in_single_file: "Les dessins ne tiennent pas dans ce fichier seul\u{202f}: ils sont sur le site. Les chiffres sont tous dans les tableaux.", "The drawings do not fit into this single file: they are on the site. All figures are in the tables.";
    /// Without a script.
    without_script: "Le dessin demande JavaScript\u{202f}; ses chiffres sont dans le tableau.", "The drawing needs JavaScript; its figures are in the table.";
    /// Saves a drawing that can be enlarged.
    save_svg: "Enregistrer en SVG", "Save as SVG";
    /// Saves a drawing in pixels.
    save_png: "Enregistrer en PNG", "Save as PNG";
    /// Said where a drawing could not be saved.
    not_saved: "Ce navigateur n’a pas pu enregistrer le dessin.", "This browser could not save the drawing.";
    /// What the view is.
    lede: "Dérives, coûts, circulation de l’argent, recrutements et démarches\u{202f}: chaque graphique dit ce qu’il constate, et mène aux fiches. Les filtres n’agissent pas ici.", "Drifts, costs, the way of the money, recruitments and procedures: each chart says what it finds, and leads to the records. Filters do not act here.";
}

/// The first and last drift, each with its date.
#[must_use]
pub fn drift_title(
    ((first, at_first), (last, at_last)): &((String, String), (String, String)),
    ((first_late, at_first_late), (last_late, at_last_late)): &((String, String), (String, String)),
    lang: Lang,
) -> String {
    match lang {
        Lang::Fr => format!(
            "La dérive moyenne du budget des grands projets passe de {first} ({at_first}) à {last} ({at_last}), celle des délais de {first_late} ({at_first_late}) à {last_late} ({at_last_late})"
        ),
        Lang::En => format!(
            "The mean budget drift of the large projects goes from {first} ({at_first}) to {last} ({at_last}), their schedule drift from {first_late} ({at_first_late}) to {last_late} ({at_last_late})"
        ),
    }
}

/// What is drawn of the editions, and which numbers nothing is known of.
#[must_use]
pub fn about_drift(unknown: &[u32], lang: Lang) -> String {
    let numbers: Vec<_> = unknown.iter().map(u32::to_string).collect();
    let unknown = match (numbers.is_empty(), lang) {
        (true, _) => String::new(),
        (false, Lang::Fr) => format!(" Éditions dont rien n’a été trouvé\u{202f}: {}.", numbers.join(", ")),
        (false, Lang::En) => format!(" Editions of which nothing was found: {}.", numbers.join(", ")),
    };
    let about = match lang {
        Lang::Fr => {
            "Moyennes publiées par chaque édition du panorama. Une valeur qui manque est un vide, jamais un trait\u{202f}; le coût ne désigne pas la même chose d’une édition à l’autre."
        }
        Lang::En => {
            "Means published by each edition of the panorama. A missing value is a gap, never a line; the cost is not the same thing from one edition to the next."
        }
    };
    format!("{about}{unknown}")
}

/// Since when the perimeter is another.
#[must_use]
pub fn perimeter(date: &str, lang: Lang) -> String {
    match lang {
        Lang::Fr => format!(
            "Le périmètre change à partir de {date}\u{202f}: la baisse du coût qui suit n’est pas une économie."
        ),
        Lang::En => {
            format!("The perimeter changes from {date} on: the fall in cost that follows is not a saving.")
        }
    }
}

/// How few projects make half of the cost, and how long projects are planned to take.
#[must_use]
pub fn costs_title(few: usize, all: usize, shortest: &str, longest: &str, lang: Lang) -> String {
    match lang {
        Lang::Fr => format!(
            "{few} projets sur {all} font la moitié du coût publié\u{202f}; les durées prévues vont de {shortest} à {longest} ans"
        ),
        Lang::En => format!(
            "{few} projects out of {all} make half of the published cost; planned durations go from {shortest} to {longest} years"
        ),
    }
}

/// Of which edition, and how many projects have no place.
#[must_use]
pub fn about_costs(date: &str, all: usize, placed: usize, lang: Lang) -> String {
    let missing = all - placed;
    match (lang, missing) {
        (Lang::Fr, 0) => format!("Coût complet et durée prévue des {all} projets de l’édition de {date}."),
        (Lang::Fr, _) => format!(
            "Coût complet et durée prévue des projets de l’édition de {date}\u{202f}: {placed} points pour {all} projets. Sans coût ou durée publiés, un projet n’a pas de point\u{202f}; il est dans le tableau."
        ),
        (Lang::En, 0) => {
            format!("Full cost and planned duration of the {all} projects of the edition of {date}.")
        }
        (Lang::En, _) => format!(
            "Full cost and planned duration of the projects of the edition of {date}: {placed} points for {all} projects. Without a published cost or duration a project has no point; it is in the table."
        ),
    }
}

/// How much of the cloud plan says what it is for.
#[must_use]
pub fn cloud_title(total: &str, published: &str, unpublished: &str, lang: Lang) -> String {
    match lang {
        Lang::Fr => format!(
            "Plan cloud\u{202f}: sur {total}, l’usage de {published} est publié, celui de {unpublished} ne l’est pas"
        ),
        Lang::En => format!(
            "Cloud plan: of {total}, the use of {published} is published, that of {unpublished} is not"
        ),
    }
}

/// How much of the recovery credits is known to have been given out.
#[must_use]
pub fn recovery_title(total: &str, given: &str, unpublished: &str, lang: Lang) -> String {
    match lang {
        Lang::Fr => format!(
            "Relance\u{202f}: sur {total}, {given} sont publiés comme attribués\u{202f}; pour {unpublished}, rien n’est publié"
        ),
        Lang::En => format!(
            "Recovery: of {total}, {given} is published as given out; for {unpublished} nothing is published"
        ),
    }
}

/// What was last counted of an indicator, and what it is to reach.
#[must_use]
pub fn readings_title(name: &str, last: &str, date: &str, aim: Option<&str>, lang: Lang) -> String {
    let said = match lang {
        Lang::Fr => format::named(name, &format!("{last} au dernier relevé ({date})"), lang),
        Lang::En => format::named(name, &format!("{last} at the last reading ({date})"), lang),
    };
    match (aim, lang) {
        (None, _) => said,
        (Some(aim), Lang::Fr) => format!("{said}, pour un objectif de {aim}"),
        (Some(aim), Lang::En) => format!("{said}, for an aim of {aim}"),
    }
}

/// Leads to the record of an indicator.
#[must_use]
pub fn indicator_record(name: &str, lang: Lang) -> String {
    match lang {
        Lang::Fr => format!("Ce que compte chaque relevé, dans la fiche «\u{a0}{name}\u{a0}»"),
        Lang::En => format!("What each reading counts, in the record “{name}”"),
    }
}

/// Where a node stands, from the left.
#[must_use]
pub fn step(step: usize, is_of_cloud: bool, lang: Lang) -> &'static str {
    match (lang, step, is_of_cloud) {
        (Lang::Fr, 0, true) => "qui paie",
        (Lang::Fr, 0, false) => "origine",
        (Lang::Fr, 1, _) => "total",
        (Lang::Fr, 2, true) => "usage",
        (Lang::Fr, 2, false) => "part",
        (Lang::Fr, 3, _) => "ligne",
        (Lang::Fr, ..) => "attribution",
        (Lang::En, 0, true) => "who pays",
        (Lang::En, 0, false) => "origin",
        (Lang::En, 1, _) => "total",
        (Lang::En, 2, true) => "use",
        (Lang::En, 2, false) => "part",
        (Lang::En, 3, _) => "line",
        (Lang::En, ..) => "giving out",
    }
}

/// The name of a drawing for who listens: what it finds, and where its numbers are.
#[must_use]
pub fn drawing(title: &str, lang: Lang) -> String {
    match lang {
        Lang::Fr => format!("Graphique. {title}. Les chiffres sont dans le tableau qui suit."),
        Lang::En => format!("Chart. {title}. The figures are in the table that follows."),
    }
}
