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
    let rows = columns.rows.iter().map(|row| row.iter().map(|cell| as_text(&cell.text)).collect());
    for row in std::iter::once(columns.heads.clone()).chain(rows) {
        // Writing into memory does not fail, and all rows are as long as the heads.
        let _never_fails = writer.write_record(row);
    }
    writer.into_inner().unwrap_or_default()
}

/// A cell that no spreadsheet computes: an apostrophe before what would begin a formula (OWASP, *CSV Injection*). A number
/// with its sign stays a number.
fn as_text(cell: &str) -> String {
    let begins_formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let is_number = cell.strip_prefix(['-', '+']).is_some_and(|rest| {
        rest.starts_with(|letter: char| letter.is_ascii_digit())
            && rest.chars().all(|letter| letter.is_ascii_digit() || matches!(letter, ',' | '.'))
    });
    if begins_formula && !is_number { format!("'{cell}") } else { cell.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_that_a_spreadsheet_would_compute_is_text() {
        for formula in ["=1+1", "+33 1 42", "-cmd|' /C calc'!A0", "@SUM(A1)", "\t=1", "\r=1", "-", "--5"] {
            assert_eq!(as_text(formula), format!("'{formula}"));
        }
        for plain in ["", "-12000", "+5,5", "-0.5", "908 M€", "a=b", "–"] {
            assert_eq!(as_text(plain), plain);
        }
    }
}
