//! Amounts that flow from node to node as an option: bands as wide as their amounts, from left to right or down a phone.

use charming::{
    element::{Color, ItemStyle, Label, LabelPosition, LineStyle, Orient},
    series::{Sankey, SankeyNodeAlign},
};
use serde::Serialize;

use super::{
    option::{ChartOption, WORDS_PX, Words, color, plain},
    rows::{Flows, Look, Node},
};
use crate::text_metrics::{TextMetrics, Weight, lines::broken};

/// How thick a node is.
const NODE_PX: f64 = 14.0;
/// How far two nodes of a step are apart: two lines of words beside the thinnest do not meet those of the next.
const GAP_PX: f64 = 24.0;

/// What is left free of the room beside a node.
const MARGIN_PX: f64 = 12.0;
/// The least room that words are given.
const LEAST_PX: f64 = 40.0;
/// The most lines beside a node.
const MOST_LINES: usize = 3;

/// The flows as a series.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Series {
    #[serde(flatten)]
    base: Sankey,
    node_width: f64,
    node_gap: f64,
    draggable: bool,
    edge_label: Hidden,
    data: Vec<NodeItem>,
    links: Vec<LinkItem>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
struct Hidden {
    show: bool,
}

/// A node: ECharts knows it by `name`, a click by `id`.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct NodeItem {
    name: String,
    record: String,
    depth: usize,
    item_style: ItemStyle,
    label: Label,
    tooltip: Words,
}

/// An amount that flows.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct LinkItem {
    source: String,
    target: String,
    value: f64,
    record: String,
    tooltip: Words,
    line_style: LineStyle,
}

/// The option of flows.
#[must_use]
pub fn option(flows: &Flows, look: &Look) -> ChartOption<Series> {
    let steps = flows.nodes.iter().map(|node| node.step).max().unwrap_or(0);
    let color_of = |key: &str| {
        let node = flows.nodes.iter().find(|node| node.key == key);
        node.map_or_else(|| color(&look.muted), |node| hue(node, look))
    };
    let data = flows.nodes.iter().map(|node| NodeItem {
        name: node.key.clone(),
        record: node.id.clone(),
        depth: node.step,
        item_style: ItemStyle::new().color(hue(node, look)).border_width(0.0),
        label: label(node, steps, look),
        tooltip: Words::new(&format!("{}\n{}", node.name, node.amount)),
    });
    let links = flows.links.iter().map(|link| LinkItem {
        source: link.from.clone(),
        target: link.to.clone(),
        value: link.value,
        record: link.id.clone(),
        tooltip: Words::new(&link.words),
        line_style: LineStyle::new().color(color_of(&link.to)).opacity(0.35).curveness(0.5),
    });
    let base = Sankey::new()
        .left(2.0)
        .right(right_px(look))
        .top(8.0)
        .bottom(8.0)
        .orient(Orient::Horizontal)
        .node_align(SankeyNodeAlign::Left)
        // The order of the data is that of the page.
        .layout_iterations(0_u64);
    let series = Series {
        base,
        node_width: NODE_PX,
        node_gap: GAP_PX,
        draggable: false,
        edge_label: Hidden { show: false },
        data: data.collect(),
        links: links.collect(),
    };
    ChartOption::new(look, vec![series])
}

fn hue(node: &Node, look: &Look) -> Color {
    color(node.hue.map_or(look.muted.as_str(), |place| look.hue(place)))
}

/// The room at the right, for the words beside the last nodes.
fn right_px(look: &Look) -> f64 {
    if look.is_narrow() { 60.0 } else { 150.0 }
}

/// The words beside a node. Broken by us: ECharts would break within an amount, at its comma.
fn label(node: &Node, steps: usize, look: &Look) -> Label {
    let between = (look.width_px - right_px(look)) / steps.max(1) as f64 - NODE_PX;
    let room = if node.step == steps { right_px(look) } else { between } - MARGIN_PX;
    let metrics = TextMetrics::cautious();
    let width = |text: &str| metrics.width_px(text, Weight::Regular, WORDS_PX);
    let words = || {
        let text = format!("{} ·\u{a0}{}", node.name, node.amount);
        let lines = broken(&text, room.max(LEAST_PX), MOST_LINES, width);
        // An amount on a line of its own needs nothing between.
        lines.join("\n").replace("\n·\u{a0}", "\n")
    };
    // On a phone there is room for amounts alone: the table has the names.
    let text = if look.is_narrow() { node.amount.clone() } else { words() };
    Label::new()
        .formatter(plain(&text).as_str())
        .position(LabelPosition::Right)
        .color(color(&look.ink))
        .font_size(WORDS_PX)
}
