//! Small components and hooks that several rooms share.

pub mod appropriations;
pub mod canvas_metrics;
pub mod command_link;
pub mod criteria;
pub mod drawing;
pub mod element_width;
pub mod notices;
pub mod plain_click;
pub mod scopes;
pub mod sentence;
pub mod switches;
