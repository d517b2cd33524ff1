//! The timeline: events in lanes on a time axis, or as a list by year where there is no room for an axis.

pub mod axis;
pub mod canvas;
pub mod gestures;
pub mod hidden;
pub mod interval_index;
pub mod lane_events;
pub mod lanes;
pub mod legend;
pub mod list;
pub mod marks;
pub mod motion;
pub mod overview;
pub mod parts;
pub mod placed;
pub mod projects;
pub mod scale;
pub mod shape;
pub mod stops;
pub mod stubs;
pub mod ticks;
pub mod time_window;
pub mod toolbar;

use leptos::{html, prelude::*};

pub use self::canvas::Canvas;
use self::{
    axis::{AXIS_PX, around},
    legend::Legend,
    list::EventList,
    overview::Overview,
    parts::DrawnParts,
    projects::ProjectGroup,
    time_window::TimeWindow,
    toolbar::Toolbar,
};
use crate::{
    i18n::messages::messages,
    state::{Explorer, view_state::View},
    ui::{drawing::px, element_width::use_element_width},
};

/// Narrower than this, the timeline is a list.
const LEAST_CANVAS_PX: f64 = 640.0;
/// The width that is assumed before it can be measured.
const INITIAL_PX: f64 = 872.0;

/// The view of the events.
#[component]
pub fn TimelineView(
    /// Draws what stands below the axis or below the list, [`Below`], as soon as it can.
    below: impl Fn(Option<Canvas>) -> Option<AnyView> + Copy + Send + 'static,
    /// Says what the filter keeps, to be put behind the period, as soon as it can.
    criteria: fn() -> String,
) -> impl IntoView {
    let explorer = Explorer::expect_context();
    let room = NodeRef::<html::Div>::new();
    let width = use_element_width(room, INITIAL_PX);
    let time = TimeWindow::new(explorer);
    let is_list = Memo::new(move |_| width.get() < LEAST_CANVAS_PX);
    let picture = move || {
        if is_list.get() {
            view! { <EventList time /> <div class="below is-list">{move || below(None)}</div> }.into_any()
        } else {
            let canvas = Canvas::new(explorer, time, width);
            let below = move || below(Some(canvas));
            view! { <TimelineCanvas canvas /> <div class="below">{below}</div> }.into_any()
        }
    };
    view! {
        <section class="timeline" data-view=View::Timeline.as_str() aria-label=messages(explorer.lang()).timeline()>
            <Toolbar time is_list criteria />
            <div class="timeline-room" node_ref=room>
                {picture}
            </div>
        </section>
    }
}

/// What stands below the axis: the projects, the strip of all there is, and what the shapes mean; below a list, the
/// projects alone.
#[component]
pub fn Below(
    /// The timeline it belongs to, if it has an axis.
    canvas: Option<Canvas>,
) -> impl IntoView {
    let around = canvas.map(|canvas| view! { <Overview canvas /> <Legend /> });
    view! { <ProjectGroup canvas /> {around} }
}

/// The axis with its lanes and marks.
#[component]
fn TimelineCanvas(canvas: Canvas) -> impl IntoView {
    let explorer = Explorer::expect_context();
    let name = move |lane: usize| {
        let markup = move || around(canvas, explorer, |around| around.name(lane));
        view! { <g aria-hidden="true" inner_html=markup></g> }
    };
    let names = (0..explorer.strategy.themes().count()).map(name).collect_view();
    view! {
        <svg
            class="timeline-canvas"
            // A drawing that listens for the keyboard is a tab stop by itself in some engines; its parts have one.
            tabindex="-1"
            role="group"
            aria-label=messages(explorer.lang()).timeline()
            aria-describedby="shown timeline-keys"
            height=move || px(AXIS_PX + canvas.height())
            // A room that is a little narrower or wider than what was laid out for it, as a written page may find it.
            viewBox=move || format!("0 0 {} {}", px(canvas.width()), px(AXIS_PX + canvas.height()))
            preserveAspectRatio="none"
            on:pointerdown=move |event| canvas.on_pointer_down(&event)
            on:pointermove=move |event| canvas.on_pointer_move(&event)
            on:pointerup=move |event| canvas.on_pointer_up(&event)
            on:pointercancel=move |event| canvas.on_pointer_up(&event)
            on:wheel=move |event| canvas.on_wheel(&event)
            on:keydown=move |event| canvas.on_key(&event)
            on:click=move |event| canvas.on_click(&event)
            on:focusin=move |event| canvas.on_focus(&event)
            on:focusout=move |_| canvas.on_blur()
        >
            <g transform=move || format!("translate({} 0)", px(canvas.lane_column()))>
                // In pieces: few moves of the window change what the lanes are called.
                <g aria-hidden="true" inner_html=move || around(canvas, explorer, |around| around.grid())></g>
                <g aria-hidden="true" inner_html=move || around(canvas, explorer, |around| around.doubts())></g>
                {names}
                <g
                    transform=move || format!("translate({} {})", px(canvas.anchored_x()), px(AXIS_PX))
                    class="marks"
                >
                    <DrawnParts canvas />
                </g>
                <g aria-hidden="true" inner_html=move || around(canvas, explorer, |around| around.axis())></g>
            </g>
        </svg>
        <p id="timeline-keys" class="visually-hidden">{messages(explorer.lang()).timeline_keys()}</p>
    }
}
