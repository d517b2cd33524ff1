//! The counts that stand for marks not drawn: a click zooms in on them, widens the window, or opens their lane.

use leptos::{prelude::*, svg};

use super::{
    Canvas,
    hidden::{PlacedStub, STUB_WIDTH_PX, StubPlace, window_for},
    parts::{Content, tab_index},
    placed::ROW_PX,
    scale::Window,
    stops::Stop,
};
use crate::{
    i18n::messages,
    model::id::ThemeId,
    state::{Explorer, command::Command, view_state::Lane},
    ui::drawing::Drawing,
};

/// Height of a stub.
const STUB_PX: f64 = 20.0;

/// A stub as it is drawn around its own middle.
#[must_use]
pub fn by_itself(stub: &PlacedStub) -> PlacedStub {
    PlacedStub { lane: 0, x: 0.0, y: 0.0, anchors: (0.0, 0.0), ..stub.clone() }
}

/// The link of a stub.
pub(super) fn link(
    stub: &PlacedStub,
    content: &Content,
    href: Option<String>,
    explorer: Explorer,
) -> impl IntoView + use<> {
    let (strategy, lang) = (explorer.strategy, explorer.lang());
    let theme = stub.named.first().map(|&first| strategy[first].theme);
    let lane = theme.map_or("", |theme| strategy[theme].short.get(lang));
    let name = match stub.place {
        StubPlace::Within => messages::stub_within(stub.count, lane, lang),
        StubPlace::Before => messages::stub_before(stub.count, lane, lang),
        StubPlace::After => messages::stub_after(stub.count, lane, lang),
    };
    svg::a()
        .class("stub")
        .attr("href", href)
        .attr("data-stub", "")
        .attr("data-count", stub.count.to_string())
        .attr("data-ids", explorer.slugs(&stub.named))
        .attr("data-stop", Stop::of_stub(stub).map(Stop::print))
        .attr("tabindex", tab_index(content.is_entrance))
        .attr("aria-label", name)
        .inner_html(picture(stub))
}

/// The picture of a stub: where it reacts, its outline, its count.
#[must_use]
pub fn picture(stub: &PlacedStub) -> String {
    let &PlacedStub { place, count, x, y, .. } = stub;
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

/// What a click on a stub does, in the lane of this theme.
pub(super) fn command_of(stub: &PlacedStub, theme: ThemeId, canvas: Canvas) -> Command {
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
