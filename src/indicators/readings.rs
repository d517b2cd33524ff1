//! The values of a card as rows: the same numbers as its chart, with what each counts and where it comes from.

use leptos::prelude::*;

use super::{
    course::{Course, Drift},
    statement::percent,
    words,
};
use crate::{
    i18n::{
        format::{OpenEnd, capitalised, date_in_words, with_unit},
        messages::{self, messages},
    },
    model::{
        date::Edtf,
        id::{RecordId, SourceId},
        panorama,
        strategy::Strategy,
        text::{Lang, ProseId},
    },
    state::command::Command,
    ui::{command_link::CommandLink, sentence::Sentence, source_link::SourceLink},
};

/// A row, in words. One kind for both tables, so that one piece of code draws them.
struct Row {
    record: RecordId,
    date: Edtf,
    is_of_note: bool,
    cells: Vec<String>,
    definition: ProseId,
    sources: Vec<SourceId>,
}

/// The values of an indicator.
#[must_use]
pub(super) fn readings(name: &str, course: &Course, strategy: &'static Strategy, lang: Lang) -> AnyView {
    let heads = vec![
        words::date(lang),
        words::value(lang),
        words::quality(lang),
        words::counted(lang),
        words::sources(lang),
    ];
    let rows = course.points.iter().map(|point| Row {
        record: point.record,
        date: point.date,
        is_of_note: point.is_of_note,
        cells: vec![
            with_unit(point.value, &course.unit, lang),
            point.firmness.in_words(lang).to_owned(),
            course.series[point.series].clone(),
        ],
        definition: point.definition,
        sources: point.sources.clone(),
    });
    table(name, heads, rows.collect(), strategy, lang)
}

/// The drifts of all editions; one that publishes none says so.
#[must_use]
pub(super) fn drift_readings(strategy: &'static Strategy, lang: Lang) -> AnyView {
    let [schedule, budget] = Drift::ALL.map(|drift| words::drift(drift, lang));
    let heads = vec![words::edition(lang), schedule, budget, words::quality(lang), words::sources(lang)];
    let rows = panorama::editions(strategy).into_iter().map(|id| {
        let edition = &strategy[id];
        let value = |drift: Drift| {
            let value = drift.of(edition).map(|value| percent(value, lang));
            value.unwrap_or_else(|| messages(lang).not_published().to_owned())
        };
        Row {
            record: id.into(),
            date: edition.date,
            is_of_note: false,
            cells: vec![
                value(Drift::Schedule),
                value(Drift::Budget),
                messages::edition_quality(edition.quality, lang).to_owned(),
            ],
            definition: ProseId::NONE,
            sources: edition.sources.clone(),
        }
    });
    table(words::drifts(lang), heads, rows.collect(), strategy, lang)
}

fn table(
    name: &str,
    heads: Vec<&'static str>,
    rows: Vec<Row>,
    strategy: &'static Strategy,
    lang: Lang,
) -> AnyView {
    let columns =
        heads.iter().map(|&head| view! { <th scope="col" role="columnheader">{head}</th> }).collect_view();
    let rows = rows.into_iter().map(|row| draw(row, &heads, strategy, lang)).collect_view();
    view! {
        <table class="readings" role="table" aria-label=words::readings_of(name, lang)>
            <thead role="rowgroup"><tr role="row">{columns}</tr></thead>
            <tbody role="rowgroup">{rows}</tbody>
        </table>
    }
    .into_any()
}

fn draw(row: Row, heads: &[&'static str], strategy: &'static Strategy, lang: Lang) -> AnyView {
    let last = row.cells.len() - 1;
    let mut cells: Vec<AnyView> = Vec::with_capacity(row.cells.len() + 1);
    for (place, text) in row.cells.into_iter().enumerate() {
        let definition = if place == last { row.definition } else { ProseId::NONE };
        let small = (definition != ProseId::NONE)
            .then(|| view! { <small><Sentence text=definition /></small> }.into_any());
        cells.push(cell(heads[place + 1], view! { {text} " " {small} }.into_any()));
    }
    let links = row.sources.into_iter().map(|id| view! { <SourceLink strategy id /> " " });
    cells.push(cell(heads[heads.len() - 1], links.collect_view().into_any()));
    let date = capitalised(&date_in_words(row.date, OpenEnd::GoesOn, lang));
    let tag = row.is_of_note.then(|| view! { <span class="tag">{words::of_note(lang)}</span> });
    view! { <tr role="row"><th scope="row" role="rowheader"><CommandLink command=Command::Focus(row.record)>{date}</CommandLink> " " {tag}</th>{cells}</tr> }.into_any()
}

fn cell(head: &'static str, content: AnyView) -> AnyView {
    view! { <td role="cell" data-head=head>{content}</td> }.into_any()
}
