//! The drifts that the editions of the panorama publish, with the number of projects and their cost.

use super::{
    trend::{Row, Sign, Table, Trend, together},
    words,
};
use crate::{
    charts::rows::{Chart, Editions, Mark, Panel, Run},
    i18n::{
        format::{self, OpenEnd, date_in_words},
        label::{Label, label},
        messages::{self, messages},
    },
    model::{
        id::EditionId,
        indicator::Quantity,
        panorama,
        project::{Edition, EditionQuality},
        strategy::Strategy,
        text::Lang,
    },
};

/// The drifts by edition; nothing without two editions.
#[must_use]
pub fn drift(strategy: &Strategy, lang: Lang) -> Option<Trend> {
    let editions = panorama::editions(strategy);
    let places = places(strategy, &editions)?;
    let percent = |value: Quantity| format::with_percent_sign(&format::quantity(value, lang), lang);
    let run = |name: &'static str, value: &dyn Fn(&Edition) -> Option<(f64, String)>| Run {
        name: name.to_owned(),
        marks: places.iter().map(|(_, id)| mark(strategy, (*id)?, name, value, lang)).collect(),
    };
    let share = |pick: fn(&Edition) -> Option<Quantity>| {
        move |one: &Edition| pick(one).map(|pct| (pct.as_f64(), percent(pct)))
    };
    let schedule = run(words::schedule(lang), &share(|one| one.schedule_drift_pct));
    let budget = run(words::budget(lang), &share(|one| one.budget_drift_pct));
    let count = run(words::projects(lang), &|one| {
        one.projects.map(|count| (f64::from(count), messages::projects(count as usize, lang)))
    });
    let cost = run(words::cost(lang), &|one| {
        // In billions, as the axis has it.
        one.cost.map(|euros| (euros.as_f64() / 1e9, format::amount(euros, lang)))
    });
    let panel = |name: &str, format: &str, is_bars, runs| Panel {
        name: name.to_owned(),
        format: format.to_owned(),
        is_bars,
        runs,
    };
    let percent_axis = format::with_percent_sign("{value}", lang);
    let panels = vec![
        panel(words::drift_axis(lang), &percent_axis, false, vec![schedule, budget]),
        panel(words::projects(lang), "{value}", true, vec![count]),
        panel(words::cost(lang), words::billions_axis(lang), true, vec![cost]),
    ];
    let names = places.iter().map(|(number, id)| place_name(strategy, *number, *id)).collect();
    let rows = editions.iter().map(|&id| row(strategy, id, lang)).collect();
    let perimeter = panorama::perimeter_change(strategy).map(|(fact, first)| {
        (fact.into(), words::perimeter(&date_in_words(strategy[first].date, OpenEnd::GoesOn, lang), lang))
    });
    Some(Trend {
        key: "drift",
        title: title(strategy, &editions, lang)?,
        about: words::about_drift(&panorama::numbers_without_data(strategy), lang),
        legend: vec![
            (Sign::Full, words::schedule(lang)),
            (Sign::Dashed, words::budget(lang)),
            (Sign::Hollow, words::computed(lang)),
        ],
        chart: Chart::Editions(Editions { places: names, panels }),
        table: Table {
            name: words::edition(lang),
            heads: vec![
                words::schedule(lang),
                words::budget(lang),
                words::projects(lang),
                words::cost(lang),
                words::cost_means(lang),
                words::quality(lang),
            ],
            rows,
        },
        sources: together(strategy, editions.iter().map(|&id| &strategy[id].sources)),
        cautions: perimeter.into_iter().collect(),
    })
}

/// Every number from the first edition to the last, with the edition that bears it: a gap where none does.
fn places(strategy: &Strategy, editions: &[EditionId]) -> Option<Vec<(u32, Option<EditionId>)>> {
    let numbered: Vec<_> =
        editions.iter().filter_map(|&id| Some((panorama::number(strategy, id)?, id))).collect();
    let (first, last) = (
        numbered.iter().map(|(number, _)| *number).min()?,
        numbered.iter().map(|(number, _)| *number).max()?,
    );
    let edition = |number| numbered.iter().find(|(own, _)| *own == number).map(|(_, id)| *id);
    (first < last).then(|| (first..=last).map(|number| (number, edition(number))).collect())
}

/// The number of an edition above its year.
fn place_name(strategy: &Strategy, number: u32, edition: Option<EditionId>) -> String {
    let year = edition.and_then(|id| strategy[id].date.start()).map(|date| format!("\n{}", date.year()));
    format!("{number}{}", year.unwrap_or_default())
}

fn mark(
    strategy: &Strategy,
    id: EditionId,
    name: &str,
    value: &dyn Fn(&Edition) -> Option<(f64, String)>,
    lang: Lang,
) -> Option<Mark> {
    let edition = &strategy[id];
    let (value, text) = value(edition)?;
    Some(Mark {
        id: edition.slug.clone(),
        words: format!("{}\n{}", name_of(strategy, id, lang), format::named(name, &text, lang)),
        value,
        is_firm: edition.quality == EditionQuality::Published,
    })
}

/// "Édition de novembre 2016".
fn name_of(strategy: &Strategy, id: EditionId, lang: Lang) -> String {
    match label(strategy, id.into(), lang) {
        Label::Name(name) => name,
        Label::Statement(_) => strategy[id].slug.clone(),
    }
}

fn row(strategy: &Strategy, id: EditionId, lang: Lang) -> Row {
    let edition = &strategy[id];
    let missing = || messages(lang).not_published().to_owned();
    let percent = |value: Option<Quantity>| {
        value.map_or_else(missing, |value| format::with_percent_sign(&format::quantity(value, lang), lang))
    };
    let number = panorama::number(strategy, id).map(|number| format!("{number}. ")).unwrap_or_default();
    Row {
        id: id.into(),
        name: number + &name_of(strategy, id, lang),
        cells: vec![
            percent(edition.schedule_drift_pct),
            percent(edition.budget_drift_pct),
            edition.projects.map_or_else(missing, |count| format::integer(i64::from(count), lang)),
            edition.cost.map_or_else(missing, |cost| format::amount(cost, lang)),
            edition.cost_label.get(lang).to_owned(),
            messages::edition_quality(edition.quality, lang).to_owned(),
        ],
    }
}

/// From which drift to which, each with its date: the editions that give one are not the same for both.
fn title(strategy: &Strategy, editions: &[EditionId], lang: Lang) -> Option<String> {
    let ends = |pick: fn(&Edition) -> Option<Quantity>| {
        let known: Vec<_> = editions.iter().filter_map(|&id| Some((id, pick(&strategy[id])?))).collect();
        let said = |(id, value): (EditionId, Quantity)| {
            let date =
                strategy[id].date.start().map_or_else(String::new, |date| format::plain_date(date, lang));
            (format::with_percent_sign(&format::quantity(value, lang), lang), date)
        };
        Some((said(*known.first()?), said(*known.last()?)))
    };
    let (budget, schedule) = (ends(|one| one.budget_drift_pct)?, ends(|one| one.schedule_drift_pct)?);
    Some(words::drift_title(&budget, &schedule, lang))
}
