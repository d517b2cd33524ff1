//! The JSON of TimelineJS 3: its title slide, its events, their media.
//!
//! Source: Northwestern University Knight Lab, *TimelineJS: JSON format*.

use serde_json::Value;

use crate::model::{date::Edtf, event::EventKind, text::Text};

use super::{
    Cancelled, Content,
    assumption::{Because, Taken},
    builder::{Builder, EventRow, Reference, both},
    dates,
    encoding::shortened,
    json::{self, Object},
    limits,
    markup::{self, Plain},
    problem::What,
    report::{Report, evidence},
};

/// Whether a JSON is a timeline.
pub(super) fn is_timeline(object: &Object) -> bool {
    object.get("events").is_some_and(Value::is_array)
}

/// The events of a timeline.
///
/// # Errors
/// The reading is to stop.
pub(super) fn read(
    object: &Object,
    fallback: &str,
    report: &mut Report,
) -> Result<Option<Content>, Cancelled> {
    let events = object.get("events").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    if events.is_empty() {
        report.refuse(What::Empty);
        return Ok(None);
    }
    if events.len() > limits::ROWS {
        report.refuse(What::TooManyRows);
        return Ok(None);
    }
    let headline = object.get("title").and_then(|slide| slide.get("text")?.get("headline"));
    let headline = markup::title(&headline.map(json::cell).unwrap_or_default());
    let title = both(if headline.is_empty() { fallback.to_owned() } else { headline });
    match object.get("eras").and_then(Value::as_array).map_or(0, Vec::len) {
        0 => {}
        count => report.assume(None, Taken::ErasLeftOut(count), Because::Model, []),
    }
    let mut builder = Builder::default();
    let mut used = 0;
    let mut time = None;
    for (place, event) in events.iter().enumerate() {
        report.tick(place + 1)?;
        let Some(event) = event.as_object() else {
            report.add(json::line(object), Some("events"), Some(&event.to_string()), What::NotAnObject);
            continue;
        };
        if let Some(row) = event_row(event, &mut time, report) {
            builder.event(row);
            used += 1;
        }
    }
    if let Some(because) = time {
        report.assume(None, Taken::DaysOnly, because, []);
    }
    Ok(Some(content(builder, title, used, events.len() - used, report)))
}

/// What a timeline becomes once its events are read.
pub(super) fn content(
    builder: Builder,
    title: Text,
    rows_used: usize,
    rows_left_out: usize,
    report: &mut Report,
) -> Content {
    let package = builder.build(&title, report).package;
    // A title slide alone is nothing to show.
    let (rows_used, rows_left_out) = match package {
        Some(_) => (rows_used, rows_left_out),
        None => (0, rows_used + rows_left_out),
    };
    Content { package, title, rows_used, rows_left_out, mapping: None }
}

fn event_row(event: &Object, time: &mut Option<Because>, report: &mut Report) -> Option<EventRow> {
    let line = json::line(event);
    let text_of =
        |name: &str| event.get("text").and_then(|text| text.get(name)).map(json::cell).unwrap_or_default();
    let start = date(event, "start_date", time, report);
    let end = date(event, "end_date", time, report);
    let media = event.get("media").and_then(Value::as_object);
    let media_of = |name: &str| media.and_then(|media| media.get(name)).map(json::cell).unwrap_or_default();
    let caption = markup::plain(&media_of("caption"));
    let title = headline(&text_of("headline"), &caption);
    if title.is_empty() {
        report.add(line, Some("headline"), None, What::NoTitle);
    }
    // Both dates are looked at before the first that is wrong gives the event up.
    let (start, end) = (start.ok()?, end.ok()?);
    let Some(start) = start else {
        report.add(line, Some("start_date"), None, What::NoDate);
        return None;
    };
    let date = match end.map_or(Ok(start), |end| dates::span(start, end)) {
        Ok(date) => date,
        Err(what) => {
            let value = end.map(|end| format!("{start}/{end}"));
            report.add(line, Some("end_date"), value.as_deref(), what);
            return None;
        }
    };
    if title.is_empty() {
        return None;
    }
    let text = plain_cell(&text_of("text"), line, "text", report);
    let references = references(&media_of("url"), &caption, &media_of("credit"), "media", &text);
    Some(EventRow {
        line,
        id: event.get("unique_id").map(json::cell).unwrap_or_default(),
        date,
        title,
        text: text.text,
        group: markup::title(&event.get("group").map(json::cell).unwrap_or_default()),
        kind: EventKind::Milestone,
        status: None,
        references,
        envelope: None,
    })
}

/// What an event is called: its headline, or what is said of its picture.
pub(super) fn headline(headline: &str, caption: &Plain) -> String {
    let title = markup::title(headline);
    if title.is_empty() { markup::title(&caption.text) } else { title }
}

/// A cell as plain text, cut if it is too long.
pub(super) fn plain_cell(cell: &str, line: usize, column: &str, report: &mut Report) -> Plain {
    let (kept, length) = shortened(cell);
    if let Some(length) = length {
        report.add(line, Some(column), Some(kept), What::CellTooLong(length));
    }
    markup::plain(kept)
}

/// Where an event comes from: its media, and the links in what is said.
pub(super) fn references(
    url: &str,
    caption: &Plain,
    credit: &str,
    column: &str,
    text: &Plain,
) -> Vec<Reference> {
    let caption_line = markup::title(&caption.text);
    let title = if caption_line.is_empty() { markup::title(credit) } else { caption_line };
    // Media may be the code that embeds a film, whose address is in it.
    let embedded = if url.contains('<') { markup::plain(url).links } else { Vec::new() };
    let url = match embedded.first() {
        Some(link) => &link.url,
        None => url,
    };
    let media = (!url.trim().is_empty()).then(|| Reference {
        title,
        url: url.to_owned(),
        column: Some(column.to_owned()),
    });
    let links = text.links.iter().chain(&caption.links).map(|link| Reference {
        title: link.label.clone(),
        url: link.url.clone(),
        column: None,
    });
    // Links within a page, and of other schemes, are words of the text and no sources.
    media.into_iter().chain(links.filter(|link| markup::safe_url(&link.url).is_some())).collect()
}

/// A date of an event, if it has one; what is wrong with it is told.
fn date(
    event: &Object,
    name: &str,
    time: &mut Option<Because>,
    report: &mut Report,
) -> Result<Option<Edtf>, ()> {
    let date = match event.get(name) {
        None | Some(Value::Null) => return Ok(None),
        Some(Value::Object(date)) => date,
        Some(other) => {
            report.add(json::line(event), Some(name), Some(&json::cell(other)), What::NotADate);
            return Err(());
        }
    };
    let line = json::line(date);
    let part = |name: &str| date.get(name).map(json::cell).unwrap_or_default();
    let parts = ["year", "month", "day"].map(part);
    let hour = part("hour");
    if !hour.is_empty() {
        time.get_or_insert_with(|| evidence(line, &format!("{hour} h")));
    }
    dates::of_texts(&parts[0], &parts[1], &parts[2]).map_err(|what| {
        let value: Vec<_> = parts.iter().filter(|part| !part.is_empty()).map(String::as_str).collect();
        report.add(line, Some(name), Some(&value.join("-")), what);
    })
}
