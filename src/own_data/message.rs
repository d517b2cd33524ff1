//! What the page and the reader of files beside it say to each other, as values that cross between them.

use serde::{Deserialize, Serialize};
use serde_bytes::ByteBuf;

/// A file on its way to the reader.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Brought {
    /// Its name, with the folders above it if a folder was brought.
    pub name: String,
    /// What is in it.
    pub bytes: ByteBuf,
}

/// What the page asks of the reader.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Request {
    /// To read these files.
    Read {
        /// The files.
        files: Vec<Brought>,
        /// The language in which to say what came of it.
        lang: String,
        /// The reader's today, as [`Day`](crate::model::date::Day) counts.
        today: i32,
    },
    /// To read them again, by what the reader has decided.
    Decide(Decision),
}

/// What a reader decides of a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Decision {
    /// That something open means this: the place of one of [`Told::questions`], a place among its other ways.
    Answer(u32, u32),
    /// That something assumed means that instead: places as above, among [`Told::assumptions`].
    Correct(u32, u32),
    /// What a column is for: its place, and the name of the role; no name leaves it out.
    Column(u32, String),
}

/// What the reader answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Answer {
    /// So many rows are read, and more are to come.
    Progress(u32),
    /// What came of it.
    Told(Told),
    /// What was read, as the page takes it: it comes behind what is told, unasked, while nobody waits.
    Written(Written),
}

/// What came of reading, in the reader's language.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    /// What the data are called, by what is in them or by their file.
    pub title: String,
    /// What the files are; nothing if that was not recognised.
    pub format: Option<String>,
    /// What they hold, kind by kind: `12 événements`. Nothing where nothing can be shown.
    pub holds: Vec<String>,
    /// The rows that can be shown.
    pub rows_used: u32,
    /// The rows that cannot.
    pub rows_left_out: u32,
    /// What is wrong: the first of them.
    pub problems: Vec<ToldProblem>,
    /// How many there are in all.
    pub problem_count: u32,
    /// What was assumed.
    pub assumptions: Vec<Open>,
    /// What the reader should decide.
    pub questions: Vec<Open>,
    /// What each column is for, if that is open.
    pub columns: Vec<ToldColumn>,
    /// What a column can be for.
    pub roles: Vec<ToldRole>,
}

/// Something wrong, and where.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ToldProblem {
    /// The file.
    pub file: String,
    /// The line as an editor counts it; nothing if it is about the whole file.
    pub row: Option<u32>,
    /// The column or property; empty if it is about the whole row.
    pub column: String,
    /// What stands there; empty if nothing does.
    pub value: String,
    /// What is wrong, and what would be right.
    pub says: String,
    /// What is known of it in English beyond that; empty if nothing is.
    pub detail: String,
}

/// Something that could mean several things.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Open {
    /// Its place among those of its list, by which it is decided.
    pub place: u32,
    /// As a sentence.
    pub says: String,
    /// What it is taken to mean.
    pub taken: String,
    /// What else it could mean; empty where nothing can be chosen.
    pub others: Vec<String>,
}

/// A column of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ToldColumn {
    /// Its name.
    pub name: String,
    /// The name of its role; empty if it has none.
    pub role: String,
}

/// What a column can be for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ToldRole {
    /// By which it is chosen.
    pub name: String,
    /// What it is called.
    pub label: String,
}

/// What was read: the whole as detail files have it, with the texts of each language.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Written {
    /// The file that a reader would name it by.
    pub file: String,
    /// With the texts in French.
    pub fr: ByteBuf,
    /// With the texts in English; nothing if they are the same.
    pub en: Option<ByteBuf>,
}
