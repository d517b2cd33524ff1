//! The view as a picture.

use leptos::prelude::*;

use crate::{
    export::{Pictured, Request, Size, Tint, svg},
    state::{
        Explorer,
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
