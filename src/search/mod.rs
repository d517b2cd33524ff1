//! Finding any record by its words: an index in a worker, a field in the header.

pub mod asking;
pub mod entries;
pub mod field;
pub mod index;
pub mod results;
pub mod typos;
pub mod words;

pub use self::field::SearchField;
