//! Budgets of two columns: the path of a line, and its amount.

use std::collections::HashMap;

use super::{
    Cancelled, Content, amounts,
    assumption::{Because, DateOrder, PathSeparator, Taken},
    builder::{Builder, EnvelopeRow, Stated, both},
    dates, limits, markup,
    problem::What,
    report::{Report, evidence},
    table::Table,
};

/// How many rows tell whether a table is such a budget.
const SAMPLE_ROWS: usize = 1_000;

/// Whether a table of two columns gives paths and amounts.
pub(super) fn is_budget(table: &Table) -> bool {
    if table.width() != 2 {
        return false;
    }
    let (mut rows, mut amounts, mut paths, mut dates) = (0_usize, 0_usize, 0_usize, 0_usize);
    for row in table.rows(0).take(SAMPLE_ROWS) {
        let (path, amount) = (row.cell(0), row.cell(1));
        rows += 1;
        amounts += usize::from(amount.is_empty() || amounts::is_amount(amount));
        paths += usize::from(path.contains(" > ") || path.contains('/'));
        dates += usize::from(dates::read(path, DateOrder::DayFirst).is_ok());
    }
    // The header, and some slips.
    paths > 0 && 2 * dates < rows && 2 * amounts >= rows
}

/// The envelopes of a budget, whose first row is a header or not.
///
/// # Errors
/// The reading is to stop.
pub(super) fn read(
    table: &Table,
    has_header: bool,
    fallback: &str,
    report: &mut Report,
) -> Result<Option<Content>, Cancelled> {
    let from = usize::from(has_header);
    let names = |column: usize, otherwise: &str| match table.rows(0).next() {
        Some(header) if has_header => header.cell(column).to_owned(),
        _ => otherwise.to_owned(),
    };
    let (path_column, amount_column) = (names(0, "A"), names(1, "B"));
    let separator = separator(table, from, &path_column, report);
    let cells = table.rows(from).map(|row| (row.line, row.cell(1)));
    let manner = amounts::manner(&amount_column, cells, report);
    let mut nodes = Nodes { rows: Vec::new(), places: HashMap::new() };
    let mut left_out = table.misaligned;
    let mut rounded = None;
    let rows = table.rows(from);
    let count = rows.len() + table.misaligned;
    for (number, row) in rows.enumerate() {
        report.tick(number + 1)?;
        let (path, amount) = (row.cell(0), row.cell(1));
        let amount = amounts::read(amount, manner).map_err(|what| {
            report.add(row.line, Some(&amount_column), Some(amount), what);
        });
        let steps: Vec<_> = path.split(separator.symbol()).map(markup::title).collect();
        let fault = if path.is_empty() {
            Some(What::NoTitle)
        } else if steps.iter().any(String::is_empty) {
            Some(What::EmptyStep)
        } else if steps.len() > limits::DEPTH {
            Some(What::TooDeep)
        } else {
            None
        };
        let stated = match amount {
            Ok(read) => {
                if read.is_rounded {
                    rounded.get_or_insert_with(|| evidence(row.line, row.cell(1)));
                }
                read.amount.map_or(Stated::Nothing, Stated::Amount)
            }
            Err(()) => Stated::Wrong,
        };
        let fault = fault.or_else(|| nodes.state(steps, row.line, stated, &amount_column));
        if let Some(what) = fault {
            report.add(row.line, Some(&path_column), Some(path), what);
            left_out += 1;
        }
    }
    if let Some(because) = rounded {
        report.assume(Some(&amount_column), Taken::WholeEuros, because, []);
    }
    let mut builder = Builder::default();
    for row in nodes.rows {
        builder.envelope(row);
    }
    let title = both(fallback.to_owned());
    let content = Content::built(builder, title, (count, left_out), report);
    Ok(Some(content))
}

/// The envelopes of all paths so far, those of no row of their own too.
struct Nodes {
    rows: Vec<EnvelopeRow>,
    /// By parent and name.
    places: HashMap<(Option<usize>, String), usize>,
}

impl Nodes {
    /// Notes what the row at `line` says of a path.
    fn state(&mut self, steps: Vec<String>, line: usize, stated: Stated, column: &str) -> Option<What> {
        let mut parent = None;
        for label in steps {
            let next = self.rows.len();
            let place = *self.places.entry((parent, label.clone())).or_insert(next);
            if place == next {
                self.rows.push(EnvelopeRow {
                    line: 0,
                    id: String::new(),
                    parent,
                    label,
                    text: String::new(),
                    group: String::new(),
                    stated: Stated::Nothing,
                    column: Some(column.to_owned()),
                    references: Vec::new(),
                });
            }
            parent = Some(place);
        }
        let node = &mut self.rows[parent?];
        if node.line > 0 {
            return Some(What::DuplicatePath { first: node.line });
        }
        (node.line, node.stated) = (line, stated);
        None
    }
}

/// What separates the steps: ` > ` wherever it stands, since names may hold a slash.
fn separator(table: &Table, from: usize, column: &str, report: &mut Report) -> PathSeparator {
    let both = PathSeparator::ALL.iter().map(|&separator| Taken::PathSeparator(separator));
    let chosen = report.choices.find(Some(column), |taken| match taken {
        Taken::PathSeparator(separator) => Some(*separator),
        _ => None,
    });
    let has = |mark: &str| {
        let mut rows = table.rows(from).map(|row| (row.line, row.cell(0)));
        rows.find(|(_, path)| path.contains(mark)).map(|(row, path)| evidence(row, path))
    };
    let (separator, because) = match (chosen, has(" > ")) {
        (Some(chosen), _) => (chosen, Because::Chosen),
        (None, Some(because)) => (PathSeparator::Chevron, because),
        (None, None) => (PathSeparator::Slash, has("/").unwrap_or(Because::Usual)),
    };
    report.assume(Some(column), Taken::PathSeparator(separator), because, both);
    separator
}
