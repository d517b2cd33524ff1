//! The spreadsheet of TimelineJS, saved as CSV: one event a row, its date in columns of their own.
//!
//! Source: Northwestern University Knight Lab, *TimelineJS: the Google spreadsheet template*.

use crate::{i18n::folding::folded, model::event::EventKind};

use super::{
    Cancelled, Content,
    assumption::{Because, Taken},
    builder::{Builder, EventRow, both},
    dates, markup,
    problem::What,
    report::{Report, evidence},
    table::{Table, TableRow},
    timelinejs::{content, headline, plain_cell, references},
};

/// Whether a header is that of the spreadsheet.
pub(super) fn is_header<'a>(header: impl Iterator<Item = &'a str>) -> bool {
    let names: Vec<_> = header.map(folded).collect();
    ["year", "headline"].iter().all(|name| names.iter().any(|other| other == name))
}

/// The events of a spreadsheet.
///
/// # Errors
/// The reading is to stop.
pub(super) fn read(table: &Table, fallback: &str, report: &mut Report) -> Result<Option<Content>, Cancelled> {
    let names: Vec<_> = table.rows(0).next().map(|row| row.cells().map(folded).collect()).unwrap_or_default();
    let place = |name: &str| names.iter().position(|other| other == name).unwrap_or(usize::MAX);
    let columns = Columns {
        start: ["year", "month", "day", "time"].map(place),
        end: ["end year", "end month", "end day", "end time"].map(place),
        headline: place("headline"),
        text: place("text"),
        media: place("media"),
        caption: place("media caption"),
        credit: place("media credit"),
        kind: place("type"),
        group: place("group"),
    };
    let mut builder = Builder::default();
    let mut title = None;
    let (mut used, mut eras) = (0, 0);
    let mut time = None;
    let rows = table.rows(1);
    let count = rows.len() + table.misaligned;
    for (number, row) in rows.enumerate() {
        report.tick(number + 1)?;
        match folded(row.cell(columns.kind)).as_str() {
            // The first slide that has a title gives it to the whole.
            "title" if title.is_none() => {
                title = Some(markup::title(row.cell(columns.headline))).filter(|title| !title.is_empty());
                used += 1;
            }
            "era" => eras += 1,
            _ => {
                if let Some(event) = event_row(row, &columns, &mut time, report) {
                    builder.event(event);
                    used += 1;
                }
            }
        }
    }
    if eras > 0 {
        report.assume(None, Taken::ErasLeftOut(eras), Because::Model, []);
    }
    if let Some(because) = time {
        report.assume(None, Taken::DaysOnly, because, []);
    }
    let title = both(title.unwrap_or_else(|| fallback.to_owned()));
    Ok(Some(content(builder, title, used, count - used, report)))
}

/// Where each column stands; a place outside the table where it does not.
struct Columns {
    /// Year, month, day, time.
    start: [usize; 4],
    end: [usize; 4],
    headline: usize,
    text: usize,
    media: usize,
    caption: usize,
    credit: usize,
    kind: usize,
    group: usize,
}

fn event_row(
    row: TableRow,
    columns: &Columns,
    time: &mut Option<Because>,
    report: &mut Report,
) -> Option<EventRow> {
    let line = row.line;
    let mut date = |places: [usize; 4], name: &str, report: &mut Report| {
        let [year, month, day, hour] = places.map(|place| row.cell(place));
        if !hour.is_empty() {
            time.get_or_insert_with(|| evidence(line, hour));
        }
        dates::of_texts(year, month, day).map_err(|what| {
            let value: Vec<_> = [year, month, day].into_iter().filter(|part| !part.is_empty()).collect();
            report.add(line, Some(name), Some(&value.join("-")), what);
        })
    };
    let start = date(columns.start, "Year", report);
    let end = date(columns.end, "End Year", report);
    let caption = markup::plain(row.cell(columns.caption));
    let title = headline(row.cell(columns.headline), &caption);
    if title.is_empty() {
        report.add(line, Some("Headline"), None, What::NoTitle);
    }
    let (start, end) = (start.ok()?, end.ok()?);
    let Some(start) = start else {
        report.add(line, Some("Year"), None, What::NoDate);
        return None;
    };
    let date = match end.map_or(Ok(start), |end| dates::span(start, end)) {
        Ok(date) => date,
        Err(what) => {
            let value = end.map(|end| format!("{start}/{end}"));
            report.add(line, Some("End Year"), value.as_deref(), what);
            return None;
        }
    };
    if title.is_empty() {
        return None;
    }
    let text = plain_cell(row.cell(columns.text), line, "Text", report);
    Some(EventRow {
        line,
        id: String::new(),
        date,
        title,
        references: references(row.cell(columns.media), &caption, row.cell(columns.credit), "Media", &text),
        text: text.text,
        group: markup::title(row.cell(columns.group)),
        kind: EventKind::Milestone,
        status: None,
        envelope: None,
    })
}
