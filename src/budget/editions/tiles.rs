//! The cells of an edition: ministries as frames with a name, projects as links that stay the same nodes while they grow, shrink and move.

use leptos::prelude::*;

use super::{
    map::EditionMap,
    placed::{GUTTER_PX, PlacedMinistry, PlacedProject},
    words,
};
use crate::{
    budget::{
        changes::sign,
        treemap::placed::{TEXT_PADDING_PX, TEXT_SIZES},
    },
    i18n::{
        format::{self, OpenEnd, date_in_words},
        messages::{self, messages},
    },
    model::{id::ProjectId, panorama::Change, strategy::Strategy, text::Lang},
    state::{command::Command, view_state::Coloring},
    ui::{
        drawing::{Drawing, px},
        plain_click::{refresh_href, takes_over},
    },
};

/// The frame of a ministry and its name.
#[must_use]
pub fn draw_ministry(ministry: &PlacedMinistry) -> String {
    let rect = ministry.rect;
    let small = if ministry.size == TEXT_SIZES[0] { "" } else { " is-small" };
    let frame = Drawing::new().rect(
        "ministry",
        (rect.x + 1.0, rect.y + 1.0, rect.width - 2.0, rect.height - 2.0),
        3.0,
    );
    let amount = ministry.amount_line.as_deref().unwrap_or_default();
    match &ministry.name {
        Some(name) => {
            let words = [("cell-name", name.as_str()), ("cell-amount", amount)];
            frame.words(
                &format!("cell-words{small}"),
                rect.x + TEXT_PADDING_PX,
                rect.y + 16.0,
                "start",
                &words,
            )
        }
        None => frame,
    }
    .into_markup()
}

/// The change of a cost in words: always a change between editions, since no edition publishes a drift by project.
#[must_use]
pub fn change_in_words(strategy: &Strategy, change: Change, lang: Lang) -> String {
    match change {
        Change::NotPublished => messages(lang).not_published().to_owned(),
        Change::First => words::first_cost(lang).to_owned(),
        Change::NewScope => messages(lang).new_scope().to_owned(),
        Change::Since { first, from, .. } => {
            let since = date_in_words(strategy[first].date, OpenEnd::GoesOn, lang);
            let by = change.share().map(|share| format::signed_percent(share, lang)).unwrap_or_default();
            words::change_since(&by, &since, &format::amount(from, lang), lang)
        }
    }
}

/// How a screen reader names a project: its name, cost, ministry, change between editions, phase, and its place.
fn name(map: EditionMap, cell: &PlacedProject, place: usize, count: usize) -> String {
    let (strategy, lang) = (map.strategy, map.explorer().lang());
    let project = &strategy[cell.project];
    let mut parts = vec![project.label.clone(), format::amount(cell.amount, lang)];
    let ministry = messages::ministry(&project.ministry, lang);
    parts.push(match cell.share {
        Some(share) => messages::share_of(&format::percent(share, lang), ministry, lang),
        None => ministry.to_owned(),
    });
    parts.push(change_in_words(strategy, cell.change, lang));
    parts.push(messages::phase_printed(cell.phase, lang).to_owned());
    parts.push(messages::position(place, count, lang));
    parts.join(", ")
}

/// A project whose rectangles need not stay: its face and its words.
#[must_use]
pub fn draw_project(cell: &PlacedProject, shade: &str) -> String {
    let rect = cell.rect.inset(GUTTER_PX, GUTTER_PX, GUTTER_PX, GUTTER_PX);
    let face = (rect.x, rect.y, rect.width.max(0.0), rect.height.max(0.0));
    Drawing::new().rect(&format!("face hue-none {shade}"), face, 2.0).into_markup() + &draw_words(cell)
}

/// The words of a project, in lines.
fn draw_words(cell: &PlacedProject) -> String {
    let small = if cell.size == TEXT_SIZES[0] { "" } else { " is-small" };
    let x = cell.rect.x + TEXT_PADDING_PX;
    let first = cell.rect.y + TEXT_PADDING_PX + cell.size.font_px * 0.8;
    let lines = cell.name.iter().map(|name| (format!("cell-words cell-name{small}"), name.as_str()));
    let amount = cell.amount_line.iter().map(|amount| (format!("cell-words{small}"), amount.as_str()));
    let mut drawing = Drawing::new();
    for (place, (class, text)) in lines.chain(amount).enumerate() {
        drawing = drawing.text(&class, x, first + place as f64 * cell.size.line_px, text);
    }
    drawing.into_markup()
}

/// One project. Its rectangles are nodes that stay, so that the style sheet can move them.
#[component]
pub(crate) fn Project(id: ProjectId, map: EditionMap) -> impl IntoView {
    let explorer = map.explorer();
    let cell = Memo::new(move |_| map.cell(id));
    let command = Command::Focus(id.into());
    let touched = command.clone();
    let named = move || {
        let (cell, place, count) = cell.get()?;
        let name = name(map, &cell, place, count);
        let outside = map.is_outside(&cell).then(|| messages(explorer.lang()).outside_filter());
        Some(outside.map(|outside| format!("{name}, {outside}")).unwrap_or(name))
    };
    let side = move |of: fn(&PlacedProject) -> f64, gutter: f64| {
        move || cell.with(|cell| cell.as_ref().map(|(cell, ..)| px((of(cell) + gutter).max(0.0))))
    };
    let face = move || {
        cell.with(|cell| cell.as_ref().map(|(cell, ..)| format!("face hue-none {}", map.shade(cell))))
    };
    let is_outside = move || cell.with(|cell| cell.as_ref().is_some_and(|(cell, ..)| map.is_outside(cell)));
    let text = move || {
        let has_sign = explorer.coloring() == Coloring::Change;
        let drawn = cell.with(|cell| {
            let (cell, ..) = cell.as_ref()?;
            let sign = if has_sign { sign(cell.change.trend(), cell.rect) } else { String::new() };
            Some(draw_words(cell) + &sign)
        });
        drawn.unwrap_or_default()
    };
    view! {
        <g>
            <a
                class="cell"
                class:is-outside=is_outside
                href=explorer.href(&command)
                data-kind="project"
                data-id=explorer.slug(id)
                tabindex=move || if map.is_tab_stop(id) { "0" } else { "-1" }
                aria-label=named
                aria-current=move || (explorer.focus() == Some(id.into())).then_some("true")
                on:click=move |event| {
                    if takes_over(&event) {
                        explorer.dispatch(&command);
                    }
                }
                on:pointerdown=move |event| refresh_href(&event, explorer, &touched)
                on:focus=move |_| map.hold(id)
                on:keydown=move |event| map.on_cell_key(id, &event)
            >
                <rect
                    class="exact"
                    x=side(|cell| cell.rect.x, 0.0)
                    y=side(|cell| cell.rect.y, 0.0)
                    width=side(|cell| cell.rect.width, 0.0)
                    height=side(|cell| cell.rect.height, 0.0)
                ></rect>
                <rect
                    class=face
                    rx="2"
                    x=side(|cell| cell.rect.x, GUTTER_PX)
                    y=side(|cell| cell.rect.y, GUTTER_PX)
                    width=side(|cell| cell.rect.width, -2.0 * GUTTER_PX)
                    height=side(|cell| cell.rect.height, -2.0 * GUTTER_PX)
                ></rect>
                <g inner_html=text></g>
            </a>
        </g>
    }
}
