//! The page for who checks facts: what may be added, which values are shown where sources differ, what is not known, how to cite and correct.

pub mod known;
mod words;

use maud::{Markup, html};

use self::known::{Choices, Matter, Unknown};
use super::{
    collection::count,
    records::counted,
    site::{Place, anchor},
    words as site_words,
    writer::Writer,
};
use crate::{
    data::{changes::Version, package},
    i18n::{
        cited::{DATA_LICENCE, explorer},
        format::{self, OpenEnd, capitalised, date_in_words, integer, named},
        label::{Label, title},
        messages::{self, messages},
    },
    model::{
        actor::ActorKind,
        date::{Date, Edtf},
        envelope::Nature,
        id::{DiscrepancyId, RecordId, RecordKind, ScopeId, SourceId},
        source::{Reading, Source, SourceKind},
        text::Lang,
    },
    record::{
        content::content,
        quote::{citation, data_of},
    },
    state::view_state::View,
};

/// What works the hash out again, from the root of the project.
const HASH_COMMAND: &str = "LC_ALL=C sh -c 'cat data/* | sha256sum'";
/// The record by which citing is shown: the total that the note begins with.
const EXAMPLE: &str = "relance-numerique";

/// A part of the page: its anchor, its heading, and what it says.
type Part = (&'static str, fn(Lang) -> &'static str, fn(Writer<'_>) -> Markup);

/// The parts in order.
const PARTS: [Part; 9] = [
    ("scopes", words::scopes, scopes),
    ("discrepancies", words::discrepancies, discrepancies),
    ("unknown", words::unknown, unknown),
    ("computed", words::computed, computed),
    ("sources", words::sources, sources),
    ("terms", words::terms, terms),
    ("version", words::version, version),
    ("citing", words::citing, citing),
    ("correcting", words::correcting, correcting),
];

/// The page below its heading and first sentence.
pub(super) fn method(writer: Writer<'_>) -> Markup {
    let lang = writer.lang();
    html! {
        nav.contents aria-label=(site_words::on_this_page(lang)) {
            ul { @for (anchor, heading, _) in PARTS { li { a href={ "#" (anchor) } { (heading(lang)) } } } }
        }
        @for (anchor, heading, says) in PARTS {
            section.group {
                h2 id=(anchor) { (heading(lang)) }
                (says(writer))
            }
        }
    }
}

// ---- What may be added

fn scopes(writer: Writer<'_>) -> Markup {
    let strategy = writer.site.strategy;
    html! {
        p.intro { (words::scopes_intro(writer.lang())) }
        div.cards { @for (id, _) in strategy.scopes() { (scope(writer, id)) } }
    }
}

fn scope(writer: Writer<'_>, id: ScopeId) -> Markup {
    let (strategy, lang, messages) = (writer.site.strategy, writer.lang(), messages(writer.lang()));
    let scope = &strategy[id];
    let top = strategy.roots(id).next();
    let envelopes = strategy.envelopes().filter(|(_, envelope)| envelope.scope == id).count();
    html! {
        section.card id={ "scope-" (scope.slug) } {
            h3 { a href=(writer.way_to(id.into())) { (scope.label.get(lang)) } }
            dl.fields {
                @if let Some(amount) = top.and_then(|top| strategy[top].amount) {
                    dt { (messages.field_amount()) }
                    dd { (format::amount_to_the_euro(amount, lang)) }
                }
                dt { (words::kind(lang)) }
                dd { (capitalised(messages::nature(scope.nature, lang))) }
                @if let Some(date) = scope.reference_date {
                    dt { (messages.field_as_of()) }
                    dd { (date_in_words(date, OpenEnd::GoesOn, lang)) }
                }
                dt { (words::content(lang)) }
                dd { (counted(RecordKind::Envelope, envelopes, lang)) }
                dt { (messages.sources()) }
                dd { (links(writer, scope.sources.iter().map(|&source| source.into()))) }
            }
            p.caution { (scope.caution.get(lang)) }
        }
    }
}

// ---- Where sources differ

fn discrepancies(writer: Writer<'_>) -> Markup {
    let (strategy, lang) = (writer.site.strategy, writer.lang());
    let choices: Choices = known::choices(strategy);
    html! {
        p.intro { (words::discrepancies_intro(lang)) }
        p.intro { (words::choices(choices, lang)) }
        @for &matter in Matter::ALL {
            @let conflicts = known::conflicts_about(strategy, matter);
            @if !conflicts.is_empty() {
                h3 id=(matter.as_str()) { (words::matter(matter, lang)) " (" (conflicts.len()) ")" }
                div.cards { @for id in conflicts { (discrepancy(writer, id)) } }
            }
        }
    }
}

fn discrepancy(writer: Writer<'_>, id: DiscrepancyId) -> Markup {
    let (strategy, lang) = (writer.site.strategy, writer.lang());
    let conflict = &strategy[id];
    let of_panel = content(strategy, writer.site.relations, id.into(), lang).conflicts;
    let name = match title(strategy, id.into(), lang) {
        Label::Name(name) => name,
        Label::Statement(text) => writer.said(text).to_owned(),
    };
    html! {
        section.card id=(conflict.slug) {
            h4 { a href=(writer.way_to(id.into())) { (name) } }
            @for claims in of_panel.iter().map(|conflict| &conflict.claims) {
                ul.claims {
                    @for claim in claims {
                        li.is-shown[claim.is_shown] {
                            strong lang=[writer.lang_of_source().filter(|_| claim.is_quoted)] { (claim.value) }
                            @if claim.is_shown { " " span.tag { (messages(lang).shown_here()) } }
                            span.cited {
                                (writer.link(claim.source.into())) " "
                                span.tag { (messages::reading(strategy[claim.source].read, lang)) }
                            }
                        }
                    }
                }
            }
            p { (writer.explained(conflict.explanation)) }
            p.cited {
                (named(words::about(lang), "", lang))
                @for (place, &about) in conflict.about.iter().enumerate() {
                    @if place > 0 { ", " }
                    (writer.link(about))
                }
            }
        }
    }
}

// ---- What is not known

fn unknown(writer: Writer<'_>) -> Markup {
    let (strategy, lang) = (writer.site.strategy, writer.lang());
    let unknown: Unknown = known::unknown(strategy);
    let numbers = unknown.editions_missing.iter().map(|number| number.to_string()).collect::<Vec<_>>();
    let (attributed, envelopes) = unknown.attributed;
    let appropriations = strategy.scopes().map(|(_, scope)| scope);
    let appropriations = appropriations.filter(|scope| scope.nature == Nature::Appropriations);
    let appropriations: Vec<_> = appropriations.map(|scope| scope.short.get(lang)).collect();
    let appropriations = appropriations.join(", ");
    html! {
        p.intro { (words::unknown_intro(lang)) }
        h3 { (words::unknown_money(lang)) }
        (list(writer, words::no_amount(lang), unknown.envelopes))
        p.intro { (words::attributed(attributed.len(), envelopes, &appropriations, lang)) }
        @for gap in unknown.stages { p.intro { (words::stage_gap(gap, lang)) } }
        h3 { (words::unknown_projects(lang)) }
        p.intro { (words::no_cost(unknown.lines_without_cost, unknown.framing_and_withheld, lang)) }
        (list(writer, words::no_cost_now(lang), unknown.projects))
        (list(writer, words::no_table(lang), unknown.editions_without_table))
        (list(writer, words::no_total(lang), unknown.editions_without_total))
        @if !numbers.is_empty() {
            p.intro { strong { (named(words::no_edition(lang), "", lang)) } (numbers.join(", ")) "." }
        }
        h3 { (words::unknown_quantities(lang)) }
        (list(writer, words::never_observed(lang), unknown.never_observed))
        (list(writer, words::no_target(lang), unknown.without_target))
        h3 { (words::unknown_dates(lang)) }
        (list(writer, words::approximate(lang), unknown.approximate))
        (list(writer, words::half_dated(lang), unknown.half_dated))
        (list(writer, words::unknown_outcome(lang), unknown.unknown_outcome))
        p.intro { (words::undated(unknown.undated_sources, lang)) }
    }
}

/// Records under a few words, in a part of a section; nothing where there are none.
fn list<Id: Into<RecordId>>(writer: Writer<'_>, name: &str, ids: Vec<Id>) -> Markup {
    listed(writer, html! { h4 { (name) " (" (ids.len()) ")" } }, ids)
}

/// The same in a section without parts.
fn list_of_section<Id: Into<RecordId>>(writer: Writer<'_>, name: &str, ids: Vec<Id>) -> Markup {
    listed(writer, html! { h3 { (name) " (" (ids.len()) ")" } }, ids)
}

fn listed<Id: Into<RecordId>>(writer: Writer<'_>, heading: Markup, ids: Vec<Id>) -> Markup {
    html! {
        @if !ids.is_empty() {
            (heading)
            (links(writer, ids.into_iter().map(Into::into)))
        }
    }
}

fn links(writer: Writer<'_>, ids: impl Iterator<Item = RecordId>) -> Markup {
    html! { ul.links { @for id in ids { li { (writer.link(id)) } } } }
}

fn computed(writer: Writer<'_>) -> Markup {
    let (strategy, lang) = (writer.site.strategy, writer.lang());
    html! {
        p.intro { (words::computed_facts(known::computed_facts(strategy), lang)) }
        p.intro { (to_page(writer, Place::of_kind(RecordKind::Fact))) }
    }
}

// ---- Sources, words, records

fn sources(writer: Writer<'_>) -> Markup {
    let (strategy, lang) = (writer.site.strategy, writer.lang());
    let number = |kinds: &[SourceKind], reading: Reading| {
        let counts = kinds.iter().map(|&kind| known::sources_read(strategy, kind, reading));
        integer(counts.sum::<usize>() as i64, lang)
    };
    let total = |kinds: &[SourceKind]| {
        let all = strategy.sources().filter(|(_, source)| kinds.contains(&source.kind));
        integer(all.count() as i64, lang)
    };
    let row = |name: &str, kinds: &[SourceKind]| {
        html! {
            tr {
                th scope="row" { (name) }
                @for &reading in Reading::ALL { td { (number(kinds, reading)) } }
                td { (total(kinds)) }
            }
        }
    };
    let that = |is: fn(&Source) -> bool| known::sources_that(strategy, |id: SourceId| is(&strategy[id]));
    html! {
        p.intro { (words::sources_intro(lang)) }
        table.counts {
            caption { (words::sources_caption(lang)) }
            thead {
                tr {
                    th scope="col" { (words::kind(lang)) }
                    @for &reading in Reading::ALL { th scope="col" { (capitalised(messages::reading(reading, lang))) } }
                    th scope="col" { (words::all(lang)) }
                }
            }
            tbody {
                @for &kind in SourceKind::ALL { (row(site_words::sources(kind, lang), &[kind])) }
                (row(words::all(lang), SourceKind::ALL))
            }
        }
        p.intro {
            a href=(writer.page.link_to(writer.page.beside(Place::Sources))) {
                (words::sources_count(strategy.sources().count(), lang))
            }
        }
        (list_of_section(writer, words::not_read(lang), that(|source| source.read == Reading::NotRead)))
        (list_of_section(writer, words::single(lang), that(|source| source.is_single)))
    }
}

fn terms(writer: Writer<'_>) -> Markup {
    let (strategy, lang) = (writer.site.strategy, writer.lang());
    let actors = |kind: ActorKind| strategy.actors().filter(move |(_, actor)| actor.kind == kind).count();
    let of_kind = |kind: RecordKind| counted(kind, count(strategy, kind), lang);
    html! {
        ul.plain {
            li { (to_page(writer, Place::Glossary)) " (" (of_kind(RecordKind::Term)) ")" }
            li {
                (to_page(writer, Place::of_kind(RecordKind::Actor))) " (" (of_kind(RecordKind::Actor)) ")"
                ul.plain {
                    @for &kind in ActorKind::ALL {
                        @if actors(kind) > 0 {
                            li {
                                a href={ (page_of(writer, RecordKind::Actor)) "#" (kind.as_str()) } {
                                    (site_words::actors(kind, lang))
                                }
                                " (" (actors(kind)) ")"
                            }
                        }
                    }
                }
            }
            li { (to_page(writer, Place::Records)) }
        }
    }
}

fn page_of(writer: Writer<'_>, kind: RecordKind) -> String {
    writer.page.link_to(writer.page.beside(Place::of_kind(kind)))
}

/// A link to a page by its name.
fn to_page(writer: Writer<'_>, place: Place) -> Markup {
    html! {
        a href=(writer.page.link_to(writer.page.beside(place))) { (site_words::title(place, writer.lang())) }
    }
}

// ---- Version, citing, correcting

fn version(writer: Writer<'_>) -> Markup {
    let (strategy, lang) = (writer.site.strategy, writer.lang());
    let about = strategy.about();
    let created = about.day();
    let kinds = RecordKind::ALL.iter().map(|&kind| counted(kind, count(strategy, kind), lang));
    html! {
        dl.fields {
            dt { (words::version_number(lang)) }
            dd { (about.version) }
            @if let Some(date) = created {
                dt { (words::version_date(lang)) }
                dd { (date_in_words(date, OpenEnd::GoesOn, lang)) }
            }
            dt { (words::reference_day(lang)) }
            dd { (format::plain_date(Date::from_day(about.reference_day), lang)) }
            dt { (words::hash(lang)) }
            dd { code { (package::content_hash()) } }
            dt { (words::content(lang)) }
            dd { (kinds.collect::<Vec<_>>().join(", ")) }
        }
        p.intro { (words::version_intro(lang)) }
        p.intro { code { (HASH_COMMAND) } }
        h3 id="new" { (words::versions(lang)) }
        p.intro { (words::versions_intro(lang)) }
        @for (place, told) in package::versions().iter().enumerate() {
            (version_told(writer, told, place + 1 == package::versions().len()))
        }
    }
}

/// What a version brought: the records that came, those that read otherwise, those that went.
fn version_told(writer: Writer<'_>, told: &Version, is_first: bool) -> Markup {
    let (strategy, lang) = (writer.site.strategy, writer.lang());
    let created = told.created.get(..10).and_then(|day| Edtf::parse(day).ok());
    let date = created.map(|date| date_in_words(date, OpenEnd::GoesOn, lang)).unwrap_or_default();
    let heading = if date.is_empty() { told.number.clone() } else { format!("{} ({date})", told.number) };
    // Of an earlier version there may be records that a later one took out.
    let named = |id: &String| match strategy.find(id) {
        Some(record) => writer.link(record),
        None => html! { (id) },
    };
    let changed: Vec<String> = told.changed.iter().map(|(id, _)| id.clone()).collect();
    html! {
        h4 { (heading) }
        @if told.is_empty() {
            p.intro { (if is_first { words::first_version(lang) } else { words::same_records(lang) }) }
        }
        @for (heading, ids) in [
            (words::came(lang), &told.added),
            (words::read_otherwise(lang), &changed),
            (words::went(lang), &told.removed),
        ] {
            @if !ids.is_empty() {
                p.intro { (heading) " (" (ids.len()) ")" }
                ul.links { @for id in ids { li { (named(id)) } } }
            }
        }
    }
}

fn citing(writer: Writer<'_>) -> Markup {
    let (strategy, lang) = (writer.site.strategy, writer.lang());
    let texts = |text| Some(writer.said(text).to_owned());
    let address = format!("[{}]", words::address_of_page(lang));
    let example = strategy.find(EXAMPLE);
    html! {
        p.intro { (words::citing_intro(lang)) }
        h3 { (words::citing_whole(lang)) }
        blockquote { p { (whole(writer)) } }
        @if let Some(record) = example {
            h3 { (words::citing_record(lang)) }
            blockquote { p { (citation(strategy, &texts, record, lang, &address_of(writer, record).unwrap_or(address))) } }
        }
        p.intro { (capitalised(messages(lang).footer_licence())) ". " a.external href=(DATA_LICENCE) { "etalab.gouv.fr ↗" } }
    }
}

/// A citation of all of it.
fn whole(writer: Writer<'_>) -> String {
    let about = writer.site.strategy.about();
    let lang = writer.lang();
    let data = data_of(about, lang);
    let hash = package::content_hash().get(..12).unwrap_or_default();
    let first = writer.page.beside(Place::View(View::Timeline));
    let address = writer.site.address.as_ref().map(|address| address.of(&first.folder()));
    let address = address.unwrap_or_else(|| format!("[{}]", words::address_of_page(lang)));
    format!("{}, {data} (SHA-256 {hash}…). {address}", explorer(lang))
}

/// Where a record is in the explorer, of a site that knows its address.
fn address_of(writer: Writer<'_>, record: RecordId) -> Option<String> {
    let first = writer.page.beside(Place::View(View::Timeline));
    let address = writer.site.address.as_ref()?.of(&first.folder());
    Some(format!("{address}#{}", anchor(writer.site.strategy.slug(record))))
}

fn correcting(writer: Writer<'_>) -> Markup {
    let lang = writer.lang();
    let steps = [words::correct_say, words::correct_name, words::correct_edit, words::correct_conflict];
    html! { ol.steps { @for step in steps { li { (step(lang)) } } } }
}
