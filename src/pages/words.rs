//! The words of the pages of text in both languages.

use super::site::{Collection, Place};
use crate::{
    i18n::{
        format::integer,
        messages::{self, messages},
        words::words,
    },
    model::{actor::ActorKind, id::RecordKind, source::SourceKind, text::Lang},
    state::view_state::View,
    ui::view_name::{page_title, view_name},
};

words! {
    /// First link of a page.
    skip_to_content: "Aller au contenu", "Skip to the content";
    /// Name of the links at the top.
    site: "Site", "Site";
    /// Name of the way from the start to a page.
    breadcrumb: "Fil d’Ariane", "Breadcrumb";
    /// Leads to the views.
    explorer: "Explorateur", "Explorer";
    /// Name of the list of the parts of a page.
    on_this_page: "Sur cette page", "On this page";
    /// The other language, in that language: what a reader of it looks for.
    other_language: "English", "Français";
    /// Leads from a record to the same record in the explorer.
    open_in_explorer: "Ouvrir dans l’explorateur", "Open in the explorer";
    /// How much an event weighs.
    importance: "Importance", "Importance";
    /// The facts of the note that a record carries, by their numbers.
    note_refs: "Inventaire de la note", "Inventory of the note";
    /// Shows that a project belongs to several ministries.
    interministerial: "interministériel", "inter-ministerial";
    /// Before the name of a ministry as an edition prints it.
    ministry_as_published: "ministère imprimé", "ministry as printed";
    /// What stands in the place of a picture that cannot be seen.
    picture_alt: "Chronologie des jalons, une ligne par thème, avec la date de la note", "Timeline of the milestones, one lane per theme, with the date of the note";
}

/// The name of a page, for its heading and for links to it.
#[must_use]
pub fn title(place: Place, lang: Lang) -> &'static str {
    let messages = messages(lang);
    let (fr, en) = match place {
        Place::View(view) => return view_name(view, messages),
        Place::Collection(Collection::Themes) => ("Thèmes de la note", "Themes of the note"),
        Place::Collection(Collection::Envelopes) => ("Enveloppes et crédits", "Envelopes and appropriations"),
        Place::Collection(Collection::Projects) => {
            ("Grands projets numériques de l’État", "Large IT projects of the State")
        }
        Place::Collection(Collection::Editions) => {
            ("Éditions du panorama des grands projets", "Editions of the panorama of large projects")
        }
        Place::Collection(Collection::Events) => return messages.related_events(),
        Place::Collection(Collection::Programmes) => return messages.related_programmes(),
        Place::Collection(Collection::Indicators) => return messages.related_indicators(),
        Place::Collection(Collection::Facts) => return messages.related_facts(),
        Place::Collection(Collection::Actors) => return messages.related_actors(),
        Place::Collection(Collection::Positions) => return messages.related_positions(),
        Place::Collection(Collection::Discrepancies) => return messages.conflicts(),
        Place::Records => return messages.all_records(),
        Place::Sources => return messages.sources(),
        Place::Glossary => return messages.glossary(),
        Place::Method => return messages.method(),
        Place::Accessibility => return messages.accessibility(),
        Place::Legal => return messages.legal(),
        Place::Privacy => return messages.privacy(),
    };
    if lang == Lang::Fr { fr } else { en }
}

/// What a page holds, in a sentence: for those who search it, and below its heading.
#[must_use]
pub fn description(place: Place, lang: Lang) -> &'static str {
    let (fr, en) = match place {
        Place::View(View::Timeline) => return messages(lang).description(),
        Place::View(View::Budget) => (
            "Les budgets de la stratégie numérique publique française, enveloppe par enveloppe\u{202f}: plan de relance, plan cloud, grands projets et programme 363, sans jamais additionner des périmètres différents.",
            "The budgets of France’s public digital strategy, envelope by envelope: recovery plan, cloud plan, large projects and programme 363, never adding different scopes.",
        ),
        Place::View(View::Indicators) => (
            "Conseillers, démarches en ligne, crédits attribués, spécialistes, écarts des grands projets\u{202f}: chaque quantité face à son objectif, le constaté à part du prévu, avec ce que chaque nombre compte.",
            "Advisers, online procedures, credits given out, specialists, drifts of large projects: each quantity against its target, what was observed apart from what was forecast, with what each number counts.",
        ),
        Place::View(View::Trends) => (
            "Dérives des grands projets de l’État, coûts et durées, circulation des crédits, conseillers numériques et démarches en ligne\u{202f}: des courbes et des flux, chacun avec ses chiffres et ses sources.",
            "Drifts of the State’s large projects, costs and durations, the way of the money, digital advisers and online procedures: trends and flows, each with its figures and its sources.",
        ),
        Place::View(View::Story) => (
            "Une lecture guidée de la note du 12 décembre 2021, thème par thème, à côté des vues elles-mêmes\u{202f}: ce qui était promis, ce qui était fait, ce que le Cercle en dit et ce qui a suivi.",
            "A guided reading of the note of 12 December 2021, theme by theme, beside the views themselves: what was promised, what was done, what the Cercle says of it and what followed.",
        ),
        Place::View(View::Table) => (
            "Jalons, enveloppes, projets, indicateurs, acteurs et positions de la stratégie numérique publique française en tableau, avec leurs sources.",
            "Milestones, envelopes, projects, indicators, actors and positions of France’s public digital strategy as a table, with their sources.",
        ),
        Place::Records => (
            "Tout ce que Jalons sait de la stratégie numérique publique, en toutes lettres et sans script\u{202f}: chaque fiche avec ses dates, ses montants à l’euro près et ses sources.",
            "All that Jalons knows of the public digital strategy, in plain words and without a script: each record with its dates, its amounts to the euro and its sources.",
        ),
        Place::Collection(Collection::Themes) => (
            "Les thèmes de la note du 12 décembre 2021 et la question que chacun pose, avec leurs jalons et leurs positions.",
            "The themes of the note of 12 December 2021 and the question each of them asks, with their milestones and positions.",
        ),
        Place::Collection(Collection::Events) => (
            "Les jalons de la stratégie numérique publique, du plus ancien au plus récent\u{202f}: la date avec sa précision, l’état à la date de la note, la suite connue et les sources.",
            "The milestones of the public digital strategy from the earliest to the latest: the date as exactly as it is known, how things stood on the day of the note, what came of them, and the sources.",
        ),
        Place::Collection(Collection::Programmes) => (
            "Plans, lois, rapports, référentiels, services et organismes du numérique public, par thème.",
            "Plans, laws, reports, frameworks, services and bodies of public digital policy, by theme.",
        ),
        Place::Collection(Collection::Envelopes) => (
            "Les budgets du numérique public par périmètre, chaque enveloppe avec son montant à l’euro près et ses parts. Des périmètres différents ne s’additionnent jamais.",
            "The budgets of public digital policy by scope, each envelope with its amount to the euro and its parts. Different scopes are never added together.",
        ),
        Place::Collection(Collection::Indicators) => (
            "Les quantités suivies dans le temps\u{202f}: objectifs, relevés, prévisions et annonces, avec ce que chaque nombre compte exactement.",
            "The quantities followed over time: targets, observations, forecasts and announcements, with what exactly each number counts.",
        ),
        Place::Collection(Collection::Projects) => (
            "Les grands projets numériques de l’État par ministère, tels que chaque édition du panorama les publie\u{202f}: coût, durée, phase, intitulé.",
            "The large IT projects of the State by ministry, as each edition of the panorama publishes them: cost, duration, phase, name.",
        ),
        Place::Collection(Collection::Editions) => (
            "Les éditions du panorama des grands projets numériques de l’État, avec leurs totaux et leurs écarts moyens.",
            "The editions of the panorama of the State’s large IT projects, with their totals and mean drifts.",
        ),
        Place::Collection(Collection::Facts) => (
            "Des chiffres vérifiés qui ne sont ni un budget ni un indicateur, chacun publié ou calculé, avec sa source.",
            "Verified figures that are neither a budget nor an indicator, each published or computed, with its source.",
        ),
        Place::Collection(Collection::Actors) => (
            "Les personnes, administrations, entreprises et organismes cités, avec les jalons auxquels ils prennent part.",
            "The people, administrations, companies and bodies named, with the milestones they take part in.",
        ),
        Place::Collection(Collection::Positions) => (
            "Appréciations, recommandations, inquiétudes et faits rapportés, chacun attribué à qui le tient.",
            "Judgements, recommendations, concerns and reported facts, each attributed to its holder.",
        ),
        Place::Collection(Collection::Discrepancies) => (
            "Là où les sources ne disent pas la même chose\u{202f}: les valeurs côte à côte, celle qui est montrée, et la raison de l’écart.",
            "Where the sources do not say the same: the values side by side, the one that is shown, and why they differ.",
        ),
        Place::Sources => (
            "Toutes les sources, chacune avec son éditeur, sa date, la façon dont elle a été lue, et les fiches qui s’y appuient.",
            "All sources, each with its publisher, its date, how it was read, and the records that rest on it.",
        ),
        Place::Glossary => (
            "Les sigles et les mots du numérique public, expliqués en une phrase.",
            "The acronyms and words of public digital policy, explained in a sentence.",
        ),
        Place::Method => (
            "Comment Jalons est fait, pour qui vérifie\u{202f}: ce qui s’additionne et ce qui ne s’additionne pas, les écarts avec toutes leurs valeurs, ce qui n’est pas su, la version des données, comment citer et corriger.",
            "How Jalons is made, for those who check it: what may be added and what may not, the discrepancies with all their values, what is not known, the version of the data, how to cite and to correct.",
        ),
        Place::Accessibility => (
            "Ce qui est accessible dans Jalons, ce qui ne l’est pas, et comment cela a été vérifié.",
            "What is accessible in Jalons, what is not, and how that was found out.",
        ),
        Place::Legal => (
            "Qui publie cette page, sous quelles licences sont le code et les données, et ce que Jalons n’est pas.",
            "Who publishes this page, under which licences the code and the data are, and what Jalons is not.",
        ),
        Place::Privacy => (
            "Ce que Jalons garde de qui le lit\u{202f}: aucun témoin de connexion, aucune requête vers un tiers.",
            "What Jalons keeps of its readers: no cookie, no request to a third party.",
        ),
    };
    if lang == Lang::Fr { fr } else { en }
}

/// What the window of a page is called.
#[must_use]
pub fn document_title(place: Place, lang: Lang) -> String {
    match place {
        Place::View(view) => page_title(view, messages(lang)),
        place => format!("{} · {}", title(place, lang), messages(lang).title()),
    }
}

/// How many records of a kind there are: `79 fiches`, `1 record`.
#[must_use]
pub fn records(count: usize, lang: Lang) -> String {
    let number = integer(count as i64, lang);
    match (lang, count) {
        (Lang::Fr, 0 | 1) => format!("{number} fiche"),
        (Lang::Fr, _) => format!("{number} fiches"),
        (Lang::En, 1) => format!("{number} record"),
        (Lang::En, _) => format!("{number} records"),
    }
}

/// How much an event weighs, of three.
#[must_use]
pub fn importance_of(importance: u8, lang: Lang) -> String {
    messages::position(importance.into(), 3, lang)
}

/// When a project began or was to begin.
#[must_use]
pub fn began(date: &str, lang: Lang) -> String {
    match lang {
        Lang::Fr => format!("début\u{202f}: {date}"),
        Lang::En => format!("start: {date}"),
    }
}

/// When a project was to end, by its start and its planned duration.
#[must_use]
pub fn planned_end(date: &str, lang: Lang) -> String {
    match lang {
        Lang::Fr => format!("fin prévue, calculée\u{202f}: {date}"),
        Lang::En => format!("planned end, computed: {date}"),
    }
}

/// The version of the data.
#[must_use]
pub fn version(version: &str, lang: Lang) -> String {
    format!("{} {version}", messages(lang).footer_version())
}

/// Several actors of a kind.
#[must_use]
pub fn actors(kind: ActorKind, lang: Lang) -> &'static str {
    let (fr, en) = match kind {
        ActorKind::State => ("État", "The State"),
        ActorKind::Agency => ("Agences de l’État", "State agencies"),
        ActorKind::Authority => ("Autorités", "Authorities"),
        ActorKind::Company => ("Entreprises", "Companies"),
        ActorKind::Parliament => ("Parlement", "Parliament"),
        ActorKind::Local => ("Collectivités", "Local authorities"),
        ActorKind::ThinkTank => ("Cercles de réflexion", "Think-tanks"),
        ActorKind::Person => ("Personnes", "People"),
        ActorKind::CivilSociety => ("Société civile", "Civil society"),
        ActorKind::Foreign => ("À l’étranger", "Abroad"),
        ActorKind::European => ("Union européenne", "European Union"),
        ActorKind::Media => ("Médias", "Media"),
        ActorKind::Public => ("Public", "The public"),
    };
    if lang == Lang::Fr { fr } else { en }
}

/// Several sources of a kind.
#[must_use]
pub fn sources(kind: SourceKind, lang: Lang) -> &'static str {
    let (fr, en) = match kind {
        SourceKind::Note => ("La note", "The note"),
        SourceKind::Footnote => ("Renvois de la note", "Footnotes of the note"),
        SourceKind::Press => ("Presse et autres sites", "Press and other sites"),
        SourceKind::Official => ("Sources officielles", "Official sources"),
        SourceKind::OpenData => ("Données ouvertes", "Open data"),
    };
    if lang == Lang::Fr { fr } else { en }
}

/// The name of a kind of record, for the list of kinds.
#[must_use]
pub fn kind(kind: RecordKind, lang: Lang) -> &'static str {
    let (fr, en) = match kind {
        RecordKind::Scope => ("périmètres", "scopes"),
        RecordKind::Split => ("répartitions", "breakdowns"),
        RecordKind::Envelope => ("enveloppes", "envelopes"),
        RecordKind::Appropriation => ("lignes de crédits", "lines of appropriations"),
        RecordKind::Indicator => ("indicateurs", "indicators"),
        RecordKind::Observation => ("relevés", "observations"),
        RecordKind::Project => ("projets", "projects"),
        RecordKind::ProjectEdition => ("lignes d’édition", "lines of editions"),
        RecordKind::Theme => ("thèmes", "themes"),
        RecordKind::Event => ("jalons", "milestones"),
        RecordKind::Programme => ("programmes", "programmes"),
        RecordKind::Edition => ("éditions", "editions"),
        RecordKind::Fact => ("repères chiffrés", "figures"),
        RecordKind::Actor => ("acteurs", "actors"),
        RecordKind::Position => ("positions", "positions"),
        RecordKind::Discrepancy => ("écarts", "discrepancies"),
        RecordKind::Term => ("termes", "terms"),
        RecordKind::Source => ("sources", "sources"),
        RecordKind::Step => ("étapes", "steps"),
    };
    if lang == Lang::Fr { fr } else { en }
}
