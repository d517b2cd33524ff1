//! The cells of the treemap as links: what they look like, how they are named, and what a click or a key does.

use leptos::prelude::*;

use super::placed::{Content, GUTTER_PX, HEADER_PX, LINE_PX, PlacedCell, TEXT_PADDING_PX, TEXT_SIZE_PX};
use crate::{
    budget::{Map, map::CellKey},
    i18n::{
        format,
        messages::{self, messages},
    },
    model::{strategy::Strategy, text::Lang},
    state::{Explorer, command::Command},
    ui::{
        plain_click::{refresh_href, takes_over},
        svg_path::px,
    },
};

/// How a screen reader names a cell: label, amount with its share of what it is part of, attributed share, whether it opens.
#[must_use]
pub fn name(strategy: &Strategy, cell: &PlacedCell, lang: Lang) -> String {
    let mut parts = vec![cell.content.label(strategy, lang), format::amount(cell.amount, lang)];
    if let Some(share) = cell.share {
        let whole = strategy[cell.parent].label.get(lang);
        parts.push(messages::share_of(&format::percent(share, lang), whole, lang));
    }
    if let Content::Envelope(id) = cell.content
        && let Some(attributed) = strategy[id].attributed
    {
        parts.push(messages::attributed(&format::amount(attributed, lang), lang));
    }
    if cell.has_parts {
        parts.push(messages(lang).opens.to_owned());
    }
    parts.join(", ")
}

/// One cell, wherever the layout puts it.
#[component]
pub(crate) fn Tile(key: CellKey, map: Map) -> impl IntoView {
    let explorer = Explorer::expect_context();
    let strategy = explorer.strategy;
    let cell = {
        let key = key.clone();
        Memo::new(move |_| map.placed.with(|placed| placed.as_ref()?.cell_of(&key).cloned()))
    };
    let envelope = match key.content {
        Content::Envelope(id) => Some(id),
        Content::Others(_) | Content::Unallocated(_) => None,
    };
    let theme = envelope.and_then(|id| strategy[id].theme);
    let hue = theme.map_or("hue-none".to_owned(), |theme| format!("hue-{}", theme.index()));
    let command = envelope
        .map(|id| if strategy.has_parts(id) { Command::DrillInto(id) } else { Command::Focus(id.into()) });
    let href = command.as_ref().map(|command| explorer.href(command));
    let (count, ids, role) = match &key.content {
        Content::Envelope(_) => (None, None, None),
        Content::Others(ids) => (Some(ids.len().to_string()), Some(explorer.slugs(ids)), Some("button")),
        Content::Unallocated(_) => (None, None, Some("img")),
    };
    let drawn = {
        let key = key.clone();
        move || cell.get().map(|cell| draw(&cell, &hue, map.tone(&key)))
    };
    let (clicked, touched) = (key.clone(), command.clone());
    let (held, stop, at_key) = (key.clone(), key.clone(), key.clone());
    view! {
        <g>
            <a
                class="cell"
                href=href
                role=role
                data-kind=envelope.map(|_| "envelope")
                data-id=envelope.map(|id| explorer.slug(id))
                data-stub=count.as_ref().map(|_| "")
                data-count=count
                data-ids=ids
                tabindex=move || if map.is_tab_stop(&stop) { "0" } else { "-1" }
                aria-label=move || cell.get().map(|cell| name(strategy, &cell, explorer.lang()))
                aria-current=move || envelope.is_some_and(|id| explorer.focus() == Some(id.into())).then_some("true")
                on:click=move |event| {
                    if takes_over(&event) {
                        map.open(&clicked, command.as_ref());
                    }
                }
                on:pointerdown=move |event| {
                    if let Some(command) = &touched {
                        refresh_href(&event, explorer, command);
                    }
                }
                on:focus=move |_| map.hold(&held)
                on:keydown=move |event| map.on_cell_key(&at_key, &event)
            >
                {drawn}
            </a>
        </g>
    }
}

fn draw(cell: &PlacedCell, hue: &str, tone: usize) -> impl IntoView + use<> {
    let exact = cell.rect;
    let face = exact.inset(GUTTER_PX, GUTTER_PX, GUTTER_PX, GUTTER_PX);
    let nested = if cell.is_nested { " is-nested" } else { "" };
    let hatched = face.width * cell.attributed_share.unwrap_or(0.0).clamp(0.0, 1.0);
    let x = face.x + TEXT_PADDING_PX - GUTTER_PX;
    let first = if cell.is_nested {
        face.y + HEADER_PX / 2.0 + TEXT_SIZE_PX * 0.36 - GUTTER_PX / 2.0
    } else {
        face.y + TEXT_PADDING_PX - GUTTER_PX + TEXT_SIZE_PX * 0.8
    };
    let line = |place: usize| first + place as f64 * LINE_PX;
    let names = cell.name.iter().enumerate().map(|(place, text)| {
        view! { <tspan class="cell-name" x=px(x) y=px(line(place))>{text.clone()}</tspan> }
    });
    let amount = cell.amount_line.clone().map(|text| {
        // In a header the amount goes on in the line of the name.
        let place = (!cell.is_nested).then(|| (px(x), px(line(cell.name.len()))));
        let (x, y) = place.unzip();
        view! { <tspan class="cell-amount" x=x y=y>{text}</tspan> }
    });
    view! {
        <rect class="exact" x=px(exact.x) y=px(exact.y) width=px(exact.width) height=px(exact.height) />
        <rect
            class=format!("face tone-{tone} {hue}{nested}")
            x=px(face.x)
            y=px(face.y)
            width=px(face.width)
            height=px(face.height)
            rx="3"
        />
        <rect
            class="hatched"
            x=px(face.x)
            y=px(face.y)
            width=px(hatched)
            height=px(face.height)
            rx="3"
            fill="url(#hatch)"
        />
        <text class="cell-words">{names.collect_view()}{amount}</text>
    }
}
