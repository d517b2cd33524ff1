//! What the map cannot say by itself: the hatching, the cells too small for their name, the amounts without area.

use leptos::prelude::*;

use super::Map;
use crate::{
    i18n::{
        format::{self, OpenEnd, date_in_words},
        messages::messages,
    },
    model::id::EnvelopeId,
    state::{Explorer, command::Command},
    ui::{command_link::CommandLink, drawing::Drawing},
};

/// The lines below the map.
pub(crate) fn legend(map: Map) -> impl IntoView {
    let explorer = Explorer::expect_context();
    let lang = explorer.lang();
    let messages = messages(lang);
    let (hatched, unnamed, without_area) = map.placed.with(|placed| match placed {
        Some(placed) => (placed.attributed(), placed.unnamed(), placed.without_area.clone()),
        None => (None, Vec::new(), Vec::new()),
    });
    let hatched = hatched.map(|envelope| {
        let as_of = explorer.strategy[envelope].as_of;
        let date = as_of.map(|date| format!(" ({})", date_in_words(date, OpenEnd::GoesOn, lang)));
        let sample = (0.5, 0.5, 29.0, 15.0);
        let sample = Drawing::new().filled_rect("hatched is-sample", sample, 3.0, "url(#hatch)");
        view! {
            <li>
                <svg width="30" height="16" viewBox="0 0 30 16" aria-hidden="true" inner_html=sample.into_markup()></svg>
                {messages.hatched()}
                {date}
            </li>
        }
    });
    view! {
        <ul class="legend" aria-label=messages.legend()>
            {hatched}
            <li>{messages.sum_equals()}</li>
        </ul>
        {listed(explorer, messages.unnamed(), &unnamed)}
        {listed(explorer, messages.without_area(), &without_area)}
    }
}

/// Envelopes as links with their amounts, below a heading; nothing if there are none.
fn listed(
    explorer: Explorer,
    heading: &'static str,
    envelopes: &[EnvelopeId],
) -> Option<impl IntoView + use<>> {
    let lang = explorer.lang();
    let link = |&id: &EnvelopeId| {
        let envelope = &explorer.strategy[id];
        let amount = match envelope.amount {
            Some(amount) => format::amount(amount, lang),
            None => messages(lang).not_published().to_owned(),
        };
        view! {
            <li>
                <CommandLink command=Command::Focus(id.into())>{envelope.label.get(lang)}</CommandLink>
                " "
                {amount}
            </li>
        }
    };
    let links = envelopes.iter().map(link).collect_view();
    (!envelopes.is_empty()).then(|| {
        view! {
            <div class="listed-envelopes">
                <span>{heading}</span>
                <ul role="list">{links}</ul>
            </div>
        }
    })
}
