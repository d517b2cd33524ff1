//! The option of ECharts that all charts share: charming's types where it has them, ours where it lacks a field.
//!
//! charming's own `Chart` brings every series there is; only what is drawn here is named. Its items have no id, no words
//! of their own and no symbol: [`Item`] has.

use charming::{
    component::{Axis, Grid},
    element::{
        AxisLabel, AxisLine, AxisTick, Color, ItemStyle, Label, LineStyle, SplitLine, TextStyle, Tooltip,
        Trigger,
    },
};
use serde::Serialize;

use super::rows::{Look, Mark};

/// The size of words in pixels.
pub const WORDS_PX: f64 = 12.0;

/// A chart as ECharts takes it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ChartOption<S> {
    /// Whether things move when they change.
    pub animation: bool,
    /// How long they do, in milliseconds.
    pub animation_duration: u32,
    /// The type of all words.
    pub text_style: TextStyle,
    /// Patterns beside colours.
    pub aria: Patterns,
    /// What is said of a mark that is pointed at.
    pub tooltip: Card,
    /// The boxes of the panels.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub grid: Vec<Grid>,
    /// The axes from left to right.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub x_axis: Vec<Axis>,
    /// The axes from bottom to top.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub y_axis: Vec<Axis>,
    /// What is drawn.
    pub series: Vec<S>,
}

impl<S> ChartOption<S> {
    /// A chart of these series without a panel.
    #[must_use]
    pub fn new(look: &Look, series: Vec<S>) -> Self {
        let text_style =
            TextStyle::new().color(color(&look.ink)).font_family(look.family.as_str()).font_size(WORDS_PX);
        Self {
            animation: look.has_motion,
            animation_duration: 200,
            text_style,
            aria: Patterns {
                enabled: true,
                label: Shown { show: false, enabled: false },
                decal: Shown { show: true, enabled: true },
            },
            tooltip: Card {
                base: Tooltip::new()
                    .trigger(Trigger::Item)
                    .background_color(color(&look.paper))
                    .border_color(color(&look.muted))
                    .border_width(1.0),
                render_mode: "richText",
                confine: true,
                text_style: TextStyle::new()
                    .color(color(&look.ink))
                    .font_family(look.family.as_str())
                    .font_size(WORDS_PX),
            },
            grid: Vec::new(),
            x_axis: Vec::new(),
            y_axis: Vec::new(),
            series,
        }
    }
}

/// Patterns beside colours. The words for who listens are the page's.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Patterns {
    enabled: bool,
    label: Shown,
    decal: Shown,
}

/// Whether something is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
struct Shown {
    show: bool,
    enabled: bool,
}

/// What is said of a mark that is pointed at, drawn like the rest: in HTML it would be refused by a strict policy.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Card {
    #[serde(flatten)]
    base: Tooltip,
    render_mode: &'static str,
    confine: bool,
    text_style: TextStyle,
}

/// A mark with an id, words of its own and a look of its own.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Item<V> {
    /// The record it leads to.
    pub id: String,
    /// Where it is.
    pub value: V,
    /// What it says.
    pub tooltip: Words,
    /// Its look.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub item_style: Option<ItemStyle>,
    /// What is written beside it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub label: Option<Label>,
}

impl<V> Item<V> {
    /// The item of a mark. What is not firm is hollow: the colour is that of its edge.
    #[must_use]
    pub fn of(mark: &Mark, value: V, hue: &str, look: &Look) -> Self {
        let hollow = || ItemStyle::new().color(color(&look.paper)).border_color(color(hue)).border_width(2.0);
        Self {
            id: mark.id.clone(),
            value,
            tooltip: Words::new(&mark.words),
            item_style: (!mark.is_firm).then(hollow),
            label: None,
        }
    }
}

/// A text as it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Words {
    formatter: String,
}

impl Words {
    /// The text. Braces would be read as names of values: those of data become round.
    #[must_use]
    pub fn new(text: &str) -> Self {
        Self { formatter: plain(text) }
    }
}

/// A text that holds no name of a value.
#[must_use]
pub fn plain(text: &str) -> String {
    text.replace('{', "(").replace('}', ")")
}

/// A colour of the page.
#[must_use]
pub fn color(css: &str) -> Color {
    Color::Value(css.to_owned())
}

/// An axis as all charts have it: no line, fine rules across.
#[must_use]
pub fn quiet_axis(look: &Look) -> Axis {
    let rule = LineStyle::new().color(color(&look.rule)).width(1.0);
    Axis::new()
        .name_text_style(TextStyle::new().color(color(&look.muted)).font_size(WORDS_PX))
        .axis_label(words_of_axis(look))
        .axis_line(AxisLine::new().show(false))
        .axis_tick(AxisTick::new().show(false))
        .split_line(SplitLine::new().show(true).line_style(rule))
}

/// The words along an axis.
#[must_use]
pub fn words_of_axis(look: &Look) -> AxisLabel {
    AxisLabel::new().color(color(&look.muted)).font_size(WORDS_PX)
}
