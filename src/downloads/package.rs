//! The whole data package as an archive, as the reader of packages takes it.

use std::io::{Cursor, Write};

use serde_json::{Value, json};
use zip::{CompressionMethod, DateTime, ZipWriter, write::SimpleFileOptions};

use crate::{
    data::{
        Files,
        descriptor::FILE,
        records::{Resource, cells_of},
        writing::Written,
    },
    i18n::subject::is_brought,
    model::id::RecordId,
};

/// The description of the tables, which is the same for all packages.
const DESCRIPTOR: &str = include_str!("../../data/datapackage.json");

/// What the description says of the explorer's own data alone.
const OF_OWN_DATA: [&str; 5] = ["name", "description", "licenses", "sources", "versions"];

/// The files of the package: its descriptor, and one for each table.
#[must_use]
pub fn files(written: Written<'_>) -> Files {
    let tables =
        Resource::ALL.iter().map(|resource| (format!("{}.csv", resource.name), table(written, resource)));
    let mut files: Files = tables.collect();
    files.insert(FILE.to_owned(), descriptor(written));
    files
}

/// The same in one file.
#[must_use]
pub fn archive(written: Written<'_>) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    // The same data give the same bytes: nothing in it says when it was made.
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    for (name, content) in files(written) {
        // Writing into memory does not fail.
        let _never_fails = archive.start_file(name, options);
        let _never_fails = archive.write_all(&content);
    }
    archive.finish().map(Cursor::into_inner).unwrap_or_default()
}

fn table(written: Written<'_>, resource: &Resource) -> Vec<u8> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let _never_fails = writer.write_record(resource.columns());
    let strategy = written.strategy;
    for index in 0..strategy.count(resource.kind) {
        let cells = cells_of(written, RecordId::at(resource.kind, index));
        let _never_fails = writer.write_record(cells.iter().map(|cell| &cell.text));
    }
    writer.into_inner().unwrap_or_default()
}

/// The descriptor with what the strategy says of itself.
fn descriptor(written: Written<'_>) -> Vec<u8> {
    let about = written.strategy.about();
    let mut descriptor: Value = serde_json::from_str(DESCRIPTOR).unwrap_or_default();
    if is_brought() {
        // What is said of the explorer's own data is not true of these.
        if let Some(descriptor) = descriptor.as_object_mut() {
            descriptor.retain(|name, _| !OF_OWN_DATA.contains(&name.as_str()));
        }
    }
    descriptor["title"] = json!(about.title.fr);
    if about.title.en != about.title.fr {
        descriptor["title_en"] = json!(about.title.en);
    }
    descriptor["version"] = json!(about.version);
    descriptor["created"] = json!(about.created);
    let (year, month, day) = about.reference_day.to_civil();
    descriptor["reference_date"] = json!(format!("{year:04}-{month:02}-{day:02}"));
    let mut bytes = serde_json::to_vec_pretty(&descriptor).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}
