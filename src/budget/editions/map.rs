//! The map of the edition shown: what is placed on it, which project has the keyboard, and what keys do.

use leptos::{ev::KeyboardEvent, prelude::*};

use super::placed::{PlacedEdition, PlacedPanorama, PlacedProject};
use crate::{
    budget::{kept::Entry, treemap::direction::Direction},
    model::{
        id::{EditionId, ProjectId},
        panorama,
        relations::Relations,
        strategy::Strategy,
        within::Within as _,
    },
    state::{Explorer, command::Command},
    ui::keyboard::{Hold, focus_first},
};

/// A map narrower than this is taller than wide.
const NARROW_PX: f64 = 640.0;
/// Height of a map for its width, with the least and the greatest: narrow, wide.
const HEIGHT: [(f64, f64, f64); 2] = [(1.9, 440.0, 760.0), (0.6, 440.0, 640.0)];

/// The height of a map of this width.
#[must_use]
pub fn height_of(width: f64) -> f64 {
    let (share, least, most) = HEIGHT[usize::from(width >= NARROW_PX)];
    (width * share).within(least, most).round()
}

/// The map. Copy: pass it freely.
#[derive(Clone, Copy)]
pub struct EditionMap {
    explorer: Explorer,
    /// The whole of the data.
    pub strategy: &'static Strategy,
    width: Signal<f64>,
    /// The edition shown, placed; nothing for one without a table.
    pub placed: Memo<Option<PlacedEdition>>,
    held: RwSignal<Option<ProjectId>>,
    hold: Hold,
}

impl EditionMap {
    /// The map of an explorer, `width` pixels wide.
    #[must_use]
    pub fn new(explorer: Explorer, strategy: &'static Strategy, width: Signal<f64>) -> Self {
        let panorama = Memo::new(move |_| {
            let width = width.get();
            PlacedPanorama::of(strategy, width, height_of(width))
        });
        let placed = Memo::new(move |_| {
            let edition = edition_of(explorer, strategy)?;
            panorama.with(|panorama| panorama.edition(strategy, edition, explorer.lang(), explorer.metrics()))
        });
        let map = Self {
            explorer,
            strategy,
            width,
            placed,
            held: RwSignal::new(None),
            hold: Hold::of(".panorama"),
        };
        Effect::new(move |_| {
            placed.track();
            map.hold.keep(".panorama [tabindex=\"0\"]");
        });
        map
    }

    /// The explorer it belongs to.
    #[must_use]
    pub fn explorer(self) -> Explorer {
        self.explorer
    }

    /// The edition shown; `None` only if the data hold no table.
    #[must_use]
    pub fn edition(self) -> Option<EditionId> {
        edition_of(self.explorer, self.strategy)
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

    /// The projects drawn.
    #[must_use]
    pub fn projects(self) -> Vec<ProjectId> {
        self.placed.with(|placed| {
            placed.iter().flat_map(|placed| &placed.projects).map(|cell| cell.project).collect()
        })
    }

    /// Where a project is drawn, and its place among how many.
    #[must_use]
    pub fn cell(self, id: ProjectId) -> Option<(PlacedProject, usize, usize)> {
        self.placed.with(|placed| {
            let cells = &placed.as_ref()?.projects;
            let place = cells.iter().position(|cell| cell.project == id)?;
            Some((cells[place].clone(), place + 1, cells.len()))
        })
    }

    /// The class that colours a project.
    #[must_use]
    pub fn shade(self, cell: &PlacedProject) -> String {
        cell.shade(self.strategy, self.explorer.coloring())
    }

    /// The entries of the legend of the colours for the edition shown.
    #[must_use]
    pub fn entries(self) -> Vec<Entry> {
        let coloring = self.explorer.coloring();
        self.placed.with(|placed| {
            placed.as_ref().map(|placed| placed.entries(self.strategy, coloring)).unwrap_or_default()
        })
    }

    /// Whether the filter leaves a project out, or the legend does.
    #[must_use]
    pub fn is_outside(self, cell: &PlacedProject) -> bool {
        let relations = Relations::of_whole(self.strategy);
        self.explorer.filter().with(|filter| {
            self.explorer.state().with(|state| cell.is_outside(self.strategy, relations, filter, state))
        })
    }

    /// The keyboard has come to a cell.
    pub fn on_focus(self) {
        self.hold.take();
    }

    /// The keyboard has gone elsewhere, or the cell it stood on has.
    pub fn on_blur(self) {
        self.hold.let_go();
    }

    /// A key that means the same on every cell.
    pub fn on_key(self, event: &KeyboardEvent) {
        if event.key() == "Escape" {
            event.prevent_default();
            self.explorer.dispatch(&Command::Unfocus);
        }
    }

    /// A key on a cell: arrows, Home and End lead to other cells.
    pub fn on_cell_key(self, id: ProjectId, event: &KeyboardEvent) {
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        let next = self.placed.with_untracked(|placed| {
            let placed = placed.as_ref()?;
            let here = placed.projects.iter().position(|cell| cell.project == id)?;
            let key = event.key();
            let next = match (Direction::of_key(&key), key.as_str()) {
                (Some(direction), _) => placed.neighbour(here, direction),
                (None, "Home") => Some(0),
                (None, "End") => Some(placed.projects.len() - 1),
                (None, _) => return None,
            };
            Some(placed.projects[next.unwrap_or(here)].project)
        });
        if let Some(next) = next {
            event.prevent_default();
            focus_first(&format!(".panorama [data-id=\"{}\"]", self.explorer.slug(next)));
        }
    }

    /// Remembers the project that has the keyboard.
    pub fn hold(self, id: ProjectId) {
        self.held.set(Some(id));
    }

    /// Whether a project is where Tab enters the map: the one that had the keyboard last, else the first.
    #[must_use]
    pub fn is_tab_stop(self, id: ProjectId) -> bool {
        let held = self.held.get();
        self.placed.with(|placed| {
            let Some(placed) = placed else { return false };
            let held = held.filter(|held| placed.projects.iter().any(|cell| cell.project == *held));
            held.or(placed.projects.first().map(|cell| cell.project)) == Some(id)
        })
    }
}

fn edition_of(explorer: Explorer, strategy: &Strategy) -> Option<EditionId> {
    explorer.state().with(|state| state.edition).or_else(|| panorama::default_edition(strategy))
}
