//! What the editions say of a project as small multiples: its cost, its duration and its planned end, edition after edition.
//!
//! A line joins what two tables in a row say. Where an edition between them has no table, or does not list the project or its
//! cost, the line is broken: nothing is filled in. All of it is a change between editions; no edition publishes a drift by
//! project.

use super::words;
use crate::{
    i18n::{
        format::{self, short_date},
        messages::{self, messages},
    },
    model::{
        date::Date,
        id::{EditionId, ProjectId},
        money::Euros,
        panorama::{self, Change, change_of_cost},
        project::ProjectEdition,
        strategy::Strategy,
        text::Lang,
    },
    ui::drawing::{Drawing, PathData, px},
};

/// Width of the drawing; it may be shown narrower.
const WIDTH_PX: f64 = 320.0;
/// Height of one multiple, with its caption.
const ROW_PX: f64 = 74.0;
/// Height of the caption.
const CAPTION_PX: f64 = 18.0;
/// Room for a point at the ends.
const END_PX: f64 = 6.0;
/// Height of the line of years.
const YEARS_PX: f64 = 18.0;

/// One multiple: a value in each edition that gives one.
#[derive(Clone, Debug, PartialEq)]
pub struct Multiple {
    /// First and last value, and how they differ, in words.
    pub caption: String,
    /// By the place of the edition among all editions.
    pub values: Vec<(usize, f64)>,
    /// Whether its axis begins at zero.
    pub is_from_zero: bool,
}

/// The whole history of a project.
#[derive(Clone, Debug, PartialEq)]
pub struct History {
    /// All editions up to the last with a table: where each is in time, and whether it has a table.
    pub editions: Vec<(EditionId, f64, bool)>,
    /// The multiples that have at least two values.
    pub multiples: Vec<Multiple>,
    /// The places of the editions in which its scope is a new one.
    pub new_scopes: Vec<usize>,
}

/// The history of a project; nothing while no two editions give a value.
#[must_use]
pub fn history(strategy: &Strategy, project: ProjectId, lang: Lang) -> Option<History> {
    let last = panorama::default_edition(strategy)?;
    let mut editions: Vec<_> = Vec::new();
    for id in panorama::editions(strategy) {
        let day = strategy[id].date.start().map_or(0, |date| date.first_day().0);
        editions.push((id, f64::from(day), panorama::has_table(strategy, id)));
        if id == last {
            break;
        }
    }
    let lines = strategy.editions_of(project);
    let place_of = |line: &ProjectEdition| editions.iter().position(|(id, ..)| *id == line.edition);
    let placed: Vec<(usize, &ProjectEdition)> =
        lines.iter().filter_map(|line| Some((place_of(line)?, *line))).collect();
    let values = |value: &dyn Fn(&ProjectEdition) -> Option<f64>| -> Vec<(usize, f64)> {
        placed.iter().filter_map(|(place, line)| Some((*place, value(line)?))).collect()
    };
    let has_new_scope = placed.iter().skip(1).any(|(_, line)| line.new_scope);
    let costs = values(&|line| line.cost.map(Euros::as_f64));
    let years = values(&|line| line.planned_years.map(|years| years.as_f64()));
    let ends = values(&|line| Some(f64::from(line.planned_end()?.months())));
    let multiples = [
        cost_caption(strategy, project, &lines, lang).map(|caption| (caption, costs, true)),
        duration_caption(&lines, lang).map(|caption| (caption, years, true)),
        end_caption(&lines, has_new_scope, lang).map(|caption| (caption, ends, false)),
    ];
    let multiples: Vec<Multiple> = multiples
        .into_iter()
        .flatten()
        .filter(|(_, values, _)| values.len() >= 2)
        .map(|(caption, values, is_from_zero)| Multiple { caption, values, is_from_zero })
        .collect();
    let new_scopes = placed.iter().filter(|(_, line)| line.new_scope).map(|(place, _)| *place).collect();
    (!multiples.is_empty()).then_some(History { editions, multiples, new_scopes })
}

fn cost_caption(
    strategy: &Strategy,
    project: ProjectId,
    lines: &[&ProjectEdition],
    lang: Lang,
) -> Option<String> {
    let with_cost: Vec<_> = lines.iter().filter_map(|line| Some((line.edition, line.cost?))).collect();
    let ((_, first), (last, to)) = (with_cost.first()?, with_cost.last()?);
    let change = match change_of_cost(strategy, project, *last) {
        // The first cost is of another scope: it is named, and not compared.
        Change::Since { from, .. } if from != *first => messages(lang).new_scope().to_owned(),
        Change::NewScope => messages(lang).new_scope().to_owned(),
        change => change.share().map(|share| format::signed_percent(share, lang)).unwrap_or_default(),
    };
    let (from, to) = (format::amount(*first, lang), format::amount(*to, lang));
    Some(words::from_to(words::cost(lang), &from, &to, &change))
}

fn duration_caption(lines: &[&ProjectEdition], lang: Lang) -> Option<String> {
    let years: Vec<_> = lines.iter().filter_map(|line| line.planned_years).collect();
    let in_words = |years| messages::years(&format::quantity(years, lang), lang);
    let (from, to) = (in_words(*years.first()?), in_words(*years.last()?));
    Some(words::from_to(words::planned_duration(lang), &from, &to, ""))
}

fn end_caption(lines: &[&ProjectEdition], has_new_scope: bool, lang: Lang) -> Option<String> {
    let ends: Vec<Date> = lines.iter().filter_map(|line| line.planned_end()).collect();
    let (first, last) = (*ends.first()?, *ends.last()?);
    let slip = last.months() - first.months();
    // Across a new scope nothing is compared; the rule through all three says where it is.
    let change = if has_new_scope { String::new() } else { words::signed_months(slip, lang) };
    Some(words::from_to(words::planned_end(lang), &short_date(first, lang), &short_date(last, lang), &change))
}

impl History {
    /// All of it in a sentence.
    #[must_use]
    pub fn in_words(&self, lang: Lang) -> String {
        let captions: Vec<_> = self.multiples.iter().map(|multiple| multiple.caption.as_str()).collect();
        format::named(words::change_between_editions(lang), &captions.join("\u{202f}; "), lang)
    }

    /// The drawing, as a picture with a name.
    #[must_use]
    pub fn markup(&self, lang: Lang) -> String {
        let height = self.multiples.len() as f64 * ROW_PX + YEARS_PX;
        let mut drawing = Drawing::new();
        let bottom = height - YEARS_PX;
        for &place in &self.new_scopes {
            let line = PathData::new().move_to(self.x(place), CAPTION_PX).line_to(self.x(place), bottom);
            drawing = drawing.path("history-scope", &line);
        }
        for (row, multiple) in self.multiples.iter().enumerate() {
            drawing = self.draw(drawing, multiple, row as f64 * ROW_PX);
        }
        let name = self.in_words(lang).replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;");
        format!(
            "<svg class=\"history\" role=\"img\" aria-label=\"{name}\" viewBox=\"0 0 {} {}\" width=\"{}\" height=\"{}\">{}</svg>",
            px(WIDTH_PX),
            px(height),
            px(WIDTH_PX),
            px(height),
            self.draw_years(drawing, bottom).into_markup()
        )
    }

    fn x(&self, place: usize) -> f64 {
        let day = |place: usize| self.editions.get(place).map_or(0.0, |(_, day, _)| *day);
        let (first, last) = (day(0), day(self.editions.len().saturating_sub(1)));
        END_PX + (day(place) - first) / (last - first).max(1.0) * (WIDTH_PX - 2.0 * END_PX)
    }

    fn draw(&self, drawing: Drawing, multiple: &Multiple, top: f64) -> Drawing {
        let (least, most) =
            multiple.values.iter().fold((f64::INFINITY, f64::NEG_INFINITY), |(least, most), (_, value)| {
                (least.min(*value), most.max(*value))
            });
        let least = if multiple.is_from_zero { 0.0 } else { least };
        let (ceiling, floor) = (top + CAPTION_PX + 6.0, top + ROW_PX - 8.0);
        // What does not vary lies on the floor of an axis that has no zero.
        let y =
            |value: f64| floor - (value - least) / (most - least).max(f64::MIN_POSITIVE) * (floor - ceiling);
        let base = PathData::new().move_to(0.0, floor).line_to(WIDTH_PX, floor);
        let mut drawing =
            drawing.text("history-words", 0.0, top + 13.0, &multiple.caption).path("history-base", &base);
        for pair in multiple.values.windows(2) {
            let [(from, start), (to, end)] = [pair[0], pair[1]];
            if to == from + 1 {
                let line = PathData::new().move_to(self.x(from), y(start)).line_to(self.x(to), y(end));
                drawing = drawing.path("history-line", &line);
            }
        }
        for &(place, value) in &multiple.values {
            let (x, y) = (self.x(place), y(value));
            drawing = drawing.rect("history-point", (x - 3.0, y - 3.0, 6.0, 6.0), 3.0);
        }
        // An edition without a table is a hollow mark on the floor.
        for (place, _) in self.editions.iter().enumerate().filter(|(_, (.., has_table))| !has_table) {
            drawing = drawing.rect("history-missing", (self.x(place) - 2.0, floor - 2.0, 4.0, 4.0), 2.0);
        }
        drawing
    }

    fn draw_years(&self, mut drawing: Drawing, top: f64) -> Drawing {
        let first = self.editions.first().map_or(0.0, |(_, day, _)| *day);
        let last = self.editions.last().map_or(0.0, |(_, day, _)| *day);
        let year_of = |day: f64| Date::from_day(crate::model::date::Day(day as i32)).year();
        for year in year_of(first) + 1..=year_of(last) {
            let Some(start) =
                crate::model::date::Edtf::parse(&format!("{year:04}")).ok().and_then(|date| date.start())
            else {
                continue;
            };
            let share = (f64::from(start.first_day().0) - first) / (last - first).max(1.0);
            let x = END_PX + share * (WIDTH_PX - 2.0 * END_PX);
            if x < WIDTH_PX - 14.0 {
                drawing = drawing.centred_text("history-words is-year", x, top + 13.0, &year.to_string());
            }
        }
        drawing
    }
}
