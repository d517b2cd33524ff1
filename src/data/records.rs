//! What each resource of the package is made of: its columns, and how a row of them becomes a record.

use crate::model::{
    actor::Actor,
    discrepancy::Discrepancy,
    envelope::{Appropriation, Envelope, Scope, Split},
    event::Event,
    fact::Fact,
    glossary::Term,
    id::{RecordId, RecordKind},
    indicator::{Indicator, Observation},
    position::Position,
    programme::Programme,
    project::{Edition, Project, ProjectEdition},
    source::Source,
    step::Step,
    strategy::{About, Tables},
    theme::Theme,
};

use super::{
    identifiers::Identifiers,
    problem::Problem,
    prose::ProsePair,
    row::Row,
    sheet::Sheet,
    writing::{Cell, Cells, Written},
};

/// A table of the package.
#[derive(Debug)]
pub struct Resource {
    /// Its name in the descriptor, and of its file unless the descriptor says otherwise.
    pub name: &'static str,
    /// What its rows are.
    pub kind: RecordKind,
    /// How many records of it a package has.
    pub count: fn(&Tables) -> usize,
    columns: &'static [&'static [&'static str]],
}

impl Resource {
    /// The resource whose rows are of this kind.
    #[must_use]
    pub fn of(kind: RecordKind) -> &'static Self {
        &Self::ALL[kind as usize]
    }

    /// Its columns, in the order of the file.
    pub fn columns(&self) -> impl Iterator<Item = &'static str> {
        self.columns.iter().copied().flatten().copied()
    }

    /// Whether its rows have an id.
    pub fn has_ids(&self) -> bool {
        self.columns().next() == Some("id")
    }
}

/// The columns behind a method of [`Row`]: texts in two languages stand in two.
macro_rules! columns {
    (text $name:literal) => { columns!(pair $name) };
    (maybe_text $name:literal) => { columns!(pair $name) };
    (prose $name:literal) => { columns!(pair $name) };
    (maybe_prose $name:literal) => { columns!(pair $name) };
    (pair $name:literal) => { &[concat!($name, "_fr"), concat!($name, "_en")] };
    ($method:ident $name:literal) => { &[$name] };
    ($method:ident) => { &[] };
}

/// Declares the resources. Each line is a field of the record, the method of [`Row`] that reads it and the name
/// of its column; what the field holds follows from the record. Columns after the brace are checked but kept
/// elsewhere: the order of rows is that of the table, former ids are those of the whole package.
macro_rules! resources {
    ($($resource:ident: $record:ident {
        $($field:ident: $method:ident $($column:literal)?,)+
    } $(, $check:ident $checked:literal)*;)+) => {
        impl Resource {
            /// Every resource, in the order of [`RecordKind::ALL`].
            pub const ALL: &'static [Self] = &[$(
                Self {
                    name: stringify!($resource),
                    kind: RecordKind::$record,
                    count: |tables| tables.$resource.len(),
                    columns: &[$(columns!($method $($column)?),)+ $(&[$checked],)*],
                },
            )+];
        }

        /// The records of a package, row by row: `None` where a row has a problem.
        #[derive(Debug)]
        pub struct Records {
            $(#[doc = concat!("All ", stringify!($resource), ".")] pub $resource: Vec<Option<$record>>,)+
        }

        impl Records {
            /// Reads the rows of all sheets, which stand in the order of [`RecordKind::ALL`].
            pub fn read(
                sheets: &[Sheet],
                identifiers: &Identifiers,
                prose: &mut ProsePair,
                problems: &mut Vec<Problem>,
            ) -> Self {
                Self {
                    $($resource: {
                        let sheet = &sheets[RecordKind::$record as usize];
                        let read_row = |cells| {
                            let mut row = Row { sheet, cells, identifiers, prose, problems };
                            if !row.is_aligned() {
                                return None;
                            }
                            // All cells are read before the first that failed gives the record up.
                            $(let $field = row.$method($($column)?);)+
                            $(row.$check($checked);)*
                            Some($record { $($field: $field?,)+ })
                        };
                        sheet.rows.iter().map(read_row).collect()
                    },)+
                }
            }

            /// The tables, if every row became a record.
            pub fn into_tables(self, about: About, aliases: Vec<(String, RecordId)>) -> Option<Tables> {
                Some(Tables {
                    about,
                    $($resource: self.$resource.into_iter().collect::<Option<_>>()?,)+
                    aliases,
                })
            }
        }

        /// The cells of a record, in the order of the columns of its resource.
        #[must_use]
        pub fn cells_of(written: Written<'_>, id: RecordId) -> Vec<Cell> {
            let mut cells = Cells { written, cells: Vec::new() };
            match id {
                $(RecordId::$record(own) => {
                    let record = &written.strategy[own];
                    $(cells.$method(&record.$field);)+
                    $(cells.$check(id);)*
                })+
            }
            cells.cells
        }

        /// The id of the record in a row of a table.
        pub fn record_id(kind: RecordKind, row: usize) -> RecordId {
            match kind { $(RecordKind::$record => RecordId::$record(row.into()),)+ }
        }

        /// The row a record stands in.
        pub fn record_index(id: RecordId) -> usize {
            match id { $(RecordId::$record(id) => id.index(),)+ }
        }
    };
}

resources! {
    themes: Theme {
        slug: id "id",
        label: text "label",
        short: text "short",
        question: prose "question",
    }, order "order";

    events: Event {
        slug: id "id",
        note_refs: note_refs "note_ref",
        date: one "date",
        date_in_note: maybe "date_in_note",
        title: text "title",
        summary: prose "summary",
        theme: one "theme",
        kind: one "kind",
        status: one "status",
        outcome: one "outcome",
        outcome_date: maybe "outcome_date",
        outcome_text: maybe_prose "outcome",
        importance: importance "importance",
        actors: list "actors",
        envelopes: list "envelopes",
        projects: list "projects",
        programmes: list "programmes",
        indicators: list "indicators",
        related: list "related",
        sources: sources "sources",
    }, aliases "aliases";

    programmes: Programme {
        slug: id "id",
        note_refs: note_refs "note_ref",
        kind: one "kind",
        label: text "label",
        summary: prose "summary",
        status: one "status",
        theme: one "theme",
        actors: list "actors",
        envelopes: list "envelopes",
        sources: sources "sources",
    }, aliases "aliases";

    scopes: Scope {
        slug: id "id",
        label: text "label",
        short: text "short",
        nature: one "nature",
        reference_date: maybe "reference_date",
        caution: text "caution",
        sources: sources "sources",
    }, aliases "aliases";

    splits: Split {
        slug: id "id",
        envelope: one "envelope",
        is_default: one "is_default",
        label: text "label",
    };

    envelopes: Envelope {
        slug: id "id",
        note_refs: note_refs "note_ref",
        scope: one "scope",
        parent: maybe "parent",
        split: maybe "split",
        theme: maybe "theme",
        label: text "label",
        amount: maybe "amount_eur",
        attributed: maybe "attributed_eur",
        as_of: maybe "as_of",
        project: maybe "project",
        note: maybe_prose "note",
        sources: sources "sources",
    }, order "order", aliases "aliases";

    appropriations: Appropriation {
        slug: id "id",
        envelope: one "envelope",
        stage: one "stage",
        commitment: maybe "commitment_eur",
        payment: maybe "payment_eur",
        sources: sources "sources",
    };

    indicators: Indicator {
        slug: id "id",
        note_refs: note_refs "note_ref",
        theme: one "theme",
        label: text "label",
        unit: text "unit",
        target: maybe "target",
        target_date: maybe "target_date",
        envelope: maybe "envelope",
        caution: maybe_prose "caution",
        sources: sources "sources",
    }, aliases "aliases";

    observations: Observation {
        slug: id "id",
        note_refs: note_refs "note_ref",
        indicator: one "indicator",
        date: one "date",
        value: one "value",
        quality: one "quality",
        definition: maybe_prose "definition",
        counted: text "counted",
        sources: sources "sources",
    };

    projects: Project {
        slug: id "id",
        note_refs: note_refs "note_ref",
        label: word "label",
        ministry: ministry "ministry",
        zone: maybe_shared_prose "zone",
        funding: maybe_shared_prose "funding",
        sources: sources "sources",
    }, aliases "aliases";

    editions: Edition {
        slug: id "id",
        date: one "date",
        published: maybe "published",
        projects: maybe "projects",
        interministerial: maybe "interministerial",
        cost: maybe "cost_eur",
        cost_label: maybe_text "cost_label",
        mean_duration_years: maybe "mean_duration_years",
        schedule_drift_pct: maybe "schedule_drift_pct",
        budget_drift_pct: maybe "budget_drift_pct",
        quality: one "quality",
        sources: sources "sources",
    };

    project_editions: ProjectEdition {
        slug: nameless,
        project: one "project",
        edition: one "edition",
        ministry: ministry "ministry",
        ministry_as_published: maybe_shared_prose "ministry_as_published",
        label_as_published: maybe_shared_prose "label_as_published",
        interministerial: one "interministerial",
        start: maybe "start",
        planned_years: maybe "planned_years",
        phase: maybe "phase",
        cost: maybe "cost_eur",
        new_scope: one "new_scope",
    };

    facts: Fact {
        slug: id "id",
        note_refs: note_refs "note_ref",
        theme: one "theme",
        about: list "about",
        text: prose "text",
        value: maybe "value",
        unit: maybe "unit",
        as_of: maybe "as_of",
        quality: one "quality",
        sources: sources "sources",
    }, aliases "aliases";

    actors: Actor {
        slug: id "id",
        note_refs: note_refs "note_ref",
        label: text "label",
        acronym: maybe_word "acronym",
        kind: one "kind",
    }, aliases "aliases";

    positions: Position {
        slug: id "id",
        note_refs: note_refs "note_ref",
        theme: one "theme",
        kind: one "kind",
        holder: one "holder",
        text: prose "text",
        section: section "section",
        sources: sources "sources",
    }, aliases "aliases";

    discrepancies: Discrepancy {
        slug: id "id",
        note_refs: note_refs "note_ref",
        about: list "about",
        claims: list "values",
        shown: place_from_1 "shown",
        explanation: prose "explanation",
        sources: sources "sources",
    }, aliases "aliases";

    glossary: Term {
        slug: id "id",
        term: word "term",
        expansion: maybe_text "expansion",
        definition: prose "definition",
    }, aliases "aliases";

    sources: Source {
        slug: id "id",
        note_refs: note_refs "note_ref",
        title: shared_prose "title",
        publisher: maybe_shared_prose "publisher",
        url: maybe_url "url",
        footnote: maybe "footnote",
        published: maybe "published",
        kind: one "kind",
        read: one "read",
        is_single: one "single",
    }, aliases "aliases";

    steps: Step {
        slug: id "id",
        theme: maybe "theme",
        title: text "title",
        text: prose "text",
        shows: word "shows",
        about: list "about",
        sources: sources "sources",
    }, order "order", aliases "aliases";
}
