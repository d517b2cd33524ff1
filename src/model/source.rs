//! Where statements come from, with how each source was read.

use super::{
    date::Edtf,
    text::{Lang, ProseId},
    vocabulary::vocabulary,
};

/// The language of the titles of sources and of what is quoted from them, on pages of both languages.
pub const LANG: Lang = Lang::Fr;

vocabulary! {
    /// What kind of source it is.
    pub enum SourceKind {
        /// The note itself.
        Note = "note",
        /// A footnote of the note.
        Footnote = "footnote",
        /// The press or another site.
        Press = "press",
        /// A public body.
        Official = "official",
        /// Open data.
        OpenData = "open-data",
    }
}

vocabulary! {
    /// How much of it was read.
    pub enum Reading {
        /// All of it.
        Whole = "whole",
        /// The passage that bears the statement.
        Excerpt = "excerpt",
        /// Nothing: the address is the note's own reference.
        NotRead = "not-read",
    }
}

/// A source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Identifier in files and addresses.
    pub slug: String,
    /// References of the note's facts it carries.
    pub note_refs: Vec<String>,
    /// Title, in its own language, or a neutral description.
    pub title: ProseId,
    /// Who published it.
    pub publisher: ProseId,
    /// Its address, if it has one.
    pub url: ProseId,
    /// The number of the note's footnote it is.
    pub footnote: Option<u8>,
    /// When it was published, if known.
    pub published: Option<Edtf>,
    /// What kind it is.
    pub kind: SourceKind,
    /// How much of it was read.
    pub read: Reading,
    /// Whether a statement rests on it alone.
    pub is_single: bool,
}
