//! Charts: plain rows in, options of charming out, drawn by ECharts in a module of its own.
//!
//! [`rows`] is what a page asks for; the other files make the option of each kind of chart, as values; [`bridge`] is the
//! one door to ECharts. Texts come in the language of the page, colours as its style sheet has them ([`surroundings`]):
//! nothing is chosen here but the form.

pub mod bridge;
pub mod editions;
pub mod flows;
pub mod option;
pub mod points;
pub mod rows;
pub mod save;
pub mod surroundings;
