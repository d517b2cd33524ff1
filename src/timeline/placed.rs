//! Where each mark and label of the timeline goes: by importance first, so that what matters keeps its label.
//!
//! A label that would collide with another or leave the canvas flips to the left of its mark, then drops to
//! another row, then the mark is counted in a stub. Nothing is lost: every event of the window is in a mark
//! or in a stub, and what lies beyond the window is counted at its edge.

use super::scale::{TimeScale, Window, anchor};
use crate::{
    model::{
        date::{Bound, Day, Edtf, Precision},
        event::{Event, Status},
        id::{EventId, ThemeId},
        order::sorted,
        text::Lang,
        within::Within as _,
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
/// Space between a mark and its label.
const LABEL_GAP_PX: f64 = 6.0;
/// Space kept free between two marks of a row.
const MARK_GAP_PX: f64 = 8.0;
/// Radius of a point by importance 1, 2, 3.
const RADII_PX: [f64; 3] = [5.0, 6.0, 7.5];
/// The least width of a bar, so that it can be seen and hit.
const SHORTEST_BAR_PX: f64 = 12.0;
/// Length of the arrow that stands for an end that is not known.
const ARROW_PX: f64 = 30.0;
/// Width of a stub.
pub const STUB_WIDTH_PX: f64 = 44.0;

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

/// How an end of a bar is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edge {
    /// Known to the day.
    Sharp,
    /// Known to the month or year only.
    Soft,
    /// Approximate or uncertain.
    Dashed,
    /// Open: goes on, or is not known.
    Arrow,
    /// Goes on beyond the window.
    Cut,
}

/// The shape of a mark.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Shape {
    /// Something that happened at one date.
    Point {
        /// Its middle.
        x: f64,
        /// Its radius.
        radius: f64,
        /// The stretch it may lie in, if it is not known to the day.
        doubt: Option<(f64, f64)>,
        /// Whether the date is approximate or uncertain.
        is_dashed: bool,
    },
    /// A period.
    Bar {
        /// Left end.
        x0: f64,
        /// Right end.
        x1: f64,
        /// How the left end is drawn.
        start: Edge,
        /// How the right end is drawn.
        end: Edge,
    },
}

impl Shape {
    /// The left and right ends of what is drawn.
    #[must_use]
    pub fn span(self) -> (f64, f64) {
        match self {
            Self::Point { x, radius, .. } => (x - radius, x + radius),
            Self::Bar { x0, x1, .. } => (x0, x1),
        }
    }

    /// The middle of what is drawn.
    #[must_use]
    pub fn centre(self) -> f64 {
        let (x0, x1) = self.span();
        f64::midpoint(x0, x1)
    }
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
    /// Its place among the events of its lane that lie in the window, from 1.
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
    /// The mark so many pixels to the right.
    #[must_use]
    pub fn moved(mut self, by: f64) -> Self {
        match &mut self.shape {
            Shape::Point { x, doubt, .. } => {
                *x += by;
                *doubt = doubt.map(|(from, to)| (from + by, to + by));
            }
            Shape::Bar { x0, x1, .. } => {
                *x0 += by;
                *x1 += by;
            }
        }
        if let Some(label) = &mut self.label {
            label.x += by;
        }
        self
    }
}

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
    /// The hidden events, in order of time.
    pub events: Vec<EventId>,
    /// The first and the last instant that they are placed by.
    pub anchors: (f64, f64),
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

/// Events of one lane, in order of time.
pub struct LaneEvents<'a> {
    /// The theme.
    pub theme: ThemeId,
    /// Its events.
    pub events: Vec<(EventId, &'a Event)>,
    /// Whether the reader opened it: as many rows as it takes.
    pub is_open: bool,
    /// Where each event lies in time: every move of the window looks at all of them, and at nothing else of most.
    spots: Vec<Spot>,
    /// The places of the events, those of most importance first.
    by_importance: Vec<usize>,
}

/// Where an event lies in time, in days since 1 January 1970.
#[derive(Clone, Copy, Debug)]
struct Spot {
    /// The first instant it may mean; without a known start its known end.
    begins: f64,
    /// The first instant after it; infinite where the end is open or not known.
    ends: f64,
    /// The instant it is placed by.
    anchor: f64,
    /// The radius of its point; nothing of a period.
    radius: Option<f64>,
}

impl Spot {
    fn of(event: &Event) -> Self {
        let (begins, ends) = event.date.reach();
        let radius = RADII_PX[rank(event) - 1];
        let radius = matches!(event.date, Edtf::Date(_)).then_some(radius);
        Self { begins, ends, anchor: anchor(event.date), radius }
    }

    /// Whether it shows in a window, as [`Window::holds`] has it.
    fn shows_in(self, window: Window) -> bool {
        self.begins < window.end && self.ends > window.start
    }

    /// The middle of the mark of its event.
    fn centre(self, event: &Event, scale: TimeScale) -> f64 {
        match self.radius {
            Some(radius) => point_x(f64::midpoint(self.begins, self.ends), radius, scale),
            None => shape(event, self, scale).centre(),
        }
    }
}

/// The importance of an event, from 1 to 3.
fn rank(event: &Event) -> usize {
    usize::from(event.importance.clamp(1, 3))
}

impl<'a> LaneEvents<'a> {
    /// A lane with these events, which stand in order of time.
    #[must_use]
    pub fn new(theme: ThemeId, events: Vec<(EventId, &'a Event)>, is_open: bool) -> Self {
        let spots = events.iter().map(|(_, event)| Spot::of(event)).collect();
        let mut ranks = [const { Vec::new() }; 3];
        for (place, (_, event)) in events.iter().enumerate() {
            ranks[3 - rank(event)].push(place);
        }
        let by_importance = ranks.into_iter().flat_map(spread).collect();
        Self { theme, events, is_open, spots, by_importance }
    }
}

/// Among so many equals the earlier goes first.
const FEW_EQUALS: usize = 200;

/// The order in which equals look for room.
///
/// Of many each next one lies where the earlier ones left the widest gap (the radical inverse of van der Corput,
/// *Verteilungsfunktionen*, 1935): what is drawn then is an even sample, and stays as it is while the window moves.
fn spread(places: Vec<usize>) -> Vec<usize> {
    if places.len() <= FEW_EQUALS {
        return places;
    }
    let bits = usize::BITS - (places.len() - 1).leading_zeros();
    let inverse = |number: usize| number.reverse_bits() >> (usize::BITS - bits);
    (0..1 << bits).filter_map(|number| places.get(inverse(number)).copied()).collect()
}

/// Places every event of every lane.
#[must_use]
pub fn place(lanes: &[LaneEvents], frame: Frame) -> PlacedTimeline {
    let mut placed = PlacedTimeline { lanes: Vec::new(), marks: Vec::new(), stubs: Vec::new(), height: 0.0 };
    for (index, lane) in lanes.iter().enumerate() {
        place_lane(index, lane, frame, &mut placed);
    }
    placed
}

/// After so many of a lane that found no room the others of the same importance are not tried: it is full but for odd gaps.
const MOST_REFUSED: usize = 600;

fn place_lane(index: usize, lane: &LaneEvents, frame: Frame, placed: &mut PlacedTimeline) {
    let window = frame.scale.window;
    // Of each event its middle if it shows, with its place among those that do, from 1.
    let mut shown: Vec<Option<(f64, usize)>> = vec![None; lane.events.len()];
    let mut count = 0;
    let (mut before, mut after) = (Beyond::default(), Beyond::default());
    for (at, (spot, (id, event))) in lane.spots.iter().zip(&lane.events).enumerate() {
        if spot.shows_in(window) {
            count += 1;
            shown[at] = Some((spot.centre(event, frame.scale), count));
        } else if frame.counts_beyond {
            let beyond = if spot.anchor < window.centre() { &mut before } else { &mut after };
            beyond.push(*id, spot.anchor);
        }
    }

    let y = placed.height;
    let first_row_y = y + LANE_PADDING_PX + ROW_PX / 2.0;
    // There are never more rows taken than events: one more is always free.
    let most_rows = if lane.is_open { count } else { frame.most_rows.min(count) }.max(1);
    let mut rows: Vec<Row> = Vec::new();
    let mut marks: Vec<PlacedMark> = Vec::new();
    // By importance: what matters more does not take the tries of what matters less.
    let mut refused = [0; RADII_PX.len()];
    for &at in &lane.by_importance {
        let Some((_, position)) = shown[at] else { continue };
        let ((id, event), spot) = (lane.events[at], lane.spots[at]);
        let refused = &mut refused[rank(event) - 1];
        if *refused >= MOST_REFUSED && !lane.is_open {
            continue;
        }
        let shape = shape(event, spot, frame.scale);
        let is_free =
            |row: usize, span: (f64, f64)| rows.get(row).is_none_or(|taken: &Row| taken.is_free(span));
        // Where not even the mark has room, no label need be measured: of many events most end here.
        let has_room = |row: &usize| is_free(*row, shape.span());
        let room = (0..most_rows).find(has_room).and_then(|first| {
            let candidates = label_candidates(event, shape, frame);
            (first..most_rows).filter(has_room).find_map(|row| {
                candidates.iter().find_map(|candidate| {
                    let span = candidate.span(shape);
                    is_free(row, span).then(|| (row, candidate.clone(), span))
                })
            })
        });
        let room = room.map(|(row, label, span)| (row, Some(label), span)).or_else(|| {
            // In an opened lane even a text wider than the canvas keeps its mark; its name is said, not drawn.
            let span = shape.span();
            let row = || (0..=rows.len()).find(|&row| is_free(row, span));
            lane.is_open.then(row).flatten().map(|row| (row, None, span))
        });
        let Some((row, label, span)) = room else {
            *refused += 1;
            continue;
        };
        if rows.len() <= row {
            rows.resize_with(row + 1, Row::default);
        }
        rows[row].take(span);
        shown[at] = None;
        marks.push(PlacedMark {
            event: id,
            lane: index,
            position,
            y: first_row_y + row as f64 * ROW_PX,
            shape,
            is_filled: event.had_happened(),
            is_major: event.importance >= 3,
            label,
        });
    }
    let marks = sorted(&marks, |a, b| a.position.cmp(&b.position));
    // What still stands there is not drawn.
    let hidden: Vec<Hidden> = shown
        .iter()
        .enumerate()
        .filter_map(|(at, shown)| {
            let (x, _) = (*shown)?;
            Some(Hidden { event: lane.events[at].0, x, anchor: lane.spots[at].anchor })
        })
        .collect();

    let stub_y = first_row_y + rows.len() as f64 * ROW_PX;
    let mut stubs = Vec::new();
    for (place, x, Beyond { events, anchors }) in [
        (StubPlace::Before, STUB_WIDTH_PX / 2.0, before),
        (StubPlace::After, frame.scale.width_px - STUB_WIDTH_PX / 2.0, after),
    ] {
        if !events.is_empty() {
            stubs.push(PlacedStub { place, lane: index, x, y: stub_y, events, anchors });
        }
    }
    let edges = (
        stubs.iter().any(|stub| stub.place == StubPlace::Before),
        stubs.iter().any(|stub| stub.place == StubPlace::After),
    );
    stubs.extend(group_hidden(index, &hidden, stub_y, edges, frame.scale));

    let row_count = rows.len().max(1) + usize::from(!stubs.is_empty() && !rows.is_empty());
    let can_open = lane.is_open || stubs.iter().any(|stub| stub.place == StubPlace::Within);
    let least = if can_open { LANE_NAME_PX.1 } else { LANE_NAME_PX.0 };
    let height = (row_count as f64 * ROW_PX + 2.0 * LANE_PADDING_PX).max(least);
    placed.lanes.push(PlacedLane { theme: lane.theme, y, height, count, has_toggle: can_open });
    placed.height += height;
    placed.marks.extend(marks);
    placed.stubs.extend(stubs);
}

/// Events beyond an edge of the window.
struct Beyond {
    events: Vec<EventId>,
    anchors: (f64, f64),
}

impl Default for Beyond {
    fn default() -> Self {
        Self { events: Vec::new(), anchors: (f64::INFINITY, f64::NEG_INFINITY) }
    }
}

impl Beyond {
    fn push(&mut self, event: EventId, anchor: f64) {
        self.events.push(event);
        self.anchors = reached(self.anchors, anchor);
    }
}

/// The stretch from the first to the last of some instants and of one more.
fn reached((first, last): (f64, f64), instant: f64) -> (f64, f64) {
    (first.min(instant), last.max(instant))
}

/// An event without room.
#[derive(Clone, Copy)]
struct Hidden {
    event: EventId,
    x: f64,
    anchor: f64,
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
}

/// The places a label may take, best first: inside a bar that is wide enough, at the right, at the left.
fn label_candidates(event: &Event, shape: Shape, frame: Frame) -> Vec<PlacedLabel> {
    let text = event.title.get(frame.lang);
    let weight = if event.importance >= 3 { Weight::Bold } else { Weight::Regular };
    let width = frame.metrics.width_px(text, weight, LABEL_SIZE_PX);
    let (x0, x1) = shape.span();
    let label = |x, is_flipped| PlacedLabel { x, width, text: text.to_owned(), is_flipped };
    let inside = match shape {
        Shape::Bar { x0, x1, .. } if x1 - x0 >= width + 2.0 * LABEL_GAP_PX + 8.0 => {
            Some(label(x0 + LABEL_GAP_PX + 4.0, false))
        }
        _ => None,
    };
    let right = label(x1 + LABEL_GAP_PX, false);
    let left = label(x0 - LABEL_GAP_PX - width, true);
    inside
        .into_iter()
        .chain((right.x + width <= frame.scale.width_px).then_some(right))
        .chain((left.x >= 0.0).then_some(left))
        .collect()
}

/// The middle of a point that stands for an instant: all of it is on the canvas.
fn point_x(instant: f64, radius: f64, scale: TimeScale) -> f64 {
    let Window { start, end } = scale.window;
    scale.x_from_day(instant.within(start, end)).within(radius, (scale.width_px - radius).max(radius))
}

/// The shape of an event in the window.
fn shape(event: &Event, Spot { begins, ends, .. }: Spot, scale: TimeScale) -> Shape {
    let Window { start, end } = scale.window;
    let x = |day: f64| scale.x_from_day(day.within(start, end));
    match event.date {
        Edtf::Date(date) => {
            let middle = f64::midpoint(begins, ends);
            let radius = RADII_PX[rank(event) - 1];
            let doubt = (date.precision() != Precision::Day)
                .then(|| (x(begins), x(ends)))
                .filter(|(x0, x1)| x1 - x0 > 2.0 * radius);
            Shape::Point {
                x: point_x(middle, radius, scale),
                radius,
                doubt,
                is_dashed: event.date.is_qualified(),
            }
        }
        Edtf::Interval { start: from, end: to } => {
            let cut_left = from.date().is_some() && begins < start;
            let cut_right = to.date().is_some() && ends > end;
            let goes_on = event.status == Status::Ongoing || event.status == Status::Past;
            let (x0, x1) = match (from, to) {
                (Bound::Date(_), Bound::Date(_)) => (x(begins), x(ends)),
                (Bound::Date(_), _) if goes_on => (x(begins), scale.width_px),
                (Bound::Date(_), _) => (x(begins), x(begins) + ARROW_PX),
                (_, Bound::Date(_)) => (x(ends) - ARROW_PX, x(ends)),
                _ => (0.0, scale.width_px),
            };
            // Never shorter than can be seen, never beyond the canvas.
            let x1 = x1.max(x0 + SHORTEST_BAR_PX).min(scale.width_px);
            let x0 = x0.min(x1 - SHORTEST_BAR_PX).max(0.0);
            Shape::Bar {
                x0,
                x1: x1.max(x0 + SHORTEST_BAR_PX),
                start: edge(from, cut_left),
                end: edge(to, cut_right),
            }
        }
    }
}

fn edge(bound: Bound, is_cut: bool) -> Edge {
    match bound.date() {
        None => Edge::Arrow,
        Some(_) if is_cut => Edge::Cut,
        Some(date) if date.is_approximate() || date.is_uncertain() => Edge::Dashed,
        Some(date) if date.precision() != Precision::Day => Edge::Soft,
        Some(_) => Edge::Sharp,
    }
}

/// So many hidden events of a lane are counted where they are.
const FEW_HIDDEN: usize = 200;

/// Stubs for hidden events: neighbours share one, so that stubs do not overlap each other nor those at the edges.
///
/// Where they are many each stub counts a stretch of time that keeps its bounds while the window moves.
fn group_hidden(
    lane: usize,
    hidden: &[Hidden],
    y: f64,
    (has_before, has_after): (bool, bool),
    scale: TimeScale,
) -> Vec<PlacedStub> {
    let slot = STUB_WIDTH_PX + MARK_GAP_PX;
    let least_x = STUB_WIDTH_PX / 2.0 + if has_before { slot } else { 0.0 };
    let most_x = (scale.width_px - STUB_WIDTH_PX / 2.0 - if has_after { slot } else { 0.0 }).max(least_x);
    let empty = |x| PlacedStub {
        place: StubPlace::Within,
        lane,
        x,
        y,
        events: Vec::new(),
        anchors: (f64::INFINITY, f64::NEG_INFINITY),
    };
    let count = |stub: &mut PlacedStub, one: &Hidden| {
        stub.events.push(one.event);
        stub.anchors = reached(stub.anchors, one.anchor);
    };
    let mut stubs: Vec<PlacedStub> = Vec::new();
    if hidden.len() <= FEW_HIDDEN {
        for one in sorted(hidden, |a, b| a.x.total_cmp(&b.x)) {
            let x = one.x.within(least_x, most_x);
            if stubs.last().is_none_or(|last| x - last.x >= slot) {
                stubs.push(empty(x));
            }
            if let Some(last) = stubs.last_mut() {
                count(last, &one);
            }
        }
        return stubs;
    }
    let middle = scale.anchored_x() + slot / 2.0;
    let first = ((least_x - middle) / slot).ceil();
    let last = ((most_x - middle) / slot).floor().max(first);
    stubs.extend((0..=(last - first) as usize).map(|place| {
        let x = middle + (first + place as f64) * slot;
        // Where not even one has room it is put where it would be.
        empty(x.within(least_x, most_x))
    }));
    for one in hidden {
        let place = ((one.x - middle) / slot).round().within(first, last) - first;
        if let Some(stub) = stubs.get_mut(place as usize) {
            count(stub, one);
        }
    }
    stubs.retain(|stub| !stub.events.is_empty());
    stubs
}

/// The window that shows events placed from `first` to `last`, or `None` if zooming cannot part them.
#[must_use]
pub fn window_for((first, last): (f64, f64), current: Window, extent: Window) -> Option<Window> {
    let length = ((last - first) * 1.6).max(current.length() / 3.0);
    if length > current.length() * 0.8 || current.length() <= super::scale::SHORTEST_WINDOW_DAYS * 1.5 {
        return None;
    }
    let start = f64::midpoint(first, last) - length / 2.0;
    Some(Window { start, end: start + length }.kept_in(extent))
}

/// The day of the note, where "after" begins: the first day that was still to come.
#[must_use]
pub fn first_day_after(note: Day) -> f64 {
    f64::from(note.0) + 1.0
}
