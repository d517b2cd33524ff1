//! The core of the tables: what the first view draws, with the ids it has in the whole.

use crate::model::{
    envelope::{Appropriation, Envelope, Scope},
    event::Event,
    indicator::{Indicator, Observation},
    strategy::Tables,
};

/// The tables of events, budgets and indicators without what only a record says: links, references, sources.
///
/// Rows keep their places, so an id of the core is the same id in the whole. The other tables are empty.
/// An observation keeps the references of the note's facts: that is how the key figures know it.
#[must_use]
pub fn core_of(tables: &Tables) -> Tables {
    Tables {
        about: tables.about.clone(),
        themes: tables.themes.clone(),
        events: tables.events.iter().map(core_of_event).collect(),
        scopes: tables.scopes.iter().map(|scope| Scope { sources: Vec::new(), ..scope.clone() }).collect(),
        splits: tables.splits.clone(),
        envelopes: tables.envelopes.iter().map(core_of_envelope).collect(),
        appropriations: tables.appropriations.iter().map(core_of_appropriation).collect(),
        indicators: tables.indicators.iter().map(core_of_indicator).collect(),
        observations: tables.observations.iter().map(core_of_observation).collect(),
        ..Tables::default()
    }
}

fn core_of_event(event: &Event) -> Event {
    Event {
        note_refs: Vec::new(),
        date_in_note: None,
        outcome_date: None,
        actors: Vec::new(),
        envelopes: Vec::new(),
        projects: Vec::new(),
        programmes: Vec::new(),
        indicators: Vec::new(),
        related: Vec::new(),
        sources: Vec::new(),
        ..event.clone()
    }
}

fn core_of_envelope(envelope: &Envelope) -> Envelope {
    Envelope { note_refs: Vec::new(), project: None, sources: Vec::new(), ..envelope.clone() }
}

fn core_of_appropriation(line: &Appropriation) -> Appropriation {
    // Without its identifier: only its record is called by it.
    Appropriation { slug: String::new(), sources: Vec::new(), ..line.clone() }
}

fn core_of_indicator(indicator: &Indicator) -> Indicator {
    Indicator { note_refs: Vec::new(), sources: Vec::new(), ..indicator.clone() }
}

fn core_of_observation(observation: &Observation) -> Observation {
    Observation { sources: Vec::new(), ..observation.clone() }
}
