//! Where a record comes from: each source with its publisher, date, address and how it was read.

use leptos::prelude::*;

use crate::{
    i18n::{
        format::{OpenEnd, date_in_words},
        messages::{self, messages},
    },
    model::{id::SourceId, source, strategy::Strategy},
    state::{Explorer, command::Command, detail::Said},
    ui::{command_link::CommandLink, sentence::Sentence},
};

/// The list of sources; nothing for a record without any.
#[component]
pub(crate) fn SourceList(strategy: &'static Strategy, sources: Vec<SourceId>) -> impl IntoView {
    let explorer = Explorer::expect_context();
    let heading = messages(explorer.lang()).sources();
    // A source that others stand beside carries nothing alone.
    let is_alone = sources.len() == 1;
    (!sources.is_empty()).then(|| {
        let items =
            sources.into_iter().map(|id| view! { <li>{source_item(explorer, strategy, id, is_alone)}</li> });
        view! {
            <section class="record-sources">
                <h3>{heading}</h3>
                <ul role="list">{items.collect_view()}</ul>
            </section>
        }
    })
}

fn source_item(
    explorer: Explorer,
    strategy: &'static Strategy,
    id: SourceId,
    is_alone: bool,
) -> impl IntoView {
    let lang = explorer.lang();
    let source = &strategy[id];
    let date = source.published.map(|date| format!(", {}", date_in_words(date, OpenEnd::GoesOn, lang)));
    let single = (is_alone && source.is_single)
        .then(|| view! { <p class="single">{messages(lang).single_source()}</p> });
    view! {
        <p>
            <CommandLink command=Command::Focus(id.into()) attr:lang=source::LANG.as_str()>
                <Sentence text=source.title />
            </CommandLink>
        </p>
        <p class="source-line">
            <Sentence text=source.publisher />
            {date}
            " "
            <span class="tag">{messages::reading(source.read, lang)}</span>
        </p>
        {move || match explorer.said(source.url) {
            Said::Text(url) => Some(view! { <p class="source-line"><ExternalLink url /></p> }),
            Said::Nothing | Said::Pending | Said::Missing => None,
        }}
        {single}
    }
}

/// A link that leaves the explorer, shown by its host. Only web addresses become links.
#[component]
pub(crate) fn ExternalLink(url: String) -> impl IntoView {
    match web_host(&url).map(str::to_owned) {
        Some(host) => {
            view! { <a class="external" href=url target="_blank" rel="noopener noreferrer">{host} " ↗"</a> }
                .into_any()
        }
        None => view! { <span>{url}</span> }.into_any(),
    }
}

/// The host of an address of the web, as it is known; nothing for any other text.
#[must_use]
pub fn web_host(url: &str) -> Option<&str> {
    let address = url.strip_prefix("https://").or(url.strip_prefix("http://"))?;
    let host = address.split('/').next()?;
    Some(host.strip_prefix("www.").unwrap_or(host))
}
