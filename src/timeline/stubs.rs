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
    model::id::{EventId, ThemeId},
    state::{Explorer, command::Command, view_state::Lane},
    ui::{
        drawing::{Drawing, px},
        plain_click::takes_over,
    },
};

/// Of more events than this a stub names the first few: the page would carry all names of a large strategy.
const MOST_NAMED: usize = 100;
/// How many those are.
const FEW_NAMED: usize = 20;

/// Height of a stub.
const STUB_PX: f64 = 20.0;

/// Those that are named of events that are not drawn: all, or of many the first few.
#[must_use]
pub(super) fn named(events: &[EventId]) -> &[EventId] {
    if events.len() > MOST_NAMED { &events[..FEW_NAMED] } else { events }
}

/// What is drawn and said of a stub.
#[derive(Clone, Debug, PartialEq)]
pub struct StubFace {
    place: StubPlace,
    x: f64,
    y: f64,
    count: usize,
    /// The first of its events.
    named: Vec<EventId>,
    anchors: (f64, f64),
}

impl StubFace {
    /// That of a stub.
    #[must_use]
    pub fn of(stub: &PlacedStub) -> Self {
        let PlacedStub { place, x, y, ref events, anchors, .. } = *stub;
        Self { place, x, y, count: events.len(), named: named(events).to_vec(), anchors }
    }
}

/// A stub, wherever the layout puts it.
#[component]
pub(crate) fn Stub(
    /// The first event that it stands for.
    first: EventId,
    canvas: Canvas,
) -> impl IntoView {
    let explorer = Explorer::expect_context();
    let lang = explorer.lang();
    let theme = explorer.strategy[first].theme;
    let lane = explorer.strategy[theme].short.get(lang);
    let stop = Some(Stop::Stub(first));
    let placed = Memo::new(move |_| canvas.stub(first));
    let with = move |say: &dyn Fn(&StubFace) -> String| {
        placed.with(|placed| placed.as_ref().map(say).unwrap_or_default())
    };
    let name = move |stub: &StubFace| match stub.place {
        StubPlace::Within => messages::stub_within(stub.count, lane, lang),
        StubPlace::Before => messages::stub_before(stub.count, lane, lang),
        StubPlace::After => messages::stub_after(stub.count, lane, lang),
    };
    let on_click = move |event| {
        if takes_over(&event)
            && !canvas.was_dragged()
            && let Some(stub) = placed.get_untracked()
        {
            explorer.dispatch(&untrack(|| command_of(&stub, theme, canvas)));
        }
    };
    view! {
        <g
            class=format!("hue-{}", theme.hue())
            transform=move || with(&|stub| format!("translate({} 0)", px(stub.x - canvas.anchored_x())))
        >
            <a
                class="stub"
                href=move || with(&|stub| explorer.href(&command_of(stub, theme, canvas)))
                data-stub=""
                data-count=move || with(&|stub| stub.count.to_string())
                data-ids=move || with(&|stub| explorer.slugs(&stub.named))
                aria-label=move || with(&name)
                data-stop=stop.map(Stop::print)
                tabindex=move || canvas.tab_index(stop)
                on:click=on_click
                // Drawn around its middle, so that a move of the window draws only counts that change.
                inner_html=move || with(&|stub| draw(stub.place, stub.count, (0.0, stub.y)))
            ></a>
        </g>
    }
}

/// The picture of a stub: where it reacts, its outline, its count.
#[must_use]
pub fn picture(stub: &PlacedStub) -> String {
    draw(stub.place, stub.events.len(), (stub.x, stub.y))
}

fn draw(place: StubPlace, count: usize, (x, y): (f64, f64)) -> String {
    let text = match place {
        StubPlace::Within => format!("+{count}"),
        StubPlace::Before => format!("‹ {count}"),
        StubPlace::After => format!("{count} ›"),
    };
    let left = x - STUB_WIDTH_PX / 2.0;
    Drawing::new()
        .rect("hit", (left, y - ROW_PX / 2.0, STUB_WIDTH_PX, ROW_PX), 0.0)
        .rect("pill", (left, y - STUB_PX / 2.0, STUB_WIDTH_PX, STUB_PX), STUB_PX / 2.0)
        .centred_text("", x, y + 4.5, &text)
        .into_markup()
}

/// What a click on a stub does.
fn command_of(stub: &StubFace, theme: ThemeId, canvas: Canvas) -> Command {
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
