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
    lanes: Vec<Lane>,
    /// Whose turn it is.
    next: usize,
    /// What is shown now.
    pub placed: PlacedTimeline,
}

/// A lane as it was placed last.
#[derive(Clone, Debug, PartialEq)]
struct Lane {
    content: Arc<LaneContent>,
    /// For which scale.
    scale: TimeScale,
    /// Whether what had been shown before kept its place.
    is_moving: bool,
}

impl Motion {
    /// All lanes placed at once.
    #[must_use]
    pub fn at_rest(lanes: &[LaneEvents], frame: Frame) -> Self {
        let lane = |lane| Lane::placed(lane, frame, &[]);
        Self::of(lanes.iter().map(lane).collect(), frame.scale, 0, |lane| LaneContent::clone(&lane.content))
    }

    /// The next frame, of the same lanes: in turn, where that is worth it and what is shown has not gone.
    ///
    /// While the window moves, what is shown keeps its row: it moves in one way only.
    #[must_use]
    pub fn moved(&self, lanes: &[LaneEvents], frame: Frame, strategy: &Strategy) -> Self {
        let is_few = self.placed.marks.len() + self.placed.stubs.len() <= FEW;
        if is_few || !is_near(self.scale, frame.scale) {
            return Self::at_rest(lanes, frame);
        }
        let (count, scale) = (lanes.len(), frame.scale);
        let is_moving = scale != self.scale;
        let shown = |lane: &Lane| carried(&lane.content, lane.scale, scale, strategy);
        let mut now = self.lanes.clone();
        let mut next = self.next;
        let in_turn = (0..count).map(|step| (self.next + step) % count);
        for lane in in_turn.filter(|&lane| !self.lanes[lane].rests_at(scale)).take(count.div_ceil(FRAMES)) {
            let kept = if is_moving { shown(&self.lanes[lane]).marks } else { Vec::new() };
            now[lane] = Lane::placed(&lanes[lane], frame, &kept);
            next = lane + 1;
        }
        Self::of(now, scale, next, shown)
    }

    fn of(lanes: Vec<Lane>, scale: TimeScale, next: usize, shown: impl Fn(&Lane) -> LaneContent) -> Self {
        let placed = PlacedTimeline::of(lanes.iter().map(shown));
        Self { scale, lanes, next, placed }
    }

    /// Whether every lane is placed for what is shown: nothing is to come while the window rests.
    #[must_use]
    pub fn is_settled(&self) -> bool {
        self.lanes.iter().all(|lane| lane.rests_at(self.scale))
    }
}

impl Lane {
    fn placed(lane: &LaneEvents, frame: Frame, shown: &[PlacedMark]) -> Self {
        let content = Arc::new(place_lane(lane, frame, shown));
        Self { content, scale: frame.scale, is_moving: !shown.is_empty() }
    }

    fn rests_at(&self, scale: TimeScale) -> bool {
        self.scale == scale && !self.is_moving
    }
}

/// Whether two scales show most of the same.
fn is_near(from: TimeScale, to: TimeScale) -> bool {
    let shared = from.window.end.min(to.window.end) - from.window.start.max(to.window.start);
    from.width_px == to.width_px && shared > from.window.length().max(to.window.length()) / 2.0
}

/// What a lane shows, placed for one scale, on another: what has left the window is not shown, nor a label without room.
fn carried(content: &LaneContent, from: TimeScale, to: TimeScale, strategy: &Strategy) -> LaneContent {
    if from == to {
        return content.clone();
    }
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
