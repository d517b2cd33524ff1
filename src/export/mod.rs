//! Pictures of a view to take away: a drawing that is a file of its own, and the words that go with it.
//!
//! Everything here is a function of values. [`picture::svg`] draws a [`Request`] with the layout of the screen;
//! [`caption::caption`] says in plain text what it shows and where it comes from.

pub mod budget_chart;
pub mod caption;
pub mod edition_chart;
pub mod look;
pub mod palette;
pub mod picture;
pub mod presented;
pub mod projects_chart;
pub mod request;
pub mod sheet;
pub mod timeline_chart;
pub mod timeline_sheets;
pub mod words;

pub use self::{
    caption::caption,
    picture::{description, svg},
    request::{Pictured, Request, Size, Tint},
    timeline_sheets::timeline_sheets,
};
