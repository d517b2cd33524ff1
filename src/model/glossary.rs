//! Words of the note explained.

use super::text::{ProseId, Text};

/// A word or acronym explained.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// Identifier in files and addresses.
    pub slug: String,
    /// The word.
    pub term: String,
    /// What an acronym stands for, or empty.
    pub expansion: Text,
    /// What it means.
    pub definition: ProseId,
}
