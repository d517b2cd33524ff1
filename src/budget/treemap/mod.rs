//! The treemap: rectangles in proportion to amounts, nested two levels deep.

pub mod direction;
pub mod placed;
pub mod squarify;
pub mod stable;
pub mod tiles;
