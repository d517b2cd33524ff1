//! The cells of the treemap as links: what they look like and how they are named.

use leptos::prelude::*;

use super::placed::{Content, GUTTER_PX, HEADER_PX, PlacedCell, TEXT_PADDING_PX, TEXT_SIZES};
use crate::{
    budget::{Map, changes::sign},
    i18n::{
        format,
        messages::{self, messages},
    },
    model::{panorama::Trend, strategy::Strategy, text::Lang, within::Within as _},
    state::Explorer,
    ui::{
        drawing::Drawing,
        link::{DrawnLink, Link, drawn_links, tell},
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

/// A cell with all that its link shows and says.
#[derive(Clone, Debug, PartialEq)]
pub struct Tile {
    /// Where it is.
    pub cell: PlacedCell,
    /// Its place among all cells, by which a link is known to the map.
    pub place: usize,
    /// Its place among how many siblings.
    pub position: (usize, usize),
    /// The class that colours it.
    pub shade: String,
    /// How the cost of its project has changed, where the colours say it.
    pub trend: Option<Trend>,
    /// What its colour says, where cells are not coloured by group.
    pub colour: Option<&'static str>,
    /// Whether the filter leaves it out, or the legend does.
    pub is_outside: bool,
    /// Whether Tab enters the map here.
    pub is_entrance: bool,
    /// Whether its record is open.
    pub is_open: bool,
    /// The language of its name.
    pub lang: Lang,
}

impl Tile {
    fn link(&self, explorer: Explorer) -> Link {
        let (strategy, cell) = (explorer.strategy, &self.cell);
        let class = if self.is_outside { "cell is-outside" } else { "cell" };
        let mut attributes = vec![("class", class.to_owned())];
        match &cell.content {
            &Content::Envelope(id) => attributes
                .extend([("data-kind", "envelope".to_owned()), ("data-id", explorer.slug(id).to_owned())]),
            Content::Others(ids) => attributes.extend([
                ("role", "button".to_owned()),
                ("data-stub", String::new()),
                ("data-count", ids.len().to_string()),
                ("data-ids", explorer.slugs(ids)),
            ]),
            Content::Unallocated(_) => attributes.push(("role", "img".to_owned())),
        }
        let mut name = name(strategy, cell, self.position, self.lang);
        let outside = self.is_outside.then(|| messages(self.lang).outside_filter());
        for more in self.colour.into_iter().chain(outside) {
            name.push_str(", ");
            name.push_str(more);
        }
        attributes.extend([
            ("data-place", self.place.to_string()),
            ("tabindex", if self.is_entrance { "0" } else { "-1" }.to_owned()),
            ("aria-label", name),
        ]);
        attributes.extend(self.is_open.then(|| ("aria-current", "true".to_owned())));
        let theme = match cell.content {
            Content::Envelope(id) => strategy[id].theme,
            Content::Others(_) | Content::Unallocated(_) => None,
        };
        let hue = theme.map_or("hue-none".to_owned(), |theme| format!("hue-{}", theme.hue()));
        let mut picture = draw(cell, &format!("{hue} {}", self.shade));
        picture.extend(self.trend.map(|trend| sign(trend, cell.rect)));
        Link { attributes, picture }
    }
}

/// A tile with its link in the page.
struct Part {
    tile: Tile,
    drawn: DrawnLink,
}

/// The cells as links, wherever the layout puts them: a cell that stays keeps its element, and only what changes of it
/// is written.
#[component]
pub(crate) fn Tiles(map: Map) -> impl IntoView {
    let explorer = Explorer::expect_context();
    let links = ArcRwSignal::new(Vec::new());
    let (mut parts, mut numbers) = (Vec::<Part>::new(), 0);
    let mut renew = {
        let links = links.clone();
        move || {
            let before = std::mem::take(&mut parts);
            let part = |tile: Tile| match before.iter().find(|part| part.tile.cell.is_same_as(&tile.cell)) {
                Some(part) => {
                    if tile != part.tile {
                        part.drawn.renew(tile.link(explorer));
                    }
                    Part { tile, drawn: part.drawn.clone() }
                }
                None => {
                    numbers += 1;
                    let command = map.command_of(&tile.cell.content);
                    let href = command.map(|command| explorer.href(&command));
                    let drawn = DrawnLink::new(numbers, href, tile.link(explorer));
                    Part { tile, drawn }
                }
            };
            parts = map.tiles().into_iter().map(part).collect();
            tell(&links, parts.iter().map(|part| part.drawn.clone()).collect());
        }
    };
    // Now, for a page that is being written; and then with every change.
    untrack(&mut renew);
    Effect::new(move |_| renew());
    drawn_links(links)
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
