//! Where each project's bar, earlier ends and name go: one row each, from top to bottom in the order of the lines.

use super::lines::ProjectLine;
use crate::{
    model::{date::Date, id::ProjectId, within::Within as _},
    text_metrics::{TextMetrics, Weight},
    timeline::{
        placed::{LABEL_SIZE_PX, PlacedLabel, ROW_PX},
        scale::{TimeScale, Window},
        shape::Edge,
    },
};

/// Free space above and below the rows of a ministry.
pub const PADDING_PX: f64 = 5.0;
/// Height of a line in the column of names.
pub const LINE_PX: f64 = 15.0;
/// Free space below what stands in the column of names, so that what stands in the next row is told apart.
const HEAD_GAP_PX: f64 = 8.0;
/// Space between the column of names and the bars.
pub const COLUMN_GAP_PX: f64 = 10.0;
/// Font size in the column of names.
pub const HEAD_SIZE_PX: f64 = 12.5;
/// The least width of a bar, so that it can be seen and hit.
const SHORTEST_BAR_PX: f64 = 6.0;
/// Length of the arrow that stands for an end that is not published.
const ARROW_PX: f64 = 30.0;
/// Room left around the projects where the axis shows them all, as a share of their length.
const MARGIN_SHARE: f64 = 0.02;
/// Space between a bar and a name beside it, and around one inside it.
const GAP_PX: f64 = 7.0;

/// Where a project lies that the window does not show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Beyond {
    /// Before the window.
    Before,
    /// After the window.
    After,
}

/// The bar of a project, from start to planned end.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PlacedBar {
    /// Left end.
    pub x0: f64,
    /// Right end.
    pub x1: f64,
    /// How the left end is drawn.
    pub start: Edge,
    /// How the right end is drawn.
    pub end: Edge,
}

/// The row of a project.
#[derive(Clone, Debug, PartialEq)]
pub struct PlacedProject {
    /// The project.
    pub project: ProjectId,
    /// Its place among all, from 1.
    pub position: usize,
    /// The middle of its row.
    pub y: f64,
    /// Its bar; none where no start is published, or outside the window.
    pub bar: Option<PlacedBar>,
    /// Where the window shows the ends that earlier editions planned, in order of edition.
    pub ghosts: Vec<f64>,
    /// From the first planned end to the present one, as far as the window shows it.
    pub moved: Option<(f64, f64)>,
    /// Its name.
    pub label: PlacedLabel,
    /// Where it lies, if the window does not show it.
    pub beyond: Option<Beyond>,
}

/// The rows that belong together, with what the column at the left says of them.
#[derive(Clone, Debug, PartialEq)]
pub struct PlacedBlock {
    /// Its top.
    pub y: f64,
    /// Its height.
    pub height: f64,
    /// Its name, in lines that fit the column.
    pub head: Vec<String>,
    /// What follows the name, on a line of its own.
    pub note: String,
    /// Free space above and below its rows; none where it is not set apart.
    pub padding: f64,
}

/// All projects, placed.
#[derive(Clone, Debug, PartialEq)]
pub struct PlacedProjects {
    /// The rows, from top to bottom: the order of the keyboard.
    pub rows: Vec<PlacedProject>,
    /// The blocks, from top to bottom.
    pub blocks: Vec<PlacedBlock>,
    /// The height of all.
    pub height: f64,
}

/// What the projects are laid out for.
#[derive(Clone, Copy)]
pub struct Room<'a> {
    /// Days to pixels, without the column of names.
    pub scale: TimeScale,
    /// Width of the column of names.
    pub column_px: f64,
    /// Widths of texts.
    pub metrics: &'a TextMetrics,
}

/// Consecutive lines that belong together.
pub struct Block<'a> {
    /// The name of the block.
    pub head: String,
    /// What follows it.
    pub note: String,
    /// Whether it is not set apart from the next.
    pub is_plain: bool,
    /// Its lines, each with the name of its project.
    pub lines: Vec<(&'a ProjectLine, &'a str)>,
}

/// Places every project of every block.
#[must_use]
pub fn place(blocks: &[Block], room: Room) -> PlacedProjects {
    let mut placed = PlacedProjects { rows: Vec::new(), blocks: Vec::new(), height: 0.0 };
    for block in blocks {
        let head = wrapped(&block.head, room);
        let padding = if block.is_plain { 0.0 } else { PADDING_PX };
        let mut around =
            PlacedBlock { y: placed.height, height: 0.0, head, note: block.note.clone(), padding };
        around.height = around.height_of(block.lines.len());
        for (place, (line, name)) in block.lines.iter().enumerate() {
            let y = placed.height + padding + (place as f64 + 0.5) * ROW_PX;
            placed.rows.push(place_row(line, name, placed.rows.len() + 1, y, room));
        }
        placed.height += around.height;
        placed.blocks.push(around);
    }
    placed
}

impl PlacedProjects {
    /// The same in pieces at most so high, cut between blocks and else between rows; of a block that is cut each piece has
    /// the name. A piece has at least one row.
    #[must_use]
    pub fn sections(&self, height: f64) -> Vec<Self> {
        let empty = || Self { rows: Vec::new(), blocks: Vec::new(), height: 0.0 };
        let mut done = Vec::new();
        let mut section = empty();
        let mut rest = self.rows.as_slice();
        for block in &self.blocks {
            let count = rest.partition_point(|row| row.y < block.y + block.height);
            let (mut rows, after) = rest.split_at(count);
            rest = after;
            while !rows.is_empty() {
                let room = height - section.height;
                let fits_whole = block.height_of(rows.len()) <= room;
                if !fits_whole && !section.rows.is_empty() {
                    done.push(std::mem::replace(&mut section, empty()));
                    continue;
                }
                let fitting = ((room - 2.0 * block.padding) / ROW_PX).max(1.0) as usize;
                let taken = if fits_whole { rows.len() } else { fitting.min(rows.len()) };
                let (piece, left) = rows.split_at(taken);
                rows = left;
                let shift = section.height + block.padding + ROW_PX / 2.0 - piece[0].y;
                section
                    .rows
                    .extend(piece.iter().map(|row| PlacedProject { y: row.y + shift, ..row.clone() }));
                let (y, height) = (section.height, block.height_of(taken));
                section.blocks.push(PlacedBlock { y, height, ..block.clone() });
                section.height += height;
            }
        }
        if !section.rows.is_empty() {
            done.push(section);
        }
        done
    }
}

impl PlacedBlock {
    /// How high it is with so many rows: its name has room.
    fn height_of(&self, rows: usize) -> f64 {
        let head_lines = self.head.len() + usize::from(!self.note.is_empty());
        (rows as f64 * ROW_PX).max(head_lines as f64 * LINE_PX + HEAD_GAP_PX) + 2.0 * self.padding
    }
}

fn place_row(line: &ProjectLine, name: &str, position: usize, y: f64, room: Room) -> PlacedProject {
    let scale = room.scale;
    let (window, width) = (scale.window, scale.width_px);
    let x = |day: f64| scale.x_from_day(day).within(0.0, width);
    let is_shown = |day: f64| (window.start..=window.end).contains(&day);
    let (start, end) = (line.start.map(day), line.end.map(day));
    let ends: Vec<f64> = line.earlier.iter().map(|earlier| day(earlier.end)).collect();
    let bar = start.and_then(|start| {
        let x1 = match end {
            Some(end) if end <= window.start || start >= window.end => return None,
            Some(end) => x(end),
            // Without an end it goes on from where it begins, no one knows how far.
            None if is_shown(start) => (x(start) + ARROW_PX).min(width),
            None => return None,
        };
        // Never shorter than can be seen, never beyond the canvas.
        let x1 = x1.max(x(start) + SHORTEST_BAR_PX).min(width);
        Some(PlacedBar {
            x0: x(start).min(x1 - SHORTEST_BAR_PX),
            x1,
            start: if start < window.start { Edge::Cut } else { Edge::Sharp },
            end: match end {
                None => Edge::Arrow,
                Some(end) if end > window.end => Edge::Cut,
                Some(_) => Edge::Sharp,
            },
        })
    });
    let ghosts: Vec<f64> = ends.iter().filter(|&&end| is_shown(end)).map(|&end| x(end)).collect();
    let moved = match (ends.first(), end) {
        (Some(&first), Some(end)) => Some((x(first), x(end))).filter(|(from, to)| (from - to).abs() > 0.5),
        _ => None,
    };
    let beyond = match (bar, start, end) {
        (None, Some(start), end) if end.unwrap_or(start) <= window.start => Some(Beyond::Before),
        (None, Some(_), _) => Some(Beyond::After),
        _ => None,
    };
    let label = label(name, bar, &ghosts, beyond, room);
    PlacedProject { project: line.project, position, y, bar, ghosts, moved, label, beyond }
}

/// The name inside its bar where it is long enough up to the first earlier end, else at its right, else at its left,
/// else inside it all the same; at the edge of the canvas for what lies beyond it.
fn label(
    name: &str,
    bar: Option<PlacedBar>,
    ghosts: &[f64],
    beyond: Option<Beyond>,
    room: Room,
) -> PlacedLabel {
    let canvas = room.scale.width_px;
    let text = match beyond {
        Some(Beyond::Before) => format!("‹ {name}"),
        Some(Beyond::After) => format!("{name} ›"),
        None => name.to_owned(),
    };
    let width = room.metrics.width_px(&text, Weight::Regular, LABEL_SIZE_PX);
    let at = |x: f64, is_flipped: bool| PlacedLabel { x, width, text: text.clone(), is_flipped };
    let Some(bar) = bar else {
        let is_after = beyond == Some(Beyond::After);
        return at(if is_after { (canvas - GAP_PX - width).max(0.0) } else { GAP_PX }, is_after);
    };
    let first = ghosts.iter().copied().fold(bar.x1, f64::min);
    let last = ghosts.iter().copied().fold(bar.x1, f64::max);
    let inside = bar.x0 + GAP_PX;
    if bar.end != Edge::Arrow && inside + width + GAP_PX <= first {
        at(inside, false)
    } else if last + GAP_PX + width <= canvas {
        at(last + GAP_PX, false)
    } else if bar.x0 - GAP_PX - width >= 0.0 {
        at(bar.x0 - GAP_PX - width, true)
    } else {
        // As far to the left as the canvas asks for.
        at(inside.min((canvas - width).max(0.0)), false)
    }
}

/// A name in lines that fit the column, broken between words; a word that is too long keeps its line.
fn wrapped(name: &str, room: Room) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in name.split(' ').filter(|word| !word.is_empty()) {
        let fits = |line: &String| {
            let width = room.metrics.width_px(&format!("{line} {word}"), Weight::Bold, HEAD_SIZE_PX);
            width <= room.column_px
        };
        match lines.last_mut() {
            Some(line) if fits(line) => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

/// From the first start to the last end of all lines, earlier ends included; nothing without any.
#[must_use]
pub fn extent(lines: &[ProjectLine]) -> Option<Window> {
    let ends = |line: &ProjectLine| {
        let earlier = line.earlier.iter().map(|earlier| earlier.end);
        line.start.into_iter().chain(line.end).chain(earlier).map(day).collect::<Vec<_>>()
    };
    let days: Vec<f64> = lines.iter().flat_map(ends).collect();
    let start = days.iter().copied().fold(f64::INFINITY, f64::min);
    let end = days.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    (end > start).then_some(Window { start, end })
}

/// How far an axis reaches that shows all lines: with a little room on both sides, so that the first start and the last
/// end are seen as such.
#[must_use]
pub fn reach(lines: &[ProjectLine]) -> Option<Window> {
    let span = extent(lines)?;
    let margin = span.length() * MARGIN_SHARE;
    Some(Window { start: span.start - margin, end: span.end + margin })
}

/// Where a start or an end is drawn. Both are known to the month: from the beginning of one to that of the other a bar
/// is as long as the duration that is planned.
#[must_use]
pub fn day(date: Date) -> f64 {
    f64::from(date.first_day().0)
}
