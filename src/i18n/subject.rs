//! Whose data the words speak of: the note that the explorer was made for, or what a reader has brought.
//!
//! The words of the interface are functions of a language wherever they stand, and a page shows data of one kind at a
//! time: which one is set before it is drawn, and nothing but words depends on it.

use std::cell::Cell;

use crate::model::text::{Lang, Text};

thread_local! {
    static BROUGHT: Cell<Option<&'static Text>> = const { Cell::new(None) };
}

/// From now on words speak of data with this title that a reader has brought; of the note again without one.
pub fn speak_of(brought: Option<&'static Text>) {
    BROUGHT.set(brought);
}

/// Whether words speak of data that a reader has brought.
#[must_use]
pub fn is_brought() -> bool {
    BROUGHT.get().is_some()
}

/// What the data are called that a reader has brought.
#[must_use]
pub fn title(lang: Lang) -> Option<&'static str> {
    BROUGHT.get().map(|title| title.get(lang))
}
