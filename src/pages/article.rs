//! One record in words: all that the panel of the explorer says of it, to the euro, with what the panel leaves out.

use maud::{Markup, PreEscaped, html};

use super::{
    site::{Page, Place, anchor},
    words,
    writer::Writer,
};
use crate::{
    i18n::{
        format::{self, OpenEnd, date_in_words},
        label::Label,
        messages::{self, messages},
    },
    model::{
        envelope::Envelope,
        id::{IndicatorId, ProjectId, RecordId, SourceId},
        project::ProjectEdition,
        text::ProseId,
    },
    record::{
        content::{Conflict, Field, Reading, RecordContent, Value, content},
        sources::web_host,
    },
    state::view_state::View,
};

/// The rank of the heading of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Rank {
    /// A record that others stand below, or that stands in no group.
    Second,
    /// A record of a group.
    Third,
}

/// A record, with anchors for what it was called before.
pub(super) fn article(writer: Writer<'_>, id: RecordId, rank: Rank) -> Markup {
    let strategy = writer.site.strategy;
    let (lang, slug) = (writer.lang(), strategy.slug(id));
    let content = content(strategy, writer.site.relations, id, lang);
    let RecordContent {
        title,
        theme,
        subtitle,
        statements,
        cautions,
        fields,
        conflicts,
        related,
        sources,
        ..
    } = content;
    let title =
        html! { a href={ "#" (anchor(slug)) } lang=[writer.lang_of_name(id)] { (said(writer, title)) } };
    // Its page says what kind of record it is.
    let kind = messages::record_kind(id.kind(), lang);
    let subtitle: Vec<_> = subtitle.into_iter().filter(|part| part != kind).collect();
    let cautions = cautions.into_iter().filter(|caution| !is_said_by_scope(writer, id, caution));
    html! {
        article id=(anchor(slug)) {
            @for (alias, _) in strategy.aliases().filter(|(_, of)| *of == id) { span id=(anchor(alias)) {} }
            @match rank {
                Rank::Second => h2 { (title) },
                Rank::Third => h3 { (title) },
            }
            @if theme.is_some() || !subtitle.is_empty() {
                p.record-subtitle {
                    @if let Some(theme) = theme.filter(|&theme| RecordId::from(theme) != id) {
                        a.chip data-hue=(theme.hue()) href=(writer.way_to(theme.into())) {
                            (strategy[theme].short.get(lang))
                        }
                        " "
                    }
                    (subtitle.join(" · "))
                }
            }
            @for text in statements { p.statement { (writer.explained(text)) } }
            dl.fields {
                @for field in fields { (self::field(writer, id, field)) }
                @for (name, value) in more(writer, id) { dt { (name) } dd { (value) } }
                @for (heading, ids) in related {
                    dt { (heading) }
                    dd { ul.links { @for id in ids { li { (writer.link(id)) } } } }
                }
            }
            @for caution in cautions { p.caution { (said(writer, caution)) } }
            @for conflict in conflicts { (self::conflict(writer, id, conflict)) }
            @if !sources.is_empty() { (self::sources(writer, &sources)) }
            p.record-foot {
                a href={ (explorer(writer)) "#" (anchor(slug)) } { (words::open_in_explorer(lang)) }
            }
        }
    }
}

/// The way to the first view of the language.
fn explorer(writer: Writer<'_>) -> String {
    let first: Page = writer.page.beside(Place::View(View::Timeline));
    writer.page.link_to(first)
}

fn said(writer: Writer<'_>, label: Label) -> String {
    match label {
        Label::Name(name) => name,
        Label::Statement(text) => writer.said(text).to_owned(),
    }
}

/// Whether a caution is that of the scope an envelope is in: its page says it once, at the head of the scope.
fn is_said_by_scope(writer: Writer<'_>, id: RecordId, caution: &Label) -> bool {
    let RecordId::Envelope(envelope) = id else { return false };
    let envelope: &Envelope = &writer.site.strategy[envelope];
    let of_scope = writer.site.strategy[envelope.scope].caution.get(writer.lang());
    matches!(caution, Label::Name(caution) if caution == of_scope)
}

/// A field; its name carries the anchor of the record that it is, if it is one.
fn field(writer: Writer<'_>, id: RecordId, field: Field) -> Markup {
    let own = field.record.map(|record| anchor(writer.site.strategy.slug(record)));
    html! {
        dt id=[own] { (field.label) }
        dd {
            @match field.value {
                Value::Text(text) => (text),
                Value::Prose(text) => (writer.explained(text)),
                Value::Address(text) => (external(writer.said(text))),
                Value::Links(links) => ul.links {
                    @for (linked, said) in links { (self::linked(writer, linked, said)) }
                },
                Value::Drawing(drawing, note) => {
                    (PreEscaped(drawing))
                    p.history-note { (note) }
                },
                Value::Series(readings) => (series(writer, id, readings)),
            }
        }
    }
}

/// A record in a list. A line of appropriations is nowhere else: it stands here, with its sources.
fn linked(writer: Writer<'_>, id: RecordId, said: Option<String>) -> Markup {
    let strategy = writer.site.strategy;
    let said = html! { @if let Some(said) = said { " " span.link-words { (said) } } };
    match id {
        RecordId::Appropriation(line) if is_on_own_page(writer, id) => {
            let line = &strategy[line];
            html! {
                li id=(anchor(&line.slug)) {
                    (format::capitalised(messages::stage(line.stage, writer.lang()))) ":" (said)
                    (cited(writer, &line.sources))
                }
            }
        }
        id => html! { li { (writer.link(id)) (said) } },
    }
}

/// Whether a record stands on the page that is being written, and is not only named there.
fn is_on_own_page(writer: Writer<'_>, id: RecordId) -> bool {
    writer.page.place == Place::of_kind(id.kind())
}

/// The values of an indicator, or what the editions say of a project.
fn series(writer: Writer<'_>, id: RecordId, readings: Vec<Reading>) -> Markup {
    // The readings are in the order of the records they are read from.
    match id {
        RecordId::Indicator(indicator) => observations(writer, indicator, readings),
        RecordId::Project(project) => editions(writer, project, readings),
        _ => html! { ul.series { @for reading in readings { li { (self::reading(writer, &reading)) } } } },
    }
}

fn reading(writer: Writer<'_>, reading: &Reading) -> Markup {
    html! {
        strong { (reading.value) } " " span.tag { (reading.quality) } " " (reading.date)
        @if reading.definition != ProseId::NONE { " · " (writer.explained(reading.definition)) }
    }
}

fn observations(writer: Writer<'_>, id: IndicatorId, readings: Vec<Reading>) -> Markup {
    let observations = writer.site.strategy.observations_of(id);
    html! {
        ul.series {
            @for (reading, observation) in readings.iter().zip(observations) {
                li id=(anchor(&observation.slug)) {
                    (self::reading(writer, reading)) " · " em { (observation.counted.get(writer.lang())) }
                    (note_refs(writer, &observation.note_refs))
                    (cited(writer, &observation.sources))
                }
            }
        }
    }
}

fn editions(writer: Writer<'_>, id: ProjectId, readings: Vec<Reading>) -> Markup {
    let lines = writer.site.strategy.editions_of(id);
    html! {
        ul.series {
            @for (reading, line) in readings.iter().zip(lines) {
                li {
                    a href=(writer.way_to(line.edition.into())) { (format::capitalised(&reading.date)) }
                    ": " strong { (reading.value) } " " span.tag { (reading.quality) }
                    @for part in project_line(writer, line) { " · " (part) }
                    " · " span lang=[writer.lang_of_source()] {
                        (messages::quoted(writer.said(line.label_as_published), writer.lang()))
                    }
                }
            }
        }
    }
}

/// What an edition says of a project beside its cost, duration and phase.
fn project_line(writer: Writer<'_>, line: &ProjectEdition) -> Vec<Markup> {
    let lang = writer.lang();
    let start = line.start.map(|date| words::began(&date_in_words(date, OpenEnd::GoesOn, lang), lang));
    let end = line.planned_end().map(|date| words::planned_end(&format::plain_date(date, lang), lang));
    let ministry = writer.said(line.ministry_as_published);
    let mut parts: Vec<_> = [start, end].into_iter().flatten().map(|text| html! { (text) }).collect();
    if line.interministerial {
        parts.push(html! { (words::interministerial(lang)) });
    }
    if !ministry.is_empty() {
        let name = format::named(words::ministry_as_published(lang), "", lang);
        parts.push(html! { (name) span lang=[writer.lang_of_source()] { (ministry) } });
    }
    parts
}

/// What the package says of a record and the panel does not.
fn more(writer: Writer<'_>, id: RecordId) -> Vec<(&'static str, Markup)> {
    let (strategy, lang) = (writer.site.strategy, writer.lang());
    let mut more = Vec::new();
    if let RecordId::Event(event) = id {
        more.push((
            words::importance(lang),
            html! { (words::importance_of(strategy[event].importance, lang)) },
        ));
    }
    let refs: &[String] = match id {
        RecordId::Event(id) => &strategy[id].note_refs,
        RecordId::Programme(id) => &strategy[id].note_refs,
        RecordId::Envelope(id) => &strategy[id].note_refs,
        RecordId::Indicator(id) => &strategy[id].note_refs,
        RecordId::Project(id) => &strategy[id].note_refs,
        RecordId::Fact(id) => &strategy[id].note_refs,
        RecordId::Actor(id) => &strategy[id].note_refs,
        RecordId::Position(id) => &strategy[id].note_refs,
        RecordId::Discrepancy(id) => &strategy[id].note_refs,
        RecordId::Source(id) => &strategy[id].note_refs,
        _ => &[],
    };
    if !refs.is_empty() {
        more.push((words::note_refs(lang), html! { (refs.join(", ")) }));
    }
    more
}

/// The facts of the note that a line carries.
fn note_refs(writer: Writer<'_>, refs: &[String]) -> Markup {
    let lang = writer.lang();
    html! {
        @if !refs.is_empty() {
            " · " (format::named(words::note_refs(lang), &refs.join(", "), lang))
        }
    }
}

/// A conflict: the values side by side, and why they differ.
fn conflict(writer: Writer<'_>, of: RecordId, conflict: Conflict) -> Markup {
    let lang = writer.lang();
    html! {
        div.conflict {
            @if of != RecordId::from(conflict.id) {
                p { a href=(writer.way_to(conflict.id.into())) { (messages(lang).conflicts()) } }
            }
            ul {
                @for claim in conflict.claims {
                    li {
                        strong lang=[writer.lang_of_source().filter(|_| claim.is_quoted)] { (claim.value) }
                        @if claim.is_shown { " " span.tag { (messages(lang).shown_here()) } }
                        " · " (writer.link(claim.source.into()))
                    }
                }
            }
            p { (writer.explained(conflict.explanation)) }
        }
    }
}

/// The sources of a record, each with who published it, when, how it was read and where it is.
fn sources(writer: Writer<'_>, sources: &[SourceId]) -> Markup {
    let (strategy, lang) = (writer.site.strategy, writer.lang());
    // A source that others stand beside carries nothing alone.
    let is_alone = sources.len() == 1;
    html! {
        ul.sources aria-label=(messages(lang).sources()) {
            @for &id in sources {
                @let source = &strategy[id];
                li {
                    (writer.link(id.into()))
                    @if source.publisher != ProseId::NONE { ", " (writer.said(source.publisher)) }
                    @if let Some(date) = source.published { ", " (date_in_words(date, OpenEnd::GoesOn, lang)) }
                    " " span.tag { (messages::reading(source.read, lang)) }
                    @if source.url != ProseId::NONE { " " (external(writer.said(source.url))) }
                    @if is_alone && source.is_single { " " (messages(lang).single_source()) }
                }
            }
        }
    }
}

/// The sources of a line within a record.
fn cited(writer: Writer<'_>, sources: &[SourceId]) -> Markup {
    html! {
        span.cited {
            @for (place, &source) in sources.iter().enumerate() {
                @if place > 0 { ", " }
                (writer.link(source.into()))
            }
        }
    }
}

/// A link that leaves the site, shown by its host. Only web addresses become links.
fn external(address: &str) -> Markup {
    html! {
        @match web_host(address) {
            Some(host) => a.external href=(address) { (host) " ↗" },
            None => (address),
        }
    }
}
