//! The cells of one resource, as text, with the line each stands on.

use std::collections::HashMap;

use csv::{ByteRecord, StringRecord};

use super::{
    lines::{records, without_mark},
    problem::{Problem, Rule},
    records::Resource,
    spelling::{nearest, quoted},
};

/// The column that gives rows their order.
const ORDER: &str = "order";

/// The rows of one resource.
#[derive(Debug, Default)]
pub struct Sheet {
    /// The file they were read from.
    pub file: String,
    /// The rows: in the order of their column `order` if they have one, else as in the file.
    pub rows: Vec<SheetRow>,
    /// Where each column stands in the file.
    columns: HashMap<&'static str, usize>,
}

/// The cells of one row.
#[derive(Debug)]
pub struct SheetRow {
    line: usize,
    cells: StringRecord,
    /// Whether each cell stands under its header; else only the first may be trusted.
    pub is_aligned: bool,
}

impl Sheet {
    /// The sheet of a file that is not there.
    pub fn absent(file: String) -> Self {
        Self { file, ..Self::default() }
    }

    /// Reads a CSV file (RFC 4180, UTF-8 with or without a byte order mark).
    pub fn read(file: &str, bytes: &[u8], resource: &Resource, problems: &mut Vec<Problem>) -> Self {
        let mut sheet = Self::absent(file.to_owned());
        if bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff") {
            problems.push(sheet.problem_at(1, None, Rule::Encoding, "the file is UTF-16; save it as UTF-8"));
            return sheet;
        }
        let mut records = records(without_mark(bytes));
        let header = records.next().map(|(.., record)| text_from_bytes(&record).0).unwrap_or_default();
        sheet.columns = sheet.columns_of(&header, resource, problems);
        let mut undecoded = Undecoded::default();
        for (_, line, record) in records {
            let (cells, bad_cell) = text_from_bytes(&record);
            let row = SheetRow { line, is_aligned: cells.len() == header.len(), cells };
            if let Some(index) = bad_cell {
                undecoded.meet(row.line_of(index), header.get(index), &record[index]);
            }
            if row.cells.iter().all(str::is_empty) {
                problems.push(sheet.problem_at(line, None, Rule::EmptyRow, "the row is empty; delete it"));
                continue;
            }
            if !row.is_aligned {
                problems.push(sheet.problem_at(
                    line,
                    None,
                    Rule::CellCount,
                    &cell_count(row.cells.len(), header.len()),
                ));
            }
            sheet.rows.push(row);
        }
        problems.extend(undecoded.problem(&sheet));
        if let Some(&index) = sheet.columns.get(ORDER) {
            // What is not a number is said where the row becomes a record.
            sheet.rows.sort_by_cached_key(|row| row.cells.get(index)?.trim().parse::<u32>().ok());
        }
        sheet
    }

    /// Whether the file has the column.
    pub fn has(&self, column: &str) -> bool {
        self.columns.contains_key(column)
    }

    /// The text of a cell without the spaces around it; `None` if the column is not in the file.
    pub fn cell<'a>(&self, row: &'a SheetRow, column: &str) -> Option<&'a str> {
        let index = *self.columns.get(column)?;
        Some(row.cells.get(index).unwrap_or_default().trim())
    }

    /// A problem with the cell of `row` in `column`.
    pub fn problem(&self, row: &SheetRow, column: &str, rule: Rule, message: impl Into<String>) -> Problem {
        let line = self.columns.get(column).map_or(row.line, |&index| row.line_of(index));
        let value = self.columns.get(column).and_then(|&index| row.cells.get(index));
        let value = value.filter(|cell| !cell.is_empty()).map(str::to_owned);
        Problem { value, ..self.problem_at(line, Some(column), rule, &message.into()) }
    }

    /// The columns whose cell in `row` begins or ends with a space.
    pub fn padded_columns(&self, row: &SheetRow) -> Vec<&'static str> {
        let is_padded = |&index: &usize| row.cells.get(index).is_some_and(|cell| cell.trim() != cell);
        let mut padded: Vec<_> = self
            .columns
            .iter()
            .filter(|(_, index)| is_padded(index))
            .map(|(column, index)| (index, *column))
            .collect();
        padded.sort_unstable();
        padded.into_iter().map(|(_, column)| column).collect()
    }

    /// `envelopes.csv:12`, to point at a row from elsewhere.
    pub fn address(&self, row: &SheetRow) -> String {
        format!("{}:{}", self.file, row.line)
    }

    fn problem_at(&self, line: usize, column: Option<&str>, rule: Rule, message: &str) -> Problem {
        Problem {
            file: self.file.clone(),
            line,
            column: column.map(str::to_owned),
            value: None,
            rule,
            message: message.to_owned(),
        }
    }

    /// Where each column of the resource stands in the header.
    fn columns_of(
        &self,
        header: &StringRecord,
        resource: &Resource,
        problems: &mut Vec<Problem>,
    ) -> HashMap<&'static str, usize> {
        let mut found = HashMap::new();
        let mut misspelled = Vec::new();
        let expected: Vec<_> = resource.columns().collect();
        let mut report =
            |column, rule, message: String| problems.push(self.problem_at(1, column, rule, &message));
        if header.is_empty() {
            let message = format!("the file is empty; its first line must be {}", expected.join(","));
            report(None, Rule::MissingColumn, message);
            return found;
        }
        if header.len() == 1 && header[0].contains([';', '\t']) {
            let message = "the cells are not separated by commas; save the file as CSV with commas";
            report(None, Rule::Separator, message.to_owned());
            return found;
        }
        for (index, name) in header.iter().enumerate() {
            match expected.iter().find(|&&column| column == name) {
                Some(&column) if found.contains_key(column) => {
                    report(Some(name), Rule::UnknownColumn, "the column stands twice; delete one".to_owned());
                }
                Some(&column) => {
                    found.insert(column, index);
                }
                None => {
                    let missing =
                        expected.iter().copied().filter(|&column| header.iter().all(|name| name != column));
                    let right = match nearest(name, missing) {
                        Some(column) => {
                            misspelled.push(column);
                            format!("did you mean {}?", quoted(column))
                        }
                        None => format!("its columns are {}", expected.join(",")),
                    };
                    report(
                        Some(name),
                        Rule::UnknownColumn,
                        format!("{} has no such column; {right}", resource.name),
                    );
                }
            }
        }
        let is_missing = |column: &str| !found.contains_key(column) && !misspelled.contains(&column);
        for (index, &column) in expected.iter().enumerate().filter(|(_, column)| is_missing(column)) {
            let place = match index.checked_sub(1) {
                Some(before) => format!("after {}", expected[before]),
                None => "before all others".to_owned(),
            };
            report(Some(column), Rule::MissingColumn, format!("the column is missing; add it {place}"));
        }
        found
    }
}

impl SheetRow {
    /// The line of a cell: that of the row, plus the line breaks inside the cells before it.
    fn line_of(&self, index: usize) -> usize {
        self.line + self.cells.iter().take(index).map(|cell| cell.matches('\n').count()).sum::<usize>()
    }
}

fn cell_count(found: usize, expected: usize) -> String {
    let cells = |count| if count == 1 { "1 cell".to_owned() } else { format!("{count} cells") };
    let hint = if found > expected {
        "put a text that holds a comma between quotes"
    } else {
        "add the missing commas, or close a quote that was left open"
    };
    format!("the row has {} where the header has {expected}; {hint}", cells(found))
}

/// The cells as text, with the first that is not UTF-8; in that one, what is not becomes `�`.
fn text_from_bytes(record: &ByteRecord) -> (StringRecord, Option<usize>) {
    match StringRecord::from_byte_record(record.clone()) {
        Ok(text) => (text, None),
        Err(error) => {
            let text = record.iter().map(String::from_utf8_lossy).collect::<Vec<_>>().into();
            (text, Some(error.utf8_error().field()))
        }
    }
}

/// The rows of a file that are not UTF-8: said once, since one wrong save spoils them all.
#[derive(Default)]
struct Undecoded {
    first: Option<(usize, Option<String>, Vec<u8>)>,
    others: usize,
}

impl Undecoded {
    fn meet(&mut self, line: usize, column: Option<&str>, cell: &[u8]) {
        match self.first {
            None => self.first = Some((line, column.map(str::to_owned), cell.to_vec())),
            Some(_) => self.others += 1,
        }
    }

    fn problem(self, sheet: &Sheet) -> Option<Problem> {
        let (line, column, cell) = self.first?;
        let valid = std::str::from_utf8(&cell).err().map_or(0, |error| error.valid_up_to());
        let byte = cell.get(valid).copied().unwrap_or_default();
        let others = match self.others {
            0 => String::new(),
            1 => " and another row has such bytes".to_owned(),
            count => format!(" and {count} other rows have such bytes"),
        };
        // The Latin-1 half of Windows-1252, which is what spreadsheets save by default.
        let letter = match byte {
            0xa0.. => format!(" (\"{}\" in Windows-1252)", char::from(byte)),
            _ => String::new(),
        };
        let message = format!("the byte {byte:02X}{letter} is not UTF-8{others}; save the file as UTF-8");
        Some(sheet.problem_at(line, column.as_deref(), Rule::Encoding, &message))
    }
}
