//! The ground of the timeline: ticks, lanes and their names, the note's date and what lies after it.

use leptos::prelude::*;

use super::{
    Canvas,
    glyph::glyph,
    placed::{PlacedLane, ROW_PX, first_day_after},
    ticks::ticks,
};
use crate::{
    i18n::{
        format::short_date,
        messages::{self, messages},
    },
    model::date::Date,
    state::{Explorer, command::Command},
    text_metrics::Weight,
    ui::{
        plain_click::takes_over,
        svg_path::{PathData, px},
    },
};

/// Height of the axis: a row for the note's date, a row for the ticks.
pub const AXIS_PX: f64 = 48.0;
/// Middle of the row of the note's date.
const PILL_Y: f64 = 12.0;
/// Baseline of the labels of the ticks.
const TICK_Y: f64 = 40.0;
/// Font size on the axis.
const TICK_SIZE_PX: f64 = 12.0;
/// Radius of the shape beside a lane's name.
const LANE_GLYPH_PX: f64 = 5.0;

/// The tinted ground after the note's date, the grid, the separators and names of the lanes: below the marks.
pub(crate) fn ground(canvas: Canvas) -> impl IntoView {
    let explorer = Explorer::expect_context();
    let scale = canvas.scale();
    let height = AXIS_PX + canvas.height();
    let after = scale.x_from_day(first_day_after(explorer.reference_day())).clamp(0.0, scale.width_px);
    let (mut months, mut years) = (PathData::new(), PathData::new());
    for tick in ticks(scale, explorer.lang()) {
        let path = if tick.is_year { &mut years } else { &mut months };
        *path = std::mem::take(path).move_to(tick.x, AXIS_PX).down_by(height - AXIS_PX);
    }
    let mut separators = PathData::new();
    let names = canvas.placed.with(|placed| {
        for lane in &placed.lanes {
            let y = AXIS_PX + lane.y + lane.height;
            separators =
                std::mem::take(&mut separators).move_to(-canvas.lane_column(), y).across_to(scale.width_px);
        }
        let names =
            placed.lanes.iter().map(|lane| lane_name(canvas, explorer, lane, placed.has_hidden(lane.theme)));
        names.collect_view()
    });
    view! {
        <rect
            class="after"
            x=px(after)
            y=px(AXIS_PX)
            width=px(scale.width_px - after)
            height=px(height - AXIS_PX)
            aria-hidden="true"
        />
        <path class="grid" d=months.into_text() aria-hidden="true" />
        <path class="grid is-year" d=years.into_text() aria-hidden="true" />
        <path class="separator" d=separators.into_text() aria-hidden="true" />
        {names}
    }
}

/// The names of the ticks and the note's date with its rule: above the marks.
pub(crate) fn axis(canvas: Canvas) -> impl IntoView {
    let explorer = Explorer::expect_context();
    let metrics = explorer.metrics();
    let scale = canvas.scale();
    let labels = ticks(scale, explorer.lang())
        .into_iter()
        // A label that would be cut at the right edge is left out; its line stays.
        .filter(|tick| {
            tick.x + 5.0 + metrics.width_px(&tick.label, Weight::Bold, TICK_SIZE_PX) <= scale.width_px
        })
        .map(|tick| {
            let class = if tick.is_year { "tick is-year" } else { "tick" };
            view! { <text class=class x=px(tick.x + 5.0) y=px(TICK_Y)>{tick.label}</text> }
        })
        .collect_view();
    let day = first_day_after(explorer.reference_day());
    let note = (scale.window.start..=scale.window.end).contains(&day).then(|| {
        let x = scale.x_from_day(day);
        let text = note_label(explorer);
        let width = metrics.width_px(&text, Weight::Bold, TICK_SIZE_PX) + 20.0;
        let left = (x - width / 2.0).clamp(0.0, (scale.width_px - width).max(0.0));
        let rule = PathData::new().move_to(x, PILL_Y).down_by(AXIS_PX + canvas.height() - PILL_Y);
        view! {
            <g class="note-rule">
                <path d=rule.into_text() />
                <rect x=px(left) y=px(PILL_Y - 11.0) width=px(width) height="22" rx="11" />
                <text x=px(left + width / 2.0) y=px(PILL_Y + 4.2) text-anchor="middle">{text}</text>
            </g>
        }
    });
    view! { <g class="axis" aria-hidden="true">{labels}{note}</g> }
}

fn note_label(explorer: Explorer) -> String {
    let date = Date::from_day(explorer.reference_day());
    format!("{} · {}", messages(explorer.lang()).note, short_date(date, explorer.lang()))
}

/// The name of a lane with its count; a lane with hidden marks can be opened.
fn lane_name(
    canvas: Canvas,
    explorer: Explorer,
    lane: &PlacedLane,
    has_hidden: bool,
) -> impl IntoView + use<> {
    let lang = explorer.lang();
    let theme = lane.theme;
    let short = explorer.strategy[theme].short.get(lang);
    let (left, top) = (-canvas.lane_column(), AXIS_PX + lane.y);
    let is_open = explorer.state().with(|state| state.lanes.contains(&theme));
    let toggle = (is_open || has_hidden).then(|| {
        let command = Command::ToggleLane(theme);
        let text = if is_open { messages(lang).lane_close } else { messages(lang).lane_open };
        let href = explorer.href(&command);
        let on_click = move |event| {
            if takes_over(&event) {
                explorer.dispatch(&command);
            }
        };
        view! {
            // The group tells the macro that the link is one of SVG.
            <g>
                <a class="lane-toggle" href=href aria-label=format!("{text}, {short}") on:click=on_click>
                    <rect
                        class="hit"
                        x=px(left)
                        y=px(top + 47.0)
                        width=px(canvas.lane_column() - 12.0)
                        height=px(ROW_PX)
                    />
                    <text x=px(left) y=px(top + 62.0)>{text}</text>
                </a>
            </g>
        }
    });
    view! {
        <g class=format!("lane-name hue-{}", theme.index())>
            <path class="point" d=glyph(theme, left + 6.0, top + 19.0, LANE_GLYPH_PX) />
            <text class="lane-title" x=px(left + 18.0) y=px(top + 24.0)>{short}</text>
            <text class="lane-count" x=px(left) y=px(top + 41.0)>{messages::milestones(lane.count, lang)}</text>
            {toggle}
        </g>
    }
}
