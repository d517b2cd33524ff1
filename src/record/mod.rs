//! The record panel: everything the data say of one record, with its sources and what belongs with it.

pub mod content;
pub mod panel;
pub mod sources;

use crate::i18n::label;

pub use self::panel::{ExpectedRecord, OpenRecord, RecordPanel};
