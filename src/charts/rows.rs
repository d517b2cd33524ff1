//! What a page asks of a chart, as plain values that cross to the module of the charts.

use serde::{Deserialize, Serialize};

/// The colours, the type and the room of the page, as its style sheet has them.
#[derive(Clone, Debug, PartialEq)]
pub struct Look {
    /// Colour of words.
    pub ink: String,
    /// Colour of lesser words.
    pub muted: String,
    /// Colour of fine lines.
    pub rule: String,
    /// Colour of the ground.
    pub paper: String,
    /// The colours that marks may have.
    pub hues: Vec<String>,
    /// The font.
    pub family: String,
    /// The width of the room in pixels.
    pub width_px: f64,
    /// The height of the room in pixels.
    pub height_px: f64,
    /// Whether things may move.
    pub has_motion: bool,
}

impl Look {
    /// A colour for marks; that of words if the page has none.
    #[must_use]
    pub fn hue(&self, place: usize) -> &str {
        let place = place.checked_rem(self.hues.len());
        place.and_then(|place| self.hues.get(place)).unwrap_or(&self.ink)
    }

    /// Whether the room is that of a phone.
    #[must_use]
    pub fn is_narrow(&self) -> bool {
        self.width_px < 560.0
    }
}

/// What is drawn.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Chart {
    /// Values by edition, one panel below the other.
    Editions(Editions),
    /// Points in a plane.
    Points(Points),
    /// Amounts that flow from node to node.
    Flows(Flows),
}

impl Chart {
    /// How many marks it draws: what a reader could point at.
    #[must_use]
    pub fn marks(&self) -> usize {
        match self {
            Self::Editions(Editions { panels, .. }) => {
                panels.iter().flat_map(|panel| &panel.runs).flat_map(|run| &run.marks).flatten().count()
            }
            Self::Points(points) => points.marks.len(),
            Self::Flows(flows) => flows.nodes.len() + flows.links.len(),
        }
    }
}

/// A value that leads to a record.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Mark {
    /// The identifier of the record.
    pub id: String,
    /// What it says when pointed at, in lines.
    pub words: String,
    /// How much.
    pub value: f64,
    /// Whether it was counted or printed: what is expected or worked out is drawn hollow.
    pub is_firm: bool,
}

/// Values by edition. A place without a mark is a gap, never a line across it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Editions {
    /// The names of all places, known or not.
    pub places: Vec<String>,
    /// The panels, from the top.
    pub panels: Vec<Panel>,
}

/// What has one scale.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Panel {
    /// What is measured.
    pub name: String,
    /// How a value is written on the axis, `{value}` standing for it.
    pub format: String,
    /// Whether values are bars from zero rather than points on a line.
    pub is_bars: bool,
    /// The runs of values.
    pub runs: Vec<Run>,
}

/// Values that belong together.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Run {
    /// What they are.
    pub name: String,
    /// A mark for each place that has one.
    pub marks: Vec<Option<Mark>>,
}

/// Points in a plane.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Points {
    /// The colour of the points; that of words for what belongs to no theme.
    pub hue: Option<usize>,
    /// What is measured from left to right.
    pub across: Scale,
    /// What is measured from bottom to top.
    pub up: Scale,
    /// The points.
    pub marks: Vec<Point>,
    /// Lines across the plane that say where something is.
    pub rules: Vec<Rule>,
}

/// What a direction means.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Scale {
    /// What is measured; empty where the title says it.
    pub name: String,
    /// How a value is written, `{value}` standing for it; for time as ECharts writes years.
    pub format: String,
    /// The kind of scale.
    pub kind: ScaleKind,
    /// Where it begins and ends; by the values where it does not matter.
    pub bounds: Option<(f64, f64)>,
}

/// A kind of scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ScaleKind {
    /// Equal steps.
    Even,
    /// Ten times as much at each step.
    Tenfold,
    /// Time, in milliseconds since 1970.
    Time,
}

/// A point that leads to a record.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Point {
    /// How far to the right.
    pub x: f64,
    /// How far up, and what it is.
    pub mark: Mark,
    /// What is written beside it; nothing beside most.
    pub label: Option<String>,
}

/// A line across the plane.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Rule {
    /// Where it begins.
    pub from: (f64, f64),
    /// Where it ends.
    pub to: (f64, f64),
    /// What it is.
    pub label: String,
}

/// Amounts that flow from node to node, from the left to the right.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Flows {
    /// The nodes.
    pub nodes: Vec<Node>,
    /// What flows between them.
    pub links: Vec<Link>,
}

/// Where amounts meet.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Node {
    /// What links name it by.
    pub key: String,
    /// The identifier of the record it leads to.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its amount in words.
    pub amount: String,
    /// How many steps from the left.
    pub step: usize,
    /// Its colour; nothing for what is not published.
    pub hue: Option<usize>,
}

/// An amount that flows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Link {
    /// The key of the node it comes from.
    pub from: String,
    /// The key of the node it goes to.
    pub to: String,
    /// How much, in euros.
    pub value: f64,
    /// The identifier of the record it leads to.
    pub id: String,
    /// What it says when pointed at, in lines.
    pub words: String,
}

impl Flows {
    /// What flows into a node and out of it, in euros.
    #[must_use]
    pub fn balance(&self, key: &str) -> (f64, f64) {
        let sum = |own: &dyn Fn(&Link) -> bool| {
            self.links.iter().filter(|link| own(link)).map(|link| link.value).sum()
        };
        (sum(&|link| link.to == key), sum(&|link| link.from == key))
    }
}
