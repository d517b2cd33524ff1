//! An indicator over time: its values as they were read, its aim, the day of the note. No line joins what is not counted alike.

use super::{
    trend::{Row, Sign, Table, Trend, together},
    words,
};
use crate::{
    charts::rows::{Chart, Mark, Point, Points, Rule, Scale, ScaleKind},
    i18n::{
        format::{self, OpenEnd, capitalised, date_in_words, with_unit},
        messages,
    },
    model::{
        date::Day,
        id::{IndicatorId, ObservationId},
        indicator::{Observation, ObservationQuality, Quantity},
        order::sorted,
        strategy::Strategy,
        text::Lang,
    },
};

/// A day in milliseconds.
const DAY_MS: f64 = 86_400_000.0;

/// The values of an indicator over time; nothing where there is no such indicator or none was counted.
#[must_use]
pub fn readings(strategy: &Strategy, key: &'static str, slug: &str, lang: Lang) -> Option<Trend> {
    let id: IndicatorId = strategy.find_as(slug)?;
    let indicator = &strategy[id];
    let own: Vec<(ObservationId, &Observation)> =
        strategy.observations().filter(|(_, one)| one.indicator == id).collect();
    let own = sorted(&own, |(_, a), (_, b)| a.date.chronological(&b.date));
    let day = |one: &Observation| one.date.start().map(|date| date.first_day());
    let (first, last) =
        (own.iter().find_map(|(_, one)| day(one))?, own.iter().rev().find_map(|(_, one)| day(one))?);
    let (from, to) = (year_ms(first.to_civil().0), year_ms(last.to_civil().0 + 1));
    let unit = indicator.unit.get(lang);
    let points: Vec<Point> = own
        .iter()
        .filter_map(|(_, one)| {
            let words = format!(
                "{}\n{} · {}",
                capitalised(&date_in_words(one.date, OpenEnd::GoesOn, lang)),
                with_unit(one.value, unit, lang),
                messages::observation_quality(one.quality, lang)
            );
            let is_firm = one.quality == ObservationQuality::Observed;
            let mark = Mark { id: one.slug.clone(), words, value: one.value.as_f64(), is_firm };
            Some(Point { x: ms(day(one)?), mark, label: None })
        })
        .collect();
    let target = indicator.target.map(|target| target.as_f64());
    let top = points.iter().map(|point| point.mark.value).chain(target).fold(0.0, f64::max);
    let aim = indicator.target.map(|value| Rule {
        from: (from, value.as_f64()),
        to: (to, value.as_f64()),
        label: format::named(words::aim(lang), &short(value, unit, lang), lang),
    });
    let note = ms(strategy.reference_day());
    let note = (from..=to).contains(&note).then(|| Rule {
        from: (note, 0.0),
        to: (note, top),
        label: words::note(lang).to_owned(),
    });
    let is_share = unit.starts_with('%');
    Some(Trend {
        key,
        title: title(strategy, id, lang)?,
        about: words::about_readings(lang).to_owned(),
        legend: vec![(Sign::Disc, words::observed(lang)), (Sign::Hollow, words::expected(lang))],
        chart: Chart::Points(Points {
            hue: Some(indicator.theme.hue()),
            across: Scale {
                name: String::new(),
                format: "{yyyy}".to_owned(),
                kind: ScaleKind::Time,
                bounds: Some((from, to)),
            },
            up: Scale {
                name: capitalised(unit),
                format: if is_share {
                    format::with_percent_sign("{value}", lang)
                } else {
                    "{value}".to_owned()
                },
                kind: ScaleKind::Even,
                bounds: None,
            },
            marks: points,
            rules: aim.into_iter().chain(note).collect(),
        }),
        table: Table {
            name: words::date(lang),
            heads: vec![words::value(lang), words::quality(lang)],
            rows: own.iter().map(|(id, one)| row(*id, one, unit, lang)).collect(),
        },
        sources: together(strategy, own.iter().map(|(_, one)| &one.sources)),
        cautions: vec![(id.into(), words::indicator_record(indicator.label.get(lang), lang))],
    })
}

fn ms(day: Day) -> f64 {
    f64::from(day.0) * DAY_MS
}

fn year_ms(year: i32) -> f64 {
    ms(Day::from_civil(year, 1, 1))
}

/// A value with a unit of one letter, and without one that is said elsewhere.
fn short(value: Quantity, unit: &str, lang: Lang) -> String {
    let number = format::quantity(value, lang);
    if unit.starts_with('%') { format::with_percent_sign(&number, lang) } else { number }
}

fn row(id: ObservationId, one: &Observation, unit: &str, lang: Lang) -> Row {
    Row {
        id: id.into(),
        name: capitalised(&date_in_words(one.date, OpenEnd::GoesOn, lang)),
        cells: vec![
            short(one.value, unit, lang),
            messages::observation_quality(one.quality, lang).to_owned(),
        ],
    }
}

/// What was last counted, against the aim.
fn title(strategy: &Strategy, id: IndicatorId, lang: Lang) -> Option<String> {
    let indicator = &strategy[id];
    let unit = indicator.unit.get(lang);
    let last = strategy.latest_observation(id).filter(|one| one.quality == ObservationQuality::Observed)?;
    let date = date_in_words(last.date, OpenEnd::GoesOn, lang);
    let aim = indicator.target.map(|target| short(target, unit, lang));
    Some(words::readings_title(
        indicator.label.get(lang),
        &short(last.value, unit, lang),
        &date,
        aim.as_deref(),
        lang,
    ))
}
