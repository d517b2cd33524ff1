//! The record panel: everything the data say of one record, with its sources and what belongs with it.

mod actions;
pub mod content;
mod focus;
pub mod history;
mod marked;
pub mod panel;
pub mod quote;
pub mod sources;
pub mod steps;
pub mod words;

use crate::i18n::label;

pub use self::panel::{ExpectedRecord, OpenRecord, RecordPanel};
