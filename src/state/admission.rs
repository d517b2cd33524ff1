//! Whether a filter keeps a record of any kind: one rule for the table, the pictures and the figures.
//!
//! A file of its own, so that the first view, which asks for events alone, does without it.

use super::filter::Filter;
use crate::model::{
    id::{EnvelopeId, RecordId, RecordKind, ThemeId},
    relations::Relations,
    strategy::Strategy,
};

impl Filter {
    /// Whether a record is asked for.
    ///
    /// - Theme: its own, where it has one; an envelope also for the sake of its parts, and one without a theme for
    ///   the sake of what it is part of; actors, projects and discrepancies for what belongs with them.
    /// - Status: of events and programmes. Kind and period: of events. They ask nothing of other records.
    /// - Actor: it is the actor, belongs with it, or belongs with an event or programme that does.
    /// - Search: the search has found it.
    #[must_use]
    pub fn admits(&self, strategy: &Strategy, relations: &Relations, id: RecordId) -> bool {
        if let RecordId::Event(event) = id {
            return self.admits_event(strategy, event);
        }
        let has_status = match id {
            RecordId::Programme(programme) => {
                self.statuses.is_empty() || self.statuses.contains(&strategy[programme].status)
            }
            _ => true,
        };
        has_status
            && self.admits_theme_of(strategy, relations, id)
            && self.admits_actors_of(relations, id)
            && self.admits_found(id)
    }

    /// The envelopes that it leaves out, in order.
    #[must_use]
    pub fn envelopes_outside(&self, strategy: &Strategy, relations: &Relations) -> Vec<EnvelopeId> {
        let envelopes = strategy.envelopes().map(|(id, _)| id);
        envelopes.filter(|&id| !self.admits(strategy, relations, id.into())).collect()
    }

    /// Whether an envelope itself belongs to a theme that is kept: by its own theme, or that of the nearest
    /// envelope around it that has one. One kept only for the sake of its parts does not.
    #[must_use]
    pub fn admits_theme_of_envelope_itself(&self, strategy: &Strategy, envelope: EnvelopeId) -> bool {
        let around = || strategy.ancestors(envelope).find_map(|whole| strategy[whole].theme);
        self.themes.is_empty() || self.keeps(strategy[envelope].theme.or_else(around))
    }

    fn keeps(&self, theme: Option<ThemeId>) -> bool {
        theme.is_some_and(|theme| self.themes.contains(&theme))
    }

    fn admits_theme_of(&self, strategy: &Strategy, relations: &Relations, id: RecordId) -> bool {
        if self.themes.is_empty() {
            return true;
        }
        match id {
            RecordId::Actor(_) | RecordId::Project(_) | RecordId::Discrepancy(_) => relations
                .to(id)
                .any(|related| self.admits_own_theme(strategy, related).is_some_and(|is_kept| is_kept)),
            id => self.admits_own_theme(strategy, id).unwrap_or(true),
        }
    }

    /// Whether the theme of a record is kept; nothing for kinds of records that have none.
    fn admits_own_theme(&self, strategy: &Strategy, id: RecordId) -> Option<bool> {
        let theme = match id {
            RecordId::Theme(theme) => theme,
            RecordId::Event(event) => strategy[event].theme,
            RecordId::Programme(programme) => strategy[programme].theme,
            RecordId::Indicator(indicator) => strategy[indicator].theme,
            RecordId::Observation(observation) => strategy[strategy[observation].indicator].theme,
            RecordId::Fact(fact) => strategy[fact].theme,
            RecordId::Position(position) => strategy[position].theme,
            RecordId::Step(step) => strategy[step].theme?,
            RecordId::Appropriation(line) => {
                return Some(self.admits_envelope(strategy, strategy[line].envelope));
            }
            RecordId::Envelope(envelope) => return Some(self.admits_envelope(strategy, envelope)),
            _ => return None,
        };
        Some(self.keeps(Some(theme)))
    }

    fn admits_envelope(&self, strategy: &Strategy, envelope: EnvelopeId) -> bool {
        self.admits_theme_of_envelope_itself(strategy, envelope)
            || strategy.descendants(envelope).any(|part| self.keeps(strategy[part].theme))
    }

    fn admits_actors_of(&self, relations: &Relations, id: RecordId) -> bool {
        let is_asked = |id: RecordId| matches!(id, RecordId::Actor(actor) if self.actors.contains(&actor));
        let involves = |id: RecordId| is_asked(id) || relations.to(id).any(is_asked);
        let takes_part = |related: RecordId| {
            matches!(related.kind(), RecordKind::Event | RecordKind::Programme) && involves(related)
        };
        self.actors.is_empty() || involves(id) || relations.to(id).any(takes_part)
    }
}
