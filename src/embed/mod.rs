//! The explorer in a frame of another page: what it exchanges with that page, how a record finds its place, the snippet that makes a frame.

pub mod address;
pub mod dialog;
pub mod fields;
pub mod foot;
pub mod messages;
pub mod pace;
pub mod picture;
pub mod pin;
pub mod place;
pub mod request;
pub mod snippet;

use crate::state::Explorer;

/// Begins what the explorer does in a frame beside drawing; elsewhere nothing.
pub fn start(explorer: Explorer) {
    messages::start(explorer);
    place::start(explorer);
}
