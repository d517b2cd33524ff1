//! Rows with their sources as a JSON file.

use serde_json::{Map, Value, json};

use super::{
    columns::link,
    selection::{SelectedRow, Selection},
};
use crate::{
    data::{
        records::{Resource, cells_of},
        writing::{Cell, Form, Written},
    },
    i18n::cited::DATA_LICENCE,
    model::id::RecordId,
};

/// The file. Columns are those of the data package, with its names; `address` is where the same is seen.
#[must_use]
pub fn json(
    written: Written<'_>,
    selection: &Selection,
    rows: &[SelectedRow],
    page: &str,
    address: &str,
) -> Vec<u8> {
    let about = written.strategy.about();
    let records: Vec<_> = rows
        .iter()
        .map(|row| {
            let mut record = values(written, row.row);
            if !page.is_empty() {
                record.insert("link".to_owned(), json!(link(written, row.of, page)));
            }
            record
        })
        .collect();
    let sources = Selection::sources(written, rows);
    let sources: Vec<_> = sources.into_iter().map(|id| values(written, id.into())).collect();
    let kind = rows.first().map_or(selection.listed.kind(), |row| row.row.kind());
    let mut file = json!({
        "version": about.version,
        "created": about.created,
        "licence": DATA_LICENCE,
        "resource": Resource::of(kind).name,
        "records": records,
        "sources": sources,
    });
    if !address.is_empty() {
        file["address"] = json!(address);
    }
    if let Some(scope) = selection.scope {
        // What the amounts may not be added to goes where they go.
        file["scope"] = Value::Object(values(written, scope.into()));
    }
    let mut bytes = serde_json::to_vec_pretty(&file).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}

/// The columns of a record with what each cell holds.
fn values(written: Written<'_>, id: RecordId) -> Map<String, Value> {
    let columns = Resource::of(id.kind()).columns();
    let cells = cells_of(written, id);
    columns.zip(&cells).map(|(column, cell)| (column.to_owned(), value(cell))).collect()
}

fn value(Cell { form, text }: &Cell) -> Value {
    match form {
        Form::List if text.is_empty() => json!([]),
        Form::List => text.split(';').collect(),
        _ if text.is_empty() => Value::Null,
        // Exactly the digits of the cell.
        Form::Number => serde_json::from_str(text).unwrap_or(Value::Null),
        Form::Truth => json!(text == "true"),
        Form::Text => json!(text),
    }
}
