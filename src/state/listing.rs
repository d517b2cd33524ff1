//! What the table can list, with the columns of each list.

use crate::model::{
    id::{EnvelopeId, RecordId, RecordKind, ScopeId},
    strategy::Strategy,
    vocabulary::vocabulary,
};

vocabulary! {
    /// A kind of record that the table lists.
    pub enum Listed {
        /// Events.
        Events = "events",
        /// Envelopes of the scope shown.
        Envelopes = "envelopes",
        /// Large IT projects.
        Projects = "projects",
        /// Quantities followed over time.
        Indicators = "indicators",
        /// Who takes part.
        Actors = "actors",
        /// Plans, laws, services, bodies.
        Programmes = "programmes",
        /// Statements, each with who holds it.
        Positions = "positions",
        /// Conflicts between figures.
        Discrepancies = "discrepancies",
    }
}

vocabulary! {
    /// A column of the table. The name of the record comes first and is always there.
    pub enum Column {
        /// The name: for sorting only.
        Name = "name",
        /// When.
        Date = "date",
        /// The theme.
        Theme = "theme",
        /// What kind of thing it is.
        Kind = "kind",
        /// How it stood on the day of the note.
        Status = "status",
        /// What came of it since.
        Outcome = "outcome",
        /// Who takes part.
        Actors = "actors",
        /// The ministry in charge.
        Ministry = "ministry",
        /// The phase of a project.
        Phase = "phase",
        /// When a project began or is to begin.
        Start = "start",
        /// When a project is to end.
        PlannedEnd = "planned-end",
        /// The envelope it is a part of.
        PartOf = "part-of",
        /// How much.
        Amount = "amount",
        /// Which share of the envelope it is a part of.
        Share = "share",
        /// How much of it has been given out.
        Attributed = "attributed",
        /// The day the amount is true of.
        AsOf = "as-of",
        /// The latest value.
        Latest = "latest",
        /// How firm that value is.
        Quality = "quality",
        /// The value to be reached.
        Target = "target",
        /// Who holds a statement.
        Holder = "holder",
        /// The values that are in conflict.
        Claims = "claims",
        /// How many events it takes part in.
        Events = "events",
        /// Where it comes from.
        Sources = "sources",
    }
}

/// How a table is sorted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sort {
    /// By what.
    pub column: Column,
    /// From the greatest to the least.
    pub is_descending: bool,
}

impl Listed {
    /// The columns a list can show beside the name, in their order.
    #[must_use]
    pub fn columns(self) -> &'static [Column] {
        use Column::{
            Actors, Amount, AsOf, Attributed, Claims, Date, Events, Holder, Kind, Latest, Ministry, Outcome,
            PartOf, Phase, PlannedEnd, Quality, Share, Sources, Start, Status, Target, Theme,
        };
        match self {
            Self::Events => &[Date, Theme, Kind, Status, Outcome, Actors, Sources],
            Self::Envelopes => &[Theme, PartOf, Amount, Share, Attributed, AsOf, Sources],
            Self::Projects => &[Ministry, Phase, Start, PlannedEnd, Amount, AsOf, Sources],
            Self::Indicators => &[Date, Theme, Latest, Quality, Target, Sources],
            Self::Actors => &[Kind, Events],
            Self::Programmes => &[Theme, Kind, Status, Actors, Sources],
            Self::Positions => &[Theme, Kind, Holder, Sources],
            Self::Discrepancies => &[Claims, Sources],
        }
    }

    /// The columns it shows until the reader chooses others.
    #[must_use]
    pub fn usual_columns(self) -> Vec<Column> {
        let is_usual = |column: &Column| match column {
            Column::Sources => false,
            // The costs of projects are of several editions; those of a budget are of one time.
            Column::AsOf => self == Self::Projects,
            Column::Outcome | Column::Actors => self != Self::Events,
            _ => true,
        };
        self.columns().iter().copied().filter(is_usual).collect()
    }

    /// The kind of record that is a row of the list.
    #[must_use]
    pub fn kind(self) -> RecordKind {
        match self {
            Self::Events => RecordKind::Event,
            Self::Envelopes => RecordKind::Envelope,
            Self::Projects => RecordKind::Project,
            Self::Indicators => RecordKind::Indicator,
            Self::Actors => RecordKind::Actor,
            Self::Programmes => RecordKind::Programme,
            Self::Positions => RecordKind::Position,
            Self::Discrepancies => RecordKind::Discrepancy,
        }
    }

    /// The list in which records of a kind are rows.
    #[must_use]
    pub fn of_kind(kind: RecordKind) -> Option<Self> {
        Self::ALL.iter().copied().find(|listed| listed.kind() == kind)
    }
}

impl Sort {
    /// `amount` is from the least, `-amount` from the greatest.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let name = text.strip_prefix('-');
        Some(Self { column: Column::parse(name.unwrap_or(text))?, is_descending: name.is_some() })
    }

    /// As [`Sort::parse`] reads it.
    #[must_use]
    pub fn print(self) -> String {
        format!("{}{}", if self.is_descending { "-" } else { "" }, self.column.as_str())
    }
}

/// The records of a list, in the order of the data; envelopes each after what it is a part of.
#[must_use]
pub fn listed_records(strategy: &Strategy, listed: Listed, scope: Option<ScopeId>) -> Vec<RecordId> {
    match listed {
        Listed::Events => strategy.events().map(|(id, _)| id.into()).collect(),
        Listed::Envelopes => {
            let mut envelopes = Vec::new();
            for root in scope.into_iter().flat_map(|scope| strategy.roots(scope)) {
                push_with_parts(strategy, root, &mut envelopes);
            }
            envelopes
        }
        Listed::Projects => strategy.projects().map(|(id, _)| id.into()).collect(),
        Listed::Indicators => strategy.indicators().map(|(id, _)| id.into()).collect(),
        Listed::Actors => strategy.actors().map(|(id, _)| id.into()).collect(),
        Listed::Programmes => strategy.programmes().map(|(id, _)| id.into()).collect(),
        Listed::Positions => strategy.positions().map(|(id, _)| id.into()).collect(),
        Listed::Discrepancies => strategy.discrepancies().map(|(id, _)| id.into()).collect(),
    }
}

/// An envelope, then its parts, breakdown by breakdown.
fn push_with_parts(strategy: &Strategy, envelope: EnvelopeId, envelopes: &mut Vec<RecordId>) {
    envelopes.push(envelope.into());
    let mut others = strategy.splits_of(envelope);
    others.retain(|&split| !strategy[split].is_default);
    for split in std::iter::once(None).chain(others.into_iter().map(Some)) {
        for part in strategy.parts(envelope, split) {
            push_with_parts(strategy, part, envelopes);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sort_is_read_as_it_is_printed() {
        for &column in Column::ALL {
            for is_descending in [false, true] {
                let sort = Sort { column, is_descending };
                assert_eq!(Sort::parse(&sort.print()), Some(sort));
            }
        }
        assert_eq!(Sort::parse("--date"), None);
        assert_eq!(Sort::parse("-"), None);
        assert_eq!(Sort::parse(""), None);
    }

    #[test]
    fn the_name_is_no_column_to_choose_and_columns_have_one_order() {
        for &listed in Listed::ALL {
            let columns = listed.columns();
            assert!(!columns.contains(&Column::Name));
            let in_order = listed.usual_columns();
            assert!(!in_order.is_empty() && in_order.len() <= columns.len());
            // Addresses name them in this order.
            assert!(columns.is_sorted_by(|a, b| a < b), "{listed:?}");
        }
    }
}
