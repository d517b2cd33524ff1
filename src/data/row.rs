//! One row on its way to a record: each cell is read as what the record needs, and what is wrong is noted down.
//!
//! Every method returns `None` when the cell cannot be used, after saying why; the others are still read, so
//! that an editor sees all problems of a row at once.

use std::collections::HashSet;

use crate::model::text::{ProseId, Text};

use super::{
    identifiers::Identifiers,
    problem::{Problem, Rule},
    prose::ProsePair,
    sheet::{Sheet, SheetRow},
    spelling::quoted,
    value::{Refusal, Value},
};

/// A row, with what is needed to read it.
pub struct Row<'a> {
    /// The sheet it is in.
    pub sheet: &'a Sheet,
    /// Its cells.
    pub cells: &'a SheetRow,
    /// The ids it may name.
    pub identifiers: &'a Identifiers,
    /// Where its long texts go.
    pub prose: &'a mut ProsePair,
    /// Where its problems go.
    pub problems: &'a mut Vec<Problem>,
}

impl Row<'_> {
    /// Whether each cell stands under its header, so that the row can be read; stray spaces are noted first.
    pub fn is_aligned(&mut self) -> bool {
        if self.cells.is_aligned {
            for column in self.sheet.padded_columns(self.cells) {
                self.refuse(column, Rule::StraySpace, "the cell begins or ends with a space; delete it");
            }
        }
        self.cells.is_aligned
    }

    /// A value that has to be there.
    pub fn one<T: Value>(&mut self, column: &str) -> Option<T> {
        let text = self.filled(column)?;
        self.value(column, text)
    }

    /// A value that may be missing.
    pub fn maybe<T: Value>(&mut self, column: &str) -> Option<Option<T>> {
        match self.cell(column)? {
            "" => Some(None),
            text => self.value(column, text).map(Some),
        }
    }

    /// Values separated by `;`, or none.
    pub fn list<T: Value>(&mut self, column: &str) -> Option<Vec<T>> {
        let entries = self.entries(column)?;
        let values: Vec<_> = entries.into_iter().map(|entry| self.value(column, entry)).collect();
        values.into_iter().collect()
    }

    /// The sources a record must have.
    pub fn sources<T: Value>(&mut self, column: &str) -> Option<Vec<T>> {
        if self.cell(column)?.is_empty() {
            self.refuse(column, Rule::MissingSource, "no source is given; name one of sources.csv at least");
            return None;
        }
        self.list(column)
    }

    /// A short text that is the same in both languages.
    pub fn word(&mut self, column: &str) -> Option<String> {
        self.filled(column).map(str::to_owned)
    }

    /// The same, or nothing.
    pub fn maybe_word(&mut self, column: &str) -> Option<String> {
        self.cell(column).map(str::to_owned)
    }

    /// A short text in both languages.
    pub fn text(&mut self, column: &str) -> Option<Text> {
        let (fr, en) = self.pair(column, true)?;
        Some(Text { fr: fr.to_owned(), en: en.to_owned() })
    }

    /// The same, or nothing.
    pub fn maybe_text(&mut self, column: &str) -> Option<Text> {
        let (fr, en) = self.pair(column, false)?;
        Some(Text { fr: fr.to_owned(), en: en.to_owned() })
    }

    /// A long text in both languages.
    pub fn prose(&mut self, column: &str) -> Option<ProseId> {
        let (fr, en) = self.pair(column, true)?;
        Some(self.place(fr, en))
    }

    /// The same, or nothing.
    pub fn maybe_prose(&mut self, column: &str) -> Option<ProseId> {
        let (fr, en) = self.pair(column, false)?;
        Some(self.place(fr, en))
    }

    /// A long text that is the same in both languages.
    pub fn shared_prose(&mut self, column: &str) -> Option<ProseId> {
        let text = self.filled(column)?;
        Some(self.place(text, text))
    }

    /// The same, or nothing.
    pub fn maybe_shared_prose(&mut self, column: &str) -> Option<ProseId> {
        let text = self.cell(column)?;
        Some(self.place(text, text))
    }
}

impl<'a> Row<'a> {
    /// The text of a cell, perhaps empty; `None` if its column is missing, which is said of the header.
    pub(super) fn cell(&self, column: &str) -> Option<&'a str> {
        self.sheet.cell(self.cells, column)
    }

    /// The text of a cell that has to be filled.
    pub(super) fn filled(&mut self, column: &str) -> Option<&'a str> {
        let text = self.cell(column)?;
        if text.is_empty() {
            self.refuse(column, Rule::EmptyCell, "the cell is empty; fill it");
            return None;
        }
        Some(text)
    }

    /// The entries of a list.
    pub(super) fn entries(&mut self, column: &str) -> Option<Vec<&'a str>> {
        let text = self.cell(column)?;
        if text.is_empty() {
            return Some(Vec::new());
        }
        let entries: Vec<_> = text.split(';').collect();
        let mut seen = HashSet::new();
        let fault = entries.iter().find_map(|entry| {
            if entry.is_empty() {
                Some("an entry is empty; delete the spare \";\"".to_owned())
            } else if entry.trim() != *entry {
                Some(format!("{} has a space around it; separate entries by \";\" only", quoted(entry)))
            } else if !seen.insert(entry) {
                Some(format!("{} stands twice; delete one", quoted(entry)))
            } else {
                None
            }
        });
        match fault {
            None => Some(entries),
            Some(fault) => {
                self.refuse(column, Rule::BadList, fault);
                None
            }
        }
    }

    /// The two languages of a text: both or none, and both if it `is_required`.
    fn pair(&mut self, column: &str, is_required: bool) -> Option<(&'a str, &'a str)> {
        let (fr_column, en_column) = (format!("{column}_fr"), format!("{column}_en"));
        let (fr, en) = (self.cell(&fr_column), self.cell(&en_column));
        let (fr, en) = (fr?, en?);
        let missing = match (fr.is_empty(), en.is_empty()) {
            (true, true) if is_required => {
                self.refuse(
                    &fr_column,
                    Rule::MissingTranslation,
                    format!("the text is missing; fill it and {en_column}"),
                );
                return None;
            }
            (true, false) => (&fr_column, "French", &en_column),
            (false, true) => (&en_column, "English", &fr_column),
            _ => return Some((fr, en)),
        };
        let (empty, language, filled) = missing;
        let message = format!("{filled} is filled and this cell is not; write the text in {language} too");
        self.refuse(empty, Rule::MissingTranslation, message);
        None
    }

    pub(super) fn place(&mut self, fr: &str, en: &str) -> ProseId {
        self.prose.place(fr, en)
    }

    fn value<T: Value>(&mut self, column: &str, text: &str) -> Option<T> {
        T::read(text, self.identifiers).map_err(|refusal| self.refuse_as(column, refusal)).ok()
    }

    pub(super) fn refuse_as(&mut self, column: &str, refusal: Refusal) {
        match refusal {
            Refusal::Wrong(rule, message) => self.refuse(column, rule, message),
            Refusal::SaidElsewhere => {}
        }
    }

    pub(super) fn refuse(&mut self, column: &str, rule: Rule, message: impl Into<String>) {
        self.problems.push(self.sheet.problem(self.cells, column, rule, message));
    }
}
