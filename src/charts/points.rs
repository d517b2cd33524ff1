//! Points in a plane as an option: one symbol for each, a few names beside them, lines that say where something is.

use charming::{
    component::{Axis, Grid},
    datatype::CompositeValue,
    element::{
        AxisType, ItemStyle, Label, LabelPosition, LineStyle, LineStyleType, NameLocation, SplitLine, Symbol,
        TextStyle,
    },
    series::{Line, Scatter},
};
use serde::Serialize;

use super::{
    option::{ChartOption, Item, WORDS_PX, color, plain, quiet_axis, words_of_axis},
    rows::{Look, Points, Rule, Scale, ScaleKind},
};

/// How large a symbol is.
const SYMBOL_PX: f64 = 12.0;
/// The room at the left, for values.
const LEFT_PX: f64 = 70.0;
/// The least time between two names of an axis of time: a year.
const YEAR_MS: f64 = 365.0 * 24.0 * 3600.0 * 1000.0;

/// Points or a line across them.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Series {
    /// The points.
    Points {
        /// What charming has.
        #[serde(flatten)]
        base: Box<Scatter>,
        /// Each with its id.
        data: Vec<Item<[f64; 2]>>,
    },
    /// A line that leads to nothing.
    Rule {
        /// What charming has.
        #[serde(flatten)]
        base: Box<Line>,
        /// Its two ends.
        data: Box<[End; 2]>,
    },
}

/// An end of a line.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct End {
    value: [f64; 2],
    #[serde(skip_serializing_if = "Option::is_none")]
    label: Option<Label>,
}

/// The option of points in a plane.
#[must_use]
pub fn option(points: &Points, look: &Look) -> ChartOption<Series> {
    let hue = points.hue.map_or(look.ink.as_str(), |place| look.hue(place));
    let data = points.marks.iter().map(|point| {
        let mut item = Item::of(&point.mark, [point.x, point.mark.value], hue, look);
        // There is no room for names on a phone: the table has them.
        let label = point.label.as_ref().filter(|_| !look.is_narrow());
        item.label = label.map(|text| words(text, look).show(true).position(LabelPosition::Top));
        item
    });
    let base = Scatter::new()
        .symbol(Symbol::Circle)
        .symbol_size(SYMBOL_PX)
        .item_style(ItemStyle::new().color(color(hue)).border_color(color(&look.paper)).border_width(1.0));
    let mut series: Vec<Series> = points.rules.iter().map(|one| rule(one, look)).collect();
    series.push(Series::Points { base: Box::new(base), data: data.collect() });
    let mut option = ChartOption::new(look, series);
    option.grid.push(Grid::new().left(LEFT_PX).right(28.0).top(36.0).bottom(52.0));
    let name = TextStyle::new().color(color(&look.ink)).font_size(WORDS_PX);
    option.x_axis.push(
        axis(&points.across, look)
            .name_location(NameLocation::Middle)
            .name_gap(32.0)
            .name_text_style(name.clone())
            .split_line(SplitLine::new().show(false)),
    );
    option.y_axis.push(
        axis(&points.up, look)
            .name_location(NameLocation::End)
            .name_text_style(name.align("left").padding([0.0, 0.0, 0.0, 8.0 - LEFT_PX])),
    );
    option
}

fn axis(scale: &Scale, look: &Look) -> Axis {
    let kind = match scale.kind {
        ScaleKind::Even => AxisType::Value,
        ScaleKind::Tenfold => AxisType::Log,
        ScaleKind::Time => AxisType::Time,
    };
    let axis = quiet_axis(look)
        .type_(kind)
        .name(scale.name.as_str())
        .axis_label(words_of_axis(look).formatter(scale.format.as_str()));
    let axis = match scale.bounds {
        Some((least, most)) => axis.min(CompositeValue::from(least)).max(CompositeValue::from(most)),
        None => axis,
    };
    if scale.kind == ScaleKind::Time { axis.min_interval(YEAR_MS) } else { axis }
}

fn words(text: &str, look: &Look) -> Label {
    Label::new().formatter(plain(text).as_str()).color(color(&look.ink)).font_size(WORDS_PX)
}

fn rule(rule: &Rule, look: &Look) -> Series {
    let base = Line::new()
        .silent(true)
        // So small that it is not seen: words stand beside symbols only.
        .symbol(Symbol::Circle)
        .symbol_size(0.5)
        .show_symbol(true)
        .item_style(ItemStyle::new().color(color(&look.muted)))
        .line_style(LineStyle::new().color(color(&look.muted)).width(1.5).type_(LineStyleType::Dashed));
    let is_level = rule.from.1 == rule.to.1;
    // Above the end of a level line, away from the name of the axis; beside the head of an upright one.
    let offset = if is_level { (4.0, -10.0) } else { (0.0, 8.0) };
    let label = words(&rule.label, look)
        .show(true)
        .position(LabelPosition::Left)
        .offset(offset)
        .color(color(&look.muted));
    let end = |(x, y): (f64, f64), label| End { value: [x, y], label };
    let data = [end(rule.from, None), end(rule.to, Some(label))];
    Series::Rule { base: Box::new(base), data: Box::new(data) }
}
