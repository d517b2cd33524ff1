//! What each record can be found by: what it is called, what that stands for, what is said of it, in both languages.

use super::words::{Word, words};
use crate::{
    i18n::{
        format::{OpenEnd, amount, capitalised, date_in_words},
        label::{Label, label},
        messages::{self, messages},
    },
    model::{
        discrepancy::Claim,
        id::RecordId,
        strategy::Strategy,
        text::{Lang, Prose, ProseId, Text},
    },
};

/// A record as the search knows it. Lists of two are in the order of [`Lang::ALL`].
#[derive(Clone, Debug)]
pub struct Entry {
    /// The record.
    pub id: RecordId,
    /// What it is called: its name, or the statement that it is.
    pub labels: [String; 2],
    /// A date, an amount, what an acronym stands for; may be empty.
    pub hints: [String; 2],
    /// Names in full, acronyms among them; none of a statement.
    pub names: Vec<String>,
    /// Other names, and what acronyms in its name stand for.
    pub other_names: Vec<String>,
    /// What is said of it.
    pub prose: Vec<String>,
    /// 1 to 3 for an event; 2 for everything else.
    pub importance: u8,
}

/// Every record that can be searched for; kinds that are equally good are listed in this order.
#[must_use]
pub fn entries(strategy: &Strategy, prose: [&Prose; 2]) -> Vec<Entry> {
    let gathering = Gathering { strategy, prose };
    let mut entries: Vec<Entry> = Vec::new();
    entries.extend(strategy.events().map(|(id, _)| gathering.entry(id.into())));
    entries.extend(strategy.actors().map(|(id, _)| gathering.entry(id.into())));
    entries.extend(strategy.programmes().map(|(id, _)| gathering.entry(id.into())));
    entries.extend(strategy.envelopes().map(|(id, _)| gathering.entry(id.into())));
    entries.extend(strategy.projects().map(|(id, _)| gathering.entry(id.into())));
    entries.extend(strategy.indicators().map(|(id, _)| gathering.entry(id.into())));
    entries.extend(strategy.facts().map(|(id, _)| gathering.entry(id.into())));
    entries.extend(strategy.positions().map(|(id, _)| gathering.entry(id.into())));
    entries.extend(strategy.discrepancies().map(|(id, _)| gathering.entry(id.into())));
    entries.extend(strategy.glossary().map(|(id, _)| gathering.entry(id.into())));
    for (_, line) in strategy.project_editions() {
        let project = entries.iter_mut().find(|entry| entry.id == line.project.into());
        if let Some(project) = project {
            project.other_names.extend(gathering.said(line.label_as_published));
        }
    }
    let acronyms = acronyms(strategy);
    for entry in &mut entries {
        let labels: Vec<_> = entry.labels.iter().map(|label| (label.as_str(), words(label))).collect();
        for (acronym, expansion) in &acronyms {
            if labels.iter().any(|(label, words)| holds(label, words, acronym)) {
                entry.other_names.extend([expansion.fr.clone(), expansion.en.clone()]);
            }
        }
    }
    entries
}

/// Acronyms and other terms, word by word, with what they stand for.
fn acronyms(strategy: &Strategy) -> Vec<(Vec<String>, Text)> {
    let of_terms = strategy.glossary().map(|(_, term)| (&term.term, &term.expansion));
    let of_actors = strategy.actors().map(|(_, actor)| (&actor.acronym, &actor.label));
    let spelled = |text: &str| words(text).into_iter().map(|word| text[word.range].to_owned()).collect();
    of_terms
        .chain(of_actors)
        .filter(|(acronym, expansion)| !acronym.is_empty() && !expansion.fr.is_empty())
        .map(|(acronym, expansion)| (spelled(acronym), expansion.clone()))
        .collect()
}

/// Whether a label holds an acronym as it is spelled: `an` is not the Assemblée nationale.
fn holds(label: &str, words: &[Word], acronym: &[String]) -> bool {
    !acronym.is_empty()
        && words.windows(acronym.len()).any(|window| {
            window.iter().zip(acronym).all(|(word, acronym)| label[word.range.clone()] == **acronym)
        })
}

#[derive(Clone, Copy)]
struct Gathering<'a> {
    strategy: &'a Strategy,
    prose: [&'a Prose; 2],
}

impl Gathering<'_> {
    /// A long text in both languages, as far as there is one.
    fn said(self, id: ProseId) -> impl Iterator<Item = String> {
        self.prose.map(|prose| prose.get(id).unwrap_or_default().to_owned()).into_iter()
    }

    fn entry(self, id: RecordId) -> Entry {
        let (names, other_names, prose) = self.texts(id);
        let importance = match id {
            RecordId::Event(id) => self.strategy[id].importance,
            _ => 2,
        };
        let in_both =
            |text: fn(Self, RecordId, Lang) -> String| [Lang::Fr, Lang::En].map(|lang| text(self, id, lang));
        let is_said = |text: &String| !text.is_empty();
        Entry {
            id,
            labels: in_both(Self::label),
            hints: in_both(Self::hint),
            names: names.into_iter().filter(is_said).collect(),
            other_names: other_names.into_iter().filter(is_said).collect(),
            prose: prose.into_iter().filter(is_said).collect(),
            importance,
        }
    }

    /// Names, other names, and what is said of a record.
    fn texts(self, id: RecordId) -> (Vec<String>, Vec<String>, Vec<String>) {
        let strategy = self.strategy;
        let both = |text: &Text| vec![text.fr.clone(), text.en.clone()];
        let said = |ids: &[ProseId]| ids.iter().flat_map(|&id| self.said(id)).collect::<Vec<_>>();
        match id {
            RecordId::Event(id) => {
                let event = &strategy[id];
                (both(&event.title), Vec::new(), said(&[event.summary, event.outcome_text]))
            }
            RecordId::Programme(id) => {
                let programme = &strategy[id];
                (both(&programme.label), Vec::new(), said(&[programme.summary]))
            }
            RecordId::Envelope(id) => {
                let envelope = &strategy[id];
                (both(&envelope.label), Vec::new(), said(&[envelope.note]))
            }
            RecordId::Indicator(id) => {
                let indicator = &strategy[id];
                let mut prose = said(&[indicator.caution]);
                prose.extend(both(&indicator.unit));
                (both(&indicator.label), Vec::new(), prose)
            }
            RecordId::Project(id) => {
                let project = &strategy[id];
                let mut prose = said(&[project.zone, project.funding]);
                prose.extend(
                    Lang::ALL.iter().map(|&lang| messages::ministry(&project.ministry, lang).to_owned()),
                );
                (vec![project.label.clone()], Vec::new(), prose)
            }
            RecordId::Actor(id) => {
                let actor = &strategy[id];
                let mut names = both(&actor.label);
                names.push(actor.acronym.clone());
                (names, Vec::new(), Vec::new())
            }
            RecordId::Fact(id) => (Vec::new(), Vec::new(), said(&[strategy[id].text])),
            RecordId::Position(id) => {
                let position = &strategy[id];
                let mut prose = said(&[position.text]);
                prose.extend(both(&strategy[position.holder].label));
                (Vec::new(), Vec::new(), prose)
            }
            RecordId::Discrepancy(id) => {
                let discrepancy = &strategy[id];
                let mut prose = said(&[discrepancy.explanation]);
                prose.extend(discrepancy.claims.iter().filter_map(|(claim, _)| match claim {
                    Claim::Text(text) => Some(text.clone()),
                    _ => None,
                }));
                (Vec::new(), Vec::new(), prose)
            }
            RecordId::Term(id) => {
                let term = &strategy[id];
                (vec![term.term.clone()], both(&term.expansion), said(&[term.definition]))
            }
            RecordId::Step(id) => (both(&strategy[id].title), Vec::new(), said(&[strategy[id].text])),
            _ => (Vec::new(), Vec::new(), Vec::new()),
        }
    }

    fn label(self, id: RecordId, lang: Lang) -> String {
        match label(self.strategy, id, lang) {
            Label::Name(name) => name,
            Label::Statement(text) => self.prose[lang as usize].get(text).unwrap_or_default().to_owned(),
        }
    }

    /// What tells a record from others of a like name.
    fn hint(self, id: RecordId, lang: Lang) -> String {
        let strategy = self.strategy;
        match id {
            RecordId::Event(id) => {
                let event = &strategy[id];
                capitalised(&date_in_words(event.date, OpenEnd::of(event), lang))
            }
            RecordId::Programme(id) => capitalised(messages::programme_kind(strategy[id].kind, lang)),
            RecordId::Envelope(id) => {
                let envelope = &strategy[id];
                let amount = envelope.amount.map(|euros| amount(euros, lang));
                let amount = amount.as_deref().unwrap_or(messages(lang).not_published());
                format!("{} · {}", capitalised(amount), strategy[envelope.scope].short.get(lang))
            }
            RecordId::Indicator(id) => capitalised(strategy[id].unit.get(lang)),
            RecordId::Project(id) => messages::ministry(&strategy[id].ministry, lang).to_owned(),
            RecordId::Actor(id) => capitalised(messages::actor_kind(strategy[id].kind, lang)),
            RecordId::Fact(id) => {
                let fact = &strategy[id];
                let theme = strategy[fact.theme].short.get(lang);
                match fact.as_of {
                    Some(date) => format!("{theme} · {}", date_in_words(date, OpenEnd::GoesOn, lang)),
                    None => theme.to_owned(),
                }
            }
            RecordId::Position(id) => {
                let position = &strategy[id];
                let kind = capitalised(messages::position_kind(position.kind, lang));
                messages::attributed_to(&kind, strategy[position.holder].label.get(lang))
            }
            RecordId::Discrepancy(id) => {
                strategy[id].about.first().map(|&about| self.label(about, lang)).unwrap_or_default()
            }
            RecordId::Term(id) => strategy[id].expansion.get(lang).to_owned(),
            _ => String::new(),
        }
    }
}
