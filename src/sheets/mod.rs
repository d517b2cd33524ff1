//! Sheets to print: a view on paper of a given size, with the table of what it shows.
//!
//! [`of_view::Sheets`] says what is on them, from a state and the size of the paper; [`document`] makes of it a file of
//! its own, and [`printing`] hands it to the printer.

pub mod document;
pub mod of_view;
pub mod paper;
pub mod printing;
pub mod rows;

pub use self::{document::document, of_view::Sheets, paper::Paper, printing::print};
