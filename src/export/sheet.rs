//! A sheet that is filled from top to bottom: lines of words, signs with their meaning, drawings.

use crate::{
    text_metrics::{
        TextMetrics, Weight,
        lines::{balanced, broken},
    },
    ui::drawing::{Drawing, PathData, px},
};

/// How words are set: their class with the measures that it has.
#[derive(Clone, Copy, Debug)]
pub struct Setting {
    /// The class, as [`super::look`] knows it.
    pub class: &'static str,
    /// Font size.
    pub size_px: f64,
    /// From one line to the next.
    pub line_px: f64,
    /// Weight, by which they are measured, titles as if they were sans-serif: serifs are narrower.
    pub weight: Weight,
}

/// Small words above a title.
pub const KICKER: Setting =
    Setting { class: "kicker", size_px: 13.0, line_px: 18.0, weight: Weight::Regular };
/// A title on the widest sheets.
pub const LARGEST_TITLE: Setting =
    Setting { class: "title is-largest", size_px: 38.0, line_px: 44.0, weight: Weight::Bold };
/// A title on a wide sheet.
pub const LARGE_TITLE: Setting =
    Setting { class: "title is-large", size_px: 33.0, line_px: 38.0, weight: Weight::Bold };
/// A title on a narrow sheet.
pub const TITLE: Setting = Setting { class: "title", size_px: 26.0, line_px: 31.0, weight: Weight::Bold };
/// A sum below a title.
pub const SUM: Setting = Setting { class: "sum", size_px: 16.0, line_px: 22.0, weight: Weight::Bold };
/// The name of a part.
pub const HEADING: Setting = Setting { class: "heading", size_px: 14.0, line_px: 24.0, weight: Weight::Bold };
/// What is shown.
pub const SHOWN: Setting = Setting { class: "shown", size_px: 14.0, line_px: 20.0, weight: Weight::Regular };
/// What signs mean.
pub const LEGEND: Setting =
    Setting { class: "legend", size_px: 12.5, line_px: 20.0, weight: Weight::Regular };
/// Cautions and sources.
pub const FINE: Setting = Setting { class: "fine", size_px: 12.0, line_px: 16.0, weight: Weight::Regular };
/// Where the view can be found.
pub const ADDRESS: Setting = Setting { class: "address", size_px: 12.0, line_px: 16.0, weight: Weight::Bold };

impl Setting {
    /// The width of a text.
    #[must_use]
    pub fn width_px(self, text: &str, metrics: &TextMetrics) -> f64 {
        metrics.width_px(text, self.weight, self.size_px)
    }

    /// How far the baseline is below the top of the line.
    #[must_use]
    pub fn baseline_px(self) -> f64 {
        // Letters rise by about 0.72 and fall by 0.22 of the size: their middle is the middle of the line.
        self.line_px / 2.0 + self.size_px * 0.35
    }
}

/// Space between a sign and its meaning, and between two entries of a legend.
const ENTRY_GAPS_PX: (f64, f64) = (7.0, 20.0);

/// An entry of a legend.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The sign, as markup.
    pub sign: String,
    /// Its width and height; that is at most the height of a line.
    pub sign_px: (f64, f64),
    /// What it means.
    pub meaning: String,
}

/// A sheet. Everything on it lies between its margins.
#[derive(Clone)]
pub struct Sheet<'a> {
    /// Widths of texts.
    pub metrics: &'a TextMetrics,
    /// The left margin.
    pub left: f64,
    /// The width between the margins.
    pub room: f64,
    /// How far it is filled.
    pub y: f64,
    markup: String,
}

impl<'a> Sheet<'a> {
    /// An empty sheet.
    #[must_use]
    pub fn new(metrics: &'a TextMetrics, left: f64, room: f64) -> Self {
        Self { metrics, left, room, y: 0.0, markup: String::new() }
    }

    /// Leaves space.
    pub fn leave(&mut self, height: f64) {
        self.y += height;
    }

    /// The width of a text.
    #[must_use]
    pub fn width_px(&self, setting: Setting, text: &str) -> f64 {
        setting.width_px(text, self.metrics)
    }

    /// The lines of a text, at most `most` of them.
    #[must_use]
    pub fn lines(&self, setting: Setting, text: &str, most: usize) -> Vec<String> {
        broken(text, self.room, most, |line| self.width_px(setting, line))
    }

    /// Sets a text on at most `most` lines.
    pub fn set(&mut self, setting: Setting, text: &str, most: usize) {
        for line in self.lines(setting, text, most) {
            self.set_line(setting, &line);
        }
    }

    /// Sets a text on as few lines as can be, at most `most`, of about one length.
    pub fn set_balanced(&mut self, setting: Setting, text: &str, most: usize) {
        for line in balanced(text, self.room, most, |line| self.width_px(setting, line)) {
            self.set_line(setting, &line);
        }
    }

    /// Sets one line.
    pub fn set_line(&mut self, setting: Setting, line: &str) {
        let drawing = Drawing::new().text(setting.class, self.left, self.y + setting.baseline_px(), line);
        self.markup.push_str(&drawing.into_markup());
        self.y += setting.line_px;
    }

    /// Sets a line that ends at the right margin, beside the line that comes next.
    pub fn set_at_right(&mut self, setting: Setting, line: &str) {
        let (x, y) = (self.left + self.room, self.y + setting.baseline_px());
        self.markup.push_str(&Drawing::new().words(setting.class, x, y, "end", &[("", line)]).into_markup());
    }

    /// Sets the entries of a legend one after the other, on as many lines as it takes.
    pub fn set_legend(&mut self, entries: &[Entry]) {
        let setting = LEGEND;
        let mut x = 0.0;
        for (place, entry) in entries.iter().enumerate() {
            let (sign_width, sign_height) = entry.sign_px;
            let most_meaning = self.room - sign_width - ENTRY_GAPS_PX.0;
            let width = |text: &str| setting.width_px(text, self.metrics);
            let meaning = broken(&entry.meaning, most_meaning, 1, width).pop().unwrap_or_default();
            let entry_width = sign_width + ENTRY_GAPS_PX.0 + width(&meaning);
            if place > 0 && x + entry_width > self.room {
                x = 0.0;
                self.y += setting.line_px;
            }
            let top = self.y + (setting.line_px - sign_height) / 2.0;
            self.draw(self.left + x, top, &entry.sign);
            let at = self.left + x + sign_width + ENTRY_GAPS_PX.0;
            let drawing = Drawing::new().text(setting.class, at, self.y + setting.baseline_px(), &meaning);
            self.markup.push_str(&drawing.into_markup());
            x += entry_width + ENTRY_GAPS_PX.1;
        }
        if !entries.is_empty() {
            self.y += setting.line_px;
        }
    }

    /// Puts a drawing somewhere.
    pub fn draw(&mut self, x: f64, y: f64, markup: &str) {
        self.markup.push_str(&moved(x, y, markup));
    }

    /// A thin line from margin to margin.
    pub fn rule(&mut self) {
        let path = PathData::new().move_to(self.left, self.y).across_to(self.left + self.room);
        self.markup.push_str(&Drawing::new().path("frame", &path).into_markup());
    }

    /// The markup, with the classes of the drawings.
    #[must_use]
    pub fn into_markup(self) -> String {
        self.markup
    }
}

/// Markup moved to a place.
#[must_use]
pub fn moved(x: f64, y: f64, markup: &str) -> String {
    format!("<g transform=\"translate({} {})\">{markup}</g>", px(x), px(y))
}
