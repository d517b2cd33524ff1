//! The counts that stand for marks not drawn: a click zooms in on them, widens the window, or opens their lane.

use super::{
    Canvas,
    hidden::{PlacedStub, STUB_WIDTH_PX, StubPlace, window_for},
    placed::ROW_PX,
    scale::Window,
};
use crate::{
    i18n::messages,
    model::{id::ThemeId, strategy::Strategy, text::Lang},
    state::{command::Command, view_state::Lane},
    ui::drawing::Drawing,
};

/// Height of a stub.
const STUB_PX: f64 = 20.0;

/// A stub as it is drawn around its own middle.
#[must_use]
pub fn by_itself(stub: &PlacedStub) -> PlacedStub {
    PlacedStub { lane: 0, x: 0.0, y: 0.0, anchors: (0.0, 0.0), ..stub.clone() }
}

/// How a screen reader names a stub.
#[must_use]
pub fn name(stub: &PlacedStub, strategy: &Strategy, lang: Lang) -> String {
    let theme = stub.named.first().map(|&first| strategy[first].theme);
    let lane = theme.map_or("", |theme| strategy[theme].short.get(lang));
    match stub.place {
        StubPlace::Within => messages::stub_within(stub.count, lane, lang),
        StubPlace::Before => messages::stub_before(stub.count, lane, lang),
        StubPlace::After => messages::stub_after(stub.count, lane, lang),
    }
}

/// The picture of a stub: where it reacts, its outline, its count.
#[must_use]
pub fn picture(stub: &PlacedStub) -> String {
    let &PlacedStub { place, count, x, y, .. } = stub;
    // More digits have no room; the name has them all.
    let number = if count < 10_000 { count.to_string() } else { format!("{}k", count / 1_000) };
    let text = match place {
        StubPlace::Within => format!("+{number}"),
        StubPlace::Before => format!("‹ {number}"),
        StubPlace::After => format!("{number} ›"),
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
