//! The counts that stand for marks not drawn: a click zooms in on them, widens the window, or opens their lane.

use leptos::prelude::*;

use super::{
    Canvas,
    placed::{PlacedStub, ROW_PX, STUB_WIDTH_PX, StubPlace, window_for},
    scale::Window,
    stops::Stop,
};
use crate::{
    i18n::messages,
    model::id::ThemeId,
    state::{Explorer, command::Command, view_state::Lane},
    ui::{
        drawing::{Drawing, px},
        plain_click::takes_over,
    },
};

/// Of more events than this a stub names the first: the page would carry all names of a large strategy at every move.
const MOST_NAMED: usize = 20;

/// Height of a stub.
const STUB_PX: f64 = 20.0;

/// All stubs.
pub(crate) fn stubs(canvas: Canvas, explorer: Explorer) -> impl IntoView {
    let placed = canvas.placed.read();
    placed.stubs.iter().map(|stub| draw(stub, placed.lanes[stub.lane].theme, canvas, explorer)).collect_view()
}

fn draw(stub: &PlacedStub, theme: ThemeId, canvas: Canvas, explorer: Explorer) -> impl IntoView + use<> {
    let lang = explorer.lang();
    let lane = explorer.strategy[theme].short.get(lang);
    let count = stub.events.len();
    let name = match stub.place {
        StubPlace::Within => messages::stub_within(count, lane, lang),
        StubPlace::Before => messages::stub_before(count, lane, lang),
        StubPlace::After => messages::stub_after(count, lane, lang),
    };
    let ids = explorer.slugs(&stub.events[..count.min(MOST_NAMED)]);
    let stop = Stop::of_stub(stub);
    let command = command_of(stub, theme, canvas);
    let href = explorer.href(&command);
    let on_click = move |event| {
        if takes_over(&event) && !canvas.was_dragged() {
            explorer.dispatch(&command);
        }
    };
    view! {
        <g class=format!("hue-{}", theme.hue()) transform=format!("translate({} 0)", px(stub.x))>
            <a
                class="stub"
                href=href
                data-stub=""
                data-count=count.to_string()
                data-ids=ids
                aria-label=name
                data-stop=stop.map(Stop::print)
                tabindex=move || canvas.tab_index(stop)
                on:click=on_click
                // Drawn around its middle, so that a move of the window draws only counts that change.
                inner_html=picture(stub, 0.0)
            ></a>
        </g>
    }
}

/// The picture of a stub with its middle at `x`: where it reacts, its outline, its count.
#[must_use]
pub fn picture(stub: &PlacedStub, x: f64) -> String {
    let count = stub.events.len();
    let text = match stub.place {
        StubPlace::Within => format!("+{count}"),
        StubPlace::Before => format!("‹ {count}"),
        StubPlace::After => format!("{count} ›"),
    };
    let left = x - STUB_WIDTH_PX / 2.0;
    Drawing::new()
        .rect("hit", (left, stub.y - ROW_PX / 2.0, STUB_WIDTH_PX, ROW_PX), 0.0)
        .rect("pill", (left, stub.y - STUB_PX / 2.0, STUB_WIDTH_PX, STUB_PX), STUB_PX / 2.0)
        .centred_text("", x, stub.y + 4.5, &text)
        .into_markup()
}

/// What a click on a stub does.
fn command_of(stub: &PlacedStub, theme: ThemeId, canvas: Canvas) -> Command {
    let window = canvas.time.get();
    match stub.place {
        StubPlace::Within => match window_for(stub.anchors, window, canvas.time.extent()) {
            Some(closer) => canvas.time.command_to(closer),
            None => Command::ToggleLane(Lane::Theme(theme)),
        },
        StubPlace::Before | StubPlace::After => {
            let (first, last) = (stub.anchors.0.min(window.start), stub.anchors.1.max(window.end));
            let margin = (last - first) * 0.02;
            let start = if first < window.start { first - margin } else { window.start };
            let end = if last > window.end { last + margin } else { window.end };
            canvas.time.command_to(Window { start, end })
        }
    }
}
