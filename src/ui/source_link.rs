//! A source as a link to its record.

use leptos::prelude::*;

use super::{command_link::CommandLink, sentence::Sentence};
use crate::{
    model::{id::SourceId, source, strategy::Strategy},
    state::command::Command,
};

/// By what a source is named.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Named {
    /// Who published it.
    #[default]
    Publisher,
    /// That, with the year.
    PublisherAndYear,
    /// Its title, where the others would not tell it from another.
    Title,
}

/// The link, in the language of the sources.
#[component]
pub(crate) fn SourceLink(
    /// The whole of the data.
    strategy: &'static Strategy,
    /// The source.
    id: SourceId,
    /// By what it is named.
    #[prop(optional)]
    by: Named,
) -> impl IntoView {
    let source = &strategy[id];
    let date = source.published.filter(|_| by == Named::PublisherAndYear).and_then(|date| date.start());
    let name = if by == Named::Title { source.title } else { source.publisher };
    view! {
        <CommandLink command=Command::Focus(id.into()) attr:lang=source::LANG.as_str()>
            <Sentence text=name />
            {date.map(|date| format!(" ({})", date.year()))}
        </CommandLink>
    }
}
