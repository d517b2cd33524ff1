//! Pages that are written when the site is built: they can be read before any script, and without one.

pub mod addresses;
pub mod pictures;
pub mod rows;
pub mod view_page;
