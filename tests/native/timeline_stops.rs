//! Where the keyboard can stand on the timeline of the embedded data, and where each key leads.

use jalons::{
    data::package,
    model::{
        date::Day,
        id::{EventId, ThemeId},
        text::Lang,
    },
    text_metrics::TextMetrics,
    timeline::{
        hidden::{PlacedStub, StubPlace},
        lanes::lanes,
        placed::{Frame, PlacedTimeline, place},
        scale::{TimeScale, Window},
        stops::{Step, Stop, after_layout, entrance, step, stops},
    },
};

fn window(first: (i32, u8, u8), last: (i32, u8, u8)) -> Window {
    let day = |(year, month, day)| f64::from(Day::from_civil(year, month, day).0);
    Window { start: day(first), end: day(last) }
}

fn placed(window: Window, is_shown: impl Fn(EventId) -> bool) -> PlacedTimeline {
    let metrics = TextMetrics::cautious();
    let frame = Frame {
        scale: TimeScale { window, width_px: 740.0 },
        lang: Lang::Fr,
        metrics: &metrics,
        most_rows: 5,
        counts_beyond: true,
    };
    place(&lanes(package::core(), &[], is_shown), frame)
}

fn note_years() -> PlacedTimeline {
    placed(window((2021, 1, 1), (2022, 8, 1)), |_| true)
}

/// Every stop that a key reaches from the first one, in turn.
fn walk(placed: &PlacedTimeline, from: Stop, asked: Step) -> Vec<Stop> {
    let mut walked = vec![from];
    while let Some(next) = step(placed, *walked.last().expect("begun"), asked) {
        assert!(walked.len() < 500, "the walk ends");
        walked.push(next);
    }
    walked
}

#[test]
fn the_right_arrow_walks_every_mark_stub_and_toggle_once_and_the_left_one_back() {
    let placed = note_years();
    let all: Vec<Stop> = stops(&placed).iter().map(|placed| placed.stop).collect();
    let toggles = placed.lanes.iter().filter(|lane| lane.has_toggle).count();
    assert_eq!(all.len(), placed.marks.len() + placed.stubs.len() + toggles);
    assert_eq!(walk(&placed, all[0], Step::Next), all);
    let mut back = walk(&placed, all[all.len() - 1], Step::Previous);
    back.reverse();
    assert_eq!(back, all);
}

#[test]
fn home_and_end_lead_to_the_first_and_the_last() {
    let placed = note_years();
    let all = stops(&placed);
    let middle = all[all.len() / 2].stop;
    assert_eq!(step(&placed, middle, Step::First), all.first().map(|placed| placed.stop));
    assert_eq!(step(&placed, middle, Step::Last), all.last().map(|placed| placed.stop));
}

#[test]
fn up_and_down_change_the_lane_and_stay_near_in_time() {
    let placed = note_years();
    for from in stops(&placed) {
        if let Some(below) = step(&placed, from.stop, Step::Below) {
            let to = stops(&placed).into_iter().find(|placed| placed.stop == below).expect("a stop");
            assert_eq!(to.lane, from.lane + 1, "every lane of these years has marks");
            assert!(!matches!(to.stop, Stop::Toggle(_)), "a toggle is beside the lane, not in it");
        } else {
            assert_eq!(from.lane, placed.lanes.len() - 1);
        }
    }
}

#[test]
fn tab_enters_at_the_first_mark_and_comes_back_to_where_it_was() {
    let placed = note_years();
    let first = Stop::Mark(placed.marks[0].event);
    assert_eq!(entrance(&placed, None), Some(first));
    let last = Stop::Mark(placed.marks.last().expect("marks").event);
    assert_eq!(entrance(&placed, Some(last)), Some(last));
}

/// The lane of an event, at its left.
fn at_the_left(event: EventId) -> (ThemeId, f64) {
    (package::core()[event].theme, 0.0)
}

#[test]
fn a_mark_that_leaves_the_window_hands_the_keyboard_to_the_stub_that_counts_it() {
    let before = note_years();
    let after = placed(window((2030, 1, 1), (2031, 1, 1)), |_| true);
    for mark in &before.marks {
        let to =
            after_layout(&after, Stop::Mark(mark.event), at_the_left).expect("there is somewhere to stand");
        let is_here = after
            .stubs
            .iter()
            .any(|stub| stub.named.contains(&mark.event) && Stop::of_stub(stub) == Some(to));
        assert!(is_here || to == Stop::Mark(mark.event), "{to:?}");
    }
}

#[test]
fn what_the_filter_leaves_out_hands_the_keyboard_to_what_is_left() {
    let kept = EventId(3);
    let placed = placed(window((2000, 1, 1), (2040, 1, 1)), |id| id == kept);
    assert_eq!(after_layout(&placed, Stop::Mark(EventId(1)), at_the_left), Some(Stop::Mark(kept)));
}

#[test]
fn an_empty_timeline_has_no_stop() {
    let placed = placed(window((2021, 1, 1), (2022, 1, 1)), |_| false);
    assert_eq!(entrance(&placed, Some(Stop::Mark(EventId(0)))), None);
    assert_eq!(after_layout(&placed, Stop::Mark(EventId(0)), at_the_left), None);
}

/// Of many a count names a few: who stood on another one of them stands on the count that is nearest.
#[test]
fn of_many_the_keyboard_goes_to_the_nearest_count() {
    let note = placed(window((2021, 1, 1), (2022, 8, 1)), |_| true);
    let theme = note.lanes[0].theme;
    let stub = |x: f64, first: usize| PlacedStub {
        place: StubPlace::Within,
        lane: 0,
        x,
        y: 0.0,
        count: 500,
        named: vec![EventId::from(first)],
        anchors: (0.0, 1.0),
    };
    let many = PlacedTimeline { marks: Vec::new(), stubs: vec![stub(100.0, 1), stub(300.0, 2)], ..note };
    let stand = |x: f64| after_layout(&many, Stop::Mark(EventId(9)), |_| (theme, x));
    assert_eq!(stand(120.0), Some(Stop::Stub(EventId(1))));
    assert_eq!(stand(290.0), Some(Stop::Stub(EventId(2))));
}
