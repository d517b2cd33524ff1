//! Files that a reader brings, in the forms they are found in: a package of what is good in them, and all that is not.
//!
//! Start at [`read`]: the files are recognised by what is in them ([`format`]), read into rows that know no form
//! ([`builder`]), and written down as the tables of a strategy. What a file leaves open is never passed over: it is an
//! [`assumption::Assumption`] or an [`assumption::Question`], and a reader's [`assumption::Choices`] decide it when
//! the files are read again. Like [`data`](crate::data), the room knows neither disk nor network nor screen.

pub mod assumption;
pub mod encoding;
pub mod format;
pub mod limits;
pub mod mapping;
pub mod problem;
pub mod words;

use std::ops::ControlFlow;

use crate::{data::Package, model::text::Text};

use self::{
    assumption::{Assumption, Choices, Question},
    format::Format,
    mapping::Mapping,
    problem::Problems,
};

/// A file that a reader brings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its name, with the folders above it if a folder was brought.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// What came of the files.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Import {
    /// The form they were read as; `None` if it was not recognised.
    pub format: Option<Format>,
    /// What the whole is called.
    pub title: Text,
    /// What can be shown: made of the good rows. `None` if there is none; a data package is whole or `None`.
    pub package: Option<Package>,
    /// What is wrong.
    pub problems: Problems,
    /// What was assumed.
    pub assumptions: Vec<Assumption>,
    /// What the reader should decide.
    pub questions: Vec<Question>,
    /// What each column is for, if the form leaves it open.
    pub mapping: Option<Mapping>,
    /// The rows (or nodes, or events) that are in the package.
    pub rows_used: usize,
    /// The rows that are not.
    pub rows_left_out: usize,
}

/// The reader of the files no longer wants them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cancelled;

/// Is told how many rows were read so far, every [`limits::ROWS_PER_REPORT`] rows, and may stop the reading.
pub type Progress<'a> = &'a mut dyn FnMut(usize) -> ControlFlow<()>;
