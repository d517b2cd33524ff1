//! Jalons.
pub mod budget;
pub mod i18n;
pub mod model;
pub mod state;
pub mod text_metrics;
pub mod timeline;
