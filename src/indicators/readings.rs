//! The values of a card as rows: the same numbers as its chart, with what each counts and where it comes from.

use leptos::prelude::*;

use super::{
    course::{Course, Drift, of_drift},
    statement::percent,
    words,
};
use crate::{
    i18n::{
        format::{OpenEnd, capitalised, date_in_words, with_unit},
        messages::{self, messages},
    },
    model::{
        id::{EditionId, SourceId},
        panorama,
        strategy::Strategy,
    },
    state::{Explorer, command::Command},
    ui::{command_link::CommandLink, sentence::Sentence},
};

/// The values of an indicator.
#[component]
pub(super) fn Readings(
    /// What they are values of.
    name: String,
    /// The values.
    course: Course,
    /// The whole of the data.
    strategy: &'static Strategy,
) -> impl IntoView {
    let lang = Explorer::expect_context().lang();
    let heads = [
        words::date(lang),
        words::value(lang),
        words::quality(lang),
        words::counted(lang),
        words::sources(lang),
    ];
    let rows = course.points.iter().map(|point| {
        let date = capitalised(&date_in_words(point.date, OpenEnd::GoesOn, lang));
        let counted = course.series[point.series].clone();
        let value = with_unit(point.value, &course.unit, lang);
        let quality = point.firmness.in_words(lang);
        let of_note = point.is_of_note.then(|| view! { " " <span class="tag">{words::of_note(lang)}</span> });
        view! {
            <tr role="row" class:is-hollow=!point.firmness.is_counted()>
                <th scope="row" role="rowheader">
                    <CommandLink command=Command::Focus(point.record)>{date}</CommandLink>
                    {of_note}
                </th>
                <td role="cell" class="is-figure" data-head=heads[1]>{value}</td>
                <td role="cell" data-head=heads[2]>{quality}</td>
                <td role="cell" class="is-long" data-head=heads[3]>
                    {counted}
                    " "
                    <small><Sentence text=point.definition /></small>
                </td>
                <td role="cell" class="is-long" data-head=heads[4]><Sources strategy sources=point.sources.clone() /></td>
            </tr>
        }
    });
    let rows = rows.collect_view();
    view! { <Rows name heads=heads.to_vec()>{rows}</Rows> }
}

/// The drifts of all editions; one that publishes none says so.
#[component]
pub(super) fn DriftReadings(
    /// The whole of the data.
    strategy: &'static Strategy,
) -> impl IntoView {
    let lang = Explorer::expect_context().lang();
    let [schedule, budget] = Drift::ALL.map(|drift| words::drift(drift, lang));
    let heads = [words::edition(lang), schedule, budget, words::quality(lang), words::sources(lang)];
    let row = |edition: EditionId| {
        let date = capitalised(&date_in_words(strategy[edition].date, OpenEnd::GoesOn, lang));
        let cells = Drift::ALL.into_iter().zip([heads[1], heads[2]]).map(|(drift, head)| {
            let value = match drift.of(&strategy[edition]) {
                Some(value) => percent(value, lang).into_any(),
                None => view! { <em>{messages(lang).not_published()}</em> }.into_any(),
            };
            view! { <td role="cell" class="is-figure" data-head=head>{value}</td> }
        });
        view! {
            <tr role="row">
                <th scope="row" role="rowheader">
                    <CommandLink command=Command::Focus(edition.into())>{date}</CommandLink>
                </th>
                {cells.collect_view()}
                <td role="cell" data-head=heads[3]>{messages::edition_quality(strategy[edition].quality, lang)}</td>
                <td role="cell" class="is-long" data-head=heads[4]>
                    <Sources strategy sources=strategy[edition].sources.clone() />
                </td>
            </tr>
        }
    };
    let rows = panorama::editions(strategy).into_iter().map(row).collect_view();
    view! { <Rows name=words::drifts(lang).to_owned() heads=heads.to_vec()>{rows}</Rows> }
}

/// Whether any edition gives a drift.
#[must_use]
pub fn has_drifts(strategy: &Strategy) -> bool {
    Drift::ALL
        .into_iter()
        .any(|drift| !of_drift(strategy, drift, crate::model::text::Lang::Fr).points.is_empty())
}

/// A table with its heads.
#[component]
fn Rows(name: String, heads: Vec<&'static str>, children: Children) -> impl IntoView {
    let lang = Explorer::expect_context().lang();
    let heads = heads.into_iter().enumerate().map(|(place, head)| {
        let is_figure = head == words::value(lang) || head == words::drift(Drift::Schedule, lang) || head == words::drift(Drift::Budget, lang);
        view! { <th scope="col" role="columnheader" class:is-figure=is_figure data-place=place.to_string()>{head}</th> }
    });
    view! {
        <table class="readings" role="table" aria-label=words::readings_of(&name, lang)>
            <thead role="rowgroup"><tr role="row">{heads.collect_view()}</tr></thead>
            <tbody role="rowgroup">{children()}</tbody>
        </table>
    }
}

/// Where a value comes from, each source a link to its record.
#[component]
fn Sources(strategy: &'static Strategy, sources: Vec<SourceId>) -> impl IntoView {
    let links = sources.into_iter().map(|id| {
        view! {
            <li>
                <CommandLink command=Command::Focus(id.into())>
                    <Sentence text=strategy[id].publisher />
                </CommandLink>
            </li>
        }
    });
    view! { <ul role="list">{links.collect_view()}</ul> }
}
