//! The strategy as the field speaks of it: records, dates, money and trees, without files, text formats or a screen.

pub mod actor;
pub mod amounts;
pub mod date;
pub mod discrepancy;
pub mod envelope;
pub mod event;
pub mod fact;
pub mod glossary;
pub mod hierarchy;
pub mod id;
pub mod indicator;
pub mod kept;
pub mod money;
pub mod order;
pub mod panorama;
pub mod position;
pub mod programme;
pub mod project;
pub mod relations;
pub mod source;
pub mod step;
pub mod strategy;
pub mod text;
pub mod theme;
pub mod vocabulary;
pub mod within;
