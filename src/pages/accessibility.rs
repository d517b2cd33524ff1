//! What is accessible in the explorer, what is not, and how that was found out.

use super::text::{Section, TextPage};
use crate::model::text::Lang;

/// The page in a language.
#[must_use]
pub fn accessibility(lang: Lang) -> TextPage {
    match lang {
        Lang::Fr => french(),
        Lang::En => english(),
    }
}

fn french() -> TextPage {
    TextPage {
        lede: "Jalons vise les règles WCAG 2.2 au niveau AA et le RGAA 4.1. Aucun audit extérieur n’a été mené : au sens du RGAA, la conformité n’est donc pas établie. Voici ce qui a été vérifié, comment, et ce qui ne l’a pas été.",
        sections: vec![
            Section {
                heading: "Ce qui est fait pour tous",
                paragraphs: &[],
                items: &[
                    "Chaque jalon, chaque enveloppe et chaque ligne s’atteint au clavier et porte un nom complet : libellé, date avec sa précision ou montant avec sa part, thème, statut, rang.",
                    "La chronologie et la carte des budgets forment chacune un seul arrêt de tabulation ; les flèches y circulent. La touche « ? » liste les raccourcis ; ceux d’une seule lettre peuvent être désactivés.",
                    "Le tableau montre les mêmes données que les images, avec les mêmes filtres.",
                    "Toutes les fiches se lisent aussi en toutes lettres, sur des pages sans script, sans image et sans animation.",
                    "Rien n’est dit par la couleur seule : les thèmes ont une forme, les statuts un tracé, les parts attribuées une hachure.",
                    "Tout glissement a son équivalent par boutons, liens ou touches.",
                    "Les animations cessent si le système demande moins de mouvement ; les couleurs suivent le contraste renforcé et les couleurs imposées.",
                ],
                links: &[],
            },
            Section {
                heading: "Comment cela a été vérifié",
                paragraphs: &[
                    "À chaque version, par des tests automatiques dans Chromium, Firefox et WebKitGTK :",
                ],
                items: &[
                    "le parcours au clavier de tous les jalons et de toutes les cellules, avec lecture de leur nom ;",
                    "axe-core (WCAG A et AA, bonnes pratiques) dans chaque vue, en français et en anglais, en clair et en sombre, à 1280 et 390 px, avec une fiche ouverte, un filtre ou un message d’erreur, ainsi que dans chaque page de texte ;",
                    "la taille des cibles, d’au moins 24 px ou espacées d’autant, à 1280, 390 et 320 px ;",
                    "l’absence de défilement horizontal à 320 px et d’étiquettes coupées ou superposées.",
                ],
                links: &[],
            },
            Section {
                heading: "Ce qui n’a pas été vérifié",
                paragraphs: &[],
                items: &[
                    "Aucun lecteur d’écran n’a été écouté : noms et rôles ont été lus dans l’arbre d’accessibilité, non entendus.",
                    "Aucun essai avec des personnes concernées, ni avec une commande vocale, une loupe logicielle ou un contacteur.",
                    "Les couleurs imposées de Windows ont été prévues dans les styles, non vues sur une machine Windows.",
                ],
                links: &[],
            },
            Section {
                heading: "Limites connues",
                paragraphs: &[],
                items: &[
                    "Les étiquettes dessinées de la chronologie et de la carte des budgets suivent le zoom de la page, mais non un réglage de l’espacement des lettres ou des lignes : le tableau et les fiches, eux, le suivent.",
                    "Les cellules trop petites pour leur nom n’en affichent pas : elles sont nommées au clavier et citées sous la carte.",
                    "Dans la liste du téléphone, chaque jalon est un arrêt de tabulation.",
                    "Les titres de documents cités restent dans leur langue d’origine.",
                ],
                links: &[],
            },
            Section {
                heading: "Signaler un défaut",
                paragraphs: &[
                    "Jalons n’envoie rien et n’a pas de formulaire : adressez-vous à qui publie la page où vous le lisez. Cette déclaration date du 24 novembre 2026.",
                ],
                items: &[],
                links: &[],
            },
        ],
    }
}

fn english() -> TextPage {
    TextPage {
        lede: "Jalons aims at WCAG 2.2 level AA and at the French RGAA 4.1. No external audit has been made, so in the terms of the RGAA conformity is not established. This is what was checked, how, and what was not.",
        sections: vec![
            Section {
                heading: "What is done for everyone",
                paragraphs: &[],
                items: &[
                    "Every milestone, envelope and row can be reached by keyboard and has a full name: label, date with its precision or amount with its share, theme, status, place.",
                    "The timeline and the map of the budgets are one tab stop each; arrows move inside. The “?” key lists the shortcuts; those of a single letter can be switched off.",
                    "The table shows the same data as the pictures, with the same filters.",
                    "All records can also be read in plain words, on pages without scripts, pictures or motion.",
                    "Nothing is said by colour alone: themes have a shape, statuses an outline, attributed shares a hatching.",
                    "Every drag has an equivalent by buttons, links or keys.",
                    "Motion stops where the system asks for less of it; colours follow more contrast and forced colours.",
                ],
                links: &[],
            },
            Section {
                heading: "How it was checked",
                paragraphs: &["With each version, by automatic tests in Chromium, Firefox and WebKitGTK:"],
                items: &[
                    "walking all milestones and all cells by keyboard, reading their names;",
                    "axe-core (WCAG A and AA, best practices) in each view, in French and English, light and dark, at 1280 and 390 px, with a record open, a filter or an error message, and on each page of text;",
                    "the size of targets, at least 24 px or spaced as much, at 1280, 390 and 320 px;",
                    "no horizontal scrolling at 320 px, no label cut or overlapping.",
                ],
                links: &[],
            },
            Section {
                heading: "What was not checked",
                paragraphs: &[],
                items: &[
                    "No screen reader was listened to: names and roles were read in the accessibility tree, not heard.",
                    "No trial with the people concerned, nor with voice control, a screen magnifier or a switch.",
                    "The forced colours of Windows are provided for in the styles, not seen on a Windows machine.",
                ],
                links: &[],
            },
            Section {
                heading: "Known limits",
                paragraphs: &[],
                items: &[
                    "The drawn labels of the timeline and of the map of the budgets follow the zoom of the page, but not a setting of letter or line spacing; the table and the records do.",
                    "Cells too small for their name show none: they are named by keyboard and listed below the map.",
                    "In the list of the phone each milestone is a tab stop.",
                    "Titles of cited documents stay in their original language.",
                ],
                links: &[],
            },
            Section {
                heading: "Report a defect",
                paragraphs: &[
                    "Jalons sends nothing and has no form: turn to whoever publishes the page where you read it. This statement is of 24 November 2026.",
                ],
                items: &[],
                links: &[],
            },
        ],
    }
}
