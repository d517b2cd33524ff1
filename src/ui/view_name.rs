//! What a view is called: in its tab, and in the title of its page.

use crate::{i18n::messages::Messages, model::strategy::Strategy, state::view_state::View};

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

/// Whether there is anything to see in a view. The explorer's own data fill all of them; data that a reader has brought
/// may not.
#[must_use]
pub fn is_there(view: View, strategy: &Strategy, is_brought: bool) -> bool {
    !is_brought
        || match view {
            View::Timeline => strategy.events().next().is_some(),
            View::Budget => strategy.scopes().next().is_some(),
            View::Indicators => strategy.indicators().next().is_some(),
            View::Trends => strategy.editions().next().is_some(),
            View::Story => strategy.steps().next().is_some(),
            View::Table => true,
        }
}
