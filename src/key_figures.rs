//! The key figures at the top of the page: computed from the data, each a link to its record.

use crate::{
    i18n::format,
    model::{
        id::{EnvelopeId, IndicatorId, RecordId},
        indicator::{Observation, ObservationQuality},
        strategy::Strategy,
        text::Lang,
    },
};

/// The most figures shown.
const MOST: usize = 5;

/// A key figure.
#[derive(Clone, Debug, PartialEq)]
pub struct KeyFigure {
    /// The record it leads to.
    pub record: RecordId,
    /// The figure.
    pub figure: String,
    /// What it is.
    pub label: String,
    /// How far it has come, of 1, where that can be said.
    pub reached: Option<f64>,
    /// Whether that was counted; a forecast is drawn hollow.
    pub is_observed: bool,
}

/// The figures of a strategy: the first budget, what has been given out of its parts, the quantities that the
/// note follows towards a target, the other budgets.
#[must_use]
pub fn key_figures(strategy: &Strategy, lang: Lang) -> Vec<KeyFigure> {
    let mut tops = strategy.scopes().filter_map(|(scope, _)| strategy.roots(scope).next());
    let first = tops.next();
    let attributed = first
        .into_iter()
        .flat_map(|top| strategy.parts(top, None))
        .filter_map(|part| attributed_figure(strategy, part, lang));
    let followed = strategy.indicators().filter_map(|(id, _)| indicator_figure(strategy, id, lang));
    let mut figures: Vec<_> = first.and_then(|top| budget_figure(strategy, top, lang)).into_iter().collect();
    figures.extend(attributed.take(1));
    figures.extend(followed.take(MOST - 1 - figures.len()));
    let left = MOST.saturating_sub(figures.len());
    figures.extend(tops.filter_map(|top| budget_figure(strategy, top, lang)).take(left));
    figures
}

fn budget_figure(strategy: &Strategy, top: EnvelopeId, lang: Lang) -> Option<KeyFigure> {
    let envelope = &strategy[top];
    Some(KeyFigure {
        record: top.into(),
        figure: format::amount(envelope.amount?, lang),
        label: envelope.label.get(lang).to_owned(),
        reached: None,
        is_observed: true,
    })
}

fn attributed_figure(strategy: &Strategy, part: EnvelopeId, lang: Lang) -> Option<KeyFigure> {
    let envelope = &strategy[part];
    let (attributed, whole) = (envelope.attributed?, envelope.amount?);
    Some(KeyFigure {
        record: part.into(),
        figure: crate::i18n::messages::of_amount(
            &format::amount(attributed, lang),
            &format::amount(whole, lang),
            lang,
        ),
        label: crate::i18n::messages::attributed_of(envelope.label.get(lang), lang),
        reached: attributed.share_of(whole),
        is_observed: true,
    })
}

/// An indicator with a target, as the note itself states it.
fn indicator_figure(strategy: &Strategy, id: IndicatorId, lang: Lang) -> Option<KeyFigure> {
    let indicator = &strategy[id];
    let target = indicator.target?;
    let in_note =
        |observation: &&Observation| observation.indicator == id && !observation.note_refs.is_empty();
    let observation = strategy.observations().map(|(_, one)| one).find(in_note)?;
    let quality = crate::i18n::messages::observation_quality(observation.quality, lang);
    let is_observed = observation.quality == ObservationQuality::Observed;
    let label = indicator.label.get(lang);
    let value = format::quantity(observation.value, lang);
    // A share is its own figure: "90 %" says more than "90 / 100".
    let figure = if indicator.unit.get(lang).starts_with('%') {
        format::with_percent_sign(&value, lang)
    } else {
        format!("{value} / {}", format::quantity(target, lang))
    };
    Some(KeyFigure {
        record: id.into(),
        figure,
        label: if is_observed { label.to_owned() } else { format!("{label}, {quality}") },
        reached: observation.value.share_of(target),
        is_observed,
    })
}
