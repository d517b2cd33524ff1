//! Where the keyboard can stand on the timeline, and where each key leads from there.

use super::placed::{PlacedStub, PlacedTimeline, StubPlace};
use crate::model::id::{EventId, ThemeId};

/// A place for the keyboard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stop {
    /// The link that opens a lane.
    Toggle(ThemeId),
    /// The mark of an event.
    Mark(EventId),
    /// A stub, by the first event it stands for.
    Stub(EventId),
}

/// A stop with where it is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PlacedStop {
    /// The stop.
    pub stop: Stop,
    /// Its lane, by place.
    pub lane: usize,
    /// Its middle, right of the lane names.
    pub x: f64,
}

/// What a key asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// The next stop, in time and then from lane to lane.
    Next,
    /// The one before.
    Previous,
    /// The nearest one in the next lane below that has any.
    Below,
    /// The nearest one in the next lane above that has any.
    Above,
    /// The first of all.
    First,
    /// The last of all.
    Last,
}

impl Step {
    /// What a key asks for, by its name.
    #[must_use]
    pub fn of_key(key: &str) -> Option<Self> {
        Some(match key {
            "ArrowRight" => Self::Next,
            "ArrowLeft" => Self::Previous,
            "ArrowDown" => Self::Below,
            "ArrowUp" => Self::Above,
            "Home" => Self::First,
            "End" => Self::Last,
            _ => return None,
        })
    }
}

impl Stop {
    /// The stop of a stub.
    #[must_use]
    pub fn of_stub(stub: &PlacedStub) -> Option<Self> {
        stub.events.first().map(|&event| Self::Stub(event))
    }
}

/// All stops, lane after lane: the link that opens the lane, what lies before the window, the marks in order of
/// time, what is hidden among them, what lies after the window.
#[must_use]
pub fn stops(placed: &PlacedTimeline) -> Vec<PlacedStop> {
    let mut stops = Vec::new();
    for (lane, placed_lane) in placed.lanes.iter().enumerate() {
        let mut add = |stop: Option<Stop>, x: f64| stops.extend(stop.map(|stop| PlacedStop { stop, lane, x }));
        add(placed_lane.has_toggle.then_some(Stop::Toggle(placed_lane.theme)), 0.0);
        let stubs = placed.stubs.iter().filter(|stub| stub.lane == lane);
        let (before, others): (Vec<_>, Vec<_>) = stubs.partition(|stub| stub.place == StubPlace::Before);
        let (within, after): (Vec<_>, Vec<_>) =
            others.into_iter().partition(|stub| stub.place == StubPlace::Within);
        before.iter().for_each(|stub| add(Stop::of_stub(stub), stub.x));
        for mark in placed.marks.iter().filter(|mark| mark.lane == lane) {
            add(Some(Stop::Mark(mark.event)), mark.shape.centre());
        }
        within.iter().chain(&after).for_each(|stub| add(Stop::of_stub(stub), stub.x));
    }
    stops
}

/// Where Tab enters: the stop that had the keyboard last, else the first mark, else whatever there is.
#[must_use]
pub fn entrance(placed: &PlacedTimeline, last: Option<Stop>) -> Option<Stop> {
    let stops = stops(placed);
    let is_mark = |placed: &&PlacedStop| matches!(placed.stop, Stop::Mark(_));
    let last = last.filter(|last| stops.iter().any(|placed| placed.stop == *last));
    last.or_else(|| Some(stops.iter().find(is_mark).or(stops.first())?.stop))
}

/// Where a step leads; nothing at either end.
#[must_use]
pub fn step(placed: &PlacedTimeline, from: Stop, step: Step) -> Option<Stop> {
    let stops = stops(placed);
    let place = stops.iter().position(|placed| placed.stop == from)?;
    let here = stops[place];
    let in_lane = |lane: usize| {
        let marks = stops.iter().filter(|placed| placed.lane == lane);
        let reachable = marks.filter(|placed| !matches!(placed.stop, Stop::Toggle(_)));
        reachable.min_by(|a, b| (a.x - here.x).abs().total_cmp(&(b.x - here.x).abs()))
    };
    let next = match step {
        Step::Next => stops.get(place + 1),
        Step::Previous => stops.get(place.checked_sub(1)?),
        Step::Below => (here.lane + 1..placed.lanes.len()).find_map(in_lane),
        Step::Above => (0..here.lane).rev().find_map(in_lane),
        Step::First => stops.first(),
        Step::Last => stops.last(),
    };
    next.map(|placed| placed.stop)
}

/// Where the keyboard goes when what it stood on is laid out anew: to the mark or stub that now holds the event.
#[must_use]
pub fn after_layout(placed: &PlacedTimeline, from: Stop) -> Option<Stop> {
    let event = match from {
        Stop::Mark(event) | Stop::Stub(event) => Some(event),
        Stop::Toggle(_) => None,
    };
    let mark = placed.marks.iter().find(|mark| Some(mark.event) == event).map(|mark| Stop::Mark(mark.event));
    let holds = |stub: &&PlacedStub| event.is_some_and(|event| stub.events.contains(&event));
    mark.or_else(|| placed.stubs.iter().find(holds).and_then(Stop::of_stub))
        .or_else(|| entrance(placed, Some(from)))
}
