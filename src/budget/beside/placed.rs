//! What stands beside the map of a budget, as shapes: squares on one scale of area, bars on one scale of length, and no amount ever added to another.

use crate::model::{
    discrepancy::Claim,
    envelope::{Measure, Stage},
    id::{AppropriationId, DiscrepancyId, EnvelopeId, FactId, ObservationId, RecordId, ScopeId, SourceId},
    indicator::Quantity,
    money::Euros,
    strategy::Strategy,
};

/// The government's own count of what goes to digital.
const WIDER_COUNT: &str = "sept-milliards";
/// The whole recovery plan.
const WHOLE_PLAN: &str = "plan-relance-total";
/// Why the narrow count and the wider one differ.
const TWO_COUNTS: &str = "perimetre-des-908";
/// The envelope that both counts hold with another amount, and what of it the wider one holds.
const COUNTED_TWICE: [&str; 2] = ["relance-fibre", "fibre-origine-relance"];
/// Why two figures are given of what has been given out.
const TWO_SHARES: &str = "part-attribuee-88";
/// What has been given out according to the note, and the source that the note is.
const SHARE_IN_NOTE: [&str; 2] = ["credits-88-2021-12", "note"];
/// What was executed as a share of the initial law and of what was under management: commitments, then payments.
const EXECUTED: [(Measure, [&str; 2]); 2] = [
    (Measure::Commitment, ["p363-action-04-ae-lfi", "p363-action-04-ae-gestion"]),
    (Measure::Payment, ["p363-action-04-cp-lfi", "p363-action-04-cp-gestion"]),
];

/// A square whose area stands for an amount.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PlacedSquare {
    /// What it leads to.
    pub record: RecordId,
    /// The amount.
    pub amount: Euros,
    /// Its side in pixels.
    pub side_px: f64,
}

/// Squares on one scale of area, the greatest `greatest_px` wide; an amount that no area can stand for has none.
#[must_use]
pub fn squares(figures: &[(RecordId, Euros)], greatest_px: f64) -> Vec<PlacedSquare> {
    let drawn = || figures.iter().filter(|(_, amount)| amount.is_positive());
    let Some(greatest) = drawn().map(|(_, amount)| *amount).max() else { return Vec::new() };
    let side = |amount: Euros| greatest_px * amount.share_of(greatest).unwrap_or_default().sqrt();
    drawn().map(|&(record, amount)| PlacedSquare { record, amount, side_px: side(amount) }).collect()
}

/// A narrow count beside wider ones, none of which holds the next.
#[derive(Clone, Debug, PartialEq)]
pub struct Perspective {
    /// The budget shown, the wider count, the whole plan.
    pub squares: [PlacedSquare; 3],
    /// The wider count, for its date.
    pub wider: FactId,
    /// The envelope that both counts hold.
    pub envelope: EnvelopeId,
    /// Its amount in the narrow count and in the wider one.
    pub counted: [Euros; 2],
    /// The discrepancy that explains it.
    pub reason: DiscrepancyId,
}

impl Perspective {
    /// The top of `scope` beside the wider counts; nothing unless the data hold them all. `strategy` is the whole.
    #[must_use]
    pub fn of(strategy: &Strategy, scope: ScopeId, greatest_px: f64) -> Option<Self> {
        let top = strategy.roots(scope).next()?;
        let (wider, plan): (FactId, FactId) = (strategy.find_as(WIDER_COUNT)?, strategy.find_as(WHOLE_PLAN)?);
        let [envelope, within]: [EnvelopeId; 2] =
            [strategy.find_as(COUNTED_TWICE[0])?, strategy.find_as(COUNTED_TWICE[1])?];
        let (total, within_scope) = (strategy[top].amount?, strategy[envelope].scope == scope);
        let figures = [
            (top.into(), Some(total).filter(|_| within_scope)?),
            (wider.into(), euros(strategy[wider].value?)),
            (plan.into(), euros(strategy[plan].value?)),
        ];
        Some(Self {
            squares: squares(&figures, greatest_px).try_into().ok()?,
            wider,
            envelope,
            counted: [strategy[envelope].amount?, strategy[within].amount?],
            reason: strategy.find_as(TWO_COUNTS)?,
        })
    }
}

/// A value in whole euros.
fn euros(value: Quantity) -> Euros {
    Euros(value.0 / 1_000)
}

/// What has been given out of an envelope.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Given {
    /// What it leads to.
    pub record: RecordId,
    /// What has been given out.
    pub given: Euros,
    /// Of what.
    pub of: Euros,
    /// The length of both as shares of a full bar.
    pub lengths: [f64; 2],
}

impl Given {
    fn new(record: impl Into<RecordId>, given: Euros, of: Euros, full: Euros) -> Option<Self> {
        let length = |amount: Euros| amount.share_of(full).map(|share| share.max(0.0));
        Some(Self { record: record.into(), given, of, lengths: [length(given)?, length(of)?] })
    }
}

/// Two figures of what has been given out of one envelope, and the detail of one of them.
#[derive(Clone, Debug, PartialEq)]
pub struct Attributed {
    /// The envelope.
    pub envelope: EnvelopeId,
    /// The observation with the note's figure.
    pub observation: ObservationId,
    /// The note's figure.
    pub in_note: Given,
    /// The sum of the published detail.
    pub published: Given,
    /// That detail, part by part; the bars have the scale of the two above.
    pub parts: Vec<Given>,
    /// The discrepancy that explains why the two differ.
    pub reason: DiscrepancyId,
}

impl Attributed {
    /// What has been given out in `scope`; nothing unless both figures and the whole detail are there.
    #[must_use]
    pub fn of(strategy: &Strategy, scope: ScopeId) -> Option<Self> {
        let reason: DiscrepancyId = strategy.find_as(TWO_SHARES)?;
        let observation: ObservationId = strategy.find_as(SHARE_IN_NOTE[0])?;
        let note: SourceId = strategy.find_as(SHARE_IN_NOTE[1])?;
        let envelope = strategy[reason].about.iter().find_map(|&id| EnvelopeId::try_from(id).ok())?;
        let full = strategy[envelope].amount.filter(|_| strategy[envelope].scope == scope)?;
        let in_note = strategy[reason].claims.iter().find_map(|(claim, source)| match claim {
            Claim::Eur(amount) if *source == note => Some(*amount),
            _ => None,
        })?;
        let given = |id: EnvelopeId| Given::new(id, strategy[id].attributed?, strategy[id].amount?, full);
        Some(Self {
            envelope,
            observation,
            in_note: Given::new(observation, in_note, full, full)?,
            published: given(envelope)?,
            parts: strategy.parts(envelope, None).map(given).collect::<Option<_>>()?,
            reason,
        })
    }
}

/// A bar of an amount at a stage.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PlacedBar {
    /// The amount; `None` is "not published".
    pub amount: Option<Euros>,
    /// Its length as a share of a full bar; 0 for what no length can stand for.
    pub length: Option<f64>,
}

/// Commitments and payments of an envelope at a stage: two views of the same money.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct StageRow {
    /// What both lead to.
    pub line: AppropriationId,
    /// The stage.
    pub stage: Stage,
    /// Commitments.
    pub commitment: PlacedBar,
    /// Payments.
    pub payment: PlacedBar,
}

impl StageRow {
    /// The bar of one of the two.
    #[must_use]
    pub fn bar(&self, measure: Measure) -> PlacedBar {
        if measure == Measure::Payment { self.payment } else { self.commitment }
    }
}

/// The stages of an envelope, in two panels of one scale.
#[derive(Clone, Debug, PartialEq)]
pub struct Panels {
    /// The envelope.
    pub envelope: EnvelopeId,
    /// Its stages, in the order of the data.
    pub rows: Vec<StageRow>,
}

/// The top of a scope on a scale of its own, then its parts on one scale that they share; none where the data hold no
/// appropriations of it.
#[must_use]
pub fn panels(strategy: &Strategy, scope: ScopeId) -> Vec<Panels> {
    let lines =
        |envelope: EnvelopeId| strategy.appropriations().filter(move |(_, line)| line.envelope == envelope);
    let greatest = |envelopes: &[EnvelopeId]| {
        let amounts = envelopes.iter().flat_map(|&envelope| lines(envelope));
        amounts.flat_map(|(_, line)| [line.commitment, line.payment]).flatten().max()
    };
    let place = |envelopes: &[EnvelopeId]| {
        let full = greatest(envelopes).unwrap_or_default();
        let bar = |amount: Option<Euros>| PlacedBar {
            amount,
            length: amount.map(|amount| amount.share_of(full).unwrap_or_default().max(0.0)),
        };
        let placed = envelopes.iter().map(|&envelope| {
            let rows = lines(envelope).map(|(id, line)| StageRow {
                line: id,
                stage: line.stage,
                commitment: bar(line.commitment),
                payment: bar(line.payment),
            });
            Panels { envelope, rows: rows.collect() }
        });
        placed.filter(|panels| !panels.rows.is_empty()).collect::<Vec<_>>()
    };
    let tops: Vec<_> = strategy.roots(scope).collect();
    let parts: Vec<_> = tops.iter().flat_map(|&top| strategy.parts(top, None)).collect();
    [place(&tops), place(&parts)].concat()
}

/// What was executed in one measure as a share of two different bases.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Executed {
    /// Commitments or payments.
    pub measure: Measure,
    /// The share of the initial law and that of what was under management, each with the fact that gives it.
    pub shares: [(FactId, f64); 2],
}

/// What was executed in `scope`, and the envelope it is of; nothing unless the data hold both shares of both measures.
#[must_use]
pub fn executed(strategy: &Strategy, scope: ScopeId) -> Option<(EnvelopeId, [Executed; 2])> {
    let share = |slug: &str| {
        let fact: FactId = strategy.find_as(slug)?;
        Some((fact, strategy[fact].value?.as_f64() / 100.0))
    };
    let of = |(measure, slugs): (Measure, [&str; 2])| {
        Some(Executed { measure, shares: [share(slugs[0])?, share(slugs[1])?] })
    };
    let executed = [of(EXECUTED[0])?, of(EXECUTED[1])?];
    let about = &strategy[executed[0].shares[0].0].about;
    let envelope = about.iter().find_map(|&id| EnvelopeId::try_from(id).ok())?;
    (strategy[envelope].scope == scope).then_some((envelope, executed))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(index: usize) -> RecordId {
        FactId::from(index).into()
    }

    #[test]
    fn areas_are_proportional_to_amounts() {
        let amounts = [908, 7_100, 100_000].map(Euros::millions);
        let figures: Vec<_> =
            amounts.iter().enumerate().map(|(index, &amount)| (record(index), amount)).collect();
        let squares = squares(&figures, 288.0);
        assert_eq!(squares.len(), 3);
        assert!((squares[2].side_px - 288.0).abs() < 1e-9, "the greatest has the width there is");
        let scale = 288.0 * 288.0 / amounts[2].as_f64();
        for square in squares {
            let area = square.side_px * square.side_px;
            assert!((area / square.amount.as_f64() / scale - 1.0).abs() < 1e-9, "{square:?}");
        }
    }

    #[test]
    fn an_amount_without_area_has_no_square() {
        assert_eq!(squares(&[], 288.0), []);
        assert_eq!(squares(&[(record(0), Euros::ZERO), (record(1), Euros(-5))], 288.0), []);
        let one = squares(&[(record(0), Euros::ZERO), (record(1), Euros(5))], 288.0);
        assert_eq!(one, [PlacedSquare { record: record(1), amount: Euros(5), side_px: 288.0 }]);
    }
}
