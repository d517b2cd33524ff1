//! Typed identifiers: a place in the strategy's tables, which cannot be mistaken for a place in another table.

use super::vocabulary::vocabulary;

/// Declares one typed id per table, and [`RecordId`] and [`RecordKind`] over all of them.
macro_rules! ids {
    ($($(#[$meta:meta])* $name:ident, $variant:ident = $kind:literal;)+) => {
        $(
            $(#[$meta])*
            #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
            pub struct $name(pub u32);

            impl $name {
                /// The place in its table.
                #[must_use]
                pub fn index(self) -> usize {
                    self.0 as usize
                }
            }

            impl From<usize> for $name {
                fn from(index: usize) -> Self {
                    // No file of ours, and none that a browser reads, has 2³² rows.
                    Self(index as u32)
                }
            }

            impl TableId for $name {
                const KIND: RecordKind = RecordKind::$variant;
            }

            impl From<$name> for RecordId {
                fn from(id: $name) -> Self {
                    Self::$variant(id)
                }
            }

            impl TryFrom<RecordId> for $name {
                type Error = RecordId;
                fn try_from(id: RecordId) -> Result<Self, RecordId> {
                    match id {
                        RecordId::$variant(id) => Ok(id),
                        other => Err(other),
                    }
                }
            }
        )+

        /// The id of a record of one table.
        pub trait TableId: TryFrom<RecordId> {
            /// What the table holds.
            const KIND: RecordKind;
        }

        /// Any record of the strategy.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum RecordId {
            $($(#[$meta])* $variant($name),)+
        }

        impl RecordId {
            /// What kind of record it is.
            #[must_use]
            pub fn kind(self) -> RecordKind {
                match self { $(Self::$variant(_) => RecordKind::$variant,)+ }
            }

            /// The place in the table of its kind.
            #[must_use]
            pub fn index(self) -> usize {
                match self { $(Self::$variant(id) => id.index(),)+ }
            }

            /// The record at a place of the table of a kind.
            #[must_use]
            pub fn at(kind: RecordKind, index: usize) -> Self {
                match kind { $(RecordKind::$variant => Self::$variant($name::from(index)),)+ }
            }
        }

        vocabulary! {
            /// A kind of record; its spelling is the `data-kind` of marks.
            pub enum RecordKind {
                $($(#[$meta])* $variant = $kind,)+
            }
        }
    };
}

ids! {
    /// A theme of the note.
    ThemeId, Theme = "theme";
    /// A dated event.
    EventId, Event = "event";
    /// A plan, law, report, service or body.
    ProgrammeId, Programme = "programme";
    /// A set of envelopes whose amounts may be added.
    ScopeId, Scope = "scope";
    /// A named way of splitting an envelope.
    SplitId, Split = "split";
    /// A node of a budget tree.
    EnvelopeId, Envelope = "envelope";
    /// A line of appropriations of an envelope at a stage.
    AppropriationId, Appropriation = "appropriation";
    /// A quantity followed over time.
    IndicatorId, Indicator = "indicator";
    /// A value of an indicator at a date.
    ObservationId, Observation = "observation";
    /// An IT project.
    ProjectId, Project = "project";
    /// An edition of the panorama of large projects.
    EditionId, Edition = "edition";
    /// A project as one edition publishes it.
    ProjectEditionId, ProjectEdition = "project-edition";
    /// A verified figure that is neither amount nor indicator.
    FactId, Fact = "fact";
    /// A person, body or company.
    ActorId, Actor = "actor";
    /// A statement attributed to its holder.
    PositionId, Position = "position";
    /// A conflict between figures or a slip.
    DiscrepancyId, Discrepancy = "discrepancy";
    /// A word explained.
    TermId, Term = "term";
    /// Where a statement comes from.
    SourceId, Source = "source";
    /// A step of the guided reading.
    StepId, Step = "step";
}
