//! The map of a budget: what is placed on it, which cell has the keyboard, and what clicks and keys do.

use leptos::{ev::KeyboardEvent, prelude::*};
use wasm_bindgen::JsCast;

use super::{
    changes::{sign, trend_in_words, trend_of},
    kept::{Entry, entries_below, is_left_out, kept_of},
    phases::{phase_of, shade},
    treemap::placed::{Content, Direction, Frame, PlacedCell, PlacedTreemap, height_of, place, place_some},
    typeahead::Typed,
};
use crate::{
    i18n::messages,
    model::{id::EnvelopeId, panorama::Trend, relations::Relations},
    state::{Explorer, command::Command, filter::Filter, view_state::Coloring},
    ui::{
        keyboard::{Hold, focus, focus_first},
        scopes::{amounts_of, top_of},
    },
};

/// Identifies a cell among those drawn: one envelope may be drawn at two depths as a reader goes in.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct CellKey {
    /// What it stands for.
    pub content: Content,
    /// What it is a part of.
    pub parent: EnvelopeId,
    /// 1 for a part of the root, 2 for a part of a part.
    pub depth: u8,
}

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
    held: RwSignal<Option<CellKey>>,
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
    pub fn on_focus(self) {
        self.hold.take();
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

    /// The cells to draw, each parent before its parts.
    #[must_use]
    pub fn keys(self) -> Vec<CellKey> {
        self.placed.with(|placed| {
            let cells = placed.iter().flat_map(|placed| &placed.cells);
            cells.map(PlacedCell::key).collect()
        })
    }

    /// Which place a cell has among how many siblings.
    #[must_use]
    pub fn position(self, cell: &PlacedCell) -> (usize, usize) {
        self.placed.with(|placed| {
            let cells = placed.iter().flat_map(|placed| &placed.cells);
            let siblings = cells.filter(|other| other.depth == cell.depth && other.parent == cell.parent);
            let (mut place, mut count) = (0, 0);
            for sibling in siblings {
                count += 1;
                if sibling.content == cell.content {
                    place = count;
                }
            }
            (place, count)
        })
    }

    /// The shade of a cell as a class: of its group, or of the phase or change of its project.
    #[must_use]
    pub fn shade(self, key: &CellKey) -> String {
        let (coloring, whole) = (self.explorer.coloring(), self.explorer.whole());
        self.placed.with(|placed| match placed {
            Some(placed) => shade(placed, (&key.content, key.parent, key.depth), coloring, whole),
            None => String::new(),
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

    /// The sign of a cell beside its colour, if it has one.
    #[must_use]
    pub fn sign(self, cell: &PlacedCell) -> String {
        self.trend(&cell.content).map(|trend| sign(trend, cell.rect)).unwrap_or_default()
    }

    /// What the colour of the cell of a project says, for its name, where cells are not coloured by group.
    #[must_use]
    pub fn colour_in_words(self, key: &CellKey) -> Option<&'static str> {
        let lang = self.explorer.lang();
        if let Some(trend) = self.trend(&key.content) {
            return Some(trend_in_words(trend, lang));
        }
        let Content::Envelope(id) = key.content else { return None };
        let strategy = self.explorer.whole().filter(|_| self.explorer.coloring() == Coloring::Phase)?;
        strategy[id].project?;
        Some(messages::phase_printed(phase_of(strategy, id), lang))
    }

    /// Whether the filter leaves out what a cell stands for, or the legend does; what gathers several stays in while one
    /// of them does.
    #[must_use]
    pub fn is_outside(self, content: &Content) -> bool {
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

    /// Carries out what a click on a cell means, and brings the keyboard along.
    pub fn open(self, key: &CellKey, command: Option<&Command>) {
        match (&key.content, command) {
            (Content::Others(parts), _) => {
                self.others.set(Some(OpenedOthers { parent: key.parent, parts: parts.clone() }));
                self.focus_first();
            }
            (_, Some(command)) => {
                self.explorer.dispatch(command);
                match *command {
                    Command::DrillInto(_) => self.focus_first(),
                    Command::Focus(id) => focus_cell(self.explorer.slug(id)),
                    _ => {}
                }
            }
            (Content::Envelope(_) | Content::Unallocated(_), None) => self.hold(key),
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

    /// A key that means the same on every cell.
    pub fn on_key(self, event: &KeyboardEvent) {
        if event.key() == "Escape" {
            event.prevent_default();
            self.go_up();
        }
    }

    /// A key on a cell: arrows, Home and End lead to other cells.
    pub fn on_cell_key(self, key: &CellKey, event: &KeyboardEvent) {
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        let direction = match event.key().as_str() {
            "ArrowLeft" => Some(Direction::Left),
            "ArrowRight" => Some(Direction::Right),
            "ArrowUp" => Some(Direction::Up),
            "ArrowDown" => Some(Direction::Down),
            "Home" | "End" => None,
            // A letter or a digit: any other key has a longer name.
            key if key.chars().count() == 1 && key != " " => {
                self.on_letter(key, event);
                return;
            }
            _ => return,
        };
        event.prevent_default();
        let next = self.placed.with_untracked(|placed| {
            let placed = placed.as_ref()?;
            let here = placed.cells.iter().position(|cell| cell.key() == *key)?;
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
    fn on_letter(self, letter: &str, event: &KeyboardEvent) {
        self.typed.update_value(|typed| typed.add(letter, event.time_stamp()));
        let found = self.placed.with_untracked(|placed| {
            let cells = &placed.as_ref()?.cells;
            let names: Vec<String> = cells
                .iter()
                .map(|cell| cell.content.label(self.explorer.strategy, self.explorer.lang()))
                .collect();
            let held = self.held.get_untracked();
            let here = held.and_then(|held| cells.iter().position(|cell| cell.key() == held)).unwrap_or(0);
            self.typed.with_value(|typed| typed.find(&names, here))
        });
        if let Some(found) = found {
            event.prevent_default();
            focus_place(found);
        }
    }

    /// Remembers the cell that has the keyboard.
    pub fn hold(self, key: &CellKey) {
        self.held.set(Some(key.clone()));
    }

    /// Whether the cell is where Tab enters the map: the one that had the keyboard last, else the first.
    #[must_use]
    pub fn is_tab_stop(self, key: &CellKey) -> bool {
        let held = self.held.get();
        self.placed.with(|placed| {
            let Some(placed) = placed else { return false };
            let held = held.filter(|held| placed.cell_of(held).is_some());
            match (held, placed.cells.first()) {
                (Some(held), _) => held == *key,
                (None, first) => first.is_some_and(|first| first.key() == *key),
            }
        })
    }

    fn focus_first(self) {
        self.held.set(None);
        // Once it is drawn.
        request_animation_frame(|| focus_place(0));
    }
}

impl PlacedCell {
    /// Identifies the cell among those drawn.
    #[must_use]
    pub fn key(&self) -> CellKey {
        CellKey { content: self.content.clone(), parent: self.parent, depth: self.depth }
    }
}

impl PlacedTreemap {
    /// The cell with this key.
    #[must_use]
    pub fn cell_of(&self, key: &CellKey) -> Option<&PlacedCell> {
        let is_it = |cell: &&PlacedCell| {
            cell.depth == key.depth && cell.parent == key.parent && cell.content == key.content
        };
        self.cells.iter().find(is_it)
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
    let cells = document().query_selector_all(".treemap .cell").ok();
    let cell = cells.and_then(|cells| cells.item(place as u32));
    if let Some(cell) = cell {
        focus(cell.unchecked_ref());
    }
}
