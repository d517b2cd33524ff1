//! One broken package per rule: what an editor is told, word for word.
//!
//! `tests/fixtures/package/valid` is a small package without problems; the folder of a rule holds the files
//! that differ from it.

use std::{fs, path::PathBuf};

use jalons::data::{
    self, Files,
    problem::{Problem, Rule},
};
use jalons::model::{date::Day, id::RecordId, strategy::Strategy, text::Lang};

/// The fixture of `rule`, laid over the valid package.
pub fn files_of(rule: Option<Rule>) -> Files {
    let folder = |name: &str| PathBuf::from("tests/fixtures/package").join(name);
    let over = rule.map(|rule| folder(rule.as_str()));
    data::descriptor::gather(|name| {
        let laid_over = over.as_ref().and_then(|over| fs::read(over.join(name)).ok());
        laid_over.or_else(|| fs::read(folder("valid").join(name)).ok())
    })
}

fn problems_of(rule: Rule) -> Vec<Problem> {
    let (package, problems) = data::read(&files_of(Some(rule)));
    assert_eq!(package.is_some(), problems.is_empty(), "{rule:?}: a package comes without problems only");
    problems
}

#[test]
fn the_valid_package_has_no_problems() {
    let (package, problems) = data::read(&files_of(None));
    assert_eq!(problems, []);
    let package = package.expect("a package without problems");
    let strategy = Strategy::new(package.tables).expect("a forest");
    let find = |slug| strategy.find(slug).unwrap_or_else(|| panic!("{slug} is not found"));

    let themes: Vec<_> = strategy.themes().map(|(_, theme)| theme.slug.as_str()).collect();
    assert_eq!(themes, ["capacite", "donnees"], "themes are in their order, not in that of the file");
    assert_eq!(find("volet-industriel"), find("industrie"), "a former id leads to its record");
    assert_eq!(strategy.about().version, "1");
    assert_eq!(strategy.reference_day(), Day::from_civil(2021, 12, 12), "the day of the note");
    let RecordId::Event(event) = find("circulaire") else { panic!("circulaire is an event") };
    let summary = |lang| package.prose[lang as usize].get(strategy[event].summary);
    assert_eq!(summary(Lang::Fr), Some("Elle reprend le rapport,\npour l’essentiel."));
    assert_eq!(summary(Lang::En), Some("It takes up the report,\nfor the most part."));
}

#[test]
fn every_rule_is_broken_by_a_package_that_breaks_no_other() {
    for (rule, expected) in EXPECTED {
        let problems = problems_of(*rule);
        let lines: Vec<_> = problems.iter().map(Problem::to_string).collect();
        assert_eq!(lines, *expected, "{rule:?}");
        let broken: Vec<_> = problems.iter().map(|problem| problem.rule).collect();
        assert!(broken.iter().all(|broken| broken == rule), "{rule:?}: {broken:?}");
    }
}

#[test]
fn no_rule_is_without_its_broken_package() {
    let tested: Vec<_> = EXPECTED.iter().map(|(rule, _)| *rule).collect();
    assert_eq!(tested, Rule::ALL);
}

#[test]
fn all_problems_are_told_at_once_in_the_order_of_the_files() {
    let mut files = files_of(None);
    for rule in [Rule::UnknownId, Rule::PartsAboveWhole, Rule::BadId, Rule::LoneClaim] {
        let valid = files_of(None);
        files.extend(files_of(Some(rule)).into_iter().filter(|(name, bytes)| valid.get(name) != Some(bytes)));
    }
    let (package, problems) = data::read(&files);
    assert!(package.is_none());
    let rules: Vec<_> = problems.iter().map(|problem| (problem.file.as_str(), problem.rule)).collect();
    assert_eq!(
        rules,
        [
            ("discrepancies.csv", Rule::LoneClaim),
            ("envelopes.csv", Rule::PartsAboveWhole),
            ("events.csv", Rule::UnknownId),
            ("events.csv", Rule::UnknownId),
            ("events.csv", Rule::UnknownId),
            ("glossary.csv", Rule::BadId),
            ("glossary.csv", Rule::BadId),
        ]
    );
}

#[test]
fn a_descriptor_that_is_not_json_is_told_with_its_line() {
    let mut files = files_of(None);
    files.insert("datapackage.json".to_owned(), b"{\n  \"title\": \"Jalons\",\n}".to_vec());
    let lines: Vec<_> = data::read(&files).1.iter().map(Problem::to_string).collect();
    assert_eq!(lines, ["datapackage.json:3: not JSON: trailing comma at line 3 column 1; correct it"]);
}

#[test]
fn a_file_that_is_utf_16_is_told_so() {
    let mut files = files_of(None);
    files.insert("splits.csv".to_owned(), b"\xff\xfei\0d\0".to_vec());
    let lines: Vec<_> = data::read(&files).1.iter().map(Problem::to_string).collect();
    assert_eq!(lines, ["splits.csv:1: the file is UTF-16; save it as UTF-8"]);
}

#[test]
fn a_byte_order_mark_and_windows_line_ends_are_read() {
    let mut files = files_of(None);
    for (name, bytes) in &mut files {
        if name.ends_with(".csv") {
            let text = String::from_utf8_lossy(bytes).replace('\n', "\r\n");
            *bytes = format!("\u{feff}{text}").into_bytes();
        }
    }
    assert_eq!(data::read(&files).1, []);
}

#[test]
fn lines_are_counted_as_an_editor_shows_them() {
    let mut files = files_of(None);
    let table = "id,term,expansion_fr,expansion_en,definition_fr,definition_en,aliases\n\n\
                 a,,,,\"one\ntwo\nthree\",x,\n\
                 b,B,,,\"one\ntwo\",,\n\
                 \n\
                 c,,,,x,x,\n";
    files.insert("glossary.csv".to_owned(), table.as_bytes().to_vec());
    let places: Vec<_> = data::read(&files)
        .1
        .into_iter()
        .map(|problem| (problem.line, problem.column.unwrap_or_default()))
        .collect();
    let expected = [(3, "term"), (7, "definition_en"), (9, "term")];
    assert_eq!(places, expected.map(|(line, column)| (line, column.to_owned())));
}

#[test]
fn a_missing_table_is_told_once_and_not_for_every_id_that_names_it() {
    let mut files = files_of(None);
    files.remove("actors.csv");
    let lines: Vec<_> = data::read(&files).1.iter().map(Problem::to_string).collect();
    assert_eq!(
        lines,
        ["datapackage.json:21: resources: actors.csv is missing or cannot be read; add the file"]
    );
}

#[test]
fn an_empty_folder_is_told_in_one_line() {
    let lines: Vec<_> = data::read(&Files::new()).1.iter().map(Problem::to_string).collect();
    assert_eq!(lines, ["datapackage.json:1: the file is missing; a package begins with it"]);
}

/// What the package of each rule is told.
const EXPECTED: &[(Rule, &[&str])] = &[
    (
        Rule::Descriptor,
        &[
            "datapackage.json:1: version: it has to be given, as a text between quotes; add it",
            "datapackage.json:5: reference_date: not a day; write it as 2021-12-12",
        ],
    ),
    (
        Rule::Resource,
        &[
            r#"datapackage.json:7: resources: the resource "glossary" is not listed; add it with its path"#,
            r#"datapackage.json:24: resources: there is no resource "glosary"; did you mean "glossary"?"#,
        ],
    ),
    (
        Rule::MissingFile,
        &["datapackage.json:9: resources: evenements.csv is missing or cannot be read; add the file"],
    ),
    (
        Rule::Encoding,
        &[
            r#"actors.csv:3: label_fr: the byte E9 ("é" in Windows-1252) is not UTF-8; save the file as UTF-8"#,
        ],
    ),
    (
        Rule::Separator,
        &["glossary.csv:1: the cells are not separated by commas; save the file as CSV with commas"],
    ),
    (
        Rule::MissingColumn,
        &[
            "actors.csv:1: acronym: the column is missing; add it after label_en",
            "glossary.csv:1: the file is empty; its first line must be id,term,expansion_fr,expansion_en,definition_fr,definition_en,aliases",
            "splits.csv:1: id: the column is missing; add it before all others",
        ],
    ),
    (
        Rule::UnknownColumn,
        &[
            "actors.csv:1: kind: the column stands twice; delete one",
            r#"splits.csv:1: labl_en: splits has no such column; did you mean "label_en"?"#,
            "splits.csv:1: note: splits has no such column; its columns are id,envelope,is_default,label_fr,label_en",
        ],
    ),
    (
        Rule::CellCount,
        &[
            "glossary.csv:2: the row has 8 cells where the header has 7; put a text that holds a comma between quotes",
        ],
    ),
    (Rule::EmptyRow, &["glossary.csv:3: the row is empty; delete it"]),
    (Rule::StraySpace, &["actors.csv:2: label_fr: the cell begins or ends with a space; delete it"]),
    (Rule::EmptyCell, &["positions.csv:2: holder: the cell is empty; fill it"]),
    (
        Rule::MissingTranslation,
        &[
            "events.csv:2: title_en: title_fr is filled and this cell is not; write the text in English too",
            "events.csv:5: summary_fr: the text is missing; fill it and summary_en",
        ],
    ),
    (
        Rule::MissingSource,
        &["programmes.csv:2: sources: no source is given; name one of sources.csv at least"],
    ),
    (
        Rule::BadId,
        &[
            r#"glossary.csv:2: id: "direction-interministerielle-du-numerique-de-l-etat" has 51 characters; an id has 48 at most"#,
            r#"glossary.csv:3: id: "Cloud_Act" is not an id; write small letters, digits and single hyphens, as cloud-act"#,
        ],
    ),
    (
        Rule::DuplicateId,
        &[
            r#"glossary.csv:3: id: "cloud" is the id of scopes.csv:3 already; give this record an id of its own"#,
        ],
    ),
    (
        Rule::AliasTaken,
        &[
            r#"envelopes.csv:9: aliases: "cercle" is the id of actors.csv:3 already; leave it out of this cell"#,
        ],
    ),
    (
        Rule::UnknownId,
        &[
            r#"events.csv:4: actors: "premier-minstre" is not an id of actors.csv; did you mean "premier-ministre"?"#,
            r#"events.csv:5: actors: "minitel" is not an id of actors.csv; correct it, or add the record"#,
            r#"events.csv:5: envelopes: "volet-industriel" is not an id of envelopes.csv; did you mean "industrie"?"#,
        ],
    ),
    (
        Rule::WrongTable,
        &[r#"events.csv:4: actors: "scribe" is an id of projects.csv; name one of actors.csv"#],
    ),
    (
        Rule::BadList,
        &[
            r#"events.csv:4: related: an entry is empty; delete the spare ";""#,
            r#"events.csv:5: projects: "scribe" stands twice; delete one"#,
            r#"events.csv:5: sources: " presse" has a space around it; separate entries by ";" only"#,
        ],
    ),
    (
        Rule::UnknownValue,
        &[
            r#"programmes.csv:2: status: "ongoin" is not in the list; did you mean "ongoing"?"#,
            r#"projects.csv:2: ministry: "INTERIEUR" is not in the list; write AGRI, ARM, CULT, ECOFI, EDUC, INT, JUST, MACP, MEAE, MTFP, PM, SANTE, SANTE_AS, TE or TRAV"#,
            r#"splits.csv:2: is_default: "vrai" is not in the list; write true or false"#,
        ],
    ),
    (
        Rule::BadDate,
        &[
            r#"events.csv:2: date: "27/04/2021": not a date; write 2021, 2021-09, 2021-09-27, 2021~, 2021? or an interval such as 2020-04/.."#,
        ],
    ),
    (
        Rule::ReversedInterval,
        &[r#"events.csv:2: date: "2021-04/2020": the interval ends before it begins; write 2020/2021-04"#],
    ),
    (
        Rule::RedundantDate,
        &["events.csv:5: date_in_note: 2021-12-12 is the date already; leave this cell empty"],
    ),
    (
        Rule::BadAmount,
        &[
            r#"envelopes.csv:2: amount_eur: "908 000 000 €" is not a whole number of euros; write digits only, as 908000000"#,
        ],
    ),
    (
        Rule::BadQuantity,
        &[
            r#"indicators.csv:2: target: "4000,5" is not a plain number with at most three decimals; write 4000.5"#,
        ],
    ),
    (
        Rule::BadNumber,
        &[r#"editions.csv:2: projects: "cinquante" is not a whole number; write digits only, as 12"#],
    ),
    (
        Rule::OutOfRange,
        &[
            "events.csv:4: importance: 4 is not an importance; write 1 (detail), 2 or 3 (turning point)",
            "sources.csv:3: footnote: 300 is out of range; write a number from 0 to 255",
        ],
    ),
    (
        Rule::BadUrl,
        &[
            r#"sources.csv:3: url: "www.acteurspublics.fr/articles/les-premiers" is not an address; write it whole and without spaces, from https:// on"#,
        ],
    ),
    (
        Rule::BadNoteRef,
        &[
            r#"programmes.csv:2: note_ref: "A1" is not a reference to the note; write M1, Q1, E01, C1, D1 or fn1"#,
        ],
    ),
    (
        Rule::BadClaim,
        &[
            r#"discrepancies.csv:2: values: "40000000" is not a value with its source; write KIND:VALUE@SOURCE, as eur:908000000@note"#,
        ],
    ),
    (
        Rule::LoneClaim,
        &[r#"discrepancies.csv:2: values: 1 value is no discrepancy; give two at least, separated by ";""#],
    ),
    (Rule::ShownOutside, &["discrepancies.csv:2: shown: there is no value 3; write a number from 1 to 2"]),
    (
        Rule::Cycle,
        &[
            "envelopes.csv:2: parent: following the parents leads back to this envelope; correct one of them",
            "envelopes.csv:3: parent: following the parents leads back to this envelope; correct one of them",
            "envelopes.csv:6: parent: following the parents leads back to this envelope; correct one of them",
        ],
    ),
    (
        Rule::OtherScope,
        &[
            r#"envelopes.csv:7: scope: its parent "fibre" is in the scope "credits"; only amounts of one scope may be added"#,
        ],
    ),
    (
        Rule::SplitOfAnother,
        &[
            r#"envelopes.csv:4: split: "par-annee" splits "fibre", which is not its parent; correct one of them"#,
        ],
    ),
    (
        Rule::DefaultSplitNamed,
        &[r#"envelopes.csv:6: split: "par-zone" is the default split; leave this cell empty"#],
    ),
    (
        Rule::DefaultSplit,
        &[
            r#"splits.csv:2: is_default: no split of "fibre" is the default one; write true in one row"#,
            r#"splits.csv:5: is_default: "inclusion" has a default split in splits.csv:4 already; write false"#,
        ],
    ),
    (
        Rule::PartsAboveWhole,
        &[
            "envelopes.csv:2: amount_eur: its parts add up to 908000001, which is 1 more than 908000000; correct the parts or the amount",
        ],
    ),
    (
        Rule::AttributedAboveAmount,
        &["envelopes.csv:5: attributed_eur: 88000001 is more than the amount, 88000000; correct one of them"],
    ),
    (
        Rule::PartOfEnvelope,
        &[
            r#"indicators.csv:2: unit_fr: it counts "personnes", which is no part of an amount; write M€, or name no envelope"#,
        ],
    ),
];
