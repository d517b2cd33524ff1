//! Where each value of a chart goes, with the labels that fit: a pure function of the values, the width and the widths of texts.

use super::{
    axes::{TICK_SIZE_PX, TimeAxis, TimeTick, ValueAxis, stretch, time_ticks},
    course::{Course, Join},
};
use crate::{
    i18n::format,
    model::{
        date::{Day, Precision},
        indicator::Quantity,
        text::Lang,
        within::Within as _,
    },
    text_metrics::{TextMetrics, Weight},
};

/// Height of a chart.
pub const HEIGHT_PX: f64 = 236.0;
/// Where the highest value lies: below the note's date and the words of a target.
const TOP_PX: f64 = 46.0;
/// Where zero lies.
const BOTTOM_PX: f64 = HEIGHT_PX - 28.0;
/// Room at the right.
const END_PX: f64 = 10.0;
/// Radius of a mark.
pub const RADIUS_PX: f64 = 5.0;
/// How far apart two marks of the same date stand that would else cover each other.
const APART_PX: f64 = 15.0;
/// The least side of what can be pressed, where its neighbours leave the room.
const TARGET_PX: f64 = 24.0;
/// Font size of the labels of marks.
pub const LABEL_SIZE_PX: f64 = 13.0;
/// Height of a label.
const LABEL_PX: f64 = 15.0;
/// Room at both ends of a label.
const EDGE_PX: f64 = 4.0;
/// How far a label's box lies from the middle of its mark.
const LABEL_GAP_PX: f64 = 9.0;

/// A box: left, top, width, height.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Area {
    /// Left edge.
    pub x: f64,
    /// Upper edge.
    pub y: f64,
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
}

impl Area {
    fn around(x: f64, y: f64, side: f64) -> Self {
        Self { x: x - side / 2.0, y: y - side / 2.0, width: side, height: side }
    }

    /// Its right edge.
    #[must_use]
    pub fn right(self) -> f64 {
        self.x + self.width
    }

    /// Its lower edge.
    #[must_use]
    pub fn bottom(self) -> f64 {
        self.y + self.height
    }

    /// Whether it shares more than an edge with another.
    #[must_use]
    pub fn meets(self, other: Self) -> bool {
        self.x < other.right() && other.x < self.right() && self.y < other.bottom() && other.y < self.bottom()
    }
}

/// Words on a chart.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    /// Where they are.
    pub area: Area,
    /// What they say.
    pub text: String,
}

/// A value on a chart.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// Its middle.
    pub x: f64,
    /// Its middle.
    pub y: f64,
    /// The place of its series, which gives it a shape.
    pub series: usize,
    /// Whether it was counted.
    pub is_solid: bool,
    /// Whether its date is approximate.
    pub is_approximate: bool,
    /// Whether the note states it.
    pub is_of_note: bool,
    /// The stretch its date may lie in, where it is known to the month or year only.
    pub doubt: Option<(f64, f64)>,
    /// What can be pressed.
    pub hit: Area,
    /// Its value in words, if there is room.
    pub label: Option<Label>,
}

/// What a chart says besides its values.
#[derive(Clone, Copy)]
pub struct Setting<'a> {
    /// Its width.
    pub width_px: f64,
    /// The day of the note.
    pub note: Day,
    /// What the rule of the note's day says.
    pub note_words: &'a str,
    /// What the line of a whole says, from the longest to the shortest.
    pub whole_words: &'a [String],
    /// What is said beside a value that the note states.
    pub of_note: &'a str,
    /// Language of numbers and dates.
    pub lang: Lang,
    /// Widths of texts.
    pub metrics: &'a TextMetrics,
}

/// A chart with everything in its place.
#[derive(Clone, Debug, PartialEq)]
pub struct PlacedCourse {
    /// Its width.
    pub width_px: f64,
    /// Where the plot begins.
    pub left_px: f64,
    /// Each round value: where it is, and what it says.
    pub values: Vec<(f64, String)>,
    /// The ticks of time.
    pub times: Vec<TimeTick>,
    /// The marks, in the order of the values.
    pub marks: Vec<Mark>,
    /// The steps, by the places of their marks.
    pub joins: Vec<Join>,
    /// Where what is counted changes.
    pub turns: Vec<f64>,
    /// The line of the whole, with its words.
    pub whole: Option<(f64, Label)>,
    /// The rule of the note's day, with its words.
    pub note: (f64, Label),
}

/// A value without its unit; a share is nothing without its sign.
#[must_use]
pub fn value_in_words(course: &Course, value: Quantity, lang: Lang) -> String {
    let number = format::quantity(value, lang);
    if course.unit.starts_with('%') { format::with_percent_sign(&number, lang) } else { number }
}

/// What is drawn beside a value.
#[must_use]
pub fn label_of(course: &Course, place: usize, of_note: &str, lang: Lang) -> String {
    let point = &course.points[place];
    let value = value_in_words(course, point.value, lang);
    if point.is_of_note { format!("{value} · {of_note}") } else { value }
}

/// Places a course.
#[must_use]
pub fn place(course: &Course, setting: Setting<'_>) -> PlacedCourse {
    let Setting { lang, metrics, .. } = setting;
    let points = &course.points;
    let in_words = |value: Quantity| value_in_words(course, value, lang);
    let wholes = course.whole.iter().map(|whole| whole.quantity().as_f64());
    let all: Vec<f64> = points.iter().map(|point| point.value.as_f64()).chain(wholes).collect();
    let axis = ValueAxis::of(&all);
    let y = |value: f64| BOTTOM_PX - axis.share(value).within(0.0, 1.0) * (BOTTOM_PX - TOP_PX);
    let values: Vec<(f64, String)> = axis
        .ticks
        .iter()
        .map(|&tick| (y(tick), in_words(Quantity((tick * 1_000.0).round() as i64))))
        .collect();
    let widest = values
        .iter()
        .map(|(_, text)| metrics.width_px(text, Weight::Regular, TICK_SIZE_PX))
        .fold(0.0, f64::max);
    let left_px = (widest + 8.0).ceil();
    let plot = (left_px, (setting.width_px - END_PX).max(left_px + 1.0));

    let note = (f64::from(setting.note.0), f64::from(setting.note.0) + 1.0);
    let dates = points.iter().map(|point| point.date).chain(course.whole.and_then(|whole| whole.date()));
    let stretches: Vec<_> = dates.filter_map(stretch).chain([note]).collect();
    let time = TimeAxis::of(&stretches, plot.0, plot.1 - plot.0);

    let mut marks: Vec<Mark> = points
        .iter()
        .map(|point| {
            let (from, to) = stretch(point.date).unwrap_or(note);
            let is_coarse = point
                .date
                .start()
                .or(point.date.end())
                .is_some_and(|date| date.precision() != Precision::Day);
            let (x, y) = (time.x(f64::midpoint(from, to)), y(point.value.as_f64()));
            Mark {
                x,
                y,
                series: point.series,
                is_solid: point.firmness.is_counted(),
                is_approximate: point.date.is_qualified(),
                is_of_note: point.is_of_note,
                doubt: is_coarse.then(|| (time.x(from), time.x(to))),
                hit: Area::around(x, y, TARGET_PX),
                label: None,
            }
        })
        .collect();
    set_apart(&mut marks, plot);
    share_targets(&mut marks);

    let note_x = time.x(note.1);
    let note_width = metrics.width_px(setting.note_words, Weight::Bold, TICK_SIZE_PX) + 20.0;
    let note_left = (note_x - note_width / 2.0).within(0.0, (setting.width_px - note_width).max(0.0));
    let note_area = Area { x: note_left, y: 0.0, width: note_width, height: 22.0 };
    let whole = course.whole.map(|whole| {
        let line = y(whole.quantity().as_f64());
        (line, whole_label(line, setting, plot, note_x, &marks))
    });
    let mut taken: Vec<Area> =
        marks.iter().map(|mark| Area::around(mark.x, mark.y, 2.0 * RADIUS_PX + 4.0)).collect();
    taken.extend(whole.iter().map(|(_, label)| label.area));
    let rules =
        Rules { note_x, whole_y: whole.as_ref().map(|(line, _)| *line), steps: steps(&course.joins, &marks) };
    for place in by_importance(&marks) {
        let text = label_of(course, place, setting.of_note, lang);
        let weight = if marks[place].is_of_note { Weight::Bold } else { Weight::Regular };
        let width = metrics.width_px(&text, weight, LABEL_SIZE_PX);
        if let Some(area) = free_area(&marks[place], width, plot, &taken, &rules) {
            // With the light edge around the words, which keeps them apart from the next.
            taken.push(Area { x: area.x - EDGE_PX, width: area.width + 2.0 * EDGE_PX, ..area });
            marks[place].label = Some(Label { area, text });
        }
    }
    let mut turns: Vec<f64> = Vec::new();
    for turn in &course.turns {
        let (from, to) = stretch(turn.date).unwrap_or(note);
        let x = time.x(f64::midpoint(from, to));
        // Two changes at one place are one sign.
        if turns.iter().all(|other| (other - x).abs() > 2.0 * RADIUS_PX) {
            turns.push(x);
        }
    }
    PlacedCourse {
        width_px: setting.width_px,
        left_px,
        values,
        times: time_ticks(time, lang, metrics),
        marks,
        joins: course.joins.clone(),
        turns,
        whole,
        note: (note_x, Label { area: note_area, text: setting.note_words.to_owned() }),
    }
}

/// Marks of one date that would cover each other stand side by side.
fn set_apart(marks: &mut [Mark], (left, right): (f64, f64)) {
    let mut done = vec![false; marks.len()];
    for first in 0..marks.len() {
        if done[first] {
            continue;
        }
        let (x, y) = (marks[first].x, marks[first].y);
        let together: Vec<usize> = (first..marks.len())
            .filter(|&other| {
                !done[other] && (marks[other].x - x).abs() < 1.0 && (marks[other].y - y).abs() < APART_PX
            })
            .collect();
        let middle = (together.len() - 1) as f64 / 2.0;
        let reach = middle * APART_PX + RADIUS_PX;
        let centre = x.within(left + reach, right - reach);
        for (place, &other) in together.iter().enumerate() {
            done[other] = true;
            if together.len() > 1 {
                marks[other].x = centre + (place as f64 - middle) * APART_PX;
                marks[other].hit = Area::around(marks[other].x, marks[other].y, TARGET_PX);
            }
        }
    }
}

/// Two marks that are near share the room between them, so that each is pressed where it is.
fn share_targets(marks: &mut [Mark]) {
    for one in 0..marks.len() {
        for two in one + 1..marks.len() {
            if !marks[one].hit.meets(marks[two].hit) {
                continue;
            }
            let (a, b) = (&marks[one], &marks[two]);
            let is_beside = (a.x - b.x).abs() >= (a.y - b.y).abs();
            let is_first = if is_beside { a.x <= b.x } else { a.y <= b.y };
            let (near, far) = if is_first { (one, two) } else { (two, one) };
            if is_beside {
                let edge = f64::midpoint(marks[near].x, marks[far].x);
                let right = marks[far].hit.right();
                marks[near].hit.width = edge - marks[near].hit.x;
                marks[far].hit = Area { x: edge, width: right - edge, ..marks[far].hit };
            } else {
                let edge = f64::midpoint(marks[near].y, marks[far].y);
                let bottom = marks[far].hit.bottom();
                marks[near].hit.height = edge - marks[near].hit.y;
                marks[far].hit = Area { y: edge, height: bottom - edge, ..marks[far].hit };
            }
        }
    }
}

/// What the note states first, then the latest, the earliest and the rest.
fn by_importance(marks: &[Mark]) -> Vec<usize> {
    let of_note = (0..marks.len()).filter(|&place| marks[place].is_of_note);
    let last = marks.len().checked_sub(1);
    let mut order: Vec<usize> = Vec::with_capacity(marks.len());
    for place in of_note.chain(last).chain(0..marks.len()) {
        if !order.contains(&place) {
            order.push(place);
        }
    }
    order
}

/// The lines that a label had better not lie on.
struct Rules {
    note_x: f64,
    whole_y: Option<f64>,
    /// The pieces of the steps, as boxes without width or without height.
    steps: Vec<Area>,
}

impl Rules {
    fn cross(&self, area: Area) -> bool {
        let crosses_note = area.x < self.note_x + 2.0 && area.right() > self.note_x - 2.0;
        let crosses_whole = self.whole_y.is_some_and(|y| area.y < y + 1.0 && area.bottom() > y - 1.0);
        crosses_note || crosses_whole || self.steps.iter().any(|step| area.meets(*step))
    }
}

/// The pieces of the steps: level up to the later mark, then upright to it.
fn steps(joins: &[Join], marks: &[Mark]) -> Vec<Area> {
    let pieces = |join: &Join| {
        let (from, to) = (marks.get(join.from)?, marks.get(join.to)?);
        let level = Area { x: from.x.min(to.x), y: from.y - 0.5, width: (to.x - from.x).abs(), height: 1.0 };
        let upright = Area { x: to.x - 0.5, y: from.y.min(to.y), width: 1.0, height: (to.y - from.y).abs() };
        Some([level, upright])
    };
    joins.iter().filter_map(pieces).flatten().collect()
}

/// A place for a label around its mark: above, below, right or left, on no rule if that can be.
fn free_area(
    mark: &Mark,
    width: f64,
    (left, right): (f64, f64),
    taken: &[Area],
    rules: &Rules,
) -> Option<Area> {
    let at = |x: f64, y: f64| Area { x, y, width, height: LABEL_PX };
    let (above, below) = (mark.y - LABEL_GAP_PX - LABEL_PX, mark.y + LABEL_GAP_PX);
    let beside = mark.y - LABEL_PX / 2.0;
    let candidates = [
        at(mark.x - width / 2.0, above),
        at(mark.x + LABEL_GAP_PX, beside),
        at(mark.x - LABEL_GAP_PX - width, beside),
        at(mark.x - width / 2.0, below),
        at(mark.x - width + RADIUS_PX, above),
        at(mark.x - RADIUS_PX, above),
        at(mark.x - width + RADIUS_PX, below),
        at(mark.x - RADIUS_PX, below),
        // A line further away, where the nearest places are taken.
        at(mark.x - width / 2.0, below + LABEL_PX),
        at(mark.x - width + RADIUS_PX, below + LABEL_PX),
        at(mark.x - RADIUS_PX, below + LABEL_PX),
        at(mark.x - width / 2.0, above - LABEL_PX),
        at(mark.x - width + RADIUS_PX, above - LABEL_PX),
    ];
    let is_free = |area: &Area| {
        area.x >= left + 2.0
            && area.right() <= right + END_PX - 2.0
            && area.y >= TOP_PX - LABEL_PX - 6.0
            && area.bottom() <= BOTTOM_PX - 6.0
            && taken.iter().all(|other| !area.meets(*other))
    };
    let mut free = candidates.into_iter().filter(is_free);
    let first = free.next()?;
    Some(std::iter::once(first).chain(free).find(|area| !rules.cross(*area)).unwrap_or(first))
}

/// The words of the line of a whole: above it or below, at the left or the right, where they meet no mark; the longest that
/// fit, where they lie beside the rule of the note if that can be.
fn whole_label(
    line: f64,
    setting: Setting<'_>,
    (left, right): (f64, f64),
    note_x: f64,
    marks: &[Mark],
) -> Label {
    let mut fallback = None;
    for text in setting.whole_words {
        let width = setting.metrics.width_px(text, Weight::Regular, TICK_SIZE_PX);
        let (above, below) = (line - LABEL_PX - 3.0, line + 3.0);
        let (start, end) = (left + 4.0, right + END_PX - 2.0 - width);
        let areas = [(start, above), (end, above), (start, below), (end, below)].map(|(x, y)| Area {
            x,
            y,
            width,
            height: LABEL_PX,
        });
        let fits = |area: &&Area| {
            area.x >= start
                && area.right() <= right + END_PX
                && marks.iter().all(|mark| !area.meets(Area::around(mark.x, mark.y, 2.0 * RADIUS_PX + 4.0)))
        };
        let is_beside = |area: &&Area| area.right() < note_x - 2.0 || area.x > note_x + 2.0;
        let found = areas.iter().filter(fits).find(is_beside).or_else(|| areas.iter().find(fits));
        if let Some(area) = found {
            return Label { area: *area, text: text.clone() };
        }
        fallback = Some(Label { area: areas[0], text: text.clone() });
    }
    fallback
        .unwrap_or(Label { area: Area { x: left, y: line, width: 0.0, height: 0.0 }, text: String::new() })
}
