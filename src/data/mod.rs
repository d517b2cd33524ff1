//! Files in, strategy out: reads a data package from its bytes, or says everything that is wrong with it.
//!
//! Start at [`read`]: descriptor → sheets of cells → ids → records → checks between records. Cells become
//! typed values once, here; behind this door nothing is text that means something else. The room knows neither
//! the disk nor the network: files come in by name and bytes, so that a browser can check a package as well.

#[cfg(not(target_arch = "wasm32"))]
pub mod changes;
pub mod check;
pub mod checksum;
pub mod core;
pub mod descriptor;
#[cfg(not(target_arch = "wasm32"))]
pub mod disk;
pub mod embed;
pub mod forms;
pub mod identifiers;
pub mod leave_out;
pub mod lines;
pub mod package;
pub mod problem;
pub mod prose;
pub mod records;
pub mod row;
pub mod sheet;
pub mod spelling;
pub mod value;
pub mod writing;

use std::collections::BTreeMap;

use crate::model::{strategy::Tables, text::Prose};

use self::{
    descriptor::Descriptor,
    identifiers::Identifiers,
    problem::Problem,
    prose::ProsePair,
    records::{Records, Resource},
    sheet::Sheet,
};

/// The files of a package: bytes by name.
pub type Files = BTreeMap<String, Vec<u8>>;

/// A package without problems.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Package {
    /// What every view needs.
    pub tables: Tables,
    /// The long texts, French first; every [`ProseId`](crate::model::text::ProseId) of the tables is a place in both.
    pub prose: [Prose; 2],
}

/// The package in `files`, and all its problems, by file and line. It is there only if there are none.
#[must_use]
pub fn read(files: &Files) -> (Option<Package>, Vec<Problem>) {
    let mut problems = Vec::new();
    let descriptor = Descriptor::read(files, &mut problems);
    let sheets: Vec<_> = Resource::ALL
        .iter()
        .map(|resource| {
            let file = descriptor.path(resource);
            match files.get(&file) {
                Some(bytes) => Sheet::read(&file, bytes, resource, &mut problems),
                None => Sheet::absent(file),
            }
        })
        .collect();
    let identifiers = Identifiers::collect(&sheets, &mut problems);
    let mut prose = ProsePair::default();
    let records = Records::read(&sheets, &identifiers, &mut prose, &mut problems);
    problems.extend(check::check(&records, &sheets));
    problems.sort_by(|a, b| (&a.file, a.line).cmp(&(&b.file, b.line)));
    let tables = records.into_tables(descriptor.about, identifiers.into_aliases());
    let package = tables
        .filter(|_| problems.is_empty())
        .map(|tables| Package { tables, prose: prose.into_languages() });
    (package, problems)
}
