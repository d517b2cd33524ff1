//! The view as a drawing, on a screen or on sheets of paper.

use leptos::prelude::*;

use super::selection::listed;
use crate::{
    export::{Pictured, Request, Size, Tint, svg},
    model::relations::Relations,
    sheets::{Paper, Sheets, of_view::Order},
    state::{
        Explorer,
        detail::Said,
        query::print,
        view_state::{Scheme, ViewState},
    },
    ui::page_address::public_address,
};

/// How wide a picture is, in pixels of the page.
const WIDTH_PX: f64 = 1_000.0;

/// What the picture is of; nothing for a view that is words and separate charts.
#[must_use]
pub fn pictured(explorer: Explorer) -> Option<Pictured> {
    Pictured::of(explorer.view())
}

/// The view as an SVG file of its own; nothing for a view without a picture. The same state gives the same text.
#[must_use]
pub fn drawn(explorer: Explorer) -> Option<String> {
    let state = explorer.state().get_untracked();
    let found = explorer.found().get_untracked();
    let page = public_address(explorer);
    let full = ViewState { is_embedded: false, ..state.clone() };
    let address = format!("{page}#{}", print(&full, explorer.known()));
    let request = Request {
        pictured: pictured(explorer)?,
        lang: explorer.lang(),
        // A file has no system to follow.
        tint: if state.scheme == Some(Scheme::Dark) { Tint::Dark } else { Tint::Light },
        state: &state,
        found: found.as_ref(),
        has_turning_points_only: false,
        size: Size::OfWidth(WIDTH_PX),
        address: (!page.is_empty()).then_some(address.as_str()),
    };
    Some(svg(explorer.known(), &request, explorer.metrics()))
}

/// The view on sheets of paper; nothing before all data are there. The same state gives the same sheets.
#[must_use]
pub fn on_paper(explorer: Explorer, paper: Paper) -> Option<Sheets> {
    let whole = explorer.whole()?;
    let state = explorer.state().get_untracked();
    let found = explorer.found().get_untracked();
    let page = public_address(explorer);
    let order = Order {
        view: explorer.view(),
        listed: listed(&state, explorer.view()),
        state: &state,
        scope: explorer.scope(),
        found: found.as_ref(),
        lang: explorer.lang(),
        address: (!page.is_empty()).then_some(page.as_str()),
    };
    let said = |text| match explorer.said(text) {
        Said::Text(text) => Some(text),
        _ => None,
    };
    Some(Sheets::of(whole, Relations::of_whole(whole), order, paper, explorer.metrics(), &said))
}
