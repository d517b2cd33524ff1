//! What the timeline shows while its window moves: of many marks lane after lane is placed anew, and the others go along.
//!
//! A picture of many marks takes longer to place and to draw than a frame lasts. So a frame places the lanes whose turn it is;
//! what the others show keeps its row and goes where its day goes. Once the window rests, the next frames place the rest:
//! then the picture is the one of [`place`](super::placed::place), whatever led there.

use std::sync::Arc;

use super::{
    hidden::{PlacedStub, STUB_WIDTH_PX, StubPlace},
    lane_events::LaneEvents,
    placed::{Frame, LaneContent, PlacedMark, PlacedTimeline, place_lane},
    scale::TimeScale,
    shape::Shape,
};
use crate::model::strategy::Strategy;

/// So few marks and counts are placed in every frame.
const FEW: usize = 80;
/// In so many frames each lane has its turn.
const FRAMES: usize = 5;

/// What is shown now, and how each lane was placed last.
#[derive(Clone, Debug, PartialEq)]
pub struct Motion {
    scale: TimeScale,
    /// Each lane, with the scale that it was placed for.
    laid: Vec<(Arc<LaneContent>, TimeScale)>,
    /// Whose turn it is.
    next: usize,
    /// What is shown now.
    pub placed: PlacedTimeline,
}

impl Motion {
    /// All lanes placed at once.
    #[must_use]
    pub fn at_rest(lanes: &[LaneEvents], frame: Frame) -> Self {
        let scale = frame.scale;
        let laid: Vec<_> = lanes.iter().map(|lane| (Arc::new(place_lane(lane, frame)), scale)).collect();
        let placed = PlacedTimeline::of(laid.iter().map(|(content, _)| LaneContent::clone(content)));
        Self { scale, laid, next: 0, placed }
    }

    /// The next frame, of the same lanes: in turn, where that is worth it and what is shown has not gone.
    #[must_use]
    pub fn moved(&self, lanes: &[LaneEvents], frame: Frame, strategy: &Strategy) -> Self {
        let is_few = self.placed.marks.len() + self.placed.stubs.len() <= FEW;
        if is_few || !is_near(self.scale, frame.scale) {
            return Self::at_rest(lanes, frame);
        }
        let (count, scale) = (lanes.len(), frame.scale);
        let mut laid = self.laid.clone();
        let in_turn = (0..count).map(|step| (self.next + step) % count);
        let stale = in_turn.filter(|&lane| self.laid[lane].1 != scale).take(count.div_ceil(FRAMES));
        let mut next = self.next;
        for lane in stale {
            laid[lane] = (Arc::new(place_lane(&lanes[lane], frame)), scale);
            next = lane + 1;
        }
        let shown = laid.iter().map(|(content, from)| {
            if *from == scale {
                LaneContent::clone(content)
            } else {
                carried(content, *from, scale, strategy)
            }
        });
        Self { scale, placed: PlacedTimeline::of(shown), laid, next }
    }

    /// Whether every lane is placed for what is shown.
    #[must_use]
    pub fn is_settled(&self) -> bool {
        self.laid.iter().all(|(_, scale)| *scale == self.scale)
    }
}

/// Whether two scales show most of the same.
fn is_near(from: TimeScale, to: TimeScale) -> bool {
    let shared = from.window.end.min(to.window.end) - from.window.start.max(to.window.start);
    from.width_px == to.width_px && shared > from.window.length().max(to.window.length()) / 2.0
}

/// What a lane shows, placed for one scale, on another: what has left the window is not shown, nor a label without room.
fn carried(content: &LaneContent, from: TimeScale, to: TimeScale, strategy: &Strategy) -> LaneContent {
    let mark = |mark: &PlacedMark| {
        let reach = strategy.span(mark.event).reach();
        let is_held = reach.0 < to.window.end && reach.1 > to.window.start;
        is_held.then(|| {
            let shape = Shape::of(&strategy[mark.event], reach, to);
            let label = mark.label.as_ref().and_then(|label| label.carried(mark.shape, shape, to.width_px));
            PlacedMark { shape, label, ..mark.clone() }
        })
    };
    LaneContent {
        lane: content.lane.clone(),
        marks: content.marks.iter().filter_map(mark).collect(),
        stubs: carried_stubs(&content.stubs, from, to),
    }
}

/// Counts keep the day in their middle; those at the edges stay there, and none lies over another.
fn carried_stubs(stubs: &[PlacedStub], from: TimeScale, to: TimeScale) -> Vec<PlacedStub> {
    let is_within = |stub: &&PlacedStub| stub.place == StubPlace::Within;
    let mut carried: Vec<PlacedStub> = stubs.iter().filter(|stub| !is_within(stub)).cloned().collect();
    let is_at = |place| carried.iter().any(|stub| stub.place == place);
    let taken = |is_taken: bool| if is_taken { STUB_WIDTH_PX } else { 0.0 };
    let mut free = taken(is_at(StubPlace::Before));
    let end = to.width_px - taken(is_at(StubPlace::After));
    for stub in stubs.iter().filter(is_within) {
        let x = to.x_from_day(from.day_from_x(stub.x));
        let (left, right) = (x - STUB_WIDTH_PX / 2.0, x + STUB_WIDTH_PX / 2.0);
        if left >= free && right <= end {
            free = right;
            carried.push(PlacedStub { x, ..stub.clone() });
        }
    }
    carried
}
