//! Where each mark and label of the timeline goes: by importance first, so that what matters keeps its label.
//!
//! A label that would collide with another or leave the canvas flips to the left of its mark, then drops to
//! another row, then the mark is counted in a stub. Nothing is lost: every event of the window is in a mark
//! or in a stub, and what lies beyond the window is counted at its edge.

use super::{
    hidden::{Hidden, PlacedStub, StubPlace},
    lane_events::LaneEvents,
    scale::TimeScale,
    shape::Shape,
};
use crate::{
    model::{
        date::Day,
        event::Event,
        id::{EventId, ThemeId},
        order::sorted,
        text::Lang,
    },
    text_metrics::{TextMetrics, Weight},
};

/// Height of a row, and so of the smallest target.
pub const ROW_PX: f64 = 24.0;
/// Free space above and below the rows of a lane.
pub const LANE_PADDING_PX: f64 = 8.0;
/// What the name of a lane and its count need; and the same with a line to open it.
pub const LANE_NAME_PX: (f64, f64) = (54.0, 76.0);
/// Font size of labels.
pub const LABEL_SIZE_PX: f64 = 13.0;
/// The middle of the first row of a lane.
const FIRST_ROW_Y: f64 = LANE_PADDING_PX + ROW_PX / 2.0;
/// Space between a mark and its label.
const LABEL_GAP_PX: f64 = 6.0;
/// Space kept free between two marks of a row.
const MARK_GAP_PX: f64 = 8.0;

/// What the timeline is laid out for.
#[derive(Clone, Copy)]
pub struct Frame<'a> {
    /// Days to pixels, without the column of lane names.
    pub scale: TimeScale,
    /// Language of the labels.
    pub lang: Lang,
    /// Widths of texts.
    pub metrics: &'a TextMetrics,
    /// The most rows a lane has.
    pub most_rows: usize,
    /// Whether events beyond the window are counted at its edges.
    pub counts_beyond: bool,
}

/// A label beside or inside its mark.
#[derive(Clone, Debug, PartialEq)]
pub struct PlacedLabel {
    /// Left end.
    pub x: f64,
    /// Width reserved for it.
    pub width: f64,
    /// The text.
    pub text: String,
    /// Whether it ends at its right, beside the mark, rather than begins at its left.
    pub is_flipped: bool,
}

/// A mark.
#[derive(Clone, Debug, PartialEq)]
pub struct PlacedMark {
    /// The event.
    pub event: EventId,
    /// The lane, by place.
    pub lane: usize,
    /// Its place among all events of its lane.
    pub place: usize,
    /// Its place among those that lie in the window, from 1.
    pub position: usize,
    /// The middle, in pixels from the top.
    pub y: f64,
    /// Its shape.
    pub shape: Shape,
    /// Whether it had happened at the note's date: filled; else hollow.
    pub is_filled: bool,
    /// Whether it is a turning point.
    pub is_major: bool,
    /// Its label; none only in an opened lane, for a text longer than the canvas.
    pub label: Option<PlacedLabel>,
}

impl PlacedMark {
    /// The mark with each of its places along the axis, in pixels, put elsewhere.
    #[must_use]
    pub fn with_x(mut self, put: impl Fn(f64) -> f64) -> Self {
        match &mut self.shape {
            Shape::Point { x, doubt, .. } => {
                *x = put(*x);
                *doubt = doubt.map(|(from, to)| (put(from), put(to)));
            }
            Shape::Bar { x0, x1, .. } => {
                *x0 = put(*x0);
                *x1 = put(*x1);
            }
        }
        if let Some(label) = &mut self.label {
            label.x = put(label.x);
        }
        self
    }
}

/// A lane.
#[derive(Clone, Debug, PartialEq)]
pub struct PlacedLane {
    /// The theme.
    pub theme: ThemeId,
    /// Its top.
    pub y: f64,
    /// Its height.
    pub height: f64,
    /// How many events of the window it has, hidden ones included.
    pub count: usize,
    /// Whether it is open or could be, to show marks that are hidden for want of room.
    pub has_toggle: bool,
}

/// The whole timeline, placed.
#[derive(Clone, Debug, PartialEq)]
pub struct PlacedTimeline {
    /// Its lanes, from top to bottom.
    pub lanes: Vec<PlacedLane>,
    /// Its marks, by lane and then in order of time: the order of the keyboard.
    pub marks: Vec<PlacedMark>,
    /// What stands for hidden marks.
    pub stubs: Vec<PlacedStub>,
    /// The height of all lanes together.
    pub height: f64,
}

impl PlacedTimeline {
    /// Lanes one below the other.
    #[must_use]
    pub fn of(lanes: impl IntoIterator<Item = LaneContent>) -> Self {
        let mut all = Self { lanes: Vec::new(), marks: Vec::new(), stubs: Vec::new(), height: 0.0 };
        for (index, LaneContent { lane, marks, stubs }) in lanes.into_iter().enumerate() {
            let y = all.height;
            all.marks.extend(marks.into_iter().map(|mark| PlacedMark { lane: index, y: y + mark.y, ..mark }));
            all.stubs.extend(stubs.into_iter().map(|stub| PlacedStub { lane: index, y: y + stub.y, ..stub }));
            all.height += lane.height;
            all.lanes.push(PlacedLane { y, ..lane });
        }
        all
    }
}

/// One lane by itself: the first and at the top.
#[derive(Clone, Debug, PartialEq)]
pub struct LaneContent {
    /// The lane.
    pub lane: PlacedLane,
    /// Its marks, in order of time.
    pub marks: Vec<PlacedMark>,
    /// What stands for its hidden marks.
    pub stubs: Vec<PlacedStub>,
}

/// Places every event of every lane.
#[must_use]
pub fn place(lanes: &[LaneEvents], frame: Frame) -> PlacedTimeline {
    PlacedTimeline::of(lanes.iter().map(|lane| place_lane(lane, frame, &[])))
}

/// After so many of a lane that found no room the others of the same importance are not tried: it is full but for odd gaps.
const MOST_REFUSED: usize = 300;

/// Places every event of one lane; marks that are `shown` already keep their places where they can.
#[must_use]
pub fn place_lane(lane: &LaneEvents, frame: Frame, shown: &[PlacedMark]) -> LaneContent {
    let held = lane.index.held(frame.scale.window);
    let count = held.count();
    // There are never more rows taken than events: one more is always free.
    let most_rows = if lane.is_open { count } else { frame.most_rows.min(count) }.max(1);
    let mut taken = Taken { rows: Vec::new(), marks: Vec::new() };
    for mark in sorted(shown, |a, b| b.is_major.cmp(&a.is_major)) {
        let row = ((mark.y - FIRST_ROW_Y) / ROW_PX).round() as usize;
        let span = mark.label.as_ref().map(|label| label.span(mark.shape));
        if let Some(span) = span.filter(|span| row < most_rows && is_free(&taken.rows, row, *span)) {
            taken.add(row, span, PlacedMark { position: held.before(mark.place) + 1, ..mark });
        }
    }
    let kept = taken.marks.len();
    // By importance: what matters more does not take the tries of what matters less.
    let mut refused = [0; Event::RANKS];
    lane.in_turn(&held, |rank, place| {
        let (id, event) = lane.events[place];
        if taken.marks[..kept].iter().any(|mark| mark.event == id) {
            return true;
        }
        let shape = Shape::of(event, lane.index.reach(place), frame.scale);
        let Some((row, label, span)) = room(event, shape, &taken.rows, most_rows, lane.is_open, frame) else {
            refused[rank] += 1;
            return refused[rank] < MOST_REFUSED || lane.is_open;
        };
        taken.add(
            row,
            span,
            PlacedMark {
                event: id,
                lane: 0,
                place,
                position: held.before(place) + 1,
                y: FIRST_ROW_Y + row as f64 * ROW_PX,
                shape,
                is_filled: event.had_happened(),
                is_major: event.is_turning_point(),
                label,
            },
        );
        true
    });
    let Taken { rows, marks } = taken;
    let marks = sorted(&marks, |a, b| a.place.cmp(&b.place));
    let drawn: Vec<usize> = marks.iter().map(|mark| mark.place).collect();
    let stub_y = FIRST_ROW_Y + rows.len() as f64 * ROW_PX;
    let stubs =
        Hidden { lane, held: &held, drawn: &drawn, scale: frame.scale, y: stub_y }.stubs(frame.counts_beyond);

    let row_count = rows.len().max(1) + usize::from(!stubs.is_empty() && !rows.is_empty());
    let can_open = lane.is_open || stubs.iter().any(|stub| stub.place == StubPlace::Within);
    let least = if can_open { LANE_NAME_PX.1 } else { LANE_NAME_PX.0 };
    let height = (row_count as f64 * ROW_PX + 2.0 * LANE_PADDING_PX).max(least);
    LaneContent {
        lane: PlacedLane { theme: lane.theme, y: 0.0, height, count, has_toggle: can_open },
        marks,
        stubs,
    }
}

/// The first row with room for an event and its label, the label, and what they take of the row; nothing if no row has.
fn room(
    event: &Event,
    shape: Shape,
    rows: &[Row],
    most_rows: usize,
    is_open: bool,
    frame: Frame,
) -> Option<(usize, Option<PlacedLabel>, (f64, f64))> {
    // Where not even the mark has room, no label need be measured: of many events most end here.
    let has_room = |row: &usize| is_free(rows, *row, shape.span());
    let labelled = (0..most_rows).find(has_room).and_then(|first| {
        let candidates = label_candidates(event, shape, frame);
        (first..most_rows).filter(has_room).find_map(|row| {
            candidates.iter().find_map(|candidate| {
                let span = candidate.span(shape);
                is_free(rows, row, span).then(|| (row, Some(candidate.clone()), span))
            })
        })
    });
    // In an opened lane even a text wider than the canvas keeps its mark; its name is said, not drawn.
    let bare = || (0..=rows.len()).find(has_room).map(|row| (row, None, shape.span()));
    labelled.or_else(|| is_open.then(bare).flatten())
}

/// The marks placed so far, and what they take of each row.
struct Taken {
    rows: Vec<Row>,
    marks: Vec<PlacedMark>,
}

impl Taken {
    fn add(&mut self, row: usize, span: (f64, f64), mark: PlacedMark) {
        if self.rows.len() <= row {
            self.rows.resize_with(row + 1, Row::default);
        }
        self.rows[row].take(span);
        self.marks.push(mark);
    }
}

/// Whether a row has room for a span; one that nothing was put into yet has.
fn is_free(rows: &[Row], row: usize, span: (f64, f64)) -> bool {
    rows.get(row).is_none_or(|taken| taken.is_free(span))
}

/// Spans already taken in a row, from left to right; none covers any of another.
#[derive(Default)]
struct Row {
    taken: Vec<(f64, f64)>,
}

impl Row {
    /// The first span that ends right of where `span` may begin.
    fn next(&self, span: (f64, f64)) -> usize {
        self.taken.partition_point(|taken| taken.1 + MARK_GAP_PX <= span.0)
    }

    fn is_free(&self, span: (f64, f64)) -> bool {
        self.taken.get(self.next(span)).is_none_or(|taken| span.1 + MARK_GAP_PX <= taken.0)
    }

    /// Takes a span that is free.
    fn take(&mut self, span: (f64, f64)) {
        self.taken.insert(self.next(span), span);
    }
}

impl PlacedLabel {
    /// The span of the label and its mark together.
    fn span(&self, shape: Shape) -> (f64, f64) {
        let (x0, x1) = shape.span();
        // A stretch of doubt may be crossed by other labels; only the mark itself may not.
        (x0.min(self.x), x1.max(self.x + self.width))
    }

    /// Which of its places it has at a mark of this shape.
    fn side(&self, shape: Shape) -> Side {
        match () {
            () if self.is_flipped => Side::Left,
            () if self.x < shape.span().1 => Side::Inside,
            () => Side::Right,
        }
    }

    /// The label, with its mark now of another shape; nothing if it has no room on a canvas so wide.
    #[must_use]
    pub fn carried(&self, from: Shape, to: Shape, width_px: f64) -> Option<Self> {
        let x = self.side(from).x(to, self.width)?;
        (x >= 0.0 && x + self.width <= width_px).then(|| Self { x, ..self.clone() })
    }
}

/// Where a label is, seen from its mark.
#[derive(Clone, Copy)]
enum Side {
    /// In a bar.
    Inside,
    /// Right of the mark.
    Right,
    /// Left of the mark, where it ends.
    Left,
}

impl Side {
    /// The left end of a label so wide, at a mark of this shape; nothing where that is no bar wide enough to hold it.
    fn x(self, shape: Shape, width: f64) -> Option<f64> {
        let (x0, x1) = shape.span();
        match self {
            Self::Inside => {
                let has_room =
                    matches!(shape, Shape::Bar { .. }) && x1 - x0 >= width + 2.0 * LABEL_GAP_PX + 8.0;
                has_room.then_some(x0 + LABEL_GAP_PX + 4.0)
            }
            Self::Right => Some(x1 + LABEL_GAP_PX),
            Self::Left => Some(x0 - LABEL_GAP_PX - width),
        }
    }
}

/// The places a label may take, best first: inside a bar that is wide enough, at the right, at the left.
fn label_candidates(event: &Event, shape: Shape, frame: Frame) -> Vec<PlacedLabel> {
    let text = event.title.get(frame.lang);
    let weight = if event.is_turning_point() { Weight::Bold } else { Weight::Regular };
    let width = frame.metrics.width_px(text, weight, LABEL_SIZE_PX);
    let label = |side: Side| {
        let x = side.x(shape, width)?;
        let is_flipped = matches!(side, Side::Left);
        Some(PlacedLabel { x, width, text: text.to_owned(), is_flipped })
    };
    let inside = label(Side::Inside);
    let right = label(Side::Right).filter(|label| label.x + width <= frame.scale.width_px);
    let left = label(Side::Left).filter(|label| label.x >= 0.0);
    inside.into_iter().chain(right).chain(left).collect()
}

/// The day of the note, where "after" begins: the first day that was still to come.
#[must_use]
pub fn first_day_after(note: Day) -> f64 {
    f64::from(note.0) + 1.0
}
