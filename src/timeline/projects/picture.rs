//! The pictures of the projects: bars with the texture of their phase, earlier ends behind them, what lies around them, samples for the legend.

use super::{
    lines::ProjectLine,
    placed::{HEAD_SIZE_PX, LINE_PX, PlacedProject, PlacedProjects},
    words,
};
use crate::{
    i18n::messages,
    model::{project::Phase, text::Lang},
    timeline::{
        axis::{AXIS_PX, Surroundings},
        placed::{LABEL_SIZE_PX, PlacedTimeline, ROW_PX, first_day_after},
        shape::Edge,
    },
    ui::drawing::{Drawing, PathData, px},
};

/// Height of a bar.
const BAR_PX: f64 = 15.0;
/// How far the mark of an earlier end reaches above and below its bar.
const REACH_PX: f64 = 3.5;
/// Width and height of a sample for the legend.
pub const SAMPLE_PX: (f64, f64) = (30.0, 18.0);
/// The textures of phases that are more than a shade.
pub const TEXTURES: &str = concat!(
    "<pattern id=\"texture-design\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\"><path d=\"M0 0V6\" class=\"texture\"/></pattern>",
    "<pattern id=\"texture-trial\" width=\"5\" height=\"5\" patternUnits=\"userSpaceOnUse\"><circle cx=\"2.5\" cy=\"2.5\" r=\"1.3\" class=\"texture-dot\"/></pattern>",
    "<pattern id=\"texture-roll-out\" width=\"3\" height=\"3\" patternUnits=\"userSpaceOnUse\"><path d=\"M0 0V3\" class=\"texture\"/></pattern>",
    "<pattern id=\"texture-withheld\" width=\"4\" height=\"4\" patternUnits=\"userSpaceOnUse\"><path d=\"M0 0H4\" class=\"texture\"/></pattern>",
);

/// The class of a bar in a phase, and what fills it beside its shade.
fn texture(phase: Option<Phase>) -> (&'static str, &'static str) {
    match phase {
        None => ("project-bar is-unknown", ""),
        Some(Phase::Framing) => ("project-bar is-framing", ""),
        Some(Phase::Design) => ("project-bar", "url(#texture-design)"),
        Some(Phase::Trial) => ("project-bar", "url(#texture-trial)"),
        Some(Phase::RollOut) => ("project-bar is-firm", "url(#texture-roll-out)"),
        Some(Phase::Finished) => ("project-bar is-finished", ""),
        Some(Phase::Withheld) => ("project-bar is-unknown", "url(#texture-withheld)"),
    }
}

/// A bar: its shade, its texture, its outline but for an end that goes on.
fn bar(phase: Option<Phase>, (x0, x1): (f64, f64), y: f64, (start, end): (Edge, Edge)) -> Drawing {
    let (class, fill) = texture(phase);
    let top = y - BAR_PX / 2.0;
    let rect = (x0, top, x1 - x0, BAR_PX);
    let shade = Drawing::new().rect(class, rect, 0.0);
    let filled = if fill.is_empty() { shade } else { shade.filled_rect("", rect, 0.0, fill) };
    let sides = PathData::new().move_to(x0, top).across_to(x1).move_to(x0, top + BAR_PX).across_to(x1);
    let with_start = if start == Edge::Sharp { sides.move_to(x0, top).down_by(BAR_PX) } else { sides };
    let outline = match end {
        Edge::Sharp => with_start.move_to(x1, top).down_by(BAR_PX),
        Edge::Arrow => {
            with_start.move_to(x1 - 5.0, top - 2.0).line_to(x1 + 2.0, y).line_to(x1 - 5.0, top + BAR_PX + 2.0)
        }
        _ => with_start,
    };
    let outline_class = match phase {
        None | Some(Phase::Withheld) => "project-edge is-dotted",
        Some(Phase::Framing) => "project-edge is-dashed",
        Some(_) => "project-edge",
    };
    filled.path(outline_class, &outline)
}

/// The marks of earlier ends at these places.
fn ghosts(places: &[f64], y: f64) -> PathData {
    let top = y - BAR_PX / 2.0 - REACH_PX;
    places.iter().fold(PathData::new(), |path, &x| path.move_to(x, top).down_by(BAR_PX + 2.0 * REACH_PX))
}

/// The line from the first planned end to the present one, above the bar, with a head that points at the present one.
fn moved((from, to): (f64, f64), y: f64) -> PathData {
    let level = y - BAR_PX / 2.0 - REACH_PX;
    let back = if to > from { -4.0 } else { 4.0 };
    PathData::new()
        .move_to(from, level)
        .across_to(to)
        .move_to(to + back, level - 2.5)
        .line_to(to, level)
        .line_to(to + back, level + 2.5)
}

/// The picture of a project: where it reacts, a ring for hover and focus, earlier ends, the bar, its name.
#[must_use]
pub fn draw(placed: &PlacedProject, line: &ProjectLine) -> String {
    let y = placed.y;
    let label = &placed.label;
    let (mut left, mut right) = (label.x, label.x + label.width);
    if let Some(bar) = placed.bar {
        (left, right) = (left.min(bar.x0), right.max(bar.x1));
    }
    let drawing = Drawing::new().rect("hit", (left - 3.0, y - ROW_PX / 2.0, right - left + 6.0, ROW_PX), 0.0);
    let (x0, x1) = placed.bar.map_or((left, right), |bar| (bar.x0, bar.x1));
    let halo = (x0 - 3.0, y - BAR_PX / 2.0 - 3.0, x1 - x0 + 6.0, BAR_PX + 6.0);
    let drawing = drawing.path("ghost", &ghosts(&placed.ghosts, y));
    let drawing = match placed.bar {
        Some(placed) => drawing.group("", &bar(line.phase, (x0, x1), y, (placed.start, placed.end))),
        None => drawing,
    };
    let drawing = match placed.moved {
        Some(span) => {
            drawing.path("ghost is-inside", &ghosts(&placed.ghosts, y)).path("moved", &moved(span, y))
        }
        None => drawing,
    };
    let drawing = drawing.rect("halo", halo, 4.0);
    let (x, anchor) = if label.is_flipped { (label.x + label.width, "end") } else { (label.x, "start") };
    drawing.words("label", x, y + LABEL_SIZE_PX * 0.36, anchor, &[("", &label.text)]).into_markup()
}

/// The timeline without lanes that lies around so many pixels of projects: what [`Surroundings`] ask for.
#[must_use]
pub fn no_events(height: f64) -> PlacedTimeline {
    PlacedTimeline { lanes: Vec::new(), marks: Vec::new(), stubs: Vec::new(), height }
}

/// What lies below the bars: the grid, what comes after the note, the note's date, the names at the left; `around` is of
/// [`no_events`] as high as the projects.
#[must_use]
pub fn ground(placed: &PlacedProjects, around: Surroundings<'_>) -> String {
    let scale = around.scale;
    let note = scale.x_from_day(first_day_after(around.strategy.reference_day()));
    let rule = PathData::new().move_to(note, 0.0).down_by(placed.height);
    let rule = if (0.0..=scale.width_px).contains(&note) { rule } else { PathData::new() };
    let names = heads(placed, around.lane_column, scale.width_px);
    let note = Drawing::new().path("rule", &rule);
    format!(
        "<g transform=\"translate(0 {})\">{}</g>{}",
        px(-AXIS_PX),
        around.ground(),
        Drawing::new().group("note-rule", &note).group("", &names).into_markup()
    )
}

/// The column of names with the lines between its blocks, `column` pixels wide and left of the bars.
fn heads(placed: &PlacedProjects, column: f64, width: f64) -> Drawing {
    let mut separators = PathData::new();
    let mut names = Drawing::new();
    for block in &placed.blocks {
        let mut baseline = block.y + block.padding + (ROW_PX + HEAD_SIZE_PX * 0.72) / 2.0;
        for line in &block.head {
            names = names.text("project-head", -column, baseline, line);
            baseline += LINE_PX;
        }
        if !block.note.is_empty() {
            names = names.text("lane-count", -column, baseline, &block.note);
        }
        if block.padding > 0.0 {
            separators = separators.move_to(-column, block.y + block.height).across_to(width);
        }
    }
    Drawing::new().path("separator", &separators).group("", &names)
}

/// Something that the legend explains.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// The texture of a phase, or of none that is printed.
    Phase(Option<Phase>),
    /// An end of an earlier edition.
    Earlier,
    /// The line from the first end to the present one.
    Moved,
    /// An end that is not published.
    Open,
}

impl Sign {
    /// What the lines show, phases first.
    #[must_use]
    pub fn of(lines: &[ProjectLine]) -> Vec<Self> {
        let phases = Phase::ALL.iter().copied().map(Some).chain([None]);
        let mut signs: Vec<Self> =
            phases.filter(|phase| lines.iter().any(|line| line.phase == *phase)).map(Self::Phase).collect();
        if lines.iter().any(|line| !line.earlier.is_empty()) {
            signs.extend([Self::Earlier, Self::Moved]);
        }
        if lines.iter().any(|line| line.start.is_some() && line.end.is_none()) {
            signs.push(Self::Open);
        }
        signs
    }

    /// What it means.
    #[must_use]
    pub fn meaning(self, lang: Lang) -> &'static str {
        match self {
            Self::Phase(printed) => messages::phase_printed(printed, lang),
            Self::Earlier => words::legend_earlier(lang),
            Self::Moved => words::legend_moved(lang),
            Self::Open => words::legend_open(lang),
        }
    }

    /// A sample as large as [`SAMPLE_PX`].
    #[must_use]
    pub fn sample(self) -> String {
        let whole = (Edge::Sharp, Edge::Sharp);
        let drawing = match self {
            Self::Phase(phase) => bar(phase, (1.0, 29.0), 9.0, whole),
            Self::Earlier => Drawing::new().path("ghost", &ghosts(&[9.0, 20.0], 9.0)),
            Self::Moved => Drawing::new()
                .path("ghost", &ghosts(&[6.0], 11.0))
                .group("", &bar(Some(Phase::Finished), (26.0, 28.0), 11.0, whole))
                .path("moved", &moved((6.0, 28.0), 11.0)),
            Self::Open => bar(Some(Phase::Framing), (1.0, 26.0), 9.0, (Edge::Sharp, Edge::Arrow)),
        };
        drawing.into_markup()
    }
}
