//! The way from a record to the one before and after it, in the order the reader knows.

use crate::model::{
    id::{EnvelopeId, RecordId},
    order::order,
    strategy::Strategy,
};

/// Where a record is among those of its kind, and what stands beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Steps {
    /// Its place, counted from one.
    pub place: usize,
    /// How many there are.
    pub count: usize,
    /// The one before.
    pub previous: Option<RecordId>,
    /// The one after.
    pub next: Option<RecordId>,
}

/// The steps from a record: events in the order of time, envelopes among the parts of the same whole, all others in
/// the order of the data. Nothing for a record that is alone or has no address of its own.
#[must_use]
pub fn steps(strategy: &Strategy, id: RecordId) -> Option<Steps> {
    let all = siblings(strategy, id);
    let place = all.iter().position(|&other| other == id)?;
    (all.len() > 1).then(|| Steps {
        place: place + 1,
        count: all.len(),
        previous: place.checked_sub(1).map(|before| all[before]),
        next: all.get(place + 1).copied(),
    })
}

/// The records among which the reader steps, in order.
fn siblings(strategy: &Strategy, id: RecordId) -> Vec<RecordId> {
    /// All records of a table.
    macro_rules! all {
        ($table:ident) => {
            strategy.$table().map(|(id, _)| RecordId::from(id)).collect()
        };
    }
    match id {
        RecordId::Event(_) => {
            let events: Vec<_> = strategy.events().collect();
            let compare = |a: usize, b: usize| events[a].1.date.chronological(&events[b].1.date);
            order(events.len(), &compare).into_iter().map(|place| events[place].0.into()).collect()
        }
        RecordId::Envelope(envelope) => beside(strategy, envelope),
        RecordId::Theme(_) => all!(themes),
        RecordId::Programme(_) => all!(programmes),
        RecordId::Scope(_) => all!(scopes),
        RecordId::Split(_) => all!(splits),
        RecordId::Appropriation(_) => all!(appropriations),
        RecordId::Indicator(_) => all!(indicators),
        RecordId::Observation(_) => all!(observations),
        RecordId::Project(_) => all!(projects),
        RecordId::Edition(_) => all!(editions),
        RecordId::ProjectEdition(_) => Vec::new(),
        RecordId::Fact(_) => all!(facts),
        RecordId::Actor(_) => all!(actors),
        RecordId::Position(_) => all!(positions),
        RecordId::Discrepancy(_) => all!(discrepancies),
        RecordId::Term(_) => all!(glossary),
        RecordId::Source(_) => all!(sources),
        RecordId::Step(_) => all!(steps),
    }
}

/// The parts of the same whole in the same split; the tops of the budget for a top.
fn beside(strategy: &Strategy, id: EnvelopeId) -> Vec<RecordId> {
    let envelope = &strategy[id];
    match envelope.parent {
        Some(parent) => strategy.parts(parent, envelope.split).map(RecordId::from).collect(),
        None => strategy.roots(envelope.scope).map(RecordId::from).collect(),
    }
}
