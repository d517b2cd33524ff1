//! What a record is called: its name where it has one, its statement where it is a statement.

use super::{
    format::{OpenEnd, capitalised, date_in_words},
    messages,
};
use crate::model::{
    id::{RecordId, RecordKind},
    strategy::Strategy,
    text::{Lang, ProseId},
};

/// A name, or a text that may still be on its way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Label {
    /// A name, there from the start.
    Name(String),
    /// A statement, which is its own name.
    Statement(ProseId),
}

/// What to call a record in a link or heading.
#[must_use]
pub fn label(strategy: &Strategy, id: RecordId, lang: Lang) -> Label {
    let name = |text: &str| Label::Name(text.to_owned());
    match id {
        RecordId::Theme(id) => name(strategy[id].label.get(lang)),
        RecordId::Event(id) => name(strategy[id].title.get(lang)),
        RecordId::Programme(id) => name(strategy[id].label.get(lang)),
        RecordId::Scope(id) => name(strategy[id].label.get(lang)),
        RecordId::Split(id) => name(strategy[id].label.get(lang)),
        RecordId::Envelope(id) => name(strategy[id].label.get(lang)),
        RecordId::Appropriation(id) => {
            let line = &strategy[id];
            Label::Name(format!(
                "{}, {}",
                strategy[line.envelope].label.get(lang),
                messages::stage(line.stage, lang)
            ))
        }
        RecordId::Indicator(id) => name(strategy[id].label.get(lang)),
        RecordId::Observation(id) => {
            let observation = &strategy[id];
            Label::Name(format!(
                "{}, {}",
                strategy[observation.indicator].label.get(lang),
                date_in_words(observation.date, OpenEnd::GoesOn, lang)
            ))
        }
        RecordId::Project(id) => name(&strategy[id].label),
        RecordId::Edition(id) => Label::Name(capitalised(&messages::edition(
            &date_in_words(strategy[id].date, OpenEnd::GoesOn, lang),
            lang,
        ))),
        RecordId::ProjectEdition(id) => {
            let line = &strategy[id];
            Label::Name(format!(
                "{}, {}",
                strategy[line.project].label,
                date_in_words(strategy[line.edition].date, OpenEnd::GoesOn, lang)
            ))
        }
        RecordId::Fact(id) => Label::Statement(strategy[id].text),
        RecordId::Actor(id) => {
            let actor = &strategy[id];
            let full = actor.label.get(lang);
            Label::Name(match actor.distinct_acronym(lang) {
                Some(acronym) => format!("{full} ({acronym})"),
                None => full.to_owned(),
            })
        }
        RecordId::Position(id) => Label::Statement(strategy[id].text),
        RecordId::Discrepancy(id) => Label::Statement(strategy[id].explanation),
        RecordId::Term(id) => name(&strategy[id].term),
        RecordId::Source(id) => Label::Statement(strategy[id].title),
        RecordId::Step(id) => name(strategy[id].title.get(lang)),
    }
}

/// The title of a record's own panel: never a statement, which is said below it.
#[must_use]
pub fn title(strategy: &Strategy, id: RecordId, lang: Lang) -> Label {
    match id {
        RecordId::Position(position) => {
            let position = &strategy[position];
            let kind = capitalised(messages::position_kind(position.kind, lang));
            let holder = strategy[position.holder].label.get(lang);
            Label::Name(messages::attributed_to(&kind, holder))
        }
        RecordId::Fact(fact) => {
            let fact = &strategy[fact];
            let about = fact.about.first().map(|&about| label(strategy, about, lang));
            match about {
                Some(Label::Name(about)) => Label::Name(about),
                _ => Label::Name(messages::record_kind(RecordKind::Fact, lang).to_owned()),
            }
        }
        RecordId::Discrepancy(discrepancy) => {
            let about = strategy[discrepancy].about.first().map(|&about| label(strategy, about, lang));
            match about {
                Some(Label::Name(about)) => Label::Name(about),
                _ => Label::Name(messages::record_kind(RecordKind::Discrepancy, lang).to_owned()),
            }
        }
        id => label(strategy, id, lang),
    }
}
