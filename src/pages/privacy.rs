//! What is kept of the reader, where, and what is said of them to anyone: next to nothing, and nothing.

use super::text::{Section, TextPage};
use crate::model::text::Lang;

/// The page in a language.
pub(super) fn privacy(lang: Lang) -> TextPage {
    match lang {
        Lang::Fr => french(),
        Lang::En => english(),
    }
}

fn french() -> TextPage {
    TextPage {
        lede: "Jalons n’a ni compte, ni témoin de connexion (cookie), ni mesure d’audience, et n’adresse aucune requête à un tiers.",
        sections: vec![
            Section {
                heading: "Ce qui reste dans votre navigateur",
                paragraphs: &["Rien de ceci n’est envoyé à qui que ce soit\u{202f}:"],
                items: &[
                    "«\u{202f}jalons-scheme\u{202f}», dans le stockage local (localStorage)\u{202f}: les couleurs claires ou sombres, si vous en avez choisi\u{202f};",
                    "«\u{202f}jalons-shortcuts\u{202f}», au même endroit\u{202f}: que les raccourcis d’une seule lettre sont désactivés, si vous l’avez voulu\u{202f};",
                    "«\u{202f}jalons-keyboard\u{202f}», dans le stockage de l’onglet (sessionStorage)\u{202f}: d’une page à sa traduction, que le clavier se trouvait sur le choix de la langue, effacé à l’arrivée\u{202f};",
                    "la copie hors ligne\u{202f}: les fichiers du site, gardés après une visite pour qu’il s’ouvre sans réseau, sauf si vous économisez vos données\u{202f}; le bas de la page permet de la retirer\u{202f};",
                    "«\u{202f}jalons-offline\u{202f}», dans le stockage local\u{202f}: que vous ne voulez pas de cette copie, si vous l’avez retirée.",
                ],
                links: &[],
            },
            Section {
                heading: "Comment l’effacer",
                paragraphs: &[
                    "Effacez les données de ce site dans les réglages de votre navigateur\u{202f}: Jalons fonctionne de même ensuite.",
                ],
                items: &[],
                links: &[],
            },
            Section {
                heading: "L’adresse",
                paragraphs: &[
                    "Ce que vous regardez (vue, fiche, filtres, recherche) s’écrit dans l’adresse, après le signe #. Un navigateur n’envoie pas cette partie au serveur\u{202f}; elle ne part qu’avec un lien que vous partagez.",
                ],
                items: &[],
                links: &[],
            },
            Section {
                heading: "Dans un article",
                paragraphs: &[
                    "Insérée dans une autre page, la vue lui dit sa hauteur et ce qui est affiché, c’est-à-dire cette même fin d’adresse. Rien sur la personne qui lit n’est transmis à la page hôte.",
                ],
                items: &[],
                links: &[],
            },
            Section {
                heading: "L’hébergeur et les sources",
                paragraphs: &[
                    "Comme pour toute page, qui héberge celle-ci reçoit les demandes de ses fichiers et peut en tenir un journal\u{202f}; Jalons n’y ajoute rien.",
                    "Les liens vers les sources mènent à d’autres sites, qui ont leurs propres règles\u{202f}; ils n’apprennent pas de quelle page vous venez.",
                ],
                items: &[],
                links: &[],
            },
        ],
    }
}

fn english() -> TextPage {
    TextPage {
        lede: "Jalons has no account, no cookie and no audience measurement, and sends no request to any third party.",
        sections: vec![
            Section {
                heading: "What stays in your browser",
                paragraphs: &["None of this is sent to anyone:"],
                items: &[
                    "“jalons-scheme”, in the local storage (localStorage): light or dark colours, if you have chosen any;",
                    "“jalons-shortcuts”, in the same place: that the shortcuts of a single letter are off, if you wanted that;",
                    "“jalons-keyboard”, in the storage of the tab (sessionStorage): from a page to its translation, that the keyboard was on the choice of language, erased on arrival;",
                    "the offline copy: the files of the site, kept after a visit so that it opens without a network, unless you save data; the foot of the page lets you remove it;",
                    "“jalons-offline”, in the local storage: that you want no such copy, if you have removed it.",
                ],
                links: &[],
            },
            Section {
                heading: "How to erase it",
                paragraphs: &[
                    "Clear the data of this site in the settings of your browser: Jalons works the same afterwards.",
                ],
                items: &[],
                links: &[],
            },
            Section {
                heading: "The address",
                paragraphs: &[
                    "What you look at (view, record, filters, search) is written in the address, after the # sign. A browser does not send that part to the server; it leaves only with a link that you share.",
                ],
                items: &[],
                links: &[],
            },
            Section {
                heading: "In an article",
                paragraphs: &[
                    "Embedded in another page, the view tells it its height and what is shown, that is, this same end of the address. Nothing about the reader is passed to the host page.",
                ],
                items: &[],
                links: &[],
            },
            Section {
                heading: "The host and the sources",
                paragraphs: &[
                    "As with any page, whoever hosts this one receives the requests for its files and may keep a log of them; Jalons adds nothing to it.",
                    "The links to sources lead to other sites, which have their own rules; they do not learn which page you come from.",
                ],
                items: &[],
                links: &[],
            },
        ],
    }
}
