//! The whole strategy: its tables, looked up by typed id or by the identifier used in addresses.

use std::ops::Index;

use super::{
    actor::Actor,
    date::{Day, Edtf, Span},
    discrepancy::Discrepancy,
    envelope::{Appropriation, Envelope, Measure, Scope, Split, Stage},
    event::Event,
    fact::Fact,
    glossary::Term,
    hierarchy::Hierarchy,
    id::{
        ActorId, AppropriationId, DiscrepancyId, EditionId, EnvelopeId, EventId, FactId, IndicatorId,
        ObservationId, PositionId, ProgrammeId, ProjectEditionId, ProjectId, RecordId, RecordKind, ScopeId,
        SourceId, SplitId, StepId, TableId, TermId, ThemeId,
    },
    indicator::{Indicator, Observation, ObservationQuality},
    money::Euros,
    order::{order_of_numbers, sorted},
    position::Position,
    programme::Programme,
    project::{Edition, Project, ProjectEdition},
    source::Source,
    step::Step,
    text::Text,
    theme::Theme,
};

/// Declares the tables, and for each: iteration with ids, indexing by id, and the identifiers of its rows.
macro_rules! tables {
    ($($table:ident: $record:ident by $id:ident, $variant:ident;)+) => {
        /// The tables of a strategy as they are stored; ids are places in them.
        #[derive(Clone, Debug, Default, PartialEq, Eq)]
        pub struct Tables {
            /// Title, version and dates of the package.
            pub about: About,
            $(#[doc = concat!("All ", stringify!($table), ", in the order of the data.")] pub $table: Vec<$record>,)+
            /// Former identifiers, with the record each now leads to.
            pub aliases: Vec<(String, RecordId)>,
        }

        impl Strategy {
            $(
                #[doc = concat!("All ", stringify!($table), " with their ids.")]
                pub fn $table(&self) -> impl DoubleEndedIterator<Item = ($id, &$record)> {
                    self.tables.$table.iter().enumerate().map(|(index, record)| ($id::from(index), record))
                }
            )+

            /// The identifier of a record, as files and addresses spell it.
            #[must_use]
            pub fn slug(&self, id: RecordId) -> &str {
                match id { $(RecordId::$variant(id) => &self[id].slug,)+ }
            }

            /// How many records of a kind there are.
            #[must_use]
            pub fn count(&self, kind: RecordKind) -> usize {
                match kind { $(RecordKind::$variant => self.tables.$table.len(),)+ }
            }
        }

        $(
            impl Index<$id> for Strategy {
                type Output = $record;
                fn index(&self, id: $id) -> &$record {
                    &self.tables.$table[id.index()]
                }
            }
        )+
    };
}

tables! {
    themes: Theme by ThemeId, Theme;
    events: Event by EventId, Event;
    programmes: Programme by ProgrammeId, Programme;
    scopes: Scope by ScopeId, Scope;
    splits: Split by SplitId, Split;
    envelopes: Envelope by EnvelopeId, Envelope;
    appropriations: Appropriation by AppropriationId, Appropriation;
    indicators: Indicator by IndicatorId, Indicator;
    observations: Observation by ObservationId, Observation;
    projects: Project by ProjectId, Project;
    editions: Edition by EditionId, Edition;
    project_editions: ProjectEdition by ProjectEditionId, ProjectEdition;
    facts: Fact by FactId, Fact;
    actors: Actor by ActorId, Actor;
    positions: Position by PositionId, Position;
    discrepancies: Discrepancy by DiscrepancyId, Discrepancy;
    glossary: Term by TermId, Term;
    sources: Source by SourceId, Source;
    steps: Step by StepId, Step;
}

/// What the package says of itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct About {
    /// What the data are called; empty where nothing names them.
    pub title: Text,
    /// Version of the data.
    pub version: String,
    /// Date of the data, as in the descriptor.
    pub created: String,
    /// The day of which the statuses are true: that of the note.
    pub reference_day: Day,
}

impl About {
    /// The day of the data, if the descriptor gives one.
    #[must_use]
    pub fn day(&self) -> Option<Edtf> {
        Edtf::parse(self.created.get(..10)?).ok()
    }
}

/// The whole strategy. Built once from checked tables; never changes.
#[derive(Clone, Debug)]
pub struct Strategy {
    tables: Tables,
    /// In order of time.
    events_in_time: Vec<EventId>,
    /// The days that each event may mean.
    spans: Vec<Span>,
    envelope_tree: Hierarchy,
}

impl Strategy {
    /// The strategy of `tables` whose ids all resolve.
    ///
    /// # Errors
    /// The envelopes that lie on a cycle of parents.
    pub fn new(tables: Tables) -> Result<Self, Vec<EnvelopeId>> {
        let parents =
            tables.envelopes.iter().map(|envelope| envelope.parent.map(EnvelopeId::index)).collect();
        let envelope_tree = Hierarchy::from_parents(parents)
            .map_err(|rows| rows.into_iter().map(EnvelopeId::from).collect::<Vec<_>>())?;
        let spans: Vec<_> = tables.events.iter().map(|event| event.date.span()).collect();
        let moments: Vec<_> = spans.iter().map(|span| span.moment().number()).collect();
        let in_time = order_of_numbers(&moments);
        let events_in_time = in_time.into_iter().map(EventId::from).collect();
        Ok(Self { events_in_time, spans, envelope_tree, tables })
    }

    /// The same under another title.
    #[must_use]
    pub fn titled(mut self, title: Text) -> Self {
        self.tables.about.title = title;
        self
    }

    /// All events with their ids, from the earliest to the latest; those of one moment in the order of the data.
    pub fn events_in_time(&self) -> impl Iterator<Item = (EventId, &Event)> {
        self.events_in_time.iter().map(|&id| (id, &self[id]))
    }

    /// The days that the date of an event may mean.
    #[must_use]
    pub fn span(&self, event: EventId) -> Span {
        self.spans[event.index()]
    }

    /// What the package says of itself.
    #[must_use]
    pub fn about(&self) -> &About {
        &self.tables.about
    }

    /// The day of the note: what is said to have happened had happened by then.
    #[must_use]
    pub fn reference_day(&self) -> Day {
        self.tables.about.reference_day
    }

    /// The record with this identifier, or the one that took its place.
    #[must_use]
    pub fn find(&self, slug: &str) -> Option<RecordId> {
        RecordKind::ALL.iter().find_map(|&kind| self.find_own(kind, slug)).or_else(|| self.find_former(slug))
    }

    /// The record of one kind with this identifier.
    #[must_use]
    pub fn find_as<Id: TableId>(&self, slug: &str) -> Option<Id> {
        Id::try_from(self.find_own(Id::KIND, slug).or_else(|| self.find_former(slug))?).ok()
    }

    /// Looked through one after the other: that is seldom asked, and an index of many takes longer to make.
    fn find_own(&self, kind: RecordKind, slug: &str) -> Option<RecordId> {
        let mut ids = (0..self.count(kind)).map(|index| RecordId::at(kind, index));
        ids.find(|&id| !slug.is_empty() && self.slug(id) == slug)
    }

    fn find_former(&self, slug: &str) -> Option<RecordId> {
        self.aliases().find(|(alias, _)| *alias == slug).map(|(_, id)| id)
    }

    /// Former identifiers, with the record each now leads to.
    pub fn aliases(&self) -> impl Iterator<Item = (&str, RecordId)> {
        self.tables.aliases.iter().map(|(alias, id)| (alias.as_str(), *id))
    }

    /// The top envelopes of a scope.
    pub fn roots(&self, scope: ScopeId) -> impl Iterator<Item = EnvelopeId> + '_ {
        self.envelope_tree
            .roots()
            .iter()
            .copied()
            .map(EnvelopeId::from)
            .filter(move |&id| self[id].scope == scope)
    }

    /// The parts of `parent` in `split` (`None` is the default split), in the order of the data.
    pub fn parts(&self, parent: EnvelopeId, split: Option<SplitId>) -> impl Iterator<Item = EnvelopeId> + '_ {
        self.envelope_tree
            .children(parent.index())
            .iter()
            .copied()
            .map(EnvelopeId::from)
            .filter(move |&id| self[id].split == split)
    }

    /// Whether `envelope` has parts in its default split.
    #[must_use]
    pub fn has_parts(&self, envelope: EnvelopeId) -> bool {
        self.parts(envelope, None).next().is_some()
    }

    /// The envelopes `envelope` is part of, nearest first.
    pub fn ancestors(&self, envelope: EnvelopeId) -> impl Iterator<Item = EnvelopeId> + '_ {
        self.envelope_tree.ancestors(envelope.index()).map(EnvelopeId::from)
    }

    /// All parts of `envelope`, at any depth and in any split.
    pub fn descendants(&self, envelope: EnvelopeId) -> impl Iterator<Item = EnvelopeId> + '_ {
        self.envelope_tree.descendants(envelope.index()).map(EnvelopeId::from)
    }

    /// The ways to split `envelope`, the default first; empty if there is only one.
    #[must_use]
    pub fn splits_of(&self, envelope: EnvelopeId) -> Vec<SplitId> {
        let own = |is_default: bool| {
            self.splits()
                .filter(move |(_, split)| split.envelope == envelope && split.is_default == is_default)
                .map(|(id, _)| id)
        };
        own(true).chain(own(false)).collect()
    }

    /// What is measured of an envelope at a stage; its own amount for [`Measure::Amount`].
    #[must_use]
    pub fn measured(&self, envelope: EnvelopeId, stage: Stage, measure: Measure) -> Option<Euros> {
        let line = || {
            let mut lines = self.appropriations().map(|(_, line)| line);
            lines.find(|line| line.envelope == envelope && line.stage == stage)
        };
        match measure {
            Measure::Amount => self[envelope].amount,
            Measure::Commitment => line()?.commitment,
            Measure::Payment => line()?.payment,
        }
    }

    /// The values of an indicator, from the earliest to the latest.
    #[must_use]
    pub fn observations_of(&self, indicator: IndicatorId) -> Vec<&Observation> {
        let own: Vec<_> =
            self.observations().map(|(_, one)| one).filter(|one| one.indicator == indicator).collect();
        sorted(&own, |a, b| a.date.chronological(&b.date))
    }

    /// The latest value of an indicator that was counted; where none was, the latest that was expected or promised.
    #[must_use]
    pub fn latest_observation(&self, indicator: IndicatorId) -> Option<&Observation> {
        let all = self.observations_of(indicator);
        let counted = all.iter().rev().find(|one| one.quality == ObservationQuality::Observed);
        counted.or(all.last()).copied()
    }

    /// What the editions say of a project, from the earliest to the latest.
    #[must_use]
    pub fn editions_of(&self, project: ProjectId) -> Vec<&ProjectEdition> {
        let own: Vec<_> =
            self.project_editions().map(|(_, line)| line).filter(|line| line.project == project).collect();
        sorted(&own, |a, b| self[a.edition].date.chronological(&self[b.edition].date))
    }

    /// The sum of the positive published amounts of the parts of `parent` in `split`.
    #[must_use]
    pub fn sum_of_parts(&self, parent: EnvelopeId, split: Option<SplitId>) -> Option<Euros> {
        Euros::checked_sum(
            self.parts(parent, split)
                .filter_map(|part| self[part].amount)
                .filter(|amount| amount.is_positive()),
        )
    }

    /// What `parent` holds beyond its parts in `split`: the visible remainder.
    #[must_use]
    pub fn unallocated(&self, parent: EnvelopeId, split: Option<SplitId>) -> Option<Euros> {
        let rest = self[parent].amount?.checked_sub(self.sum_of_parts(parent, split)?)?;
        rest.is_positive().then_some(rest)
    }
}
