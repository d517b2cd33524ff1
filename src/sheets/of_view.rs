//! What is on the sheets of a view: its drawings, and its rows with their sources.

use super::{paper::Paper, rows::rows};
use crate::{
    export::{Pictured, Request, Size, Tint, svg, timeline_sheets, words},
    model::{
        id::ScopeId,
        relations::Relations,
        strategy::Strategy,
        text::{Lang, ProseId},
    },
    state::{
        filter::{Filter, Found},
        listing::{Column, Listed},
        view_state::{View, ViewState},
    },
    table::rows::{Asked, table_rows},
    text_metrics::TextMetrics,
};

/// What sheets are asked for.
#[derive(Clone, Copy)]
pub struct Order<'a> {
    /// The view.
    pub view: View,
    /// What it lists.
    pub listed: Listed,
    /// What of it is shown.
    pub state: &'a ViewState,
    /// The budget shown.
    pub scope: Option<ScopeId>,
    /// What the search of the state has found.
    pub found: Option<&'a Found>,
    /// The language.
    pub lang: Lang,
    /// Where the view can be found, if that is known.
    pub address: Option<&'a str>,
}

/// The sheets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheets {
    /// The paper.
    pub paper: Paper,
    /// The language.
    pub lang: Lang,
    /// What they are called.
    pub title: String,
    /// One drawing for each of the first sheets, as SVG.
    pub drawings: Vec<String>,
    /// The rows, as the markup of a table; it goes on for as many sheets as it takes.
    pub table: String,
    /// Where everything comes from.
    pub sources: String,
}

impl Sheets {
    /// The sheets of a view: of the timeline all there is, whatever the period, of a budget the level shown.
    ///
    /// `strategy` is the whole of the data; `said` gives its long texts. The same order gives the same sheets.
    #[must_use]
    pub fn of(
        strategy: &Strategy,
        relations: &Relations,
        order: Order<'_>,
        paper: Paper,
        metrics: &TextMetrics,
        said: &dyn Fn(ProseId) -> Option<String>,
    ) -> Self {
        let Order { lang, found, .. } = order;
        // All of the time axis is printed, and so are all of its rows.
        let mut state = ViewState { of: Some(order.listed), ..order.state.clone() };
        if order.view == View::Timeline {
            (state.from, state.to) = (None, None);
        }
        if order.view != View::Table {
            (state.columns, state.sort) = (None, None);
        }
        // Whatever is printed has its sources.
        let mut columns = state.columns.take().unwrap_or_else(|| order.listed.usual_columns());
        if order.listed.columns().contains(&Column::Sources) && !columns.contains(&Column::Sources) {
            columns.push(Column::Sources);
        }
        state.columns = Some(columns);
        let (width, height) = paper.room_px();
        let drawings = Pictured::of(order.view).map(|pictured| {
            let request = Request {
                pictured,
                lang,
                tint: Tint::White,
                state: &state,
                found,
                has_turning_points_only: false,
                size: Size::Exactly(width, height),
                address: order.address,
            };
            match pictured {
                Pictured::Timeline => timeline_sheets(strategy, &request, metrics),
                Pictured::Budget => vec![svg(strategy, &request, metrics)],
            }
        });
        let filter = Filter::of(&state, found);
        let asked = Asked { state: &state, scope: order.scope, filter: &filter, lang };
        let table = table_rows(strategy, relations, asked, said);
        let about = strategy.about();
        Self {
            paper,
            lang,
            title: table.caption.clone(),
            drawings: drawings.unwrap_or_default(),
            table: rows(&table, order.listed, lang, said),
            sources: format!("{} {}", words::source(about, lang), words::data(about, lang)),
        }
    }
}
