//! Pages of text about the explorer itself: values here, written as plain pages when the site is built.

pub mod accessibility;
pub mod page;
