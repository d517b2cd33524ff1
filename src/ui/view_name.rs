//! What a view is called: in its tab, and in the title of its page.

use crate::{i18n::messages::Messages, state::view_state::View};

/// The name of a view, as its tab has it.
#[must_use]
pub fn view_name(view: View, messages: Messages) -> &'static str {
    match view {
        View::Timeline => messages.timeline(),
        View::Budget => messages.budget(),
        View::Indicators => messages.related_indicators(),
        View::Trends => messages.trends(),
        View::Story => messages.story(),
        View::Table => messages.table(),
    }
}

/// The title of the page while it shows a view: the first one is what the site is about.
#[must_use]
pub fn page_title(view: View, messages: Messages) -> String {
    match view {
        View::Timeline => messages.title().to_owned(),
        view => format!("{} · {}", view_name(view, messages), messages.title()),
    }
}
