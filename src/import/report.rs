//! Where one reading notes down what it meets: problems, assumptions, questions, and how far it has come.

use std::ops::ControlFlow;

use super::{
    Cancelled, Progress,
    assumption::{Assumption, Because, Choices, Question, Taken},
    limits,
    problem::{Problem, Problems, What, excerpt},
};

/// What is noted down while one file is read.
pub(super) struct Report<'a> {
    /// The file.
    pub file: String,
    /// What the reader has decided.
    pub choices: &'a Choices,
    /// What is wrong.
    pub problems: Problems,
    /// What was assumed.
    pub assumptions: Vec<Assumption>,
    /// What is asked.
    pub questions: Vec<Question>,
    progress: Progress<'a>,
}

impl<'a> Report<'a> {
    /// The report on `file`, empty yet.
    pub fn new(file: &str, choices: &'a Choices, progress: Progress<'a>) -> Self {
        Self {
            file: file.to_owned(),
            choices,
            problems: Problems::default(),
            assumptions: Vec::new(),
            questions: Vec::new(),
            progress,
        }
    }

    /// Notes a problem of the whole file.
    pub fn refuse(&mut self, what: What) {
        let file = &self.file;
        self.problems.add(|| Problem::of_file(file, what));
    }

    /// Notes a problem at a place.
    pub fn add(&mut self, row: usize, column: Option<&str>, value: Option<&str>, what: What) {
        let file = &self.file;
        self.problems.add(|| Problem {
            file: file.clone(),
            row: Some(row),
            column: column.map(str::to_owned),
            value: value.map(excerpt),
            what,
        });
    }

    /// Notes what was assumed.
    pub fn assume(
        &mut self,
        column: Option<&str>,
        taken: Taken,
        because: Because,
        alternatives: impl IntoIterator<Item = Taken>,
    ) {
        let alternatives = alternatives.into_iter().filter(|other| *other != taken).collect();
        self.assumptions.push(Assumption { column: column.map(str::to_owned), taken, because, alternatives });
    }

    /// Notes what the reader should decide.
    pub fn ask(
        &mut self,
        column: Option<&str>,
        default: Taken,
        alternatives: impl IntoIterator<Item = Taken>,
    ) {
        let alternatives = alternatives.into_iter().filter(|other| *other != default).collect();
        self.questions.push(Question { column: column.map(str::to_owned), default, alternatives });
    }

    /// Tells how many rows were read; asks for every row, which costs nothing.
    ///
    /// # Errors
    /// The reading is to stop.
    pub fn tick(&mut self, rows: usize) -> Result<(), Cancelled> {
        if rows.is_multiple_of(limits::ROWS_PER_REPORT) { self.go_on(rows) } else { Ok(()) }
    }

    /// Tells at once how many rows were read.
    ///
    /// # Errors
    /// The reading is to stop.
    pub fn go_on(&mut self, rows: usize) -> Result<(), Cancelled> {
        match (self.progress)(rows) {
            ControlFlow::Continue(()) => Ok(()),
            ControlFlow::Break(()) => Err(Cancelled),
        }
    }
}

/// A value that decides something, with the line it stands on.
pub(super) fn evidence(row: usize, value: &str) -> Because {
    Because::Value { row, value: excerpt(value) }
}
