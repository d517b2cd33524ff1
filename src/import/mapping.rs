//! What each column of a table is for, as a value that a reader may change.

use crate::model::vocabulary::vocabulary;

use super::assumption::Because;

vocabulary! {
    /// What a column is for.
    pub enum Role {
        /// The identifier by which other rows name this one.
        Id = "id",
        /// When it was, or when it began.
        Date = "date",
        /// When it ended.
        EndDate = "end-date",
        /// What it is called.
        Title = "title",
        /// What is said of it.
        Text = "text",
        /// The theme it belongs to.
        Group = "group",
        /// What kind of event it is.
        Kind = "kind",
        /// How it stands.
        Status = "status",
        /// Its amount.
        Amount = "amount",
        /// The row it is part of, by its identifier or its title.
        Parent = "parent",
        /// Where it comes from, in words.
        Source = "source",
        /// Where it comes from, as an address.
        Link = "link",
    }
}

/// A column, and what it is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MappedColumn {
    /// Its name in the header, or its letter where there is no header.
    pub name: String,
    /// What it is for; `None` leaves it out.
    pub role: Option<Role>,
    /// Why.
    pub because: Because,
}

/// What each column of a table is for, in the order of the file. A role that stands twice is that of the first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mapping {
    /// The columns.
    pub columns: Vec<MappedColumn>,
}

impl Mapping {
    /// The place of the column that has `role`.
    #[must_use]
    pub fn column(&self, role: Role) -> Option<usize> {
        self.columns.iter().position(|column| column.role == Some(role))
    }

    /// The mapping in which the column at `place` has `role`, which is taken from the one that had it.
    #[must_use]
    pub fn with(mut self, place: usize, role: Option<Role>) -> Self {
        for column in &mut self.columns {
            if role.is_some() && column.role == role {
                column.role = None;
                column.because = Because::Chosen;
            }
        }
        if let Some(column) = self.columns.get_mut(place) {
            column.role = role;
            column.because = Because::Chosen;
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn column(name: &str, role: Option<Role>) -> MappedColumn {
        MappedColumn { name: name.to_owned(), role, because: Because::Name }
    }

    #[test]
    fn a_role_moves_to_the_column_that_is_given_it() {
        let columns = vec![column("ae", Some(Role::Amount)), column("cp", None)];
        let mapping = Mapping { columns }.with(1, Some(Role::Amount));
        assert_eq!(mapping.column(Role::Amount), Some(1));
        assert_eq!(mapping.columns[0].role, None);
    }

    #[test]
    fn a_place_outside_the_table_changes_nothing_but_the_role() {
        let mapping = Mapping { columns: vec![column("ae", Some(Role::Amount))] }.with(7, Some(Role::Date));
        assert_eq!(mapping.column(Role::Date), None);
        assert_eq!(mapping.column(Role::Amount), Some(0));
    }
}
