//! What is asked of the worker that makes files and what it gives: values that cross between it and the page.

use serde::{Deserialize, Serialize};

use crate::model::vocabulary::vocabulary;

vocabulary! {
    /// A file that a reader can take away. Its spelling is the ending of the file's name where several have one.
    pub enum Format {
        /// The records selected as rows.
        Csv = "csv",
        /// The same with their sources, as values.
        Json = "json",
        /// The events selected, for a calendar.
        Calendar = "ics",
        /// How to cite the explorer and the sources of what is selected, for LaTeX.
        BibTex = "bib",
        /// The same, for reference managers.
        CslJson = "csl-json",
        /// How to cite the explorer, in words.
        Citation = "txt",
        /// All data, with their description.
        Package = "zip",
    }
}

impl Format {
    /// The end of the file's name.
    #[must_use]
    pub fn ending(self) -> &'static str {
        match self {
            Self::CslJson => "csl.json",
            other => other.as_str(),
        }
    }

    /// The media type.
    #[must_use]
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Csv => "text/csv;charset=utf-8",
            Self::Json => "application/json",
            Self::Calendar => "text/calendar;charset=utf-8",
            Self::BibTex => "application/x-bibtex",
            Self::CslJson => "application/vnd.citationstyles.csl+json",
            Self::Citation => "text/plain;charset=utf-8",
            Self::Package => "application/zip",
        }
    }

    /// Whether the file is text, that can be read and copied where a page may not save.
    #[must_use]
    pub fn is_text(self) -> bool {
        self != Self::Package
    }
}

/// What the page asks for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Order {
    /// Its number, which comes back with the file.
    pub number: u32,
    /// The format, as [`Format`] spells it.
    pub format: String,
    /// The state, as an address says it.
    pub hash: String,
    /// The view of the page, where the state names none.
    pub view: String,
    /// The language of what is made.
    pub lang: String,
    /// The address of the page without its hash, for links that lead back; empty for a page that has none.
    pub page: String,
}

/// A file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Parcel {
    /// The number of the order.
    pub number: u32,
    /// The name of the file.
    pub name: String,
    /// Its media type.
    pub media_type: String,
    /// Its content.
    #[serde(with = "serde_bytes")]
    pub content: Vec<u8>,
    /// How many records it holds.
    pub records: u32,
    /// How many of those selected it cannot hold: events that a calendar has no day for.
    pub left_out: u32,
}
