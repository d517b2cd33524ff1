//! Statements of the note, each attributed to who holds it.

use super::{
    id::{ActorId, SourceId, ThemeId},
    text::ProseId,
    vocabulary::vocabulary,
};

vocabulary! {
    /// What kind of statement it is.
    pub enum PositionKind {
        /// Something reported as so.
        Fact = "fact",
        /// A judgement.
        Judgement = "judgement",
        /// A recommendation.
        Recommendation = "recommendation",
        /// A worry.
        Concern = "concern",
    }
}

/// A statement attributed to its holder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Position {
    /// Identifier in files and addresses.
    pub slug: String,
    /// References of the note's facts it carries.
    pub note_refs: Vec<String>,
    /// The theme it belongs to.
    pub theme: ThemeId,
    /// What kind it is.
    pub kind: PositionKind,
    /// Who holds it.
    pub holder: ActorId,
    /// The statement, in our words.
    pub text: ProseId,
    /// The section of the note, S0–S6.
    pub section: String,
    /// Where this comes from.
    pub sources: Vec<SourceId>,
}
