//! The picture of a view at the widths that a written page offers: a style sheet shows the one that fits.

use leptos::prelude::*;

use crate::{
    budget::{BudgetView, beside::Cards},
    indicators::IndicatorsView,
    later::BESIDE,
    state::{Explorer, view_state::View},
    story::illustrated::Illustrated,
    table::TableView,
    timeline::{TimelineView, legend::Legend},
    trends::TrendsView,
    ui::element_width::ExpectedWidth,
};

/// What a view is drawn for: a class that shows it where it fits, and the width of its room in pixels.
///
/// The room beside an open record is 872 px wide in a window of 1280 px, and 720 px wide without one at 768 px.
const WIDTHS: [(&str, f64); 3] = [("at-wide", 872.0), ("at-middle", 720.0), ("at-narrow", 358.0)];

/// A view, once for each width; a table needs no widths. An explorer must have been provided.
pub(super) fn pictures(view: View) -> String {
    match view {
        View::Table => view! { <TableView /> }.to_html(),
        View::Trends => view! { <TrendsView /> }.to_html(),
        View::Story => match Explorer::expect_context().whole() {
            Some(strategy) => view! { <Illustrated strategy beside=BESIDE /> }.to_html(),
            None => String::new(),
        },
        view => {
            let pictures: String =
                WIDTHS.into_iter().map(|(class, width)| picture(view, class, width)).collect();
            if view == View::Budget { pictures + &beside() } else { pictures }
        }
    }
}

/// What stands beside the maps of all budgets: as wide as there is room, so once for every width.
fn beside() -> String {
    let explorer = Explorer::expect_context();
    let Some(strategy) = explorer.whole() else { return String::new() };
    strategy.scopes().map(|(scope, _)| view! { <Cards strategy scope /> }.to_html()).collect()
}

fn picture(view: View, class: &'static str, width: f64) -> String {
    let html = Owner::new().with(|| {
        provide_context(ExpectedWidth(width));
        match view {
            View::Budget => view! { <BudgetView /> }.into_any(),
            View::Indicators => view! { <IndicatorsView /> }.into_any(),
            View::Timeline | View::Table | View::Story | View::Trends => view! {
                <TimelineView below=|canvas| canvas.map(|_| view! { <Legend /> }.into_any()) criteria=String::new />
            }
            .into_any(),
        }
        .to_html()
    });
    format!("<div class=\"{class}\">{}</div>", own_ids(&html, class))
}

/// The ids of a picture and what refers to them, made its own: a page holds each id once.
fn own_ids(html: &str, class: &str) -> String {
    let both = |id: &str, before: &str, after: &str| {
        (format!("{before}{id}{after}"), format!("{before}{id}-{class}{after}"))
    };
    let places = [
        both("shown", "id=\"", "\""),
        both("shown", "aria-describedby=\"", " "),
        both("timeline-keys", "id=\"", "\""),
        both("timeline-keys", " ", "\""),
        both("treemap-keys", "id=\"", "\""),
        both("treemap-keys", " ", "\""),
        both("course-keys", "id=\"", "\""),
        both("course-keys", "aria-describedby=\"", "\""),
        both("hatch", "id=\"", "\""),
        both("hatch", "url(#", ")"),
    ];
    places.iter().fold(html.to_owned(), |html, (from, to)| html.replace(from, to))
}
