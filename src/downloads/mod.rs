//! What a reader takes away: the view as a picture, the records selected, a citation, all the data.

pub mod bibliography;
pub mod calendar;
pub mod columns;
pub mod dialog;
pub mod making;
pub mod order;
pub mod package;
pub mod picture;
pub mod selection;
pub mod sheet;
pub mod values;
pub mod words;

pub use self::dialog::DownloadDialog;
