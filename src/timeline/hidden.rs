//! Where the counts go that stand for events without a mark: those without room, and those beyond the window.

use super::{
    interval_index::Held,
    lane_events::LaneEvents,
    scale::{SHORTEST_WINDOW_DAYS, TimeScale, Window, anchor},
    shape::Shape,
};
use crate::model::{id::EventId, order::sorted, within::Within as _};

/// Width of a stub.
pub const STUB_WIDTH_PX: f64 = 44.0;
/// From the middle of a stub to that of the next, at least.
const SLOT_PX: f64 = STUB_WIDTH_PX + 8.0;
/// So many hidden events of a lane are counted where they are.
const FEW_HIDDEN: usize = 200;
/// Of more events than this a stub names the first few: the page would carry all names of a large strategy.
const MOST_NAMED: usize = 100;
/// How many those are.
const FEW_NAMED: usize = 20;

/// Which events a stub stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StubPlace {
    /// Hidden for want of room.
    Within,
    /// Before the window.
    Before,
    /// After the window.
    After,
}

/// A count that stands for hidden marks.
#[derive(Clone, Debug, PartialEq)]
pub struct PlacedStub {
    /// Where the hidden events are.
    pub place: StubPlace,
    /// The lane, by place.
    pub lane: usize,
    /// Its middle.
    pub x: f64,
    /// Its middle.
    pub y: f64,
    /// How many events are hidden.
    pub count: usize,
    /// Those of them that are named, from left to right: all, or of many the first few.
    pub named: Vec<EventId>,
    /// From where to where they are placed, in days since 1 January 1970: what a window has to hold to show them. Of those
    /// beyond an edge one bound is that edge.
    pub anchors: (f64, f64),
}

/// How many of so many hidden events are named.
#[must_use]
pub fn most_named(count: usize) -> usize {
    if count > MOST_NAMED { FEW_NAMED } else { count }
}

/// What of a lane is not drawn.
pub struct Hidden<'a> {
    /// The lane.
    pub lane: &'a LaneEvents<'a>,
    /// What the window holds of it.
    pub held: &'a Held,
    /// The places of what is drawn, in order.
    pub drawn: &'a [usize],
    /// From days to pixels.
    pub scale: TimeScale,
    /// The middle of the row of the stubs.
    pub y: f64,
}

impl Hidden<'_> {
    /// The counts, those at the edges first if events `beyond` the window are counted: neighbours share one, so that none
    /// lies over another.
    #[must_use]
    pub fn stubs(&self, beyond: bool) -> Vec<PlacedStub> {
        let Held { straddling, begun } = self.held;
        let all = self.lane.events.len();
        let mut stubs = Vec::new();
        if beyond {
            let mut ended = (0..begun.start).filter(|place| straddling.binary_search(place).is_err());
            // From the first of them on; what goes on in the window is none of them.
            let first = ended.clone().next().map_or(0.0, |place| self.lane.index.reach(place).0);
            let anchors = (first, self.scale.window.start);
            let before = begun.start - straddling.len();
            stubs.extend(self.stub(StubPlace::Before, STUB_WIDTH_PX / 2.0, before, &mut ended, anchors));
            let right = self.scale.width_px - STUB_WIDTH_PX / 2.0;
            let anchors = (self.scale.window.end, self.anchor(all.saturating_sub(1)));
            stubs.extend(self.stub(StubPlace::After, right, all - begun.end, &mut (begun.end..all), anchors));
        }
        let is_at = |place| stubs.iter().any(|stub: &PlacedStub| stub.place == place);
        let room = self.room(is_at(StubPlace::Before), is_at(StubPlace::After));
        let hidden = self.held.count() - self.drawn.len();
        stubs.extend(if hidden <= FEW_HIDDEN { self.where_they_are(room) } else { self.by_stretch(room) });
        stubs
    }

    /// A stub for `count` events, whose places are those in order; none for none.
    fn stub(
        &self,
        place: StubPlace,
        x: f64,
        count: usize,
        places: &mut dyn Iterator<Item = usize>,
        anchors: (f64, f64),
    ) -> Option<PlacedStub> {
        let named = places.take(most_named(count)).map(|place| self.lane.events[place].0).collect();
        (count > 0).then_some(PlacedStub { place, lane: 0, x, y: self.y, count, named, anchors })
    }

    /// The instant that an event is placed by.
    fn anchor(&self, place: usize) -> f64 {
        self.lane.events.get(place).map_or(0.0, |(_, event)| anchor(event.date.span()))
    }

    /// The places of what the window holds and the lane does not draw.
    fn hidden(&self, places: impl Iterator<Item = usize>) -> impl Iterator<Item = usize> {
        places.filter(|place| self.drawn.binary_search(place).is_err())
    }

    /// Where the middle of a stub may be, beside those at the edges.
    fn room(&self, has_before: bool, has_after: bool) -> (f64, f64) {
        let least = STUB_WIDTH_PX / 2.0 + if has_before { SLOT_PX } else { 0.0 };
        let most = self.scale.width_px - STUB_WIDTH_PX / 2.0 - if has_after { SLOT_PX } else { 0.0 };
        (least, most.max(least))
    }

    /// Few: each stub where the first of its events is.
    fn where_they_are(&self, (least, most): (f64, f64)) -> Vec<PlacedStub> {
        let x = |place: usize| {
            let shape = Shape::of(self.lane.events[place].1, self.lane.index.reach(place), self.scale);
            shape.centre().within(least, most)
        };
        let hidden: Vec<(f64, usize)> =
            self.hidden(self.held.places()).map(|place| (x(place), place)).collect();
        let hidden = sorted(&hidden, |a, b| a.0.total_cmp(&b.0));
        let mut stubs = Vec::new();
        let mut rest = hidden.as_slice();
        while let Some(&(x, _)) = rest.first() {
            let (own, others) = rest.split_at(rest.partition_point(|(other, _)| other - x < SLOT_PX));
            rest = others;
            let places = || own.iter().map(|&(_, place)| place);
            let anchors = places()
                .map(|place| self.anchor(place))
                .fold((f64::INFINITY, f64::NEG_INFINITY), |(first, last), instant| {
                    (first.min(instant), last.max(instant))
                });
            stubs.extend(self.stub(StubPlace::Within, x, own.len(), &mut places(), anchors));
        }
        stubs
    }

    /// Many: each stub counts what begins in a stretch of time, which keeps its bounds while the window moves.
    fn by_stretch(&self, (least, most): (f64, f64)) -> Vec<PlacedStub> {
        let middle = self.scale.anchored_x() + SLOT_PX / 2.0;
        let first = ((least - middle) / SLOT_PX).ceil();
        let count = (((most - middle) / SLOT_PX).floor() - first).max(0.0) as usize + 1;
        let Held { straddling, begun } = self.held;
        let mut stubs = Vec::new();
        let mut from = begun.start;
        for stretch in 0..count {
            let x = middle + (first + stretch as f64) * SLOT_PX;
            let end = self.scale.day_from_x(x + SLOT_PX / 2.0);
            let is_last = stretch + 1 == count;
            let to = if is_last { begun.end } else { self.lane.index.begun_by(from..begun.end, end) };
            // What had begun before the window is counted at its left.
            let earlier: &[usize] = if stretch == 0 { straddling } else { &[] };
            let own = from..to;
            let drawn = |place: &&usize| own.contains(place) || earlier.binary_search(place).is_ok();
            let hidden = earlier.len() + own.len() - self.drawn.iter().filter(drawn).count();
            let begins = |place: usize| self.lane.index.reach(place).0.max(self.scale.window.start);
            let anchors = match (earlier.is_empty(), own.is_empty()) {
                (true, false) => (begins(from), begins(to - 1)),
                (false, false) => (self.scale.window.start, begins(to - 1)),
                (_, true) => (self.scale.window.start, self.scale.window.start),
            };
            let mut places = self.hidden(earlier.iter().copied().chain(own.clone()));
            // Where not even one has room it is put where it would be.
            stubs.extend(self.stub(StubPlace::Within, x.within(least, most), hidden, &mut places, anchors));
            from = to;
        }
        stubs
    }
}

/// The window that shows events placed from `first` to `last`, or `None` if zooming cannot part them.
#[must_use]
pub fn window_for((first, last): (f64, f64), current: Window, extent: Window) -> Option<Window> {
    let length = ((last - first) * 1.6).max(current.length() / 3.0);
    if length > current.length() * 0.8 || current.length() <= SHORTEST_WINDOW_DAYS * 1.5 {
        return None;
    }
    let start = f64::midpoint(first, last) - length / 2.0;
    Some(Window { start, end: start + length }.kept_in(extent))
}
