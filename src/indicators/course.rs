//! The values of a quantity over time, as the data give them: which of them count the same, which may be joined, and where what is counted changes.

use crate::{
    i18n::messages,
    model::{
        date::Edtf,
        envelope::Envelope,
        id::{EditionId, EnvelopeId, FactId, IndicatorId, ObservationId, RecordId, SourceId},
        indicator::{ObservationQuality, Quantity},
        order::sorted,
        panorama,
        project::{Edition, EditionQuality},
        strategy::Strategy,
        text::{Lang, ProseId},
    },
};

/// How firm a value is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Firmness {
    /// Of an observation.
    Observation(ObservationQuality),
    /// Of a headline of an edition.
    Edition(EditionQuality),
}

impl Firmness {
    /// Whether it was counted; what was expected or promised is drawn hollow.
    #[must_use]
    pub fn is_counted(self) -> bool {
        !matches!(self, Self::Observation(ObservationQuality::Forecast | ObservationQuality::Announced))
    }

    /// In a word.
    #[must_use]
    pub fn in_words(self, lang: Lang) -> &'static str {
        match self {
            Self::Observation(quality) => messages::observation_quality(quality, lang),
            Self::Edition(quality) => messages::edition_quality(quality, lang),
        }
    }
}

/// A value at a date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Point {
    /// The record that gives it.
    pub record: RecordId,
    /// When.
    pub date: Edtf,
    /// How many.
    pub value: Quantity,
    /// How firm it is.
    pub firmness: Firmness,
    /// Whether the note itself states it.
    pub is_of_note: bool,
    /// The place of its series.
    pub series: usize,
    /// What exactly was counted.
    pub definition: ProseId,
    /// Where it comes from.
    pub sources: Vec<SourceId>,
}

/// Two values that a step joins: they count the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Join {
    /// The place of the earlier one.
    pub from: usize,
    /// The place of the later one.
    pub to: usize,
}

/// From a date on something else is counted, or it is counted otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Turn {
    /// The date of the first value after it.
    pub date: Edtf,
    /// The fact that tells of it, where one does.
    pub fact: Option<FactId>,
}

/// What a quantity is measured against.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whole {
    /// A target.
    Target(Quantity, Option<Edtf>),
    /// The amount of an envelope, in millions of euros.
    Envelope(Quantity, EnvelopeId),
}

impl Whole {
    /// How much it is.
    #[must_use]
    pub fn quantity(self) -> Quantity {
        match self {
            Self::Target(quantity, _) | Self::Envelope(quantity, _) => quantity,
        }
    }

    /// By when it is to be reached.
    #[must_use]
    pub fn date(self) -> Option<Edtf> {
        match self {
            Self::Target(_, date) => date,
            Self::Envelope(..) => None,
        }
    }
}

/// A quantity over time.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Course {
    /// Its values, from the earliest to the latest.
    pub points: Vec<Point>,
    /// What each series counts, in the order they begin.
    pub series: Vec<String>,
    /// The steps.
    pub joins: Vec<Join>,
    /// The changes of what is counted.
    pub turns: Vec<Turn>,
    /// What it is measured against.
    pub whole: Option<Whole>,
    /// The unit, as the data have it: "%…" for shares.
    pub unit: String,
}

/// The course of an indicator.
#[must_use]
pub fn of_indicator(strategy: &Strategy, id: IndicatorId, lang: Lang) -> Course {
    let indicator = &strategy[id];
    let own: Vec<ObservationId> = strategy
        .observations()
        .filter(|(_, observation)| observation.indicator == id)
        .map(|(observation, _)| observation)
        .collect();
    let own = sorted(&own, |&a, &b| strategy[a].date.chronological(&strategy[b].date));
    let mut course = Course {
        whole: whole_of(strategy, id),
        unit: indicator.unit.get(lang).to_owned(),
        ..Course::default()
    };
    for id in own {
        let observation = &strategy[id];
        let counted = observation.counted.get(lang);
        let known = course.series.iter().position(|series| series == counted);
        let series = known.unwrap_or_else(|| {
            // The first series is no change.
            if !course.series.is_empty() {
                course.turns.push(Turn { date: observation.date, fact: None });
            }
            course.series.push(counted.to_owned());
            course.series.len() - 1
        });
        course.points.push(Point {
            record: id.into(),
            date: observation.date,
            value: observation.value,
            firmness: Firmness::Observation(observation.quality),
            is_of_note: !observation.note_refs.is_empty(),
            series,
            definition: observation.definition,
            sources: observation.sources.clone(),
        });
    }
    course.joins = joins(&course.points);
    course
}

/// What an indicator is measured against.
#[must_use]
pub fn whole_of(strategy: &Strategy, id: IndicatorId) -> Option<Whole> {
    let indicator = &strategy[id];
    if let Some(envelope) = indicator.envelope {
        return in_millions(&strategy[envelope]).map(|amount| Whole::Envelope(amount, envelope));
    }
    Some(Whole::Target(indicator.target?, indicator.target_date))
}

/// The amount of an envelope in millions of euros: a quantity is kept as thousandths.
fn in_millions(envelope: &Envelope) -> Option<Quantity> {
    envelope.amount.map(|amount| Quantity(amount.0 / 1_000))
}

/// Each value is joined to the latest one before it that was counted and counts the same. A forecast hangs on what was
/// counted before it, and nothing hangs on a forecast.
fn joins(points: &[Point]) -> Vec<Join> {
    let before = |to: usize| {
        points[..to]
            .iter()
            .rposition(|from| from.series == points[to].series && from.firmness.is_counted())
            .map(|from| Join { from, to })
    };
    (0..points.len()).filter_map(before).collect()
}

/// One of the two mean drifts that the editions of the panorama publish.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Drift {
    /// Of durations.
    Schedule,
    /// Of costs.
    Budget,
}

impl Drift {
    /// Both, in the order they are shown.
    pub const ALL: [Self; 2] = [Self::Schedule, Self::Budget];

    /// What an edition gives for it, in percent.
    #[must_use]
    pub fn of(self, edition: &Edition) -> Option<Quantity> {
        match self {
            Self::Schedule => edition.schedule_drift_pct,
            Self::Budget => edition.budget_drift_pct,
        }
    }
}

/// The course of a drift. A step joins two editions in a row that both give a value obtained alike: it is broken where an
/// edition gives none, and where the method or the perimeter changes.
#[must_use]
pub fn of_drift(strategy: &Strategy, drift: Drift, lang: Lang) -> Course {
    let turns: Vec<(FactId, EditionId)> =
        [panorama::method_change(strategy), panorama::perimeter_change(strategy)]
            .into_iter()
            .flatten()
            .collect();
    let mut course = Course { unit: "%".to_owned(), ..Course::default() };
    let mut before: Option<(usize, u32)> = None;
    for id in panorama::editions(strategy) {
        let edition = &strategy[id];
        let Some(value) = drift.of(edition) else { continue };
        let quality = messages::edition_quality(edition.quality, lang);
        let known = course.series.iter().position(|series| series == quality);
        let series = known.unwrap_or_else(|| {
            course.series.push(quality.to_owned());
            course.series.len() - 1
        });
        let (to, number) = (course.points.len(), panorama::number(strategy, id).unwrap_or_default());
        course.points.push(Point {
            record: id.into(),
            date: edition.date,
            value,
            firmness: Firmness::Edition(edition.quality),
            is_of_note: false,
            series,
            definition: ProseId::NONE,
            sources: edition.sources.clone(),
        });
        let is_turn = turns.iter().any(|(_, first)| *first == id);
        if let Some((from, last)) = before
            && last + 1 == number
            && course.points[from].series == series
            && !is_turn
        {
            course.joins.push(Join { from, to });
        }
        before = Some((to, number));
    }
    course.turns = turns
        .into_iter()
        .map(|(fact, first)| Turn { date: strategy[first].date, fact: Some(fact) })
        .collect();
    course
}
