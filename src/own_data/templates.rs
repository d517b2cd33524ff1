//! Files to begin with: small ones that show a form, to be filled in.

use crate::model::text::Lang;

/// A file to begin with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Template {
    /// Its name.
    pub name: &'static str,
    /// Its media type.
    pub media_type: &'static str,
    /// What is in it. Spreadsheets tell the encoding by the mark it begins with.
    pub content: &'static str,
}

const CSV: &str = "text/csv";

/// A table of events, some with an amount.
#[must_use]
pub fn table(lang: Lang) -> Template {
    match lang {
        Lang::Fr => Template {
            name: "modele-chronologie.csv",
            media_type: CSV,
            content: "\u{feff}date;fin;titre;texte;thème;nature;statut;source;lien\r\n2024-03-18;;Adoption du schéma;Ce qui a été décidé, en une phrase.;Gouvernance;décision;passé;Délibération du conseil;https://exemple.fr/deliberation\r\n2024-09;2025-06;Étude des besoins;;Services;rapport;passé;;\r\n2027;;Ouverture du guichet unique;Annoncée pour 2027.;Services;lancement;annoncé;;\r\n",
        },
        Lang::En => Template {
            name: "template-timeline.csv",
            media_type: CSV,
            content: "\u{feff}date,end,title,text,theme,kind,status,source,link\r\n2024-03-18,,Adoption of the plan,\"What was decided, in a sentence.\",Governance,decision,past,Minutes of the council,https://example.org/minutes\r\n2024-09,2025-06,Study of needs,,Services,report,past,,\r\n2027,,Opening of the one-stop shop,Announced for 2027.,Services,launch,announced,,\r\n",
        },
    }
}

/// Paths and amounts.
#[must_use]
pub fn paths(lang: Lang) -> Template {
    match lang {
        Lang::Fr => Template {
            name: "modele-budget.csv",
            media_type: CSV,
            content: "\u{feff}chemin;montant\r\nPlan numérique/Équipement/Écoles;1200000\r\nPlan numérique/Équipement/Médiathèques;350000\r\nPlan numérique/Formation;480000\r\n",
        },
        Lang::En => Template {
            name: "template-budget.csv",
            media_type: CSV,
            content: "\u{feff}path;amount\r\nDigital plan/Equipment/Schools;1200000\r\nDigital plan/Equipment/Libraries;350000\r\nDigital plan/Training;480000\r\n",
        },
    }
}

/// A hierarchy.
#[must_use]
pub fn hierarchy(lang: Lang) -> Template {
    match lang {
        Lang::Fr => Template {
            name: "modele-hierarchie.json",
            media_type: "application/json",
            content: "{\n  \"name\": \"Plan numérique\",\n  \"children\": [\n    { \"name\": \"Équipement\", \"children\": [{ \"name\": \"Écoles\", \"value\": 1200000 }, { \"name\": \"Médiathèques\", \"value\": 350000 }] },\n    { \"name\": \"Formation\", \"value\": 480000 }\n  ]\n}\n",
        },
        Lang::En => Template {
            name: "template-hierarchy.json",
            media_type: "application/json",
            content: "{\n  \"name\": \"Digital plan\",\n  \"children\": [\n    { \"name\": \"Equipment\", \"children\": [{ \"name\": \"Schools\", \"value\": 1200000 }, { \"name\": \"Libraries\", \"value\": 350000 }] },\n    { \"name\": \"Training\", \"value\": 480000 }\n  ]\n}\n",
        },
    }
}

/// A timeline of TimelineJS.
#[must_use]
pub fn timeline(lang: Lang) -> Template {
    match lang {
        Lang::Fr => Template {
            name: "modele-timelinejs.json",
            media_type: "application/json",
            content: "{\n  \"title\": { \"text\": { \"headline\": \"Plan numérique\" } },\n  \"events\": [\n    { \"start_date\": { \"year\": \"2024\", \"month\": \"3\", \"day\": \"18\" }, \"text\": { \"headline\": \"Adoption du schéma\", \"text\": \"Ce qui a été décidé.\" }, \"group\": \"Gouvernance\" },\n    { \"start_date\": { \"year\": \"2025\" }, \"text\": { \"headline\": \"Étude des besoins\" }, \"group\": \"Services\" }\n  ]\n}\n",
        },
        Lang::En => Template {
            name: "template-timelinejs.json",
            media_type: "application/json",
            content: "{\n  \"title\": { \"text\": { \"headline\": \"Digital plan\" } },\n  \"events\": [\n    { \"start_date\": { \"year\": \"2024\", \"month\": \"3\", \"day\": \"18\" }, \"text\": { \"headline\": \"Adoption of the plan\", \"text\": \"What was decided.\" }, \"group\": \"Governance\" },\n    { \"start_date\": { \"year\": \"2025\" }, \"text\": { \"headline\": \"Study of needs\" }, \"group\": \"Services\" }\n  ]\n}\n",
        },
    }
}
