//! The panel of the open record: beside the view, over it on a small screen.

use leptos::{
    ev::{KeyboardEvent, MouseEvent},
    prelude::*,
};

use super::{
    actions::{Actions, Steps},
    content::{Conflict, Field, Reading, RecordContent, Value, content},
    focus,
    label::{Label, label},
    marked::mark_related,
    sources::{ExternalLink, SourceList},
    words,
};
use crate::{
    i18n::messages::{self, messages},
    model::{
        id::{RecordId, ThemeId},
        relations::Relations,
        source,
        strategy::Strategy,
        text::ProseId,
    },
    state::{
        Explorer,
        command::Command,
        detail::{Detail, Said},
    },
    ui::{
        command_link::CommandLink,
        explained::Explained,
        keyboard::find,
        notices::Failure,
        plain_click::{refresh_href, takes_over},
        sentence::Sentence,
    },
};

/// Lists longer than this are folded.
const LONG_LIST: usize = 8;

/// The panel; a hint while nothing is open.
#[component]
pub fn RecordPanel(
    /// Draws the record that is open.
    open: impl Fn(RecordId) -> AnyView + Send + 'static,
) -> impl IntoView {
    let explorer = Explorer::expect_context();
    // The record stays as it is, with what the reader has opened in it, while other parts of the state change.
    let focus = Memo::new(move |_| explorer.focus());
    move || {
        match focus.get() {
        None => {
            view! { <aside class="record is-empty"><p class="hint">{messages(explorer.lang()).record_hint()}</p></aside> }
                .into_any()
        }
        Some(id) => open(id),
    }
    }
}

/// A record whose details are on their way: what the core knows of it, and room for the rest.
#[component]
pub fn ExpectedRecord(
    /// The record.
    id: RecordId,
    /// What is said if something else than its details is missing and cannot be had.
    failure: Option<AnyView>,
) -> impl IntoView {
    let explorer = Explorer::expect_context();
    let is_given_up = failure.is_some();
    let is_expected = move || !is_given_up && !matches!(explorer.detail(), Detail::Failed);
    let lang = explorer.lang();
    let title = match label(explorer.strategy, id, lang) {
        Label::Name(name) => name,
        Label::Statement(_) => messages::record_kind(id.kind(), lang).to_owned(),
    };
    view! {
        <aside
            class="record"
            data-record=explorer.slug(id)
            aria-labelledby="record-title"
            aria-busy=move || is_expected().then_some("true")
        >
            <RecordHead id theme=None steps=().into_any() />
            <h2 id="record-title">{title}</h2>
            {failure}
            <DetailNotice />
            {move || {
                is_expected()
                    .then(|| match written(explorer.slug(id)) {
                        Some(text) => view! { <p class="statement">{text}</p> }.into_any(),
                        None => {
                            view! { <p class="statement"><span class="pending"></span><span class="pending"></span></p> }
                                .into_any()
                        }
                    })
            }}
        </aside>
    }
}

/// What the page said of a record before the app drew it.
fn written(slug: &str) -> Option<String> {
    if cfg!(not(target_arch = "wasm32")) {
        return None;
    }
    find(&format!("[data-row=\"focus={slug}\"] .statement"))?.text_content()
}

/// A record in full.
#[component]
pub fn OpenRecord(
    /// The record.
    id: RecordId,
    /// The whole of the data.
    strategy: &'static Strategy,
) -> impl IntoView {
    let explorer = Explorer::expect_context();
    let lang = explorer.lang();
    let RecordContent {
        title,
        theme,
        subtitle,
        statements,
        cautions,
        fields,
        conflicts,
        related,
        sources,
        leads_to,
        ..
    } = content(strategy, Relations::of_whole(strategy), id, lang);
    focus::keep_on_leaving(explorer.slug(id));
    focus::begin_at_top();
    mark_related(explorer, strategy, Relations::of_whole(strategy), id);
    let on_key = move |event: KeyboardEvent| {
        // While a term is explained, wherever the pointer holds it open, Escape is for the explanation.
        if event.key() == "Escape" && !focus::is_explaining() {
            event.prevent_default();
            explorer.dispatch(&Command::Unfocus);
        }
    };
    let title = words(title);
    let others = related.into_iter().map(|(heading, ids)| view! { <RelatedRecords heading ids /> });
    let leads = leads_to.into_iter().map(|(text, command)| view! { <Lead id text command /> });
    let steps = view! { <Steps id strategy /> }.into_any();
    view! {
        <aside class="record" data-record=explorer.slug(id) aria-labelledby="record-title" on:keydown=on_key>
            <RecordHead id theme steps />
            <h2 id="record-title" tabindex="-1" lang=lang_of_name(id)>{title}</h2>
            {(!subtitle.is_empty()).then(|| view! { <p class="record-subtitle">{subtitle.join(" · ")}</p> })}
            <DetailNotice />
            {statements.into_iter().map(|text| view! { <p class="statement"><Explained text /></p> }).collect_view()}
            <div class="record-leads">{leads.collect_view()}</div>
            {(!fields.is_empty())
                .then(|| {
                    view! {
                        <dl class="fields">
                            {fields.into_iter().map(|field| view! { <FieldLine field /> }).collect_view()}
                        </dl>
                    }
                })}
            {cautions.into_iter().map(|caution| view! { <p class="caution">{explained(caution)}</p> }).collect_view()}
            <Conflicts conflicts />
            {others.collect_view()}
            <SourceList strategy sources />
            <Actions id strategy />
        </aside>
    }
}

/// The way to the place of a record in a view; nothing while the reader is there.
#[component]
fn Lead(id: RecordId, text: &'static str, command: Command) -> impl IntoView {
    let explorer = Explorer::expect_context();
    // Where a project leads is the record of an envelope.
    let target = match command {
        Command::ShowInBudget(envelope) => envelope.into(),
        _ => id,
    };
    let leads_on = {
        let command = command.clone();
        Memo::new(move |_| {
            explorer.state().with(|_| ());
            explorer.href(&command) != explorer.href(&Command::Focus(id))
        })
    };
    move || {
        leads_on.get().then(|| {
            let (href, command) = (explorer.href(&command), command.clone());
            let (touched, focused) = (command.clone(), command.clone());
            let follow = move |event: MouseEvent| {
                if takes_over(&event) {
                    // The keyboard goes along, and what it goes to is brought into view: once the state has
                    // changed, this button is gone.
                    focus::focus_mark(explorer.slug(target));
                    explorer.dispatch(&command);
                }
            };
            view! {
                <a
                    class="button"
                    href=href
                    on:pointerdown=move |event| refresh_href(&event, explorer, &touched)
                    on:focus=move |event| refresh_href(&event, explorer, &focused)
                    on:click=follow
                >
                    {text}
                </a>
            }
        })
    }
}

/// The theme or kind of a record, and the way to close it.
#[component]
fn RecordHead(
    id: RecordId,
    theme: Option<ThemeId>,
    /// The way to the records beside it.
    steps: AnyView,
) -> impl IntoView {
    let explorer = Explorer::expect_context();
    let lang = explorer.lang();
    let messages = messages(lang);
    let kicker = match theme {
        Some(theme) => {
            let name = explorer.strategy[theme].short.get(lang).to_owned();
            view! {
                <CommandLink class="chip" command=Command::Focus(theme.into()) attr:data-hue=theme.hue().to_string()>
                    {name}
                </CommandLink>
            }
            .into_any()
        }
        None => view! { <span class="chip">{messages::record_kind(id.kind(), lang)}</span> }.into_any(),
    };
    view! {
        <div class="record-head">
            {kicker}
            {steps}
            <button
                type="button"
                class="quiet"
                aria-label=messages.close()
                title=messages.close()
                on:click=move |_| explorer.dispatch(&Command::Unfocus)
            >
                "×"
            </button>
        </div>
    }
}

/// Says that the long texts could not be had, and offers to ask again.
#[component]
fn DetailNotice() -> impl IntoView {
    let explorer = Explorer::expect_context();
    move || {
        matches!(explorer.detail(), Detail::Failed).then(|| {
            let text = messages(explorer.lang()).detail_failed();
            view! { <Failure text retry=move || explorer.fetch_detail() /> }
        })
    }
}

#[component]
fn FieldLine(field: Field) -> impl IntoView {
    let value = match field.value {
        Value::Text(text) => view! { {text} }.into_any(),
        Value::Prose(text) => view! { <Explained text /> }.into_any(),
        Value::Address(text) => view! { <Address text /> }.into_any(),
        Value::Links(links) => {
            let items = links.into_iter().map(|(id, words)| {
                let words = words.map(|words| view! { <span class="link-words">{words}</span> });
                view! { <li><RecordLink id /> " " {words}</li> }
            });
            view! { <ul role="list" class="links">{items.collect_view()}</ul> }.into_any()
        }
        Value::Series(readings) => view! { <Series readings /> }.into_any(),
        Value::Drawing(drawing, note) => {
            return view! {
                <dt class="is-wide">{field.label}</dt>
                <dd class="is-wide">
                    <div inner_html=drawing></div>
                    <p class="history-note">{note}</p>
                </dd>
            }
            .into_any();
        }
    };
    view! {
        <dt>{field.label}</dt>
        <dd>{value}</dd>
    }
    .into_any()
}

#[component]
fn Address(text: ProseId) -> impl IntoView {
    let explorer = Explorer::expect_context();
    move || match explorer.said(text) {
        Said::Text(url) => view! { <ExternalLink url /> }.into_any(),
        _ => view! { <Sentence text /> }.into_any(),
    }
}

#[component]
fn Series(readings: Vec<Reading>) -> impl IntoView {
    let lines = readings.into_iter().map(|reading| {
        let class = if reading.is_observed { "tag is-observed" } else { "tag" };
        view! {
            <li>
                <strong>{reading.value}</strong>
                " "
                <span class=class>{reading.quality}</span>
                <br />
                {reading.date}
                <span class="definition"><Explained text=reading.definition /></span>
            </li>
        }
    });
    view! { <ul role="list" class="series">{lines.collect_view()}</ul> }
}

#[component]
fn Conflicts(conflicts: Vec<Conflict>) -> impl IntoView {
    let explorer = Explorer::expect_context();
    let lang = explorer.lang();
    let messages = messages(lang);
    let item = move |conflict: Conflict| {
        let claims = conflict.claims.into_iter().map(|claim| {
            let shown =
                claim.is_shown.then(|| view! { " " <span class="tag">{messages.shown_here()}</span> });
            view! {
                <li class:is-shown=claim.is_shown>
                    <strong lang=claim.is_quoted.then_some(source::LANG.as_str())>{claim.value}</strong>
                    {shown}
                    <span class="claim-source"><RecordLink id=claim.source.into() /></span>
                </li>
            }
        });
        view! {
            <div class="conflict">
                <ul role="list">{claims.collect_view()}</ul>
                <p><Explained text=conflict.explanation /></p>
            </div>
        }
    };
    (!conflicts.is_empty()).then(|| {
        view! {
            <section class="conflicts">
                <h3>{messages.conflicts()}</h3>
                {conflicts.into_iter().map(item).collect_view()}
                <p><a href=explorer.text_page("method") + "#discrepancies">{words::all_conflicts(lang)}</a></p>
            </section>
        }
    })
}

#[component]
fn RelatedRecords(heading: &'static str, ids: Vec<RecordId>) -> impl IntoView {
    let count = ids.len();
    let items = ids.into_iter().map(|id| view! { <li><RecordLink id /></li> }).collect_view();
    let list = view! { <ul role="list" class="links">{items}</ul> };
    if count > LONG_LIST {
        view! {
            <details class="related">
                <summary><h3>{heading} " (" {count} ")"</h3></summary>
                {list}
            </details>
        }
        .into_any()
    } else {
        view! {
            <section class="related">
                <h3>{heading}</h3>
                {list}
            </section>
        }
        .into_any()
    }
}

/// A label: its words, or the room for them while they are on their way.
fn words(label: Label) -> AnyView {
    match label {
        Label::Name(name) => name.into_any(),
        Label::Statement(text) => view! { <Sentence text /> }.into_any(),
    }
}

/// A label that is no link, with its terms explained.
fn explained(label: Label) -> AnyView {
    match label {
        Label::Name(name) => name.into_any(),
        Label::Statement(text) => view! { <Explained text /> }.into_any(),
    }
}

/// A link to the record of anything.
#[component]
pub(crate) fn RecordLink(id: RecordId) -> impl IntoView {
    let explorer = Explorer::expect_context();
    let strategy = explorer.known();
    let label = label(strategy, id, explorer.lang());
    view! { <CommandLink command=Command::Focus(id) attr:lang=lang_of_name(id)>{words(label)}</CommandLink> }
}

/// The language of a record's name where it is not that of the page.
fn lang_of_name(id: RecordId) -> Option<&'static str> {
    matches!(id, RecordId::Source(_)).then_some(source::LANG.as_str())
}
