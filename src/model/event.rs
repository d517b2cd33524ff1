//! Something dated: past, ongoing or announced.

use super::{
    date::Edtf,
    id::{ActorId, EnvelopeId, EventId, IndicatorId, ProgrammeId, ProjectId, SourceId, ThemeId},
    text::{ProseId, Text},
    vocabulary::vocabulary,
};

vocabulary! {
    /// What kind of thing happened.
    pub enum EventKind {
        /// A decision of a public body.
        Decision = "decision",
        /// A law or a bill.
        Law = "law",
        /// A report.
        Report = "report",
        /// A start.
        Launch = "launch",
        /// A failure or a stop.
        Failure = "failure",
        /// An agreement between parties.
        Agreement = "agreement",
        /// A text made public.
        Publication = "publication",
        /// Any other point worth marking.
        Milestone = "milestone",
    }
}

vocabulary! {
    /// How a thing stood on the day of the note, 12 December 2021.
    pub enum Status {
        /// It had happened.
        Past = "past",
        /// It was under way.
        Ongoing = "ongoing",
        /// It was said to come.
        Announced = "announced",
        /// It was not known yet.
        Later = "later",
    }
}

vocabulary! {
    /// What came of it since.
    pub enum Outcome {
        /// It was done.
        Done = "done",
        /// It was given up.
        Abandoned = "abandoned",
        /// It is still open.
        Open = "open",
        /// Not known.
        Unknown = "unknown",
    }
}

/// Something dated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// Identifier in files and addresses.
    pub slug: String,
    /// References of the note's facts it carries.
    pub note_refs: Vec<String>,
    /// When, as exactly as verified.
    pub date: Edtf,
    /// When, as the note says it, if it differs in any way.
    pub date_in_note: Option<Edtf>,
    /// A few words, also the label of its mark.
    pub title: Text,
    /// Two sentences.
    pub summary: ProseId,
    /// The lane it belongs to.
    pub theme: ThemeId,
    /// What kind of thing happened.
    pub kind: EventKind,
    /// How it stood on the day of the note.
    pub status: Status,
    /// What came of it.
    pub outcome: Outcome,
    /// When that was known.
    pub outcome_date: Option<Edtf>,
    /// What came of it, in words.
    pub outcome_text: ProseId,
    /// 1 (detail) to 3 (turning point).
    pub importance: u8,
    /// Who took part.
    pub actors: Vec<ActorId>,
    /// Money it is about.
    pub envelopes: Vec<EnvelopeId>,
    /// Projects it is about.
    pub projects: Vec<ProjectId>,
    /// Programmes it is about.
    pub programmes: Vec<ProgrammeId>,
    /// Quantities it is about.
    pub indicators: Vec<IndicatorId>,
    /// Other events that belong with it.
    pub related: Vec<EventId>,
    /// Where this comes from.
    pub sources: Vec<SourceId>,
}

impl Event {
    /// How many grades of importance there are.
    pub const RANKS: usize = 3;

    /// The importance, from 1 to 3.
    #[must_use]
    pub fn rank(&self) -> usize {
        usize::from(self.importance).clamp(1, Self::RANKS)
    }

    /// Whether it is of the greatest importance.
    #[must_use]
    pub fn is_turning_point(&self) -> bool {
        self.rank() == Self::RANKS
    }

    /// Whether it had happened, or begun, on the day of the note: drawn filled; else hollow.
    #[must_use]
    pub fn had_happened(&self) -> bool {
        matches!(self.status, Status::Past | Status::Ongoing)
    }
}
