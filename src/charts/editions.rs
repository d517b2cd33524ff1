//! Values by edition as an option: panels one below the other on the same places, lines with symbols, bars with patterns.

use charming::{
    component::{Axis, Grid},
    datatype::CompositeValue,
    element::{AxisType, ItemStyle, LineStyle, LineStyleType, NameLocation, SplitLine, Symbol},
    series::{Bar, Line},
};
use serde::Serialize;

use super::{
    option::{ChartOption, Item, color, quiet_axis, words_of_axis},
    rows::{Editions, Look, Panel, Run},
};

/// The room above each panel, for its name.
const HEAD_PX: f64 = 34.0;
/// The room below the last panel, for the names of the places.
const FOOT_PX: f64 = 44.0;
/// The room at the left, for values.
const LEFT_PX: f64 = 62.0;
/// How large a symbol is.
const SYMBOL_PX: f64 = 9.0;

/// A run of values as a series.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Series {
    /// On a line, broken where a value is missing.
    Line {
        /// What charming has.
        #[serde(flatten)]
        base: Box<Line>,
        /// A place without a value is null.
        data: Vec<Option<Item<f64>>>,
    },
    /// As bars.
    Bar {
        /// What charming has.
        #[serde(flatten)]
        base: Box<Bar>,
        /// A place without a value is null.
        data: Vec<Option<Item<f64>>>,
    },
}

/// The option of values by edition.
#[must_use]
pub fn option(editions: &Editions, look: &Look) -> ChartOption<Series> {
    let count = editions.panels.len().max(1) as f64;
    let height = (look.height_px - FOOT_PX) / count;
    let mut series = Vec::new();
    for (place, panel) in editions.panels.iter().enumerate() {
        for (rank, run) in panel.runs.iter().enumerate() {
            series.push(one(panel, run, (place, rank), look));
        }
    }
    let mut option = ChartOption::new(look, series);
    for (place, panel) in editions.panels.iter().enumerate() {
        let is_last = place + 1 == editions.panels.len();
        let top = place as f64 * height + HEAD_PX;
        option.grid.push(Grid::new().left(LEFT_PX).right(12.0).top(top).height(height - HEAD_PX - 6.0));
        option.x_axis.push(across(editions, place, is_last, look));
        option.y_axis.push(up(panel, place, look));
    }
    option
}

fn across(editions: &Editions, panel: usize, is_last: bool, look: &Look) -> Axis {
    quiet_axis(look)
        .type_(AxisType::Category)
        .grid_index(panel as f64)
        .data(editions.places.clone())
        .axis_label(words_of_axis(look).show(is_last))
        .split_line(SplitLine::new().show(false))
}

fn up(panel: &Panel, place: usize, look: &Look) -> Axis {
    quiet_axis(look)
        .type_(AxisType::Value)
        .grid_index(place as f64)
        .name(panel.name.as_str())
        .name_location(NameLocation::End)
        .name_text_style(charming::element::TextStyle::new().color(color(&look.ink)).align("left").padding([
            0.0,
            0.0,
            0.0,
            8.0 - LEFT_PX,
        ]))
        .split_number(3.0)
        .axis_label(words_of_axis(look).formatter(panel.format.as_str()))
        .min(CompositeValue::from(0.0))
}

fn one(panel: &Panel, run: &Run, (place, rank): (usize, usize), look: &Look) -> Series {
    // The hues are those of themes, and mean nothing else.
    let hue = if rank == 0 && !panel.is_bars { &look.ink } else { &look.muted };
    let data: Vec<_> = run
        .marks
        .iter()
        .map(|mark| mark.as_ref().map(|mark| Item::of(mark, mark.value, hue, look)))
        .collect();
    let index = place as f64;
    if panel.is_bars {
        let base = Bar::new()
            .name(run.name.as_str())
            .x_axis_index(index)
            .y_axis_index(index)
            .bar_width("60%")
            .item_style(ItemStyle::new().color(color(hue)));
        return Series::Bar { base: Box::new(base), data };
    }
    // A second line differs in its stroke and its symbol as well.
    let (symbol, stroke) = match rank {
        0 => (Symbol::Circle, LineStyleType::Solid),
        _ => (Symbol::Diamond, LineStyleType::Dashed),
    };
    let base = Line::new()
        .name(run.name.as_str())
        .x_axis_index(index)
        .y_axis_index(index)
        .connect_nulls(false)
        .show_symbol(true)
        .symbol(symbol)
        .symbol_size(SYMBOL_PX)
        .item_style(ItemStyle::new().color(color(hue)))
        .line_style(LineStyle::new().color(color(hue)).width(2.0).type_(stroke));
    Series::Line { base: Box::new(base), data }
}
