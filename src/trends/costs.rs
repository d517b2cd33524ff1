//! The large projects of the last edition with a table: what each costs against how long it is planned to take.

use super::{
    trend::{Row, Sign, Table, Trend, together},
    words,
};
use crate::{
    charts::rows::{Chart, Mark, Point, Points, Scale, ScaleKind},
    i18n::{
        format::{self, OpenEnd, date_in_words},
        messages::{self, messages},
    },
    model::{
        indicator::Quantity, money::Euros, order::sorted, panorama, project::ProjectEdition,
        strategy::Strategy, text::Lang,
    },
};

/// How many projects are named on the chart.
const NAMED: usize = 5;

/// A project with a place on the chart: its cost and its planned duration.
type Placed<'a> = (&'a ProjectEdition, Euros, Quantity);

/// Cost against planned duration; nothing without an edition that has a table.
#[must_use]
pub fn costs(strategy: &Strategy, lang: Lang) -> Option<Trend> {
    let edition = panorama::default_edition(strategy)?;
    let lines: Vec<&ProjectEdition> = panorama::table(strategy, edition).collect();
    let lines = sorted(&lines, |a, b| b.cost.cmp(&a.cost));
    let placed: Vec<Placed> = lines
        .iter()
        .filter_map(|line| Some((*line, line.cost.filter(|cost| cost.is_positive())?, line.planned_years?)))
        .collect();
    let points = placed.iter().enumerate().map(|(place, (line, cost, years))| {
        let project = &strategy[line.project];
        let duration = messages::years(&format::quantity(*years, lang), lang);
        Point {
            x: years.as_f64(),
            mark: Mark {
                id: project.slug.clone(),
                words: format!("{}\n{} · {duration}", project.label, format::amount(*cost, lang)),
                // In millions, as the axis has it.
                value: cost.as_f64() / 1e6,
                is_firm: true,
            },
            label: (place < NAMED).then(|| project.label.clone()),
        }
    });
    let date = date_in_words(strategy[edition].date, OpenEnd::GoesOn, lang);
    Some(Trend {
        key: "costs",
        title: title(&placed, lang)?,
        about: words::about_costs(&date, lines.len(), placed.len(), lang),
        legend: vec![(Sign::Disc, words::one_project(lang))],
        chart: Chart::Points(Points {
            hue: None,
            across: Scale {
                name: words::duration_axis(lang).to_owned(),
                format: "{value}".to_owned(),
                kind: ScaleKind::Even,
                bounds: None,
            },
            up: Scale {
                name: words::cost_axis(lang).to_owned(),
                format: words::millions_axis(lang).to_owned(),
                kind: ScaleKind::Tenfold,
                bounds: None,
            },
            marks: points.collect(),
            rules: Vec::new(),
        }),
        table: Table {
            name: words::project(lang),
            heads: vec![words::cost(lang), words::duration(lang), words::phase(lang)],
            rows: lines.iter().map(|line| row(strategy, line, lang)).collect(),
        },
        sources: together(strategy, [&strategy[edition].sources]),
        cautions: Vec::new(),
    })
}

fn row(strategy: &Strategy, line: &ProjectEdition, lang: Lang) -> Row {
    let missing = || messages(lang).not_published().to_owned();
    Row {
        id: line.project.into(),
        name: strategy[line.project].label.clone(),
        cells: vec![
            line.cost.map_or_else(missing, |cost| format::amount(cost, lang)),
            line.planned_years
                .map_or_else(missing, |years| messages::years(&format::quantity(years, lang), lang)),
            line.phase.map_or_else(missing, |phase| messages::phase(phase, lang).to_owned()),
        ],
    }
}

/// The fewest projects whose costs make half of all that is published.
fn title(placed: &[Placed], lang: Lang) -> Option<String> {
    let all = Euros::checked_sum(placed.iter().map(|(_, cost, _)| *cost))?;
    let mut sum = 0;
    let half = placed.iter().position(|(_, cost, _)| {
        sum += cost.0;
        sum.saturating_mul(2) >= all.0
    })?;
    let longest = placed.iter().map(|(.., years)| *years).max()?;
    let shortest = placed.iter().map(|(.., years)| *years).min()?;
    let years = |years| format::quantity(years, lang);
    Some(words::costs_title(half + 1, placed.len(), &years(shortest), &years(longest), lang))
}
