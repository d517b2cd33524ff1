//! A treemap of the same things at several times whose cells keep their place and their neighbours: they grow and shrink where they are.
//!
//! One arrangement serves all times: groups stand in strips across the map, and the cells of a group in rows, as they
//! come out for weights that stand for all times together; what is not there at a time has no area, and comes and goes
//! between the same neighbours. At each time the cells fill the box, so that one scale leads from weights to areas at
//! that time. Of a few arrangements the one with the fewest slivers is taken, among those whose cells are square enough
//! and move little compared with a layout made afresh each time.
//!
//! The outcome depends on the weights and the box alone, never on what was shown before. Source of the idea that an
//! arrangement is kept and only its lengths change: `treemapResquarify` of d3-hierarchy; of measuring stability by how
//! far cells move: Vernier, Sondag, Comba, Speckmann, Telea and Verbeek, *Quantitative Comparison of Time-Dependent
//! Treemaps*, 2020.

use super::squarify::{Rect, Strip, lay, squarify, strips as squarest};
use crate::model::order::sorted;

/// A group whose cells are, at half of the times, less square than this is not chosen while another one is.
const LARGEST_MEDIAN_RATIO: f64 = 2.9;
/// Of arrangements whose cells nowhere move more than this, of how far they would move afresh, the shapes decide.
const STILL: f64 = 0.48;
/// How many strips are tried.
const STRIPS: std::ops::RangeInclusive<usize> = 3..=8;
/// How full a strip is before the next one begins, as shares of an equal part.
const FILLS: [f64; 3] = [0.7, 0.85, 1.0];

/// What a group takes for itself of its rectangle, around its cells.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Margins {
    /// At the left, and at the right.
    pub side: f64,
    /// Above.
    pub top: f64,
    /// Below.
    pub bottom: f64,
}

/// The cells of a group: the weight of each at each time, 0 where it is not there.
pub type Group = Vec<Vec<f64>>;

/// Where everything is at one time. Nothing has no place, not a rectangle without area.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Placement {
    /// The rectangle of each group, with its margins.
    pub groups: Vec<Option<Rect>>,
    /// The rectangle of each cell, by group.
    pub cells: Vec<Vec<Option<Rect>>>,
}

impl Placement {
    /// The rectangles of all cells that have one, by group and place in it.
    pub fn rects(&self) -> impl Iterator<Item = ((usize, usize), Rect)> {
        self.cells.iter().enumerate().flat_map(|(group, cells)| {
            cells.iter().enumerate().filter_map(move |(cell, rect)| Some(((group, cell), (*rect)?)))
        })
    }

    /// The ratio of the longer to the shorter side that half of the cells do not exceed; 1 without cells.
    #[must_use]
    pub fn median_ratio(&self) -> f64 {
        let ratios = self.ratios();
        match ratios.len() {
            0 => 1.0,
            count if count % 2 == 1 => ratios[count / 2],
            count => f64::midpoint(ratios[count / 2 - 1], ratios[count / 2]),
        }
    }

    /// The ratio of the longer to the shorter side that nine cells of ten do not exceed; 1 without cells.
    fn high_ratio(&self) -> f64 {
        let ratios = self.ratios();
        ratios.get(ratios.len() * 9 / 10).copied().unwrap_or(1.0)
    }

    /// The ratios of the longer to the shorter side of all cells, the squarest first.
    fn ratios(&self) -> Vec<f64> {
        let ratios: Vec<f64> = self
            .rects()
            .map(|(_, rect)| rect.width.max(rect.height) / rect.shorter_side().max(f64::MIN_POSITIVE))
            .collect();
        sorted(&ratios, f64::total_cmp)
    }

    /// How far the middles of the cells that are in both lie apart, on average; 0 if there are none.
    #[must_use]
    pub fn mean_distance(&self, other: &Self) -> f64 {
        let (mut count, mut sum) = (0, 0.0);
        for ((group, cell), rect) in self.rects() {
            let there = other.cells.get(group).and_then(|cells| cells.get(cell).copied().flatten());
            if let Some(there) = there {
                let ((x, y), (to_x, to_y)) = (rect.centre(), there.centre());
                sum += (to_x - x).hypot(to_y - y);
                count += 1;
            }
        }
        if count == 0 { 0.0 } else { sum / f64::from(count) }
    }
}

/// Places the cells of all groups at each time.
///
/// Weights must not be negative, and each cell has one for each of `times`. Where the box has no room for more than
/// margins, nothing has a place.
#[must_use]
pub fn place_at_all_times(groups: &[Group], times: usize, bounds: Rect, margins: Margins) -> Vec<Placement> {
    let afresh: Vec<_> = (0..times).map(|time| place_afresh(groups, time, bounds, margins)).collect();
    let afresh: Vec<f64> = afresh.windows(2).map(|pair| pair[0].mean_distance(&pair[1])).collect();
    let mut best: Option<(Score, Vec<Placement>)> = None;
    for meaning in [Meaning::Mean, Meaning::Usual, Meaning::Most] {
        for count in STRIPS {
            for fill in FILLS {
                let Some(arrangement) =
                    Arrangement::of(groups, times, bounds, margins, (meaning, count, fill))
                else {
                    continue;
                };
                let placed: Vec<_> = (0..times).map(|time| arrangement.at(groups, time)).collect();
                let score = Score::of(&placed, &afresh);
                if best.as_ref().is_none_or(|(least, _)| score.is_better_than(*least)) {
                    best = Some((score, placed));
                }
            }
        }
    }
    best.map_or_else(|| (0..times).map(|_| nowhere(groups)).collect(), |(_, placed)| placed)
}

/// Places the cells of all groups at one time as if there were no other: groups and cells largest first, squarified. What
/// a stable layout is measured against.
#[must_use]
pub fn place_afresh(groups: &[Group], time: usize, bounds: Rect, margins: Margins) -> Placement {
    let mut placement = nowhere(groups);
    let sums: Vec<f64> = groups.iter().map(|cells| cells.iter().map(|cell| cell[time]).sum()).collect();
    for (group, rect) in largest_first(&sums, bounds) {
        placement.groups[group] = Some(rect);
        let weights: Vec<f64> = groups[group].iter().map(|cell| cell[time]).collect();
        for (cell, rect) in largest_first(&weights, margins.inside(rect)) {
            placement.cells[group][cell] = Some(rect);
        }
    }
    placement
}

/// What has a weight, largest first, each with its squarified rectangle.
fn largest_first(weights: &[f64], bounds: Rect) -> Vec<(usize, Rect)> {
    let there: Vec<usize> = (0..weights.len()).filter(|&place| weights[place] > 0.0).collect();
    let there = sorted(&there, |&a, &b| weights[b].total_cmp(&weights[a]));
    let values: Vec<f64> = there.iter().map(|&place| weights[place]).collect();
    let rects = squarify(&values, bounds);
    there.into_iter().zip(rects).collect()
}

/// Nothing placed yet.
fn nowhere(groups: &[Group]) -> Placement {
    Placement {
        groups: vec![None; groups.len()],
        cells: groups.iter().map(|cells| vec![None; cells.len()]).collect(),
    }
}

/// How good an arrangement is.
#[derive(Clone, Copy)]
struct Score {
    /// The greatest median ratio of sides at any time.
    worst_ratio: f64,
    /// The ratio that nine cells of ten do not exceed, where it is greatest.
    high_ratio: f64,
    /// How far cells move from one time to the next, of how far they would move afresh: where that is most.
    moved: f64,
}

impl Score {
    fn of(placed: &[Placement], afresh: &[f64]) -> Self {
        let most = |ratio: fn(&Placement) -> f64| placed.iter().map(ratio).fold(1.0, f64::max);
        let pairs = placed.windows(2).zip(afresh);
        let moved = pairs.map(|(pair, afresh)| pair[0].mean_distance(&pair[1]) / afresh.max(1.0));
        Self {
            worst_ratio: most(Placement::median_ratio),
            high_ratio: most(Placement::high_ratio),
            moved: moved.fold(0.0, f64::max),
        }
    }

    /// First of all cells are square enough, then they are still enough, then few of them are slivers.
    fn is_better_than(self, other: Self) -> bool {
        let rank = |score: Self| match (score.worst_ratio <= LARGEST_MEDIAN_RATIO, score.moved <= STILL) {
            (true, true) => (0, score.high_ratio),
            (true, false) => (1, score.moved),
            (false, _) => (2, score.worst_ratio),
        };
        let ((own, value), (others, other)) = (rank(self), rank(other));
        own < others || own == others && value < other
    }
}

/// What stands for the weights of a cell at all times.
#[derive(Clone, Copy)]
enum Meaning {
    /// Their mean.
    Mean,
    /// Their mean where the cell is there.
    Usual,
    /// The greatest.
    Most,
}

impl Meaning {
    fn of(self, weights: &[f64]) -> f64 {
        let sum: f64 = weights.iter().sum();
        let divided = |count: usize| if count == 0 { 0.0 } else { sum / count as f64 };
        match self {
            Self::Mean => divided(weights.len()),
            Self::Usual => divided(weights.iter().filter(|&&weight| weight > 0.0).count()),
            Self::Most => weights.iter().copied().fold(0.0, f64::max),
        }
    }
}

/// How everything stands, at all times.
struct Arrangement {
    bounds: Rect,
    margins: Margins,
    /// Whether strips stand side by side, and the groups of each one below the other.
    has_columns: bool,
    /// How much room the strips have across.
    room: f64,
    measure: Measure,
    /// The groups of each strip.
    strips: Vec<Vec<usize>>,
    /// The cells of each group in their order, and their rows.
    rows: Vec<(Vec<usize>, Vec<Strip>)>,
}

/// A strip while it is measured: what margins take of it across and, for each group, along, and how long it is.
#[derive(Clone, Copy)]
struct Measure {
    across: f64,
    along: f64,
    length: f64,
}

impl Measure {
    /// How thick a strip is per area of cells, without what its margins take; nothing if they take all.
    fn thickness(self, groups: usize) -> Option<f64> {
        let length = self.length - groups as f64 * self.along;
        (length > 0.0).then_some(1.0 / length)
    }
}

impl Arrangement {
    fn of(
        groups: &[Group],
        times: usize,
        bounds: Rect,
        margins: Margins,
        (meaning, count, fill): (Meaning, usize, f64),
    ) -> Option<Self> {
        let has_columns = bounds.width >= bounds.height;
        let (beside, above) = (2.0 * margins.side, margins.top + margins.bottom);
        let (measure, room) = if has_columns {
            (Measure { across: beside, along: above, length: bounds.height }, bounds.width)
        } else {
            (Measure { across: above, along: beside, length: bounds.width }, bounds.height)
        };
        let weight = |group: usize, time: usize| -> f64 { groups[group].iter().map(|cell| cell[time]).sum() };
        let stands_for: Vec<f64> =
            groups.iter().map(|cells| cells.iter().map(|cell| meaning.of(cell)).sum()).collect();
        let present: Vec<usize> = (0..groups.len()).filter(|&group| stands_for[group] > 0.0).collect();
        let present = sorted(&present, |&a, &b| stands_for[b].total_cmp(&stands_for[a]));
        let strips = fill_strips(&present, &stands_for, count, fill);
        // The strips that change most come last: nothing follows that could be looked for elsewhere.
        let change = |strip: &[usize]| -> f64 {
            let sum = |time: usize| strip.iter().map(|&group| weight(group, time)).sum::<f64>();
            (1..times).map(|time| (sum(time) - sum(time - 1)).abs()).sum()
        };
        let strips = sorted(&strips, |a, b| change(a).total_cmp(&change(b)));
        // All groups of a strip together must fit along it, and all strips beside each other.
        for strip in &strips {
            measure.thickness(strip.len())?;
        }
        if room - measure.across * strips.len() as f64 <= 0.0 {
            return None;
        }
        let mut arrangement = Self {
            bounds,
            margins,
            has_columns,
            room,
            measure,
            strips,
            rows: vec![Default::default(); groups.len()],
        };
        let rects = arrangement.groups(&stands_for);
        for (group, rect) in rects.into_iter().enumerate() {
            let Some(rect) = rect else { continue };
            let cells: Vec<usize> = (0..groups[group].len()).collect();
            let values: Vec<f64> = groups[group].iter().map(|cell| meaning.of(cell)).collect();
            let cells = sorted(&cells, |&a, &b| values[b].total_cmp(&values[a]));
            let values: Vec<f64> = cells.iter().map(|&cell| values[cell]).collect();
            let rows = squarest(&values, margins.inside(rect));
            arrangement.rows[group] = (cells, rows);
        }
        Some(arrangement)
    }

    /// The rectangles of the groups for these weights: together they fill the box.
    fn groups(&self, weights: &[f64]) -> Vec<Option<Rect>> {
        let mut rects = vec![None; weights.len()];
        let measure = self.measure;
        let thickness = |strip: &[usize]| -> Option<(Vec<usize>, f64)> {
            let there: Vec<usize> = strip.iter().copied().filter(|&group| weights[group] > 0.0).collect();
            let sum: f64 = there.iter().map(|&group| weights[group]).sum();
            let per_scale = sum * measure.thickness(there.len())?;
            (per_scale > 0.0).then_some((there, per_scale))
        };
        let strips: Vec<_> = self.strips.iter().filter_map(|strip| thickness(strip)).collect();
        let sum: f64 = strips.iter().map(|(_, per_scale)| per_scale).sum();
        let scale = (self.room - measure.across * strips.len() as f64) / sum;
        let mut begin = 0.0;
        for (there, per_scale) in strips {
            let inside = scale * per_scale;
            let mut along = 0.0;
            for group in there {
                let length = measure.along + scale * weights[group] / inside;
                let thickness = measure.across + inside;
                let (x, y, width, height) = if self.has_columns {
                    (begin, along, thickness, length)
                } else {
                    (along, begin, length, thickness)
                };
                rects[group] = Some(Rect { x: self.bounds.x + x, y: self.bounds.y + y, width, height });
                along += length;
            }
            begin += measure.across + inside;
        }
        rects
    }

    /// Where everything is at a time.
    fn at(&self, groups: &[Group], time: usize) -> Placement {
        let weights: Vec<f64> =
            groups.iter().map(|cells| cells.iter().map(|cell| cell[time]).sum()).collect();
        let rects = self.groups(&weights);
        let mut placement = Vec::with_capacity(groups.len());
        for ((cells, rect), (order, rows)) in groups.iter().zip(&rects).zip(&self.rows) {
            let mut placed = vec![None; cells.len()];
            if let Some(rect) = *rect {
                let values: Vec<f64> = order.iter().map(|&cell| cells[cell][time]).collect();
                let rects = lay(rows, &values, self.margins.inside(rect));
                for ((&cell, rect), value) in order.iter().zip(rects).zip(&values) {
                    placed[cell] = (*value > 0.0).then_some(rect);
                }
            }
            placement.push(placed);
        }
        Placement { groups: rects, cells: placement }
    }
}

impl Margins {
    /// What a group leaves to its cells.
    fn inside(self, rect: Rect) -> Rect {
        rect.inset(self.side, self.top, self.side, self.bottom)
    }
}

/// The groups, largest first, in at most `count` strips: a strip is left when it is full.
fn fill_strips(groups: &[usize], weights: &[f64], count: usize, fill: f64) -> Vec<Vec<usize>> {
    let total: f64 = groups.iter().map(|&group| weights[group]).sum();
    let full = total / count as f64 * fill;
    let mut strips: Vec<Vec<usize>> = Vec::new();
    let (mut strip, mut sum) = (Vec::new(), 0.0);
    for &group in groups {
        strip.push(group);
        sum += weights[group];
        if sum >= full && strips.len() + 1 < count {
            strips.push(std::mem::take(&mut strip));
            sum = 0.0;
        }
    }
    if !strip.is_empty() {
        strips.push(strip);
    }
    strips
}
