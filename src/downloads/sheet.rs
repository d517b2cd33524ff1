//! Rows as a CSV file.
//!
//! Source: RFC 4180, in UTF-8 with a byte order mark, by which spreadsheets know it; lines end in CR LF.

use super::columns::Columns;
use crate::model::text::Lang;

/// The mark at the beginning.
const MARK: &str = "\u{feff}";

/// The file. Where French is set, spreadsheets expect semicolons between cells.
#[must_use]
pub fn csv(columns: &Columns, lang: Lang) -> Vec<u8> {
    let separator = match lang {
        Lang::Fr => b';',
        Lang::En => b',',
    };
    let mut writer = csv::WriterBuilder::new()
        .delimiter(separator)
        .terminator(csv::Terminator::CRLF)
        .from_writer(MARK.as_bytes().to_vec());
    let rows = columns.rows.iter().map(|row| row.iter().map(|cell| cell.text.clone()).collect());
    for row in std::iter::once(columns.heads.clone()).chain(rows) {
        // Writing into memory does not fail, and all rows are as long as the heads.
        let _never_fails = writer.write_record(row);
    }
    writer.into_inner().unwrap_or_default()
}
