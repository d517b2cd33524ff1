//! A row: the name, which opens the record, its cells, and the way to its mark in a picture.

use leptos::{ev::MouseEvent, prelude::*};
use wasm_bindgen::JsCast;

use super::{
    Table, has_pictures,
    rows::{ClaimWords, Row, SortKey, Words, is_figure, names_of},
    words,
};
use crate::{
    i18n::{format::integer, label::Label, messages::messages},
    model::{
        id::{EnvelopeId, RecordId},
        source,
        text::ProseId,
        theme::HUES,
    },
    state::{Explorer, command::Command, detail::Said, listing::Column},
    ui::{command_link::CommandLink, sentence::Sentence},
};

/// A row.
#[component]
pub(super) fn TableRow(
    row: Row,
    /// Its place among all rows, where not all of them are drawn.
    place: Option<usize>,
    table: Table,
) -> impl IntoView {
    let explorer = table.explorer;
    let lang = explorer.lang();
    let listed = table.listed.get_untracked();
    let depth = row.depth_class();
    let Row { id, name, tags, envelope, cells, .. } = row;
    let is_open = Signal::derive(move || explorer.focus() == Some(id));
    let lead = has_pictures(listed).then(|| view! { <Lead id envelope name=name.clone() /> });
    let name = match name {
        Label::Name(name) => name.into_any(),
        Label::Statement(text) => view! { <Sentence text /> }.into_any(),
    };
    let tags = tags.into_iter().map(|tag| view! { " " <span class="tag">{tag}</span> });
    let cells = cells.into_iter().map(|(column, cell)| {
        let is_empty = cell.words == Words::Nothing;
        let hue = match (column, &cell.key) {
            (Column::Theme, SortKey::Number(theme)) => format!("hue-{}", theme.rem_euclid(HUES as i64)),
            _ => String::new(),
        };
        view! {
            <td
                role="cell"
                class=hue
                class:is-figure=is_figure(column)
                class:is-empty=is_empty
                data-head=words::head(column, listed, lang)
            >
                <CellWords words=cell.words />
            </td>
        }
    });
    view! {
        <tr
            role="row"
            // The heads are the first row.
            aria-rowindex=place.map(|place| (place + 2).to_string())
            data-kind=id.kind().as_str()
            data-id=explorer.slug(id)
            class:is-open=is_open
            on:click=move |event| {
                if is_on_the_row_itself(&event) {
                    explorer.dispatch(&Command::Focus(id));
                }
            }
        >
            <th scope="row" role="rowheader" class=depth>
                <CommandLink command=Command::Focus(id) current=is_open>{name}</CommandLink>
                {tags.collect_view()}
            </th>
            {cells.collect_view()}
            {lead}
        </tr>
    }
}

/// Whether a click is on no link of the row, and does not end a selection of text.
fn is_on_the_row_itself(event: &MouseEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    let is_on_link = target.and_then(|target| target.closest("a").ok()?).is_some();
    let is_selecting = window().get_selection().ok().flatten().is_some_and(|chosen| !chosen.is_collapsed());
    !is_on_link && !is_selecting
}

/// The way to the mark of a record in a picture, if it has one.
#[component]
fn Lead(id: RecordId, envelope: Option<EnvelopeId>, name: Label) -> impl IntoView {
    let explorer = Explorer::expect_context();
    let messages = messages(explorer.lang());
    // A point on an axis; areas in a frame.
    let lead = match (id, envelope) {
        (RecordId::Event(event), _) => Some((
            Command::ShowOnTimeline(event),
            messages.see_in_timeline(),
            "M1 12h14v1.5H1zM8 2l4 4-4 4-4-4z",
        )),
        (_, Some(envelope)) => Some((
            Command::ShowInBudget(envelope),
            messages.see_in_budget(),
            "M1 2h8v12H1zM10.5 2H15v5h-4.5zM10.5 8.5H15V14h-4.5z",
        )),
        _ => None,
    };
    let link = lead.map(|(command, text, path)| {
        let name = match name {
            Label::Name(name) => name,
            Label::Statement(_) => String::new(),
        };
        view! {
            <CommandLink command attr:aria-label=format!("{text}, {name}") attr:title=text>
                <svg class="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
                    <path d=path />
                </svg>
            </CommandLink>
        }
    });
    view! { <td role="cell" class="lead">{link}</td> }
}

/// What a cell says.
#[component]
fn CellWords(words: Words) -> impl IntoView {
    match words {
        Words::Nothing => view! { <span aria-hidden="true">"—"</span> }.into_any(),
        Words::Plain(text) => text.into_any(),
        Words::Missing(how) => view! { <em>{how}</em> }.into_any(),
        Words::Publishers(publishers) => view! { <Publishers publishers /> }.into_any(),
        Words::Claims(claims) => view! { <Claims claims /> }.into_any(),
    }
}

/// How many sources there are, and who published them, each once.
#[component]
fn Publishers(publishers: Vec<ProseId>) -> impl IntoView {
    let explorer = Explorer::expect_context();
    move || {
        let count = integer(publishers.len() as i64, explorer.lang());
        let names = names_of(&publishers, |publisher| match explorer.said(publisher) {
            Said::Text(name) => Some(name),
            _ => None,
        });
        if names.is_empty() { count } else { format!("{count} · {}", names.join(", ")) }
    }
}

/// Values side by side, the one that is shown elsewhere set off.
#[component]
fn Claims(claims: Vec<ClaimWords>) -> impl IntoView {
    let messages = messages(Explorer::expect_context().lang());
    let lines = claims.into_iter().map(|claim| {
        let shown = claim.is_shown.then(|| view! { " " <span class="tag">{messages.shown_here()}</span> });
        view! {
            <li>
                <strong lang=claim.is_quoted.then_some(source::LANG.as_str())>{claim.value}</strong>
                " "
                <small><Sentence text=claim.publisher /></small>
                {shown}
            </li>
        }
    });
    view! { <ul role="list">{lines.collect_view()}</ul> }
}
