//! The sentences of the page about the method in both languages; every number in them is counted.

use super::known::{Choices, Matter, StageGap};
use crate::{
    i18n::{
        format::{capitalised, integer, named},
        messages,
        words::words,
    },
    model::{envelope::Measure, text::Lang},
};

words! {
    /// Heading.
    scopes: "Périmètres, et ce qui ne s’additionne pas", "Scopes, and what may not be added";
    /// What a scope is.
    scopes_intro: "Un périmètre réunit des montants de même nature, qui s’additionnent entre eux et à rien d’autre. Jalons n’affiche jamais la somme de deux périmètres. Une enveloppe qui a plusieurs répartitions est découpée plusieurs fois\u{202f}: c’est le même argent. La part attribuée, engagée ou payée est comprise dans son enveloppe et ne s’y ajoute pas.", "A scope gathers amounts of one nature, which may be added to each other and to nothing else. Jalons never shows the sum of two scopes. An envelope with several breakdowns is cut up several times: it is the same money. The share given out, committed or paid lies within its envelope and is not on top of it.";
    /// Heading.
    discrepancies: "Écarts\u{202f}: les valeurs et le choix", "Discrepancies: the values and the choice";
    /// How a choice is made.
    discrepancies_intro: "Une image ne peut porter qu’une valeur. Là où des sources ne disent pas la même chose, toutes les valeurs restent, chacune avec sa source\u{202f}; celle qui est affichée est marquée, et la raison de l’écart figure au-dessous. Un écart n’est pas toujours une erreur\u{202f}: un arrondi, une date ou un champ différents suffisent.", "A picture can carry one value only. Where sources do not say the same, all values are kept, each with its source; the one shown is marked, and why they differ stands below. A discrepancy is not always a mistake: a rounding, another date or another scope is enough.";
    /// Before what a conflict is about.
    about: "Concerne", "About";
    /// Heading.
    sources: "Sources, et comment elles ont été lues", "Sources, and how they were read";
    /// What the ways of reading mean.
    sources_intro: "«\u{202f}Lu en entier\u{202f}»\u{202f}: tout le document, ou tout le jeu de données. «\u{202f}Extrait lu\u{202f}»\u{202f}: le passage qui porte le fait, et non le reste du document. «\u{202f}Non lu\u{202f}»\u{202f}: l’adresse est un renvoi de la note, repris tel quel, sans que la page ait été ouverte\u{202f}; aucun fait ne repose sur elle seule.", "“Read in full”: the whole document or data set. “Excerpt read”: the passage that bears the fact, and not the rest of the document. “Not read”: the address is a footnote of the note, kept as it is, without the page having been opened; no fact rests on it alone.";
    /// Caption of the table.
    sources_caption: "Sources selon leur nature et leur lecture", "Sources by kind and by how they were read";
    /// Head of a column.
    kind: "Nature", "Kind";
    /// Head of a column or row.
    all: "Ensemble", "All";
    /// Heading.
    not_read: "Renvois de la note qui n’ont pas été lus", "Footnotes of the note that were not read";
    /// Heading.
    single: "Sources qui portent seules un fait", "Sources that carry a fact alone";
    /// Heading.
    unknown: "Ce qui n’est pas su", "What is not known";
    /// What is done with it.
    unknown_intro: "Ce qui n’est pas publié n’est ni estimé, ni réparti, ni interpolé. Cette liste est comptée dans les données.", "What is not published is neither estimated, nor apportioned, nor interpolated. This list is counted from the data.";
    /// Heading.
    unknown_money: "Argent", "Money";
    /// Heading.
    unknown_projects: "Grands projets et éditions du panorama", "Large projects and editions of the panorama";
    /// Heading.
    unknown_quantities: "Indicateurs", "Indicators";
    /// Heading.
    unknown_dates: "Dates et suites", "Dates and what came after";
    /// Before a list.
    no_amount: "Enveloppes sans montant publié", "Envelopes without a published amount";
    /// Before a list.
    no_cost_now: "Projets sans coût dans la dernière édition dont le tableau est connu", "Projects without a cost in the last edition whose table is known";
    /// Before a list.
    no_table: "Éditions dont le tableau des projets n’a pas pu être lu", "Editions whose table of projects could not be read";
    /// Before a list.
    no_total: "Éditions sans coût total connu", "Editions without a known total cost";
    /// Before a list of numbers.
    no_edition: "Éditions dont rien n’a pu être lu, par leur numéro", "Editions of which nothing could be read, by number";
    /// Before a list.
    never_observed: "Annoncés ou visés, jamais relevés", "Announced or aimed at, never counted";
    /// Before a list.
    no_target: "Sans objectif publié", "Without a published target";
    /// Before a list.
    approximate: "Dates approximatives ou incertaines", "Approximate or uncertain dates";
    /// Before a list.
    half_dated: "Dates dont une seule borne est connue", "Dates of which only one end is known";
    /// Before a list.
    unknown_outcome: "Suites inconnues", "Unknown outcomes";
    /// Heading.
    computed: "Ce qui est calculé", "What is computed";
    /// Heading.
    terms: "Mots, acteurs et fiches", "Words, actors and records";
    /// Heading.
    version: "Version des données", "Version of the data";
    /// Heading of what is new.
    versions: "Ce qui est nouveau", "What is new";
    /// What the list of versions is.
    versions_intro: "Ce que chaque version a ajouté, changé ou retiré, fiche par fiche\u{202f}; le descripteur du jeu de données (versions, dans datapackage.json) le dit colonne par colonne. Une fiche renommée garde son ancienne adresse.", "What each version added, changed or took out, record by record; the descriptor of the package (versions, in datapackage.json) says it column by column. A record that is renamed keeps its former address.";
    /// Said of a version that brought nothing.
    first_version: "Première version publiée\u{202f}: rien ne la précède.", "First version published: nothing comes before it.";
    /// Said of a later version that brought nothing.
    same_records: "Aucune fiche n’a changé.", "No record has changed.";
    /// Heads the records that came with a version.
    came: "Fiches ajoutées", "Records added";
    /// Heads the records that read otherwise since a version.
    read_otherwise: "Fiches changées", "Records changed";
    /// Heads the records that went with a version.
    went: "Fiches retirées", "Records taken out";
    /// What the version is good for.
    version_intro: "Deux pages qui portent la même empreinte disent la même chose. Qui détient les fichiers de données la recalcule ainsi, depuis la racine du projet\u{202f}:", "Two pages that bear the same hash say the same. Whoever holds the data files works it out again like this, from the root of the project:";
    /// Name of a field.
    version_number: "Version", "Version";
    /// Name of a field.
    version_date: "Date", "Date";
    /// Name of a field.
    reference_day: "Jour de référence des statuts", "Reference day of the statuses";
    /// Name of a field.
    hash: "Empreinte SHA-256", "SHA-256 hash";
    /// Name of a field.
    content: "Contenu", "Content";
    /// Heading.
    citing: "Citer", "How to cite";
    /// How to cite.
    citing_intro: "Citez la fiche et la version\u{202f}: la fiche garde son adresse, la version dit l’état des données. Dans l’explorateur, chaque fiche a «\u{202f}Citer\u{202f}» et «\u{202f}Copier ce chiffre avec sa source\u{202f}»\u{202f}; sur les pages de texte, l’adresse d’une fiche est celle de son titre. Citez aussi la source d’origine\u{202f}: Jalons n’en est que le relais.", "Cite the record and the version: the record keeps its address, the version says how the data stood. In the explorer each record has “Cite” and “Copy this figure with its source”; on the pages of text, the address of a record is that of its heading. Cite the original source too: Jalons only relays it.";
    /// Before an example.
    citing_whole: "L’ensemble", "The whole";
    /// Before an example.
    citing_record: "Une fiche, par exemple", "A record, for instance";
    /// Stands for the address that a page has and we do not know.
    address_of_page: "adresse de la page", "address of the page";
    /// Heading.
    correcting: "Corriger une erreur", "How to correct an error";
    /// First step.
    correct_say: "Adressez-vous à qui publie la page où vous la lisez\u{202f}: Jalons n’a ni formulaire ni serveur.", "Turn to whoever publishes the page where you read it: Jalons has neither a form nor a server.";
    /// Second step.
    correct_name: "Donnez l’adresse de la fiche, la version, la valeur lue, la valeur juste et la source qui la porte, avec le passage exact.", "Give the address of the record, the version, the value you read, the right value and the source that bears it, with the exact passage.";
    /// Third step.
    correct_edit: "Qui tient le projet corrige la cellule dans le dossier data\u{202f}; «\u{202f}cargo run --bin check -- data\u{202f}» dit tout ce qui ne s’accorde pas, et aucune version n’est construite tant qu’il reste un défaut.", "Whoever keeps the project corrects the cell in the data folder; “cargo run --bin check -- data” says all that does not fit, and no version is built while a fault remains.";
    /// Fourth step.
    correct_conflict: "Si deux sources se contredisent, aucune valeur n’est effacée\u{202f}: un écart s’ajoute, avec les deux et la raison du choix. La version et l’empreinte changent.", "If two sources contradict each other, no value is erased: a discrepancy is added, with both and why one is shown. The version and the hash change.";
}

/// What the values of conflicts are.
#[must_use]
pub fn matter(matter: Matter, lang: Lang) -> &'static str {
    match (lang, matter) {
        (Lang::Fr, Matter::Amounts) => "Montants",
        (Lang::Fr, Matter::Numbers) => "Nombres et parts",
        (Lang::Fr, Matter::Dates) => "Dates",
        (Lang::Fr, Matter::Wordings) => "Noms et mentions",
        (Lang::En, Matter::Amounts) => "Amounts",
        (Lang::En, Matter::Numbers) => "Numbers and shares",
        (Lang::En, Matter::Dates) => "Dates",
        (Lang::En, Matter::Wordings) => "Names and wordings",
    }
}

/// Whose values are shown.
#[must_use]
pub fn choices(choices: Choices, lang: Lang) -> String {
    let number = |count: usize| integer(count as i64, lang);
    let [all, with_note, note, other] =
        [choices.all, choices.with_note, choices.note_shown, choices.other_shown].map(number);
    match lang {
        Lang::Fr => format!(
            "{all} écarts sont connus. La note prend part à {with_note} d’entre eux\u{202f}: sa valeur est affichée dans {note}, celle d’une autre source dans {other}."
        ),
        Lang::En => format!(
            "{all} discrepancies are known. The note is part of {with_note} of them: its value is shown in {note}, that of another source in {other}."
        ),
    }
}

/// How many sources there are.
#[must_use]
pub fn sources_count(count: usize, lang: Lang) -> String {
    let count = integer(count as i64, lang);
    match lang {
        Lang::Fr => format!("Les {count} sources, une à une"),
        Lang::En => format!("The {count} sources, one by one"),
    }
}

/// How many envelopes say what was given out of them, and in which budgets commitments and payments are known.
#[must_use]
pub fn attributed(with: usize, all: usize, appropriations: &str, lang: Lang) -> String {
    let (with, all) = (integer(with as i64, lang), integer(all as i64, lang));
    match lang {
        Lang::Fr => format!(
            "Ce qui a été attribué n’est connu ici que pour {with} enveloppes sur {all}\u{202f}; ce qui a été engagé et payé, seulement pour\u{202f}: {appropriations}."
        ),
        Lang::En => format!(
            "What has been given out is known here for {with} envelopes out of {all} only; what has been committed and paid, only for: {appropriations}."
        ),
    }
}

/// What a stage of appropriations lacks: one measure or both.
#[must_use]
pub fn stage_gap(gap: StageGap, lang: Lang) -> String {
    let stage = capitalised(messages::stage(gap.stage, lang));
    let lacks = |count: usize, measure: Measure| {
        let (count, lines) = (integer(count as i64, lang), integer(gap.lines as i64, lang));
        let measure = messages::measure(measure, lang);
        match lang {
            Lang::Fr => format!("{count} lignes sur {lines} sans {measure}"),
            Lang::En => format!("{count} lines out of {lines} without {measure}"),
        }
    };
    let lacking = [(gap.without_commitment, Measure::Commitment), (gap.without_payment, Measure::Payment)]
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, measure)| lacks(count, measure));
    named(&stage, &lacking.collect::<Vec<_>>().join(", "), lang) + "."
}

/// How many lines of editions have no cost.
#[must_use]
pub fn no_cost((without, all): (usize, usize), (framing, withheld): (usize, usize), lang: Lang) -> String {
    let number = |count: usize| integer(count as i64, lang);
    let (rest, without, all) = (number(without - framing - withheld), number(without), number(all));
    let (framing, withheld) = (number(framing), number(withheld));
    match lang {
        Lang::Fr => format!(
            "{without} lignes d’édition sur {all} n’ont pas de coût\u{202f}: {framing} en cadrage, {withheld} aux chiffres retenus, {rest} sans raison publiée. Aucune édition ne publie la dérive d’un projet\u{202f}: Jalons dit «\u{202f}changement entre éditions\u{202f}»."
        ),
        Lang::En => format!(
            "{without} lines of editions out of {all} have no cost: {framing} in framing, {withheld} with figures withheld, {rest} without a published reason. No edition publishes the drift of a project: Jalons says “change between editions”."
        ),
    }
}

/// How many sources bear no date.
#[must_use]
pub fn undated((undated, all): (usize, usize), lang: Lang) -> String {
    let (undated, all) = (integer(undated as i64, lang), integer(all as i64, lang));
    match lang {
        Lang::Fr => format!("{undated} sources sur {all} n’ont pas de date de parution relevée."),
        Lang::En => format!("{undated} sources out of {all} have no recorded date of publication."),
    }
}

/// How many figures were worked out.
#[must_use]
pub fn computed_facts((computed, all): (usize, usize), lang: Lang) -> String {
    let (computed, all) = (integer(computed as i64, lang), integer(all as i64, lang));
    match lang {
        Lang::Fr => format!(
            "{computed} repères chiffrés sur {all} sont calculés, et chacun le dit. Pourcentages, restes, sommes et fins prévues sont calculés à l’affichage, à partir de montants en euros entiers\u{202f}; les pourcentages sont arrondis à une décimale, les montants affichés à deux. Une prévision et une annonce ne sont jamais montrées comme un relevé."
        ),
        Lang::En => format!(
            "{computed} figures out of {all} are computed, and each says so. Percentages, remainders, sums and planned ends are worked out when shown, from amounts in whole euros; percentages are rounded to one decimal, amounts shown to two. A forecast or an announcement is never shown as a count."
        ),
    }
}
