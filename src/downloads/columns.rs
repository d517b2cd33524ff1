//! The columns of a file of rows: those of the data package, then what a reader outside of it needs.

use super::selection::{SelectedRow, Selection, sources_of};
use crate::{
    data::{
        records::{Resource, cells_of},
        writing::{Cell, Form, Written},
    },
    model::{id::RecordId, source::Source, text::Text},
};

/// What stands between the sources of a row, which may have commas and semicolons in them.
const BETWEEN: &str = " | ";

/// A table with its heads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Columns {
    /// The names of the columns.
    pub heads: Vec<String>,
    /// The rows, each with one cell for each column.
    pub rows: Vec<Vec<Cell>>,
}

/// What the rows of a selection say. All rows of a selection are of one kind.
#[must_use]
pub fn columns(written: Written<'_>, selection: &Selection, rows: &[SelectedRow], page: &str) -> Columns {
    let kind = rows.first().map_or(selection.listed.kind(), |row| row.row.kind());
    let mut heads: Vec<String> = Resource::of(kind).columns().map(str::to_owned).collect();
    let names = owner(written, rows.first().map(|row| row.of).filter(|of| of.kind() != kind));
    heads.extend(names.iter().flat_map(|(name, _)| [format!("{name}_fr"), format!("{name}_en")]));
    if selection.scope.is_some() {
        heads.extend(["scope_caution_fr", "scope_caution_en"].map(str::to_owned));
    }
    let of_sources = ["source_titles", "source_publishers", "source_urls", "source_reading"];
    heads.extend(of_sources.map(str::to_owned));
    heads.extend((!page.is_empty()).then(|| "link".to_owned()));
    let rows = rows
        .iter()
        .map(|row| {
            let mut cells = cells_of(written, row.row);
            let owner = owner(written, Some(row.of).filter(|of| of.kind() != kind));
            cells.extend(owner.into_iter().flat_map(|(_, text)| [plain(text.fr), plain(text.en)]));
            if let Some(scope) = selection.scope {
                let caution = &written.strategy[scope].caution;
                cells.extend([plain(caution.fr.clone()), plain(caution.en.clone())]);
            }
            cells.extend(source_cells(written, row.row));
            cells.extend((!page.is_empty()).then(|| plain(link(written, row.of, page))));
            cells
        })
        .collect();
    Columns { heads, rows }
}

/// The address of the record in the explorer.
#[must_use]
pub fn link(written: Written<'_>, id: RecordId, page: &str) -> String {
    format!("{page}#focus={}", written.strategy.slug(id))
}

fn plain(text: String) -> Cell {
    Cell { form: Form::Text, text }
}

/// What a row belongs to, in words: rows of values name it by its id only.
fn owner(written: Written<'_>, of: Option<RecordId>) -> Vec<(&'static str, Text)> {
    let strategy = written.strategy;
    match of {
        Some(RecordId::Envelope(id)) => vec![("envelope_label", strategy[id].label.clone())],
        Some(RecordId::Project(id)) => {
            let label = strategy[id].label.clone();
            vec![("project_label", Text { fr: label.clone(), en: label })]
        }
        Some(RecordId::Indicator(id)) => {
            vec![
                ("indicator_label", strategy[id].label.clone()),
                ("indicator_unit", strategy[id].unit.clone()),
            ]
        }
        _ => Vec::new(),
    }
}

/// Titles, publishers, addresses of the sources of a row, and how each was read.
fn source_cells(written: Written<'_>, row: RecordId) -> [Cell; 4] {
    let sources = sources_of(written, row);
    let of = |one: &dyn Fn(&Source) -> String| {
        let all: Vec<_> = sources.iter().map(|&id| one(&written.strategy[id])).collect();
        plain(all.join(BETWEEN))
    };
    // A source is called in its own language, which is the same in both texts.
    [
        of(&|source| written.texts(source.title)[0].to_owned()),
        of(&|source| written.texts(source.publisher)[0].to_owned()),
        of(&|source| written.texts(source.url)[0].to_owned()),
        of(&|source| source.read.as_str().to_owned()),
    ]
}
