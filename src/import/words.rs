//! What the reader of imports says, in both languages: problems, assumptions, questions, forms.

use crate::{
    i18n::format::{NNBSP, amount_to_the_euro, integer},
    model::{envelope::Nature, text::Lang},
};

use super::{
    assumption::{
        Assumption, Because, DateOrder, DecimalMark, PathSeparator, Question, Separator, Taken, Unit,
    },
    encoding::Encoding,
    format::Format,
    limits,
    mapping::Role,
    package_rules::in_french,
    problem::{Problem, What},
};

/// A sentence in one language, with what stands at its marks `{0}`, `{1}`…
///
/// French sentences are written here with plain spaces and set as French is: what a file says is put in afterwards,
/// so that it stays as it is.
fn sentence(lang: Lang, fr: &str, en: &str, parts: &[&str]) -> String {
    let mut text = match lang {
        Lang::Fr => french(fr),
        Lang::En => en.to_owned(),
    };
    // From the last mark on, so that a mark inside a value is never filled.
    for (place, part) in parts.iter().enumerate().rev() {
        let mark = format!("{{{place}}}");
        if let Some(at) = text.find(&mark) {
            text.replace_range(at..at + mark.len(), part);
        }
    }
    text
}

/// The spaces of French typography around its double marks.
fn french(text: &str) -> String {
    let mut set = text.replace(" :", "\u{a0}:").replace("« ", "«\u{a0}").replace(" »", "\u{a0}»");
    for mark in [';', '!', '?', '€'] {
        set = set.replace(&format!(" {mark}"), &format!("{NNBSP}{mark}"));
    }
    set
}

/// `« valeur »`, `“value”`.
fn quoted(text: &str, lang: Lang) -> String {
    match lang {
        Lang::Fr => format!("«\u{a0}{text}\u{a0}»"),
        Lang::En => format!("“{text}”"),
    }
}

fn number(count: usize, lang: Lang) -> String {
    integer(i64::try_from(count).unwrap_or(i64::MAX), lang)
}

/// The number of a line, which is never grouped: editors do not group it either.
fn line(row: usize) -> String {
    row.to_string()
}

fn megabytes(bytes: usize) -> String {
    (bytes >> 20).to_string()
}

/// What a form is called.
#[must_use]
pub fn format(format: Format, lang: Lang) -> &'static str {
    match (format, lang) {
        (Format::PackageFolder, Lang::Fr) => "paquet de données en plusieurs fichiers",
        (Format::PackageFolder, Lang::En) => "data package of several files",
        (Format::PackageZip, Lang::Fr) => "paquet de données dans une archive zip",
        (Format::PackageZip, Lang::En) => "data package in a zip archive",
        (Format::PackageJson, Lang::Fr) => "paquet de données en un seul fichier JSON",
        (Format::PackageJson, Lang::En) => "data package in one JSON file",
        (Format::TimelineJson, Lang::Fr) => "chronologie TimelineJS (JSON)",
        (Format::TimelineJson, Lang::En) => "TimelineJS timeline (JSON)",
        (Format::TimelineSheet, Lang::Fr) => "feuille de calcul TimelineJS (CSV)",
        (Format::TimelineSheet, Lang::En) => "TimelineJS spreadsheet (CSV)",
        (Format::Hierarchy, Lang::Fr) => "hiérarchie JSON (d3, ECharts)",
        (Format::Hierarchy, Lang::En) => "hierarchy in JSON (d3, ECharts)",
        (Format::PathAmounts, Lang::Fr) => "chemins et montants (CSV)",
        (Format::PathAmounts, Lang::En) => "paths and amounts (CSV)",
        (Format::Flat, Lang::Fr) => "tableau (CSV)",
        (Format::Flat, Lang::En) => "table (CSV)",
    }
}

/// What a role of a column is called.
#[must_use]
pub fn role(role: Role, lang: Lang) -> &'static str {
    match (role, lang) {
        (Role::Id, Lang::Fr) => "identifiant",
        (Role::Id, Lang::En) => "identifier",
        (Role::Date, Lang::Fr | Lang::En) => "date",
        (Role::EndDate, Lang::Fr) => "date de fin",
        (Role::EndDate, Lang::En) => "end date",
        (Role::Title, Lang::Fr) => "titre",
        (Role::Title, Lang::En) => "title",
        (Role::Text, Lang::Fr) => "texte",
        (Role::Text, Lang::En) => "text",
        (Role::Group, Lang::Fr) => "thème",
        (Role::Group, Lang::En) => "theme",
        (Role::Kind, Lang::Fr) => "nature",
        (Role::Kind, Lang::En) => "kind",
        (Role::Status, Lang::Fr) => "statut",
        (Role::Status, Lang::En) => "status",
        (Role::Amount, Lang::Fr) => "montant",
        (Role::Amount, Lang::En) => "amount",
        (Role::Parent, Lang::Fr) => "parent",
        (Role::Parent, Lang::En) => "parent",
        (Role::Source, Lang::Fr | Lang::En) => "source",
        (Role::Link, Lang::Fr) => "lien",
        (Role::Link, Lang::En) => "link",
    }
}

fn encoding(encoding: Encoding) -> &'static str {
    match encoding {
        Encoding::Utf8 => "UTF-8",
        Encoding::Utf16Le => "UTF-16 LE",
        Encoding::Utf16Be => "UTF-16 BE",
        Encoding::Windows1252 => "Windows-1252",
    }
}

fn unit(unit: Unit, lang: Lang) -> &'static str {
    match (unit, lang) {
        (Unit::Euro, Lang::Fr | Lang::En) => "euros",
        (Unit::Thousand, Lang::Fr) => "milliers d’euros",
        (Unit::Thousand, Lang::En) => "thousands of euros",
        (Unit::Million, Lang::Fr) => "millions d’euros",
        (Unit::Million, Lang::En) => "millions of euros",
        (Unit::Billion, Lang::Fr) => "milliards d’euros",
        (Unit::Billion, Lang::En) => "billions (thousands of millions) of euros",
    }
}

fn nature(nature: Nature, lang: Lang) -> &'static str {
    match (nature, lang) {
        (Nature::Public, Lang::Fr) => "argent public seul",
        (Nature::Public, Lang::En) => "public money only",
        (Nature::Mixed, Lang::Fr) => "argent public et privé",
        (Nature::Mixed, Lang::En) => "public and private money",
        (Nature::FullCost, Lang::Fr) => "coût complet de projets",
        (Nature::FullCost, Lang::En) => "full cost of projects",
        (Nature::Appropriations, Lang::Fr) => "crédits votés par le Parlement",
        (Nature::Appropriations, Lang::En) => "appropriations voted by Parliament",
    }
}

/// What is taken to be so.
pub(super) fn taken(taken: &Taken, lang: Lang) -> String {
    let say = |fr: &str, en: &str, parts: &[&str]| sentence(lang, fr, en, parts);
    match taken {
        Taken::Encoding(one) => {
            say("le fichier est encodé en {0}", "the file is encoded in {0}", &[encoding(*one)])
        }
        Taken::Format(one) => say("le fichier est : {0}", "the file is: {0}", &[format(*one, lang)]),
        Taken::Separator(Separator::Comma) => {
            say("les cellules sont séparées par des virgules", "cells are separated by commas", &[])
        }
        Taken::Separator(Separator::Semicolon) => say(
            "les cellules sont séparées par des points-virgules",
            "cells are separated by semicolons",
            &[],
        ),
        Taken::Separator(Separator::Tab) => {
            say("les cellules sont séparées par des tabulations", "cells are separated by tabs", &[])
        }
        Taken::Header(true) => {
            say("la première ligne nomme les colonnes", "the first row names the columns", &[])
        }
        Taken::Header(false) => {
            say("la première ligne est déjà une donnée", "the first row is data already", &[])
        }
        Taken::Column { role: one, name } => say(
            "la colonne {0} donne : {1}",
            "the column {0} gives: {1}",
            &[&quoted(name, lang), role(*one, lang)],
        ),
        Taken::DateOrder(DateOrder::DayFirst) => say(
            "le jour vient avant le mois (03/04/2021 est le 3 avril)",
            "the day comes before the month (03/04/2021 is 3 April)",
            &[],
        ),
        Taken::DateOrder(DateOrder::MonthFirst) => say(
            "le mois vient avant le jour (03/04/2021 est le 4 mars)",
            "the month comes before the day (03/04/2021 is 4 March)",
            &[],
        ),
        Taken::DecimalMark(DecimalMark::Comma) => say(
            "la virgule commence les décimales (1,234 est un peu plus de un)",
            "the comma begins the decimals (1,234 is a little more than one)",
            &[],
        ),
        Taken::DecimalMark(DecimalMark::Point) => say(
            "le point commence les décimales, la virgule sépare les milliers",
            "the point begins the decimals, the comma separates thousands",
            &[],
        ),
        Taken::Unit(one) => {
            say("un montant sans unité est en {0}", "an amount without a unit is in {0}", &[unit(*one, lang)])
        }
        Taken::PathSeparator(PathSeparator::Slash) => {
            say("« / » sépare les niveaux d’un chemin", "“/” separates the levels of a path", &[])
        }
        Taken::PathSeparator(PathSeparator::Chevron) => {
            say("« > » sépare les niveaux d’un chemin", "“>” separates the levels of a path", &[])
        }
        Taken::Nature(one) => say("les montants sont : {0}", "the amounts are: {0}", &[nature(*one, lang)]),
        Taken::DaysOnly => say(
            "les heures ne sont pas gardées, seulement les jours",
            "times are left out, days are kept",
            &[],
        ),
        Taken::WholeEuros => say(
            "les montants sont arrondis à l’euro",
            "amounts are rounded to the euro, halves away from zero",
            &[],
        ),
        Taken::ErasLeftOut(1) => say("une ère n’est pas reprise", "one era is left out", &[]),
        Taken::ErasLeftOut(count) => {
            say("{0} ères ne sont pas reprises", "{0} eras are left out", &[&number(*count, lang)])
        }
    }
}

fn because(because: &Because, lang: Lang) -> String {
    let say = |fr: &str, en: &str, parts: &[&str]| sentence(lang, fr, en, parts);
    match because {
        Because::Chosen => say("c’est votre choix", "this is your choice", &[]),
        Because::Name => say("d’après son nom", "by its name", &[]),
        Because::Content => say("d’après ce qu’on y trouve", "by what is in it", &[]),
        Because::Value { row, value } => {
            say("d’après {0}, ligne {1}", "by {0} on line {1}", &[&quoted(value, lang), &line(*row)])
        }
        Because::NotUtf8 { row } => {
            say("la ligne {0} n’est pas en UTF-8", "line {0} is not UTF-8", &[&line(*row)])
        }
        Because::Usual => {
            say("c’est le plus courant, rien ne le précise", "this is usual, nothing says otherwise", &[])
        }
        Because::Model => say("l’explorateur ne les garde pas", "the explorer does not keep them", &[]),
    }
}

/// `Colonne « Date » : `, or nothing.
fn of_column(column: Option<&str>, lang: Lang) -> String {
    match column {
        None => String::new(),
        Some(name) => sentence(lang, "colonne {0} : ", "column {0}: ", &[&quoted(name, lang)]),
    }
}

/// What was assumed, and why.
pub(super) fn assumption(assumption: &Assumption, lang: Lang) -> String {
    let reason = because(&assumption.because, lang);
    format!("{}{} ({reason})", of_column(assumption.column.as_deref(), lang), taken(&assumption.taken, lang))
}

/// What is asked.
pub(super) fn question(question: &Question, lang: Lang) -> String {
    let or = match lang {
        Lang::Fr => ", ou ",
        Lang::En => ", or ",
    };
    let ways: Vec<_> = question.alternatives.iter().map(|one| taken(one, lang)).collect();
    let mark = sentence(lang, " ?", "?", &[]);
    format!(
        "{}{}{or}{}{mark}",
        of_column(question.column.as_deref(), lang),
        taken(&question.default, lang),
        ways.join(or)
    )
}

/// What is wrong, and what would be right.
pub(super) fn problem(problem: &Problem, lang: Lang) -> String {
    let value = quoted(problem.value.as_deref().unwrap_or_default(), lang);
    let say = |fr: &str, en: &str, parts: &[&str]| sentence(lang, fr, en, parts);
    let said = |fr: &str, en: &str| sentence(lang, fr, en, &[&value]);
    match &problem.what {
        What::NoFile => said("il n’y a aucun fichier ; choisissez-en un", "there is no file; choose one"),
        What::SeveralFiles => said(
            "plusieurs fichiers, mais pas de paquet de données ; choisissez un seul fichier, ou tout le dossier où se trouve datapackage.json",
            "several files, but no data package; choose one file, or the whole folder that holds datapackage.json",
        ),
        What::TooManyFiles => say(
            "il y a trop de fichiers ; {0} au plus sont lus : ne gardez que ceux du paquet",
            "there are too many files; {0} at most are read: keep those of the package only",
            &[&number(limits::FILES, lang)],
        ),
        What::FileTooLarge => say(
            "le fichier dépasse {0} Mo ; gardez-en une partie",
            "the file is larger than {0} MB; keep a part of it",
            &[&megabytes(limits::FILE_BYTES)],
        ),
        What::ArchiveTooLarge => say(
            "une fois ouverte, l’archive dépasse {0} Mo ; n’y gardez que le paquet",
            "unpacked, the archive is larger than {0} MB; keep the package only",
            &[&megabytes(limits::UNPACKED_BYTES)],
        ),
        What::BadArchive => said(
            "l’archive zip est abîmée, ou compressée d’une façon qui n’est pas lue ; refaites-la avec la compression usuelle (deflate)",
            "the zip archive is damaged, or packed in a way that is not read; make it again with the usual compression (deflate)",
        ),
        What::LockedArchive => said(
            "l’archive zip demande un mot de passe ; refaites-la sans",
            "the zip archive needs a password; make it again without one",
        ),
        What::Workbook => said(
            "c’est un classeur de tableur ; enregistrez la feuille en CSV (UTF-8)",
            "this is a workbook of a spreadsheet program; save its sheet as CSV (UTF-8)",
        ),
        What::Binary => said(
            "ce n’est pas du texte ; enregistrez le fichier en CSV ou en JSON, encodé en UTF-8",
            "this is not text; save the file as CSV or JSON, encoded in UTF-8",
        ),
        What::Empty => said(
            "le fichier est vide ; il faut une ligne de titres et une ligne de données au moins",
            "the file is empty; it needs a header and one row of data at least",
        ),
        What::HeaderOnly => said(
            "il n’y a que la ligne des titres ; ajoutez une ligne de données au moins",
            "there is nothing but the header; add one row of data at least",
        ),
        What::NothingInPackage => said(
            "le paquet n’a rien à montrer ; il faut une ligne au moins dans events ou dans envelopes, et que le descripteur nomme cette ressource",
            "the package has nothing to show; it needs one row at least in events or in envelopes, a resource that its descriptor names",
        ),
        What::UnknownJson => said(
            "ce JSON n’est pas d’une forme connue ; il faut un paquet de données (resources), une chronologie TimelineJS (events) ou une hiérarchie (name, value, children)",
            "this JSON is of no known form; it has to be a data package (resources), a TimelineJS timeline (events) or a hierarchy (name, value, children)",
        ),
        What::UnknownTable => said(
            "aucune colonne ne donne de dates ni de montants ; dites laquelle en donne, ou ajoutez-en une",
            "no column gives dates or amounts; say which one does, or add one",
        ),
        What::BadJson => said(
            "le JSON est incorrect ici : {0} ; corrigez la virgule, le guillemet ou l’accolade",
            "the JSON is wrong here: {0}; correct the comma, the quote or the brace",
        ),
        What::TooDeep => say(
            "l’arbre a plus de {0} niveaux ; réunissez les plus profonds",
            "the tree has more than {0} levels; bring the deepest ones together",
            &[&number(limits::DEPTH, lang)],
        ),
        What::TooManyValues => say(
            "le JSON a plus de {0} valeurs ; gardez-en une partie",
            "the JSON has more than {0} values; keep a part of it",
            &[&number(limits::JSON_VALUES, lang)],
        ),
        What::TooManyRows => say(
            "il y a plus de {0} lignes ; gardez-en une partie",
            "there are more than {0} rows; keep a part of them",
            &[&number(limits::ROWS, lang)],
        ),
        What::TooManyColumns => say(
            "il y a plus de {0} colonnes ; gardez celles qui servent",
            "there are more than {0} columns; keep those that are needed",
            &[&number(limits::COLUMNS, lang)],
        ),
        What::BadCharacters(1) => said(
            "une lettre n’a pas pu être lue, dans {0} ; enregistrez le fichier en UTF-8",
            "one letter could not be read, in {0}; save the file as UTF-8",
        ),
        What::BadCharacters(count) => say(
            "{1} lettres n’ont pas pu être lues, la première dans {0} ; enregistrez le fichier en UTF-8",
            "{1} letters could not be read, the first in {0}; save the file as UTF-8",
            &[&value, &number(*count, lang)],
        ),
        What::CellTooLong(length) => say(
            "la cellule a {0} caractères, seuls les {1} premiers sont gardés ; raccourcissez-la, ou fermez le guillemet resté ouvert",
            "the cell has {0} characters, of which the first {1} are kept; shorten it, or close the quote that was left open",
            &[&number(*length, lang), &number(limits::CELL_CHARACTERS, lang)],
        ),
        What::CellCount { found, expected } if found > expected => say(
            "la ligne a {0} cellules, la ligne des titres {1} ; mettez entre guillemets le texte qui contient le séparateur",
            "the row has {0} cells where the header has {1}; put the text that holds the separator between quotes",
            &[&number(*found, lang), &number(*expected, lang)],
        ),
        What::CellCount { found, expected } => say(
            "la ligne a moins de cellules ({0}) que la ligne des titres ({1}) ; ajoutez les séparateurs qui manquent, ou fermez le guillemet resté ouvert",
            "the row has fewer cells ({0}) than the header ({1}); add the missing separators, or close the quote that was left open",
            &[&number(*found, lang), &number(*expected, lang)],
        ),
        What::NoTitle => said("il n’y a pas de titre ; donnez-en un", "there is no title; give one"),
        What::NoDate => {
            said("il n’y a pas de date ; donnez une année au moins", "there is no date; give a year at least")
        }
        What::NothingToShow => said(
            "la ligne n’a ni date ni montant ; donnez l’un ou l’autre",
            "the row has neither a date nor an amount; give one of them",
        ),
        What::NotAnObject => said(
            "{0} n’est pas de la forme attendue ; écrivez un objet entre accolades",
            "{0} is not of the form expected; write an object between braces",
        ),
        What::NotADate => said(
            "{0} n’est pas une date ; écrivez 2021, 2021-09, 2021-09-27, 27/09/2021 ou 27 septembre 2021",
            "{0} is not a date; write 2021, 2021-09, 2021-09-27, 27/09/2021 or 27 September 2021",
        ),
        What::NoFullYear => said(
            "l’année de {0} n’est pas lisible ; écrivez-la en quatre chiffres, de 0000 à 9999",
            "the year of {0} cannot be read; write it in four digits, from 0000 to 9999",
        ),
        What::NoSuchDay => said(
            "{0} n’existe pas au calendrier ; corrigez le jour ou le mois, comme 2021-09-27",
            "{0} is not in the calendar; correct the day or the month, as 2021-09-27",
        ),
        What::Reversed => said(
            "{0} : la fin vient avant le début ; échangez-les",
            "{0}: the end comes before the beginning; swap them",
        ),
        What::EndAlone => said(
            "il y a une date de fin, {0}, mais pas de début ; donnez-le, ou déplacez la date",
            "there is an end date, {0}, but no beginning; give it, or move the date",
        ),
        What::NotAnAmount => said(
            "{0} n’est pas un montant en euros ; écrivez 1234567, 1 234,5 M€ ou 1,2 Md€",
            "{0} is not an amount in euros; write 1234567, 1,234.5 M€ or €1.2bn",
        ),
        What::NegativeAmount => said(
            "{0} est négatif, et ne peut pas être dessiné ; mettez-le à part, ou corrigez le signe",
            "{0} is negative, and cannot be drawn; put it elsewhere, or correct its sign",
        ),
        What::AmountTooLarge => said(
            "{0} est trop grand ; vérifiez l’unité, un montant a 18 chiffres au plus",
            "{0} is too large; check its unit, an amount has 18 digits at most",
        ),
        What::PartsAboveWhole { parts, whole } => say(
            "le montant, {0}, est inférieur à la somme des parties, {1} ; corrigez l’un ou les autres. La somme est montrée",
            "the amount, {0}, is less than the sum of its parts, {1}; correct the one or the others. The sum is shown",
            &[&amount_to_the_euro(*whole, lang), &amount_to_the_euro(*parts, lang)],
        ),
        What::UnknownParent => said(
            "aucune ligne n’a {0} pour identifiant ni pour titre ; corrigez, ou ajoutez cette ligne",
            "no row has {0} as its identifier or its title; correct it, or add the row",
        ),
        What::SeveralParents => said(
            "plusieurs lignes ont pour titre {0} ; donnez-leur des identifiants",
            "several rows have the title {0}; give them identifiers",
        ),
        What::Cycle => said(
            "en suivant les parents on revient à cette ligne ; corrigez l’un d’eux",
            "following the parents leads back to this row; correct one of them",
        ),
        What::ParentLeftOut { row } => say(
            "la ligne dont elle fait partie ({0}) n’est pas reprise ; corrigez celle-là",
            "the row it is part of (line {0}) is left out; correct that one",
            &[&line(*row)],
        ),
        What::DuplicateId { first } => say(
            "l’identifiant {0} est déjà celui de la ligne {1} ; donnez-en un autre",
            "the identifier {0} is that of line {1} already; give another one",
            &[&value, &line(*first)],
        ),
        What::DuplicatePath { first } => say(
            "{0} est déjà à la ligne {1} ; réunissez les deux montants, ou donnez un autre nom",
            "{0} is on line {1} already; bring the two amounts together, or give another name",
            &[&value, &line(*first)],
        ),
        What::EmptyStep => said(
            "{0} a un niveau vide ; écrivez comme Volet/Mesure",
            "{0} has an empty level; write as Part/Measure",
        ),
        What::BadLink => said(
            "{0} n’est pas une adresse http ou https, elle n’est pas reprise ; écrivez-la en entier, comme https://exemple.fr/page",
            "{0} is not an http or https address, and is left out; write it whole, as https://example.org/page",
        ),
        What::UnknownStatus => said(
            "{0} n’est pas un statut connu, il est déduit de la date ; écrivez passé, en cours, annoncé ou à venir",
            "{0} is not a known status, the date gives it; write past, ongoing, announced or later",
        ),
        What::UnknownKind => said(
            "{0} n’est pas une nature connue, l’événement devient un jalon ; écrivez décision, loi, rapport, lancement, échec, accord, publication ou jalon",
            "{0} is not a known kind, the event becomes a milestone; write decision, law, report, launch, failure, agreement, publication or milestone",
        ),
        What::FollowsFromAnother => said(
            "cette ligne dépend d’une ligne laissée de côté, et l’est aussi ; corrigez l’autre d’abord",
            "this row depends on one that is left out, and is left out as well; correct the other one first",
        ),
        What::Package(problem) => match lang {
            Lang::Fr => french(in_french(problem.rule)),
            Lang::En => problem.message.clone(),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn french_marks_have_their_spaces_and_values_stay_as_they_are() {
        let said = problem(
            &Problem {
                file: String::new(),
                row: Some(3),
                column: None,
                value: Some("a ; b {1}".to_owned()),
                what: What::DuplicateId { first: 2 },
            },
            Lang::Fr,
        );
        assert_eq!(
            said,
            "l’identifiant «\u{a0}a ; b {1}\u{a0}» est déjà celui de la ligne 2\u{202f}; donnez-en un autre"
        );
    }

    #[test]
    fn a_question_names_every_way() {
        let asked = Question {
            column: Some("Date".to_owned()),
            default: Taken::DateOrder(DateOrder::DayFirst),
            alternatives: vec![Taken::DateOrder(DateOrder::MonthFirst)],
        };
        let said = question(&asked, Lang::Fr);
        assert!(said.starts_with("colonne «\u{a0}Date\u{a0}»\u{a0}: le jour"), "{said}");
        assert!(said.ends_with("(03/04/2021 est le 4 mars)\u{202f}?"), "{said}");
    }
}
