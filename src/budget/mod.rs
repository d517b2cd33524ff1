//! x
pub mod treemap;
