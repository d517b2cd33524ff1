//! Where each cell of a treemap goes, with the words that fit in it.
//!
//! Areas are in proportion to amounts among siblings. What is too small to see joins one cell of others, a
//! parent whose parts do not reach its amount shows the rest as unallocated, and what has no area (zero,
//! negative, not published) is listed, never dropped.

use super::{
    direction::Direction,
    squarify::{Rect, squarify},
};
use crate::{
    i18n::format,
    model::{
        amounts::Amounts,
        id::{EnvelopeId, SplitId},
        money::Euros,
        order::sorted,
        strategy::Strategy,
        text::Lang,
        within::Within as _,
    },
    text_metrics::{TextMetrics, Weight},
};

/// Height of the line that names a cell with parts.
pub const HEADER_PX: f64 = 30.0;
/// Space between a cell with parts and its parts.
const NEST_PADDING_PX: f64 = 5.0;
/// The gutter drawn inside each cell's exact rectangle.
pub const GUTTER_PX: f64 = 1.5;
/// Space between the edge of a cell and its words.
pub const TEXT_PADDING_PX: f64 = 6.0;
/// The sizes of names and amounts, the usual first.
pub const TEXT_SIZES: [TextSize; 2] =
    [TextSize { font_px: 13.0, line_px: 17.0 }, TextSize { font_px: 11.5, line_px: 14.5 }];
/// A cell with a side shorter than this is too small to see and to hit.
const SHORTEST_SIDE_PX: f64 = 24.0;
/// How many shades there are for the parts of a level.
const TONES: usize = 4;
/// A sum of more parts than this is not written out.
const MOST_TERMS: usize = 8;
/// A map narrower than this is taller than wide.
const NARROW_PX: f64 = 640.0;
/// Height of a map for its width: narrow, wide.
const HEIGHT_SHARE: (f64, f64) = (1.35, 0.58);
/// The least and the greatest height of a map.
const HEIGHT_PX: (f64, f64) = (380.0, 600.0);
/// A cell with parts shows them if its rectangle is at least this wide and high.
const LEAST_NEST_PX: (f64, f64) = (90.0, 78.0);

/// A size of text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TextSize {
    /// Font size.
    pub font_px: f64,
    /// From one line to the next.
    pub line_px: f64,
}

/// What the treemap is laid out for.
#[derive(Clone, Copy)]
pub struct Frame<'a> {
    /// Width of the map.
    pub width_px: f64,
    /// Height of the map.
    pub height_px: f64,
    /// Language of the words.
    pub lang: Lang,
    /// Widths of texts.
    pub metrics: &'a TextMetrics,
    /// The split chosen by the reader, used where it applies.
    pub split: Option<SplitId>,
    /// What of each envelope is shown.
    pub amounts: Amounts,
}

/// What a cell stands for.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Content {
    /// An envelope.
    Envelope(EnvelopeId),
    /// The envelopes too small to be drawn one by one.
    Others(Vec<EnvelopeId>),
    /// What no part of the envelope accounts for.
    Unallocated(EnvelopeId),
}

/// A cell.
#[derive(Clone, Debug, PartialEq)]
pub struct PlacedCell {
    /// What it stands for.
    pub content: Content,
    /// The envelope it is a direct part of.
    pub parent: EnvelopeId,
    /// Its exact rectangle; gutters are drawn inside.
    pub rect: Rect,
    /// 1 for a part of the root, 2 for a part of a part.
    pub depth: u8,
    /// Its amount.
    pub amount: Euros,
    /// Its share of its parent's amount.
    pub share: Option<f64>,
    /// The share of it that has been given out, where that is known and its own parts do not show it.
    pub attributed_share: Option<f64>,
    /// Whether its parts are drawn in it.
    pub is_nested: bool,
    /// Whether it has parts to open.
    pub has_parts: bool,
    /// The name in lines that fit, or nothing if it does not fit.
    pub name: Vec<String>,
    /// The amount, if it fits too.
    pub amount_line: Option<String>,
    /// The size of both.
    pub size: TextSize,
}

impl PlacedCell {
    /// Whether a cell of another layout is this one: an envelope may be drawn at two depths as a reader goes in.
    #[must_use]
    pub fn is_same_as(&self, other: &Self) -> bool {
        self.depth == other.depth && self.parent == other.parent && self.content == other.content
    }
}

/// The whole treemap, placed.
#[derive(Clone, Debug, PartialEq)]
pub struct PlacedTreemap {
    /// The envelope whose parts are shown.
    pub root: EnvelopeId,
    /// Its cells, each parent before its parts.
    pub cells: Vec<PlacedCell>,
    /// What has no area: zero, negative or not published.
    pub without_area: Vec<EnvelopeId>,
}

impl PlacedTreemap {
    /// The sum of the amounts of the cells of the first level: equal to what is drawn.
    #[must_use]
    pub fn drawn(&self) -> Option<Euros> {
        Euros::checked_sum(self.cells.iter().filter(|cell| cell.depth == 1).map(|cell| cell.amount))
    }

    /// The sum of what is drawn, written out where it has few terms: `908 M€ = 570 + 250 + 88`.
    #[must_use]
    pub fn sum(&self, lang: Lang) -> String {
        let first_level = self.cells.iter().filter(|cell| cell.depth == 1);
        let terms: Vec<Euros> = first_level.map(|cell| cell.amount).collect();
        let Some(total) = self.drawn() else { return String::new() };
        if (2..=MOST_TERMS).contains(&terms.len()) {
            format::sum_in_millions(total, &terms, lang)
        } else {
            format::amount(total, lang)
        }
    }

    /// The tone of a cell at a depth: that of its place among its siblings of the first level.
    #[must_use]
    pub fn tone(&self, content: &Content, parent: EnvelopeId, depth: u8) -> usize {
        let first_level = |content: &Content| {
            self.cells.iter().filter(|cell| cell.depth == 1).position(|cell| cell.content == *content)
        };
        let place = match depth {
            1 => first_level(content),
            _ => first_level(&Content::Envelope(parent)),
        };
        place.unwrap_or(0) % TONES
    }

    /// For each cell its place among how many siblings.
    #[must_use]
    pub fn positions(&self) -> Vec<(usize, usize)> {
        let mut counts: Vec<((u8, EnvelopeId), usize)> = Vec::new();
        let mut nth = |cell: &PlacedCell| {
            let siblings = (cell.depth, cell.parent);
            let known = counts.iter().position(|(of, _)| *of == siblings);
            let at = known.unwrap_or_else(|| {
                counts.push((siblings, 0));
                counts.len() - 1
            });
            counts[at].1 += 1;
            (at, counts[at].1)
        };
        let places: Vec<(usize, usize)> = self.cells.iter().map(&mut nth).collect();
        places.into_iter().map(|(at, place)| (place, counts[at].1)).collect()
    }

    /// The envelopes shown with their parts that can be split in several ways: the root, then those in it.
    #[must_use]
    pub fn with_splits(&self, strategy: &Strategy) -> Vec<EnvelopeId> {
        let nested = self.cells.iter().filter(|cell| cell.is_nested).filter_map(|cell| match cell.content {
            Content::Envelope(id) => Some(id),
            Content::Others(_) | Content::Unallocated(_) => None,
        });
        [self.root].into_iter().chain(nested).filter(|&id| !strategy.splits_of(id).is_empty()).collect()
    }

    /// The first envelope whose cell shows what has been given out of it.
    #[must_use]
    pub fn attributed(&self) -> Option<EnvelopeId> {
        self.cells.iter().filter(|cell| cell.attributed_share.is_some()).find_map(|cell| match cell.content {
            Content::Envelope(id) => Some(id),
            Content::Others(_) | Content::Unallocated(_) => None,
        })
    }

    /// The envelopes that no name in the map leads to: those without room for it, and those gathered in a cell
    /// that is itself too small to hit.
    #[must_use]
    pub fn unnamed(&self) -> Vec<EnvelopeId> {
        let mut unnamed = Vec::new();
        for cell in self.cells.iter().filter(|cell| cell.name.is_empty()) {
            match &cell.content {
                Content::Envelope(id) => unnamed.push(*id),
                Content::Others(ids) => unnamed.extend(ids),
                Content::Unallocated(_) => {}
            }
        }
        unnamed
    }

    /// The cell of an envelope, if it is drawn.
    #[must_use]
    pub fn cell(&self, id: EnvelopeId) -> Option<&PlacedCell> {
        self.cells.iter().find(|cell| cell.content == Content::Envelope(id))
    }

    /// The sibling to which an arrow key leads from the cell at place `from`.
    #[must_use]
    pub fn neighbour(&self, from: usize, direction: Direction) -> Option<usize> {
        let here = self.cells.get(from)?;
        let siblings =
            self.cells.iter().enumerate().filter(|(place, cell)| {
                *place != from && cell.parent == here.parent && cell.depth == here.depth
            });
        direction.nearest(here.rect, siblings.map(|(place, cell)| (place, cell.rect)))
    }
}

/// The height of a map of this width.
#[must_use]
pub fn height_of(width: f64) -> f64 {
    let share = if width < NARROW_PX { HEIGHT_SHARE.0 } else { HEIGHT_SHARE.1 };
    (width * share).within(HEIGHT_PX.0, HEIGHT_PX.1).round()
}

/// Places the parts of `root`, and their parts where there is room.
#[must_use]
pub fn place(strategy: &Strategy, root: EnvelopeId, frame: Frame) -> PlacedTreemap {
    let split = split_shown(strategy, root, frame.split);
    let parts: Vec<_> = strategy.parts(root, split).collect();
    place_level(strategy, root, &parts, frame.amounts.unallocated(strategy, root, split), frame)
}

/// Places some parts of `root` alone: those that were too small to be drawn among the others.
#[must_use]
pub fn place_some(
    strategy: &Strategy,
    root: EnvelopeId,
    parts: &[EnvelopeId],
    frame: Frame,
) -> PlacedTreemap {
    place_level(strategy, root, parts, None, frame)
}

fn place_level(
    strategy: &Strategy,
    root: EnvelopeId,
    parts: &[EnvelopeId],
    unallocated: Option<Euros>,
    frame: Frame,
) -> PlacedTreemap {
    let mut placed = PlacedTreemap { root, cells: Vec::new(), without_area: Vec::new() };
    let bounds = Rect { x: 0.0, y: 0.0, width: frame.width_px, height: frame.height_px };
    let level = Level { parent: root, depth: 1, unallocated };
    place_parts(strategy, level, parts, bounds, frame, &mut placed);
    placed
}

/// One level of the map: the parts of one envelope.
#[derive(Clone, Copy)]
struct Level {
    parent: EnvelopeId,
    depth: u8,
    unallocated: Option<Euros>,
}

/// The split in which `parent` is shown: the reader's choice where it is one of its own, else the default.
#[must_use]
pub fn split_shown(strategy: &Strategy, parent: EnvelopeId, chosen: Option<SplitId>) -> Option<SplitId> {
    chosen.filter(|&split| strategy[split].envelope == parent && !strategy[split].is_default)
}

fn place_parts(
    strategy: &Strategy,
    level: Level,
    parts: &[EnvelopeId],
    bounds: Rect,
    frame: Frame,
    placed: &mut PlacedTreemap,
) {
    let mut shown: Vec<(Content, Euros)> = Vec::new();
    for &id in parts {
        match frame.amounts.of(strategy, id).filter(|amount| amount.is_positive()) {
            Some(amount) => shown.push((Content::Envelope(id), amount)),
            None => placed.without_area.push(id),
        }
    }
    // Largest first makes squarer cells; equals keep the order of the data.
    let mut shown = sorted(&shown, |(_, a), (_, b)| b.cmp(a));
    if let Some(rest) = level.unallocated.filter(|_| !shown.is_empty()) {
        shown.push((Content::Unallocated(level.parent), rest));
    }
    let shown = gather_small(shown, bounds);
    let rects = squarify(&shown.iter().map(|(_, amount)| amount.as_f64()).collect::<Vec<_>>(), bounds);
    for ((content, amount), rect) in shown.into_iter().zip(rects) {
        place_cell(strategy, level, content, amount, rect, frame, placed);
    }
}

fn place_cell(
    strategy: &Strategy,
    level: Level,
    content: Content,
    amount: Euros,
    rect: Rect,
    frame: Frame,
    placed: &mut PlacedTreemap,
) {
    let envelope = match &content {
        Content::Envelope(id) => Some(*id),
        Content::Others(_) | Content::Unallocated(_) => None,
    };
    let has_parts = match &content {
        Content::Envelope(id) => strategy.has_parts(*id),
        Content::Others(_) => true,
        Content::Unallocated(_) => false,
    };
    let has_room = rect.width >= LEAST_NEST_PX.0 && rect.height >= LEAST_NEST_PX.1;
    let is_nested = envelope.is_some() && has_parts && level.depth == 1 && has_room;
    let share = frame.amounts.of(strategy, level.parent).and_then(|whole| amount.share_of(whole));
    let attributed_share = envelope
        .filter(|_| !is_nested)
        .and_then(|id| strategy[id].attributed)
        .and_then(|attributed| attributed.share_of(amount));
    let label = content.label(strategy, frame.lang);
    let words = CellWords { label: &label, amount, share, lang: frame.lang, metrics: frame.metrics };
    let Words { name, amount_line, size } =
        if is_nested { words.in_header(rect) } else { words.in_cell(rect) };
    placed.cells.push(PlacedCell {
        content,
        parent: level.parent,
        rect,
        depth: level.depth,
        amount,
        share,
        attributed_share,
        is_nested,
        has_parts,
        name,
        amount_line,
        size,
    });
    if let Some(id) = envelope.filter(|_| is_nested) {
        let inner = rect.inset(NEST_PADDING_PX, HEADER_PX, NEST_PADDING_PX, NEST_PADDING_PX);
        let split = split_shown(strategy, id, frame.split);
        let parts: Vec<_> = strategy.parts(id, split).collect();
        let unallocated = frame.amounts.unallocated(strategy, id, split);
        place_parts(strategy, Level { parent: id, depth: 2, unallocated }, &parts, inner, frame, placed);
    }
}

impl Content {
    /// What it is called.
    #[must_use]
    pub fn label(&self, strategy: &Strategy, lang: Lang) -> String {
        match self {
            Self::Envelope(id) => strategy[*id].label.get(lang).to_owned(),
            Self::Others(ids) => others_label(ids.len(), lang),
            Self::Unallocated(_) => unallocated_label(lang).to_owned(),
        }
    }

    /// Whether what it stands for is among these, which are in order; what gathers several is while all of them are.
    #[must_use]
    pub fn is_among(&self, envelopes: &[EnvelopeId]) -> bool {
        let is_in = |id: &EnvelopeId| envelopes.binary_search(id).is_ok();
        match self {
            Self::Envelope(id) => is_in(id),
            Self::Others(ids) => !ids.is_empty() && ids.iter().all(is_in),
            Self::Unallocated(parent) => is_in(parent),
        }
    }
}

/// The name of a cell that gathers small ones.
#[must_use]
pub fn others_label(count: usize, lang: Lang) -> String {
    match lang {
        Lang::Fr => format!("autres ({count})"),
        Lang::En => format!("others ({count})"),
    }
}

/// The name of the remainder.
#[must_use]
pub fn unallocated_label(lang: Lang) -> &'static str {
    match lang {
        Lang::Fr => "non ventilé",
        Lang::En => "unallocated",
    }
}

/// Puts the parts too small to see into one, if there are at least two of them.
fn gather_small(parts: Vec<(Content, Euros)>, bounds: Rect) -> Vec<(Content, Euros)> {
    let amounts: Vec<f64> = parts.iter().map(|(_, amount)| amount.as_f64()).collect();
    let rects = squarify(&amounts, bounds);
    let is_small = |rect: &Rect| rect.shorter_side() < SHORTEST_SIDE_PX;
    let (mut kept, mut small) = (Vec::new(), Vec::new());
    for ((content, amount), rect) in parts.iter().zip(&rects) {
        match content {
            Content::Envelope(id) if is_small(rect) => small.push((*id, *amount)),
            content => kept.push((content.clone(), *amount)),
        }
    }
    let sum = Euros::checked_sum(small.iter().map(|(_, amount)| *amount));
    match sum {
        Some(sum) if small.len() >= 2 => {
            let others = Content::Others(small.into_iter().map(|(id, _)| id).collect());
            kept.push((others, sum));
            kept
        }
        _ => parts,
    }
}

/// The words of a cell and the room for them.
pub(in crate::budget) struct CellWords<'a> {
    pub label: &'a str,
    pub amount: Euros,
    pub share: Option<f64>,
    pub lang: Lang,
    pub metrics: &'a TextMetrics,
}

/// The words that fit.
pub(in crate::budget) struct Words {
    pub name: Vec<String>,
    pub amount_line: Option<String>,
    pub size: TextSize,
}

impl CellWords<'_> {
    /// One line: the name, and the amount with its share if there is room.
    pub fn in_header(&self, rect: Rect) -> Words {
        let room = rect.width - 2.0 * TEXT_PADDING_PX;
        let name_width = |size: TextSize| self.width(self.label, Weight::Bold, size);
        let Some(size) = TEXT_SIZES.into_iter().find(|&size| name_width(size) <= room) else {
            return Words { name: Vec::new(), amount_line: None, size: TEXT_SIZES[0] };
        };
        let name_width = name_width(size);
        let fits = |text: &String| name_width + self.width(text, Weight::Regular, size) <= room;
        let amounts = self.amounts().map(|amount| format!(" · {amount}"));
        Words { name: vec![self.label.to_owned()], amount_line: amounts.into_iter().find(fits), size }
    }

    /// The name on as many lines as fit, broken between words, and the amount below it: smaller rather than
    /// without the amount, without the amount rather than not at all.
    pub fn in_cell(&self, rect: Rect) -> Words {
        let room = rect.width - 2.0 * TEXT_PADDING_PX;
        let attempt = |size: TextSize, with_amount: bool| {
            let height = rect.height - 2.0 * TEXT_PADDING_PX + 4.0;
            let lines = (height / size.line_px).floor().max(0.0) as usize;
            let name = self.broken_lines(room, size)?;
            let fits = |text: &String| self.width(text, Weight::Regular, size) <= room;
            let amount_line = with_amount.then(|| self.amounts().into_iter().find(fits));
            let has_room = name.len() + usize::from(with_amount) <= lines;
            (has_room && amount_line != Some(None)).then(|| Words {
                name,
                amount_line: amount_line.flatten(),
                size,
            })
        };
        let [usual, small] = TEXT_SIZES;
        let attempts = [(usual, true), (small, true), (usual, false), (small, false)];
        let words = attempts.into_iter().find_map(|(size, with_amount)| attempt(size, with_amount));
        words.unwrap_or(Words { name: Vec::new(), amount_line: None, size: usual })
    }

    /// The amount with its share, if it has one, and alone.
    fn amounts(&self) -> [String; 2] {
        let amount = format::amount(self.amount, self.lang);
        let full = match self.share {
            Some(share) => format!("{amount} · {}", format::percent(share, self.lang)),
            None => amount.clone(),
        };
        [full, amount]
    }

    fn width(&self, text: &str, weight: Weight, size: TextSize) -> f64 {
        self.metrics.width_px(text, weight, size.font_px)
    }

    /// The name broken between words into lines no wider than `room`; `None` if one word is wider.
    fn broken_lines(&self, room: f64, size: TextSize) -> Option<Vec<String>> {
        let width = |text: &str| self.width(text, Weight::Bold, size);
        let mut lines: Vec<String> = Vec::new();
        for word in self.label.split(' ') {
            if width(word) > room {
                return None;
            }
            match lines.last_mut() {
                Some(line) if width(&format!("{line} {word}")) <= room => {
                    line.push(' ');
                    line.push_str(word);
                }
                _ => lines.push(word.to_owned()),
            }
        }
        Some(lines)
    }
}
