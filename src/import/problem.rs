//! What is wrong with a file that a reader brings: where, and which rule it breaks, as values.

use crate::{
    data,
    model::{money::Euros, text::Lang},
};

use super::{limits, words};

/// Something wrong with a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The file.
    pub file: String,
    /// The line as an editor counts it, from 1; `None` if it is about the whole file.
    pub row: Option<usize>,
    /// The column, or the property of a JSON.
    pub column: Option<String>,
    /// What stands there, shortened.
    pub value: Option<String>,
    /// What is wrong.
    pub what: What,
}

/// What is wrong. Each has a file that shows it in `tests/native/import_problems.rs`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// There is no file.
    NoFile,
    /// There are several files, and no package is among them.
    SeveralFiles,
    /// There are more files than are read.
    TooManyFiles,
    /// The file is larger than what is read.
    FileTooLarge,
    /// Unpacked, the archive is larger than what is read.
    ArchiveTooLarge,
    /// The archive is damaged, or packed in a way that is not read.
    BadArchive,
    /// The archive needs a password.
    LockedArchive,
    /// The file is a spreadsheet of its program, not CSV.
    Workbook,
    /// The file is no text.
    Binary,
    /// There is nothing in the file.
    Empty,
    /// There is a header and no row.
    HeaderOnly,
    /// The package has neither an event nor an envelope.
    NothingInPackage,
    /// The JSON is of no form that is known.
    UnknownJson,
    /// No column of the table holds dates or amounts.
    UnknownTable,
    /// What is there is not JSON.
    BadJson,
    /// The tree is too deep.
    TooDeep,
    /// The JSON has more values than are read.
    TooManyValues,
    /// There are more rows than are read.
    TooManyRows,
    /// There are more columns than are read.
    TooManyColumns,
    /// So many letters could not be read, the first of them here.
    BadCharacters(usize),
    /// The cell has so many characters, and was cut.
    CellTooLong(usize),
    /// The row has another number of cells than the header.
    CellCount {
        /// How many it has.
        found: usize,
        /// How many the header has.
        expected: usize,
    },
    /// The row, or the node, has no title.
    NoTitle,
    /// The row, or the event, has no date.
    NoDate,
    /// The row has neither a date nor an amount.
    NothingToShow,
    /// A value is of another type than it must be.
    NotAnObject,
    /// The cell is not a date.
    NotADate,
    /// The date has no year, or a year of two digits.
    NoFullYear,
    /// The calendar has no such month or day.
    NoSuchDay,
    /// The end comes before the beginning.
    Reversed,
    /// There is an end without a beginning.
    EndAlone,
    /// The cell is not an amount in euros.
    NotAnAmount,
    /// The amount is negative.
    NegativeAmount,
    /// The amount does not fit.
    AmountTooLarge,
    /// The parts of an envelope add up to more than it.
    PartsAboveWhole {
        /// What the parts add up to.
        parts: Euros,
        /// What the envelope is said to be.
        whole: Euros,
    },
    /// No row has the identifier or the title that is named as parent.
    UnknownParent,
    /// Several rows have the title that is named as parent.
    SeveralParents,
    /// Following the parents leads back to the row.
    Cycle,
    /// The row it is part of was left out.
    ParentLeftOut {
        /// The line of that row.
        row: usize,
    },
    /// The identifier is that of another row.
    DuplicateId {
        /// The line of that row.
        first: usize,
    },
    /// The path is that of another row.
    DuplicatePath {
        /// The line of that row.
        first: usize,
    },
    /// The path has an empty step.
    EmptyStep,
    /// The address is not one of http or https.
    BadLink,
    /// The status is no word that is known.
    UnknownStatus,
    /// The kind is no word that is known.
    UnknownKind,
    /// A problem of a package, as its reader tells it, in English.
    Package(data::problem::Problem),
    /// A row of a package is left out because of another that is left out.
    FollowsFromAnother,
}

impl What {
    /// Whether the row is left out for it; else only the cell is, or nothing.
    #[must_use]
    pub fn leaves_row_out(&self) -> bool {
        !matches!(
            self,
            Self::BadCharacters(_)
                | Self::CellTooLong(_)
                | Self::PartsAboveWhole { .. }
                | Self::BadLink
                | Self::UnknownStatus
                | Self::UnknownKind
        )
    }
}

impl Problem {
    /// A problem of a whole file.
    pub(super) fn of_file(file: &str, what: What) -> Self {
        Self { file: file.to_owned(), row: None, column: None, value: None, what }
    }

    /// What is wrong and what would be right, without the place.
    #[must_use]
    pub fn says(&self, lang: Lang) -> String {
        words::problem(self, lang)
    }

    /// What the check of a package says in English beyond what is said in `lang`; empty where that says it all.
    #[must_use]
    pub fn detail(&self, lang: Lang) -> &str {
        match (&self.what, lang) {
            (What::Package(problem), Lang::Fr) => &problem.message,
            _ => "",
        }
    }
}

/// The problems of an import: the first ones, and how many there are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Problems {
    /// The first [`limits::PROBLEMS`].
    pub listed: Vec<Problem>,
    /// How many there are in all.
    pub total: usize,
}

impl Problems {
    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.total == 0
    }

    /// Adds a problem, made only if it is listed.
    pub(super) fn add(&mut self, problem: impl FnOnce() -> Problem) {
        if self.listed.len() < limits::PROBLEMS {
            self.listed.push(problem());
        }
        self.total += 1;
    }
}

/// The beginning of a value, short enough for a message and on one line.
pub(super) fn excerpt(value: &str) -> String {
    const LENGTH: usize = 60;
    let mut letters = value.trim().chars().map(|letter| if letter.is_control() { ' ' } else { letter });
    let mut shown: String = letters.by_ref().take(LENGTH).collect();
    if letters.next().is_some() {
        shown.push('…');
    }
    shown
}
