//! The map of a budget: what is placed on it, which cell has the keyboard, and what clicks and keys do.

use leptos::{
    ev::{FocusEvent, KeyboardEvent, MouseEvent},
    prelude::*,
};
use wasm_bindgen::JsCast;

use super::{
    changes::{trend_in_words, trend_of},
    kept::{Entry, entries_below, is_left_out, kept_of},
    phases::{phase_of, shade},
    treemap::{
        direction::Direction,
        placed::{Content, Frame, PlacedCell, PlacedTreemap, height_of, place, place_some},
        tiles::Tile,
    },
    typeahead::Typed,
};
use crate::{
    i18n::messages,
    model::{id::EnvelopeId, panorama::Trend, relations::Relations},
    state::{Explorer, command::Command, filter::Filter, view_state::Coloring},
    ui::{
        keyboard::{Hold, focus, focus_first},
        link::link_of,
        plain_click::{takes_over, write_href},
        scopes::{amounts_of, top_of},
    },
};

/// The cells in the page.
const CELLS: &str = ".treemap .cell";

/// The small parts of an envelope, opened by the reader.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenedOthers {
    /// What they are parts of.
    pub parent: EnvelopeId,
    /// They themselves.
    pub parts: Vec<EnvelopeId>,
}

/// The map. Copy: pass it freely.
#[derive(Clone, Copy)]
pub struct Map {
    explorer: Explorer,
    width: Signal<f64>,
    /// Everything, placed; nothing if the data hold no budget.
    pub placed: Memo<Option<PlacedTreemap>>,
    /// The envelopes that the filter leaves out, in order.
    outside: Memo<Vec<EnvelopeId>>,
    others: RwSignal<Option<OpenedOthers>>,
    held: RwSignal<Option<PlacedCell>>,
    typed: StoredValue<Typed>,
    hold: Hold,
}

impl Map {
    /// The map of an explorer, `width` pixels wide.
    #[must_use]
    pub fn new(explorer: Explorer, width: Signal<f64>) -> Self {
        let others = RwSignal::new(None::<OpenedOthers>);
        let root = Memo::new(move |_| root_of(explorer));
        Effect::new(move |_| {
            // What was opened belongs to the level it was opened in.
            let root = root.get();
            if others
                .with_untracked(|others| others.as_ref().is_some_and(|others| Some(others.parent) != root))
            {
                others.set(None);
            }
        });
        let placed = Memo::new(move |_| {
            let frame = Frame {
                width_px: width.get(),
                height_px: height_of(width.get()),
                lang: explorer.lang(),
                metrics: explorer.metrics(),
                split: explorer.state().with(|state| state.split),
                amounts: amounts_of(explorer),
            };
            let root = root.get()?;
            Some(others.with(|others| match others {
                Some(others) => place_some(explorer.strategy, others.parent, &others.parts, frame),
                None => place(explorer.strategy, root, frame),
            }))
        });
        let map = Self {
            explorer,
            width,
            placed,
            outside: Memo::new(move |_| envelopes_outside(explorer)),
            others,
            held: RwSignal::new(None),
            typed: StoredValue::default(),
            hold: Hold::of(".treemap"),
        };
        Effect::new(move |_| {
            placed.track();
            map.hold.keep(".treemap [tabindex=\"0\"]");
        });
        map
    }

    /// The keyboard has come to a cell.
    pub fn on_focus(self, event: &FocusEvent) {
        self.hold.take();
        if let Some((_, cell)) = self.cell_at(event) {
            self.held.set(Some(cell));
        }
        self.refresh(event);
    }

    /// The keyboard has gone elsewhere, or the cell it stood on has.
    pub fn on_blur(self) {
        self.hold.let_go();
    }

    /// Its width.
    #[must_use]
    pub fn width(self) -> f64 {
        self.width.get()
    }

    /// Its height.
    #[must_use]
    pub fn height(self) -> f64 {
        height_of(self.width.get())
    }

    /// The envelope whose parts are shown.
    #[must_use]
    pub fn root(self) -> Option<EnvelopeId> {
        root_of(self.explorer)
    }

    /// The small parts that the reader opened, if they are shown.
    #[must_use]
    pub fn others(self) -> Option<OpenedOthers> {
        self.others.get()
    }

    /// The cells to draw, each parent before its parts, with all that their links show and say.
    #[must_use]
    pub fn tiles(self) -> Vec<Tile> {
        let (lang, focus) = (self.explorer.lang(), self.explorer.focus());
        let (coloring, whole) = (self.explorer.coloring(), self.explorer.whole());
        let held = self.held.get();
        self.placed.with(|placed| {
            let Some(placed) = placed else { return Vec::new() };
            let place_of = |held: PlacedCell| placed.cells.iter().position(|cell| cell.is_same_as(&held));
            let entrance = held.and_then(place_of).unwrap_or(0);
            let tile = |(place, (cell, position)): (usize, (&PlacedCell, (usize, usize)))| {
                let trend = self.trend(&cell.content);
                Tile {
                    cell: cell.clone(),
                    place,
                    position,
                    shade: shade(placed, (&cell.content, cell.parent, cell.depth), coloring, whole),
                    trend,
                    colour: trend
                        .map(|trend| trend_in_words(trend, lang))
                        .or_else(|| self.phase_in_words(&cell.content)),
                    is_outside: self.is_outside(&cell.content),
                    is_entrance: place == entrance,
                    is_open: matches!(cell.content, Content::Envelope(id) if focus == Some(id.into())),
                    lang,
                }
            };
            placed.cells.iter().zip(placed.positions()).enumerate().map(tile).collect()
        })
    }

    /// The entries of the legend of the colours for what is shown; none before the projects are known.
    #[must_use]
    pub fn entries(self) -> Vec<Entry> {
        match (self.explorer.whole(), self.root()) {
            (Some(strategy), Some(root)) => entries_below(strategy, self.explorer.coloring(), root),
            _ => Vec::new(),
        }
    }

    /// How the cost of the project of a cell has changed, where the colours say it.
    fn trend(self, content: &Content) -> Option<Trend> {
        let Content::Envelope(id) = *content else { return None };
        let strategy = self.explorer.whole().filter(|_| self.explorer.coloring() == Coloring::Change)?;
        trend_of(strategy, id)
    }

    /// The phase of the project of a cell, where the colours say it.
    fn phase_in_words(self, content: &Content) -> Option<&'static str> {
        let Content::Envelope(id) = *content else { return None };
        let strategy = self.explorer.whole().filter(|_| self.explorer.coloring() == Coloring::Phase)?;
        strategy[id].project?;
        Some(messages::phase_printed(phase_of(strategy, id), self.explorer.lang()))
    }

    /// Whether the filter leaves out what a cell stands for, or the legend does; what gathers several stays in while one
    /// of them does.
    fn is_outside(self, content: &Content) -> bool {
        self.outside.with(|outside| content.is_among(outside)) || self.is_left_out(content)
    }

    fn is_left_out(self, content: &Content) -> bool {
        let (Content::Envelope(id), Some(strategy)) = (content, self.explorer.whole()) else { return false };
        let kept = kept_of(strategy, self.explorer.coloring(), *id);
        kept.is_some_and(|kept| self.explorer.state().with(|state| is_left_out(&state.only, kept)))
    }

    /// How many envelopes of the level shown the filter keeps, of how many; nothing without a filter.
    #[must_use]
    pub fn kept(self) -> Option<(usize, usize)> {
        if self.explorer.filter().with(Filter::asks_of_envelopes) {
            let strategy = self.explorer.strategy;
            let root = self.root()?;
            let all: Vec<EnvelopeId> = strategy.descendants(root).collect();
            let kept = self
                .outside
                .with(|outside| all.iter().filter(|id| outside.binary_search(id).is_err()).count());
            return Some((kept, all.len()));
        }
        None
    }

    /// What is shown, in a sentence: the name, the total and its terms.
    #[must_use]
    pub fn description(self) -> String {
        let lang = self.explorer.lang();
        let Some(root) = self.root() else { return String::new() };
        let label = self.explorer.strategy[root].label.get(lang);
        format!("{label}, {}", self.sum())
    }

    /// The sum of what is drawn: `908 M€ = 570 + 250 + 88`.
    #[must_use]
    pub fn sum(self) -> String {
        self.placed
            .with(|placed| placed.as_ref().map(|placed| placed.sum(self.explorer.lang())).unwrap_or_default())
    }

    /// What a click on a cell means, where it is more than opening what the cell gathers.
    #[must_use]
    pub fn command_of(self, content: &Content) -> Option<Command> {
        let Content::Envelope(id) = *content else { return None };
        let has_parts = self.explorer.strategy.has_parts(id);
        Some(if has_parts { Command::DrillInto(id) } else { Command::Focus(id.into()) })
    }

    /// A click on a cell does what it asks for.
    pub fn on_click(self, event: &MouseEvent) {
        if let Some((_, cell)) = self.cell_at(event)
            && takes_over(event)
        {
            self.open(&cell);
        }
    }

    /// The link of a cell is about to be used: it leads on from where the reader is now.
    pub fn refresh(self, event: &web_sys::Event) {
        let Some(link) = link_of(event, CELLS) else { return };
        let command = self.cell_of(&link).and_then(|(_, cell)| self.command_of(&cell.content));
        if let Some(command) = command {
            write_href(&link, self.explorer, &command);
        }
    }

    /// The cell that an event happens to, with its place among all.
    fn cell_at(self, event: &web_sys::Event) -> Option<(usize, PlacedCell)> {
        self.cell_of(&link_of(event, CELLS)?)
    }

    /// The cell of a link, with its place among all.
    fn cell_of(self, link: &web_sys::Element) -> Option<(usize, PlacedCell)> {
        let place: usize = link.get_attribute("data-place")?.parse().ok()?;
        self.placed.with_untracked(|placed| Some((place, placed.as_ref()?.cells.get(place)?.clone())))
    }

    /// Carries out what a click on a cell means, and brings the keyboard along.
    fn open(self, cell: &PlacedCell) {
        match (&cell.content, self.command_of(&cell.content)) {
            (Content::Others(parts), _) => {
                self.others.set(Some(OpenedOthers { parent: cell.parent, parts: parts.clone() }));
                self.focus_first();
            }
            (_, Some(command)) => {
                self.explorer.dispatch(&command);
                match command {
                    Command::DrillInto(_) => self.focus_first(),
                    Command::Focus(id) => focus_cell(self.explorer.slug(id)),
                    _ => {}
                }
            }
            (Content::Envelope(_) | Content::Unallocated(_), None) => self.held.set(Some(cell.clone())),
        }
    }

    /// Goes one level up; at the top, closes the record.
    pub fn go_up(self) {
        if self.others.with_untracked(Option::is_some) {
            self.others.set(None);
            self.focus_first();
            return;
        }
        let at = self.explorer.state().with_untracked(|state| state.at);
        match at {
            Some(at) => {
                self.explorer.dispatch(&Command::DrillOut);
                focus_cell(self.explorer.slug(at));
            }
            None => self.explorer.dispatch(&Command::Unfocus),
        }
    }

    /// Goes to a level, as the breadcrumb does.
    pub fn go_to(self, envelope: Option<EnvelopeId>) {
        self.others.set(None);
        self.explorer.dispatch(&Command::DrillTo(envelope));
    }

    /// A key: Escape leads up; on a cell arrows, Home, End and letters lead to other cells, and what gathers several opens
    /// as a button does.
    pub fn on_key(self, event: &KeyboardEvent) {
        if event.key() == "Escape" {
            event.prevent_default();
            self.go_up();
            return;
        }
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        let Some((here, cell)) = self.cell_at(event) else { return };
        let direction = Direction::of_key(&event.key());
        match event.key().as_str() {
            _ if direction.is_some() => {}
            "Home" | "End" => {}
            "Enter" | " " if matches!(cell.content, Content::Others(_)) => {
                event.prevent_default();
                self.open(&cell);
                return;
            }
            // A letter or a digit: any other key has a longer name.
            key if key.chars().count() == 1 && key != " " => {
                self.on_letter(key, here, event);
                return;
            }
            _ => return,
        }
        event.prevent_default();
        let next = self.placed.with_untracked(|placed| {
            let placed = placed.as_ref()?;
            let next = match direction {
                Some(direction) => placed.neighbour(here, direction)?,
                None if event.key() == "Home" => 0,
                None => placed.cells.len() - 1,
            };
            Some(next)
        });
        if let Some(next) = next {
            focus_place(next);
        }
    }

    /// A letter leads to the next cell whose name begins with what has been typed.
    fn on_letter(self, letter: &str, here: usize, event: &KeyboardEvent) {
        self.typed.update_value(|typed| typed.add(letter, event.time_stamp()));
        let found = self.placed.with_untracked(|placed| {
            let cells = &placed.as_ref()?.cells;
            let names: Vec<String> = cells
                .iter()
                .map(|cell| cell.content.label(self.explorer.strategy, self.explorer.lang()))
                .collect();
            self.typed.with_value(|typed| typed.find(&names, here))
        });
        if let Some(found) = found {
            event.prevent_default();
            focus_place(found);
        }
    }

    fn focus_first(self) {
        self.held.set(None);
        // Once it is drawn.
        request_animation_frame(|| focus_place(0));
    }
}

/// The envelopes that the filter leaves out, in order; none before the whole is known.
fn envelopes_outside(explorer: Explorer) -> Vec<EnvelopeId> {
    let Some(strategy) = explorer.whole() else { return Vec::new() };
    explorer.filter().with(|filter| {
        if !filter.asks_of_envelopes() {
            return Vec::new();
        }
        filter.envelopes_outside(strategy, Relations::of_whole(strategy))
    })
}

/// The envelope that the address names, else the top of the scope.
fn root_of(explorer: Explorer) -> Option<EnvelopeId> {
    let at = explorer.state().with(|state| state.at);
    at.or_else(|| top_of(explorer, explorer.scope()?))
}

/// Gives the keyboard to the cell of an envelope, once it is drawn.
fn focus_cell(slug: &'static str) {
    request_animation_frame(move || focus_first(&format!(".treemap [data-id=\"{slug}\"]")));
}

/// Gives the keyboard to the cell at a place.
fn focus_place(place: usize) {
    let cells = document().query_selector_all(CELLS).ok();
    let cell = cells.and_then(|cells| cells.item(place as u32));
    if let Some(cell) = cell {
        focus(cell.unchecked_ref());
    }
}
