//! Any table, by what its columns are for: rows with a date become events, rows with an amount envelopes.

use std::collections::HashMap;

use crate::model::{
    date::Edtf,
    event::{EventKind, Status},
    hierarchy::Hierarchy,
};

use super::{
    Cancelled, Content, amounts,
    amounts::Manner,
    assumption::{Because, DateOrder, DecimalMark, Taken, Unit},
    builder::{Builder, EnvelopeRow, EventRow, Reference, Stated, both},
    dates,
    mapping::{Mapping, Role},
    markup,
    problem::What,
    report::{Report, evidence},
    roles,
    table::{Table, TableRow},
};

/// A row on its way: what its cells say, once each was read.
struct Draft<'a> {
    row: TableRow<'a>,
    title: String,
    date: Option<Edtf>,
    /// `None` if the row is no envelope.
    stated: Option<Stated>,
    kind: EventKind,
    status: Option<Status>,
    is_left_out: bool,
}

/// Where each role stands, with the names of the columns.
struct Columns {
    /// In the order of [`Role::ALL`].
    places: Vec<Option<usize>>,
    names: Vec<String>,
    order: DateOrder,
    manner: Manner,
}

impl Columns {
    fn place(&self, role: Role) -> Option<usize> {
        self.places[role as usize]
    }

    fn cell<'a>(&self, row: TableRow<'a>, role: Role) -> &'a str {
        self.place(role).map_or("", |place| row.cell(place))
    }

    fn has(&self, role: Role) -> bool {
        self.place(role).is_some()
    }

    fn name(&self, role: Role) -> Option<&str> {
        self.place(role).map(|place| self.names[place].as_str())
    }
}

/// What is left out of cells and told once.
#[derive(Default)]
struct Rough {
    times: Option<Because>,
    cents: Option<Because>,
}

/// The events and envelopes of a table, whose first row is a header or not.
///
/// # Errors
/// The reading is to stop.
pub(super) fn read(
    table: &Table,
    has_header: bool,
    fallback: &str,
    report: &mut Report,
) -> Result<Option<Content>, Cancelled> {
    let mapping = roles::mapping(table, has_header, report);
    let from = usize::from(has_header);
    let rows = table.rows(from);
    let count = rows.len() + table.misaligned;
    let title = both(fallback.to_owned());
    if mapping.column(Role::Date).is_none() && mapping.column(Role::Amount).is_none() {
        report.refuse(What::UnknownTable);
        let content =
            Content { package: None, title, rows_used: 0, rows_left_out: count, mapping: Some(mapping) };
        return Ok(Some(content));
    }
    let columns = columns(table, from, &mapping, report);
    let mut rough = Rough::default();
    let mut drafts = Vec::with_capacity(rows.len());
    for (number, row) in rows.enumerate() {
        report.tick(number + 1)?;
        drafts.push(draft(row, &columns, &mut rough, report));
    }
    if let Some(because) = rough.times {
        report.assume(columns.name(Role::Date), Taken::DaysOnly, because, []);
    }
    if let Some(because) = rough.cents {
        report.assume(columns.name(Role::Amount), Taken::WholeEuros, because, []);
    }
    refuse_returning_ids(&mut drafts, &columns, report);
    let parents = parents(&mut drafts, &columns, report);
    let mut builder = Builder::default();
    add_rows(&mut builder, &drafts, &parents, &columns);
    let left_out = table.misaligned + drafts.iter().filter(|draft| draft.is_left_out).count();
    let content = Content::built(builder, title, (count, left_out), report);
    Ok(Some(Content { mapping: Some(mapping), ..content }))
}

fn columns(table: &Table, from: usize, mapping: &Mapping, report: &mut Report) -> Columns {
    let places: Vec<_> = Role::ALL.iter().map(|&role| mapping.column(role)).collect();
    let names: Vec<_> = mapping.columns.iter().map(|column| column.name.clone()).collect();
    let cells = |place: usize| table.rows(from).map(move |row| (row.line, row.cell(place)));
    // Both columns of dates are written by one hand, so that what one shows holds for the other.
    let dates = places[Role::Date as usize].map(|start| {
        let ends = places[Role::EndDate as usize].into_iter().flat_map(cells);
        dates::order(&names[start], cells(start).chain(ends), report)
    });
    let manner =
        places[Role::Amount as usize].map(|place| amounts::manner(&names[place], cells(place), report));
    Columns {
        order: dates.unwrap_or(DateOrder::DayFirst),
        manner: manner.unwrap_or(Manner { mark: DecimalMark::Comma, unit: Unit::Euro }),
        places,
        names,
    }
}

/// Reads the cells of a row; all of them, so that all that is wrong in it is told at once.
fn draft<'a>(row: TableRow<'a>, columns: &Columns, rough: &mut Rough, report: &mut Report) -> Draft<'a> {
    let mut title = markup::title(columns.cell(row, Role::Title));
    if title.is_empty() && !columns.has(Role::Title) {
        let others = [Role::Text, Role::Id].map(|role| columns.cell(row, role));
        title = others.into_iter().map(markup::title).find(|text| !text.is_empty()).unwrap_or_default();
    }
    let mut is_left_out = false;
    if title.is_empty() {
        report.add(row.line, columns.name(Role::Title), None, What::NoTitle);
        is_left_out = true;
    }
    let date = date(row, columns, rough, report);
    let stated = stated(row, columns, rough, report);
    is_left_out |= date.is_err();
    let date = date.ok().flatten();
    let is_envelope = columns.has(Role::Amount)
        && (!columns.cell(row, Role::Amount).is_empty() || date.is_none() && !columns.has(Role::Date));
    if date.is_none() && !is_envelope && !is_left_out {
        report.add(row.line, None, Some(&title), What::NothingToShow);
        is_left_out = true;
    }
    let word = columns.cell(row, Role::Kind);
    let kind = roles::kind(word);
    if kind.is_none() && !word.is_empty() {
        report.add(row.line, columns.name(Role::Kind), Some(word), What::UnknownKind);
    }
    let word = columns.cell(row, Role::Status);
    let status = roles::status(word);
    if status.is_none() && !word.is_empty() {
        report.add(row.line, columns.name(Role::Status), Some(word), What::UnknownStatus);
    }
    Draft {
        row,
        title,
        date,
        stated: is_envelope.then_some(stated),
        kind: kind.unwrap_or(EventKind::Milestone),
        status,
        is_left_out,
    }
}

/// When a row is, if it says so; what is wrong with that is told.
fn date(
    row: TableRow,
    columns: &Columns,
    rough: &mut Rough,
    report: &mut Report,
) -> Result<Option<Edtf>, ()> {
    let mut read = |role: Role, report: &mut Report| match columns.cell(row, role) {
        "" => Ok(None),
        text => match dates::read(text, columns.order) {
            Ok(read) => {
                if read.had_time {
                    rough.times.get_or_insert_with(|| evidence(row.line, text));
                }
                Ok(Some(read.date))
            }
            Err(what) => {
                report.add(row.line, columns.name(role), Some(text), what);
                Err(())
            }
        },
    };
    let start = read(Role::Date, report);
    let end = read(Role::EndDate, report);
    let (start, end) = (start?, end?);
    let fault = match (start, end) {
        (start, None) => return Ok(start),
        (None, Some(_)) => What::EndAlone,
        (Some(start), Some(end)) => match dates::span(start, end) {
            Ok(date) => return Ok(Some(date)),
            Err(what) => what,
        },
    };
    let cells = [Role::Date, Role::EndDate].map(|role| columns.cell(row, role));
    let value = cells.into_iter().filter(|cell| !cell.is_empty()).collect::<Vec<_>>().join(" – ");
    report.add(row.line, columns.name(Role::EndDate), Some(&value), fault);
    Err(())
}

/// What a row says of its amount; what is wrong with that is told.
fn stated(row: TableRow, columns: &Columns, rough: &mut Rough, report: &mut Report) -> Stated {
    let text = columns.cell(row, Role::Amount);
    match amounts::read(text, columns.manner) {
        Ok(read) => {
            if read.is_rounded {
                rough.cents.get_or_insert_with(|| evidence(row.line, text));
            }
            read.amount.map_or(Stated::Nothing, Stated::Amount)
        }
        Err(what) => {
            report.add(row.line, columns.name(Role::Amount), Some(text), what);
            Stated::Wrong
        }
    }
}

/// Leaves out rows whose identifier is that of a row before.
fn refuse_returning_ids(drafts: &mut [Draft], columns: &Columns, report: &mut Report) {
    let mut first_lines: HashMap<&str, usize> = HashMap::new();
    for draft in drafts.iter_mut() {
        let id = columns.cell(draft.row, Role::Id);
        if id.is_empty() {
            continue;
        }
        let first = *first_lines.entry(id).or_insert(draft.row.line);
        if first != draft.row.line {
            report.add(draft.row.line, columns.name(Role::Id), Some(id), What::DuplicateId { first });
            draft.is_left_out = true;
        }
    }
}

/// The row that each row is part of; rows whose parent cannot be found, or is left out, are left out too.
fn parents(drafts: &mut [Draft], columns: &Columns, report: &mut Report) -> Vec<Option<usize>> {
    let mut parents = vec![None; drafts.len()];
    if !columns.has(Role::Parent) {
        return parents;
    }
    let mut by_id: HashMap<&str, usize> = HashMap::new();
    let mut by_title: HashMap<&str, (usize, bool)> = HashMap::new();
    for (place, draft) in drafts.iter().enumerate() {
        let id = columns.cell(draft.row, Role::Id);
        if !id.is_empty() {
            by_id.entry(id).or_insert(place);
        }
        let title = columns.cell(draft.row, Role::Title);
        by_title.entry(title).and_modify(|(_, is_shared)| *is_shared = true).or_insert((place, false));
    }
    let mut faults = Vec::new();
    for (place, draft) in drafts.iter().enumerate() {
        let named = columns.cell(draft.row, Role::Parent);
        if named.is_empty() || draft.stated.is_none() {
            continue;
        }
        match (by_id.get(named), by_title.get(named)) {
            (Some(&parent), _) | (None, Some(&(parent, false))) => parents[place] = Some(parent),
            (None, Some((_, true))) => faults.push((place, What::SeveralParents)),
            (None, None) => faults.push((place, What::UnknownParent)),
        }
    }
    let mut refuse = |drafts: &mut [Draft], place: usize, what: What| {
        let draft = &mut drafts[place];
        // A row that is left out already has been told of.
        if !draft.is_left_out {
            let named = columns.cell(draft.row, Role::Parent);
            report.add(draft.row.line, columns.name(Role::Parent), Some(named), what);
            draft.is_left_out = true;
        }
    };
    for (place, what) in faults {
        refuse(drafts, place, what);
    }
    let tree = Hierarchy::from_parents(parents.clone()).unwrap_or_else(|cyclic| {
        for place in cyclic {
            parents[place] = None;
            refuse(drafts, place, What::Cycle);
        }
        // Without those there is no cycle left.
        Hierarchy::from_parents(parents.clone()).unwrap_or_default()
    });
    for &root in tree.roots() {
        for place in tree.descendants(root) {
            if let Some(parent) = tree.parent(place).filter(|&parent| drafts[parent].is_left_out) {
                let row = drafts[parent].row.line;
                refuse(drafts, place, What::ParentLeftOut { row });
            }
        }
    }
    // What others are part of is an envelope, though it may have no amount of its own.
    for place in 0..drafts.len() {
        if let Some(parent) = parents[place].filter(|_| !drafts[place].is_left_out) {
            drafts[parent].stated.get_or_insert(Stated::Nothing);
        }
    }
    parents
}

/// Adds what is not left out.
fn add_rows(builder: &mut Builder, drafts: &[Draft], parents: &[Option<usize>], columns: &Columns) {
    // Where the envelope of each row will be.
    let mut next = 0;
    let places: Vec<Option<usize>> = drafts
        .iter()
        .map(|draft| {
            let is_envelope = draft.stated.is_some() && !draft.is_left_out;
            next += usize::from(is_envelope);
            is_envelope.then(|| next - 1)
        })
        .collect();
    for (place, draft) in drafts.iter().enumerate().filter(|(_, draft)| !draft.is_left_out) {
        let row = draft.row;
        let cell = |role| columns.cell(row, role);
        // Without a column of titles the text is the title already.
        let is_title = !columns.has(Role::Title);
        let text = if is_title { markup::Plain::default() } else { markup::plain(cell(Role::Text)) };
        let references = references(row, columns, &text);
        let group = markup::title(cell(Role::Group));
        if let (Some(stated), Some(_)) = (draft.stated, places[place]) {
            builder.envelope(EnvelopeRow {
                line: row.line,
                id: cell(Role::Id).to_owned(),
                parent: parents[place].and_then(|parent| places[parent]),
                label: draft.title.clone(),
                text: text.text.clone(),
                group: group.clone(),
                stated,
                column: columns.name(Role::Amount).map(str::to_owned),
                references: references.clone(),
            });
        }
        // A row whose amount is wrong is left out whole, unless its parts keep it.
        let Some(date) = draft.date.filter(|_| draft.stated != Some(Stated::Wrong)) else { continue };
        let is_both = places[place].is_some();
        builder.event(EventRow {
            line: row.line,
            // One identifier stands for one record: the envelope has it.
            id: if is_both { String::new() } else { cell(Role::Id).to_owned() },
            date,
            title: draft.title.clone(),
            text: text.text,
            group,
            kind: draft.kind,
            status: draft.status,
            references: if is_both { checked(references) } else { references },
            envelope: places[place],
        });
    }
}

/// Where a row comes from: its columns of sources and links, and the links in its text.
fn references(row: TableRow, columns: &Columns, text: &markup::Plain) -> Vec<Reference> {
    let source = columns.cell(row, Role::Source);
    let link = columns.cell(row, Role::Link);
    let column = |role| columns.name(role).map(str::to_owned);
    let mut references = Vec::new();
    match (source, link) {
        ("", "") => {}
        // A column of sources may hold addresses too.
        (source, "") if markup::safe_url(source).is_some() => references.push(Reference {
            title: String::new(),
            url: source.to_owned(),
            column: column(Role::Source),
        }),
        (source, link) => references.push(Reference {
            title: markup::title(source),
            url: link.to_owned(),
            column: column(Role::Link),
        }),
    }
    let links = text.links.iter().filter(|link| markup::safe_url(&link.url).is_some());
    references.extend(links.map(|link| Reference {
        title: link.label.clone(),
        url: link.url.clone(),
        column: None,
    }));
    references
}

/// References without the addresses that are none, which were told for the envelope of the same row.
fn checked(references: Vec<Reference>) -> Vec<Reference> {
    let without_bad = |mut reference: Reference| {
        if markup::safe_url(&reference.url).is_none() {
            reference.url.clear();
        }
        reference
    };
    references.into_iter().map(without_bad).collect()
}
