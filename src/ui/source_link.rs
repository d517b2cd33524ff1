//! A source by who published it, as a link to its record.

use leptos::prelude::*;

use super::{command_link::CommandLink, sentence::Sentence};
use crate::{
    model::{id::SourceId, source, strategy::Strategy},
    state::command::Command,
};

/// The link, in the language of the sources.
#[component]
pub(crate) fn SourceLink(
    /// The whole of the data.
    strategy: &'static Strategy,
    /// The source.
    id: SourceId,
    /// Whether the year of its publication follows, which tells several of one publisher apart.
    #[prop(optional)]
    has_year: bool,
) -> impl IntoView {
    let source = &strategy[id];
    let date = source.published.filter(|_| has_year).and_then(|date| date.start());
    view! {
        <CommandLink command=Command::Focus(id.into()) attr:lang=source::LANG.as_str()>
            <Sentence text=source.publisher />
            {date.map(|date| format!(" ({})", date.year()))}
        </CommandLink>
    }
}
