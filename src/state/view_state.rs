//! What a reader sees, as a value: everything that an address can share.

use super::listing::{Column, Listed, Sort};
use crate::model::{
    date::Date,
    envelope::{Measure, Stage},
    event::{EventKind, Status},
    id::{ActorId, EditionId, EnvelopeId, ProjectId, RecordId, ScopeId, SplitId, StepId, ThemeId},
    panorama::Trend,
    project::Phase,
    text::Lang,
    vocabulary::vocabulary,
};

vocabulary! {
    /// A view of the strategy.
    pub enum View {
        /// Events on a time axis.
        Timeline = "timeline",
        /// Envelopes as areas.
        Budget = "budget",
        /// Quantities against their targets.
        Indicators = "indicators",
        /// Drifts, costs, flows and counts as charts.
        Trends = "trends",
        /// A guided reading beside the other views.
        Story = "story",
        /// Records as rows.
        Table = "table",
    }
}

vocabulary! {
    /// What the colours of the cells of a budget say.
    pub enum Coloring {
        /// Which group a cell belongs to.
        Group = "group",
        /// Which phase a project is in.
        Phase = "phase",
        /// How the cost of a project has changed since its first published one.
        Change = "change",
    }
}

/// What an entry of the legend of the colours keeps, in the order of the legend.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kept {
    /// The projects of a ministry, by the first of them.
    Ministry(ProjectId),
    /// The projects in a phase.
    Phase(Phase),
    /// Those whose phase is not printed.
    NoPhase,
    /// Those whose cost has changed so.
    Change(Trend),
}

impl Kept {
    /// The colouring whose legend has it.
    #[must_use]
    pub fn coloring(self) -> Coloring {
        match self {
            Self::Ministry(_) => Coloring::Group,
            Self::Phase(_) | Self::NoPhase => Coloring::Phase,
            Self::Change(_) => Coloring::Change,
        }
    }
}

vocabulary! {
    /// The order of the projects in their group of lanes.
    pub enum ProjectOrder {
        /// By ministry, and there by start.
        Ministry = "ministry",
        /// By how far the planned end has moved between editions.
        Slip = "slip",
        /// By cost.
        Cost = "cost",
    }
}

/// A part of the timeline that a reader can open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lane {
    /// The lane of a theme, with all the rows it takes.
    Theme(ThemeId),
    /// The group of the large IT projects, one row for each.
    Projects,
}

vocabulary! {
    /// A colour scheme, or the system's.
    pub enum Scheme {
        /// Dark on light.
        Light = "light",
        /// Light on dark.
        Dark = "dark",
        /// As the reader's system has it.
        Auto = "auto",
    }
}

vocabulary! {
    /// Which colours of `style/tokens.css` the page has.
    pub enum Look {
        /// A warm ground.
        Paper = "paper",
        /// A white ground and greys, beside the text of a newspaper.
        White = "white",
        /// Black and white, and colours far from both.
        Contrast = "contrast",
    }
}

/// What a page is before its address says more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PageDefaults {
    /// The view of the page.
    pub view: View,
    /// The language of the page.
    pub lang: Lang,
    /// The scheme kept from an earlier visit, or the system's.
    pub scheme: Scheme,
}

impl PageDefaults {
    /// The way from the page to the root of the site: each view but the first has a folder, and so has English.
    #[must_use]
    pub fn root(self) -> &'static str {
        match (self.view, self.lang) {
            (View::Timeline, Lang::Fr) => "",
            (View::Timeline, Lang::En) | (_, Lang::Fr) => "../",
            (_, Lang::En) => "../../",
        }
    }
}

/// What a reader sees. `None` is the default of the page or of the data, and nothing else is: a state read from an
/// address or made by a command never names a default (see [`super::query::without_defaults`]).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ViewState {
    /// The view.
    pub view: Option<View>,
    /// The record that is open.
    pub focus: Option<RecordId>,
    /// The budget shown.
    pub scope: Option<ScopeId>,
    /// The envelope whose parts are shown.
    pub at: Option<EnvelopeId>,
    /// The split of the envelope shown.
    pub split: Option<SplitId>,
    /// The edition of the panorama of large projects; nothing for the last with a table.
    pub edition: Option<EditionId>,
    /// The stage of the budget shown, where it has several.
    pub stage: Option<Stage>,
    /// What is measured, where there is a choice.
    pub measure: Option<Measure>,
    /// What the colours of the cells say.
    pub color: Option<Coloring>,
    /// Only what these entries of the legend of the colours keep, in their order; everything if empty.
    pub only: Vec<Kept>,
    /// What the table lists.
    pub of: Option<Listed>,
    /// The columns of the table beside the name, in their order; nothing for the usual ones.
    pub columns: Option<Vec<Column>>,
    /// How the table is sorted; nothing for the order of the data.
    pub sort: Option<Sort>,
    /// The lanes that are open, in the order of the themes, the projects last.
    pub lanes: Vec<Lane>,
    /// The order of the projects, where their group is open.
    pub order: Option<ProjectOrder>,
    /// The first date of the window, included.
    pub from: Option<Date>,
    /// The last date of the window, included.
    pub to: Option<Date>,
    /// Only what belongs to one of these themes, in their order; all if empty.
    pub themes: Vec<ThemeId>,
    /// Only events with one of these statuses, in their order; all if empty.
    pub statuses: Vec<Status>,
    /// Only events of one of these kinds, in their order; all if empty.
    pub kinds: Vec<EventKind>,
    /// Only what involves one of these actors, in their order; all if empty.
    pub actors: Vec<ActorId>,
    /// Only what a search for this finds; everything if empty.
    pub query: String,
    /// The step of the guided reading; nothing for the first.
    pub step: Option<StepId>,
    /// The language, where it is not the page's.
    pub lang: Option<Lang>,
    /// The colour scheme, where it is not the reader's own.
    pub scheme: Option<Scheme>,
    /// The look; nothing for the first.
    pub look: Option<Look>,
    /// Whether only the view is shown, in a frame of another page.
    pub is_embedded: bool,
    /// Keys we do not know, kept as they came.
    pub unknown: Vec<(String, String)>,
}

impl ViewState {
    /// What this state shows, where another is seen: in its language and colours, in its frame, with the keys of its
    /// address that we do not know.
    #[must_use]
    pub fn where_is(self, other: &Self) -> Self {
        Self {
            lang: other.lang,
            scheme: other.scheme,
            look: other.look,
            is_embedded: other.is_embedded,
            unknown: other.unknown.clone(),
            ..self
        }
    }

    /// The order of the projects: that asked for, or else by ministry.
    #[must_use]
    pub fn project_order(&self) -> ProjectOrder {
        self.order.unwrap_or(ProjectOrder::Ministry)
    }

    /// The window in days since 1 January 1970, the second bound not included; infinite where the state names one
    /// bound only, and nothing where it names none.
    #[must_use]
    pub fn bounds(&self) -> Option<(f64, f64)> {
        let start = self.from.map_or(f64::NEG_INFINITY, |date| f64::from(date.first_day().0));
        let end = self.to.map_or(f64::INFINITY, |date| f64::from(date.last_day().0) + 1.0);
        (self.from.is_some() || self.to.is_some()).then_some((start, end))
    }
}
