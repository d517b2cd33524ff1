//! The themes of the note, which are the lanes of the timeline.

use super::{
    id::ThemeId,
    text::{ProseId, Text},
};

/// How many colours and shapes there are for themes: those of the note. Where there are more themes they come again, and
/// lanes, which are named, tell them apart.
pub const HUES: usize = 5;

impl ThemeId {
    /// Which of the colours and shapes it has.
    #[must_use]
    pub fn hue(self) -> usize {
        self.index() % HUES
    }
}

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
