//! The timeline while its window moves: what it shows meanwhile stands where its day is, and a window at rest has one picture.

use std::collections::{BTreeMap, BTreeSet};

use jalons::{
    model::{id::EventId, strategy::Strategy, text::Lang},
    text_metrics::TextMetrics,
    timeline::{
        hidden::STUB_WIDTH_PX,
        lane_events::LaneEvents,
        lanes::lanes,
        motion::Motion,
        placed::{Frame, PlacedMark, PlacedTimeline, place},
        scale::{TimeScale, Window, extent},
        shape::Shape,
    },
};
use proptest::prelude::*;

use super::synthetic;

const WIDTH_PX: f64 = 1_000.0;
/// In so many frames each lane has its turn.
const FRAMES: usize = 5;

struct Setting {
    strategy: Strategy,
    metrics: TextMetrics,
}

impl Setting {
    fn of(events: usize) -> Self {
        Self { strategy: synthetic::events(events), metrics: TextMetrics::cautious() }
    }

    fn lanes(&self) -> Vec<LaneEvents<'_>> {
        lanes(&self.strategy, &[], |_| true)
    }

    fn all(&self) -> Window {
        extent(&self.strategy.events().map(|(id, _)| self.strategy.span(id)).collect::<Vec<_>>())
    }

    /// All of time, and this share of it around its middle.
    fn share(&self, share: f64) -> (Window, Window) {
        let all = self.all();
        (all, all.zoomed(share, all.centre(), all))
    }

    fn frame(&self, window: Window) -> Frame<'_> {
        let scale = TimeScale { window, width_px: WIDTH_PX };
        Frame { scale, lang: Lang::Fr, metrics: &self.metrics, most_rows: 5, counts_beyond: true }
    }

    /// Whatever moves, each mark stands where its day is, within the canvas with its label, and no count on another.
    fn check(&self, placed: &PlacedTimeline, window: Window) {
        for mark in &placed.marks {
            let reach = self.strategy.span(mark.event).reach();
            assert!(reach.0 < window.end && reach.1 > window.start, "it lies in the window");
            assert_eq!(mark.shape, Shape::of(&self.strategy[mark.event], reach, self.frame(window).scale));
            let Some(label) = &mark.label else { continue };
            assert!(label.x >= 0.0 && label.x + label.width <= WIDTH_PX, "{label:?}");
            let (x0, x1) = mark.shape.span();
            let gap = if label.is_flipped { x0 - (label.x + label.width) } else { label.x - x1 };
            assert!(gap <= 6.01, "it stands beside its mark or in it: {label:?} {mark:?}");
        }
        for (place, stub) in placed.stubs.iter().enumerate() {
            for other in placed.stubs[..place].iter().filter(|other| other.lane == stub.lane) {
                assert!((other.x - stub.x).abs() >= STUB_WIDTH_PX - 0.01, "{other:?} {stub:?}");
            }
        }
        let mut seen = BTreeSet::new();
        assert!(placed.marks.iter().all(|mark| seen.insert(mark.event)), "each mark once");
    }
}

/// The row of each mark with a label in its lane: at the edge of the canvas a label finds another place.
fn rows(placed: &PlacedTimeline) -> BTreeMap<EventId, i64> {
    let row = |mark: &PlacedMark| ((mark.y - placed.lanes[mark.lane].y) * 10.0).round() as i64;
    placed.marks.iter().filter(|mark| mark.label.is_some()).map(|mark| (mark.event, row(mark))).collect()
}

#[test]
fn of_many_marks_lane_after_lane_has_its_turn() {
    let setting = Setting::of(5_000);
    let lanes = setting.lanes();
    let (all, mut window) = setting.share(0.4);
    let mut motion = Motion::at_rest(&lanes, setting.frame(window));
    let mut had_turn = BTreeSet::new();
    for _ in 0..FRAMES {
        window = window.panned(20.0, all);
        motion = motion.moved(&lanes, setting.frame(window), &setting.strategy);
        assert!(!motion.is_settled(), "the others are still to come");
        setting.check(&motion.placed, window);
        // A lane that had its turn counts what the window holds.
        let rest = place(&lanes, setting.frame(window)).lanes;
        had_turn.extend((0..rest.len()).filter(|&lane| motion.placed.lanes[lane].count == rest[lane].count));
    }
    assert_eq!(had_turn.len(), lanes.len());
}

#[test]
fn what_is_shown_keeps_its_row_while_the_window_moves() {
    let setting = Setting::of(5_000);
    let lanes = setting.lanes();
    let (all, mut window) = setting.share(0.4);
    let mut motion = Motion::at_rest(&lanes, setting.frame(window));
    for turn in 0..4 * FRAMES {
        let before = rows(&motion.placed);
        window =
            if turn % 2 == 0 { window.panned(20.0, all) } else { window.zoomed(0.97, window.centre(), all) };
        motion = motion.moved(&lanes, setting.frame(window), &setting.strategy);
        let now = rows(&motion.placed);
        let stay: Vec<_> = now.iter().filter(|(event, _)| before.contains_key(event)).collect();
        assert!(stay.len() * 20 >= before.len() * 17, "{} of {} in frame {turn}", stay.len(), before.len());
        // But for a label that no longer has room in its bar, or at the edge.
        let moved = stay.iter().filter(|&&(event, row)| before[event] != *row).count();
        assert!(moved * 30 <= before.len(), "{moved} of {} in frame {turn}", before.len());
    }
}

#[test]
fn a_window_that_rests_has_its_picture_after_a_few_frames() {
    let setting = Setting::of(5_000);
    let lanes = setting.lanes();
    let (all, start) = setting.share(0.4);
    let window = start.zoomed(0.9, start.start, all);
    let mut motion = Motion::at_rest(&lanes, setting.frame(start));
    let mut frames = 0;
    while !motion.is_settled() || frames == 0 {
        motion = motion.moved(&lanes, setting.frame(window), &setting.strategy);
        frames += 1;
        assert!(frames <= 1 + FRAMES, "one that moves, and a turn of each lane");
    }
    assert_eq!(motion.placed, place(&lanes, setting.frame(window)));
    let again = motion.moved(&lanes, setting.frame(window), &setting.strategy);
    assert_eq!(again, motion, "then nothing changes");
}

#[test]
fn few_marks_another_width_and_a_leap_are_placed_at_once() {
    let many = Setting::of(5_000);
    let (all, near) = many.share(0.2);
    let lanes = many.lanes();
    let motion = Motion::at_rest(&lanes, many.frame(near));
    let leap = many.frame(near.panned(near.length() * 0.6, all));
    let mut wider = many.frame(near);
    wider.scale.width_px += 100.0;
    for frame in [leap, wider] {
        let moved = motion.moved(&lanes, frame, &many.strategy);
        assert!(moved.is_settled());
        assert_eq!(moved.placed, place(&lanes, frame));
    }

    let few = Setting::of(40);
    let (all, start) = few.share(0.5);
    let lanes = few.lanes();
    let frame = few.frame(start.panned(30.0, all));
    let moved = Motion::at_rest(&lanes, few.frame(start)).moved(&lanes, frame, &few.strategy);
    assert_eq!(moved, Motion::at_rest(&lanes, frame));
}

#[test]
fn no_lanes_at_all_are_no_trouble() {
    let setting = Setting::of(0);
    let frame = setting.frame(Window { start: 0.0, end: 100.0 });
    let motion = Motion::at_rest(&[], frame);
    let moved = motion.moved(&[], setting.frame(Window { start: 1.0, end: 101.0 }), &setting.strategy);
    assert!(moved.is_settled() && moved.placed.lanes.is_empty());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn whatever_the_way_the_picture_at_rest_is_the_same(
        moves in prop::collection::vec((0.8_f64..1.25, 0.0_f64..1.0, -200.0_f64..200.0), 1..12),
    ) {
        let setting = Setting::of(3_000);
        let lanes = setting.lanes();
        let (all, mut window) = setting.share(0.3);
        let mut motion = Motion::at_rest(&lanes, setting.frame(window));
        for (factor, place, days) in moves {
            let at = window.start + place * window.length();
            window = window.zoomed(factor, at, all).panned(days, all);
            motion = motion.moved(&lanes, setting.frame(window), &setting.strategy);
            setting.check(&motion.placed, window);
        }
        for _ in 0..FRAMES {
            motion = motion.moved(&lanes, setting.frame(window), &setting.strategy);
        }
        prop_assert!(motion.is_settled());
        prop_assert_eq!(motion.placed, place(&lanes, setting.frame(window)));
    }
}
