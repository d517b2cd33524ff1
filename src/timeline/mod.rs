//! x
pub mod placed;
pub mod scale;
pub mod ticks;
