//! The words that only the editions of the panorama use.

use crate::{
    i18n::{messages, words::words},
    model::text::Lang,
};

words! {
    /// How keys act on the map.
    keys: "Flèches\u{202f}: d’un projet à l’autre. Entrée\u{202f}: ouvrir sa fiche. Le curseur au-dessus change d’édition.", "Arrows: from project to project. Enter: open its record. The slider above changes the edition.";
    /// Name of the slider.
    slider: "Édition du panorama", "Edition of the panorama";
    /// Goes to the next edition, again and again.
    play: "Faire défiler les éditions", "Play the editions";
    /// Stops that.
    pause: "Arrêter le défilement", "Stop playing";
    /// Above the boundary on the slider.
    perimeter_short: "périmètre modifié", "perimeter changed";
    /// In place of the map.
    no_table: "Pas de tableau des projets lu pour cette édition.", "No table of projects could be read for this edition.";
    /// And why nothing stands there.
    nothing_filled_in: "Rien n’est déduit des éditions voisines.", "Nothing is worked out from the editions beside it.";
    /// Leads to the record of an edition.
    see_edition: "Fiche de cette édition", "Record of this edition";
    /// What an area is worth.
    one_scale: "Les projets chiffrés de chaque édition remplissent la carte\u{202f}: une même surface vaut le même montant au sein d’une édition, non d’une édition à l’autre.", "The costed projects of each edition fill the map: the same area is worth the same amount within an edition, not from one to another.";
    /// What a change is.
    change_not_drift: "Ce qui varie d’une édition à l’autre est calculé ici\u{202f}: aucune édition ne publie de dérive par projet. Chaque projet reste avec son dernier ministère connu.", "What varies from one edition to the next is computed here: no edition publishes a drift by project. Each project stays with its last known ministry.";
    /// Before the projects without an area.
    without_cost: "Sans surface (coût non publié)", "Without area (cost not published)";
    /// Before the ministries.
    by_ministry: "Un ministère à la fois", "One ministry at a time";
    /// Of the first cost of a project.
    first_cost: "premier coût publié", "first published cost";
    /// Of an edition without a table, on the slider.
    without_table: "sans tableau", "without a table";
}

/// "3e édition", "3rd edition".
#[must_use]
pub fn numbered(number: u32, lang: Lang) -> String {
    match lang {
        Lang::Fr if number == 1 => "1re édition".to_owned(),
        Lang::Fr => format!("{number}e édition"),
        Lang::En => {
            let suffix = match (number % 10, number % 100) {
                (_, 11..=13) => "th",
                (1, _) => "st",
                (2, _) => "nd",
                (3, _) => "rd",
                _ => "th",
            };
            format!("{number}{suffix} edition")
        }
    }
}

/// "54 projets, dont 50 avec un coût, qui font 1,78 Md€".
#[must_use]
pub fn sum_of(count: usize, with_cost: usize, sum: &str, lang: Lang) -> String {
    let all = messages::projects(count, lang);
    match lang {
        Lang::Fr if count == with_cost => format!("{all}, dont les coûts font {sum}"),
        Lang::Fr => format!("{all}, dont {with_cost} avec un coût publié, qui font {sum}"),
        Lang::En if count == with_cost => format!("{all}, whose costs make {sum}"),
        Lang::En => format!("{all}, of which {with_cost} with a published cost, which make {sum}"),
    }
}

/// The figures that an edition without a table is known by.
#[must_use]
pub fn headline(figures: &str, lang: Lang) -> String {
    match lang {
        Lang::Fr => format!("Chiffres de tête\u{202f}: {figures}"),
        Lang::En => format!("Headline figures: {figures}"),
    }
}

/// That the perimeter changed.
#[must_use]
pub fn perimeter(date: &str, lang: Lang) -> String {
    match lang {
        Lang::Fr => format!(
            "Périmètre modifié à partir de {date}\u{202f}: la baisse qui suit n’est pas une économie."
        ),
        Lang::En => format!("Perimeter changed from {date} on: the fall that follows is not a saving."),
    }
}

/// The editions of which nothing is known.
#[must_use]
pub fn numbers_without_data(numbers: &[u32], lang: Lang) -> String {
    let all: Vec<String> = numbers.iter().map(u32::to_string).collect();
    let all = all.join(", ");
    match lang {
        Lang::Fr => format!("Numéros d’édition dont aucun chiffre n’a été trouvé\u{202f}: {all}."),
        Lang::En => format!("Numbers of editions of which no figure was found: {all}."),
    }
}

/// The ministries that the map has no room to name.
#[must_use]
pub fn unnamed_ministries(names: &str, lang: Lang) -> String {
    match lang {
        Lang::Fr => format!(
            "Ministères trop étroits pour leur nom, de haut en bas puis de gauche à droite\u{202f}: {names}."
        ),
        Lang::En => format!(
            "Ministries too narrow for their name, from top to bottom, then from left to right: {names}."
        ),
    }
}

/// Before the projects that an edition adds.
#[must_use]
pub fn new_since(date: &str, lang: Lang) -> String {
    match lang {
        Lang::Fr => format!("Apparus depuis {date}"),
        Lang::En => format!("New since {date}"),
    }
}

/// Before the projects that an edition no longer lists.
#[must_use]
pub fn left_since(date: &str, lang: Lang) -> String {
    match lang {
        Lang::Fr => format!("Sortis depuis {date}"),
        Lang::En => format!("Gone since {date}"),
    }
}

/// How a cost has changed between editions.
#[must_use]
pub fn change_since(by: &str, date: &str, from: &str, lang: Lang) -> String {
    match lang {
        Lang::Fr => format!("changement entre éditions {by} depuis {date} ({from})"),
        Lang::En => format!("change between editions {by} since {date} ({from})"),
    }
}
