//! Verified figures that are neither an amount of a budget nor an indicator.

use super::{
    date::Edtf,
    id::{RecordId, SourceId, ThemeId},
    indicator::Quantity,
    text::ProseId,
    vocabulary::vocabulary,
};

vocabulary! {
    /// The unit of a fact's value.
    pub enum FactUnit {
        /// Euros.
        Eur = "EUR",
        /// Percent.
        Percent = "percent",
        /// A count.
        Count = "count",
        /// A plain ratio.
        Ratio = "ratio",
        /// Months.
        Months = "months",
    }
}

vocabulary! {
    /// Whether a figure was printed or worked out.
    pub enum FactQuality {
        /// Printed by the source.
        Published = "published",
        /// Worked out from what sources print.
        Computed = "computed",
    }
}

/// A verified figure, with what it is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// Identifier in files and addresses.
    pub slug: String,
    /// References of the note's facts it carries.
    pub note_refs: Vec<String>,
    /// The theme it belongs to.
    pub theme: ThemeId,
    /// The records it is about.
    pub about: Vec<RecordId>,
    /// The statement.
    pub text: ProseId,
    /// The figure.
    pub value: Option<Quantity>,
    /// Its unit.
    pub unit: Option<FactUnit>,
    /// When that was so.
    pub as_of: Option<Edtf>,
    /// Printed or worked out.
    pub quality: FactQuality,
    /// Where this comes from.
    pub sources: Vec<SourceId>,
}
