//! Events as a calendar.
//!
//! Source: RFC 5545 (iCalendar). An event takes whole days: those that its date may mean. Lines are folded here: the
//! crate `ics` folds them an octet too late.

use super::{columns::link, words};
use crate::{
    data::writing::Written,
    i18n::format::{OpenEnd, date_in_words},
    model::{
        date::Day,
        id::{EventId, RecordId},
        text::Lang,
    },
};

/// Who made the file, as the format wants it told.
const PRODUCT: &str = "-//Jalons//Jalons//FR";

/// A calendar, and how many of the events asked for are in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Calendar {
    /// The file.
    pub content: Vec<u8>,
    /// How many events it has.
    pub events: usize,
}

/// The calendar of these records. An event whose beginning or end is open or not known has no days, and is left out.
#[must_use]
pub fn calendar(written: Written<'_>, records: &[RecordId], page: &str, lang: Lang) -> Calendar {
    let strategy = written.strategy;
    let about = strategy.about();
    // The moment of the data, so that the same selection gives the same file.
    let stamp: String = about.created.chars().filter(char::is_ascii_alphanumeric).collect();
    let stamp = if stamp.len() == "20211212T000000Z".len() { stamp } else { "19700101T000000Z".to_owned() };
    let mut lines = Lines::default();
    for (name, value) in [("BEGIN", "VCALENDAR"), ("VERSION", "2.0"), ("PRODID", PRODUCT)] {
        lines.push(name, value);
    }
    let mut events = 0;
    for &record in records {
        let Ok(id) = EventId::try_from(record) else { continue };
        let event = &strategy[id];
        let (Some(first), Some(last)) = (event.date.earliest(), event.date.latest()) else { continue };
        lines.push("BEGIN", "VEVENT");
        lines.push("UID", &format!("{}@jalons", event.slug));
        lines.push("DTSTAMP", &stamp);
        lines.push("DTSTART;VALUE=DATE", &basic(first));
        // The end of whole days is the day after.
        lines.push("DTEND;VALUE=DATE", &basic(Day(last.0 + 1)));
        lines.push("SUMMARY", &escaped(event.title.get(lang)));
        lines.push("CATEGORIES", &escaped(strategy[event.theme].label.get(lang)));
        let [fr, en] = written.texts(event.summary);
        let summary = if lang == Lang::Fr { fr } else { en };
        let date = date_in_words(event.date, OpenEnd::of(event), lang);
        let sources: Vec<_> = event
            .sources
            .iter()
            .map(|&source| {
                let source = &strategy[source];
                let [title, url] = [source.title, source.url].map(|text| written.texts(text)[0]);
                if url.is_empty() { title.to_owned() } else { format!("{title} ({url})") }
            })
            .collect();
        let description = format!("{date}\n{summary}\n{}", words::sources(&sources, lang));
        lines.push("DESCRIPTION", &escaped(&description));
        if !page.is_empty() {
            lines.push("URL", &link(written, record, page));
        }
        lines.push("END", "VEVENT");
        events += 1;
    }
    lines.push("END", "VCALENDAR");
    Calendar { content: lines.0.into_bytes(), events }
}

/// The lines of a calendar.
#[derive(Default)]
struct Lines(String);

impl Lines {
    /// The most octets of a line, without its end.
    const MOST: usize = 75;

    /// A line, folded where it is long: what follows goes on after one space, and no character is cut in two.
    fn push(&mut self, name: &str, value: &str) {
        let mut taken = 0;
        for character in name.chars().chain([':']).chain(value.chars()) {
            if taken + character.len_utf8() > Self::MOST {
                self.0.push_str("\r\n ");
                taken = 1;
            }
            self.0.push(character);
            taken += character.len_utf8();
        }
        self.0.push_str("\r\n");
    }
}

/// A day in the basic format.
fn basic(day: Day) -> String {
    let (year, month, day) = day.to_civil();
    format!("{year:04}{month:02}{day:02}")
}

/// A text as a value: what has a meaning in the format is marked as having none.
fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for character in text.chars() {
        match character {
            '\\' | ';' | ',' => escaped.extend(['\\', character]),
            '\n' => escaped.push_str("\\n"),
            character if character.is_control() => {}
            character => escaped.push(character),
        }
    }
    escaped
}
