//! The record panel: everything the data say of one record, with its sources and what belongs with it.

pub mod content;
pub mod label;
pub mod panel;
pub mod sources;

pub use self::panel::{ExpectedRecord, OpenRecord, RecordPanel};
