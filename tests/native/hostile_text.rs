//! Data that would break out of their place if anything let them: markup, scripts, quotes, marks of direction, emoji.

use std::{collections::BTreeSet, sync::Arc};

use jalons::{
    budget::BudgetView,
    data,
    indicators::IndicatorsView,
    later::{BESIDE, Later},
    model::{id::RecordId, strategy::Strategy, text::Lang},
    record::OpenRecord,
    state::{
        Explorer,
        detail::Details,
        view_state::{PageDefaults, Scheme, View},
    },
    story::StoryView,
    table::TableView,
    text_metrics::TextMetrics,
    timeline::{TimelineView, legend::Legend},
    trends::TrendsView,
};
use leptos::prelude::*;

use super::package_rules::files_of;

/// What an editor's paste may bring: it must come out as these characters, whatever it would mean as markup.
const HOSTILE: &str =
    "</script><script>ran()</script><img src=x onerror=ran()>\" onclick=\"ran()' & \u{202e}סוף\u{202c} 👩🏽‍💻";

/// The valid package with this text after every text of it.
fn hostile_package() -> data::Package {
    let mut files = files_of(None);
    for bytes in files.iter_mut().filter(|(name, _)| name.ends_with(".csv")).map(|(_, bytes)| bytes) {
        let mut reader = csv::Reader::from_reader(bytes.as_slice());
        let header = reader.headers().expect("a header").clone();
        let mut writer = csv::Writer::from_writer(Vec::new());
        writer.write_record(&header).expect("memory");
        for row in reader.records() {
            let row = row.expect("a row");
            let cells = header.iter().zip(&row).map(|(column, cell)| {
                let is_text = column.ends_with("_fr")
                    || column.ends_with("_en")
                    || ["title", "publisher", "label", "label_as_published", "zone", "funding"]
                        .contains(&column);
                if is_text && !cell.is_empty() { format!("{cell}{HOSTILE}") } else { cell.to_owned() }
            });
            writer.write_record(cells).expect("memory");
        }
        *bytes = writer.into_inner().expect("memory");
    }
    let (package, problems) = data::read(&files);
    assert_eq!(problems, [], "text is text: there is nothing to complain of");
    package.expect("a package without problems")
}

/// Every view and every record, in both languages, as HTML with what it is of.
fn drawn() -> Vec<(String, String)> {
    let package = hostile_package();
    let strategy: &'static Strategy = Box::leak(Box::new(Strategy::new(package.tables).expect("a forest")));
    let metrics: &'static TextMetrics = Box::leak(Box::new(TextMetrics::cautious()));
    let mut drawn = Vec::new();
    let mut draw = |what: String, view: View, lang: Lang, content: &dyn Fn() -> AnyView| {
        let html = Owner::new().with(|| {
            let defaults = PageDefaults { view, lang, scheme: Scheme::Auto };
            let explorer = Explorer::provide(
                strategy,
                Details::ready(strategy, package.prose.clone().map(Arc::new)),
                metrics,
                defaults,
            );
            Later::provide(explorer);
            content().to_html()
        });
        drawn.push((what, html));
    };
    let records = strategy.events().map(|(id, _)| RecordId::from(id));
    let records = records
        .chain(strategy.themes().map(|(id, _)| id.into()))
        .chain(strategy.programmes().map(|(id, _)| id.into()))
        .chain(strategy.scopes().map(|(id, _)| id.into()))
        .chain(strategy.envelopes().map(|(id, _)| id.into()))
        .chain(strategy.indicators().map(|(id, _)| id.into()))
        .chain(strategy.observations().map(|(id, _)| id.into()))
        .chain(strategy.projects().map(|(id, _)| id.into()))
        .chain(strategy.editions().map(|(id, _)| id.into()))
        .chain(strategy.facts().map(|(id, _)| id.into()))
        .chain(strategy.actors().map(|(id, _)| id.into()))
        .chain(strategy.positions().map(|(id, _)| id.into()))
        .chain(strategy.discrepancies().map(|(id, _)| id.into()))
        .chain(strategy.glossary().map(|(id, _)| id.into()))
        .chain(strategy.sources().map(|(id, _)| id.into()))
        .chain(strategy.steps().map(|(id, _)| id.into()));
    let records: Vec<RecordId> = records.collect();
    for lang in Lang::ALL.iter().copied() {
        let name = |what: &str| format!("{what} ({})", lang.as_str());
        draw(name("timeline"), View::Timeline, lang, &|| {
            view! {
                <TimelineView below=|_| Some(view! { <Legend /> }.into_any()) criteria=String::new />
            }
            .into_any()
        });
        draw(name("budget"), View::Budget, lang, &|| view! { <BudgetView /> }.into_any());
        draw(name("indicators"), View::Indicators, lang, &|| view! { <IndicatorsView /> }.into_any());
        draw(name("story"), View::Story, lang, &|| view! { <StoryView beside=BESIDE /> }.into_any());
        draw(name("trends"), View::Trends, lang, &|| view! { <TrendsView /> }.into_any());
        draw(name("table"), View::Table, lang, &|| view! { <TableView /> }.into_any());
        for &id in &records {
            draw(name(strategy.slug(id)), View::Timeline, lang, &|| {
                view! { <OpenRecord id strategy /> }.into_any()
            });
        }
    }
    drawn
}

/// The elements of a page and the names of all attributes, as a browser reads them.
fn elements_and_attributes(html: &str) -> (BTreeSet<String>, BTreeSet<String>) {
    let (mut elements, mut attributes) = (BTreeSet::new(), BTreeSet::new());
    let name_of =
        |text: &str| text.split(|letter: char| "/>=".contains(letter)).next().unwrap_or_default().to_owned();
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        rest = &rest[start + 1..];
        if !rest.starts_with(|first: char| first.is_ascii_alphabetic()) {
            continue;
        }
        // Up to the end of the tag; what stands in quotes is left out.
        let (mut tag, mut is_quoted, mut end) = (String::new(), false, rest.len());
        for (place, letter) in rest.char_indices() {
            match letter {
                '"' => is_quoted = !is_quoted,
                '>' if !is_quoted => {
                    end = place;
                    break;
                }
                letter if !is_quoted => tag.push(letter),
                _ => {}
            }
        }
        rest = &rest[end..];
        let mut words = tag.split_whitespace().map(name_of);
        elements.extend(words.next());
        attributes.extend(words);
    }
    (elements, attributes)
}

#[test]
fn text_of_the_data_is_never_markup() {
    let drawn = drawn();
    assert!(drawn.len() > 40, "{} pieces were drawn", drawn.len());
    for (what, html) in &drawn {
        let (elements, attributes) = elements_and_attributes(html);
        assert!(elements.len() > 3 && attributes.contains("class"), "{what}: {elements:?} {attributes:?}");
        assert!(!elements.contains("script") && !elements.contains("img"), "{what}: {elements:?}\n{html}");
        assert!(!attributes.iter().any(|name| name.starts_with("on")), "{what}: {attributes:?}\n{html}");
    }
    let (elements, _) = elements_and_attributes(&format!("<p>x{HOSTILE}</p>"));
    assert!(
        elements.contains("script") && elements.contains("img"),
        "what breaks out is noticed: {elements:?}"
    );
    let (_, attributes) = elements_and_attributes(&format!("<p title=\"x{HOSTILE}\">"));
    assert!(attributes.contains("onclick"), "and so is this: {attributes:?}");
}

#[cfg(feature = "ssr")]
#[test]
fn text_of_the_data_is_never_markup_on_the_pages_of_text() {
    use jalons::pages::{documents, site::Site};

    let package = hostile_package();
    let strategy: &'static Strategy = Box::leak(Box::new(Strategy::new(package.tables).expect("a forest")));
    let prose = package.prose.map(|prose| &*Box::leak(Box::new(prose)));
    let documents = documents(&Site::new(strategy, prose, None));
    assert!(documents.len() > 20, "{} pages were written", documents.len());
    let mut whole = 0;
    for (path, content) in documents {
        // Data for machines are no markup: what ends their script ends it here too.
        let html: String = content
            .split("<script type=\"application/ld+json\">")
            .enumerate()
            .map(|(place, part)| match place {
                0 => part.to_owned(),
                _ => part.split_once("</script>").map_or(String::new(), |(_, rest)| rest.to_owned()),
            })
            .collect();
        let (elements, attributes) = elements_and_attributes(&html);
        assert!(!elements.contains("script") && !elements.contains("img"), "{path}: {elements:?}");
        assert!(!attributes.iter().any(|name| name.starts_with("on")), "{path}: {attributes:?}");
        whole += usize::from(html.contains("&lt;script&gt;ran()&lt;/script&gt;"));
    }
    assert!(whole > 10, "the text came out whole on {whole} pages");
}

#[test]
fn text_of_the_data_comes_out_whole() {
    // As text and as the value of an attribute, marks of direction and joined emoji included.
    let (start, end) = ("&lt;script&gt;ran()&lt;/script&gt;", "\u{202e}סוף\u{202c} 👩🏽‍💻");
    for (what, html) in drawn() {
        assert!(html.contains(start), "{what} does not show the text:\n{html}");
        assert!(html.contains(end), "{what} does not show the end of the text:\n{html}");
    }
}
