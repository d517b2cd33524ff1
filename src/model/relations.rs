//! Which records belong together: every reference in the tables, followed in both directions.

use super::{
    id::{RecordId, RecordKind, SourceId},
    kept::Kept,
    order::sorted,
    strategy::Strategy,
};

/// The references of a strategy in both directions. Built once; sources are looked up by record and not kept here.
#[derive(Clone, Debug, Default)]
pub struct Relations {
    /// Each pair in both directions, in order and once.
    pairs: Vec<(RecordId, RecordId)>,
}

impl Relations {
    /// Reads every reference of the tables.
    #[must_use]
    pub fn of(strategy: &Strategy) -> Self {
        let mut relations = Self::default();
        for (id, event) in strategy.events() {
            relations.link(id, &event.actors);
            relations.link(id, &event.envelopes);
            relations.link(id, &event.projects);
            relations.link(id, &event.programmes);
            relations.link(id, &event.indicators);
            relations.link(id, &event.related);
        }
        for (id, envelope) in strategy.envelopes() {
            relations.link(id, envelope.project.as_slice());
        }
        for (id, programme) in strategy.programmes() {
            relations.link(id, &programme.actors);
            relations.link(id, &programme.envelopes);
        }
        for (id, position) in strategy.positions() {
            relations.link(id, &[position.holder]);
        }
        for (id, fact) in strategy.facts() {
            relations.link(id, &fact.about);
        }
        for (id, discrepancy) in strategy.discrepancies() {
            relations.link(id, &discrepancy.about);
        }
        relations.pairs = sorted(&relations.pairs, Ord::cmp);
        relations.pairs.dedup();
        relations
    }

    /// Those of a whole strategy, read when first asked for and kept: a page has one whole strategy, tests have several.
    #[must_use]
    pub fn of_whole(strategy: &'static Strategy) -> &'static Self {
        static READ: Kept<Relations> = Kept::new();
        READ.of(strategy, || Self::of(strategy))
    }

    /// The records that belong with `id`, in the order of their kinds and of the data.
    pub fn to(&self, id: RecordId) -> impl Iterator<Item = RecordId> + '_ {
        let first = self.pairs.partition_point(|(from, _)| *from < id);
        self.pairs[first..].iter().take_while(move |(from, _)| *from == id).map(|(_, to)| *to)
    }

    /// Those of one kind.
    pub fn of_kind(&self, id: RecordId, kind: RecordKind) -> impl Iterator<Item = RecordId> + '_ {
        self.to(id).filter(move |related| related.kind() == kind)
    }

    /// The records that are marked in a view while `id` is open: those that belong with it, the events of a theme,
    /// what rests on a source. The panel of `id` names each of them.
    #[must_use]
    pub fn beside(&self, strategy: &Strategy, id: RecordId) -> Vec<RecordId> {
        match id {
            RecordId::Theme(theme) => {
                let events = strategy.events().filter(|(_, event)| event.theme == theme);
                events.map(|(id, _)| id.into()).collect()
            }
            RecordId::Source(source) => citing(strategy, source),
            RecordId::Observation(observation) => vec![strategy[observation].indicator.into()],
            RecordId::Appropriation(line) => vec![strategy[line].envelope.into()],
            id => self.to(id).collect(),
        }
    }

    fn link<Id: Copy + Into<RecordId>>(&mut self, from: impl Into<RecordId>, to: &[Id]) {
        let from = from.into();
        for &to in to {
            let to = to.into();
            if to != from {
                self.pairs.extend([(from, to), (to, from)]);
            }
        }
    }
}

/// The records that rest on a source, in the order of their kinds and of the data.
#[must_use]
pub fn citing(strategy: &Strategy, source: SourceId) -> Vec<RecordId> {
    let mut citing = Vec::new();
    /// Adds the records of a table that name the source.
    macro_rules! cite {
        ($($table:ident),+) => {
            $(citing.extend(
                strategy.$table().filter(|(_, record)| record.sources.contains(&source)).map(|(id, _)| RecordId::from(id)),
            );)+
        };
    }
    cite!(
        events,
        programmes,
        scopes,
        envelopes,
        appropriations,
        indicators,
        observations,
        projects,
        editions,
        facts,
        positions,
        discrepancies,
        steps
    );
    citing
}
