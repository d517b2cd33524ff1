//! Who answers for the page, under which licences it stands, and of whom it is independent.

use super::text::{Section, TextPage};
use crate::{i18n::cited::DATA_LICENCE, model::text::Lang};

const MIT: &str = "https://opensource.org/license/mit";
const APACHE: &str = "https://www.apache.org/licenses/LICENSE-2.0";

/// The page in a language.
pub(super) fn legal(lang: Lang) -> TextPage {
    match lang {
        Lang::Fr => french(),
        Lang::En => english(),
    }
}

fn french() -> TextPage {
    TextPage {
        lede: "Jalons est un explorateur libre d’une stratégie publique\u{202f}: ses jalons, ses budgets et ses promesses, chaque chiffre avec sa source.",
        sections: vec![
            Section {
                heading: "Son sujet",
                paragraphs: &[
                    "La note «\u{202f}Où en est la stratégie numérique publique\u{202f}?\u{202f}» du Cercle de la réforme de l’État, datée du 12 décembre 2021, et les documents publics qui l’entourent. Les textes ont été rédigés pour ce jeu de données\u{202f}; ceux des sources n’y sont cités que par courts extraits.",
                ],
                items: &[],
                links: &[],
            },
            Section {
                heading: "Éditeur et hébergeur",
                paragraphs: &[
                    "Jalons est un ensemble de fichiers que l’on peut publier sur n’importe quel hébergement. Qui met cette page en ligne en est l’éditeur et répond des mentions que la loi lui demande\u{202f}: Jalons ne peut pas les connaître et n’en invente pas.",
                    "Le nom de domaine de cette page, ou la page d’accueil de ce site, dit à qui s’adresser.",
                ],
                items: &[],
                links: &[],
            },
            Section {
                heading: "Indépendance",
                paragraphs: &[
                    "Jalons n’est une publication ni de l’État ni du Cercle de la réforme de l’État, et ne parle au nom d’aucun des deux. Les appréciations, recommandations et inquiétudes qui y figurent sont attribuées à qui les tient.",
                ],
                items: &[],
                links: &[],
            },
            Section {
                heading: "Licences",
                paragraphs: &[],
                items: &[
                    "Le code est sous licence MIT ou Apache-2.0, au choix.",
                    "Les données sont notre compilation, sous Licence Ouverte 2.0\u{202f}: réutilisation libre, en citant «\u{202f}Jalons\u{202f}» et la version des données.",
                    "Chaque source garde ses propres conditions\u{202f}; un lien vers elle n’en change rien.",
                ],
                links: &[
                    (DATA_LICENCE, "Licence Ouverte 2.0"),
                    (MIT, "Licence MIT"),
                    (APACHE, "Licence Apache-2.0"),
                ],
            },
            Section {
                heading: "Exactitude",
                paragraphs: &[
                    "Les données disent ce que disent les sources citées, à la version indiquée au bas de chaque page. Ce qui a été calculé le dit\u{202f}; ce qui n’est pas publié n’est pas estimé\u{202f}; là où des sources se contredisent, les valeurs figurent côte à côte.",
                    "Pour signaler une erreur, adressez-vous à qui publie la page où vous la lisez.",
                ],
                items: &[],
                links: &[],
            },
        ],
    }
}

fn english() -> TextPage {
    TextPage {
        lede: "Jalons is a free explorer of a public strategy: its milestones, its budgets and its promises, every figure with its source.",
        sections: vec![
            Section {
                heading: "Its subject",
                paragraphs: &[
                    "The note “Où en est la stratégie numérique publique\u{202f}?” by the Cercle de la réforme de l’État, dated 12 December 2021, and the public documents around it. The texts were written for these data; those of the sources are quoted in short excerpts only.",
                ],
                items: &[],
                links: &[],
            },
            Section {
                heading: "Publisher and host",
                paragraphs: &[
                    "Jalons is a set of files that can be published on any host. Whoever puts this page online is its publisher and answers for the statements that the law asks of them: Jalons cannot know them and makes none up.",
                    "The domain name of this page, or the home page of this site, says whom to turn to.",
                ],
                items: &[],
                links: &[],
            },
            Section {
                heading: "Independence",
                paragraphs: &[
                    "Jalons is a publication neither of the French State nor of the Cercle de la réforme de l’État, and speaks for neither. The judgements, recommendations and concerns in it are attributed to their holders.",
                ],
                items: &[],
                links: &[],
            },
            Section {
                heading: "Licences",
                paragraphs: &[],
                items: &[
                    "The code is under the MIT or Apache-2.0 licence, at your choice.",
                    "The data are our compilation, under Licence Ouverte 2.0: free to reuse, naming “Jalons” and the version of the data.",
                    "Each source keeps its own terms; a link to it changes nothing of that.",
                ],
                links: &[
                    (DATA_LICENCE, "Licence Ouverte 2.0"),
                    (MIT, "MIT licence"),
                    (APACHE, "Apache-2.0 licence"),
                ],
            },
            Section {
                heading: "Accuracy",
                paragraphs: &[
                    "The data say what the cited sources say, at the version named at the foot of each page. What was computed says so; what is not published is not estimated; where sources contradict each other, the values stand side by side.",
                    "To report an error, turn to whoever publishes the page where you read it.",
                ],
                items: &[],
                links: &[],
            },
        ],
    }
}
