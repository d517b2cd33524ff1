//! Trends and flows: what each chart finds, in words and as a table; its drawing as soon as that can be had.

pub mod costs;
pub mod drawing;
pub mod drift;
pub mod flows;
pub mod module;
pub mod readings;
pub mod trend;
pub mod words;

use leptos::prelude::*;

use self::{
    drawing::{Drawings, TrendDrawing},
    trend::{Row, Sign, Trend},
};
use crate::{
    i18n::messages::messages,
    model::{id::SourceId, strategy::Strategy, text::Lang},
    state::{Explorer, command::Command, view_state::View},
    ui::{
        command_link::CommandLink,
        drawing::Drawing,
        source_link::{Named, SourceLink},
    },
};

/// All charts of the view, in their order.
#[must_use]
pub fn trends(strategy: &Strategy, lang: Lang) -> Vec<Trend> {
    let all = [
        drift::drift(strategy, lang),
        costs::costs(strategy, lang),
        flows::cloud(strategy, lang),
        flows::recovery(strategy, lang),
        readings::readings(strategy, "advisers", "effectif-conseillers", lang),
        readings::readings(strategy, "procedures", "part-demarches-en-ligne", lang),
    ];
    all.into_iter().flatten().collect()
}

/// The view of the trends.
#[component]
pub fn TrendsView() -> impl IntoView {
    let explorer = Explorer::expect_context();
    let lang = explorer.lang();
    let drawings = Drawings::new(explorer);
    let shown = move || match explorer.whole() {
        Some(strategy) => {
            let all = trends(strategy, lang).into_iter();
            let all = all.map(|trend| view! { <TrendSection strategy trend drawings /> }).collect_view();
            view! { {drawings.notice()} {all} }.into_any()
        }
        None => view! { <p class="hint" role="status">{messages(lang).part_pending()}</p> }.into_any(),
    };
    view! {
        <section class="trends" data-view=View::Trends.as_str() aria-label=messages(lang).trends()>
            <p class="trends-lede">{words::lede(lang)}</p>
            {shown}
        </section>
    }
}

/// A chart: its finding, its drawing, its numbers, where they come from.
#[component]
fn TrendSection(strategy: &'static Strategy, trend: Trend, drawings: Drawings) -> impl IntoView {
    let lang = Explorer::expect_context().lang();
    let Trend { key, title, about, legend, chart, table, sources, cautions } = trend;
    let signs = legend.into_iter().map(|(sign, words)| {
        view! {
            <li>
                <svg class=format!("sign {}", sign.as_str()) width="26" height="12" aria-hidden="true" inner_html=drawn(sign)></svg>
                {words}
            </li>
        }
    });
    let cautions = cautions.into_iter().map(|(id, text)| {
        view! {
            <li>
                <CommandLink command=Command::Focus(id)>{text}</CommandLink>
            </li>
        }
    });
    let heads: Vec<&'static str> = table.heads.clone();
    let rows = table
        .rows
        .into_iter()
        .map(|row| view! { <TableRow strategy row heads=heads.clone() /> })
        .collect_view();
    let is_open = drawings.has_room();
    view! {
        <article class="trend" data-trend=key>
            <h2 id=format!("trend-{key}")>{title.clone()}</h2>
            <p class="trend-about">{about}</p>
            <ul class="legend" aria-label=words::legend(lang)>{signs.collect_view()}</ul>
            <TrendDrawing key title chart drawings />
            <ul role="list" class="trend-cautions">{cautions.collect_view()}</ul>
            <details class="trend-numbers" open=is_open>
                <summary>{words::numbers(lang)}</summary>
                <div class="trend-table" tabindex="0" role="region" aria-labelledby=format!("trend-{key}")>
                    <table id=format!("trend-table-{key}") aria-labelledby=format!("trend-{key}")>
                        <thead>
                            <tr>
                                <th scope="col">{table.name}</th>
                                {table.heads.into_iter().map(|head| view! { <th scope="col">{head}</th> }).collect_view()}
                            </tr>
                        </thead>
                        <tbody>{rows}</tbody>
                    </table>
                </div>
            </details>
            <Sources strategy sources />
        </article>
    }
}

/// A record as a row of numbers.
#[component]
fn TableRow(strategy: &'static Strategy, row: Row, heads: Vec<&'static str>) -> impl IntoView {
    let explorer = Explorer::expect_context();
    let id = row.id;
    let is_open = Signal::derive(move || explorer.focus() == Some(id));
    let cells = row.cells.into_iter().zip(heads).map(|(cell, head)| view! { <td data-head=head>{cell}</td> });
    view! {
        <tr data-kind=id.kind().as_str() data-id=strategy.slug(id)>
            <th scope="row">
                <CommandLink command=Command::Focus(id) current=is_open>{row.name}</CommandLink>
            </th>
            {cells.collect_view()}
        </tr>
    }
}

/// Where the numbers come from.
#[component]
fn Sources(strategy: &'static Strategy, sources: Vec<SourceId>) -> impl IntoView {
    let lang = Explorer::expect_context().lang();
    let all = sources.clone();
    let link = move |id: SourceId| {
        let by = if is_ambiguous(strategy, id, &all) { Named::Title } else { Named::PublisherAndYear };
        view! { <li><SourceLink strategy id by /></li> }
    };
    view! {
        <div class="trend-sources">
            <h3>{messages(lang).sources()}</h3>
            <ul role="list">{sources.into_iter().map(link).collect_view()}</ul>
        </div>
    }
}

/// Whether publisher and year name another of these sources as well.
fn is_ambiguous(strategy: &Strategy, id: SourceId, all: &[SourceId]) -> bool {
    let named = |id: SourceId| {
        let source = &strategy[id];
        let year = source.published.and_then(|date| date.start()).map(|date| date.year());
        // The same text has the same place.
        (source.publisher, year)
    };
    all.iter().any(|&other| other != id && named(other) == named(id))
}

/// A sign as it stands in a legend.
fn drawn(sign: Sign) -> String {
    use crate::ui::drawing::PathData;

    let line = PathData::new().move_to(0.0, 6.0).line_to(26.0, 6.0);
    let drawing = Drawing::new();
    match sign {
        Sign::Full => drawing.path("sign-line", &line).rect("sign-face", (9.0, 2.0, 8.0, 8.0), 4.0),
        Sign::Dashed => {
            let diamond = PathData::new()
                .move_to(13.0, 1.0)
                .line_to(18.0, 6.0)
                .line_to(13.0, 11.0)
                .line_to(8.0, 6.0)
                .close();
            drawing.path("sign-line", &line).path("sign-face", &diamond)
        }
        Sign::Disc | Sign::Hollow => drawing.rect("sign-face", (8.0, 1.0, 10.0, 10.0), 5.0),
        Sign::Unpublished => drawing.rect("sign-face", (2.0, 1.0, 22.0, 10.0), 0.0),
    }
    .into_markup()
}
