//! Data of a reader's own: brought and looked over, shown in place of the page's, published as one file.
//!
//! Nothing leaves the page: files are read in a worker by the room `import`. [`session`] is what that worker holds and
//! [`message`] what it exchanges with the page; [`reading`] is the page's end. What is shown until the reader accepts
//! stays, and the page's own data are one click away until it is left.

mod dialog;
mod exchange;
mod files;
pub mod message;
mod notice;
mod outcome;
mod prepared;
pub mod publication;
mod publishing;
mod reading;
pub mod session;
pub mod templates;
pub mod words;

pub use self::{dialog::OwnDataDialog, exchange::start_published, notice::BroughtNotice};
