//! The themes of the note, which are the lanes of the timeline.

use super::text::{ProseId, Text};

/// A theme of the note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Theme {
    /// Identifier in files and addresses.
    pub slug: String,
    /// Full name.
    pub label: Text,
    /// One word, for lanes and chips.
    pub short: Text,
    /// The question the theme answers.
    pub question: ProseId,
}
