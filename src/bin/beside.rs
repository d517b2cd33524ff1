//! Both programs that work beside the page in one, for the single file: what they share stands in it once.

#[path = "import.rs"]
#[allow(dead_code, reason = "its own beginning is that of a program of its own")]
mod import;
#[path = "tools.rs"]
#[allow(dead_code, reason = "as above")]
mod tools;

/// Nothing happens before the first call from outside.
fn main() {}
