//! Files of every form that readers bring, and what each becomes.

use std::{fs, ops::ControlFlow};

use jalons::{
    data,
    import::{self, File, Import, assumption::Choices, format::Format},
    model::{
        date::Day,
        event::{EventKind, Outcome, Status},
        id::RecordId,
        money::Euros,
        strategy::Strategy,
        text::{Lang, Prose, ProseId},
    },
};

use super::package_rules::files_of;

/// A day on which what the fixtures say is partly past.
pub fn today() -> Day {
    Day::from_civil(2021, 12, 12)
}

/// A file of `tests/fixtures/import`.
pub fn fixture(name: &str) -> File {
    let bytes = fs::read(format!("tests/fixtures/import/{name}")).expect("the fixture is there");
    File { name: name.to_owned(), bytes }
}

/// A file that a test writes.
pub fn file(name: &str, bytes: impl Into<Vec<u8>>) -> File {
    File { name: name.to_owned(), bytes: bytes.into() }
}

/// What files become, by choices.
pub fn read_with(files: Vec<File>, choices: &Choices) -> Import {
    import::read(files, choices, &mut |_| ControlFlow::Continue(())).expect("nothing stops it")
}

/// What a file becomes without any choice.
pub fn read(file: File) -> Import {
    read_with(vec![file], &Choices::on(today()))
}

/// The strategy of an import without problems, and its French texts.
fn strategy(import: Import) -> (Strategy, Prose) {
    assert_eq!(import.problems.listed, []);
    let data::Package { tables, prose: [fr, en] } = import.package.expect("a package");
    assert_eq!(fr, en, "a file has one language");
    (Strategy::new(tables).expect("a forest"), fr)
}

/// The parts of an envelope with their amounts, by their labels.
fn parts(strategy: &Strategy, slug: &str) -> Vec<(String, Option<i64>)> {
    let Some(RecordId::Envelope(id)) = strategy.find(slug) else { panic!("there is no envelope {slug}") };
    let parts = strategy.parts(id, None).map(|part| &strategy[part]);
    parts.map(|part| (part.label.fr.clone(), part.amount.map(|Euros(euros)| euros))).collect()
}

fn amount(strategy: &Strategy, slug: &str) -> Option<i64> {
    let Some(RecordId::Envelope(id)) = strategy.find(slug) else { panic!("there is no envelope {slug}") };
    strategy[id].amount.map(|Euros(euros)| euros)
}

#[test]
fn a_timeline_becomes_events_with_plain_text_and_sources() {
    let import = read(fixture("timeline.json"));
    assert_eq!((import.format, import.rows_used, import.rows_left_out), (Some(Format::TimelineJson), 3, 0));
    assert_eq!(import.title.get(Lang::En), "La stratégie numérique");
    let (strategy, prose) = strategy(import);
    let themes: Vec<_> = strategy.themes().map(|(_, theme)| theme.label.fr.as_str()).collect();
    assert_eq!(themes, ["Données", "Sans thème"]);
    assert!(strategy.themes().all(|(_, theme)| theme.question == ProseId::NONE));
    let events: Vec<_> = strategy.events().map(|(_, event)| event).collect();
    let told: Vec<_> = events
        .iter()
        .map(|event| (event.slug.as_str(), event.date.to_string(), event.title.fr.as_str(), event.status))
        .collect();
    assert_eq!(
        told,
        [
            ("circulaire", "2021-04-27".to_owned(), "Circulaire & données", Status::Past),
            ("plan-de-relance", "2020/2022-06".to_owned(), "Plan de relance", Status::Ongoing),
            ("bilan", "2023".to_owned(), "Bilan", Status::Announced),
        ]
    );
    assert_eq!(prose.get(events[0].summary), Some("Elle reprend le rapport.\n\nSuite"));
    let is_plain = events.iter().all(|event| {
        (event.kind, event.outcome, event.importance) == (EventKind::Milestone, Outcome::Unknown, 2)
    });
    assert!(is_plain);
    let sources: Vec<_> = events[0]
        .sources
        .iter()
        .map(|&source| &strategy[source])
        .map(|source| {
            [source.title, source.publisher, source.url].map(|text| prose.get(text).unwrap_or_default())
        })
        .collect();
    assert_eq!(
        sources,
        [
            ["Le film", "youtube.com", "https://www.youtube.com/watch?v=1"],
            ["rapport", "exemple.fr", "https://www.exemple.fr/rapport"],
            ["timeline.json", "", ""],
        ]
    );
    let embedded = events[1].sources.first().map(|&source| prose.get(strategy[source].url));
    assert_eq!(embedded, Some(Some("https://player.vimeo.com/video/2")));
}

#[test]
fn the_spreadsheet_of_a_timeline_becomes_the_same() {
    let import = read(fixture("timeline.csv"));
    // The era is not shown; the title slide is.
    assert_eq!((import.format, import.rows_used, import.rows_left_out), (Some(Format::TimelineSheet), 3, 1));
    assert_eq!(import.title.fr, "La stratégie numérique");
    let (strategy, prose) = strategy(import);
    let events: Vec<_> =
        strategy.events().map(|(_, event)| (event.title.fr.as_str(), event.date.to_string())).collect();
    assert_eq!(
        events,
        [("Circulaire", "2021-04-27".to_owned()), ("Plan de relance", "2020/2022-06".to_owned())]
    );
    let first = strategy.events().next().map(|(_, event)| prose.get(event.summary));
    assert_eq!(first, Some(Some("Un.\n\nDeux.")));
    assert_eq!(strategy.themes().count(), 2);
}

#[test]
fn a_hierarchy_becomes_envelopes_whose_wholes_are_sums() {
    let import = read(fixture("hierarchy.json"));
    assert_eq!((import.format, import.rows_used), (Some(Format::Hierarchy), 6));
    assert_eq!(import.title.fr, "Budget");
    let (strategy, _) = strategy(import);
    assert_eq!(strategy.scopes().count(), 1);
    assert_eq!(amount(&strategy, "numerique"), Some(820));
    let expected = [("Numérique", Some(820)), ("Formation", Some(89)), ("Non publié", None)];
    // The scope has the name of the root, and its identifier.
    assert_eq!(parts(&strategy, "budget-2"), expected.map(|(label, sum)| (label.to_owned(), sum)));
    assert_eq!(amount(&strategy, "budget-2"), Some(909));
}

#[test]
fn an_array_of_roots_is_a_hierarchy_of_several() {
    let import = read(fixture("echarts.json"));
    assert_eq!((import.format, import.title.fr.as_str()), (Some(Format::Hierarchy), "echarts"));
    let (strategy, _) = strategy(import);
    assert_eq!(amount(&strategy, "a"), Some(10), "a part that is less leaves a remainder");
    assert_eq!(amount(&strategy, "b"), Some(1_234_500_000));
    let scope = strategy.scopes().next().map(|(id, _)| strategy.roots(id).count());
    assert_eq!(scope, Some(2));
}

#[test]
fn paths_become_a_tree_with_the_levels_that_no_row_states() {
    let import = read(fixture("paths.csv"));
    assert_eq!((import.format, import.rows_used), (Some(Format::PathAmounts), 4));
    let (strategy, _) = strategy(import);
    assert_eq!(amount(&strategy, "relance"), Some(1_000_000_000));
    assert_eq!(
        parts(&strategy, "relance"),
        [("Numérique".to_owned(), Some(820_500_000)), ("Formation".to_owned(), Some(88_000_000))]
    );
}

#[test]
fn a_slash_inside_a_name_is_no_level_where_others_separate_them() {
    let import = read(fixture("chevrons.csv"));
    assert_eq!(import.rows_used, 2);
    let (strategy, _) = strategy(import);
    assert_eq!(parts(&strategy, "relance")[0], ("R/D".to_owned(), Some(570_000_000)));
}

#[test]
fn a_flat_table_becomes_events_and_envelopes_that_belong_together() {
    let import = read(fixture("flat.csv"));
    assert_eq!((import.format, import.rows_used, import.rows_left_out), (Some(Format::Flat), 4, 0));
    let (strategy, prose) = strategy(import);
    let events: Vec<_> = strategy.events().map(|(_, event)| event).collect();
    let dates: Vec<_> =
        events.iter().map(|event| (event.date.to_string(), event.kind, event.status)).collect();
    assert_eq!(
        dates,
        [
            ("2020-09-03/2022-12-31".to_owned(), EventKind::Launch, Status::Ongoing),
            ("2021-12-12".to_owned(), EventKind::Publication, Status::Past),
            ("2023".to_owned(), EventKind::Milestone, Status::Announced),
        ]
    );
    assert_eq!(prose.get(events[0].summary), Some("Un plan,\nsur deux lignes."));
    let money: Vec<_> = events[0].envelopes.iter().map(|&id| strategy[id].amount).collect();
    assert_eq!(money, [Some(Euros::millions(100_000))]);
    assert_eq!(parts(&strategy, "relance"), [("Volet numérique".to_owned(), Some(1_234_500_000))]);
}

#[test]
fn events_without_groups_share_one_theme() {
    let (strategy, _) = strategy(read(file("x.csv", "date,title\n2021,A\n2022,B\n")));
    let themes: Vec<_> = strategy.themes().map(|(_, theme)| &theme.label).collect();
    let [label] = themes[..] else { panic!("one theme") };
    assert_eq!((label.fr.as_str(), label.en.as_str()), ("Tous les événements", "All events"));
}

#[test]
fn our_own_package_is_read_from_a_folder_an_archive_and_one_json() {
    let whole = data::read(&files_of(None)).0.expect("the fixture is valid");
    let folder: Vec<_> = files_of(None)
        .into_iter()
        .map(|(name, bytes)| file(&format!("strategie/{name}"), bytes))
        .chain([file("strategie/LISEZMOI.txt", "bonjour"), file(".DS_Store", "x")])
        .collect();
    for (files, format) in [
        (folder.clone(), Format::PackageFolder),
        (vec![file("strategie.zip", zipped(&folder))], Format::PackageZip),
        (vec![file("strategie.json", inline(false))], Format::PackageJson),
        (vec![file("datapackage.json", inline(true))], Format::PackageJson),
    ] {
        let import = read_with(files, &Choices::on(today()));
        assert_eq!(import.problems.listed, [], "{format:?}");
        assert_eq!(import.format, Some(format));
        assert_eq!(import.package.as_ref(), Some(&whole), "{format:?}");
        assert_eq!(import.title.fr, "A small package without problems");
        assert!(import.rows_used > 20 && import.rows_left_out == 0, "{format:?}");
    }
}

#[test]
fn one_file_in_an_archive_is_read_as_that_file() {
    let import = read(file("x.zip", zipped(&[fixture("flat.csv")])));
    assert_eq!((import.format, import.title.fr.as_str()), (Some(Format::Flat), "flat"));
    strategy(import);
}

/// An archive of files.
pub fn zipped(files: &[File]) -> Vec<u8> {
    use std::io::Write as _;
    use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    let mut writer = ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for file in files {
        writer.start_file(file.name.as_str(), options).expect("a name");
        writer.write_all(&file.bytes).expect("memory");
    }
    writer.finish().expect("an archive").into_inner()
}

/// The valid package as one JSON, its rows as objects or as arrays with their header.
pub fn inline(as_objects: bool) -> String {
    let files = files_of(None);
    let mut descriptor: serde_json::Value =
        serde_json::from_slice(&files["datapackage.json"]).expect("the descriptor is JSON");
    for resource in descriptor["resources"].as_array_mut().expect("resources") {
        let path = resource["path"].as_str().expect("a path").to_owned();
        let mut reader = csv::Reader::from_reader(&files[&path][..]);
        let header = reader.headers().expect("a header").clone();
        let cells = |row: &csv::StringRecord| row.iter().map(str::to_owned).collect::<Vec<_>>();
        let records: Vec<_> = reader.records().map(|record| record.expect("a record")).collect();
        let object = |row: &csv::StringRecord| {
            header
                .iter()
                .zip(row)
                .map(|(column, cell)| (column.to_owned(), serde_json::Value::from(cell)))
                .collect::<serde_json::Map<_, _>>()
        };
        resource["data"] = if as_objects {
            records.iter().map(object).collect::<Vec<_>>().into()
        } else {
            std::iter::once(&header).chain(&records).map(cells).collect::<Vec<_>>().into()
        };
        resource.as_object_mut().expect("an object").remove("path");
    }
    descriptor.to_string()
}
