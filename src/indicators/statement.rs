//! What a quantity comes to at the note's date, in words and as a share of what it is measured against.

use super::{
    course::{Course, Drift, Firmness, Point, Whole},
    words,
};
use crate::{
    i18n::format::{self, OpenEnd, date_in_words, with_unit},
    model::{
        date::Edtf,
        id::EditionId,
        indicator::{ObservationQuality, Quantity},
        panorama,
        strategy::Strategy,
        text::Lang,
    },
};

/// The place of the value that stands for a quantity at the note's date: what the note itself states; else what was
/// counted last by then; else what the note's day found expected or promised.
#[must_use]
pub fn at_note(course: &Course, strategy: &Strategy) -> Option<usize> {
    let day = strategy.reference_day();
    let was_known =
        |point: &Point| point.date.earliest().or(point.date.latest()).is_some_and(|first| first <= day);
    let points = &course.points;
    points
        .iter()
        .position(|point| point.is_of_note)
        .or_else(|| points.iter().rposition(|point| was_known(point) && point.firmness.is_counted()))
        .or_else(|| points.iter().rposition(was_known))
}

/// The place of the latest value that was counted after the note's date.
#[must_use]
pub fn since_note(course: &Course, strategy: &Strategy) -> Option<usize> {
    let day = strategy.reference_day();
    course.points.iter().rposition(|point| {
        point.firmness.is_counted() && point.date.earliest().is_some_and(|first| first > day)
    })
}

/// A value as a share of what it is measured against, of 1; nothing without a positive whole.
#[must_use]
pub fn share(course: &Course, place: usize) -> Option<f64> {
    course.points.get(place)?.value.share_of(course.whole?.quantity())
}

/// What a quantity comes to, in sentences.
#[must_use]
pub fn in_words(course: &Course, strategy: &Strategy, lang: Lang) -> Vec<String> {
    let mut sentences = Vec::new();
    let at = at_note(course, strategy);
    match at {
        Some(place) => sentences.push(of_value(course, place, lang)),
        None => sentences.push(words::no_reading(lang).to_owned()),
    }
    match course.whole {
        Some(Whole::Target(target, Some(date))) => {
            let target = with_unit(target, &course.unit, lang);
            sentences.push(words::target_by(&target, &date_in_words(date, OpenEnd::ToCome, lang), lang));
        }
        Some(Whole::Target(target, None)) => {
            sentences.push(words::target_without_date(&with_unit(target, &course.unit, lang), lang));
        }
        Some(Whole::Envelope(..)) => {}
        None => sentences.push(words::no_target(lang).to_owned()),
    }
    if let Some(since) = since_note(course, strategy) {
        let point = &course.points[since];
        let counted = &course.series[point.series];
        let is_other = at.is_some_and(|place| course.points[place].series != point.series);
        let value = with_unit(point.value, &course.unit, lang);
        sentences.push(words::since(&value, &date_of(point.date, lang), counted, is_other, lang));
    }
    sentences
}

fn date_of(date: Edtf, lang: Lang) -> String {
    date_in_words(date, OpenEnd::GoesOn, lang)
}

/// A value with its date, and as a share of the whole.
fn of_value(course: &Course, place: usize, lang: Lang) -> String {
    let point = &course.points[place];
    let value = match course.whole {
        // A share of a share says nothing more.
        Some(whole) if !course.unit.starts_with('%') => {
            let whole = with_unit(whole.quantity(), &course.unit, lang);
            words::out_of(&format::quantity(point.value, lang), &whole, lang)
        }
        _ => with_unit(point.value, &course.unit, lang),
    };
    let date = date_of(point.date, lang);
    let standing = match (point.is_of_note, point.firmness) {
        (true, Firmness::Observation(ObservationQuality::Forecast)) => words::forecast_of_note(&date, lang),
        (true, Firmness::Observation(ObservationQuality::Announced)) => {
            words::announced_in_note(lang).to_owned()
        }
        (true, _) => words::at_note(lang).to_owned(),
        (false, Firmness::Observation(ObservationQuality::Forecast)) => words::forecast(&date, lang),
        (false, Firmness::Observation(ObservationQuality::Announced)) => words::announced(&date, lang),
        (false, _) => words::last_before_note(&date, lang),
    };
    let share = share(course, place).filter(|_| !course.unit.starts_with('%'));
    let share = share.map(|share| {
        let is_of_envelope = matches!(course.whole, Some(Whole::Envelope(..)));
        words::that_is(&format::percent(share, lang), is_of_envelope, lang)
    });
    match share {
        Some(share) => format!("{value} {standing}, {share}."),
        None => format!("{value} {standing}."),
    }
}

/// The latest edition of the panorama that could be read on the note's day.
#[must_use]
pub fn edition_at_note(strategy: &Strategy) -> Option<EditionId> {
    let day = strategy.reference_day();
    let was_out = |edition: &EditionId| {
        let date = strategy[*edition].published.unwrap_or(strategy[*edition].date);
        date.latest().or(date.earliest()).is_some_and(|last| last <= day)
    };
    panorama::editions(strategy).into_iter().rfind(was_out)
}

/// What the drifts come to, in sentences.
#[must_use]
pub fn drifts_in_words(strategy: &Strategy, lang: Lang) -> Vec<String> {
    let mut sentences = Vec::new();
    let of =
        |drift: Drift, edition: EditionId| drift.of(&strategy[edition]).map(|value| percent(value, lang));
    if let Some(edition) = edition_at_note(strategy) {
        let date = date_of(strategy[edition].date, lang);
        let [schedule, budget] = Drift::ALL.map(|drift| of(drift, edition));
        sentences.push(words::edition_at_note(&date, schedule.as_deref(), budget.as_deref(), lang));
    }
    sentences.push(words::no_target(lang).to_owned());
    for drift in Drift::ALL {
        let latest = panorama::editions(strategy).into_iter().rfind(|&edition| of(drift, edition).is_some());
        let latest = latest.filter(|&edition| {
            strategy[edition].date.earliest().is_some_and(|first| first > strategy.reference_day())
        });
        if let Some((edition, value)) = latest.and_then(|edition| Some((edition, of(drift, edition)?))) {
            let name = words::drift(drift, lang);
            sentences.push(words::latest_drift(name, &value, &date_of(strategy[edition].date, lang), lang));
        }
    }
    sentences
}

/// A drift in words.
#[must_use]
pub fn percent(value: Quantity, lang: Lang) -> String {
    format::with_percent_sign(&format::quantity(value, lang), lang)
}
