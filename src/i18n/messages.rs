//! Every sentence and word of the interface in both languages; a missing one does not compile.

use super::format::{NNBSP, OpenEnd, amount, date_in_words, integer, quantity, with_percent_sign, with_unit};
use super::subject::{self, is_brought};
use crate::model::{
    actor::ActorKind,
    discrepancy::Claim,
    envelope::{Measure, Nature, Stage},
    event::{EventKind, Outcome, Status},
    fact::FactQuality,
    id::RecordKind,
    indicator::{Indicator, ObservationQuality},
    position::PositionKind,
    programme::ProgrammeKind,
    project::{EditionQuality, Phase},
    source::{Reading, SourceKind},
    text::Lang,
};

/// Declares the fixed texts: a name, French, English. Each is a function, so that a part of the page that is fetched
/// later brings its own texts with it.
///
/// Where a text speaks of the note, what it says of data that a reader has brought follows after `or`.
macro_rules! messages {
    ($($(#[$meta:meta])* $name:ident: $fr:literal, $en:literal $(, or $fr_brought:literal, $en_brought:literal)?;)+) => {
        impl Messages {
            $(
                $(#[$meta])*
                #[must_use]
                pub fn $name(self) -> &'static str {
                    $(if is_brought() {
                        return match self.0 {
                            Lang::Fr => $fr_brought,
                            Lang::En => $en_brought,
                        };
                    })?
                    match self.0 {
                        Lang::Fr => $fr,
                        Lang::En => $en,
                    }
                }
            )+
        }
    };
}

/// The fixed texts of the interface in one language.
#[derive(Clone, Copy)]
pub struct Messages(Lang);

/// The texts in `lang`.
#[must_use]
pub fn messages(lang: Lang) -> Messages {
    Messages(lang)
}

impl Messages {
    /// Title of the page: what the data shown are called.
    #[must_use]
    pub fn title(self) -> &'static str {
        subject::title(self.0).unwrap_or_else(|| self.title_of_note())
    }
}

messages! {
    /// What the explorer's own data are called.
    title_of_note: "Où en est la stratégie numérique publique ?", "Where does France’s public digital strategy stand?";
    /// Who wrote the note, above the title.
    kicker: "Cercle de la réforme de l’État · note du 12 décembre 2021", "Cercle de la réforme de l’État · note of 12 December 2021", or "Jalons · données apportées", "Jalons · data brought along";
    /// What the page shows, below the title.
    lede: "Les jalons, les crédits et les promesses du numérique public — chaque chiffre avec sa source.", "Milestones, money and promises of public digital policy — every figure with its source.";
    /// What the site is, for search engines and previews.
    description: "Chronologie et budgets de la stratégie numérique publique française : les jalons, les crédits et les promesses relevés par le Cercle de la réforme de l’État en décembre 2021, chaque chiffre avec sa source.", "Timeline and budgets of the French public digital strategy: the milestones, the money and the promises recorded by the Cercle de la réforme de l’État in December 2021, every figure with its source.";
    /// What a reader without a script is told.
    without_script: "Sans JavaScript, tout se lit ici et dans les pages liées ; zoomer, filtrer et chercher demandent JavaScript et WebAssembly.", "Without JavaScript everything can be read here and on the linked pages; zooming, filtering and searching need JavaScript and WebAssembly.";
    /// First link of the page.
    skip_to_view: "Aller à la vue", "Skip to the view";
    /// Name of the tab list.
    views: "Vues", "Views";
    /// Tab.
    timeline: "Chronologie", "Timeline";
    /// Tab.
    budget: "Budgets", "Budgets";
    /// Tab.
    trends: "Tendances", "Trends";
    /// Name of the view.
    story: "Récit", "Story";
    /// Tab.
    table: "Tableau", "Table";
    /// Name of the key figures.
    key_figures: "Chiffres clés", "Key figures";
    /// Name of the language switch.
    language: "Langue", "Language";
    /// Name of the scheme switch.
    scheme: "Couleurs", "Colours";
    /// Scheme.
    scheme_light: "Clair", "Light";
    /// Scheme.
    scheme_dark: "Sombre", "Dark";
    /// Scheme.
    scheme_auto: "Auto", "Auto";
    /// Zoom button.
    zoom_in: "Zoom avant", "Zoom in";
    /// Zoom button.
    zoom_out: "Zoom arrière", "Zoom out";
    /// Shows the whole extent.
    zoom_all: "Tout", "All";
    /// Shows the window of the note.
    zoom_reset: "Vue initiale", "First view";
    /// A criterion of the filter, within a sentence.
    by_theme: "thème", "theme";
    /// A criterion of the filter, within a sentence.
    by_status: "statut", "status";
    /// A criterion of the filter, within a sentence.
    by_kind: "nature", "kind";
    /// A criterion of the filter, within a sentence.
    by_actor: "acteur", "actor";
    /// A criterion of the filter, within a sentence.
    by_search: "recherche", "search";
    /// Said of what is shown although the filter leaves it out.
    outside_filter: "hors du filtre", "outside the filter";
    /// Name of the group of zoom buttons.
    period: "Période", "Period";
    /// Names the note's date on the axis, before the date.
    note: "Note", "Note", or "Référence", "Reference";
    /// Shows all marks of a lane.
    lane_open: "tout voir", "show all";
    /// Shows the usual rows of a lane again.
    lane_close: "réduire", "show fewer";
    /// The keys of the timeline, for a screen reader.
    timeline_keys: "Flèches : d’un jalon à l’autre. Entrée : ouvrir la fiche. Plus, moins, zéro : zoom. Page précédente et suivante : se déplacer.", "Arrows: from one milestone to another. Enter: open the record. Plus, minus, zero: zoom. Page up and down: move.";
    /// The keys of the treemap, for a screen reader.
    treemap_keys: "Flèches : d’une enveloppe à l’autre. Entrée : ouvrir. Échap : remonter d’un niveau.", "Arrows: from one envelope to another. Enter: open. Escape: up one level.";
    /// What the tinted ground means.
    after_note: "au-delà : pas encore connu à la date de la note", "beyond: not yet known at the date of the note", or "au-delà : après la date de référence", "beyond: after the reference date";
    /// Divider of the vertical list.
    note_divider: "Note du 12 décembre 2021 — la suite n’était pas connue", "Note of 12 December 2021 — what follows was not known", or "Après la date de référence", "After the reference date";
    /// Name of the overview strip.
    overview: "Vue d’ensemble", "Overview";
    /// Handle of the brush.
    window_start: "Début de la période", "Start of the period";
    /// Handle of the brush.
    window_end: "Fin de la période", "End of the period";
    /// Body of the brush.
    window_body: "Déplacer la période", "Move the period";
    /// How to use the timeline.
    timeline_help: "Glisser pour se déplacer, Ctrl + molette ou pincer pour zoomer.", "Drag to move, Ctrl + wheel or pinch to zoom.";
    /// Legend.
    legend_filled: "avait eu lieu", "had happened";
    /// Legend.
    legend_hollow: "annoncé ou ultérieur", "announced or later";
    /// Legend.
    legend_dashed: "date approchée", "approximate date";
    /// Legend.
    legend_doubt: "connu au mois ou à l’année", "known to the month or year";
    /// Legend.
    legend_arrow: "borne non connue", "end not known";
    /// Legend.
    legend: "Légende", "Legend";
    /// Sentence above the scopes.
    scopes_never_added: "Des périmètres différents ne s’additionnent jamais.", "Different scopes are never added together.";
    /// Name of the scope switch.
    scopes: "Périmètre", "Scope";
    /// Name of the split switch.
    splits: "Répartition", "Breakdown";
    /// Name of the switch of measures.
    measures: "Mesure", "Measure";
    /// Name of the switch of stages.
    stages: "Étape du budget", "Stage of the budget";
    /// Name of the switch of what colours say.
    colours: "Couleurs par", "Colours by";
    /// Colours by group.
    colour_group: "ministère", "ministry";
    /// Colours by phase.
    colour_phase: "phase", "phase";
    /// Name of the legend of phases.
    phases: "Phases", "Phases";
    /// A project whose phase is not printed.
    phase_none: "phase non publiée", "phase not published";
    /// Name of the breadcrumb.
    breadcrumb: "Fil d’Ariane", "Breadcrumb";
    /// Leads one level up.
    up: "Remonter d’un niveau", "Up one level";
    /// Legend of the hatching.
    hatched: "part attribuée", "attributed share";
    /// Legend of the sum.
    sum_equals: "La somme des surfaces est égale au total affiché.", "The areas add up to the stated total.";
    /// Heading of cells without room for a name.
    unnamed: "Trop petits pour leur nom", "Too small for their name";
    /// Heading of what has no area.
    without_area: "Sans surface (montant nul, négatif ou non publié)", "Without area (zero, negative or unpublished)";
    /// Amount that is not published.
    not_published: "non publié", "not published";
    /// Said of a cell with parts.
    opens: "s’ouvre", "opens";
    /// Nothing is open yet.
    record_hint: "Choisissez un jalon ou une enveloppe pour lire ce que l’on en sait, avec ses sources.", "Choose a milestone or an envelope to read what is known of it, with its sources.";
    /// Name of the record panel.
    record: "Fiche", "Record";
    /// Closes the record.
    close: "Fermer", "Close";
    /// Heading.
    sources: "Sources", "Sources";
    /// A source on which a statement rests alone.
    single_source: "Repose sur cette seule source.", "Rests on this source alone.";
    /// Heading.
    conflicts: "Chiffres et mentions à confronter", "Figures and wordings to compare";
    /// Marks the value that is shown.
    shown_here: "affiché ici", "shown here";
    /// Link from an envelope's record.
    see_in_budget: "Voir dans les budgets", "See in the budgets";
    /// Link from an event's record.
    see_in_timeline: "Voir sur la chronologie", "See on the timeline";
    /// Field.
    field_amount: "Montant", "Amount";
    /// Field.
    field_share: "Part", "Share";
    /// Field.
    field_attributed: "Attribués", "Attributed";
    /// Field.
    field_unallocated: "Non ventilé", "Unallocated";
    /// Field.
    field_as_of: "Situation", "As of";
    /// Field.
    field_part_of: "Partie de", "Part of";
    /// Field.
    field_parts: "Détail", "Parts";
    /// Field.
    field_target: "Objectif", "Target";
    /// Field.
    field_unit: "Unité", "Unit";
    /// Field.
    field_observed: "Relevés", "Observations";
    /// Field.
    field_kind: "Nature", "Kind";
    /// Field.
    field_date_in_note: "Dans la note", "In the note";
    /// Field.
    field_since: "Depuis", "Since";
    /// Field.
    field_speaks_of: "Parle de", "Speaks of";
    /// Field.
    field_section: "Section", "Section";
    /// Field.
    field_value: "Valeur", "Value";
    /// Field.
    field_ministry: "Ministère", "Ministry";
    /// Field.
    field_zone: "Domaine", "Area";
    /// Field.
    field_funding: "Financement", "Funding";
    /// Field.
    field_stands_for: "Signifie", "Stands for";
    /// Field.
    field_publisher: "Éditeur", "Publisher";
    /// Field.
    field_published: "Publié", "Published";
    /// Field.
    field_footnote: "Note de bas de page", "Footnote";
    /// Field.
    field_read: "Lecture", "How read";
    /// Field.
    field_address: "Adresse", "Address";
    /// Field.
    field_commitment: "Autorisations d’engagement", "Commitment appropriations";
    /// Field.
    field_payment: "Crédits de paiement", "Payment appropriations";
    /// Field.
    field_appropriations: "Crédits par étape", "Appropriations by stage";
    /// Field.
    field_duration: "Durée moyenne", "Mean duration";
    /// Field.
    field_interministerial: "Interministériels", "Inter-ministerial";
    /// Field.
    field_by_edition: "Par édition", "By edition";
    /// A project whose scope is a new one in an edition.
    new_scope: "nouveau périmètre", "new scope";
    /// Field.
    field_schedule_drift: "Écart moyen de durée", "Mean schedule drift";
    /// Field.
    field_budget_drift: "Écart moyen de coût", "Mean budget drift";
    /// Records that rest on a source.
    cited_by: "Citée par", "Cited by";
    /// The long texts are on their way.
    detail_pending: "Texte en cours de chargement", "Text loading";
    /// The long texts could not be had.
    detail_failed: "Les textes détaillés n’ont pas pu être chargés. Le reste fonctionne.", "The detailed texts could not be loaded. Everything else works.";
    /// A part of the page is on its way.
    part_pending: "Chargement…", "Loading…";
    /// A part of the page could not be had.
    part_failed: "Cette partie n’a pas pu être chargée. Le reste fonctionne.", "This part could not be loaded. Everything else works.";
    /// Asks for what could not be had again.
    retry: "Réessayer", "Try again";
    /// Related records.
    related_actors: "Acteurs", "Actors";
    /// Related records.
    related_events: "Jalons", "Milestones";
    /// Related records.
    related_envelopes: "Enveloppes", "Envelopes";
    /// Related records.
    related_projects: "Projets", "Projects";
    /// Related records.
    related_programmes: "Programmes", "Programmes";
    /// Related records.
    related_indicators: "Indicateurs", "Indicators";
    /// Related records.
    related_facts: "Repères chiffrés", "Figures";
    /// Related records.
    related_positions: "Positions", "Positions";
    /// Related records.
    related_others: "Voir aussi", "See also";
    /// Footer.
    footer_data: "Données : note du Cercle de la réforme de l’État et sources publiques citées", "Data: note by the Cercle de la réforme de l’État and the public sources cited";
    /// Footer.
    footer_version: "version", "version";
    /// Footer.
    footer_licence: "compilation sous Licence Ouverte 2.0", "compilation under Licence Ouverte 2.0";
    /// Footer.
    footer_privacy: "Aucune requête vers un tiers.", "No request to any third party.";
    /// Footer link to the record of the note.
    footer_note: "La note et ses 15 renvois", "The note and its 15 footnotes";
    /// Footer link to the page about accessibility.
    accessibility: "Accessibilité", "Accessibility";
    /// Name of the links at the foot.
    about_site: "À propos du site", "About this site";
    /// Name of the page of all records in words.
    all_records: "Toutes les fiches", "All records";
    /// Name of the page of all terms.
    glossary: "Glossaire", "Glossary";
    /// Name of the page about how it was made.
    method: "Méthode", "Method";
    /// Name of the page of who answers for the site.
    legal: "Mentions légales", "Legal notice";
    /// Name of the page of what is kept of the reader.
    privacy: "Vie privée", "Privacy";
    /// Dismisses a message.
    dismiss: "Fermer ce message", "Dismiss this message";
    /// Files are being kept on the device.
    offline_saving: "Enregistrement pour la lecture hors ligne…", "Saving for offline reading…";
    /// They could not be kept.
    offline_failed: "L’enregistrement pour la lecture hors ligne n’a pas abouti.", "Saving for offline reading did not succeed.";
    /// Keeps nothing on the device any more.
    offline_remove: "Retirer de cet appareil", "Remove from this device";
    /// A newer version of the site is there.
    update_ready: "Une nouvelle version est prête.", "A new version is ready.";
    /// Goes on with it.
    update_apply: "Afficher la nouvelle version", "Show the new version";
}

/// Keeps the whole site on the device: "Rendre disponible hors ligne (2,7 Mo)".
#[must_use]
pub fn keep_offline(size: &str, lang: Lang) -> String {
    match lang {
        Lang::Fr => format!("Rendre disponible hors ligne ({size})"),
        Lang::En => format!("Make available offline ({size})"),
    }
}

/// Keeps what is missing: "Tout enregistrer (encore 1,2 Mo)".
#[must_use]
pub fn keep_rest(size: &str, lang: Lang) -> String {
    match lang {
        Lang::Fr => format!("Tout enregistrer (encore {size})"),
        Lang::En => format!("Save everything ({size} more)"),
    }
}

/// What is kept on the device: "Disponible hors ligne (1,6 Mo)".
#[must_use]
pub fn kept_offline(size: &str, lang: Lang) -> String {
    match lang {
        Lang::Fr => format!("Disponible hors ligne ({size})"),
        Lang::En => format!("Available offline ({size})"),
    }
}

/// A newer version of the site could be fetched.
#[must_use]
pub fn update_to_fetch(size: &str, lang: Lang) -> String {
    match lang {
        Lang::Fr => format!("Une nouvelle version existe ({size} à charger)."),
        Lang::En => format!("There is a new version ({size} to fetch)."),
    }
}

/// "34 jalons", "1 jalon".
#[must_use]
pub fn milestones(count: usize, lang: Lang) -> String {
    let number = integer(count as i64, lang);
    match (lang, count) {
        (Lang::Fr, 0 | 1) => format!("{number} jalon"),
        (Lang::Fr, _) => format!("{number} jalons"),
        (Lang::En, 1) => format!("{number} milestone"),
        (Lang::En, _) => format!("{number} milestones"),
    }
}

/// "50 projets", "1 projet".
#[must_use]
pub fn projects(count: usize, lang: Lang) -> String {
    let number = integer(count as i64, lang);
    match (lang, count) {
        (Lang::Fr, 0 | 1) => format!("{number} projet"),
        (Lang::Fr, _) => format!("{number} projets"),
        (Lang::En, 1) => format!("{number} project"),
        (Lang::En, _) => format!("{number} projects"),
    }
}

/// "34 jalons sur 79, du 1er janv. 2021 au 31 juil. 2022".
#[must_use]
pub fn shown_in_period(count: usize, all: usize, first: &str, last: &str, lang: Lang) -> String {
    let milestones = milestones(count, lang);
    let all = integer(all as i64, lang);
    match lang {
        Lang::Fr => format!("{milestones} sur {all}, du {first} au {last}"),
        Lang::En => format!("{milestones} of {all}, from {first} to {last}"),
    }
}

/// Which place something has among how many: "3 sur 12".
#[must_use]
pub fn position(place: usize, count: usize, lang: Lang) -> String {
    let (place, count) = (integer(place as i64, lang), integer(count as i64, lang));
    match lang {
        Lang::Fr => format!("{place} sur {count}"),
        Lang::En => format!("{place} of {count}"),
    }
}

/// How many envelopes the filter keeps of how many.
#[must_use]
pub fn kept_of(kept: usize, all: usize, lang: Lang) -> String {
    let (count, all) = (integer(kept as i64, lang), integer(all as i64, lang));
    match (lang, kept) {
        (Lang::Fr, 0 | 1) => format!("{count} enveloppe sur {all} dans le filtre"),
        (Lang::Fr, _) => format!("{count} enveloppes sur {all} dans le filtre"),
        (Lang::En, 1) => format!("{count} envelope of {all} within the filter"),
        (Lang::En, _) => format!("{count} envelopes of {all} within the filter"),
    }
}

/// What a list of choices keeps: "thème Données", "statut annoncé ou en cours".
#[must_use]
pub fn kept(criterion: &str, choices: &[&str], lang: Lang) -> String {
    let or = match lang {
        Lang::Fr => " ou ",
        Lang::En => " or ",
    };
    format!("{criterion} {}", choices.join(or))
}

/// What stands for the events before or after the period of a list.
#[must_use]
pub fn beyond_window(count: usize, is_before: bool, lang: Lang) -> String {
    let milestones = milestones(count, lang);
    match (lang, is_before) {
        (Lang::Fr, true) => format!("{milestones} avant cette période{NNBSP}: tout montrer"),
        (Lang::Fr, false) => format!("{milestones} après cette période{NNBSP}: tout montrer"),
        (Lang::En, true) => format!("{milestones} before this period: show all"),
        (Lang::En, false) => format!("{milestones} after this period: show all"),
    }
}

/// How an event stood on the day of the note, in a word or two.
#[must_use]
pub fn short_status(status: Status, lang: Lang) -> &'static str {
    match (lang, status) {
        (Lang::Fr, Status::Past) => "passé",
        (Lang::Fr, Status::Ongoing) => "en cours",
        (Lang::Fr, Status::Announced) => "annoncé",
        (Lang::Fr, Status::Later) if is_brought() => "à venir",
        (Lang::En, Status::Later) if is_brought() => "to come",
        (Lang::Fr, Status::Later) => "postérieur à la note",
        (Lang::En, Status::Past) => "past",
        (Lang::En, Status::Ongoing) => "under way",
        (Lang::En, Status::Announced) => "announced",
        (Lang::En, Status::Later) => "later than the note",
    }
}

/// The name of a stub of marks hidden for want of room.
#[must_use]
pub fn stub_within(count: usize, lane: &str, lang: Lang) -> String {
    match lang {
        Lang::Fr => format!("{lane}{NNBSP}: {} de plus, zoomer pour les voir", milestones(count, lang)),
        Lang::En => format!("{lane}: {} more, zoom in to see them", milestones(count, lang)),
    }
}

/// What leads to the lines of a list that are not drawn yet.
#[must_use]
pub fn more_listed(count: usize, lang: Lang) -> String {
    match lang {
        Lang::Fr => format!("{} de plus, afficher la suite", milestones(count, lang)),
        Lang::En => format!("{} more, show the next ones", milestones(count, lang)),
    }
}

/// The name of a stub of marks before the window.
#[must_use]
pub fn stub_before(count: usize, lane: &str, lang: Lang) -> String {
    match lang {
        Lang::Fr => format!("{lane}{NNBSP}: {} avant cette période, élargir", milestones(count, lang)),
        Lang::En => format!("{lane}: {} before this period, widen it", milestones(count, lang)),
    }
}

/// The name of a stub of marks after the window.
#[must_use]
pub fn stub_after(count: usize, lane: &str, lang: Lang) -> String {
    match lang {
        Lang::Fr => format!("{lane}{NNBSP}: {} après cette période, élargir", milestones(count, lang)),
        Lang::En => format!("{lane}: {} after this period, widen it", milestones(count, lang)),
    }
}

/// What is said of a value in the address that means nothing.
#[must_use]
pub fn invalid_param(key: &str, value: &str, lang: Lang) -> String {
    match lang {
        Lang::Fr => format!(
            "L’adresse demande {key} = «{NNBSP}{value}{NNBSP}», qui n’existe pas ici{NNBSP}; la valeur par défaut est montrée."
        ),
        Lang::En => format!(
            "The address asks for {key} = “{value}”, which does not exist here; the default is shown."
        ),
    }
}

/// A share of a named whole: `62,8 % de Crédits numériques`.
#[must_use]
pub fn share_of(share: &str, whole: &str, lang: Lang) -> String {
    match lang {
        Lang::Fr => format!("{share} de «{NNBSP}{whole}{NNBSP}»"),
        Lang::En => format!("{share} of “{whole}”"),
    }
}

/// What has been given out of an envelope: `dont 37,46 M€ attribués`.
#[must_use]
pub fn attributed(amount: &str, lang: Lang) -> String {
    match lang {
        Lang::Fr => format!("dont {amount} attribués"),
        Lang::En => format!("of which {amount} attributed"),
    }
}

/// A part of a whole: `37,46 M€ sur 88 M€`.
#[must_use]
pub fn of_amount(part: &str, whole: &str, lang: Lang) -> String {
    match lang {
        Lang::Fr => format!("{part} sur {whole}"),
        Lang::En => format!("{part} of {whole}"),
    }
}

/// What is said below an attributed amount.
#[must_use]
pub fn attributed_of(label: &str, lang: Lang) -> String {
    match lang {
        Lang::Fr => format!("{label}, part attribuée"),
        Lang::En => format!("{label}, attributed share"),
    }
}

/// The stage of a State budget.
#[must_use]
pub fn stage(stage: Stage, lang: Lang) -> &'static str {
    match (lang, stage) {
        (Lang::Fr, Stage::Plf2021) => "projet de loi de finances 2021",
        (Lang::Fr, Stage::Lfi2021) => "loi de finances initiale 2021",
        (Lang::Fr, Stage::Executed2021) => "exécuté 2021",
        (Lang::Fr, Stage::Plf2022) => "projet de loi de finances 2022",
        (Lang::Fr, Stage::Plf2023) => "projet de loi de finances 2023",
        (Lang::En, Stage::Plf2021) => "finance bill 2021",
        (Lang::En, Stage::Lfi2021) => "initial finance law 2021",
        (Lang::En, Stage::Executed2021) => "executed 2021",
        (Lang::En, Stage::Plf2022) => "finance bill 2022",
        (Lang::En, Stage::Plf2023) => "finance bill 2023",
    }
}

/// A stage of a State budget in few letters.
#[must_use]
pub fn short_stage(stage: Stage, lang: Lang) -> &'static str {
    match (lang, stage) {
        (Lang::Fr, Stage::Plf2021) => "PLF 2021",
        (Lang::Fr, Stage::Lfi2021) => "LFI 2021",
        (Lang::Fr, Stage::Executed2021) => "exécuté 2021",
        (Lang::Fr, Stage::Plf2022) => "PLF 2022",
        (Lang::Fr, Stage::Plf2023) => "PLF 2023",
        (Lang::En, Stage::Plf2021) => "bill 2021",
        (Lang::En, Stage::Lfi2021) => "law 2021",
        (Lang::En, Stage::Executed2021) => "executed 2021",
        (Lang::En, Stage::Plf2022) => "bill 2022",
        (Lang::En, Stage::Plf2023) => "bill 2023",
    }
}

/// What is measured of a budget.
#[must_use]
pub fn measure(measure: Measure, lang: Lang) -> &'static str {
    match (lang, measure) {
        (Lang::Fr, Measure::Amount) => "montants",
        (Lang::Fr, Measure::Commitment) => "engagements (AE)",
        (Lang::Fr, Measure::Payment) => "paiements (CP)",
        (Lang::En, Measure::Amount) => "amounts",
        (Lang::En, Measure::Commitment) => "commitments (AE)",
        (Lang::En, Measure::Payment) => "payments (CP)",
    }
}

/// The phase of a project.
#[must_use]
pub fn phase(phase: Phase, lang: Lang) -> &'static str {
    match (lang, phase) {
        (Lang::Fr, Phase::Framing) => "cadrage",
        (Lang::Fr, Phase::Design) => "conception et réalisation",
        (Lang::Fr, Phase::Trial) => "expérimentation",
        (Lang::Fr, Phase::RollOut) => "déploiement",
        (Lang::Fr, Phase::Finished) => "terminé",
        (Lang::Fr, Phase::Withheld) => "retenue à dessein",
        (Lang::En, Phase::Framing) => "framing",
        (Lang::En, Phase::Design) => "design and build",
        (Lang::En, Phase::Trial) => "trial",
        (Lang::En, Phase::RollOut) => "roll-out",
        (Lang::En, Phase::Finished) => "finished",
        (Lang::En, Phase::Withheld) => "withheld on purpose",
    }
}

/// The phase of a project as printed, or that none is.
#[must_use]
pub fn phase_printed(printed: Option<Phase>, lang: Lang) -> &'static str {
    printed.map_or(messages(lang).phase_none(), |printed| phase(printed, lang))
}

/// The name of a ministry by its code; a code of other data is its own name.
#[must_use]
pub fn ministry(code: &str, lang: Lang) -> &str {
    let (fr, en) = match code {
        "PM" => ("Services du Premier ministre", "Prime Minister’s Office"),
        "MEAE" => ("Europe et Affaires étrangères", "Europe and Foreign Affairs"),
        "ARM" => ("Armées", "Armed Forces"),
        "INT" => ("Intérieur", "Interior"),
        "JUST" => ("Justice", "Justice"),
        "ECOFI" => ("Économie et Finances", "Economy and Finance"),
        "MACP" => ("Action et Comptes publics", "Public Action and Accounts"),
        "MTFP" => ("Transformation et Fonction publiques", "Public Transformation and Civil Service"),
        "EDUC" => ("Éducation nationale", "National Education"),
        "SANTE_AS" => ("Affaires sociales (santé, travail)", "Social Affairs (health, labour)"),
        "SANTE" => ("Solidarités et Santé", "Solidarity and Health"),
        "TRAV" => ("Travail et Emploi", "Labour and Employment"),
        "TE" => ("Transition écologique", "Ecological Transition"),
        "AGRI" => ("Agriculture", "Agriculture"),
        "CULT" => ("Culture", "Culture"),
        other => (other, other),
    };
    if lang == Lang::Fr { fr } else { en }
}

/// Commitments and payments side by side, never added.
#[must_use]
pub fn commitment_and_payment(commitment: &str, payment: &str, lang: Lang) -> String {
    match lang {
        Lang::Fr => format!("AE {commitment}, CP {payment}"),
        Lang::En => format!("commitments {commitment}, payments {payment}"),
    }
}

/// An edition of the panorama of large projects.
#[must_use]
pub fn edition(date: &str, lang: Lang) -> String {
    match lang {
        Lang::Fr => format!("panorama des grands projets, {date}"),
        Lang::En => format!("panorama of large projects, {date}"),
    }
}

/// A statement with its holder: `Appréciation · Cercle de la réforme de l’État`.
#[must_use]
pub fn attributed_to(kind: &str, holder: &str) -> String {
    format!("{kind} · {holder}")
}

/// A section of the note, S0 to S6.
#[must_use]
pub fn section(section: &str, lang: Lang) -> String {
    let (fr, en) = match section {
        "S0" => ("introduction de la note", "introduction of the note"),
        "S1" => ("note, «\u{202f}Capacité\u{202f}»", "note, “Capacity”"),
        "S2" => ("note, «\u{202f}Coproduction\u{202f}»", "note, “Co-production”"),
        "S3" => ("note, «\u{202f}Souveraineté\u{202f}»", "note, “Sovereignty”"),
        "S4" => ("note, «\u{202f}Données\u{202f}»", "note, “Data”"),
        "S5" => ("note, «\u{202f}Gouvernance\u{202f}»", "note, “Governance”"),
        "S6" => ("conclusion de la note", "conclusion of the note"),
        other => (other, other),
    };
    if lang == Lang::Fr { fr.to_owned() } else { en.to_owned() }
}

/// A number of years.
#[must_use]
pub fn years(number: &str, lang: Lang) -> String {
    match lang {
        Lang::Fr => format!("{number} ans"),
        Lang::En => format!("{number} years"),
    }
}

/// A number of months.
#[must_use]
pub fn months(number: &str, lang: Lang) -> String {
    match lang {
        Lang::Fr => format!("{number} mois"),
        Lang::En => format!("{number} months"),
    }
}

/// Words as a source prints them.
#[must_use]
pub fn quoted(text: &str, lang: Lang) -> String {
    match lang {
        Lang::Fr => format!("«{NNBSP}{text}{NNBSP}»"),
        Lang::En => format!("“{text}”"),
    }
}

/// How things stood on the day of the note.
#[must_use]
pub fn status(status: Status, lang: Lang) -> &'static str {
    if is_brought() {
        return short_status(status, lang);
    }
    match (lang, status) {
        (Lang::Fr, Status::Past) => "avait eu lieu à la date de la note",
        (Lang::Fr, Status::Ongoing) => "en cours à la date de la note",
        (Lang::Fr, Status::Announced) => "annoncé à la date de la note",
        (Lang::Fr, Status::Later) => "postérieur à la note",
        (Lang::En, Status::Past) => "had happened at the date of the note",
        (Lang::En, Status::Ongoing) => "under way at the date of the note",
        (Lang::En, Status::Announced) => "announced at the date of the note",
        (Lang::En, Status::Later) => "after the note",
    }
}

/// What came of a thing.
#[must_use]
pub fn outcome(outcome: Outcome, lang: Lang) -> &'static str {
    match (lang, outcome) {
        (Lang::Fr, Outcome::Done) => "réalisé",
        (Lang::Fr, Outcome::Abandoned) => "abandonné",
        (Lang::Fr, Outcome::Open) => "toujours ouvert",
        (Lang::Fr, Outcome::Unknown) => "suite non connue",
        (Lang::En, Outcome::Done) => "done",
        (Lang::En, Outcome::Abandoned) => "given up",
        (Lang::En, Outcome::Open) => "still open",
        (Lang::En, Outcome::Unknown) => "outcome not known",
    }
}

/// The kind of an event.
#[must_use]
pub fn event_kind(kind: EventKind, lang: Lang) -> &'static str {
    match (lang, kind) {
        (Lang::Fr, EventKind::Decision) => "décision",
        (Lang::Fr, EventKind::Law) => "loi",
        (Lang::Fr, EventKind::Report) => "rapport",
        (Lang::Fr, EventKind::Launch) => "lancement",
        (Lang::Fr, EventKind::Failure) => "échec",
        (Lang::Fr, EventKind::Agreement) => "accord",
        (Lang::Fr, EventKind::Publication) => "publication",
        (Lang::Fr, EventKind::Milestone) => "jalon",
        (Lang::En, EventKind::Decision) => "decision",
        (Lang::En, EventKind::Law) => "law",
        (Lang::En, EventKind::Report) => "report",
        (Lang::En, EventKind::Launch) => "launch",
        (Lang::En, EventKind::Failure) => "failure",
        (Lang::En, EventKind::Agreement) => "agreement",
        (Lang::En, EventKind::Publication) => "publication",
        (Lang::En, EventKind::Milestone) => "milestone",
    }
}

/// The kind of a programme.
#[must_use]
pub fn programme_kind(kind: ProgrammeKind, lang: Lang) -> &'static str {
    match (lang, kind) {
        (Lang::Fr, ProgrammeKind::Plan) | (Lang::En, ProgrammeKind::Plan) => "plan",
        (Lang::Fr, ProgrammeKind::Programme) | (Lang::En, ProgrammeKind::Programme) => "programme",
        (Lang::Fr, ProgrammeKind::Strategy) => "stratégie",
        (Lang::Fr, ProgrammeKind::Law) => "texte de loi",
        (Lang::Fr, ProgrammeKind::Code) | (Lang::En, ProgrammeKind::Code) => "code",
        (Lang::Fr, ProgrammeKind::Report) => "rapport",
        (Lang::Fr, ProgrammeKind::Framework) => "référentiel",
        (Lang::Fr, ProgrammeKind::Service) | (Lang::En, ProgrammeKind::Service) => "service",
        (Lang::Fr, ProgrammeKind::Body) => "organisme",
        (Lang::En, ProgrammeKind::Strategy) => "strategy",
        (Lang::En, ProgrammeKind::Law) => "legislation",
        (Lang::En, ProgrammeKind::Report) => "report",
        (Lang::En, ProgrammeKind::Framework) => "framework",
        (Lang::En, ProgrammeKind::Body) => "body",
    }
}

/// The kind of an actor.
#[must_use]
pub fn actor_kind(kind: ActorKind, lang: Lang) -> &'static str {
    match (lang, kind) {
        (Lang::Fr, ActorKind::State) => "État",
        (Lang::Fr, ActorKind::Agency) => "agence de l’État",
        (Lang::Fr, ActorKind::Authority) => "autorité",
        (Lang::Fr, ActorKind::Company) => "entreprise",
        (Lang::Fr, ActorKind::Parliament) => "Parlement",
        (Lang::Fr, ActorKind::Local) => "collectivités",
        (Lang::Fr, ActorKind::ThinkTank) => "cercle de réflexion",
        (Lang::Fr, ActorKind::Person) => "personne",
        (Lang::Fr, ActorKind::CivilSociety) => "société civile",
        (Lang::Fr, ActorKind::Foreign) => "étranger",
        (Lang::Fr, ActorKind::European) => "Union européenne",
        (Lang::Fr, ActorKind::Media) => "média",
        (Lang::Fr, ActorKind::Public) => "public",
        (Lang::En, ActorKind::State) => "State",
        (Lang::En, ActorKind::Agency) => "State agency",
        (Lang::En, ActorKind::Authority) => "authority",
        (Lang::En, ActorKind::Company) => "company",
        (Lang::En, ActorKind::Parliament) => "Parliament",
        (Lang::En, ActorKind::Local) => "local authorities",
        (Lang::En, ActorKind::ThinkTank) => "think-tank",
        (Lang::En, ActorKind::Person) => "person",
        (Lang::En, ActorKind::CivilSociety) => "civil society",
        (Lang::En, ActorKind::Foreign) => "foreign",
        (Lang::En, ActorKind::European) => "European Union",
        (Lang::En, ActorKind::Media) => "media",
        (Lang::En, ActorKind::Public) => "public",
    }
}

/// The kind of a position, attributed in the record to its holder.
#[must_use]
pub fn position_kind(kind: PositionKind, lang: Lang) -> &'static str {
    match (lang, kind) {
        (Lang::Fr, PositionKind::Fact) => "fait rapporté",
        (Lang::Fr, PositionKind::Judgement) => "appréciation",
        (Lang::Fr, PositionKind::Recommendation) => "recommandation",
        (Lang::Fr, PositionKind::Concern) => "inquiétude",
        (Lang::En, PositionKind::Fact) => "reported fact",
        (Lang::En, PositionKind::Judgement) => "judgement",
        (Lang::En, PositionKind::Recommendation) => "recommendation",
        (Lang::En, PositionKind::Concern) => "concern",
    }
}

/// How firm an observation is.
#[must_use]
pub fn observation_quality(quality: ObservationQuality, lang: Lang) -> &'static str {
    match (lang, quality) {
        (Lang::Fr, ObservationQuality::Observed) => "constaté",
        (Lang::Fr, ObservationQuality::Forecast) => "prévision",
        (Lang::Fr, ObservationQuality::Announced) => "annonce",
        (Lang::En, ObservationQuality::Observed) => "observed",
        (Lang::En, ObservationQuality::Forecast) => "forecast",
        (Lang::En, ObservationQuality::Announced) => "announced",
    }
}

/// Whether a figure was printed or worked out.
#[must_use]
pub fn fact_quality(quality: FactQuality, lang: Lang) -> &'static str {
    match (lang, quality) {
        (Lang::Fr, FactQuality::Published) => "publié",
        (Lang::Fr, FactQuality::Computed) => "calculé par nous",
        (Lang::En, FactQuality::Published) => "published",
        (Lang::En, FactQuality::Computed) => "computed by us",
    }
}

/// Whether the headline of an edition was printed or worked out.
#[must_use]
pub fn edition_quality(quality: EditionQuality, lang: Lang) -> &'static str {
    match (lang, quality) {
        (Lang::Fr, EditionQuality::Published) => "publié",
        (Lang::Fr, EditionQuality::Computed) => "calculé par nous",
        (Lang::En, EditionQuality::Published) => "published",
        (Lang::En, EditionQuality::Computed) => "computed by us",
    }
}

/// What the amounts of a scope are made of.
#[must_use]
pub fn nature(nature: Nature, lang: Lang) -> &'static str {
    match (lang, nature) {
        (Lang::Fr, Nature::Public) => "argent public",
        (Lang::Fr, Nature::Mixed) => "argent public et privé",
        (Lang::Fr, Nature::FullCost) => "coûts complets de projets",
        (Lang::Fr, Nature::Appropriations) => "crédits votés",
        (Lang::En, Nature::Public) => "public money",
        (Lang::En, Nature::Mixed) => "public and private money",
        (Lang::En, Nature::FullCost) => "full costs of projects",
        (Lang::En, Nature::Appropriations) => "voted appropriations",
    }
}

/// The kind of a source.
#[must_use]
pub fn source_kind(kind: SourceKind, lang: Lang) -> &'static str {
    match (lang, kind) {
        (Lang::Fr, SourceKind::Note) => "la note",
        (Lang::Fr, SourceKind::Footnote) => "renvoi de la note",
        (Lang::Fr, SourceKind::Press) => "presse",
        (Lang::Fr, SourceKind::Official) => "source officielle",
        (Lang::Fr, SourceKind::OpenData) => "données ouvertes",
        (Lang::En, SourceKind::Note) => "the note",
        (Lang::En, SourceKind::Footnote) => "footnote of the note",
        (Lang::En, SourceKind::Press) => "press",
        (Lang::En, SourceKind::Official) => "official source",
        (Lang::En, SourceKind::OpenData) => "open data",
    }
}

/// How much of a source was read.
#[must_use]
pub fn reading(reading: Reading, lang: Lang) -> &'static str {
    match (lang, reading) {
        (Lang::Fr, Reading::Whole) => "lu en entier",
        (Lang::Fr, Reading::Excerpt) => "extrait lu",
        (Lang::Fr, Reading::NotRead) => "non lu",
        (Lang::En, Reading::Whole) => "read in full",
        (Lang::En, Reading::Excerpt) => "excerpt read",
        (Lang::En, Reading::NotRead) => "not read",
    }
}

/// The name of a kind of record, for the head of its record.
#[must_use]
pub fn record_kind(kind: RecordKind, lang: Lang) -> &'static str {
    match (lang, kind) {
        (Lang::Fr, RecordKind::Theme) => "Thème",
        (Lang::Fr, RecordKind::Event) => "Jalon",
        (Lang::Fr, RecordKind::Programme) => "Programme",
        (Lang::Fr, RecordKind::Scope) => "Périmètre",
        (Lang::Fr, RecordKind::Split) => "Répartition",
        (Lang::Fr, RecordKind::Envelope) => "Enveloppe",
        (Lang::Fr, RecordKind::Appropriation) => "Crédits",
        (Lang::Fr, RecordKind::Indicator) => "Indicateur",
        (Lang::Fr, RecordKind::Observation) => "Relevé",
        (Lang::Fr, RecordKind::Project | RecordKind::ProjectEdition) => "Projet",
        (Lang::Fr, RecordKind::Edition) => "Édition",
        (Lang::Fr, RecordKind::Fact) => "Repère chiffré",
        (Lang::Fr, RecordKind::Actor) => "Acteur",
        (Lang::Fr, RecordKind::Position) => "Position",
        (Lang::Fr, RecordKind::Discrepancy) => "Écart",
        (Lang::Fr, RecordKind::Term) => "Glossaire",
        (Lang::Fr, RecordKind::Source) => "Source",
        (Lang::Fr, RecordKind::Step) => "Étape du récit",
        (Lang::En, RecordKind::Theme) => "Theme",
        (Lang::En, RecordKind::Event) => "Milestone",
        (Lang::En, RecordKind::Programme) => "Programme",
        (Lang::En, RecordKind::Scope) => "Scope",
        (Lang::En, RecordKind::Split) => "Breakdown",
        (Lang::En, RecordKind::Envelope) => "Envelope",
        (Lang::En, RecordKind::Appropriation) => "Appropriations",
        (Lang::En, RecordKind::Indicator) => "Indicator",
        (Lang::En, RecordKind::Observation) => "Observation",
        (Lang::En, RecordKind::Project | RecordKind::ProjectEdition) => "Project",
        (Lang::En, RecordKind::Edition) => "Edition",
        (Lang::En, RecordKind::Fact) => "Figure",
        (Lang::En, RecordKind::Actor) => "Actor",
        (Lang::En, RecordKind::Position) => "Position",
        (Lang::En, RecordKind::Discrepancy) => "Discrepancy",
        (Lang::En, RecordKind::Term) => "Glossary",
        (Lang::En, RecordKind::Source) => "Source",
        (Lang::En, RecordKind::Step) => "Step of the story",
    }
}

/// The name of the search field.
#[must_use]
pub fn search(lang: Lang) -> &'static str {
    match lang {
        Lang::Fr => "Rechercher",
        Lang::En => "Search",
    }
}

/// The name of the list of suggestions.
#[must_use]
pub fn search_results(lang: Lang) -> &'static str {
    match lang {
        Lang::Fr => "Résultats de la recherche",
        Lang::En => "Search results",
    }
}

/// How many records a search has found.
#[must_use]
pub fn search_count(count: usize, lang: Lang) -> String {
    let number = integer(count as i64, lang);
    match (lang, count) {
        (Lang::Fr, 0) => "Aucun résultat".to_owned(),
        (Lang::Fr, 1) => format!("{number} résultat"),
        (Lang::Fr, _) => format!("{number} résultats"),
        (Lang::En, 0) => "No results".to_owned(),
        (Lang::En, 1) => format!("{number} result"),
        (Lang::En, _) => format!("{number} results"),
    }
}

/// Leads from the suggestions to all that was found.
#[must_use]
pub fn search_all_in_table(count: usize, lang: Lang) -> String {
    let number = integer(count as i64, lang);
    match lang {
        Lang::Fr => format!("Tout montrer dans le tableau ({number})"),
        Lang::En => format!("Show all in the table ({number})"),
    }
}

/// The search could not be had.
#[must_use]
pub fn search_failed(lang: Lang) -> &'static str {
    match lang {
        Lang::Fr => "La recherche n’a pas pu démarrer. Le reste fonctionne.",
        Lang::En => "The search could not start. Everything else works.",
    }
}

/// What a source claims.
#[must_use]
pub fn claim_in_words(claim: &Claim, lang: Lang) -> String {
    match claim {
        Claim::Eur(euros) => amount(*euros, lang),
        Claim::Number(number) => quantity(*number, lang),
        Claim::Percent(number) => with_percent_sign(&quantity(*number, lang), lang),
        Claim::Date(date) => date_in_words(*date, OpenEnd::GoesOn, lang),
        Claim::Text(text) => quoted(text, lang),
    }
}

/// What an indicator is to reach, and by when: `4 000 conseillers (fin 2022)`.
#[must_use]
pub fn target(indicator: &Indicator, lang: Lang) -> Option<String> {
    let value = with_unit(indicator.target?, indicator.unit.get(lang), lang);
    Some(match indicator.target_date {
        Some(date) => format!("{value} ({})", date_in_words(date, OpenEnd::ToCome, lang)),
        None => value,
    })
}

/// Several records of a kind.
#[must_use]
pub fn records_of_kind(kind: RecordKind, lang: Lang) -> &'static str {
    let messages = messages(lang);
    match kind {
        RecordKind::Event => messages.related_events(),
        RecordKind::Envelope => messages.related_envelopes(),
        RecordKind::Project => messages.related_projects(),
        RecordKind::Actor => messages.related_actors(),
        RecordKind::Indicator => messages.related_indicators(),
        RecordKind::Programme => messages.related_programmes(),
        RecordKind::Position => messages.related_positions(),
        RecordKind::Fact => messages.related_facts(),
        RecordKind::Discrepancy => messages.conflicts(),
        other => record_kind(other, lang),
    }
}

/// Where data come from that a reader has brought.
#[must_use]
pub fn data_of_file(file: &str, lang: Lang) -> String {
    match lang {
        Lang::Fr => format!("Données{NNBSP}: {file}"),
        Lang::En => format!("Data: {file}"),
    }
}

/// What a frame shows, in one line: `Budgets — Où en est la stratégie numérique publique ?`.
#[must_use]
pub fn frame_title(view: &str, lang: Lang) -> String {
    format!("{view} — {}", messages(lang).title())
}

/// What a frame says that is pinned to another version of the data than the page has.
#[must_use]
pub fn data_moved_on(pinned: &str, present: &str, lang: Lang) -> String {
    match lang {
        Lang::Fr => format!(
            "Cette vue a été choisie sur la version {pinned} des données. Elle montre à présent la version {present}{NNBSP}: des chiffres ont pu changer."
        ),
        Lang::En => format!(
            "This view was chosen on version {pinned} of the data. It now shows version {present}: some figures may have changed."
        ),
    }
}

/// Pins a frame to a version of the data.
#[must_use]
pub fn pin_data(version: &str, lang: Lang) -> String {
    match lang {
        Lang::Fr => format!("version {version}, et le cadre signale si elles ont changé depuis"),
        Lang::En => format!("version {version}, and the frame says so once they have changed"),
    }
}

/// Keeps the open record in a frame.
#[must_use]
pub fn keep_record(title: &str, lang: Lang) -> String {
    match lang {
        Lang::Fr => format!("la fiche ouverte{NNBSP}: {title}"),
        Lang::En => format!("the open record: {title}"),
    }
}

// What makes a frame of the explorer.
messages! {
    /// Makes the snippet of a frame.
    embed: "Intégrer", "Embed";
    /// What the snippet is for.
    embed_lede: "Un cadre pour une page web, sans script, sans cookie et sans mesure d’audience.", "A frame for a web page, without script, cookies or analytics.";
    /// What the dialog of frames says of data that a reader has only opened.
    embed_needs_publication: "Ces données ne sont que dans votre page. Publiez-les d’abord en un fichier HTML, mettez-le en ligne, et intégrez-le depuis là.", "These data are in your page only. Publish them as one HTML file first, put it online, and embed it from there.";
    /// Said where the page has no address that others could frame.
    embed_needs_host: "Cette page est ouverte depuis un fichier ou dans un cadre isolé : elle n’a pas d’adresse que d’autres pages puissent montrer. Déposez d’abord le dossier du site chez un hébergeur de fichiers statiques ; ouvert à son adresse, l’explorateur donnera ici le code à copier.", "This page is open from a file or in an isolated frame: it has no address that other pages could show. First put the folder of the site on any static host; opened at its address, the explorer will give the code to copy here.";
    /// Which view.
    embed_view: "Vue", "View";
    /// What of the present state goes along.
    embed_keeps: "Garder", "Keep";
    /// Keeps the filters.
    embed_keeps_filters: "les filtres", "the filters";
    /// Keeps the period.
    embed_keeps_period: "la période affichée", "the period shown";
    /// Colours that follow the reader's system.
    embed_scheme_auto: "celles du système du lecteur", "those of the reader’s system";
    /// The width.
    embed_width: "Largeur en pixels (vide : toute la colonne)", "Width in pixels (empty: the whole column)";
    /// The height.
    embed_height: "Hauteur en pixels", "Height in pixels";
    /// Which data.
    embed_data: "Données", "Data";
    /// The data as they are when the frame is read.
    embed_latest: "toujours les dernières", "always the latest";
    /// The name of the preview.
    embed_preview: "Aperçu", "Preview";
    /// The name of the snippet.
    embed_code: "Code à coller dans la page", "Code to paste into the page";
    /// How a frame gets the height of its content.
    embed_height_note: "La hauteur reste fixe sans script. Une page qui suit déjà les cadres de Datawrapper, de Pym ou d’AMP donne d’elle-même à celui-ci la hauteur de son contenu.", "The height is fixed without script. A page that already follows frames of Datawrapper, Pym or AMP gives this one the height of its content by itself.";
    /// Copies the snippet.
    embed_copy: "Copier le code", "Copy the code";
    /// Said when it is in the clipboard.
    embed_copied: "Code copié.", "Code copied.";
    /// Said where the browser does not let a page copy.
    copy_by_hand: "La copie est bloquée ici. Le texte est sélectionné : copiez-le avec Ctrl + C ou ⌘ + C.", "Copying is blocked here. The text is selected: copy it with Ctrl + C or ⌘ + C.";
    /// The picture in place of a frame.
    embed_picture: "Si le site refuse les cadres : une image et sa légende", "If the site refuses frames: a picture and its caption";
    /// Takes the picture away.
    embed_picture_download: "Télécharger l’image (SVG)", "Download the picture (SVG)";
    /// The name of its caption.
    embed_caption: "Légende à placer sous l’image", "Caption to put below the picture";
    /// Copies the caption.
    embed_caption_copy: "Copier la légende", "Copy the caption";
    /// Said when it is in the clipboard.
    embed_caption_copied: "Légende copiée.", "Caption copied.";
    /// Leads from a frame to the whole explorer.
    open_explorer: "Ouvrir l’explorateur en entier", "Open the full explorer";
}
