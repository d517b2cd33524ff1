//! Conflicts between figures and slips of a source: kept side by side, never smoothed.

use super::{
    date::Edtf,
    id::{RecordId, SourceId},
    indicator::Quantity,
    money::Euros,
    text::ProseId,
};

/// A value as one source gives it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Claim {
    /// An amount.
    Eur(Euros),
    /// A number.
    Number(Quantity),
    /// A percentage.
    Percent(Quantity),
    /// A date.
    Date(Edtf),
    /// A wording, as printed.
    Text(String),
}

/// A conflict between figures, or a slip.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Discrepancy {
    /// Identifier in files and addresses.
    pub slug: String,
    /// References of the note's facts it carries.
    pub note_refs: Vec<String>,
    /// The records it is about.
    pub about: Vec<RecordId>,
    /// Each value with the source that gives it.
    pub claims: Vec<(Claim, SourceId)>,
    /// Which of them the explorer shows, by place in `claims`.
    pub shown: usize,
    /// Why they differ.
    pub explanation: ProseId,
    /// Where this comes from.
    pub sources: Vec<SourceId>,
}
