//! What a reader takes away: every record that is selected, its figures exact, its sources with it.

use std::io::{Cursor, Read};

use jalons::{
    data::{
        self,
        package::{prose, strategy},
        records::Resource,
        writing::Written,
    },
    downloads::{
        bibliography::bibtex,
        making::made,
        order::{Format, Order, Parcel},
        package::files,
    },
    model::{panorama, text::Lang},
    state::filter::Found,
};
use serde_json::Value;

const PAGE: &str = "https://exemple.fr/jalons/";

fn written() -> Written<'static> {
    Written { strategy: strategy(), prose: [prose(Lang::Fr), prose(Lang::En)] }
}

fn ordered(format: Format, hash: &str, lang: Lang) -> Parcel {
    let order = Order {
        number: 7,
        format: format.as_str().to_owned(),
        hash: hash.to_owned(),
        view: "timeline".to_owned(),
        lang: lang.as_str().to_owned(),
        page: PAGE.to_owned(),
    };
    let nothing = |query: &str, _| Found { query: query.to_owned(), records: Vec::new() };
    let parcel = made(written(), &order, nothing).expect("a file");
    assert_eq!(Some(&parcel), made(written(), &order, nothing).as_ref(), "the same order, the same bytes");
    parcel
}

fn text(parcel: &Parcel) -> String {
    String::from_utf8(parcel.content.clone()).expect("UTF-8")
}

/// The rows of a CSV file, by the names of their columns.
fn rows(parcel: &Parcel, separator: u8) -> (Vec<String>, Vec<Vec<String>>) {
    let content = text(parcel);
    let content = content.strip_prefix('\u{feff}').expect("a byte order mark");
    let mut reader = csv::ReaderBuilder::new().delimiter(separator).from_reader(content.as_bytes());
    let heads = reader.headers().expect("heads").iter().map(str::to_owned).collect();
    let rows = reader.records().map(|row| row.expect("a row").iter().map(str::to_owned).collect());
    (heads, rows.collect())
}

fn column(heads: &[String], rows: &[Vec<String>], name: &str) -> Vec<String> {
    let place =
        heads.iter().position(|head| head == name).unwrap_or_else(|| panic!("no {name} in {heads:?}"));
    rows.iter().map(|row| row[place].clone()).collect()
}

#[test]
fn the_package_that_is_written_is_the_package_that_was_read() {
    let (package, problems) = data::read(&files(written()));
    assert!(problems.is_empty(), "{problems:?}");
    let package = package.expect("a package");
    assert_eq!(&package.prose[0], prose(Lang::Fr));
    assert_eq!(&package.prose[1], prose(Lang::En));
    let read = jalons::model::strategy::Strategy::new(package.tables).expect("a strategy");
    let again = files(Written { strategy: &read, prose: [&package.prose[0], &package.prose[1]] });
    assert_eq!(again, files(written()), "and is written alike");
    for resource in Resource::ALL {
        assert_eq!(read.count(resource.kind), strategy().count(resource.kind), "{}", resource.name);
    }
}

#[test]
fn the_archive_holds_each_table_and_is_named_by_its_version() {
    let parcel = ordered(Format::Package, "", Lang::Fr);
    assert_eq!(parcel.name, format!("jalons-donnees-{}.zip", strategy().about().version));
    let mut archive = zip::ZipArchive::new(Cursor::new(&parcel.content)).expect("an archive");
    assert_eq!(archive.len(), Resource::ALL.len() + 1);
    let expected = files(written());
    for index in 0..archive.len() {
        let mut file = archive.by_index(index).expect("a file");
        let name = file.name().expect("a name").into_owned();
        let mut content = Vec::new();
        file.read_to_end(&mut content).expect("its content");
        assert_eq!(expected.get(&name), Some(&content), "{name}");
    }
}

#[test]
fn the_events_of_the_timeline_are_rows_with_titles_addresses_and_readings_of_their_sources() {
    let parcel = ordered(Format::Csv, "", Lang::Fr);
    let (heads, rows) = rows(&parcel, b';');
    assert_eq!(rows.len(), strategy().events().count());
    assert_eq!(parcel.records as usize, rows.len());
    for name in ["source_titles", "source_publishers", "source_reading", "title_fr", "title_en", "summary_fr"]
    {
        assert!(column(&heads, &rows, name).iter().all(|cell| !cell.is_empty()), "{name} in every row");
    }
    let links = column(&heads, &rows, "link");
    assert!(links.iter().all(|link| link.starts_with("https://exemple.fr/jalons/#focus=")));
}

#[test]
fn what_the_filter_leaves_out_is_not_in_the_file() {
    let theme = strategy().themes().next().expect("a theme").1.slug.clone();
    let (heads, rows) = rows(&ordered(Format::Csv, &format!("themes={theme}"), Lang::En), b',');
    assert!(!rows.is_empty() && rows.len() < strategy().events().count());
    assert!(column(&heads, &rows, "theme").iter().all(|cell| *cell == theme));
    let nothing = ordered(Format::Json, "q=introuvable", Lang::En);
    assert_eq!(nothing.records, 0);
    let json: Value = serde_json::from_slice(&nothing.content).expect("JSON");
    assert_eq!(json["records"], serde_json::json!([]));
}

#[test]
fn the_recovery_credits_leave_with_whole_euros_and_with_what_they_may_not_be_added_to() {
    let (heads, rows) = rows(&ordered(Format::Csv, "view=budget", Lang::Fr), b';');
    let amounts = column(&heads, &rows, "amount_eur");
    assert!(amounts.contains(&"908000000".to_owned()), "{amounts:?}");
    assert!(column(&heads, &rows, "scope_caution_fr").iter().all(|cell| !cell.is_empty()));
    assert!(column(&heads, &rows, "scope").iter().all(|cell| cell == "relance"));
}

#[test]
fn appropriations_leave_line_by_line_with_commitments_and_payments_apart() {
    let parcel = ordered(Format::Csv, "view=budget&scope=p363", Lang::En);
    let (heads, rows) = rows(&parcel, b',');
    assert!(parcel.name.contains("-p363-"), "{}", parcel.name);
    for name in ["stage", "commitment_eur", "payment_eur", "envelope_label_en"] {
        assert!(column(&heads, &rows, name).iter().any(|cell| !cell.is_empty()), "{name}");
    }
    let stages = column(&heads, &rows, "stage");
    assert!(stages.contains(&"plf-2021".to_owned()) && stages.contains(&"executed-2021".to_owned()));
}

#[test]
fn projects_leave_with_every_edition_and_indicators_with_every_value() {
    let (heads, lines) = rows(&ordered(Format::Csv, "view=table&of=projects", Lang::Fr), b';');
    assert_eq!(lines.len(), strategy().project_editions().count());
    assert!(column(&heads, &lines, "project_label_fr").iter().all(|cell| !cell.is_empty()));
    let parcel = ordered(Format::Csv, "view=indicators", Lang::Fr);
    let (heads, values) = rows(&parcel, b';');
    assert_eq!(values.len(), strategy().observations().count());
    assert!(column(&heads, &values, "quality").iter().any(|cell| cell == "forecast"), "a forecast stays one");
    assert!(column(&heads, &values, "indicator_unit_fr").iter().all(|cell| !cell.is_empty()));
}

#[test]
fn a_level_of_a_budget_and_an_edition_of_the_projects_leave_as_they_are_shown() {
    let hash = "view=budget&at=relance-inclusion";
    let (heads, parts) = rows(&ordered(Format::Csv, hash, Lang::Fr), b';');
    let ids = column(&heads, &parts, "id");
    assert!(
        ids.contains(&"relance-inclusion".to_owned()) && !ids.contains(&"relance-fibre".to_owned()),
        "{ids:?}"
    );
    assert!(ids.len() > 1, "with its parts");
    for edition in ["edition-06", "edition-14"] {
        let parcel = ordered(Format::Csv, &format!("view=budget&scope=projets&edition={edition}"), Lang::Fr);
        let (heads, lines) = rows(&parcel, b';');
        let id = strategy().find_as(edition).expect("an edition");
        assert_eq!(lines.len(), panorama::table(strategy(), id).count(), "{edition}");
        assert!(column(&heads, &lines, "edition").iter().all(|cell| cell == edition), "{edition} alone");
        assert!(column(&heads, &lines, "scope_caution_fr").iter().all(|cell| !cell.is_empty()));
    }
    let (_, whole) = rows(&ordered(Format::Csv, "view=table&of=envelopes&scope=projets", Lang::Fr), b';');
    assert!(whole.len() > 50, "the table lists its envelopes");
}

#[test]
fn every_list_of_the_table_can_be_taken_away_in_both_forms() {
    for list in [
        "events",
        "envelopes",
        "projects",
        "indicators",
        "actors",
        "programmes",
        "positions",
        "discrepancies",
    ] {
        let hash = format!("view=table&of={list}");
        let (_, lines) = rows(&ordered(Format::Csv, &hash, Lang::En), b',');
        let json: Value =
            serde_json::from_slice(&ordered(Format::Json, &hash, Lang::En).content).expect("JSON");
        assert_eq!(json["records"].as_array().map(Vec::len), Some(lines.len()), "{list}");
        assert!(!lines.is_empty(), "{list}");
    }
}

#[test]
fn values_keep_their_kinds_in_json() {
    let json: Value =
        serde_json::from_slice(&ordered(Format::Json, "view=budget", Lang::Fr).content).expect("JSON");
    let records = json["records"].as_array().expect("records");
    let fibre = records.iter().find(|record| record["id"] == "relance-fibre").expect("fibre");
    assert_eq!(fibre["amount_eur"], 570_000_000);
    assert_eq!(fibre["attributed_eur"].is_null(), strategy_has_no_attributed("relance-fibre"));
    let sources = fibre["sources"].as_array().expect("a list");
    let known: Vec<_> =
        json["sources"].as_array().expect("sources").iter().map(|source| &source["id"]).collect();
    assert!(
        !sources.is_empty() && sources.iter().all(|source| known.contains(&source)),
        "each source is there"
    );
    assert!(json["scope"]["caution_fr"].as_str().is_some_and(|text| !text.is_empty()));
}

fn strategy_has_no_attributed(slug: &str) -> bool {
    strategy().envelopes().any(|(_, envelope)| envelope.slug == slug && envelope.attributed.is_none())
}

#[test]
fn a_calendar_has_a_day_for_every_event_that_has_one_and_says_how_many_have_none() {
    let parcel = ordered(Format::Calendar, "", Lang::Fr);
    let calendar = text(&parcel);
    let dated = strategy()
        .events()
        .filter(|(_, event)| event.date.earliest().is_some() && event.date.latest().is_some())
        .count();
    assert_eq!(calendar.matches("BEGIN:VEVENT").count(), dated);
    assert_eq!(
        (parcel.records, parcel.left_out),
        (dated as u32, (strategy().events().count() - dated) as u32)
    );
    assert!(
        calendar.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n") && calendar.ends_with("END:VCALENDAR\r\n")
    );
    assert_eq!(calendar.lines().find(|line| line.len() > 75), None, "lines are folded");
    // A line that is folded goes on after one space.
    let whole = calendar.replace("\r\n ", "");
    let (_, event) =
        strategy().events().find(|(_, event)| event.date.to_string().len() == 10).expect("a day");
    let day = event.date.to_string().replace('-', "");
    let entry = whole.split("BEGIN:VEVENT").find(|entry| entry.contains(&format!("UID:{}@", event.slug)));
    assert!(entry.expect("its entry").contains(&format!("DTSTART;VALUE=DATE:{day}\r\n")));
    assert!(whole.contains("DTSTAMP:20"), "the moment of the data");
}

#[test]
fn the_sources_of_a_selection_can_be_cited() {
    let bib = text(&ordered(Format::BibTex, "view=budget", Lang::Fr));
    assert!(bib.starts_with("@dataset{jalons,\n"), "{bib}");
    assert!(bib.contains("version = {") && bib.contains("url = {https://exemple.fr/jalons/}"));
    for line in bib.lines().filter(|line| !line.trim_start().starts_with("url")) {
        let bare = line.replace("\\&", "").replace("\\%", "");
        assert!(!bare.contains('&') && !bare.contains('%'), "{line}");
    }
    let items: Value =
        serde_json::from_slice(&ordered(Format::CslJson, "view=budget", Lang::En).content).expect("JSON");
    let items = items.as_array().expect("items");
    assert_eq!(items.len(), bib.matches("\n@").count() + 1, "as many in both");
    assert!(items.iter().all(|item| item["title"].as_str().is_some_and(|title| !title.is_empty())));
    let citation = text(&ordered(Format::Citation, "", Lang::Fr));
    assert!(citation.contains(&strategy().about().version) && citation.contains(PAGE), "{citation}");
}

#[test]
fn an_order_that_means_nothing_is_refused() {
    let order = Order {
        number: 1,
        format: "docx".to_owned(),
        hash: String::new(),
        view: "timeline".to_owned(),
        lang: "fr".to_owned(),
        page: String::new(),
    };
    let nothing = |_: &str, _| Found::default();
    assert_eq!(made(written(), &order, nothing), None);
    assert_eq!(
        made(written(), &Order { format: "csv".to_owned(), lang: "de".to_owned(), ..order }, nothing),
        None
    );
}

#[test]
fn a_brace_in_the_address_of_a_site_leaves_its_bibliography_whole() {
    let bytes = bibtex(written(), &[], "https://exemple.fr/a{b}c\\d/#view=budget", Lang::Fr);
    let bib = String::from_utf8(bytes).expect("a text");
    assert!(bib.contains("url = {https://exemple.fr/a%7Bb%7Dc%5Cd/#view=budget}"), "{bib}");
    assert_eq!(bib.matches('{').count(), bib.matches('}').count(), "{bib}");
}
