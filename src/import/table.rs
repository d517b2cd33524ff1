//! A file of separated cells as a table: its separator, its header, its rows with the lines they stand on.

use csv::{ByteRecord, ReaderBuilder};

use crate::data::lines::Lines;

use super::{
    Cancelled,
    assumption::{Because, Separator, Taken},
    encoding::shortened,
    limits,
    problem::What,
    report::Report,
};

/// How much of a file is looked at to find its separator, in bytes.
const SAMPLE_BYTES: usize = 64 << 10;

/// How many rows of it.
const SAMPLE_ROWS: usize = 200;

impl Separator {
    fn byte(self) -> u8 {
        match self {
            Self::Comma => b',',
            Self::Semicolon => b';',
            Self::Tab => b'\t',
        }
    }
}

/// The rows of a file. All cells stand in one text: half a million rows are then a few allocations.
#[derive(Debug, Default)]
pub(super) struct Table {
    cells: String,
    /// Where each cell ends in `cells`.
    ends: Vec<u32>,
    rows: Vec<Span>,
    /// Rows that are not here because they have another number of cells than the first.
    pub misaligned: usize,
}

/// Where a row is.
#[derive(Clone, Copy, Debug)]
struct Span {
    /// The line it begins on, as an editor counts.
    line: usize,
    /// Its first cell.
    first: usize,
}

/// A row of a table.
#[derive(Clone, Copy)]
pub(super) struct TableRow<'a> {
    table: &'a Table,
    /// The line it begins on, as an editor counts.
    pub line: usize,
    first: usize,
    width: usize,
}

impl<'a> TableRow<'a> {
    /// The text of a cell without the spaces around it; empty if there is no such column.
    pub fn cell(&self, column: usize) -> &'a str {
        if column >= self.width {
            return "";
        }
        let place = self.first + column;
        let start = place.checked_sub(1).map_or(0, |before| self.table.ends[before]) as usize;
        self.table.cells[start..self.table.ends[place] as usize].trim()
    }

    /// Its cells.
    pub fn cells(self) -> impl Iterator<Item = &'a str> {
        (0..self.width).map(move |column| self.cell(column))
    }
}

impl Table {
    /// Reads the rows of `text`; empty ones are passed over. `None` if it is refused, which the report then says.
    ///
    /// # Errors
    /// The reading is to stop.
    pub fn read(text: &str, report: &mut Report) -> Result<Option<Self>, Cancelled> {
        let separator = separator(text, report);
        let mut table = Self::default();
        let mut lines = Lines::of(text.as_bytes());
        let mut reader = reader(text, separator);
        let mut record = ByteRecord::new();
        let mut width = None;
        // Reading from memory fails only by the count of cells, which may vary here.
        while reader.read_byte_record(&mut record).unwrap_or(false) {
            if record.iter().all(<[u8]>::is_empty) {
                continue;
            }
            let offset = record.position().map_or(0, |position| position.byte());
            let line = lines.at(usize::try_from(offset).unwrap_or(usize::MAX));
            if record.iter().all(|cell| cell.trim_ascii().is_empty()) {
                continue;
            }
            let expected = *width.get_or_insert_with(|| named_width(&record));
            if expected > limits::COLUMNS {
                report.refuse(What::TooManyColumns);
                return Ok(None);
            }
            // Spreadsheets end rows with empty cells that have no title.
            let found =
                record.len() - record.iter().skip(expected).rev().take_while(|cell| cell.is_empty()).count();
            if found != expected {
                report.add(line, None, None, What::CellCount { found, expected });
                table.misaligned += 1;
            } else {
                table.push(&record, expected, line, report);
            }
            // The header is not counted among the rows.
            let rows = table.rows.len() + table.misaligned - 1;
            if rows > limits::ROWS {
                report.refuse(What::TooManyRows);
                return Ok(None);
            }
            report.tick(rows)?;
        }
        Ok(Some(table))
    }

    fn push(&mut self, record: &ByteRecord, width: usize, line: usize, report: &mut Report) {
        self.rows.push(Span { line, first: self.ends.len() });
        for cell in record.iter().take(width) {
            // The separators are ASCII, so a cell of a text is text; a lossy reading never changes it.
            let cell = String::from_utf8_lossy(cell);
            let (kept, length) = shortened(&cell);
            if let Some(length) = length {
                let header = self.rows.first().filter(|_| self.rows.len() > 1);
                let column = header.map(|_| self.row(0, width).cell(self.ends.len() % width).to_owned());
                report.add(line, column.as_deref(), Some(kept), What::CellTooLong(length));
            }
            self.cells.push_str(kept);
            // Files are below 64 MB, and text in UTF-8 is at most three times that.
            self.ends.push(u32::try_from(self.cells.len()).unwrap_or(u32::MAX));
        }
    }

    fn row(&self, place: usize, width: usize) -> TableRow<'_> {
        let Span { line, first } = self.rows[place];
        TableRow { table: self, line, first, width }
    }

    /// How many cells each row has.
    pub fn width(&self) -> usize {
        self.ends.len().checked_div(self.rows.len()).unwrap_or(0)
    }

    /// The rows, from the place `from` on.
    pub fn rows(&self, from: usize) -> impl ExactSizeIterator<Item = TableRow<'_>> + Clone {
        let width = self.width();
        (from.min(self.rows.len())..self.rows.len()).map(move |place| self.row(place, width))
    }
}

/// How many cells the first row has without those at its end that are empty.
fn named_width(header: &ByteRecord) -> usize {
    header.len() - header.iter().rev().take_while(|cell| cell.trim_ascii().is_empty()).count()
}

fn reader(text: &str, separator: Separator) -> csv::Reader<&[u8]> {
    ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator.byte())
        .from_reader(text.as_bytes())
}

/// The separator that was chosen, or that gives most rows as many cells as the first.
fn separator(text: &str, report: &mut Report) -> Separator {
    let all = || Separator::ALL.iter().map(|&separator| Taken::Separator(separator));
    let chosen = report.choices.find(None, |taken| match taken {
        Taken::Separator(separator) => Some(*separator),
        _ => None,
    });
    if let Some(chosen) = chosen {
        report.assume(None, Taken::Separator(chosen), Because::Chosen, all());
        return chosen;
    }
    // Commas stand in texts and in numbers, so that they are the last to be believed.
    let by_trust = [Separator::Tab, Separator::Semicolon, Separator::Comma];
    let regular = by_trust.map(|separator| (regular_rows(text, separator), separator));
    let best = regular.iter().map(|(rows, _)| *rows).max().unwrap_or(0);
    let fitting: Vec<_> = regular
        .iter()
        .filter(|(rows, _)| *rows == best && best > 0)
        .map(|(_, separator)| *separator)
        .collect();
    match fitting.as_slice() {
        // One column has no separator.
        [] => Separator::Comma,
        [one] => {
            report.assume(None, Taken::Separator(*one), Because::Content, all());
            *one
        }
        [first, others @ ..] => {
            let others = others.iter().map(|&separator| Taken::Separator(separator));
            report.ask(None, Taken::Separator(*first), others);
            *first
        }
    }
}

/// How many of the first rows have as many cells as the first of them, if that has several.
fn regular_rows(text: &str, separator: Separator) -> usize {
    let end = text.char_indices().map(|(at, _)| at).take_while(|&at| at <= SAMPLE_BYTES).last().unwrap_or(0);
    let sample = if text.len() <= SAMPLE_BYTES { text } else { &text[..end] };
    let mut reader = reader(sample, separator);
    let records: Vec<_> = reader
        .byte_records()
        .map_while(Result::ok)
        .filter(|record| !record.iter().all(<[u8]>::is_empty))
        .take(SAMPLE_ROWS)
        .collect();
    // The last row may have been cut.
    let records = if text.len() > SAMPLE_BYTES && records.len() > 1 {
        &records[..records.len() - 1]
    } else {
        &records[..]
    };
    match records.first().map(named_width) {
        Some(width) if width > 1 => {
            let filled = |record: &ByteRecord| {
                record.len() - record.iter().skip(width).rev().take_while(|cell| cell.is_empty()).count()
            };
            records.iter().filter(|record| filled(record) == width).count()
        }
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use std::ops::ControlFlow;

    use super::*;
    use crate::import::{assumption::Choices, problem::Problem};

    /// Rows with their lines.
    type Rows = Vec<(usize, Vec<String>)>;

    /// The rows of `text`, its problems, and what was taken to be so.
    fn read(text: &str) -> (Rows, Vec<Problem>, Vec<Taken>) {
        let choices = Choices::default();
        let mut progress = |_| ControlFlow::Continue(());
        let mut report = Report::new("t.csv", &choices, &mut progress);
        let table = Table::read(text, &mut report).expect("not stopped").expect("not refused");
        let rows = table.rows(0).map(|row| (row.line, row.cells().map(str::to_owned).collect())).collect();
        let taken = report.assumptions.into_iter().map(|assumption| assumption.taken);
        (rows, report.problems.listed, taken.chain(report.questions.into_iter().map(|q| q.default)).collect())
    }

    #[test]
    fn the_separator_is_the_one_that_fits_the_rows() {
        for (text, separator) in [
            ("a,b\n1,2\n", Separator::Comma),
            ("a;b\n1,5;2,5\n", Separator::Semicolon),
            ("a\tb\nx, y; z\t2\n", Separator::Tab),
            ("titre;texte\n\"a;b\";c,d,e\n", Separator::Semicolon),
        ] {
            assert_eq!(read(text).2, [Taken::Separator(separator)], "{text}");
        }
        assert_eq!(read("seul\nun\n").2, [], "one column has no separator");
    }

    #[test]
    fn lines_are_those_of_an_editor_over_blank_lines_and_breaks_in_cells() {
        let (rows, ..) = read("\n\na,b\n\"1\n2\",x\n\n3,4\r\n,\n5,6");
        let lines: Vec<_> = rows.iter().map(|(line, _)| *line).collect();
        assert_eq!(lines, [3, 4, 7, 9]);
        let (rows, ..) = read("a,b\r1,2\r3,4");
        assert_eq!(rows.iter().map(|(line, _)| *line).collect::<Vec<_>>(), [1, 2, 3]);
    }

    #[test]
    fn a_row_of_another_width_is_told_and_left_out_but_empty_cells_beyond_the_header_are_nothing() {
        let (rows, problems, _) = read("a,b\n1,2,,\n1,2,3\n1\n");
        assert_eq!(rows.len(), 2);
        let what: Vec<_> = problems.iter().map(|problem| (problem.row, problem.what.clone())).collect();
        let cells = |found| What::CellCount { found, expected: 2 };
        assert_eq!(what, [(Some(3), cells(3)), (Some(4), cells(1))]);
    }

    #[test]
    fn a_long_cell_is_cut_and_told_with_its_column() {
        let (rows, problems, _) = read(&format!("a,b\nx,{}\n", "é".repeat(limits::CELL_CHARACTERS + 3)));
        assert_eq!(rows[1].1[1].chars().count(), limits::CELL_CHARACTERS);
        let [problem] = &problems[..] else { panic!("one problem") };
        assert_eq!(problem.column.as_deref(), Some("b"));
        assert_eq!(problem.what, What::CellTooLong(limits::CELL_CHARACTERS + 3));
    }

    #[test]
    fn an_empty_text_has_no_rows() {
        assert!(read("").0.is_empty());
        assert!(read("\n,,\n;\n").0.iter().all(|(_, cells)| cells.iter().any(|cell| !cell.is_empty())));
    }
}
