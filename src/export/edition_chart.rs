//! The large projects of an edition in a picture: the cells of the screen, with what the screen says around them.

use super::{
    budget_chart::sampled,
    look::{CURRENT, OUTSIDE},
    request::Request,
    sheet::Entry,
    words,
};
use crate::{
    budget::{
        changes::sign,
        coloring::in_words as kept_in_words,
        editions::{
            self,
            placed::{PlacedEdition, PlacedPanorama, PlacedProject},
            tiles::{draw_ministry, draw_project},
            words as edition_words,
        },
    },
    i18n::{
        format::{self, OpenEnd, capitalised, date_in_words},
        messages::messages,
    },
    model::{
        id::{EditionId, ProjectId, RecordId, ScopeId},
        panorama,
        relations::Relations,
        strategy::Strategy,
    },
    state::{
        filter::Filter,
        query::{edition_shown, scope_shown},
        view_state::Coloring,
    },
    text_metrics::TextMetrics,
    ui::criteria::{in_words, kept_of},
};

/// An edition, before it is placed.
pub struct Shown<'a> {
    strategy: &'a Strategy,
    request: &'a Request<'a>,
    scope: ScopeId,
    edition: EditionId,
    filter: Filter,
    relations: Relations,
}

impl<'a> Shown<'a> {
    /// The edition that a request asks for; nothing where it asks for the envelopes of a budget.
    #[must_use]
    pub fn of(strategy: &'a Strategy, request: &'a Request<'a>) -> Option<Self> {
        let state = request.state;
        let (scope, edition) = (scope_shown(state, strategy)?, edition_shown(state, strategy)?);
        let filter = Filter::of(state, request.found);
        Some(Self { strategy, request, scope, edition, filter, relations: Relations::of(strategy) })
    }

    /// What the picture is called.
    #[must_use]
    pub fn title(&self) -> &'a str {
        self.strategy[self.scope].label.get(self.request.lang)
    }

    /// The map of the edition in a room; nothing for an edition without a table.
    #[must_use]
    pub fn placed(&self, width_px: f64, height_px: f64, metrics: &TextMetrics) -> Option<PlacedEdition> {
        let panorama = PlacedPanorama::of(self.strategy, width_px, height_px);
        panorama.edition(self.strategy, self.edition, self.request.lang, metrics)
    }

    /// Which edition it is.
    #[must_use]
    pub fn name(&self) -> String {
        capitalised(&editions::name(self.strategy, self.edition, self.request.lang))
    }

    /// How many projects the edition lists, and what those with a cost add up to; that there is no table.
    #[must_use]
    pub fn sum(&self, placed: Option<&PlacedEdition>) -> String {
        let lang = self.request.lang;
        match placed.and_then(|placed| Some((placed, placed.drawn()?))) {
            Some((placed, sum)) => {
                let count = placed.projects.len() + placed.without_cost.len();
                edition_words::sum_of(count, placed.projects.len(), &format::amount(sum, lang), lang)
            }
            None => edition_words::no_table(lang).to_owned(),
        }
    }

    /// What the filter keeps of the projects; empty while it keeps all.
    #[must_use]
    pub fn filter_in_words(&self, placed: Option<&PlacedEdition>) -> String {
        let lang = self.request.lang;
        let cells = placed.map(|placed| placed.projects.as_slice()).unwrap_or_default();
        let kept = cells.iter().filter(|cell| !self.is_outside(cell)).count();
        if kept == cells.len() {
            return String::new();
        }
        let choices = kept_of(self.request.state, self.strategy, lang);
        words::projects_kept(kept, cells.len(), lang) + &in_words(&choices, lang)
    }

    /// The markup of the map, with the classes of the screen.
    #[must_use]
    pub fn markup(&self, placed: &PlacedEdition) -> String {
        let ministries: String = placed.ministries.iter().map(draw_ministry).collect();
        let projects: String = placed.projects.iter().map(|cell| self.project(cell)).collect();
        ministries + &projects
    }

    fn project(&self, cell: &PlacedProject) -> String {
        let mut classes = "hue-none".to_owned();
        if self.request.state.focus == Some(RecordId::Project(cell.project)) {
            classes = format!("{classes} {CURRENT}");
        }
        if self.is_outside(cell) {
            classes = format!("{classes} {OUTSIDE}");
        }
        let sign = match self.coloring() {
            Coloring::Change => sign(cell.change.trend(), cell.rect),
            Coloring::Group | Coloring::Phase => String::new(),
        };
        let drawn = draw_project(cell, &cell.shade(self.strategy, self.coloring()));
        format!("<g class=\"{classes}\">{drawn}{sign}</g>")
    }

    fn is_outside(&self, cell: &PlacedProject) -> bool {
        cell.is_outside(self.strategy, &self.relations, &self.filter, self.request.state)
    }

    fn coloring(&self) -> Coloring {
        self.request.state.color.unwrap_or(Coloring::Group)
    }

    /// What the colours mean; those of ministries are named on the map.
    #[must_use]
    pub fn legend(&self, placed: &PlacedEdition) -> Vec<Entry> {
        if self.coloring() == Coloring::Group {
            return Vec::new();
        }
        let entries = placed.entries(self.strategy, self.coloring()).into_iter();
        entries
            .map(|entry| {
                let name = kept_in_words(self.strategy, entry.kept, self.request.lang);
                sampled(&format!("face {}", entry.class), "hue-none", format!("{name} ({})", entry.count))
            })
            .collect()
    }

    /// What the map cannot say by itself: its scale, what changes are, where the perimeter changed.
    #[must_use]
    pub fn notes(&self, placed: Option<&PlacedEdition>) -> Vec<String> {
        let (strategy, lang) = (self.strategy, self.request.lang);
        let mut notes = Vec::new();
        if placed.is_none() {
            notes.push(edition_words::nothing_filled_in(lang).to_owned());
        } else {
            notes.push(edition_words::one_scale(lang).to_owned());
        }
        let unnamed = placed.map(|placed| placed.unnamed_ministries(lang)).filter(|names| !names.is_empty());
        notes.extend(unnamed.map(|names| edition_words::unnamed_ministries(&names.join(", "), lang)));
        if self.coloring() == Coloring::Change {
            notes.push(edition_words::change_not_drift(lang).to_owned());
        }
        notes.extend(panorama::perimeter_change(strategy).map(|(_, first)| {
            edition_words::perimeter(&date_in_words(strategy[first].date, OpenEnd::GoesOn, lang), lang)
        }));
        notes.push(strategy[self.scope].caution.get(lang).to_owned());
        notes
    }

    /// The projects without a name or an area on the map, each with its heading.
    #[must_use]
    pub fn lists(&self, placed: &PlacedEdition) -> Vec<(&'static str, Vec<String>)> {
        let lang = self.request.lang;
        let labels = |ids: &[ProjectId]| ids.iter().map(|&id| self.strategy[id].label.clone()).collect();
        let lists: [(&'static str, Vec<String>); 2] = [
            (messages(lang).unnamed(), labels(&placed.unnamed())),
            (edition_words::without_cost(lang), labels(&placed.without_cost)),
        ];
        lists.into_iter().filter(|(_, items)| !items.is_empty()).collect()
    }

    /// The projects with their costs, in sentences.
    #[must_use]
    pub fn in_detail(&self, placed: Option<&PlacedEdition>) -> String {
        let lang = self.request.lang;
        let cells = placed.map(|placed| placed.projects.as_slice()).unwrap_or_default();
        let projects: Vec<_> = cells
            .iter()
            .map(|cell| {
                words::with_amount(&self.strategy[cell.project].label, &format::amount(cell.amount, lang))
            })
            .collect();
        if projects.is_empty() { String::new() } else { format!("{}.", words::listed(&projects, lang)) }
    }
}
