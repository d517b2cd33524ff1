//! What a chart of the view says, as a value: its finding, its rows, and the same numbers as a table.

use std::collections::HashSet;

use crate::{
    charts::rows::Chart,
    model::{
        id::{RecordId, SourceId},
        strategy::Strategy,
    },
};

/// A chart with all that is said around it.
#[derive(Clone, Debug, PartialEq)]
pub struct Trend {
    /// What names it in the page.
    pub key: &'static str,
    /// What it finds, computed.
    pub title: String,
    /// What is drawn, and what it cannot say.
    pub about: String,
    /// What its signs mean.
    pub legend: Vec<(Sign, &'static str)>,
    /// What is drawn.
    pub chart: Chart,
    /// The same numbers.
    pub table: Table,
    /// Where they come from.
    pub sources: Vec<SourceId>,
    /// What may not be added or compared, as records that say so.
    pub cautions: Vec<(RecordId, String)>,
}

/// A sign of a chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// A full line with discs.
    Full,
    /// A dashed line with diamonds.
    Dashed,
    /// A disc.
    Disc,
    /// A hollow disc.
    Hollow,
    /// A band of what is not published.
    Unpublished,
}

impl Sign {
    /// The class of its drawing.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Full => "is-full",
            Self::Dashed => "is-dashed",
            Self::Disc => "is-disc",
            Self::Hollow => "is-hollow",
            Self::Unpublished => "is-unpublished",
        }
    }
}

/// The numbers of a chart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// The head of the names.
    pub name: &'static str,
    /// The heads of the other columns.
    pub heads: Vec<&'static str>,
    /// A row for each record.
    pub rows: Vec<Row>,
}

/// A row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The record it leads to.
    pub id: RecordId,
    /// Its name.
    pub name: String,
    /// What the columns say.
    pub cells: Vec<String>,
}

/// The sources of several records, each once, in their order.
pub fn together<'a>(
    strategy: &Strategy,
    sources: impl IntoIterator<Item = &'a Vec<SourceId>>,
) -> Vec<SourceId> {
    let mut known = HashSet::new();
    let all = sources.into_iter().flatten().copied();
    // Of what is not there nothing can be read.
    all.filter(|&id| id.index() < strategy.sources().count() && known.insert(id)).collect()
}
