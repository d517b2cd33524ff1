//! The counts that stand for marks not drawn: a click zooms in on them, widens the window, or opens their lane.

use leptos::prelude::*;

use super::{
    Canvas,
    hidden::{PlacedStub, STUB_WIDTH_PX, StubPlace, window_for},
    parts::{Part, Shown},
    placed::ROW_PX,
    scale::Window,
};
use crate::{
    i18n::messages,
    model::id::{EventId, ThemeId},
    state::{Explorer, command::Command, view_state::Lane},
    ui::{
        drawing::{Drawing, px},
        plain_click::{refresh_href, takes_over},
    },
};

/// Height of a stub.
const STUB_PX: f64 = 20.0;

/// What a stub shows, drawn around its own middle; `anchored_x` is where its group stands.
pub(super) fn shown(stub: &PlacedStub, anchored_x: f64, explorer: Explorer) -> Shown {
    let (count, lang) = (stub.count, explorer.lang());
    let strategy = explorer.strategy;
    let theme = stub.named.first().map(|&first| strategy[first].theme);
    let lane = theme.map_or("", |theme| strategy[theme].short.get(lang));
    Shown {
        transform: format!("translate({} {})", px(stub.x - anchored_x), px(stub.y)),
        picture: draw(stub.place, count, (0.0, 0.0)),
        name: match stub.place {
            StubPlace::Within => messages::stub_within(count, lane, lang),
            StubPlace::Before => messages::stub_before(count, lane, lang),
            StubPlace::After => messages::stub_after(count, lane, lang),
        },
        count: count.to_string(),
        ids: explorer.slugs(&stub.named),
        ..Shown::default()
    }
}

/// A stub, wherever the layout puts it.
#[component]
pub(crate) fn Stub(
    /// The first event that it stands for.
    first: EventId,
    part: Part,
    canvas: Canvas,
) -> impl IntoView {
    let explorer = Explorer::expect_context();
    let theme = explorer.strategy[first].theme;
    let command = move || untrack(|| canvas.stub(first).map(|stub| command_of(&stub, theme, canvas)));
    let href = command().map(|command| explorer.href(&command));
    // Where it leads changes with every move of the window; it is written when it is about to be used.
    let refresh = move |event: &web_sys::Event| {
        if let Some(command) = command() {
            refresh_href(event, explorer, &command);
        }
    };
    let Part { stop, transform, picture, name, count, ids, .. } = part.clone();
    view! {
        <g class=format!("hue-{}", theme.hue()) transform=transform>
            <a
                class="stub"
                href=href
                data-stub=""
                data-count=count
                data-ids=ids
                aria-label=name
                data-stop=stop.print()
                tabindex=move || part.tab_index()
                on:click=move |event| {
                    if takes_over(&event)
                        && !canvas.was_dragged()
                        && let Some(command) = command()
                    {
                        explorer.dispatch(&command);
                    }
                }
                on:pointerdown=move |event| refresh(&event)
                on:keydown=move |event| refresh(&event)
                inner_html=move || picture.get()
            ></a>
        </g>
    }
}

/// The picture of a stub: where it reacts, its outline, its count.
#[must_use]
pub fn picture(stub: &PlacedStub) -> String {
    draw(stub.place, stub.count, (stub.x, stub.y))
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
