//! The pages of records: the list of the kinds, and the records of each in their groups.

use maud::{Markup, html};

use super::{
    article::{Rank, article},
    collection::{Group, Heading, count, counts, groups},
    site::{Collection, Place, anchor},
    words,
    writer::Writer,
};
use crate::{
    i18n::{format::integer, label::Label, label::label},
    model::{
        id::{RecordId, RecordKind},
        text::Lang,
    },
};

/// The list of the kinds of records, with how many there are of each.
pub(super) fn kinds(writer: Writer<'_>) -> Markup {
    let (strategy, lang) = (writer.site.strategy, writer.lang());
    let counted = |counts: Vec<(RecordKind, usize)>| -> String {
        let counts = counts.into_iter().map(|(kind, count)| counted(kind, count, lang));
        counts.collect::<Vec<_>>().join(", ")
    };
    let collections = Collection::ALL
        .iter()
        .map(|&collection| (Place::Collection(collection), counts(strategy, collection)));
    let rest = [(Place::Sources, RecordKind::Source), (Place::Glossary, RecordKind::Term)]
        .map(|(place, kind)| (place, vec![(kind, count(strategy, kind))]));
    html! {
        ul.kinds {
            @for (place, counts) in collections.chain(rest) {
                li {
                    h2 { a href=(writer.page.link_to(writer.page.beside(place))) { (words::title(place, lang)) } }
                    p.hint { (counted(counts)) }
                    p { (words::description(place, lang)) }
                }
            }
        }
    }
}

/// How many there are of a kind: `96 enveloppes`.
pub(super) fn counted(kind: RecordKind, count: usize, lang: Lang) -> String {
    format!("{} {}", integer(count as i64, lang), words::kind(kind, lang))
}

/// The records of a page, with a list of their groups where there are several.
pub(super) fn records(writer: Writer<'_>) -> Markup {
    let groups = groups(writer.site.strategy, writer.page.place, writer.lang());
    html! {
        @if groups.len() > 1 { (contents(writer, &groups)) }
        @for group in &groups {
            section.group {
                @match &group.heading {
                    None => @for &id in &group.records { (article(writer, id, Rank::Second)) },
                    Some(heading) => {
                        @match heading {
                            Heading::Words { anchor, text } => h2 id=(anchor) { (text) },
                            Heading::Record(id) => (article(writer, *id, Rank::Second)),
                        }
                        @for &id in &group.records { (article(writer, id, Rank::Third)) }
                    },
                }
            }
        }
    }
}

/// The groups of a page, with how many records each has.
fn contents(writer: Writer<'_>, groups: &[Group]) -> Markup {
    let (strategy, lang) = (writer.site.strategy, writer.lang());
    let name = |id: RecordId| match (id, label(strategy, id, lang)) {
        (RecordId::Scope(scope), _) => strategy[scope].short.get(lang).to_owned(),
        (_, Label::Name(name)) => name,
        (_, Label::Statement(text)) => writer.said(text).to_owned(),
    };
    html! {
        nav.contents aria-label=(words::on_this_page(lang)) {
            ul {
                @for group in groups {
                    @let (anchor, name) = match &group.heading {
                        Some(Heading::Words { anchor, text }) => (anchor.clone(), text.clone()),
                        Some(Heading::Record(id)) => (anchor(strategy.slug(*id)), name(*id)),
                        None => (String::new(), String::new()),
                    };
                    li { a href={ "#" (anchor) } { (name) } " (" (group.records.len()) ")" }
                }
            }
        }
    }
}
