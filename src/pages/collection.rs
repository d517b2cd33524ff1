//! Which records stand on a page, in which groups and order.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    site::{Collection, Place},
    words,
};
use crate::{
    i18n::{folding::folded, messages},
    model::{
        actor::ActorKind,
        date::Edtf,
        id::{EnvelopeId, RecordId, RecordKind, ScopeId, ThemeId},
        source::SourceKind,
        strategy::Strategy,
        text::Lang,
    },
};

/// Records under one heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Its heading; none where a page has one group.
    pub heading: Option<Heading>,
    /// Its records, in order. What belongs to a record as its part (observations, appropriations) is not listed.
    pub records: Vec<RecordId>,
}

/// What a group is called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Heading {
    /// Words, with the anchor by which the page leads to them.
    Words {
        /// The anchor.
        anchor: String,
        /// The words.
        text: String,
    },
    /// A record that the others belong to.
    Record(RecordId),
}

/// The records of a page; nothing of a page that holds none.
#[must_use]
pub fn groups(strategy: &Strategy, place: Place, lang: Lang) -> Vec<Group> {
    match place {
        Place::Collection(collection) => of_collection(strategy, collection, lang),
        Place::Sources => sources(strategy, lang),
        Place::Glossary => terms(strategy),
        _ => Vec::new(),
    }
}

/// How many records of each kind stand on a page, those that are part of another record included.
#[must_use]
pub fn counts(strategy: &Strategy, collection: Collection) -> Vec<(RecordKind, usize)> {
    RecordKind::ALL
        .iter()
        .filter(|&&kind| Place::of_kind(kind) == Place::Collection(collection))
        .map(|&kind| (kind, count(strategy, kind)))
        .collect()
}

/// How many records of a kind there are.
#[must_use]
pub fn count(strategy: &Strategy, kind: RecordKind) -> usize {
    match kind {
        RecordKind::Theme => strategy.themes().count(),
        RecordKind::Event => strategy.events().count(),
        RecordKind::Programme => strategy.programmes().count(),
        RecordKind::Scope => strategy.scopes().count(),
        RecordKind::Split => strategy.splits().count(),
        RecordKind::Envelope => strategy.envelopes().count(),
        RecordKind::Appropriation => strategy.appropriations().count(),
        RecordKind::Indicator => strategy.indicators().count(),
        RecordKind::Observation => strategy.observations().count(),
        RecordKind::Project => strategy.projects().count(),
        RecordKind::Edition => strategy.editions().count(),
        RecordKind::ProjectEdition => strategy.project_editions().count(),
        RecordKind::Fact => strategy.facts().count(),
        RecordKind::Actor => strategy.actors().count(),
        RecordKind::Position => strategy.positions().count(),
        RecordKind::Discrepancy => strategy.discrepancies().count(),
        RecordKind::Term => strategy.glossary().count(),
        RecordKind::Source => strategy.sources().count(),
        RecordKind::Step => strategy.steps().count(),
    }
}

fn of_collection(strategy: &Strategy, collection: Collection, lang: Lang) -> Vec<Group> {
    match collection {
        Collection::Themes => one(strategy.themes().map(|(id, _)| id.into())),
        Collection::Events => events(strategy),
        Collection::Programmes => {
            by_theme(strategy, lang, strategy.programmes().map(|(id, one)| (id.into(), one.theme)))
        }
        Collection::Envelopes => {
            let scopes = strategy.scopes().map(|(scope, _)| Group {
                heading: Some(Heading::Record(scope.into())),
                records: envelopes(strategy, scope).into_iter().map(RecordId::from).collect(),
            });
            scopes.collect()
        }
        Collection::Indicators => {
            by_theme(strategy, lang, strategy.indicators().map(|(id, one)| (id.into(), one.theme)))
        }
        Collection::Projects => projects(strategy, lang),
        Collection::Editions => {
            one(chronological(strategy.editions().map(|(id, edition)| (edition.date, id.into()))))
        }
        Collection::Facts => {
            by_theme(strategy, lang, strategy.facts().map(|(id, one)| (id.into(), one.theme)))
        }
        Collection::Actors => actors(strategy, lang),
        Collection::Positions => {
            by_theme(strategy, lang, strategy.positions().map(|(id, one)| (id.into(), one.theme)))
        }
        Collection::Discrepancies => one(strategy.discrepancies().map(|(id, _)| id.into())),
    }
}

fn one(records: impl IntoIterator<Item = RecordId>) -> Vec<Group> {
    vec![Group { heading: None, records: records.into_iter().collect() }]
}

fn chronological(dated: impl Iterator<Item = (Edtf, RecordId)>) -> Vec<RecordId> {
    let mut dated: Vec<_> = dated.collect();
    dated.sort_by(|(a, _), (b, _)| a.chronological(b));
    dated.into_iter().map(|(_, id)| id).collect()
}

/// Events by the year in which they begin; one of which only the end is known, by that of its end.
fn events(strategy: &Strategy) -> Vec<Group> {
    let year = |date: Edtf| date.start().or(date.end()).map_or(0, |date| date.year());
    let mut years: BTreeMap<i32, Vec<(Edtf, RecordId)>> = BTreeMap::new();
    for (id, event) in strategy.events() {
        years.entry(year(event.date)).or_default().push((event.date, id.into()));
    }
    let group = |(year, dated): (i32, Vec<(Edtf, RecordId)>)| Group {
        heading: Some(Heading::Words { anchor: format!("{year}"), text: format!("{year}") }),
        records: chronological(dated.into_iter()),
    };
    years.into_iter().map(group).collect()
}

/// Records by theme, in the order of the themes.
fn by_theme(
    strategy: &Strategy,
    lang: Lang,
    records: impl Iterator<Item = (RecordId, ThemeId)>,
) -> Vec<Group> {
    let themes = strategy.themes().map(|(_, theme)| (theme.slug.as_str(), theme.label.get(lang)));
    under(themes, records.map(|(id, theme)| (id, strategy[theme].slug.as_str())).collect())
}

/// Records under headings, given as anchors and words, each by the anchor of its own; headings without any are left
/// out.
fn under<'a>(
    headings: impl Iterator<Item = (&'a str, &'a str)>,
    records: Vec<(RecordId, &'a str)>,
) -> Vec<Group> {
    let group = |(anchor, text): (&str, &str)| Group {
        heading: Some(Heading::Words { anchor: anchor.to_owned(), text: text.to_owned() }),
        records: records.iter().filter(|(_, own)| *own == anchor).map(|(id, _)| *id).collect(),
    };
    headings.map(group).filter(|group| !group.records.is_empty()).collect()
}

fn actors(strategy: &Strategy, lang: Lang) -> Vec<Group> {
    let mut actors: Vec<_> = strategy.actors().collect();
    actors.sort_by_cached_key(|(_, actor)| folded(actor.label.get(lang)));
    let kinds = ActorKind::ALL.iter().map(|&kind| (kind.as_str(), words::actors(kind, lang)));
    under(kinds, actors.into_iter().map(|(id, actor)| (id.into(), actor.kind.as_str())).collect())
}

fn projects(strategy: &Strategy, lang: Lang) -> Vec<Group> {
    let mut projects: Vec<_> = strategy.projects().collect();
    projects.sort_by_cached_key(|(_, project)| folded(&project.label));
    let codes: BTreeSet<_> = projects.iter().map(|(_, project)| project.ministry.as_str()).collect();
    let mut ministries: Vec<_> =
        codes.into_iter().map(|code| (code, messages::ministry(code, lang))).collect();
    ministries.sort_by_cached_key(|(_, name)| folded(name));
    let records = projects.iter().map(|(id, project)| ((*id).into(), project.ministry.as_str())).collect();
    under(ministries.into_iter(), records)
}

fn sources(strategy: &Strategy, lang: Lang) -> Vec<Group> {
    let kinds = SourceKind::ALL.iter().map(|&kind| (kind.as_str(), words::sources(kind, lang)));
    under(kinds, strategy.sources().map(|(id, source)| (id.into(), source.kind.as_str())).collect())
}

fn terms(strategy: &Strategy) -> Vec<Group> {
    let mut terms: Vec<_> = strategy.glossary().collect();
    terms.sort_by_cached_key(|(_, term)| folded(&term.term));
    one(terms.into_iter().map(|(id, _)| id.into()))
}

/// The envelopes of a scope: each before its parts.
fn envelopes(strategy: &Strategy, scope: ScopeId) -> Vec<EnvelopeId> {
    fn add(strategy: &Strategy, envelope: EnvelopeId, found: &mut Vec<EnvelopeId>) {
        found.push(envelope);
        let own = strategy.splits_of(envelope).into_iter().filter(|&split| !strategy[split].is_default);
        for split in std::iter::once(None).chain(own.map(Some)) {
            for part in strategy.parts(envelope, split) {
                add(strategy, part, found);
            }
        }
    }
    let mut found = Vec::new();
    for root in strategy.roots(scope) {
        add(strategy, root, &mut found);
    }
    found
}
