//! What a page says to machines in the words of schema.org: the data set, and the events as such.
//!
//! Source: schema.org, types `Dataset`, `ItemList`, `Event`.

use serde_json::{Map, Value, json};

use super::{
    site::{Collection, Page, Place, Site, anchor},
    words,
};
use crate::{
    i18n::{cited::DATA_LICENCE, messages::messages},
    model::{
        date::{Date, Edtf},
        source::SourceKind,
        text::Lang,
    },
};

const CONTEXT: &str = "https://schema.org";

/// What a page says: nothing, or one value for each thing it is about.
pub(super) fn of_page(site: &Site, page: Page) -> Vec<Value> {
    match page.place {
        Place::View(_) | Place::Records => vec![dataset(site, page)],
        Place::Collection(Collection::Events) => vec![events(site, page)],
        _ => Vec::new(),
    }
}

/// A value as it may stand in a page: nothing in it can end the element it is in.
pub(super) fn guarded(value: &Value) -> String {
    // Within JSON, `<` only stands in texts.
    value.to_string().replace('<', "\\u003c")
}

fn dataset(site: &Site, page: Page) -> Value {
    let about = site.strategy.about();
    let lang = page.lang;
    let mut data = json!({
        "@context": CONTEXT,
        "@type": "Dataset",
        "name": messages(lang).title(),
        "description": words::description(Place::Records, lang),
        "license": DATA_LICENCE,
        "isAccessibleForFree": true,
        "inLanguage": Lang::ALL.iter().map(|lang| lang.as_str()).collect::<Vec<_>>(),
        "version": about.version,
        "temporalCoverage": coverage(site),
        "creator": { "@type": "Project", "name": "Jalons" },
    });
    if let Some(day) = about.created.get(..10) {
        data["dateModified"] = json!(day);
    }
    // What it is about in the first place: the note, by who wrote it.
    if let Some((_, note)) = site.strategy.sources().find(|(_, source)| source.kind == SourceKind::Note) {
        let said = |text| site.prose(lang).get(text).unwrap_or_default();
        data["isBasedOn"] = json!({
            "@type": "Report",
            "name": said(note.title),
            "author": { "@type": "Organization", "name": said(note.publisher) },
        });
        if let Some(date) = note.published.and_then(Edtf::start) {
            data["isBasedOn"]["datePublished"] = json!(iso(date));
        }
    }
    if let Some(address) = &site.address {
        let of = |place| address.of(&page.beside(place).folder());
        data["url"] = json!(of(Place::Records));
        data["distribution"] = Collection::ALL
            .iter()
            .map(|&collection| {
                json!({
                    "@type": "DataDownload",
                    "name": words::title(Place::Collection(collection), lang),
                    "encodingFormat": "text/html",
                    "contentUrl": of(Place::Collection(collection)),
                })
            })
            .collect();
    }
    data
}

/// From the first to the last day that an event is known to touch.
fn coverage(site: &Site) -> String {
    let dates = || site.strategy.events().map(|(_, event)| event.date);
    let year = |date: Date| date.year();
    let first = dates().filter_map(|date| date.start().or(date.end())).map(year).min();
    let last = dates().filter_map(|date| date.end().or(date.start())).map(year).max();
    match (first, last) {
        (Some(first), Some(last)) => format!("{first}/{last}"),
        _ => String::new(),
    }
}

fn events(site: &Site, page: Page) -> Value {
    let lang = page.lang;
    let events = site.strategy.events().map(|(_, event)| {
        let mut data = Map::new();
        let own = format!("#{}", anchor(&event.slug));
        data.insert("@type".to_owned(), json!("Event"));
        data.insert("name".to_owned(), json!(event.title.get(lang)));
        if let Some(summary) = site.prose(lang).get(event.summary) {
            data.insert("description".to_owned(), json!(summary));
        }
        if let Some(start) = event.date.start() {
            data.insert("startDate".to_owned(), json!(iso(start)));
        }
        // Of a date that is no period, the end is the start.
        if let (Edtf::Interval { .. }, Some(end)) = (event.date, event.date.end()) {
            data.insert("endDate".to_owned(), json!(iso(end)));
        }
        let url = site
            .address
            .as_ref()
            .map_or(own.clone(), |address| address.of(&format!("{}{own}", page.folder())));
        data.insert("url".to_owned(), json!(url));
        Value::Object(data)
    });
    let items = events
        .enumerate()
        .map(|(place, event)| json!({ "@type": "ListItem", "position": place + 1, "item": event }));
    json!({
        "@context": CONTEXT,
        "@type": "ItemList",
        "name": words::title(page.place, lang),
        "numberOfItems": site.strategy.events().count(),
        "itemListElement": items.collect::<Vec<_>>(),
    })
}

/// A date as schema.org wants it: ISO 8601, as exactly as it is known.
fn iso(date: Date) -> String {
    match (date.month(), date.day()) {
        (Some(month), Some(day)) => format!("{:04}-{month:02}-{day:02}", date.year()),
        (Some(month), None) => format!("{:04}-{month:02}", date.year()),
        _ => format!("{:04}", date.year()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_can_end_the_element_it_stands_in() {
        let text = "</script><!-- <script>alert('é')";
        let guarded = guarded(&json!({ "name": text }));
        assert!(!guarded.contains('<'), "{guarded}");
        let read: Value = serde_json::from_str(&guarded).expect("it is JSON still");
        assert_eq!(read["name"], text);
    }
}
