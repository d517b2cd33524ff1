//! What a view is called.

use crate::{i18n::messages::Messages, state::view_state::View};

/// The name of a view, as its tab has it.
#[must_use]
pub fn view_name(view: View, messages: Messages) -> &'static str {
    match view {
        View::Timeline => messages.timeline(),
        View::Budget => messages.budget(),
        View::Table => messages.table(),
    }
}
