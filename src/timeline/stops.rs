//! Where the keyboard can stand on the timeline, and where each key leads from there.

use super::{
    hidden::{PlacedStub, StubPlace},
    placed::{PlacedLane, PlacedMark, PlacedTimeline},
};
use crate::model::id::{EventId, ThemeId};

/// A place for the keyboard.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
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
        Some(Self::Stub(*stub.named.first()?))
    }

    /// How an element says which stop it is.
    #[must_use]
    pub fn print(self) -> String {
        let (kind, place) = match self {
            Self::Toggle(theme) => ("t", theme.0),
            Self::Mark(event) => ("m", event.0),
            Self::Stub(event) => ("s", event.0),
        };
        format!("{kind}{place}")
    }

    /// As [`Stop::print`] writes it.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let place = text.get(1..)?.parse().ok()?;
        Some(match text.as_bytes()[0] {
            b't' => Self::Toggle(ThemeId(place)),
            b'm' => Self::Mark(EventId(place)),
            _ => Self::Stub(EventId(place)),
        })
    }
}

/// What the keyboard can stand on, as it is placed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Standing<'a> {
    /// The link that opens a lane.
    Toggle(&'a PlacedLane),
    /// A mark.
    Mark(&'a PlacedMark),
    /// A stub, with the first event that it stands for.
    Stub(&'a PlacedStub, EventId),
}

impl Standing<'_> {
    /// The stop there.
    #[must_use]
    pub fn stop(self) -> Stop {
        match self {
            Self::Toggle(lane) => Stop::Toggle(lane.theme),
            Self::Mark(mark) => Stop::Mark(mark.event),
            Self::Stub(_, first) => Stop::Stub(first),
        }
    }
}

/// What a lane has of them, by its place: the link that opens it, what lies before the window, the marks in order of
/// time, what is hidden among them, what lies after the window.
#[must_use]
pub fn in_order(placed: &PlacedTimeline, lane: usize) -> Vec<Standing<'_>> {
    let own = placed.lanes.get(lane).filter(|lane| lane.has_toggle);
    let mut all: Vec<_> = own.map(Standing::Toggle).into_iter().collect();
    let add_stubs = |place: StubPlace, all: &mut Vec<_>| {
        for stub in placed.stubs.iter().filter(|stub| stub.lane == lane && stub.place == place) {
            all.extend(stub.named.first().map(|&first| Standing::Stub(stub, first)));
        }
    };
    add_stubs(StubPlace::Before, &mut all);
    all.extend(placed.marks.iter().filter(|mark| mark.lane == lane).map(Standing::Mark));
    add_stubs(StubPlace::Within, &mut all);
    add_stubs(StubPlace::After, &mut all);
    all
}

/// All stops, lane after lane, each lane as [`in_order`] has it.
#[must_use]
pub fn stops(placed: &PlacedTimeline) -> Vec<PlacedStop> {
    let mut stops = Vec::new();
    for lane in 0..placed.lanes.len() {
        for standing in in_order(placed, lane) {
            let x = match standing {
                Standing::Toggle(_) => 0.0,
                Standing::Mark(mark) => mark.shape.centre(),
                Standing::Stub(stub, _) => stub.x,
            };
            stops.push(PlacedStop { stop: standing.stop(), lane, x });
        }
    }
    stops
}

/// Where Tab enters: the stop that had the keyboard last, else the first mark, else whatever there is.
#[must_use]
pub fn entrance(placed: &PlacedTimeline, last: Option<Stop>) -> Option<Stop> {
    let stops = stops(placed);
    let (mut first, mut first_mark) = (None, None);
    for PlacedStop { stop, .. } in stops {
        if last == Some(stop) {
            return last;
        }
        first = first.or(Some(stop));
        if let Stop::Mark(_) = stop {
            first_mark = first_mark.or(Some(stop));
        }
    }
    first_mark.or(first)
}

/// Where a step leads; nothing at either end.
#[must_use]
pub fn step(placed: &PlacedTimeline, from: Stop, step: Step) -> Option<Stop> {
    let stops = stops(placed);
    let place = stops.iter().position(|placed| placed.stop == from)?;
    let here = stops[place];
    let next = match step {
        Step::Next => place + 1,
        Step::Previous => place.checked_sub(1)?,
        Step::First => 0,
        Step::Last => stops.len() - 1,
        Step::Below | Step::Above => {
            // The nearest lane on that side that has any, and in it the nearest in time.
            let mut best: Option<(usize, f64, usize)> = None;
            for (place, other) in stops.iter().enumerate() {
                let is_beside = matches!(other.stop, Stop::Toggle(_));
                let is_on_that_side =
                    if step == Step::Below { other.lane > here.lane } else { other.lane < here.lane };
                if is_beside || !is_on_that_side {
                    continue;
                }
                let away = (other.lane.abs_diff(here.lane), (other.x - here.x).abs());
                if best.is_none_or(|(lanes, px, _)| away.0 < lanes || away.0 == lanes && away.1 < px) {
                    best = Some((away.0, away.1, place));
                }
            }
            best?.2
        }
    };
    Some(stops.get(next)?.stop)
}

/// Where the keyboard goes when what it stood on is laid out anew: to the mark or stub that now holds the event, which
/// `lies` in the lane and at the pixel that it is asked for.
#[must_use]
pub fn after_layout(
    placed: &PlacedTimeline,
    from: Stop,
    lies: impl Fn(EventId) -> (ThemeId, f64),
) -> Option<Stop> {
    if let Stop::Mark(event) | Stop::Stub(event) = from {
        if placed.marks.iter().any(|mark| mark.event == event) {
            return Some(Stop::Mark(event));
        }
        let (theme, x) = lies(event);
        let own =
            |stub: &&PlacedStub| placed.lanes[stub.lane].theme == theme && stub.named.len() < stub.count;
        // Of many a stub names but a few: then it is the nearest one of those.
        let named = placed.stubs.iter().find(|stub| stub.named.contains(&event));
        let away = |stub: &&PlacedStub| (stub.x - x).abs();
        let nearest = || placed.stubs.iter().filter(own).min_by(|a, b| away(a).total_cmp(&away(b)));
        if let Some(stub) = named.or_else(nearest) {
            return Stop::of_stub(stub);
        }
    }
    entrance(placed, Some(from))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stop_is_read_as_it_is_printed() {
        for stop in [Stop::Toggle(ThemeId(0)), Stop::Mark(EventId(12)), Stop::Stub(EventId(7))] {
            assert_eq!(Stop::parse(&stop.print()), Some(stop));
        }
        for junk in ["", "m", "mx", "é"] {
            assert_eq!(Stop::parse(junk), None);
        }
    }
}
