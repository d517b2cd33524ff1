//! Words and numbers as readers of each language expect them.

pub mod cited;
pub mod folding;
pub mod format;
pub mod label;
pub mod messages;
pub mod subject;
pub mod words;
