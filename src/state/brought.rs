//! Data that a reader has brought, in place of those of the page.

use std::sync::Arc;

use crate::model::{strategy::Strategy, text::Prose};

/// Where data come from that are not those of the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Brought {
    /// What the reader calls them: the name of the file.
    pub file: String,
    /// Their detail files, French first, for whoever reads them besides the page; one for both languages where they are in
    /// one.
    pub details: [Arc<Vec<u8>>; 2],
    /// Whether the page was published with them: then there are no others to go back to.
    pub is_published: bool,
}

/// What a page is to show.
pub struct Shown {
    /// What the first view needs of the data of the page, or the whole of what was brought.
    pub strategy: &'static Strategy,
    /// Where it comes from, with its long texts, French first, if it was brought.
    pub brought: Option<(&'static Brought, [Arc<Prose>; 2])>,
}

/// Draws the page anew with other data; what it calls then comes once they are there.
#[derive(Clone, Copy)]
pub struct Draw(pub fn(Shown, fn()));
