//! Plans, laws, reports, services and bodies that events and envelopes refer to.

use super::{
    event::Status,
    id::{ActorId, EnvelopeId, SourceId, ThemeId},
    text::{ProseId, Text},
    vocabulary::vocabulary,
};

vocabulary! {
    /// What kind of programme it is.
    pub enum ProgrammeKind {
        /// A plan.
        Plan = "plan",
        /// A programme.
        Programme = "programme",
        /// A strategy.
        Strategy = "strategy",
        /// A law or a bill.
        Law = "law",
        /// A legal code.
        Code = "code",
        /// A report.
        Report = "report",
        /// A framework of requirements.
        Framework = "framework",
        /// A service to the public.
        Service = "service",
        /// A body.
        Body = "body",
    }
}

/// A plan, law, report, service or body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Programme {
    /// Identifier in files and addresses.
    pub slug: String,
    /// References of the note's facts it carries.
    pub note_refs: Vec<String>,
    /// What kind it is.
    pub kind: ProgrammeKind,
    /// Name.
    pub label: Text,
    /// One or two sentences.
    pub summary: ProseId,
    /// How it stood on the day of the note.
    pub status: Status,
    /// The theme it belongs to.
    pub theme: ThemeId,
    /// Who is in charge or takes part.
    pub actors: Vec<ActorId>,
    /// Money that pays for it.
    pub envelopes: Vec<EnvelopeId>,
    /// Where this comes from.
    pub sources: Vec<SourceId>,
}
