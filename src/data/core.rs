//! The core of the tables: what the first view draws, with the ids it has in the whole.

use crate::model::{
    envelope::{Appropriation, Envelope, Scope, Split},
    event::Event,
    indicator::{Indicator, Observation},
    strategy::{About, Tables},
    text::Text,
    theme::Theme,
};

/// The tables of events, budgets and indicators without what only a record says: links, references, sources.
///
/// A type of its own, so that a module that reads it holds no reader of the other tables.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Core {
    /// What the package says of itself.
    pub about: About,
    /// All themes.
    pub themes: Vec<Theme>,
    /// All events.
    pub events: Vec<Event>,
    /// All scopes.
    pub scopes: Vec<Scope>,
    /// All splits.
    pub splits: Vec<Split>,
    /// All envelopes.
    pub envelopes: Vec<Envelope>,
    /// All appropriations.
    pub appropriations: Vec<Appropriation>,
    /// All indicators.
    pub indicators: Vec<Indicator>,
    /// All observations, with the references of the note's facts: that is how the key figures know them.
    pub observations: Vec<Observation>,
}

impl Core {
    /// The core of all tables. Rows keep their places, so an id of the core is the same id in the whole.
    #[must_use]
    pub fn of(tables: &Tables) -> Self {
        Self {
            about: tables.about.clone(),
            themes: tables.themes.clone(),
            events: tables.events.iter().map(core_of_event).collect(),
            scopes: tables.scopes.iter().map(core_of_scope).collect(),
            splits: tables.splits.clone(),
            envelopes: tables.envelopes.iter().map(core_of_envelope).collect(),
            appropriations: tables.appropriations.iter().map(core_of_appropriation).collect(),
            indicators: tables.indicators.iter().map(core_of_indicator).collect(),
            observations: tables.observations.iter().map(core_of_observation).collect(),
        }
    }

    /// The tables, those that are not of the core empty.
    #[must_use]
    pub fn into_tables(self) -> Tables {
        let Self {
            about,
            themes,
            events,
            scopes,
            splits,
            envelopes,
            appropriations,
            indicators,
            observations,
        } = self;
        Tables {
            about,
            themes,
            events,
            scopes,
            splits,
            envelopes,
            appropriations,
            indicators,
            observations,
            ..Tables::default()
        }
    }
}

fn core_of_scope(scope: &Scope) -> Scope {
    Scope { sources: Vec::new(), ..scope.clone() }
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
    Indicator { note_refs: Vec::new(), envelope: None, sources: Vec::new(), ..indicator.clone() }
}

fn core_of_observation(observation: &Observation) -> Observation {
    Observation { counted: Text::default(), sources: Vec::new(), ..observation.clone() }
}
