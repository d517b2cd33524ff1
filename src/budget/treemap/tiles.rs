//! The cells of the treemap as links: what they look like, how they are named, and what a click or a key does.

use leptos::prelude::*;

use super::placed::{Content, GUTTER_PX, HEADER_PX, PlacedCell, TEXT_PADDING_PX, TEXT_SIZES};
use crate::{
    budget::{Map, map::CellKey},
    i18n::{
        format,
        messages::{self, messages},
    },
    model::{strategy::Strategy, text::Lang, within::Within as _},
    state::{Explorer, command::Command},
    ui::{
        drawing::Drawing,
        plain_click::{refresh_href, takes_over},
    },
};

/// How a screen reader names a cell: label, amount with its share of what it is part of, attributed share, theme,
/// whether it opens, its place among its siblings.
#[must_use]
pub fn name(strategy: &Strategy, cell: &PlacedCell, (place, count): (usize, usize), lang: Lang) -> String {
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
    if let Content::Envelope(id) = cell.content
        && let Some(theme) = strategy[id].theme
    {
        parts.push(strategy[theme].short.get(lang).to_owned());
    }
    if cell.has_parts {
        parts.push(messages(lang).opens().to_owned());
    }
    parts.push(messages::position(place, count, lang));
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
    let hue = theme.map_or("hue-none".to_owned(), |theme| format!("hue-{}", theme.hue()));
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
        move || {
            let drawn =
                cell.get().map(|cell| draw(&cell, &format!("{hue} {}", map.shade(&key))) + &map.sign(&cell));
            drawn.unwrap_or_default()
        }
    };
    let is_outside = {
        let content = key.content.clone();
        move || map.is_outside(&content)
    };
    let outside = is_outside.clone();
    let named = {
        let key = key.clone();
        move || {
            let cell = cell.get()?;
            let mut name = name(strategy, &cell, map.position(&cell), explorer.lang());
            let outside = outside().then(|| messages(explorer.lang()).outside_filter());
            for more in map.colour_in_words(&key).into_iter().chain(outside) {
                name = format!("{name}, {more}");
            }
            Some(name)
        }
    };
    let (clicked, touched) = (key.clone(), command.clone());
    let (held, stop, at_key) = (key.clone(), key.clone(), key.clone());
    view! {
        <g>
            <a
                class="cell"
                class:is-outside=is_outside
                href=href
                role=role
                data-kind=envelope.map(|_| "envelope")
                data-id=envelope.map(|id| explorer.slug(id))
                data-stub=count.as_ref().map(|_| "")
                data-count=count
                data-ids=ids
                tabindex=move || if map.is_tab_stop(&stop) { "0" } else { "-1" }
                aria-label=named
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
                inner_html=drawn
            ></a>
        </g>
    }
}

/// The picture of a cell: its exact rectangle, its face inside the gutters, the attributed share, its words.
#[must_use]
pub fn draw(cell: &PlacedCell, shade: &str) -> String {
    let exact = cell.rect;
    let face = exact.inset(GUTTER_PX, GUTTER_PX, GUTTER_PX, GUTTER_PX);
    let nested = if cell.is_nested { " is-nested" } else { "" };
    let mut drawing = Drawing::new().rect("exact", (exact.x, exact.y, exact.width, exact.height), 0.0).rect(
        &format!("face {shade}{nested}"),
        (face.x, face.y, face.width, face.height),
        3.0,
    );
    if let Some(share) = cell.attributed_share {
        let width = face.width * share.within(0.0, 1.0);
        drawing = drawing.filled_rect("hatched", (face.x, face.y, width, face.height), 3.0, "url(#hatch)");
    }
    let x = exact.x + TEXT_PADDING_PX;
    let size = cell.size;
    let small = if size == TEXT_SIZES[0] { "" } else { " is-small" };
    // Words on hatching need a halo, words on a plain face are sharper without.
    let small = if cell.attributed_share.is_some() { format!("{small} is-haloed") } else { small.to_owned() };
    let amount = cell.amount_line.as_deref().unwrap_or_default();
    if cell.is_nested {
        let y = exact.y + HEADER_PX / 2.0 + size.font_px * 0.36 + GUTTER_PX / 2.0;
        let name = cell.name.first().map_or("", String::as_str);
        let words = [("cell-name", name), ("cell-amount", amount)];
        return drawing.words(&format!("cell-words{small}"), x, y, "start", &words).into_markup();
    }
    let first = exact.y + TEXT_PADDING_PX + size.font_px * 0.8;
    let lines = cell.name.iter().map(|name| (format!("cell-words cell-name{small}"), name.as_str()));
    let lines = lines.chain((!amount.is_empty()).then_some((format!("cell-words{small}"), amount)));
    for (place, (class, text)) in lines.enumerate() {
        drawing = drawing.text(&class, x, first + place as f64 * size.line_px, text);
    }
    drawing.into_markup()
}
