//! The text of a step: its theme, title and words, the records it speaks of, its sources.

use leptos::prelude::*;

use super::words;
use crate::{
    i18n::{
        label::{Label, label},
        messages::messages,
    },
    model::{
        id::{RecordId, SourceId},
        step::Step,
        strategy::Strategy,
    },
    state::{Explorer, command::Command},
    ui::{
        command_link::CommandLink,
        explained::Explained,
        sentence::Sentence,
        source_link::{Named, SourceLink},
    },
};

/// What a step says below its heading.
#[component]
pub fn StepText(
    /// The whole of the data.
    strategy: &'static Strategy,
    /// The step.
    step: &'static Step,
) -> impl IntoView {
    let explorer = Explorer::expect_context();
    let lang = explorer.lang();
    let record = move |&id: &RecordId| {
        let name = match label(strategy, id, lang) {
            Label::Name(name) => name.into_any(),
            Label::Statement(text) => view! { <Sentence text is_short=true /> }.into_any(),
        };
        view! { <li><CommandLink command=Command::Focus(id)>{name}</CommandLink></li> }
    };
    let source =
        move |&id: &SourceId| view! { <li><SourceLink strategy id by=Named::PublisherAndYear /></li> };
    view! {
        <p class="story-words"><Explained text=step.text /></p>
        <h3>{words::about(lang)}</h3>
        <ul role="list" class="story-records">{step.about.iter().map(record).collect_view()}</ul>
        <h3>{messages(lang).sources()}</h3>
        <ul role="list" class="story-sources">{step.sources.iter().map(source).collect_view()}</ul>
    }
}

/// The theme of a step, in its colour.
#[component]
pub fn StepTheme(
    /// The whole of the data.
    strategy: &'static Strategy,
    /// The step.
    step: &'static Step,
) -> impl IntoView {
    let lang = Explorer::expect_context().lang();
    step.theme.map(|theme| {
        let class = format!("chip hue-{}", theme.hue());
        view! { <span class=class>{strategy[theme].short.get(lang).to_owned()}</span> }
    })
}
